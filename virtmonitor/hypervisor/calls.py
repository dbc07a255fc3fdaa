"""The calls that statistics are made of, each timed. They block, and some ask the guest's monitor.

Measured on QEMU 7.2 with a guest stopped by SIGSTOP: info(), vcpus(), XMLDesc(), controlInfo(), interface
and state records answer at once; memoryStats(), blockStats() and every bulk record with CPU_TOTAL, VCPU,
BALLOON or BLOCK wait for the monitor. Any thread: a connection serves several at a time.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from types import MappingProxyType
from typing import Any, Final

import libvirt

from virtmonitor.core.errors import FailureKind
from virtmonitor.core.sample import Want
from virtmonitor.hypervisor.failures import failure_of

#: libvirt refuses lists of more than 16,384 domains over RPC; shorter ones let others in between.
CHUNK: Final = 4096

BULK_FLAGS: Final = MappingProxyType(
    {
        Want.CPU: libvirt.VIR_DOMAIN_STATS_CPU_TOTAL,
        Want.VCPU: libvirt.VIR_DOMAIN_STATS_VCPU,
        Want.MEMORY: libvirt.VIR_DOMAIN_STATS_BALLOON,
        Want.DISK: libvirt.VIR_DOMAIN_STATS_BLOCK,
        Want.DISKS: libvirt.VIR_DOMAIN_STATS_BLOCK,
        Want.NETWORK: libvirt.VIR_DOMAIN_STATS_INTERFACE,
    }
)

#: The key that a record of an active domain has when the driver gives that group.
BULK_KEYS: Final = MappingProxyType(
    {
        Want.CPU: "cpu.time",
        Want.VCPU: "vcpu.current",
        Want.MEMORY: "balloon.current",
        Want.DISK: "block.count",
        Want.DISKS: "block.count",
        Want.NETWORK: "net.count",
    }
)

Disks = Sequence[tuple[str, str]]


@dataclass(slots=True)
class Timed:
    """What a call returned, or the libvirtError it raised, and when: seconds of the monotonic clock."""

    value: Any
    began: float
    ended: float
    error: libvirt.libvirtError | None = None

    @property
    def at(self) -> float:
        """The moment its counters were read, as near as can be told from here."""
        return (self.began + self.ended) / 2

    @property
    def seconds(self) -> float:
        """How long the call took."""
        return self.ended - self.began

    def moment(self, place: int, number: int) -> float:
        """When a bulk call read the counters at that place: it goes through its list once."""
        return self.began + self.seconds * (place + 0.5) / number


def now() -> float:
    """Seconds of the clock that samples are dated with: monotonic."""
    return time.monotonic()


def timed(call: Callable[..., Any], *arguments: Any) -> Timed:
    """Makes one call. A libvirtError is kept, not raised."""
    began = now()
    try:
        value = call(*arguments)
    except libvirt.libvirtError as error:
        # The traceback would keep the domain, and with it the connection, until the next garbage collection.
        return Timed(None, began, now(), error.with_traceback(None))
    return Timed(value, began, now())


def ask_guest(domain: libvirt.virDomain, groups: Want, disks: Disks) -> dict[Want, Timed]:
    """memoryStats() and blockStats() of one domain. Asks its monitor. `disks`: (target, source) of each."""
    answers = {}
    if groups & Want.MEMORY:
        answers[Want.MEMORY] = timed(domain.memoryStats)
    if groups & Want.DISK:
        answers[Want.DISK] = timed(domain.blockStats, "")
    if groups & Want.DISKS:
        answers[Want.DISKS] = timed(_each_disk, domain, disks)
    return answers


def _each_disk(domain: libvirt.virDomain, disks: Disks) -> list[tuple[str, str, Sequence[int]]]:
    return [(target, source, domain.blockStats(target)) for target, source in disks]


def ask_each(domains: Sequence[libvirt.virDomain], group: Want) -> Timed:
    """The same call of one group about each of these domains, as one measure. Asks monitors."""
    return timed(lambda: [_SINGLE[group](domain) for domain in domains])


_SINGLE: Final[MappingProxyType[Want, Callable[[Any], Any]]] = MappingProxyType(
    {
        Want.CPU: lambda domain: domain.info(),
        Want.VCPU: lambda domain: domain.vcpus(),
        Want.MEMORY: lambda domain: domain.memoryStats(),
        Want.DISK: lambda domain: domain.blockStats(""),
    }
)


def ask_bulk(connection: libvirt.virConnect, domains: Sequence[libvirt.virDomain], groups: Want) -> Timed:
    """One bulk call about at most CHUNK domains. Asks their monitors, unless it is for NETWORK alone."""
    return timed(connection.domainListGetStats, list(domains), bulk_flags(groups))


def bulk_flags(groups: Want) -> int:
    """libvirt's flags for these groups, and for the state, which costs nothing."""
    return int(reduce(or_, (BULK_FLAGS[group] for group in groups), libvirt.VIR_DOMAIN_STATS_STATE))


def round_trip(connection: libvirt.virConnect) -> float:
    """Seconds of the shortest of three calls that cost the daemon nothing. Raises libvirtError."""
    return min(_seconds(connection.getLibVersion) for _ in range(3))


def _seconds(call: Callable[[], object]) -> float:
    began = now()
    call()
    return now() - began


def is_hung(domain: libvirt.virDomain, longer_than: float) -> bool:
    """True when its monitor is busy with one command for that many seconds, or nobody can tell.

    Never waits.
    """
    answer = timed(domain.controlInfo)
    if answer.error is not None:
        return failure_of(answer.error, "look at its monitor").kind is FailureKind.UNSUPPORTED
    state, _details, milliseconds = answer.value
    return bool(state != libvirt.VIR_DOMAIN_CONTROL_OK and milliseconds >= longer_than * 1000)
