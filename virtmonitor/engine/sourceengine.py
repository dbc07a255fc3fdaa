"""What any engine of Sources has: containers made on demand, who looks at them and when, and what they are told.

This is Plasma's DataEngine without where the data comes from; `DataEngine` adds libvirt.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QObject, QTimer, Signal, Slot

from virtmonitor.engine.datacontainer import Visualization
from virtmonitor.engine.qt import Property
from virtmonitor.engine.relay import Relays, clamped
from virtmonitor.engine.source import Source


class SourceEngine(QObject):
    """Keeps the containers of the Sources that somebody looks at. The thread that made it only.

    Signals: `sourceAdded` once a Source can be had, `sourceRemoved` just before its container goes. A subclass says
    which Sources there are (`sources`), makes a container when it is first asked for (`_make`), writes by `_set`,
    and fetches what is measured when `relays.tick` comes.
    """

    sourceAdded = Signal(str)
    sourceRemoved = Signal(str)
    minimumPollingIntervalChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._containers: dict[str, Source] = {}
        self._dirty: dict[str, Source] = {}
        self.relays = Relays(self)
        """When which Sources are to be asked for fresh statistics."""
        self._announce = QTimer(self, singleShot=True, interval=0)
        self._announce.timeout.connect(self._check_for_updates)

    def sources(self) -> list[str]:
        """The names of all Sources."""
        raise NotImplementedError

    def _make(self, source: str) -> Source | None:
        """Plasma's sourceRequestEvent: a container with its data; None when there is no such Source."""
        raise NotImplementedError

    @Slot(str, result=QObject)
    def containerForSource(self, source: str) -> Source | None:
        """The Source of that name, made now if it is not there yet; None when there is no such thing."""
        container = self._containers.get(source)
        if container is None:
            container = self._make(source)
            if container is not None:
                self._adopt(container)
        return container

    @Slot(str, QObject)
    @Slot(str, QObject, int)
    def connectSource(
        self, source: str, visualization: QObject, interval: int = 0, groups: Iterable[str] = ()
    ) -> bool:
        """Let a visualization look at a Source; False when there is no such Source.

        What there is of data, and the model if there is one, comes inside this call. `interval` in ms: 0 for each
        change; above it is rounded as Plasma does (at least 50, a multiple of 50). `groups` of statistics to be
        sampled at that interval (see vocabulary); none: all of them. Connecting again changes only these two.
        """
        if not isinstance(visualization, Visualization):
            raise TypeError("A visualization is a QObject with a slot dataUpdated(source, data).")
        container = self.containerForSource(source)
        if container is None:
            return False
        container.connectVisualization(
            visualization, clamped(interval, self.relays.minimum), frozenset(groups)
        )
        return True

    @Slot(str, QObject)
    def disconnectSource(self, source: str, visualization: QObject) -> None:
        """Let it look no more."""
        container = self._containers.get(source)
        if container is not None:
            container.disconnectVisualization(visualization)

    def connectAllSources(self, visualization: QObject, interval: int = 0) -> None:
        """Connect to all Sources that are there now; `sourceAdded` tells of later ones."""
        for source in self.sources():
            self.connectSource(source, visualization, interval)

    @Slot(str, result=QObject)
    def modelForSource(self, source: str) -> QAbstractItemModel | None:
        """The model of a Source that is looked at; None when it has none."""
        container = self._containers.get(source)
        return container.model() if container is not None else None

    def _set_minimum(self, milliseconds: int) -> None:
        if milliseconds != self.relays.minimum:
            self.relays.minimum = milliseconds
            self.minimumPollingIntervalChanged.emit()

    minimumPollingInterval = Property(
        int, lambda self: self.relays.minimum, _set_minimum, notify=minimumPollingIntervalChanged
    )
    """Milliseconds: no Source is asked more often, whoever connects with which interval from now on."""

    @Slot()
    def updateAllSources(self) -> None:
        """Ask now for all Sources that somebody looks at with an interval, but for those asked just now."""
        self.relays.ask(self.relays.sources())

    @Slot()
    def forceImmediateUpdateOfAllVisualizations(self) -> None:
        """Deliver what there is to all who look, whatever their interval: for when everything is another at once."""
        for container in tuple(self._containers.values()):
            container.forceImmediateUpdate()

    def _adopt(self, container: Source) -> None:
        container.checkForUpdate()
        container.looksChanged.connect(self._looks_changed)
        container.becameUnused.connect(self._source_unused)
        self._containers[container.source] = container
        self.relays.follow(container)

    @Slot(str)
    def _looks_changed(self, source: str) -> None:
        """Who looks at it, how often or at what, is another."""

    @Slot(str)
    def _source_unused(self, source: str) -> None:
        """Made on demand, dropped when nobody looks any more."""
        container = self._containers.get(source)
        if container is not None and not container.isUsed():
            self._drop_container(source)

    def _drop_container(self, source: str) -> None:
        container = self._containers.pop(source, None)
        self._dirty.pop(source, None)
        self.relays.forget(source)
        if container is not None:
            container.gone.emit()
            container.disconnectAll()
            container.deleteLater()

    @Slot(str, dict)
    def _set(self, source: str, values: Mapping[str, Any]) -> None:
        """Merge values into a Source if it exists; one announcement a turn of the event loop."""
        container = self._containers.get(source)
        if container is not None and container.setData(values):
            self._dirty[source] = container
            if not self._announce.isActive():
                self._announce.start()

    @Slot()
    def _check_for_updates(self) -> None:
        dirty, self._dirty = self._dirty, {}
        for container in dirty.values():
            container.checkForUpdate()
