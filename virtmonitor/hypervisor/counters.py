"""libvirt's counters, as its calls and its bulk records tell them, made into readings. Pure; any thread.

Sources: virDomainInfo, virVcpuInfo, virDomainMemoryStatTags and virConnectGetAllDomainStats of libvirt-
domain.h. libvirt says KiB for memory, bytes and ns elsewhere, and -1 for a counter that the driver does not
have.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from virtmonitor.core.sample import (
    CpuReading,
    DeviceCounter,
    MemoryReading,
    TrafficReading,
    VcpuReading,
)

Record = Mapping[str, Any]

_KIB: Final = 1024
#: More devices than a domain can have; a count beyond it is a broken record.
_MOST: Final = 4096


def cpu_of_info(info: Sequence[int], at: float) -> CpuReading:
    """From virDomain.info(): [state, maximum memory, memory, vCPUs, CPU time]."""
    return CpuReading(at, info[4], info[3])


def cpu_of_record(record: Record, count: int | None, at: float) -> CpuReading | None:
    """From a bulk record with CPU_TOTAL; the number of vCPUs is not in it."""
    time = record.get("cpu.time")
    return None if time is None else CpuReading(at, time, count)


def vcpus_of_call(vcpus: tuple[Sequence[Sequence[int]], object], at: float) -> VcpuReading:
    """From virDomain.vcpus(): ([(number, state, CPU time, CPU)...], maps), online vCPUs only."""
    return VcpuReading(at, tuple((number, time) for number, _state, time, _cpu in vcpus[0]))


def vcpus_of_record(record: Record, at: float) -> VcpuReading | None:
    """From a bulk record with VCPU; None when it has none."""
    maximum = record.get("vcpu.maximum")
    if maximum is None:
        return None
    times = ((number, record.get(f"vcpu.{number}.time")) for number in range(min(maximum, _MOST)))
    return VcpuReading(at, tuple((number, time) for number, time in times if time is not None))


def memory_of_stats(stats: Record, at: float) -> MemoryReading:
    """From virDomain.memoryStats(), or a bulk record's `balloon.` keys without that."""
    return MemoryReading(
        at,
        current=_bytes(stats.get("actual", stats.get("current"))),
        available=_bytes(stats.get("available")),
        usable=_bytes(stats.get("usable")),
        resident=_bytes(stats.get("rss")),
    )


def balloon_stats(record: Record) -> dict[str, Any]:
    """The `balloon.` keys of a bulk record, named as memoryStats() names them; empty when it has none."""
    prefix = "balloon."
    stats = {key[len(prefix) :]: value for key, value in record.items() if key.startswith(prefix)}
    if "last-update" in stats:
        stats["last_update"] = stats.pop("last-update")
    return stats


def disks_of_call(stats: Sequence[int], at: float) -> TrafficReading:
    """From virDomain.blockStats(""): (read requests, bytes, write requests, bytes, errors) of all disks."""
    return TrafficReading(at, _counter(stats[1]), _counter(stats[3]))


def disks_of_calls(disks: Iterable[tuple[str, str, Sequence[int]]], at: float) -> TrafficReading:
    """From blockStats() of each disk: (target, source, its counters)."""
    devices = tuple(DeviceCounter(t, _counter(s[1]), _counter(s[3]), source) for t, source, s in disks)
    return _sum(devices, at)


def disks_of_record(record: Record, at: float) -> TrafficReading | None:
    """From a bulk record with BLOCK; None when it has none."""
    count = record.get("block.count")
    return None if count is None else _sum(_disks(record, count), at)


def interfaces_of_record(record: Record, at: float) -> TrafficReading | None:
    """From a bulk record with INTERFACE; None when it has none."""
    count = record.get("net.count")
    return None if count is None else _sum(_interfaces(record, count), at)


def interfaces_of_calls(interfaces: Iterable[tuple[str, Sequence[int]]], at: float) -> TrafficReading:
    """From interfaceStats() of each interface: (target, its counters: received bytes first, sent bytes
    fifth).
    """
    return _sum(tuple(DeviceCounter(t, _counter(s[0]), _counter(s[4])) for t, s in interfaces), at)


def _disks(record: Record, count: int) -> tuple[DeviceCounter, ...]:
    return tuple(
        DeviceCounter(
            target=str(record.get(f"block.{i}.name", i)),
            inward=_counter(record.get(f"block.{i}.rd.bytes")),
            outward=_counter(record.get(f"block.{i}.wr.bytes")),
            source=str(record.get(f"block.{i}.path", "")),
            capacity=record.get(f"block.{i}.capacity"),
            allocation=record.get(f"block.{i}.allocation"),
        )
        for i in range(min(count, _MOST))
    )


def _interfaces(record: Record, count: int) -> tuple[DeviceCounter, ...]:
    return tuple(
        DeviceCounter(
            target=str(record.get(f"net.{i}.name", i)),
            inward=_counter(record.get(f"net.{i}.rx.bytes")),
            outward=_counter(record.get(f"net.{i}.tx.bytes")),
        )
        for i in range(min(count, _MOST))
    )


def _sum(devices: tuple[DeviceCounter, ...], at: float) -> TrafficReading:
    inward = [device.inward for device in devices if device.inward is not None]
    outward = [device.outward for device in devices if device.outward is not None]
    return TrafficReading(at, _total(inward, devices), _total(outward, devices), devices)


def _total(known: list[int], devices: tuple[DeviceCounter, ...]) -> int | None:
    return sum(known) if known or not devices else None


def _counter(value: int | None) -> int | None:
    return None if value is None or value < 0 else value


def _bytes(kib: int | None) -> int | None:
    return None if kib is None or kib < 0 else kib * _KIB
