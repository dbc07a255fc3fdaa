"""The last points of what was measured, for graphs: a ring for each Source, kept a while after the last look.

Not thread-safe: one thread (the GUI's) owns it. Times are seconds of one clock that does not go back.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from math import isfinite
from typing import Final

#: Points a ring holds: four minutes at one point each 2 s.
CAPACITY: Final = 120
#: Seconds that a ring is kept after its last point, so that a reopened popup is not empty.
KEPT: Final = 300.0
#: A pause this many times the usual step is a gap: nobody looked, or nothing answered.
GAP_STEPS: Final = 2.5
#: A shorter one (seconds) never is: a busy machine is late at times, and a rate tells of the whole time before it.
GAP_SECONDS: Final = 10.0

#: The share of a step before which a point only completes the one before.
EARLY: Final = 0.3

Point = tuple[float, float | None]


class History:
    """A bounded ring of (time, values). A gap is a point of which nothing is known: no line goes through."""

    def __init__(self, capacity: int = CAPACITY) -> None:
        self._points: deque[tuple[float, Mapping[str, float]]] = deque(maxlen=capacity)

    def __len__(self) -> int:
        return len(self._points)

    @property
    def latest(self) -> float | None:
        """The time of the newest point; None while there is none."""
        return self._points[-1][0] if self._points else None

    def append(self, at: float, values: Mapping[str, float | None], step: float) -> None:
        """Adds a point. `step`: seconds until the next is expected; a longer pause before this one is a gap.

        A point that is not newer than the last is left out: a line goes one way. One that comes long before it is due
        is of another look, at other values: it completes the last.
        """
        latest = self.latest
        if latest is not None and at <= latest:
            return
        known = {n: v for n, v in values.items() if v is not None and isfinite(v)}
        if latest is not None and at - latest < step * EARLY and self._points[-1][1]:
            self._points[-1] = (latest, {**self._points[-1][1], **known})
            return
        if latest is not None and at - latest > max(step * GAP_STEPS, GAP_SECONDS):
            self._points.append((latest + step, {}))
        self._points.append((at, known))

    def series(self, name: str) -> list[Point]:
        """The points of one value, oldest first; None where it was unknown and where there is a gap."""
        return [(at, values.get(name)) for at, values in self._points]

    def names(self) -> set[str]:
        """The values of which at least one point is known."""
        return {name for _, values in self._points for name in values}


class Histories:
    """The rings of many Sources, by a key. `expire` is the caller's to call: no timer here."""

    def __init__(self, kept: float = KEPT, capacity: int = CAPACITY) -> None:
        self._kept, self._capacity = kept, capacity
        self._rings: dict[str, History] = {}

    def __len__(self) -> int:
        return len(self._rings)

    def __getitem__(self, key: str) -> History:
        """The ring of that Source, a new one where there is none."""
        return self._rings.setdefault(key, History(self._capacity))

    def get(self, key: str) -> History | None:
        """The ring of that Source, None where nothing was kept."""
        return self._rings.get(key)

    def drop(self, key: str) -> None:
        """Forgets one Source: it was undefined, or its host was removed."""
        self._rings.pop(key, None)

    def expire(self, now: float, looked_at: Iterable[str] = ()) -> float | None:
        """Drops rings not looked at for too long. Returns when to call again; None: nothing will expire."""
        kept = set(looked_at)
        ends = {key: self._end(ring, now) for key, ring in self._rings.items() if key not in kept}
        for key in [key for key, end in ends.items() if end <= now]:
            del self._rings[key], ends[key]
        return min(ends.values(), default=None)

    def _end(self, ring: History, now: float) -> float:
        return now if ring.latest is None else ring.latest + self._kept
