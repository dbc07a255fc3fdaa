"""How long to wait before the next try to connect."""

from __future__ import annotations

import random
import time
from typing import Final

FIRST: Final = 1.0
LAST: Final = 60.0
"""Seconds between tries: doubled each time, up to the last."""
LASTING: Final = 10.0
"""Seconds after which a connection counts as one that lasted: only its loss begins with the first wait again.

A daemon that accepts and drops each client at once would else be asked every second for ever.
"""
JITTER: Final = 0.2
"""Part of each wait that is left to chance, so that many clients do not come back at the same moment."""


class Backoff:
    """The waits of one host. One thread."""

    def __init__(self) -> None:
        self._wait = FIRST
        self._connected_at: float | None = None

    def connected(self) -> None:
        """A connection stands."""
        self._connected_at = time.monotonic()

    def reset(self) -> None:
        """Somebody asked, or the network came back: begin anew."""
        self._wait = FIRST

    def next(self) -> float:
        """Seconds until the next try, after a connection was lost or did not open."""
        if self._connected_at is not None and time.monotonic() - self._connected_at >= LASTING:
            self._wait = FIRST
        self._connected_at = None
        seconds = self._wait * random.uniform(1 - JITTER, 1)  # noqa: S311 - no secret
        self._wait = min(self._wait * 2, LAST)
        return seconds
