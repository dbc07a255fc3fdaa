"""Signals that are told only now and then, so that a storm of causes is not one of effects."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot


class Calm(QTimer):
    """`due` comes for each `tell`, at most once an interval; none is lost. One thread only."""

    due = Signal()

    def __init__(self, milliseconds: int, parent: QObject) -> None:
        super().__init__(parent, singleShot=True, interval=milliseconds)
        self._untold = False
        self.timeout.connect(self._tell)

    def tell(self, *, soon: bool) -> None:
        """Now; `soon`: it can wait until the interval is over."""
        self._untold = True
        if not (soon and self.isActive()):
            self._tell()

    @Slot()
    def _tell(self) -> None:
        if self._untold:
            self._untold = False
            self.start()
            self.due.emit()


class Gathered(QTimer):
    """`due(sources)` comes one interval after the first `add`, with all that were added until then. One thread only."""

    due = Signal(object)

    def __init__(self, milliseconds: int, parent: QObject) -> None:
        super().__init__(parent, singleShot=True, interval=milliseconds)
        self._sources: set[str] = set()
        self.timeout.connect(self._tell)

    def add(self, source: str) -> None:
        """One more to tell of; in vain when it is already waiting."""
        self._sources.add(source)
        if not self.isActive():
            self.start()

    @Slot()
    def _tell(self) -> None:
        sources, self._sources = self._sources, set()
        self.due.emit(sources)
