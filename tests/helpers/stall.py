"""How long the GUI thread stood still: a timer that is due every 5 ms, and the longest time it was late.

On a busy machine a thread also waits for its turn on a processor, whatever it does; Linux counts that wait for each
thread, so it can be told apart.
"""

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
    """Measures from `start` to `stop` on the thread that made it, while its event loop runs.

    Attributes:
        longest: the longest stall, milliseconds.
        own: the longest one without the time in which the thread could have gone on, but other programs had the
            processors; milliseconds. What remains is its own work, and its waits for locks and for other threads.

    Source: schedstats of the kernel's proc(5), time spent waiting on a runqueue.
    """

    def __init__(self) -> None:
        super().__init__()
        self.longest = self.own = 0.0
        self._last = self._queued = 0.0
        self._schedstat = os.open("/proc/thread-self/schedstat", os.O_RDONLY)
        self._timer = QTimer(self, interval=INTERVAL)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin."""
        self._last, self._queued = time.perf_counter(), self._waited()
        self._timer.start()

    def stop(self) -> None:
        """End."""
        self._timer.stop()

    def close(self) -> None:
        """End for good."""
        self.stop()
        os.close(self._schedstat)

    def rest(self) -> None:
        """What happens until `resume` does not count: the test itself does something that takes long."""
        self._timer.stop()

    def resume(self) -> None:
        """It counts again."""
        self.start()

    def _waited(self) -> float:
        """Milliseconds for which this thread ever waited for a processor."""
        return int(os.pread(self._schedstat, 100, 0).split()[1]) / 1e6

    @Slot()
    def _tick(self) -> None:
        now, queued = time.perf_counter(), self._waited()
        late = (now - self._last) * 1000 - INTERVAL
        self.longest = max(self.longest, late)
        self.own = max(self.own, late - (queued - self._queued))
        self._last, self._queued = now, queued


def report(name: str, **numbers: float | str) -> None:
    """Add a line to the report, where one is wanted."""
    path = os.environ.get(REPORT)
    if path:
        with Path(path).open("a") as file:
            file.write(json.dumps({"fault": name} | numbers) + "\n")
