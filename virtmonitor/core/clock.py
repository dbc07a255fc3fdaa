"""Unix time that does not jump: by it the program knows how long ago something was.

The computer's clock is set while programs run: at boot, after months without a battery, by hand. Ages, and what is
awaited, are counted by the time that has passed, the computer's sleep included; only what is shown as a date, or
handed to other programs, is told as the computer's clock has it at that moment.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

JUMP: Final = 1.0
"""Seconds between both clocks from which the computer's was set; less is its ordinary correction."""
_PASSING: Final = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)


class Clock:
    """A steady clock that began as the wall clock; seconds. Any thread."""

    def __init__(
        self,
        wall: Callable[[], float] = time.time,
        passing: Callable[[], float] = lambda: time.clock_gettime(_PASSING),
    ) -> None:
        self._wall, self._passing = wall, passing
        self._began = wall() - passing()

    def now(self) -> float:
        """This moment; never less than before."""
        return self._began + self._passing()

    def wall(self, moment: float) -> float:
        """What the wall clock, as it goes now, calls a moment of this clock."""
        return moment + self._between()

    def of_wall(self, moment: float) -> float:
        """The moment of this clock that the wall clock, as it goes now, calls so."""
        return moment - self._between()

    def _between(self) -> float:
        """Seconds that the wall clock is ahead: the same until it is set, so that a moment has one name."""
        apart = self._wall() - self.now()
        return 0.0 if abs(apart) < JUMP else apart


CLOCK: Final = Clock()
"""The process's one."""
now = CLOCK.now
wall = CLOCK.wall
of_wall = CLOCK.of_wall
