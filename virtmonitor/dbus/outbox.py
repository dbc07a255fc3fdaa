"""What waits to be told on the bus: in order, many changes of one object as one, a slice a turn of the event loop."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any, Final

from jeepney import Message
from PySide6.QtCore import QObject, QTimer, Slot

from virtmonitor.engine.inturns import REST

SLICE: Final = 0.003
"""Seconds in one turn: a fleet of ten thousand that goes stale must not hold up the interface."""

Make = Callable[[], Message | None]


class Outbox(QObject):
    """Sends what was put in from the next turn of the event loop on. GUI thread only."""

    def __init__(self, send: Callable[[Sequence[Message]], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._send = send
        self._waiting: dict[Any, Make] = {}
        self._number = 0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._send_slice)

    def put(self, make: Make, key: Any = None) -> None:
        """Send what `make` makes when its turn comes, None for nothing. One that waits under the same key is replaced.

        It keeps the place of what it replaces.
        """
        if key is None:
            self._number += 1
            key = self._number
        self._waiting[key] = make
        if not self._timer.isActive():
            self._timer.start(0)

    def drop(self, key: Any) -> None:
        """Do not send what waits under that key."""
        self._waiting.pop(key, None)

    def clear(self) -> None:
        """Send nothing of it."""
        self._waiting.clear()
        self._timer.stop()

    @Slot()
    def _send_slice(self) -> None:
        until, messages = time.monotonic() + SLICE, []
        while self._waiting and time.monotonic() < until:
            make = self._waiting.pop(next(iter(self._waiting)))
            message = make()
            if message is not None:
                messages.append(message)
        self._send(messages)
        if self._waiting:
            self._timer.start(REST)
