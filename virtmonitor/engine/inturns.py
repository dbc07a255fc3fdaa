"""Telling in turns: between two things that took their time a frame is drawn, and a click is heard."""

from __future__ import annotations

import time
from collections import deque
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Slot

REST: Final = 12
"""Milliseconds between two pieces of work that can wait. Without a rest many turns of the event loop come before Qt
draws: it waits 5 ms for what else is new."""
LONG: Final = 0.002
"""Seconds after which a piece of work is to be followed by a rest."""


class InTurns(QTimer):
    """Emits one signal a turn of the event loop, in the order in which it was asked; the first at once.

    One thread only.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, singleShot=True, interval=0)
        self._waiting: deque[tuple[Any, object]] = deque()
        self.timeout.connect(self._tell)

    def put(self, signal: Any, what: object) -> None:
        """Emit it with that."""
        self._waiting.append((signal, what))
        if not self.isActive():
            self._tell()

    def finish(self) -> None:
        """Emit all that waits now."""
        while self._waiting:
            self._next()

    def drop(self) -> None:
        """Emit nothing of it."""
        self._waiting.clear()
        self.stop()

    @Slot()
    def _tell(self) -> None:
        if self._waiting:
            began = time.monotonic()
            self._next()
            self.start(REST if time.monotonic() - began > LONG else 0)

    def _next(self) -> None:
        signal, what = self._waiting.popleft()
        signal.emit(what)
