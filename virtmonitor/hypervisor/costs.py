"""Which form of a call is the cheapest on this host: measured there, not assumed.

The same value can be had domain by domain (`info()`, `memoryStats()`...) or for many domains in one bulk
call. A bulk call saves round trips but makes the daemon ask each guest's monitor, one guest after the other:
locally, where a round trip is 0.1 ms and a monitor 1 ms, series of calls win up to tenfold; 20 ms away bulk
wins. So each group of values goes the way whose measured seconds a domain are fewer. Until both ways were
measured an estimate from the round trip decides; the way not taken is tried on a few domains now and then,
unless round trips alone rule it out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from types import MappingProxyType
from typing import Final

from virtmonitor.core.sample import Want

#: Seconds after which the way not taken is tried again: the host's load and its libvirt may have changed.
RECHECK: Final = 600.0
#: The first of these looks come sooner, each after four times as long: one measure may be a bad one.
SECOND_LOOK: Final = 2.0
#: A series isolates a guest that hangs by itself, so bulk must be clearly cheaper.
CLEARLY: Final = 0.8
#: The estimates before anything was measured: seconds of the daemon's work, and of a guest's monitor.
_WORK: Final = 0.0001
_MONITOR: Final = 0.0012
#: How much a new measure weighs against those before, when it is shorter and when it is longer.
_SHORTER: Final = 0.8
_LONGER: Final = 0.1

#: Round trips of a series a domain: vcpus() makes three.
_TRIPS: Final = MappingProxyType({Want.CPU: 1, Want.VCPU: 3, Want.MEMORY: 1, Want.DISK: 1, Want.DISKS: 1})
_SERIES_ASKS: Final = Want.MEMORY | Want.DISK | Want.DISKS


class Form(Enum):
    """How a group of values is asked for."""

    SERIES = auto()
    BULK = auto()


@dataclass(slots=True)
class _Measure:
    seconds: float | None = None
    at: float = float("-inf")
    number: int = 0


class Costs:
    """Seconds a domain of each group in each form, on one host. One thread."""

    def __init__(self, round_trip: float) -> None:
        self.round_trip = round_trip
        self._measures: defaultdict[tuple[Want, Form], _Measure] = defaultdict(_Measure)
        self._missing: set[tuple[Want, Form]] = set()

    def learn(self, group: Want, form: Form, seconds: float, now: float) -> None:
        """What one domain cost. A bulk call's own round trip is the caller's to take off.

        What disturbs a call only makes it longer, so a shorter one counts for more.
        """
        measure = self._measures[group, form]
        known = measure.seconds
        if known is None:
            measure.seconds = seconds
        else:
            measure.seconds = known + (_SHORTER if seconds < known else _LONGER) * (seconds - known)
        measure.at = now
        measure.number = min(measure.number + 1, 10)

    def learn_bulk(self, groups: Want, seconds: float, domains: int, now: float) -> None:
        """What a bulk call cost: its groups share it as they were expected to."""
        spent = max(seconds - self.round_trip, 0.0) / max(domains, 1)
        expected = self.expected(groups, Form.BULK)
        for group in groups:
            self.learn(group, Form.BULK, spent * self.seconds(group, Form.BULK) / expected, now)

    def rule_out(self, groups: Want, form: Form) -> None:
        """This driver does not give these groups in that form."""
        self._missing.update((group, form) for group in groups)

    @property
    def refusals(self) -> int:
        """How many forms were ruled out."""
        return len(self._missing)

    def gives(self, group: Want, form: Form) -> bool:
        """False once it was ruled out."""
        return (group, form) not in self._missing

    def gives_any(self, group: Want) -> bool:
        """False when both forms were ruled out."""
        return any(self.gives(group, form) for form in Form)

    def seconds(self, group: Want, form: Form) -> float:
        """What a domain costs, as measured or else estimated. At least a microsecond."""
        known = self._measures[group, form].seconds
        if known is not None:
            return max(known, 1e-6)
        if form is Form.BULK:
            return _WORK + _MONITOR
        asks = _MONITOR if group in _SERIES_ASKS else 0.0
        return _TRIPS.get(group, 1) * (self.round_trip + _WORK) + asks

    def expected(self, groups: Want, form: Form) -> float:
        """What a domain costs for all these groups."""
        return sum(self.seconds(group, form) for group in groups)

    def choose(self, domains: Mapping[Want, int]) -> dict[Want, Form]:
        """The form of each group, for that many domains. All groups in bulk share one round trip.

        A form that the driver does not give is never chosen when it gives the other.
        """
        forced = {
            group for group in domains if not self.gives(group, Form.SERIES) and self.gives(group, Form.BULK)
        }
        gains = {group: self._gain(group, number) for group, number in domains.items()}
        winners = {group for group, gain in gains.items() if gain > 0 and self.gives(group, Form.BULK)}
        if not forced and sum(gains[group] for group in winners) <= self.round_trip:
            winners = set()
        return {group: Form.BULK if group in winners | forced else Form.SERIES for group in domains}

    def _gain(self, group: Want, domains: int) -> float:
        """Seconds that bulk saves, not counting its round trip."""
        return domains * (self.seconds(group, Form.SERIES) * CLEARLY - self.seconds(group, Form.BULK))

    def untried(self, group: Want, taken: Form, now: float) -> Form | None:
        """The other form, where it is time to try it and it could win."""
        other = Form.SERIES if taken is Form.BULK else Form.BULK
        measure = self._measures[group, other]
        pause = min(RECHECK, SECOND_LOOK * 4 ** (measure.number - 1)) if measure.number else 0.0
        if not self.gives(group, other) or now - measure.at < pause:
            return None
        floor = _TRIPS[group] * self.round_trip if other is Form.SERIES else 0.0
        return other if floor < self.seconds(group, taken) else None
