"""How long the GUI thread stood still: a timer that is due every 5 ms, and the longest time it was late."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Slot

INTERVAL: Final = 5
"""Milliseconds between two turns of the timer."""
REPORT: Final = "VIRTMONITOR_STALLS"
"""The environment variable that names a file for what was measured: one JSON object a line."""


class StallMeter(QObject):
    """Measures from `start` to `stop` on the thread that made it, while its event loop runs."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        """The longest stall in milliseconds."""
        self._last = 0.0
        self._timer = QTimer(self, interval=INTERVAL)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin."""
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> None:
        """End."""
        self._timer.stop()

    def rest(self) -> None:
        """What happens until `resume` does not count: the test itself does something that takes long."""
        self._timer.stop()

    def resume(self) -> None:
        """It counts again."""
        self.start()

    @Slot()
    def _tick(self) -> None:
        now = time.perf_counter()
        late = (now - self._last) * 1000 - INTERVAL
        self._last = now
        self.longest = max(self.longest, late)


def report(name: str, **numbers: float | str) -> None:
    """Add a line to the report, where one is wanted."""
    path = os.environ.get(REPORT)
    if path:
        with Path(path).open("a") as file:
            file.write(json.dumps({"fault": name} | numbers) + "\n")
