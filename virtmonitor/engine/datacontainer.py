"""A Source's data and who looks at it: Plasma's DataContainer.

Semantics are plasma5support's, with these repairs: writing the same value again is no change; a visualization that
connects late gets its first data without swallowing an update that others still wait for.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable, Mapping
from typing import Any, Final, Protocol, runtime_checkable

from PySide6.QtCore import QObject, QTimer, Signal

UNUSED_AFTER: Final = 10
"""Milliseconds after the last disconnect until a container says that it became unused."""


@runtime_checkable
class Visualization(Protocol):
    """What looks at Sources: a QObject with this slot. When it is destroyed it is disconnected."""

    def dataUpdated(self, source: str, data: dict[str, Any]) -> object:
        """The data of that Source, whole, after a change."""


class Look:
    """One visualization connected to one container: at which interval (ms; 0: at each change), for which groups."""

    __slots__ = ("groups", "interval", "queued", "visualization")

    def __init__(self, visualization: QObject, interval: int, groups: frozenset[str]) -> None:
        self.visualization = weakref.ref(visualization)
        self.interval = interval
        self.groups = groups
        self.queued = False
        """The last tick brought nothing yet: deliver the next update at once."""


class DataContainer(QObject):
    """The data of one Source and its visualizations. The engine's thread only.

    Signals: `dataUpdated(source, data)` at each coalesced change; `becameUnused(source)` when the last
    visualization has gone; `gone` when what it shows has: the container follows
    at the next turn; `looksChanged(source)` when who looks, how often or at what, is another.
    """

    dataUpdated = Signal(str, dict)
    becameUnused = Signal(str)
    gone = Signal()
    looksChanged = Signal(str)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._data: dict[str, Any] = {}
        self._dirty = False
        self._looks: dict[int, Look] = {}
        self._unused = QTimer(self, singleShot=True, interval=UNUSED_AFTER)
        self._unused.timeout.connect(self._check_used)

    @property
    def source(self) -> str:
        """The Source's name."""
        return self.objectName()

    def data(self) -> dict[str, Any]:
        """A copy of all data."""
        return dict(self._data)

    def setData(self, values: Mapping[str, Any]) -> tuple[str, ...]:
        """Merge the values; the keys whose value is another now. Visualizations hear at `checkForUpdate`."""
        data = self._data
        changed = tuple(key for key, value in values.items() if key not in data or data[key] != value)
        if changed:
            data.update({key: values[key] for key in changed})
            self._dirty = True
        return changed

    @property
    def dirty(self) -> bool:
        """True when something changed that was not yet announced."""
        return self._dirty

    def checkForUpdate(self) -> None:
        """Announce what changed since the last time: at once, or at their tick to those with an interval."""
        if not self._dirty:
            return
        self._dirty = False
        data = self.data()
        self.dataUpdated.emit(self.source, data)
        for look in tuple(self._looks.values()):
            if look.interval == 0 or look.queued:
                look.queued = False
                _deliver(look, self.source, data)

    def isUsed(self) -> bool:
        """True while a visualization is connected."""
        return bool(self._looks)

    def visualizationIsConnected(self, visualization: QObject) -> bool:
        """True while that visualization is connected."""
        return id(visualization) in self._looks

    @property
    def looks(self) -> tuple[Look, ...]:
        """Who looks now."""
        return tuple(self._looks.values())

    def connectVisualization(self, visualization: QObject, interval: int, groups: frozenset[str]) -> None:
        """Connect it, or change how it is connected. New ones get the data there is, inside this call."""
        known = self._looks.get(id(visualization))
        if known is not None:
            known.interval, known.groups = interval, groups
        else:
            look = Look(visualization, interval, groups)
            self._looks[id(visualization)] = look
            # Not a bound method: the visualization must not keep this container alive, nor the reverse.
            visualization.destroyed.connect(_forgetter(weakref.ref(self), id(visualization)))
            self._unused.stop()
            if self._data:
                _deliver(look, self.source, self.data())
        self.looksChanged.emit(self.source)

    def disconnectVisualization(self, visualization: QObject) -> None:
        """Disconnect it; one that is not connected is no error."""
        self._forget(id(visualization))

    def tick(self) -> None:
        """Deliver to those with an interval what they did not hear yet; called when their time has come."""
        data = self.data()
        for look in tuple(self._looks.values()):
            if look.interval and look.queued:
                look.queued = False
                _deliver(look, self.source, data)

    def queue(self, interval: int) -> None:
        """A tick of that interval came and asked for data: those who wait for it get the next update at once."""
        for look in self._looks.values():
            if look.interval == interval:
                look.queued = True

    def _forget(self, key: int) -> None:
        if self._looks.pop(key, None) is not None:
            self.looksChanged.emit(self.source)
            if not self._looks:
                self._unused.start()

    def _check_used(self) -> None:
        if not self._looks:
            self.becameUnused.emit(self.source)


def _forgetter(container: weakref.ref[DataContainer], key: int) -> Callable[..., None]:
    def forget(*_: object) -> None:
        alive = container()
        if alive is not None:
            alive._forget(key)

    return forget


def _deliver(look: Look, source: str, data: dict[str, Any]) -> None:
    visualization = look.visualization()
    if visualization is not None:
        visualization.dataUpdated(source, data)  # type: ignore[attr-defined]  # a Visualization, checked at connect
