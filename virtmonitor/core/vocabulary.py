"""The properties of Sources: THE table that every face reads (QML, D-Bus, command line, documentation).

Bytes and seconds are plain numbers, percentages 0..100, unknown is None. A state or reason is libvirt's own
constant in lower case.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

PropertyType = Literal["text", "integer", "number", "boolean", "word", "list", "map"]


@dataclass(frozen=True, slots=True)
class SourceProperty:
    """One property of a Source. `unit` is "" for what has none; `kinds` tells which Sources have it."""

    name: str
    group: str
    type: PropertyType
    description: str
    unit: str = ""
    kinds: tuple[str, ...] = ("domain",)


MOMENTS: Final = frozenset({"updatedAt", "nextRetryAt"})
"""Inside the program by core.clock, which does not jump; other programs get Unix time (core.properties.outward)."""

_BOTH = ("domain", "host")
_HOST = ("host",)
_P = SourceProperty

PROPERTIES: Final = (
    _P("kind", "identity", "word", "domain or host", kinds=_BOTH),
    _P("host", "identity", "text", "short name of the connection", kinds=_BOTH),
    _P("uuid", "identity", "text", "the only identity of a domain"),
    _P("name", "identity", "text", "name of the domain", kinds=_BOTH),
    _P("id", "identity", "integer", "libvirt's id, -1 when inactive"),
    _P("title", "identity", "text", "title of the domain's XML"),
    _P("description", "identity", "text", "description of the domain's XML"),
    _P("osType", "identity", "text", "hvm, exe, xen..."),
    _P("arch", "identity", "text", "architecture of the guest"),
    _P("virtType", "identity", "text", "kvm, qemu, lxc, test..."),
    _P("state", "state", "word", "virDomainState in lower case"),
    _P("stateReason", "state", "word", "why it is in that state"),
    _P("active", "state", "boolean", "it runs, or is paused: it has an id"),
    _P("persistent", "state", "boolean", "it is still defined after it stops"),
    _P("autostart", "state", "boolean", "started with the host"),
    _P("hasManagedSave", "state", "boolean", "the next start restores its saved memory"),
    _P("snapshotCount", "state", "integer", "number of snapshots"),
    _P("stale", "state", "boolean", "could not be refreshed; updatedAt tells since when", kinds=_BOTH),
    _P("updatedAt", "state", "number", "when it was last read, Unix time", "s", kinds=_BOTH),
    _P("vcpuCurrent", "cpu", "integer", "virtual CPUs in use"),
    _P("vcpuMaximum", "cpu", "integer", "virtual CPUs it can have until its next start"),
    _P("cpuTime", "cpu", "number", "CPU time used since its start", "s"),
    _P("cpuUsage", "cpu", "number", "share of its own vCPUs", "%"),
    _P("cpuHostUsage", "cpu", "number", "share of the host's CPUs", "%"),
    _P("vcpuUsage", "cpu", "list", "share of each vCPU", "%"),
    _P("memoryCurrent", "memory", "integer", "soft limit: what the balloon leaves", "B"),
    _P("memoryMaximum", "memory", "integer", "hard limit of its XML", "B"),
    _P("memoryUsed", "memory", "integer", "used inside the guest, page cache not counted", "B"),
    _P("memoryResident", "memory", "integer", "resident in the host's memory", "B"),
    _P("diskReadRate", "disk", "number", "read from all disks", "B/s"),
    _P("diskWriteRate", "disk", "number", "written to all disks", "B/s"),
    _P("disks", "disk", "list", "one map a disk: target, source, capacity, allocation, readRate, writeRate"),
    _P("netReceiveRate", "network", "number", "received by all interfaces", "B/s"),
    _P("netTransmitRate", "network", "number", "sent by all interfaces", "B/s"),
    _P("interfaces", "network", "list", "one map an interface: target, mac, source, receiveRate, transmitRate"),
    _P("addresses", "guest", "list", "IP addresses the guest has"),
    _P("hostname", "guest", "text", "name the guest, or the host, gives itself", kinds=_BOTH),
    _P("osName", "guest", "text", "operating system as the guest agent tells it"),
    _P("filesystems", "guest", "list", "one map a mount: mountpoint, totalBytes, usedBytes"),
    _P("displays", "guest", "list", "one map a display: type, address"),
    _P("answering", "job", "boolean", "false while the hypervisor's monitor of this domain does not answer"),
    _P("jobType", "job", "word", "libvirt's job under way: none, bounded, unbounded"),
    _P("jobProgress", "job", "number", "how much of the job is done", "%"),
    _P("jobRemaining", "job", "number", "how long the job still takes", "s"),
    _P("uri", "host", "text", "the connection's URI, without secrets", kinds=_HOST),
    _P("connection", "host", "word", "the connection's state (core.connection)", kinds=_HOST),
    _P("error", "host", "text", "why there is no connection, or what it cannot do", kinds=_HOST),
    _P("canAuthenticate", "host", "boolean", "a password would give more rights", kinds=_HOST),
    _P("nextRetryAt", "host", "number", "when the next try to connect is made, Unix time", "s", kinds=_HOST),
    _P("version", "host", "text", "hypervisor and libvirt versions", kinds=_HOST),
    _P("cpuCount", "host", "integer", "logical CPUs", kinds=_HOST),
    _P("hostCpuUsage", "host", "number", "share of the host's CPUs in use", "%", kinds=_HOST),
    _P("memoryTotal", "host", "integer", "memory of the host", "B", kinds=_HOST),
    _P("memoryFree", "host", "integer", "memory not in use, caches counted as free", "B", kinds=_HOST),
    _P("domainCount", "host", "integer", "domains of the host", kinds=_HOST),
    _P("counts", "host", "map", "number of domains in each state", kinds=_HOST),
)  # fmt: skip

BY_NAME: Final = MappingProxyType({p.name: p for p in PROPERTIES})


def names(kind: str) -> tuple[str, ...]:
    """The names of the properties that a Source of that kind ("domain" or "host") has, in the table's order."""
    return tuple(p.name for p in PROPERTIES if kind in p.kinds)
