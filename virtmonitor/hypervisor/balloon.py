"""What a guest says of its own memory: switched on while somebody looks, trusted only while it is fresh.

QEMU asks the guest's balloon driver every `period` seconds (0: never, the default) and hands out the last
answer for ever, with its moment (`last_update`). So the period is set, live only, when somebody begins to
look and put back after; and an answer that does not move is no answer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import libvirt

from virtmonitor.core.errors import VirtmonitorError
from virtmonitor.hypervisor.calls import timed
from virtmonitor.hypervisor.lines import Line
from virtmonitor.hypervisor.safexml import parse

#: Seconds between two answers of a guest while somebody looks.
PERIOD: Final = 2
#: An answer older than this many periods is not shown; at least the seconds of STALE.
STALE_PERIODS: Final = 5
STALE: Final = 15.0


@dataclass(frozen=True, slots=True)
class Prepared:
    """A domain's period in seconds: what it was, and what it is now. Equal: nothing was changed."""

    before: int
    now: int


@dataclass(frozen=True, slots=True)
class Preparing:
    """The purpose of a step that prepares this run of a domain."""

    run: int


def prepare(domain: libvirt.virDomain, period: int = PERIOD) -> Prepared:
    """Makes the guest tell its memory at least every `period` seconds. Asks its monitor.

    Where that is not allowed (read-only) or not possible (no balloon, another driver), nothing is changed.
    """
    before = _period(domain)
    if before is None or 0 < before <= period:
        return Prepared(before or 0, before or 0)
    return Prepared(before, period if _set(domain, period) else before)


def put_back(domain: libvirt.virDomain, prepared: Prepared) -> None:
    """Sets the period as it was, unless somebody else has changed it meanwhile. Asks the monitor."""
    if _period(domain) == prepared.now:
        _set(domain, prepared.before)


def prepare_on(uuid: str, line: Line) -> Prepared:
    """`prepare` for the domain of that UUID on a line."""
    return next((prepare(domain) for domain in line.active([uuid]).values()), Prepared(0, 0))


def put_back_on(uuid: str, prepared: Prepared, line: Line) -> None:
    """`put_back` for the domain of that UUID on a line."""
    for domain in line.active([uuid]).values():
        put_back(domain, prepared)


def period_of(xml: str) -> int | None:
    """The period in a domain's XML, 0 when it is off; None for a domain without balloon."""
    try:
        balloon = parse(xml).find("devices/memballoon")
    except VirtmonitorError:
        return None
    if balloon is None or balloon.get("model") == "none":
        return None
    stats = balloon.find("stats")
    text = "0" if stats is None else stats.get("period", "0")
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def _period(domain: libvirt.virDomain) -> int | None:
    return period_of(timed(domain.XMLDesc).value or "")


def _set(domain: libvirt.virDomain, period: int) -> bool:
    return timed(domain.setMemoryStatsPeriod, period, libvirt.VIR_DOMAIN_AFFECT_LIVE).error is None


@dataclass(slots=True)
class _Seen:
    """The newest answer of one run of a domain, and when it was first seen."""

    run: int
    update: int
    since: float
    moved: bool = False


class MemoryWatch:
    """Who is looked at, whose period was changed, and whose answers are fresh. One thread; makes no calls.

    `periodic`: the driver asks guests periodically (QEMU); others read the memory at each call.
    """

    def __init__(self, *, periodic: bool) -> None:
        self._periodic = periodic
        self._looks: Counter[str] = Counter()
        self._prepared: dict[str, tuple[int, Prepared]] = {}
        self._seen: dict[str, _Seen] = {}

    def begin(self, uuid: str) -> None:
        """Somebody looks at its memory."""
        self._looks[uuid] += 1

    def end(self, uuid: str) -> None:
        """Somebody looks no more. Looks are counted."""
        self._looks[uuid] -= 1
        if self._looks[uuid] <= 0:
            del self._looks[uuid]
            self._seen.pop(uuid, None)

    def end_all(self) -> None:
        """Nobody looks any more."""
        self._looks.clear()
        self._seen.clear()

    def due(self, uuid: str, run: int) -> bool:
        """Somebody looks, and this run of it was not prepared yet."""
        return self._periodic and uuid in self._looks and self._prepared.get(uuid, (None,))[0] != run

    def prepared(self, uuid: str, run: int, how: Prepared) -> None:
        """It was prepared."""
        self._prepared[uuid] = (run, how)

    def owed(self) -> list[tuple[str, int, Prepared]]:
        """(UUID, run, how) of those that nobody looks at and whose period is still to be put back."""
        idle = [(uuid, *entry) for uuid, entry in self._prepared.items() if uuid not in self._looks]
        for uuid, _run, how in idle:
            if how.before == how.now:
                del self._prepared[uuid]
        return [(uuid, run, how) for uuid, run, how in idle if how.before != how.now]

    def settled(self, uuid: str) -> None:
        """Its period was put back, or the run that had it is over."""
        self._prepared.pop(uuid, None)

    def is_fresh(self, uuid: str, run: int, stats: Mapping[str, Any], now: float) -> bool:
        """True when the guest's answer is of now.

        Where the period was off before, the first answer seen may be of any age: it counts once it has moved.
        """
        update = stats.get("last_update")
        if update is None or not self._periodic:
            return True
        how = self._prepared[uuid][1] if uuid in self._prepared else Prepared(0, 0)
        seen = self._seen.get(uuid)
        if seen is None or seen.run != run:
            seen = self._seen[uuid] = _Seen(run, update, now, moved=how.before > 0)
        elif seen.update != update:
            seen.update, seen.since, seen.moved = update, now, True
        return seen.moved and now - seen.since <= max(STALE, STALE_PERIODS * how.now)
