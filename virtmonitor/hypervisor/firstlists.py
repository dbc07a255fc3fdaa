"""Many hosts at once: what each has first, then the flags and the descriptions of all.

A person who starts with fifty hosts wants fifty lists; and the descriptions of the first would keep the daemons, and
Python, from the last.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Final

PATIENCE: Final = 1.0
"""Seconds for which the next list is waited for, after the start and after each that comes: a host that hangs costs
nobody more."""


class FirstLists:
    """Who has not got its list yet. Thread-safe; nobody waits in here."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._due: set[object] = set()
        self._until = 0.0
        self._waiting: list[Callable[[], object]] = []

    def expect(self, who: object) -> None:
        """It is about to read its list."""
        with self._lock:
            self._due.add(who)
            self._until = time.monotonic() + PATIENCE

    def done(self, who: object) -> None:
        """It has its list, or cannot have one now; in vain when it was told already."""
        with self._lock:
            if who in self._due:
                self._due.remove(who)
                self._until = time.monotonic() + PATIENCE
            over, self._waiting = ([], self._waiting) if self._due else (self._waiting, [])
        for tell in over:
            tell()

    def tell_when_over(self, tell: Callable[[], object]) -> None:
        """Call it, on some thread, when nobody is due any more; not when nobody is waited for now."""
        with self._lock:
            if self._left():
                self._waiting.append(tell)

    def left(self) -> float:
        """Seconds for which somebody is waited for, at most; 0 when nobody is."""
        with self._lock:
            return self._left()

    def _left(self) -> float:
        return max(0.0, self._until - time.monotonic()) if self._due else 0.0


FIRST_LISTS: Final = FirstLists()
"""Those of this process."""
