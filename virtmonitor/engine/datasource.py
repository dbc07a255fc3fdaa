"""Many Sources at once, for QML and for Python: Plasma's DataSource."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from typing import Any, Final

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QQmlPropertyMap

from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.qmlelement import QmlElement
from virtmonitor.engine.qt import Property
from virtmonitor.engine.service import Service

QML_IMPORT_NAME = "VirtMonitor.Engine"
QML_IMPORT_MAJOR_VERSION = 1

FEW: Final = 200
"""Up to so many Sources `data` has each one's entry before `newData` is told; of more at the next turn."""


@QmlElement
class DataSource(QObject):
    """Looks at the `connectedSources` of `engine`: every `interval` ms, or at each change (0).

    `data[source].key` is what was heard last, undefined while it is unknown. `newData(source, data)` comes at each
    update; `sourceAdded` is queued: when it comes, all properties of the Source are there. A Source that goes is no
    longer connected; one that is listed before it exists is connected when it comes. Destroyed, it looks no more.
    The engine's thread only.

    Repairs of Plasma's: what it was told to look at, it looks at as soon as it is there; data that was heard is gone
    with the connection.
    """

    engineChanged = Signal()
    validChanged = Signal()
    intervalChanged = Signal()
    groupsChanged = Signal()
    sourcesChanged = Signal()
    connectedSourcesChanged = Signal()
    dataChanged = Signal()
    newData = Signal(str, dict)
    sourceAdded = Signal(str)
    sourceRemoved = Signal(str)
    sourceConnected = Signal(str)
    sourceDisconnected = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine: DataEngine | None = None
        self._interval = 0
        self._groups: tuple[str, ...] = ()
        self._connected: dict[str, None] = {}
        self._values: dict[str, dict[str, Any]] = {}
        self._services: dict[str, Service] = {}
        self._added: dict[str, None] = {}
        self._unshown: dict[str, None] = {}
        self._map = _property_map(self)
        self._announce = QTimer(self, singleShot=True, interval=0)
        self._announce.timeout.connect(self._catch_up)

    def _set_engine(self, engine: DataEngine | None) -> None:
        before = self._engine
        if engine is before:
            return
        if before is not None and shiboken6.isValid(before):
            before.sourceAdded.disconnect(self._source_added)
            before.sourceRemoved.disconnect(self._source_removed)
            self._leave(before, self._connected)
        self._forget(tuple(self._values))
        self._engine = engine
        self._services.clear()
        self._added.clear()
        if engine is not None:
            engine.sourceAdded.connect(self._source_added)
            engine.sourceRemoved.connect(self._source_removed)
            self._join(self._connected)
        self.engineChanged.emit()
        self.validChanged.emit()
        self.sourcesChanged.emit()

    engine = Property(DataEngine, lambda self: self._engine, _set_engine, notify=engineChanged)
    valid = Property(bool, lambda self: self._engine is not None, notify=validChanged)
    """True while there is an engine."""

    def _set_interval(self, interval: int) -> None:
        if interval != self._interval:
            self._interval = interval
            self._services.clear()
            self._join(self._connected)
            self.intervalChanged.emit()

    interval = Property(int, lambda self: self._interval, _set_interval, notify=intervalChanged)
    """Milliseconds between samples of the statistics; 0: none are taken for this one, each change is told."""

    def _set_groups(self, groups: Iterable[str]) -> None:
        if tuple(groups) != self._groups:
            self._groups = tuple(groups)
            self._join(self._connected)
            self.groupsChanged.emit()

    groups = Property("QStringList", lambda self: list(self._groups), _set_groups, notify=groupsChanged)
    """Which statistics are sampled, see DataEngine.connectSource; none named: all."""

    def _get_sources(self) -> list[str]:
        names = self._engine.sources() if self._engine is not None else []
        return [name for name in names if name not in self._added]

    sources = Property("QStringList", _get_sources, notify=sourcesChanged)
    """The names of all Sources of the engine that were announced."""

    def _set_connected(self, sources: Iterable[str]) -> None:
        wanted = dict.fromkeys(sources)
        if list(wanted) == list(self._connected):
            return
        left = [source for source in self._connected if source not in wanted]
        came = [source for source in wanted if source not in self._connected]
        self._connected = wanted
        self._drop(left)
        self._join(came)
        for source in came:
            self.sourceConnected.emit(source)
        self.connectedSourcesChanged.emit()

    connectedSources = Property(
        "QStringList", lambda self: list(self._connected), _set_connected, notify=connectedSourcesChanged
    )
    """The names of the Sources that it looks at, or will look at when they come."""

    data = Property(QQmlPropertyMap, lambda self: self._map, constant=True)
    """Source -> map of its properties, in QML; each entry notifies of its own. In Python: `dataFor`."""

    @Slot(str, result="QVariantMap")
    def dataFor(self, source: str) -> dict[str, Any]:
        """What was heard last of a Source; empty before anything was."""
        return dict(self._values.get(source, {}))

    @Slot(str)
    def connectSource(self, source: str) -> None:
        """Look at one more Source."""
        if source not in self._connected:
            self._connected[source] = None
            self._join([source])
            self.sourceConnected.emit(source)
            self.connectedSourcesChanged.emit()

    @Slot(str)
    def disconnectSource(self, source: str) -> None:
        """Look at it no more."""
        if source in self._connected:
            del self._connected[source]
            self._drop([source])
            self.connectedSourcesChanged.emit()

    @Slot(str, result=QObject)
    def serviceForSource(self, source: str) -> Service | None:
        """What acts on a Source: the same at each call, until engine or interval change. None without an engine."""
        if source not in self._services and self._engine is not None:
            self._services[source] = self._engine.serviceForSource(source)
        return self._services.get(source)

    @Slot(str, dict)
    def dataUpdated(self, source: str, data: dict[str, Any]) -> None:
        """The engine's delivery; that of a Source that is not listed disconnects it."""
        if source not in self._connected:
            if self._engine is not None:
                self._engine.disconnectSource(source, self)
            return
        self._values[source] = data
        self._show(source, data)
        self.dataChanged.emit()
        self.newData.emit(source, data)

    def _show(self, source: str, data: dict[str, Any]) -> None:
        """In the map for QML, which takes long for each new entry when it has many: those come together, next turn."""
        if self._map.contains(source) or len(self._values) <= FEW:
            self._map.insert(source, data)
        else:
            self._unshown[source] = None
            self._announce.start()

    def _join(self, sources: Iterable[str]) -> None:
        """Connect these, or tell the engine how they are connected now."""
        for source in tuple(sources):
            if self._engine is not None and source not in self._added:
                self._engine.connectSource(source, self, self._interval, self._groups)

    def _leave(self, engine: DataEngine, sources: Iterable[str]) -> None:
        for source in sources:
            engine.disconnectSource(source, self)

    def _drop(self, sources: list[str]) -> None:
        """They are not in the list any more."""
        if self._engine is not None:
            self._leave(self._engine, sources)
        self._forget(sources)
        for source in reversed(sources):  # from the end, as rows are cheapest to remove
            self.sourceDisconnected.emit(source)

    def _forget(self, sources: Iterable[str]) -> None:
        known = [source for source in sources if self._values.pop(source, None) is not None]
        for source in known:
            self._unshown.pop(source, None)
            if self._map.contains(source):
                self._map.clear(source)
        if known:
            self.dataChanged.emit()

    @Slot(str)
    def _source_added(self, source: str) -> None:
        self._added[source] = None
        if not self._announce.isActive():
            self._announce.start()

    @Slot()
    def _catch_up(self) -> None:
        """What was put off to this turn."""
        unshown, self._unshown = self._unshown, {}
        if unshown:
            self._map.insert({source: self._values[source] for source in unshown if source in self._values})
            self.dataChanged.emit()
        added, self._added = self._added, {}
        for source in added:
            if source in self._connected:
                self._join([source])
            self.sourceAdded.emit(source)
        if added:
            self.sourcesChanged.emit()

    @Slot(str)
    def _source_removed(self, source: str) -> None:
        unannounced = source in self._added
        self._added.pop(source, None)
        self._services.pop(source, None)
        if source in self._connected:
            self.disconnectSource(source)
        if not unannounced:
            self.sourceRemoved.emit(source)
            self.sourcesChanged.emit()


def _property_map(parent: QObject) -> QQmlPropertyMap:
    with warnings.catch_warnings():
        # PySide's only way to make one is marked as deprecated since Qt 6.11, for C++ that means another.
        warnings.simplefilter("ignore", DeprecationWarning)
        made = QQmlPropertyMap()
    made.setParent(parent)
    return made
