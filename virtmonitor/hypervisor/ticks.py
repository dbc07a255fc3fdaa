"""One tick: the calls it is made of, and what their answers say of each domain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import libvirt

from virtmonitor.core.errors import FailureKind, VirtmonitorError
from virtmonitor.core.sample import CpuReading, TrafficReading, VcpuReading, Want
from virtmonitor.hypervisor import calls, counters
from virtmonitor.hypervisor.asking import DEADLINE, Outcome, Step
from virtmonitor.hypervisor.calls import CHUNK, Timed
from virtmonitor.hypervisor.costs import Costs, Form
from virtmonitor.hypervisor.failures import failure_of
from virtmonitor.hypervisor.lines import Line
from virtmonitor.hypervisor.ways import Ways

#: So many domains are asked in the form not taken, to learn what it costs.
TRIAL: Final = 4
#: A call may take this many times what was expected of it before the seconds of its deadline begin.
PATIENCE: Final = 4

_GONE: Final = (FailureKind.NO_SOURCE, FailureKind.STATE)
_PAUSED: Final = (libvirt.VIR_DOMAIN_PAUSED, libvirt.VIR_DOMAIN_PMSUSPENDED)
_INACTIVE: Final = (libvirt.VIR_DOMAIN_SHUTOFF, libvirt.VIR_DOMAIN_CRASHED)


@dataclass(slots=True)
class Ask:
    """What is wanted of one active domain, and how it is read.

    `hung`: its monitor must not be asked. `count`: its online vCPUs, None where they are not known.
    `disks` (target, source) and `interfaces` (targets) are of its XML, empty where that was not read.
    """

    uuid: str
    ways: Ways
    hung: bool = False
    count: int | None = None
    disks: Sequence[tuple[str, str]] = ()
    interfaces: Sequence[str] = ()


@dataclass(slots=True)
class Found:
    """What was read of one domain so far. `stats`: its memory as memoryStats() tells it.

    `gone`: not active.
    """

    cpu: CpuReading | None = None
    vcpus: VcpuReading | None = None
    disks: TrafficReading | None = None
    interfaces: TrafficReading | None = None
    stats: Mapping[str, Any] | None = None
    stats_at: float = 0.0
    paused: bool = False
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a step reads, and in which form. The values of a trial are thrown away, its cost is kept."""

    groups: Want
    form: Form
    trial: bool = False


class Tick:
    """Makes the calls of one tick and gathers what they say. One thread; only its steps run in others."""

    def __init__(self, costs: Costs, asks: Sequence[Ask], now: float) -> None:
        self._costs = costs
        self._asks = {ask.uuid: ask for ask in asks}
        self._now = now
        self.found = {ask.uuid: Found() for ask in asks}

    # What asks guests: steps, for a thread that may be lost.

    def steps(self) -> list[Step]:
        """All that asks the monitors of the guests that do not hang."""
        return [*self._single_steps(), *self._bulk_steps()]

    def _single_steps(self) -> Iterator[Step]:
        for ask in self._asks.values():
            if ask.ways.alone and not ask.hung:
                yield self._step([ask], Purpose(ask.ways.alone, Form.SERIES))

    def _bulk_steps(self) -> Iterator[Step]:
        """Those who want the same share a call. Who has an unknown number of vCPUs is asked for it along."""
        alike: dict[Want, list[Ask]] = defaultdict(list)
        for ask in self._asks.values():
            if ask.ways.bulk and not ask.hung:
                extra = ask.count is None and ask.ways.counts
                alike[ask.ways.bulk | Want.VCPU if extra else ask.ways.bulk].append(ask)
        for groups, members in alike.items():
            for start in range(0, len(members), CHUNK):
                yield self._step(members[start : start + CHUNK], Purpose(groups, Form.BULK))

    def again(self, step: Step, hung: Container[str]) -> list[Step]:
        """A step that was lost or not begun, once more without those that hang."""
        if not isinstance(step.purpose, Purpose):
            return [] if step.uuids[0] in hung else [step]
        asks = [self._asks[uuid] for uuid in step.uuids if uuid not in hung]
        return [self._step(asks, step.purpose)] if asks else []

    def trial(self, group: Want, form: Form) -> list[Step]:
        """One look at what another form would cost."""
        asks = [ask for ask in self._asks.values() if ask.ways.wants & group][:TRIAL]
        return [self._step(asks, Purpose(group, form, trial=True))] if asks else []

    def _step(self, asks: Sequence[Ask], purpose: Purpose) -> Step:
        expected = self._costs.expected(purpose.groups, purpose.form) * len(asks)
        deadline = DEADLINE + PATIENCE * (self._costs.round_trip + expected)
        return Step(tuple(ask.uuid for ask in asks), _call(asks, purpose), deadline, purpose)

    # What steps found.

    def digest(self, outcome: Outcome) -> None:
        """Takes the values of a step that is done. Raises VirtmonitorError when the connection is lost."""
        purpose = outcome.step.purpose
        if not isinstance(purpose, Purpose) or not outcome.done:
            return
        answer: Any = outcome.result()
        if purpose.form is Form.BULK:
            self._digest_bulk(outcome.step.uuids, purpose, answer)
        elif purpose.trial:
            self._learn(purpose.groups, answer, len(outcome.step.uuids))
        else:
            for answers in answer:
                for group, timed in answers.items():
                    self._digest_one(outcome.step.uuids[0], group, timed)

    def _digest_one(self, uuid: str, group: Want, timed: Timed) -> None:
        if self._learn(group, timed, 1):
            _take(self.found[uuid], group, timed)
        elif timed.error is not None and self._kind(timed.error) in _GONE:
            self.found[uuid].gone = True

    def _learn(self, group: Want, timed: Timed, domains: int) -> bool:
        """False when the call was refused; a driver that cannot do it is not asked again."""
        if timed.error is None:
            self._costs.learn(group, Form.SERIES, timed.seconds / domains, self._now)
        elif self._kind(timed.error) is FailureKind.UNSUPPORTED:
            self._costs.rule_out(group, Form.SERIES)
        return timed.error is None

    def _kind(self, error: libvirt.libvirtError) -> FailureKind:
        """Raises where it is the connection that failed, and with it all that is still to come."""
        failure = failure_of(error, "read the statistics")
        if failure.kind is FailureKind.CONNECTION:
            raise VirtmonitorError(failure) from error
        return failure.kind

    def _digest_bulk(self, uuids: Sequence[str], purpose: Purpose, timed: Timed) -> None:
        groups = purpose.groups
        if timed.error is not None:
            # Refused as a whole: one domain is gone, or this libvirt cannot do it.
            if self._kind(timed.error) not in _GONE:
                self._costs.rule_out(groups, Form.BULK)
            return
        self._costs.learn_bulk(groups, timed.seconds, len(uuids), self._now)
        self._costs.rule_out(_not_given(groups, [record for _, record in timed.value]), Form.BULK)
        if not purpose.trial:
            for place, (domain, record) in enumerate(timed.value):
                self._take_record(domain.UUIDString(), groups, record, timed.moment(place, len(uuids)))

    def _take_record(self, uuid: str, groups: Want, record: counters.Record, at: float) -> None:
        found, ask = self.found[uuid], self._asks[uuid]
        state = record.get("state.state")
        found.gone, found.paused = state in _INACTIVE, state in _PAUSED
        if groups & Want.CPU:
            found.cpu = counters.cpu_of_record(record, record.get("vcpu.current", ask.count), at)
        if groups & ask.ways.wants & Want.VCPU:
            found.vcpus = counters.vcpus_of_record(record, at)
        if groups & Want.MEMORY and "balloon.current" in record:
            found.stats, found.stats_at = counters.balloon_stats(record), at
        if groups & (Want.DISK | Want.DISKS):
            found.disks = counters.disks_of_record(record, at)
        if groups & Want.NETWORK:
            found.interfaces = counters.interfaces_of_record(record, at)

    # What the host knows without its guests: in the caller's thread.

    def read_without_guests(self, line: Line) -> None:
        """info() and vcpus() where they are the cheapest, and the counters of interfaces not read in bulk."""
        asks = [ask for ask in self._asks.values() if ask.ways.by_host or ask.ways.network]
        domains = line.active([ask.uuid for ask in asks]) if asks else {}
        for ask in asks:
            for group in ask.ways.by_host:
                self._read(domains[ask.uuid], ask.uuid, group)
        self._read_networks(line, [ask for ask in asks if ask.ways.network and not ask.ways.bulk])

    def read_left(self, line: Line) -> None:
        """The same for those whose bulk call was lost or not made: it needs no answer of the guest."""
        left = [ask for ask in self._asks.values() if ask.ways.bulk and not self.found[ask.uuid].gone]
        left = [ask for ask in left if self._lacks(ask)]
        domains = line.active([ask.uuid for ask in left]) if left else {}
        for ask in left:
            for group in self._lacks(ask):
                if ask.uuid in domains and self._costs.gives(group, Form.SERIES):
                    self._read(domains[ask.uuid], ask.uuid, group)
        networked = [ask for ask in left if ask.ways.network and self.found[ask.uuid].interfaces is None]
        self._read_networks(line, networked)

    def _lacks(self, ask: Ask) -> Want:
        found, lacks = self.found[ask.uuid], Want.NOTHING
        if found.cpu is None:
            lacks |= Want.CPU
        if found.vcpus is None:
            lacks |= Want.VCPU
        if found.interfaces is None:
            lacks |= Want.NETWORK
        return lacks & ask.ways.wants

    def _read(self, domain: libvirt.virDomain, uuid: str, group: Want) -> None:
        if group is Want.CPU:
            self._digest_one(uuid, group, calls.timed(domain.info))
        elif group is Want.VCPU and not self.found[uuid].gone:
            self._digest_one(uuid, group, calls.timed(domain.vcpus))

    def _read_networks(self, line: Line, asks: Sequence[Ask]) -> None:
        domains = line.active([ask.uuid for ask in asks]) if asks else {}
        if asks and self._costs.gives(Want.NETWORK, Form.BULK):
            purpose = Purpose(Want.NETWORK, Form.BULK)
            for start in range(0, len(domains), CHUNK):
                part = list(domains)[start : start + CHUNK]
                timed = calls.ask_bulk(line.connection, [domains[uuid] for uuid in part], Want.NETWORK)
                self._digest_bulk(part, purpose, timed)
        elif asks:
            for ask in asks:
                self._read_interfaces(domains[ask.uuid], ask)

    def _read_interfaces(self, domain: libvirt.virDomain, ask: Ask) -> None:
        read = [(target, calls.timed(domain.interfaceStats, target)) for target in ask.interfaces]
        known = [(target, timed.value) for target, timed in read if timed.error is None]
        if known or not read:
            at = read[0][1].at if read else self._now
            self.found[ask.uuid].interfaces = counters.interfaces_of_calls(known, at)


def _call(asks: Sequence[Ask], purpose: Purpose) -> Callable[[Line], object]:
    uuids, groups, disks = [ask.uuid for ask in asks], purpose.groups, asks[0].disks
    if purpose.form is Form.BULK:
        return lambda line: calls.ask_bulk(line.connection, _of(line, uuids), groups)
    if purpose.trial:
        return lambda line: calls.ask_each(_of(line, uuids), groups)
    return lambda line: [calls.ask_guest(domain, groups, disks) for domain in _of(line, uuids)]


def _of(line: Line, uuids: Sequence[str]) -> list[libvirt.virDomain]:
    return list(line.active(uuids).values())


def _take(found: Found, group: Want, timed: Timed) -> None:
    value, at = timed.value, timed.at
    if group is Want.CPU:
        found.cpu = counters.cpu_of_info(value, at)
        found.paused, found.gone = value[0] in _PAUSED, value[0] in _INACTIVE
    elif group is Want.VCPU:
        found.vcpus = counters.vcpus_of_call(value, at)
    elif group is Want.MEMORY:
        found.stats, found.stats_at = value, at
    elif group is Want.DISK:
        found.disks = counters.disks_of_call(value, at)
    elif group is Want.DISKS:
        found.disks = counters.disks_of_calls(value, at)


def _not_given(groups: Want, records: Sequence[counters.Record]) -> Want:
    """The groups that no record has, though one is of an active domain."""
    active = [record for record in records if record.get("state.state") not in _INACTIVE]
    missing = groups if active else Want.NOTHING
    for group in missing:
        if any(calls.BULK_KEYS[group] in record for record in active):
            missing &= ~group
    return missing
