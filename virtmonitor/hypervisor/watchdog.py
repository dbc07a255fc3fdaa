"""Tells when a blocking call takes too long. One thread for the process, asleep while nothing is under way."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from typing import Final

FOREVER: Final = 3600.0


class Watchdog:
    """Calls back, on its own thread, when what is inside `watch` is still there after its deadline."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._watched: dict[int, tuple[float, Callable[[], object]]] = {}
        self._keys = count()
        self._wakes_at = 0.0
        self._thread: threading.Thread | None = None

    @contextmanager
    def watch(self, seconds: float, late: Callable[[], object]) -> Iterator[None]:
        """Run `late` once if the body is not done after `seconds`. The body goes on all the same."""
        key, due = next(self._keys), time.monotonic() + seconds
        with self._condition:
            self._watched[key] = (due, late)
            self._ensure_thread()
            if due < self._wakes_at:
                self._condition.notify()
        try:
            yield
        finally:
            with self._condition:
                self._watched.pop(key, None)

    def _ensure_thread(self) -> None:
        if self._thread is None:
            # A daemon: it holds nothing that must be put away, and must not hold the process.
            self._thread = threading.Thread(target=self._run, name="watchdog", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        while True:
            for late in self._wait_for_late():
                late()

    def _wait_for_late(self) -> list[Callable[[], object]]:
        with self._condition:
            soonest = min((due for due, _ in self._watched.values()), default=time.monotonic() + FOREVER)
            self._wakes_at = soonest
            self._condition.wait(max(0.0, soonest - time.monotonic()))
            self._wakes_at = 0.0
            now = time.monotonic()
            late = [key for key, (due, _) in self._watched.items() if due <= now]
            return [self._watched.pop(key)[1] for key in late]


WATCHDOG: Final = Watchdog()
