"""One tick: which calls it is made of, and what their answers say of each domain."""

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

#: So many domains are asked in the form not taken, to learn what it costs.
TRIAL: Final = 4
#: A call may take this many times what was expected of it before the seconds of its deadline begin.
PATIENCE: Final = 4

#: The groups that come in two forms, and those that a series reads without asking the guest's monitor.
_CHOSEN: Final = (Want.CPU, Want.VCPU, Want.MEMORY, Want.DISK, Want.DISKS)
_WITHOUT_GUEST: Final = Want.CPU | Want.VCPU
_NETWORK: Final = Want.NETWORK | Want.INTERFACES
_GONE: Final = (FailureKind.NO_SOURCE, FailureKind.STATE)
_PAUSED: Final = (libvirt.VIR_DOMAIN_PAUSED, libvirt.VIR_DOMAIN_PMSUSPENDED)
_INACTIVE: Final = (libvirt.VIR_DOMAIN_SHUTOFF, libvirt.VIR_DOMAIN_CRASHED)


@dataclass(frozen=True, slots=True)
class Ask:
    """What is wanted of one active domain.

    `hung`: its monitor must not be asked. `count`: its online vCPUs, None where they are to be read.
    `disks` (target, source) and `interfaces` (targets) are of its XML, empty where that was not read.
    """

    uuid: str
    wants: Want
    hung: bool = False
    count: int | None = None
    disks: tuple[tuple[str, str], ...] = ()
    interfaces: tuple[str, ...] = ()


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
    """Plans the calls of one tick and gathers what they say. One thread; only its steps run in others."""

    def __init__(self, costs: Costs, asks: Sequence[Ask]) -> None:
        self._costs = costs
        self._asks = {ask.uuid: ask for ask in asks}
        self.found = {ask.uuid: Found() for ask in asks}
        self._forms = {group: costs.best(group, len(self._wanting(group))) for group in _CHOSEN}
        if costs.gives(Want.DISKS, Form.BULK):
            self._forms[Want.DISKS] = Form.BULK  # it alone tells sizes

    def _wanting(self, group: Want) -> list[Ask]:
        return [ask for ask in self._asks.values() if ask.wants & group and not ask.hung]

    def _groups(self, ask: Ask, form: Form) -> Want:
        """The groups of one domain that go in this form."""
        wants = self._normal(ask.wants)
        groups = Want.NOTHING
        for group in _CHOSEN:
            if wants & group and self._forms[group] is form and self._costs.gives(group, form):
                groups |= group
        counts = form is Form.BULK and groups & Want.CPU and ask.count is None
        return groups | Want.VCPU if counts else groups

    def _normal(self, wants: Want) -> Want:
        """The sum of the disks comes with each disk; where a driver has no sum, each is asked for it."""
        if wants & Want.DISKS:
            return wants & ~Want.DISK
        if wants & Want.DISK and not self._costs.gives_any(Want.DISK):
            return wants & ~Want.DISK | Want.DISKS
        return wants

    # What asks guests: steps, for a thread that may be lost.

    def steps(self, hung: Container[str] = ()) -> list[Step]:
        """All that asks the guests' monitors, leaving out the hung."""
        asks = [ask for ask in self._asks.values() if not ask.hung and ask.uuid not in hung]
        return [*self._single_steps(asks), *self.bulk_steps(asks)]

    def _single_steps(self, asks: Sequence[Ask]) -> Iterator[Step]:
        for ask in asks:
            groups = self._groups(ask, Form.SERIES) & ~_WITHOUT_GUEST
            if groups:
                yield self._step([ask], Purpose(groups, Form.SERIES))

    def bulk_steps(self, asks: Sequence[Ask]) -> Iterator[Step]:
        """Bulk calls: those who want the same share one."""
        alike: dict[Want, list[Ask]] = defaultdict(list)
        for ask in asks:
            alike[self._groups(ask, Form.BULK)].append(ask)
        alike.pop(Want.NOTHING, None)
        for groups, members in alike.items():
            for start in range(0, len(members), CHUNK):
                yield self._step(members[start : start + CHUNK], Purpose(groups, Form.BULK))

    def again(self, step: Step, hung: Container[str]) -> list[Step]:
        """A step that was lost or not begun, once more without those that hang."""
        if not isinstance(step.purpose, Purpose):
            return [] if step.uuids[0] in hung else [step]
        asks = [self._asks[uuid] for uuid in step.uuids if uuid not in hung]
        return [self._step(asks, step.purpose)] if asks else []

    def trial(self, now: float) -> Step | None:
        """One look at what the form not taken would cost, where it is time for it."""
        for group in (Want.CPU, Want.VCPU, Want.MEMORY, Want.DISK):
            asks = self._wanting(group)[:TRIAL]
            form = self._costs.untried(group, self._forms[group], now) if asks else None
            if form is not None:
                return self._step(asks, Purpose(group, form, trial=True))
        return None

    def _step(self, asks: Sequence[Ask], purpose: Purpose) -> Step:
        expected = sum(self._costs.seconds(group, purpose.form) for group in purpose.groups) * len(asks)
        deadline = DEADLINE + PATIENCE * (self._costs.round_trip + expected)
        return Step(tuple(ask.uuid for ask in asks), self._call(asks, purpose), deadline, purpose)

    def _call(self, asks: Sequence[Ask], purpose: Purpose) -> Callable[[Line], object]:
        uuids, groups = [ask.uuid for ask in asks], purpose.groups
        if purpose.form is Form.BULK:
            return lambda line: calls.ask_bulk(line.connection, _of(line, uuids), groups)
        if purpose.trial:
            return lambda line: calls.ask_each(_of(line, uuids), groups)
        disks = asks[0].disks
        return lambda line: [calls.ask_guest(domain, groups, disks) for domain in _of(line, uuids)]

    def digest(self, outcome: Outcome, now: float) -> None:
        """Takes the values of a step that is done. Raises VirtmonitorError when the connection is lost."""
        purpose = outcome.step.purpose
        if not isinstance(purpose, Purpose) or not outcome.done:
            return
        answer: Any = outcome.result()
        if purpose.form is Form.BULK:
            self._digest_bulk(outcome.step.uuids, purpose, answer, now)
        elif purpose.trial:
            self._learn_series(purpose.groups, answer, len(outcome.step.uuids), now)
        else:
            for answers in answer:
                self._digest_series(outcome.step.uuids[0], answers, now)

    def _digest_series(self, uuid: str, answers: Mapping[Want, Timed], now: float) -> None:
        for group, timed in answers.items():
            if self._learn_series(group, timed, 1, now):
                self._take(uuid, group, timed)
            elif timed.error is not None and self._kind(timed.error) in _GONE:
                self.found[uuid].gone = True

    def _learn_series(self, group: Want, timed: Timed, domains: int, now: float) -> bool:
        """False when the call was refused; a driver that cannot do it is not asked again."""
        if timed.error is None:
            self._costs.learn(group, Form.SERIES, timed.seconds / domains, now)
        elif self._kind(timed.error) is FailureKind.UNSUPPORTED:
            self._costs.rule_out(group, Form.SERIES)
        return timed.error is None

    def _kind(self, error: libvirt.libvirtError) -> FailureKind:
        """Raises where it is the connection that failed, and with it all that is still to come."""
        failure = failure_of(error, "read the statistics")
        if failure.kind is FailureKind.CONNECTION:
            raise VirtmonitorError(failure) from error
        return failure.kind

    def _take(self, uuid: str, group: Want, timed: Timed) -> None:
        found, at = self.found[uuid], timed.at
        match group:
            case Want.CPU:
                found.cpu = counters.cpu_of_info(timed.value, at)
                found.paused, found.gone = timed.value[0] in _PAUSED, timed.value[0] in _INACTIVE
            case Want.VCPU:
                found.vcpus = counters.vcpus_of_call(timed.value, at)
            case Want.MEMORY:
                found.stats, found.stats_at = timed.value, at
            case Want.DISK:
                found.disks = counters.disks_of_call(timed.value, at)
            case Want.DISKS:
                found.disks = counters.disks_of_calls(timed.value, at)

    def _digest_bulk(self, uuids: Sequence[str], purpose: Purpose, timed: Timed, now: float) -> None:
        if timed.error is not None:
            # Refused as a whole: one domain is gone, or this libvirt cannot do it.
            if self._kind(timed.error) not in _GONE:
                self._rule_out_bulk(purpose.groups)
            return
        self._learn_bulk(purpose.groups, timed, len(uuids), now)
        given = Want.NOTHING
        active = False
        for place, (domain, record) in enumerate(timed.value):
            active = active or record.get("state.state") not in _INACTIVE
            for group in purpose.groups:
                given |= group if calls.BULK_KEYS[group] in record else Want.NOTHING
            if not purpose.trial:
                self._take_record(
                    domain.UUIDString(), purpose.groups, record, timed.moment(place, len(uuids))
                )
        if active:
            self._rule_out_bulk(purpose.groups & ~given)

    def _rule_out_bulk(self, groups: Want) -> None:
        for group in groups:
            self._costs.rule_out(group, Form.BULK)

    def _learn_bulk(self, groups: Want, timed: Timed, domains: int, now: float) -> None:
        """Shares the seconds of a call among its groups as they were expected to share them."""
        spent = max(timed.seconds - self._costs.round_trip, 0.0) / max(domains, 1)
        expected = {group: self._costs.seconds(group, Form.BULK) for group in groups}
        for group, seconds in expected.items():
            self._costs.learn(group, Form.BULK, spent * seconds / sum(expected.values()), now)

    def _take_record(self, uuid: str, groups: Want, record: counters.Record, at: float) -> None:
        found, ask = self.found[uuid], self._asks[uuid]
        found.gone = record.get("state.state") in _INACTIVE
        found.paused = record.get("state.state") in _PAUSED
        if groups & Want.CPU:
            found.cpu = counters.cpu_of_record(record, record.get("vcpu.current", ask.count), at)
        if groups & ask.wants & Want.VCPU:
            found.vcpus = counters.vcpus_of_record(record, at)
        if groups & Want.MEMORY and "balloon.current" in record:
            found.stats, found.stats_at = counters.balloon_stats(record), at
        if groups & (Want.DISK | Want.DISKS):
            found.disks = counters.disks_of_record(record, at)

    # What the host knows without its guests, in the caller's thread.

    def read_without_guests(self, line: Line, now: float) -> None:
        """info() and vcpus() where they are the cheapest, and the counters of the interfaces."""
        domains = line.active(self._asks)
        for ask in self._asks.values():
            groups = self._groups(ask, Form.SERIES) & _WITHOUT_GUEST
            if groups and ask.uuid in domains:
                self._read_one(domains[ask.uuid], ask.uuid, groups, now)
        networked = [ask for ask in self._asks.values() if ask.wants & _NETWORK and ask.uuid in domains]
        if networked and self._costs.gives(Want.NETWORK, Form.BULK):
            self._read_networks(line.connection, [domains[ask.uuid] for ask in networked], now)
        if not self._costs.gives(Want.NETWORK, Form.BULK):
            for ask in networked:
                self._read_interfaces(domains[ask.uuid], ask)

    def read_left(self, line: Line, now: float) -> None:
        """info() and vcpus() for those whose bulk call was lost or not made: they need no answer of the guest."""
        left = {uuid: groups for uuid in self._asks if (groups := self._missing(uuid))}
        domains = line.active(left) if left else {}
        for uuid, domain in domains.items():
            self._read_one(domain, uuid, left[uuid], now)

    def _missing(self, uuid: str) -> Want:
        found, wants = self.found[uuid], self._asks[uuid].wants
        missing = Want.NOTHING
        for group, reading in ((Want.CPU, found.cpu), (Want.VCPU, found.vcpus)):
            if wants & group and reading is None and not found.gone and self._costs.gives(group, Form.SERIES):
                missing |= group
        return missing

    def _read_one(self, domain: libvirt.virDomain, uuid: str, groups: Want, now: float) -> None:
        for group, call in ((Want.CPU, domain.info), (Want.VCPU, domain.vcpus)):
            if groups & group and not self.found[uuid].gone:
                self._digest_series(uuid, {group: calls.timed(call)}, now)

    def _read_networks(
        self, connection: libvirt.virConnect, domains: Sequence[libvirt.virDomain], now: float
    ) -> None:
        for start in range(0, len(domains), CHUNK):
            part = domains[start : start + CHUNK]
            timed = calls.ask_bulk(connection, part, Want.NETWORK)
            purpose = Purpose(Want.NETWORK, Form.BULK, trial=True)
            self._digest_bulk([domain.UUIDString() for domain in part], purpose, timed, now)
            for domain, record in timed.value or ():
                self.found[domain.UUIDString()].interfaces = counters.interfaces_of_record(record, timed.at)

    def _read_interfaces(self, domain: libvirt.virDomain, ask: Ask) -> None:
        read = [(target, calls.timed(domain.interfaceStats, target)) for target in ask.interfaces]
        known = [(target, timed.value) for target, timed in read if timed.error is None]
        if known or not read:
            at = read[0][1].at if read else calls.now()
            self.found[ask.uuid].interfaces = counters.interfaces_of_calls(known, at)


def _of(line: Line, uuids: Sequence[str]) -> list[libvirt.virDomain]:
    return list(line.active(uuids).values())
