"""A signal that is told at once, and in a storm only now and then."""

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
