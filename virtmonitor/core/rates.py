"""Two samples of one domain or host, made into what people read: percentages, bytes, bytes a second.

Pure functions, any thread. What cannot be known from these two samples is None, never 0: a first sample, a
counter that went back (a restart, another device under the same name), a jump that no hardware makes.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from virtmonitor.core.sample import CpuReading, DomainSample, HostSample, MemoryReading, VcpuReading, Want
from virtmonitor.core.traffic import Traffic, disk_traffic, interface_traffic, per_second

NANO: Final = 1_000_000_000
#: A guest's threads cannot use more CPU than its host has; half as much again is left for the clocks' noise.
CPU_SLACK: Final = 1.5


@dataclass(frozen=True, slots=True)
class DomainUsage:
    """The measured properties of a domain, named and in the units of the vocabulary. None is unknown."""

    cpuTime: float | None = None
    cpuUsage: float | None = None
    cpuHostUsage: float | None = None
    vcpuUsage: list[float | None] | None = None
    memoryUsed: int | None = None
    memoryResident: int | None = None
    diskReadRate: float | None = None
    diskWriteRate: float | None = None
    disks: list[dict[str, Any]] | None = None
    netReceiveRate: float | None = None
    netTransmitRate: float | None = None
    interfaces: list[dict[str, Any]] | None = None

    def values(self, asked: Want = Want.EVERYTHING) -> dict[str, Any]:
        """Property name -> value, of the groups that were asked for; what is unknown is there, as None."""
        return {name: getattr(self, name) for name in _names(asked.value)}


@dataclass(frozen=True, slots=True)
class HostUsage:
    """The measured properties of a host, as the vocabulary names them. None is unknown."""

    cpuCount: int | None = None
    hostCpuUsage: float | None = None
    memoryTotal: int | None = None
    memoryFree: int | None = None

    def values(self) -> dict[str, Any]:
        """Property name -> value."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


_GROUPS: Final = MappingProxyType(
    {
        "cpuTime": Want.CPU,
        "cpuUsage": Want.CPU,
        "cpuHostUsage": Want.CPU,
        "vcpuUsage": Want.VCPU,
        "memoryUsed": Want.MEMORY,
        "memoryResident": Want.MEMORY,
        "diskReadRate": Want.DISK | Want.DISKS,
        "diskWriteRate": Want.DISK | Want.DISKS,
        "disks": Want.DISKS,
        "netReceiveRate": Want.NETWORK | Want.INTERFACES,
        "netTransmitRate": Want.NETWORK | Want.INTERFACES,
        "interfaces": Want.INTERFACES,
    }
)


_DISKS: Final = Want.DISKS.value
_INTERFACES: Final = Want.INTERFACES.value
_NO_TRAFFIC: Final = Traffic()


@cache
def _names(asked: int) -> tuple[str, ...]:
    return tuple(name for name, group in _GROUPS.items() if group.value & asked)


def rates(before: DomainSample | None, after: DomainSample, host_cpus: int | None = None) -> DomainUsage:
    """What `after` tells, and what happened since `before`. `host_cpus`: how many CPUs the host has.

    A `before` of another domain, or of another run of this one, is as good as none.
    """
    old = before if before and (before.uuid, before.run) == (after.uuid, after.run) else None
    own, of_host = _cpu(old.cpu if old else None, after.cpu, host_cpus)
    asked = after.asked.value
    disks = disk_traffic(old.disks if old else None, after.disks, each=bool(asked & _DISKS))
    interfaces = interface_traffic(
        old.interfaces if old else None, after.interfaces, each=bool(asked & _INTERFACES)
    )
    disks, interfaces = disks or _NO_TRAFFIC, interfaces or _NO_TRAFFIC
    return DomainUsage(
        cpuTime=after.cpu.time / NANO if after.cpu else None,
        cpuUsage=own,
        cpuHostUsage=of_host,
        vcpuUsage=_vcpus(old.vcpus if old else None, after.vcpus),
        memoryUsed=memory_used(after.memory),
        memoryResident=after.memory.resident if after.memory else None,
        diskReadRate=disks.inward,
        diskWriteRate=disks.outward,
        disks=disks.devices,
        netReceiveRate=interfaces.inward,
        netTransmitRate=interfaces.outward,
        interfaces=interfaces.devices,
    )


def host_rates(before: HostSample | None, after: HostSample) -> HostUsage:
    """What `after` tells of a host, and how busy its CPUs were since `before`."""
    return HostUsage(after.cpu_count, _host_cpu(before, after), after.memory_total, after.memory_free)


def memory_used(memory: MemoryReading | None) -> int | None:
    """Bytes used inside the guest: available - usable. None when the balloon does not tell both.

    Never from `unused`: that counts the page cache as used.
    """
    if memory is None or memory.available is None or memory.usable is None:
        return None
    used = memory.available - memory.usable
    return used if used >= 0 else None


def _cpu(
    before: CpuReading | None, after: CpuReading | None, host_cpus: int | None
) -> tuple[float | None, float | None]:
    """cpuUsage and cpuHostUsage. Where vCPUs came or went meanwhile, the larger number counts."""
    if before is None or after is None:
        return None, None
    grown = per_second(before.time, after.time, after.at - before.at)
    if grown is None or (host_cpus and grown > host_cpus * NANO * CPU_SLACK):
        return None, None
    cores = grown / NANO
    count = max(before.count or 0, after.count or 0)
    return _percent(cores / count) if count else None, _percent(cores / host_cpus) if host_cpus else None


def _vcpus(before: VcpuReading | None, after: VcpuReading | None) -> list[float | None] | None:
    """Percent of each vCPU, at the place of its number. None: offline, or online only since now."""
    if after is None:
        return None
    old, seconds = (dict(before.times), after.at - before.at) if before else ({}, 0.0)
    new = dict(after.times)
    numbers = range(max(new, default=-1) + 1)
    return [_core_percent(old.get(number), new.get(number), seconds) for number in numbers]


def _core_percent(before: int | None, after: int | None, seconds: float) -> float | None:
    grown = per_second(before, after, seconds)
    return None if grown is None or grown > NANO * CPU_SLACK else _percent(grown / NANO)


def _percent(share: float) -> float:
    return min(share * 100, 100.0)


def _host_cpu(before: HostSample | None, after: HostSample) -> float | None:
    """The busy part of all CPU time that passed: a ratio of counters, so no clock is needed."""
    if before is None:
        return None
    busy = _grown(before.cpu_busy, after.cpu_busy)
    idle = _grown(before.cpu_idle, after.cpu_idle)
    if busy is None or idle is None or busy + idle == 0:
        return None
    return busy / (busy + idle) * 100


def _grown(before: int | None, after: int | None) -> int | None:
    return None if before is None or after is None or after < before else after - before
