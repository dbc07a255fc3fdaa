"""SIGINT, SIGTERM and SIGHUP as a call on Qt's thread: Python would see them only when Qt next runs Python code."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier, Slot

QUIT_SIGNALS: Final = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class QuitSignals(QObject):
    """Calls `quit` once for each of these signals, from the event loop. On the main thread; `close` puts it back."""

    def __init__(self, quit_: Callable[[], object]) -> None:
        super().__init__()
        self._quit = quit_
        self._read, self._write = socket.socketpair()
        self._read.setblocking(False)
        self._write.setblocking(False)
        self._old_fd = signal.set_wakeup_fd(self._write.fileno(), warn_on_full_buffer=False)
        self._old = {number: signal.signal(number, _ignored) for number in QUIT_SIGNALS}
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._came)

    def close(self) -> None:
        """Give the signals back."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._old_fd)
        for number, handler in self._old.items():
            signal.signal(number, handler)
        self._read.close()
        self._write.close()

    @Slot()
    def _came(self) -> None:
        numbers = self._read.recv(64)
        if any(number in numbers for number in QUIT_SIGNALS):
            self._quit()


def _ignored(_number: int, _frame: object) -> None:
    """The wakeup descriptor tells of it."""
