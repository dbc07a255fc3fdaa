"""Which machines of a list are selected, and the one that is current: by Source, so that it survives sorting."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from virtmonitor.core import operations
from virtmonitor.core.domain import DomainRecord
from virtmonitor.engine.domainmodel import DomainModel
from virtmonitor.engine.qmlelement import QmlElement
from virtmonitor.engine.qt import Property

QML_IMPORT_NAME = "VirtMonitor.Engine"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class DomainSelection(QObject):
    """The selection in a DomainModel, as desktops have it: click, Ctrl, Shift, Ctrl+A.

    Only what is shown can be selected: what a filter hides is dropped, so that nobody acts on what he does not see.
    `current` stays when it is hidden, until it is gone. The engine's thread only.
    """

    modelChanged = Signal()
    changed = Signal()
    currentChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model: DomainModel | None = None
        self._selected: dict[str, None] = {}
        self._current = ""
        self._anchor = ""
        self._revision = 0
        self._prune_soon = QTimer(self, singleShot=True, interval=0)
        self._prune_soon.timeout.connect(self._prune)

    def _set_model(self, model: DomainModel | None) -> None:
        if model is self._model:
            return
        if self._model is not None:
            for signal in _signals(self._model):
                signal.disconnect(self._rows_changed)
        self._model = model
        if model is not None:
            for signal in _signals(model):
                signal.connect(self._rows_changed)
        self.modelChanged.emit()
        self._prune()

    model = Property(DomainModel, lambda self: self._model, _set_model, notify=modelChanged)

    sources = Property("QStringList", lambda self: list(self._selected), notify=changed)
    """The selected Sources, in the order in which they were selected."""
    count = Property(int, lambda self: len(self._selected), notify=changed)
    revision = Property(int, lambda self: self._revision, notify=changed)
    """Another number after each change, for bindings that call `has`."""

    def _set_current(self, source: str) -> None:
        if source != self._current:
            self._current = source
            self.currentChanged.emit()

    current = Property(str, lambda self: self._current, _set_current, notify=currentChanged)
    """The Source that keys move from and the page shows; "" for none."""

    @Slot(str, int, result=bool)
    def has(self, source: str, _revision: int = 0) -> bool:
        """True when it is selected."""
        return source in self._selected

    @Slot(str)
    def only(self, source: str) -> None:
        """Select this one alone."""
        self._anchor = source
        self._set_current(source)
        self._select([source] if source else [])

    @Slot(str)
    def toggle(self, source: str) -> None:
        """Select it beside the others, or not any more."""
        self._anchor = source
        self._set_current(source)
        if source in self._selected:
            self._select(name for name in tuple(self._selected) if name != source)
        else:
            self._select([*self._selected, source])

    @Slot(str)
    def extend(self, source: str) -> None:
        """Select from where the last selection began to this one."""
        model = self._model
        if model is None:
            return
        begin, end = model.rowOf(self._anchor), model.rowOf(source)
        if begin < 0:
            self.only(source)
            return
        self._set_current(source)
        step = 1 if end >= begin else -1
        self._select(model.sourceAt(row) for row in range(begin, end + step, step))

    @Slot(int, bool)
    def move(self, steps: int, extending: bool = False) -> None:
        """Go some rows down (negative: up) from the current one, at most to the end."""
        model = self._model
        if model is None or not model.count:
            return
        row = model.rowOf(self._current)
        wanted = 0 if row < 0 else min(max(row + steps, 0), model.count - 1)
        source = model.sourceAt(wanted)
        if extending:
            self.extend(source)
        else:
            self.only(source)

    @Slot()
    def selectAll(self) -> None:
        """Select all that is shown."""
        if self._model is not None:
            self._select(record.source for record in self._model.shown)

    @Slot()
    def clear(self) -> None:
        """Select nothing; the current one stays."""
        self._select(())

    @Slot(str, result="QStringList")
    def allowing(self, operation: str) -> list[str]:
        """The selected Sources that the operation can be done with now."""
        refused: dict[tuple[Any, ...], bool] = {}
        found = []
        for record, read_only, live in self._records():
            # What it depends on; thousands of rows have a handful of these.
            kind = (
                record.state, record.active, record.persistent, record.has_managed_save, record.snapshot_count,
                read_only, live,
            )  # fmt: skip
            if kind not in refused:
                refusal = operations.refusal(operation, record, read_only=read_only)
                refused[kind] = refusal is not None or not live
            if not refused[kind]:
                found.append(record.source)
        return found

    def _records(self) -> Iterable[tuple[DomainRecord, bool, bool]]:
        engine = self._model.engine if self._model is not None else None
        if engine is None:
            return
        for source in self._selected:
            record = engine.record(source)
            state = engine.host(record.host) if record is not None else None
            if record is not None and state is not None:
                yield record, state.read_only, state.live

    def _select(self, sources: Iterable[str]) -> None:
        selected = dict.fromkeys(sources)
        if selected.keys() != self._selected.keys():
            self._selected = selected
            self._revision += 1
            self.changed.emit()

    @Slot()
    def _rows_changed(self) -> None:
        if not self._prune_soon.isActive():
            self._prune_soon.start()

    @Slot()
    def _prune(self) -> None:
        model = self._model
        if model is None:
            return
        self._select(source for source in self._selected if model.rowOf(source) >= 0)
        engine = model.engine
        if self._current and engine is not None and engine.record(self._current) is None:
            self._set_current("")
        # What the selected ones allow may be another.
        self._revision += 1
        self.changed.emit()


def _signals(model: DomainModel) -> tuple[Any, ...]:
    return (model.modelReset, model.rowsRemoved, model.dataChanged)
