"""What one look at a domain or a host read: raw counters with their moment. Frozen: they cross threads.

Each group carries its own moment (`at`, seconds of the monotonic clock), for one slow guest may delay a group
by seconds, and a rate is right only over the time between its own two readings. None is unknown: not asked,
not told by this driver, or the guest did not answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Flag, auto


class Want(Flag):
    """The groups of values that somebody looks at. Each costs calls, so ask only for what is shown."""

    NOTHING = 0
    CPU = auto()  # cpuTime, cpuUsage, cpuHostUsage
    VCPU = auto()  # vcpuUsage
    MEMORY = auto()  # memoryUsed, memoryResident
    DISK = auto()  # diskReadRate, diskWriteRate
    DISKS = auto()  # disks: the same, each by itself; dearer than the sum
    NETWORK = auto()  # netReceiveRate, netTransmitRate
    INTERFACES = auto()  # interfaces: the same, each by itself
    EVERYTHING = CPU | VCPU | MEMORY | DISK | DISKS | NETWORK | INTERFACES


@dataclass(frozen=True, slots=True)
class CpuReading:
    """CPU time in ns since the domain's start, and how many vCPUs it has online now."""

    at: float
    time: int
    count: int | None


@dataclass(frozen=True, slots=True)
class VcpuReading:
    """CPU time in ns of each online vCPU: (number, ns), by number."""

    at: float
    times: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class MemoryReading:
    """Bytes. `available` is what the guest's kernel has, `usable` what it can give away without swapping."""

    at: float
    current: int | None = None
    available: int | None = None
    usable: int | None = None
    resident: int | None = None


@dataclass(frozen=True, slots=True)
class DeviceCounter:
    """One disk (inward: read, outward: written) or interface (inward: received, outward: sent), in bytes.

    `inward` and `outward` count since the device came. Sizes are of disks, the MAC of interfaces.
    """

    target: str
    inward: int | None
    outward: int | None
    source: str = ""
    mac: str = ""
    capacity: int | None = None
    allocation: int | None = None


@dataclass(frozen=True, slots=True)
class TrafficReading:
    """The counters of all disks, or of all interfaces. `devices` None: only the sum was asked for."""

    at: float
    inward: int | None
    outward: int | None
    devices: tuple[DeviceCounter, ...] | None = None


@dataclass(frozen=True, slots=True)
class DomainSample:
    """One active domain, read once. `run` is libvirt's id: another at each start, so another run's counters.

    `answering` is False while the hypervisor's monitor of this guest does not answer: what needs it is None.
    """

    uuid: str
    at: float
    run: int
    asked: Want
    answering: bool = True
    cpu: CpuReading | None = None
    vcpus: VcpuReading | None = None
    memory: MemoryReading | None = None
    disks: TrafficReading | None = None
    interfaces: TrafficReading | None = None


@dataclass(frozen=True, slots=True)
class HostSample:
    """One host, read once. CPU times in ns since its start, memory in bytes; `free` counts caches as free."""

    at: float
    cpu_busy: int | None = None
    cpu_idle: int | None = None
    cpu_count: int | None = None
    memory_total: int | None = None
    memory_free: int | None = None
