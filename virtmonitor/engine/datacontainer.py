"""A Source's data and who looks at it: Plasma's DataContainer.

Semantics are plasma5support's, with these repairs: writing the same value again is no change; a visualization that
connects late gets its first data without swallowing an update that others still wait for; what changed between two
ticks of a look with an interval is delivered at the next.
"""

from __future__ import annotations

import sys
import weakref
from collections.abc import Callable, Container, Iterable, Mapping
from inspect import ismethod
from typing import Any, Final, Protocol, runtime_checkable

import shiboken6
from PySide6.QtCore import QAbstractItemModel, QMetaObject, QObject, QTimer, Signal, Slot

UNUSED_AFTER: Final = 10
"""Milliseconds after the last disconnect until a container says that it became unused."""


@runtime_checkable
class Visualization(Protocol):
    """What looks at Sources: a QObject with this slot. When it is destroyed it is disconnected."""

    def dataUpdated(self, source: str, data: dict[str, Any]) -> object:
        """The data of that Source, whole, after a change."""


class Look:
    """One visualization connected to one container: at which interval (ms; 0: at each change), for which groups."""

    __slots__ = ("destroyed", "groups", "interval", "pending", "queued", "visualization")

    def __init__(self, visualization: QObject, interval: int, groups: frozenset[str]) -> None:
        self.visualization = weakref.ref(visualization)
        self.destroyed: QMetaObject.Connection | None = None
        self.interval = interval
        self.groups = groups
        self.queued = False
        """The last tick brought nothing yet: deliver the next update at once."""
        self.pending = False
        """Something changed that it did not hear of yet."""


class DataContainer(QObject):
    """The data of one Source and its visualizations. The engine's thread only.

    Signals: `dataUpdated(source, data)` at each coalesced change; `becameUnused(source)` when the last
    visualization has gone; `modelChanged(source, model)`; `gone` when what it shows has: the container follows
    at the next turn; `looksChanged(source)` when who looks, how often or at what, is another.
    """

    dataUpdated = Signal(str, dict)
    becameUnused = Signal(str)
    modelChanged = Signal(str, QObject)
    gone = Signal()
    looksChanged = Signal(str)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._data: dict[str, Any] = {}
        self._dirty = False
        self._looks: dict[int, Look] = {}
        self._model: QAbstractItemModel | None = None
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
        self.dataUpdated.emit(self.source, self.data())
        for look in self._looks.values():
            look.pending = True
        self._deliver_to(look for look in self._looks.values() if look.interval == 0 or look.queued)

    def forceImmediateUpdate(self) -> None:
        """Deliver to all who look, whatever their interval: for the rare case that everything is another at once."""
        self._dirty = False
        self._deliver_to(self._looks.values())

    def model(self) -> QAbstractItemModel | None:
        """What shows this Source as rows; None when there is nothing like that."""
        return self._model

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Give it a model, which belongs to the container from now on; all who look hear at once."""
        before = self._model
        if model is before:
            return
        self._model = model
        if model is not None:
            model.setParent(self)
        self.modelChanged.emit(self.source, model)
        for look in self.looks:
            self._deliver_model(look)
        if before is not None:
            before.deleteLater()

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
            forget = _forgetter(weakref.ref(self), id(visualization))
            look.destroyed = visualization.destroyed.connect(forget)
            self._unused.stop()
            if self._data:
                self._deliver(look)
            if self._model is not None:
                self._deliver_model(look)
        self.looksChanged.emit(self.source)

    def disconnectVisualization(self, visualization: QObject) -> None:
        """Disconnect it; one that is not connected is no error."""
        look = self._looks.get(id(visualization))
        if look is not None and look.destroyed is not None:
            visualization.destroyed.disconnect(look.destroyed)
        self._forget(id(visualization))

    def disconnectAll(self) -> None:
        """Nobody looks any more."""
        for look in self.looks:
            visualization = look.visualization()
            if visualization is not None:
                self.disconnectVisualization(visualization)

    def tick(self, intervals: Container[int], *, asked: bool) -> None:
        """The time of these intervals has come; `asked`: fresh data is on its way.

        Who looks with one of them gets what changed since the last time: when the fresh data comes, or now if
        none will come or did not come until now. Who has heard all is queued: the next update is theirs at once.
        """
        due = [look for look in self._looks.values() if look.interval in intervals]
        self._deliver_to(look for look in due if look.pending and (look.queued or not asked))
        for look in due:
            look.queued = True

    def answered(self) -> None:
        """What a tick asked for was done, also when nothing came of it: who has waited gets what there is."""
        self.checkForUpdate()
        self._deliver_to(look for look in self._looks.values() if look.queued and look.pending)

    def _deliver_to(self, looks: Iterable[Look]) -> None:
        for look in tuple(looks):
            if look in self._looks.values():  # what one hears may make it disconnect another
                self._deliver(look)

    def _deliver(self, look: Look) -> None:
        look.queued = look.pending = False
        visualization: Any = look.visualization()
        if visualization is None:
            return
        try:
            visualization.dataUpdated(self.source, self.data())
        except Exception:  # noqa: BLE001 - as with every slot of Qt: told, and the others hear all the same
            sys.excepthook(*sys.exc_info())

    def _deliver_model(self, look: Look) -> None:
        """To those that have a method for it; a signal of that name is something else."""
        heard = getattr(look.visualization(), "modelChanged", None)
        if ismethod(heard):
            heard(self.source, self._model)

    def _forget(self, key: int) -> None:
        if self._looks.pop(key, None) is not None:
            self.looksChanged.emit(self.source)
            if not self._looks:
                self._unused.start()

    @Slot()
    def _check_used(self) -> None:
        if not self._looks:
            self.setModel(None)
            self.becameUnused.emit(self.source)


def _forgetter(container: weakref.ref[DataContainer], key: int) -> Callable[..., None]:
    def forget(*_: object) -> None:
        alive = container()
        if alive is not None and shiboken6.isValid(alive):
            alive._forget(key)

    return forget
