"""From who looks at what to which domain is sampled when, and from samples to the values of Sources.

Nothing here runs while nobody looks: ticks come from the relays, which exist only while somebody is connected with
an interval. The engine's thread only.
"""

from __future__ import annotations

import contextlib
import math
import time
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from functools import reduce
from operator import or_
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, SignalInstance, Slot

from virtmonitor.core.domain import DomainRecord, source_name, split_source
from virtmonitor.core.guest import GuestFacts
from virtmonitor.core.history import Histories, History
from virtmonitor.core.rates import host_rates, rates
from virtmonitor.core.sample import DomainSample, HostSample, Want
from virtmonitor.core.traffic import SHORTEST
from virtmonitor.engine.datacontainer import DataContainer
from virtmonitor.engine.hoststate import HostState
from virtmonitor.hypervisor.gueststhread import GuestBatch, GuestsThread
from virtmonitor.hypervisor.samplerthread import SampleBatch, SamplerThread

GROUPS: Final = {
    "cpu": Want.CPU,
    "vcpu": Want.VCPU,
    "memory": Want.MEMORY,
    "disk": Want.DISK,
    "disks": Want.DISKS,
    "network": Want.NETWORK,
    "interfaces": Want.INTERFACES,
}
GUEST: Final = "guest"
"""The group of what a guest tells of itself: not sampled, but asked for now and then."""
GUEST_SECONDS: Final = 30.0

DEFAULT: Final = Want.CPU | Want.MEMORY | Want.DISK | Want.NETWORK
"""What is sampled for a look that names no groups."""

UNKNOWN: Final[dict[str, Any]] = dict.fromkeys(
    (
        "cpuTime", "cpuUsage", "cpuHostUsage", "vcpuUsage", "memoryUsed", "memoryResident", "diskReadRate",
        "diskWriteRate", "disks", "netReceiveRate", "netTransmitRate", "interfaces", "answering",
    )
)  # fmt: skip
"""The sampled properties of a domain that does not run."""


def wanted(container: DataContainer) -> Want:
    """The groups that those who look with an interval show."""
    result = Want.NOTHING
    for look in container.looks:
        if look.interval and not look.groups:
            result |= DEFAULT
        elif look.interval:
            result |= reduce(or_, (GROUPS[group] for group in look.groups if group in GROUPS), Want.NOTHING)
    return result


def _to(signal: SignalInstance) -> Callable[[object], object]:
    """Emits from a thread that may come back from a hung call long after the signal's object has gone."""

    def tell(batch: object) -> None:
        with contextlib.suppress(RuntimeError):
            signal.emit(batch)

    return tell


class HostSampling(QObject):
    """The samples of one host. `taken(SampleBatch)` is queued to the engine's thread."""

    taken = Signal(object)
    told = Signal(object)

    def __init__(self, host: HostState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.host = host
        self.thread_ = SamplerThread(host.settings.name, lambda: host.link.connection, _to(self.taken))
        host.link.on_ending(self.thread_.release)
        self.guests = GuestsThread(host.settings.name, lambda: host.link.connection, _to(self.told))
        host.link.on_ending(self.guests.release)
        self.asked: dict[str, float] = {}
        """When each guest was last asked of itself, by the monotonic clock."""
        self.facts: dict[str, GuestFacts] = {}
        """What each guest told last."""
        self.memory: frozenset[str] = frozenset()
        self.last: dict[str, DomainSample] = {}
        self.last_of_host: HostSample | None = None

    def ask_guest(self, uuid: str, seconds: float) -> None:
        """Ask a guest for what it tells of itself, unless it was asked in the last `seconds`."""
        now = time.monotonic()
        if self.host.live and now - self.asked.get(uuid, -math.inf) >= seconds:
            self.asked[uuid] = now
            self.guests.ask([uuid])

    def watch_memory(self, uuids: frozenset[str]) -> None:
        """The domains whose memory somebody looks at now."""
        if uuids != self.memory:
            self.memory = uuids
            self.thread_.watch_memory(uuids)


class Sampling(QObject):
    """Asks for samples at each tick and turns them into values.

    Signal `measured(source, values)`: new values of a Source, for the engine to merge and announce;
    `answered(sources)`: what a tick asked of these was done. `guest_seconds`: how often a guest is asked of itself.
    """

    measured = Signal(str, dict)
    answered = Signal(list)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hosts: dict[str, HostSampling] = {}
        self._histories = Histories()
        self._intervals: dict[str, float] = {}
        self.guest_seconds = GUEST_SECONDS
        self._expire = QTimer(self, singleShot=True)
        self._expire.timeout.connect(self._expire_histories)

    def add_host(self, host: HostState) -> None:
        """A host came."""
        sampling = HostSampling(host, self)
        sampling.taken.connect(self._taken, Qt.ConnectionType.QueuedConnection)
        sampling.told.connect(self._told, Qt.ConnectionType.QueuedConnection)
        self._hosts[host.settings.name] = sampling

    def remove_host(self, name: str) -> None:
        """A host goes."""
        sampling = self._hosts.pop(name, None)
        if sampling is not None:
            sampling.thread_.close()
            sampling.guests.close()
            sampling.deleteLater()

    def close(self) -> None:
        """The end: threads finish the call they are in."""
        for name in tuple(self._hosts):
            self.remove_host(name)

    def history(self, source: str) -> History | None:
        """The last points of a Source, kept some minutes after the last look; None when there are none."""
        return self._histories.get(source)

    def looks_changed(self, container: DataContainer) -> None:
        """Who looks at a Source, how often or at what is another."""
        host, uuid = split_source(container.source)
        sampling = self._hosts.get(host)
        intervals = [look.interval for look in container.looks if look.interval]
        if intervals:
            self._intervals[container.source] = min(intervals) / 1000
        elif self._intervals.pop(container.source, None) is not None:
            self._expire_histories()
        if sampling is not None and uuid is not None:
            looked_at = {uuid} if wanted(container) & Want.MEMORY else set()
            sampling.watch_memory(sampling.memory - {uuid} | looked_at)

    def tick(self, containers: Iterable[DataContainer]) -> None:
        """The time to sample these has come: one request a host."""
        wants: dict[str, dict[str, Want]] = defaultdict(dict)
        hosts: set[str] = set()
        for container in containers:
            host, uuid = split_source(container.source)
            if uuid is None:
                hosts.add(host)
            elif self._active(host, uuid):
                if want := wanted(container):
                    wants[host][uuid] = want
                if any(GUEST in look.groups for look in container.looks):
                    self._hosts[host].ask_guest(uuid, self.guest_seconds)
        for name in hosts | wants.keys():
            sampling = self._hosts.get(name)
            if sampling is not None and sampling.host.live:
                sampling.thread_.sample(wants[name], of_host=name in hosts)

    def ask(self, sources: Iterable[str], groups: Collection[str]) -> None:
        """Sample these domains once, for one who wants many and needs no Sources: `measured` tells."""
        want = reduce(or_, (GROUPS[group] for group in groups if group in GROUPS), Want.NOTHING)
        wants: dict[str, dict[str, Want]] = defaultdict(dict)
        for source in sources:
            host, uuid = split_source(source)
            if uuid is not None and self._active(host, uuid):
                wants[host][uuid] = want
                if GUEST in groups:
                    self._tell_of_guest(self._hosts[host], uuid)
        for name, of_host in wants.items():
            if want and self._hosts[name].host.live:
                self._hosts[name].thread_.sample(of_host, of_host=False)

    def _tell_of_guest(self, sampling: HostSampling, uuid: str) -> None:
        """What is known of it at once; and ask it again when it is time."""
        if uuid in sampling.facts:
            source = source_name(sampling.host.settings.name, uuid)
            self.measured.emit(source, sampling.facts[uuid].values())
        sampling.ask_guest(uuid, self.guest_seconds)

    def _active(self, host: str, uuid: str) -> bool:
        sampling = self._hosts.get(host)
        record = sampling.host.records.get(uuid) if sampling else None
        return record is not None and record.active

    @Slot(object)
    def _told(self, batch: GuestBatch) -> None:
        if batch.host in self._hosts and batch.facts is not None and self._active(batch.host, batch.uuid):
            self._hosts[batch.host].facts[batch.uuid] = batch.facts
            self.measured.emit(source_name(batch.host, batch.uuid), batch.facts.values())

    def domains_changed(self, host: str, records: Iterable[DomainRecord]) -> None:
        """These started, stopped or changed: what was kept of them holds no more."""
        sampling = self._hosts.get(host)
        if sampling is None or not (sampling.last or sampling.asked):
            return
        for record in records:
            if not record.active and sampling.asked.pop(record.uuid, None) is not None:
                sampling.facts.pop(record.uuid, None)
                self.measured.emit(record.source, GuestFacts().values())
        sampled = [record for record in records if record.uuid in sampling.last]
        sampling.thread_.forget({record.uuid for record in sampled})
        for record in sampled:
            if not record.active:
                del sampling.last[record.uuid]
                self.measured.emit(record.source, dict(UNKNOWN))

    @Slot(object)
    def _taken(self, batch: SampleBatch) -> None:
        sampling = self._hosts.get(batch.host)
        if sampling is None:
            return
        for sample in batch.samples:
            self._take_domain(sampling, sample)
        if batch.of_host is not None:
            usage = host_rates(sampling.last_of_host, batch.of_host).values()
            sampling.last_of_host = batch.of_host
            known = {name: value for name, value in usage.items() if value is not None}
            self._record(batch.host, batch.of_host.at, known)
            self.measured.emit(batch.host, known)
        self.answered.emit([batch.host, *(source_name(batch.host, uuid) for uuid in batch.asked)])

    def _take_domain(self, sampling: HostSampling, sample: DomainSample) -> None:
        facts = sampling.host.status.facts
        before = sampling.last.get(sample.uuid)
        if before is not None and before.run == sample.run and (near := _too_near(before, sample)):
            # Another look asks at once: what was told a moment ago still holds, and is no gap.
            sample = _without(sample, near)
            if not sample.asked:
                return
        usage = rates(before, sample, facts.cpu_count if facts else None)
        sampling.last[sample.uuid] = _merged(before, sample)
        values = usage.values(sample.asked)
        source = f"{sampling.host.settings.name}/{sample.uuid}"
        if source in self._intervals:
            self._record(source, sample.at, values)
        self.measured.emit(source, values | {"answering": sample.answering})

    def _record(self, source: str, at: float, values: dict[str, Any]) -> None:
        numbers = {name: value for name, value in values.items() if not isinstance(value, list)}
        numbers |= {f"vcpuUsage.{n}": value for n, value in enumerate(values.get("vcpuUsage") or ())}
        self._histories[source].append(at, numbers, self._intervals.get(source, 1.0))

    @Slot()
    def _expire_histories(self) -> None:
        """The only timer here, and only while there is something to forget: single, minutes ahead."""
        due = self._histories.expire(time.monotonic(), self._intervals)
        if due is not None:
            self._expire.start(max(0, math.ceil((due - time.monotonic()) * 1000)))


_READINGS: Final = {
    "cpu": Want.CPU,
    "vcpus": Want.VCPU,
    "memory": Want.MEMORY,
    "disks": Want.DISK | Want.DISKS,
    "interfaces": Want.NETWORK | Want.INTERFACES,
}


def _too_near(before: DomainSample, after: DomainSample) -> list[str]:
    """The readings that were made so soon after the ones before that no rate can be told."""
    pairs = {name: (getattr(before, name), getattr(after, name)) for name in _READINGS}
    return [name for name, (old, new) in pairs.items() if old and new and new.at - old.at < SHORTEST]


def _without(sample: DomainSample, readings: list[str]) -> DomainSample:
    """The sample as if these had not been asked for."""
    asked = sample.asked & ~reduce(or_, (_READINGS[name] for name in readings))
    nothing: dict[str, Any] = dict.fromkeys(readings)
    return replace(sample, asked=asked, **nothing)


def _merged(before: DomainSample | None, after: DomainSample) -> DomainSample:
    """The newest reading of each group: looks of different intervals show different groups."""
    if before is None or before.run != after.run:
        return after
    return replace(
        after,
        cpu=after.cpu or before.cpu,
        vcpus=after.vcpus or before.vcpus,
        memory=after.memory or before.memory,
        disks=after.disks or before.disks,
        interfaces=after.interfaces or before.interfaces,
    )
