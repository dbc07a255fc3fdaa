"""Statistics of the domains that somebody looks at: right numbers in the cheapest calls, hung guests kept
apart.

Each `sample` is one tick. It reads the groups that are wanted of each domain, in the form that `costs` found
the cheapest on this host. What the host knows by itself (info(), vcpus(), interface counters) is read in the
caller's thread. What asks a guest's monitor is read in a thread that may be lost (`asking`): a guest that
does not answer in time is told as `answering=False` and the others are read without it. The stuck call is
the retry: it returns when the guest goes on, and then the guest is asked again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final

import libvirt

from virtmonitor.core.errors import VirtmonitorError
from virtmonitor.core.sample import (
    DeviceCounter,
    DomainSample,
    HostSample,
    MemoryReading,
    TrafficReading,
    Want,
)
from virtmonitor.hypervisor import balloon, calls, counters, domainxml
from virtmonitor.hypervisor.asking import DEADLINE, Asker, Outcome, Step
from virtmonitor.hypervisor.costs import Costs
from virtmonitor.hypervisor.failures import failure_of
from virtmonitor.hypervisor.hoststats import HostSampler
from virtmonitor.hypervisor.hung import Hung
from virtmonitor.hypervisor.lines import Another, Lines
from virtmonitor.hypervisor.ticks import Ask, Found, Tick
from virtmonitor.hypervisor.ways import Planner, Ways

#: Seconds that a number of vCPUs is believed where reading it costs a call of its own.
COUNT_KEPT: Final = 30.0


@dataclass(frozen=True, slots=True)
class _Devices:
    """What a domain's XML says of its devices, in one run."""

    run: int
    disks: Mapping[str, Any]
    interfaces: Mapping[str, Any]


class Sampler:
    """Samples the domains of one host. Blocks; one thread at a time. Holds no thread while nothing hangs.

    `connection` is best one that nothing else uses (`lines` says why), and `another` opens a further one to
    the same host without asking anybody: a guest that hangs keeps the connection it was asked through.
    Without it, or when it fails, the first one has to do for all.
    """

    def __init__(self, connection: libvirt.virConnect, another: Another | None = None) -> None:
        """Measures the round trip. Raises VirtmonitorError."""
        try:
            trip = calls.round_trip(connection)
            has_monitors = connection.getType() == "QEMU"
        except libvirt.libvirtError as error:
            raise VirtmonitorError(failure_of(error, "reach the host")) from error
        self._costs = Costs(trip)
        self._lines = Lines(connection, another if has_monitors else None, trip)
        self._asker = Asker(self._lines, may_hang=has_monitors)
        self._hung = Hung(self._asker)
        self._memory = balloon.MemoryWatch(periodic=has_monitors)
        self._host = HostSampler()
        self._counts: dict[str, tuple[int, int, float]] = {}
        self._devices: dict[str, _Devices] = {}

    def sample(self, wants: Mapping[str, Want]) -> list[DomainSample]:
        """One sample of each wanted domain that is active, in the order asked.

        Takes as long as the calls take, and a deadline longer in the tick that finds a guest hanging. Raises
        VirtmonitorError (CONNECTION) when the connection is lost.
        """
        self._hung.take_back()
        known = -1
        while self._costs.refusals > known:  # what was refused is read in another form at once
            known = self._costs.refusals
            samples = self._tick(wants)
        self._settle()
        return samples

    def _tick(self, wants: Mapping[str, Want]) -> list[DomainSample]:
        domains = self._lines.current.active(wants)
        runs = {uuid: domain.ID() for uuid, domain in domains.items()}
        planner = Planner(self._costs, [wants[uuid] for uuid in domains])
        asks = [
            self._ask(domain, uuid, runs[uuid], planner.ways(wants[uuid])) for uuid, domain in domains.items()
        ]
        del domains  # of a connection that may be left behind from here on
        now = calls.now()
        tick = Tick(self._costs, asks, now)
        self._read(tick, planner, runs, now)
        made = (self._made(ask, runs[ask.uuid], tick.found[ask.uuid]) for ask in asks)
        return [sample for sample in made if sample is not None]

    def sample_host(self) -> HostSample:
        """One sample of the host itself. Raises VirtmonitorError (CONNECTION) when the connection is lost."""
        return self._host.sample(self._lines.current.connection)

    def begin_memory(self, uuid: str) -> None:
        """Somebody begins to look at this domain's memory: from the next sample on its guest tells it."""
        self._memory.begin(uuid)

    def end_memory(self, uuid: str) -> None:
        """Somebody looks no more; after the last of them the guest's period is put back.

        May take a deadline.
        """
        self._memory.end(uuid)
        self._settle()

    def forget(self, uuid: str) -> None:
        """It started, stopped, was undefined or got other devices: nothing that is kept of it holds."""
        self._lines.current.forget(uuid)
        self._counts.pop(uuid, None)
        self._devices.pop(uuid, None)

    def rest(self) -> None:
        """Nobody looks for now: lets go of all but what was measured. The next `sample` begins anew."""
        self._hung.take_back()
        self._lines.rest()
        self._counts.clear()
        self._devices.clear()

    def close(self) -> int:
        """Puts back what was changed and lets go of everything, so that the connection can be closed.

        Returns how many calls are still stuck in guests that hang: the connections they are stuck on, maybe
        the first one, stay open until the guests go on.
        """
        self._memory.end_all()
        self._settle()
        self.rest()
        return len(self._asker.lost)

    # Reading

    def _ask(self, domain: libvirt.virDomain, uuid: str, run: int, ways: Ways) -> Ask:
        ask = Ask(uuid, ways, hung=uuid in self._hung)
        if ways.counts:
            ask.count = self._count(uuid, run)
        if ways.needs_xml:
            devices = self._devices_of(uuid, domain)
            ask.disks = [(target, disk["source"]) for target, disk in devices.disks.items()]
            ask.interfaces = list(devices.interfaces)
        return ask

    def _count(self, uuid: str, run: int) -> int | None:
        known = self._counts.get(uuid)
        if known is None or known[0] != run or calls.now() - known[2] > COUNT_KEPT:
            return None
        return known[1]

    def _devices_of(self, uuid: str, domain: libvirt.virDomain) -> _Devices:
        known = self._devices.get(uuid)
        if known is None or known.run != domain.ID():
            known = self._devices[uuid] = _read_devices(domain)
        return known

    def _read(self, tick: Tick, planner: Planner, runs: Mapping[str, int], now: float) -> None:
        tick.read_without_guests(self._lines.current)
        trial = None if self._hung else planner.trial(now)
        steps = [*self._preparations(runs), *tick.steps(), *(tick.trial(*trial) if trial else ())]
        while steps and not self._asker.exhausted:
            outcomes = self._asker.ask(steps)
            for outcome in outcomes:
                self._digest(tick, outcome)
            left = self._hung.found(outcomes, self._lines.current)
            steps = [again for step in left for again in tick.again(step, self._hung)]
        tick.read_left(self._lines.current)

    def _digest(self, tick: Tick, outcome: Outcome) -> None:
        purpose, value = outcome.step.purpose, outcome.value
        if isinstance(purpose, balloon.Preparing) and isinstance(value, balloon.Prepared):
            self._memory.prepared(outcome.step.uuids[0], purpose.run, value)
        tick.digest(outcome)

    # Memory

    def _preparations(self, runs: Mapping[str, int]) -> list[Step]:
        """One step for each guest that is looked at and does not tell its memory yet."""
        return [
            Step((uuid,), partial(balloon.prepare_on, uuid), DEADLINE, balloon.Preparing(run))
            for uuid, run in runs.items()
            if uuid not in self._hung and self._memory.due(uuid, run)
        ]

    def _settle(self) -> None:
        """Puts back the periods that nobody needs any more, of guests that answer."""
        owed = self._memory.owed()
        domains = self._lines.current.active([uuid for uuid, _run, _how in owed]) if owed else {}
        steps = []
        for uuid, run, how in owed:
            if uuid not in domains or domains[uuid].ID() != run:
                self._memory.settled(uuid)  # that run is over, and its period with it
            elif uuid not in self._hung:
                steps.append(Step((uuid,), partial(balloon.put_back_on, uuid, how)))
        del domains
        outcomes = self._asker.ask(steps)
        self._hung.found(outcomes, self._lines.current)
        for outcome in outcomes:
            if outcome.done:
                self._memory.settled(outcome.step.uuids[0])

    # Made into samples

    def _made(self, ask: Ask, run: int, found: Found) -> DomainSample | None:
        if found.gone:
            self.forget(ask.uuid)
            return None
        if ask.ways.counts and found.cpu is not None and found.cpu.count is not None and ask.count is None:
            self._counts[ask.uuid] = (run, found.cpu.count, found.cpu.at)
        disks, interfaces = found.disks, found.interfaces
        if ask.ways.named:
            disks, interfaces = self._named(ask.uuid, disks, interfaces)
        return DomainSample(
            ask.uuid,
            calls.now(),
            run,
            ask.ways.wants,
            answering=ask.uuid not in self._hung,
            cpu=found.cpu,
            vcpus=found.vcpus,
            memory=self._memory_reading(ask.uuid, run, found),
            disks=disks,
            interfaces=interfaces,
        )

    def _memory_reading(self, uuid: str, run: int, found: Found) -> MemoryReading | None:
        if found.stats is None:
            return None
        reading = counters.memory_of_stats(found.stats, found.stats_at)
        if found.paused or self._memory.is_fresh(uuid, run, found.stats, found.stats_at):
            return reading
        return replace(reading, available=None, usable=None)

    def _named(
        self, uuid: str, disks: TrafficReading | None, interfaces: TrafficReading | None
    ) -> tuple[TrafficReading | None, TrafficReading | None]:
        """Both with what the XML says of each device."""
        known = self._devices.get(uuid)
        if known is None:
            return disks, interfaces
        return _with_names(disks, known.disks), _with_names(interfaces, known.interfaces)


def _with_names(reading: TrafficReading | None, said: Mapping[str, Any]) -> TrafficReading | None:
    if reading is None or reading.devices is None:
        return reading
    return replace(reading, devices=tuple(_with_name(device, said) for device in reading.devices))


def _with_name(device: DeviceCounter, said: Mapping[str, Any]) -> DeviceCounter:
    facts = said.get(device.target)
    if facts is None:
        return device
    return replace(device, source=device.source or facts["source"], mac=facts.get("mac", ""))


def _read_devices(domain: libvirt.virDomain) -> _Devices:
    answer = calls.timed(domain.XMLDesc)
    devices = domainxml.devices(answer.value or "")
    return _Devices(
        domain.ID(),
        {str(disk["target"]): disk for disk in devices["disks"]},
        {str(interface["target"]): interface for interface in devices["interfaces"]},
    )
