"""Threads for operations: started when there is something to do, gone when there is nothing."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from typing import Final

MAXIMUM_THREADS: Final = 16
"""Operations under way at the same time, for all hosts together; more wait their turn."""

Task = Callable[[], object]


class OperationsPool:
    """Runs tasks beside each other. Tasks must not raise.

    Threads are daemons: libvirt may hold one for minutes, and a program that ends must not wait for it (which is
    what the standard executor does).
    """

    def __init__(self, maximum: int = MAXIMUM_THREADS) -> None:
        self._maximum = maximum
        self._lock = threading.RLock()
        self._waiting: deque[Task] = deque()
        self._threads = 0

    def submit(self, task: Task) -> None:
        """Run the task soon, on a thread of the pool. Any thread."""
        with self._lock:
            self._waiting.append(task)
            if self._threads < self._maximum:
                self._threads += 1
                threading.Thread(target=self._work, name="operation", daemon=True).start()

    def _work(self) -> None:
        while (task := self._next()) is not None:
            task()

    def _next(self) -> Task | None:
        with self._lock:
            if self._waiting:
                return self._waiting.popleft()
            self._threads -= 1
            return None
