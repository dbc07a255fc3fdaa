"""When Sources are asked for fresh data: Plasma's SignalRelay, one for each distinct interval of the whole engine.

All relays share one timer, and ticks fall on multiples of their interval, so that one that ticks each second and
one that ticks every two wake the process together. Repairs of Plasma's: what changed between two ticks is never
swallowed, and Sources that are looked at in several intervals are asked at the shortest only.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from virtmonitor.engine.datacontainer import DataContainer

STEP: Final = 50
"""Milliseconds of which every interval is a multiple, as Plasma has it."""


def clamped(interval: int, minimum: int = STEP) -> int:
    """An interval in ms as Plasma takes it: 0 stays 0, above it at least `minimum` and a multiple of 50 ms.

    >>> clamped(0), clamped(7), clamped(1999), clamped(100, minimum=1000)
    (0, 50, 1950, 1000)
    """
    return 0 if interval <= 0 else max(STEP, minimum, interval) // STEP * STEP


class Relays(QObject):
    """The relays of one engine. The engine's thread only. While nobody looks with an interval there is no timer.

    `tick(interval, sources)`: these Sources are to be asked now, each once, at the shortest interval that anybody
    looks at it with. A slot may set data at once or later; who has waited gets it when it comes. A new look asks at
    the next turn of the event loop, whatever the time.
    """

    tick = Signal(int, list)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.minimum = STEP
        """Plasma's minimumPollingInterval, ms: a Source is not asked more often, whoever connects."""
        self._containers: dict[str, DataContainer] = {}
        self._intervals: dict[str, frozenset[int]] = {}
        self._count: Counter[int] = Counter()
        self._due: dict[int, int] = {}
        self._asked: dict[str, int] = {}
        self._first: dict[str, None] = {}
        self._timer: QTimer | None = None

    @property
    def intervals(self) -> tuple[int, ...]:
        """The distinct intervals that somebody looks with now, shortest first."""
        return tuple(sorted(self._due))

    @property
    def waiting(self) -> bool:
        """True while there is a timer."""
        return self._timer is not None

    def interval(self, source: str) -> int:
        """The shortest interval that anybody looks at that Source with; 0: nobody looks with one."""
        return min(self._intervals.get(source, ()), default=0)

    def sources(self, interval: int = 0) -> list[str]:
        """The Sources that are asked at that interval; 0: at any."""
        return [name for name in self._intervals if interval in (0, self.interval(name))]

    def follow(self, container: DataContainer) -> None:
        """From now on ask for it as those who look at it want."""
        self._containers[container.source] = container
        container.looksChanged.connect(self._looks_changed)
        self._looks_changed(container.source)

    def forget(self, source: str) -> None:
        """Its container has gone."""
        container = self._containers.pop(source, None)
        if container is not None:
            container.looksChanged.disconnect(self._looks_changed)
            self._asked.pop(source, None)
            self._set_intervals(source, frozenset())

    def ask(self, sources: Iterable[str]) -> frozenset[str]:
        """Ask for these now; those that were asked: not who is looked at without an interval, or was asked just now."""
        asked = self._to_ask(sources)
        self._ask(asked)
        return frozenset(asked)

    @Slot(list)
    def answered(self, sources: Iterable[str]) -> None:
        """What a tick asked of these was done, also when nothing came of it: who has waited gets what there is."""
        for source in sources:
            container = self._containers.get(source)
            if container is not None:
                container.answered()

    @Slot(str)
    def _looks_changed(self, source: str) -> None:
        container = self._containers.get(source)
        if container is None:
            return
        intervals = frozenset(look.interval for look in container.looks if look.interval)
        if intervals - self._intervals.get(source, frozenset()):
            self._first[source] = None
        self._set_intervals(source, intervals)
        if self._first:
            self._arm()

    def _set_intervals(self, source: str, intervals: frozenset[int]) -> None:
        before = self._intervals.pop(source, frozenset())
        if intervals:
            self._intervals[source] = intervals
        else:
            self._first.pop(source, None)
        self._count.update(intervals)
        self._count.subtract(before)
        ended = [interval for interval in before if not self._count[interval]]
        begun = [interval for interval in intervals if interval not in self._due]
        for interval in ended:
            del self._count[interval], self._due[interval]
        now = _now()
        self._due.update((interval, _after(now, interval)) for interval in begun)
        if begun or ended:
            self._arm()

    def _arm(self) -> None:
        """Wake at the next tick of any relay; at once where a new look waits for its first data."""
        if self._due:
            if self._timer is None:
                self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
                self._timer.timeout.connect(self._wake)
            self._timer.start(0 if self._first else max(0, min(self._due.values()) - _now()))
        elif self._timer is not None:
            self._timer.stop()
            self._timer.deleteLater()
            self._timer = None

    @Slot()
    def _wake(self) -> None:
        # A timer may come a moment early: to wait for that moment would be a wake-up for nothing.
        now = _now() + 1
        due = frozenset(interval for interval, at in self._due.items() if at <= now)
        self._due.update((interval, _after(now, interval)) for interval in due)
        first, self._first = self._first, {}
        self._arm()
        asked = self._to_ask([*(name for name in self._intervals if self.interval(name) in due), *first])
        # Those who wait are queued before anybody is asked: an answer may come at once.
        for source, intervals in list(self._intervals.items()):
            container = self._containers.get(source)
            ticking = intervals if source in first else intervals & due
            if container is not None and ticking:
                container.tick(ticking, asked=source in asked)
        self._ask(asked)

    def _to_ask(self, sources: Iterable[str]) -> dict[str, int]:
        """Those of the Sources that may be asked now, with their intervals."""
        latest = _now() - self.minimum + STEP // 2  # a tick may come late, and the next one in time
        return {
            source: self.interval(source)
            for source in sources
            if source in self._intervals and self._asked.get(source, latest) <= latest
        }

    def _ask(self, asked: Mapping[str, int]) -> None:
        self._asked.update(dict.fromkeys(asked, _now()))
        for interval in sorted(set(asked.values())):
            self.tick.emit(interval, [source for source, its in asked.items() if its == interval])


def _now() -> int:
    return time.monotonic_ns() // 1_000_000


def _after(now: int, interval: int) -> int:
    return (now // interval + 1) * interval
