"""One look at one Source from QML: it lives and dies with the item that looks."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import SIGNAL, QObject, Signal, Slot

from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.qmlelement import QmlElement
from virtmonitor.engine.qt import Property
from virtmonitor.engine.service import Service
from virtmonitor.engine.source import DomainSource, HostSource, Source

QML_IMPORT_NAME = "VirtMonitor.Engine"
QML_IMPORT_MAJOR_VERSION = 1


_NEW_DATA: Final = SIGNAL("newData(QString,QVariantMap)")


@QmlElement
class SourceView(QObject):
    """Looks at `source` while `active`: every `interval` ms (0: at each change), at these `groups` of statistics.

    A delegate that is destroyed, a page that is hidden (bind `active`) stops to look, and then nothing is sampled
    for it. `domain` or `host` is the Source itself, for bindings; null while there is none. The engine's thread only.
    """

    engineChanged = Signal()
    sourceChanged = Signal()
    lookChanged = Signal()
    containerChanged = Signal()
    newData = Signal(str, dict)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine: DataEngine | None = None
        self._source = ""
        self._interval = 0
        self._groups: tuple[str, ...] = ()
        self._active = True
        self._container: Source | None = None
        self._service: Service | None = None
        self._awaited: DataEngine | None = None

    def _set_engine(self, engine: DataEngine | None) -> None:
        if engine is self._engine:
            return
        self._let_go()
        self._engine = engine
        self._connect()
        self.engineChanged.emit()

    engine = Property(DataEngine, lambda self: self._engine, _set_engine, notify=engineChanged)

    def _set_source(self, source: str) -> None:
        if source != self._source:
            self._let_go()
            self._source = source
            self._connect()
            self.sourceChanged.emit()

    source = Property(str, lambda self: self._source, _set_source, notify=sourceChanged)
    """The Source's name: HOST/UUID or HOST."""

    def _set_interval(self, interval: int) -> None:
        if interval != self._interval:
            self._interval = interval
            self._look_changed()

    interval = Property(int, lambda self: self._interval, _set_interval, notify=lookChanged)
    """Milliseconds between samples of the statistics; 0: none are taken for this look."""

    def _set_groups(self, groups: list[str]) -> None:
        if tuple(groups) != self._groups:
            self._groups = tuple(groups)
            self._look_changed()

    groups = Property("QStringList", lambda self: list(self._groups), _set_groups, notify=lookChanged)
    """Which statistics are shown: cpu, vcpu, memory, disk, network, guest; none named: all but guest."""

    def _set_active(self, active: bool) -> None:
        if active != self._active:
            self._active = active
            if active:
                self._connect()
            else:
                self._let_go()
            self.lookChanged.emit()

    active = Property(bool, lambda self: self._active, _set_active, notify=lookChanged)

    domain = Property(
        DomainSource,
        lambda self: self._container if isinstance(self._container, DomainSource) else None,
        notify=containerChanged,
    )
    host = Property(
        HostSource,
        lambda self: self._container if isinstance(self._container, HostSource) else None,
        notify=containerChanged,
    )

    def _get_service(self) -> Service | None:
        """Made when somebody asks: a list of thousands of rows has no buttons in most."""
        if self._service is None and self._container is not None and self._engine is not None:
            self._service = self._engine.serviceForSource(self._source)
        return self._service

    service = Property(Service, _get_service, notify=containerChanged)
    """What acts on the Source; null while there is none."""

    @Slot(str, dict)
    def dataUpdated(self, source: str, data: dict[str, Any]) -> None:
        """The engine's delivery."""
        if self.receivers(_NEW_DATA):  # to hand a map to nobody costs as much as a row's whole update
            self.newData.emit(source, data)

    def _look_changed(self) -> None:
        self._connect()
        self.lookChanged.emit()

    def _connect(self) -> None:
        engine = self._engine
        if engine is None or not self._source or not self._active:
            return
        container = engine.containerForSource(self._source)
        self._wait(engine if container is None else None)
        if container is None:
            return
        engine.connectSource(self._source, self, self._interval, self._groups)
        if container is not self._container:
            self._container = container
            container.gone.connect(self._source_gone)
            self._service = None
            self.containerChanged.emit()

    def _wait(self, engine: DataEngine | None) -> None:
        """Hear of new Sources only while there is none of ours: thousands of others may come."""
        if self._awaited is not None:
            self._awaited.sourceAdded.disconnect(self._source_added)
        self._awaited = engine
        if engine is not None:
            engine.sourceAdded.connect(self._source_added)

    def _let_go(self) -> None:
        self._wait(None)
        if self._container is None:
            return
        self._container.gone.disconnect(self._source_gone)
        self._container.disconnectVisualization(self)
        self._container = None
        self._service = None
        self.containerChanged.emit()

    @Slot(str)
    def _source_added(self, source: str) -> None:
        if source == self._source:
            self._connect()

    @Slot()
    def _source_gone(self) -> None:
        self._let_go()
        self._wait(self._engine)
