"""Counters of disks and interfaces, made into bytes a second: each device by itself, and their sum.

Pure functions, any thread. None is unknown, as in `rates`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from virtmonitor.core.sample import DeviceCounter, TrafficReading

#: Seconds. Two readings nearer than this say more about the counters' grain (10 ms) than about the guest.
SHORTEST: Final = 0.1
#: Bytes a second that no disk or interface of a guest moves: a counter that jumped, not traffic.
FASTEST: Final = 1e12


@dataclass(frozen=True, slots=True)
class Traffic:
    """The sum's two rates in bytes a second, and the vocabulary's map of each device where asked for."""

    inward: float | None = None
    outward: float | None = None
    devices: list[dict[str, Any]] | None = None


@dataclass(frozen=True, slots=True)
class _Rated:
    device: DeviceCounter
    inward: float | None
    outward: float | None


def per_second(before: int | None, after: int | None, seconds: float) -> float | None:
    """Growth of a counter a second; None when either is unknown, it went back, or hardly any time passed."""
    if before is None or after is None or after < before or not seconds >= SHORTEST:
        return None
    return (after - before) / seconds


def disk_traffic(
    before: TrafficReading | None, after: TrafficReading | None, *, each: bool = True
) -> Traffic | None:
    """diskReadRate, diskWriteRate and, with `each`, `disks`. None: not read."""
    return _traffic(before, after, _disk_map if each else None) if after else None


def interface_traffic(
    before: TrafficReading | None, after: TrafficReading | None, *, each: bool = True
) -> Traffic | None:
    """netReceiveRate, netTransmitRate and, with `each`, `interfaces`. None: not read."""
    return _traffic(before, after, _interface_map if each else None) if after else None


def _traffic(
    before: TrafficReading | None, after: TrafficReading, shown: Callable[[_Rated], dict[str, Any]] | None
) -> Traffic:
    seconds = after.at - before.at if before else 0.0
    rated = _rated(before, after, seconds)
    maps = None if rated is None or shown is None else [shown(each) for each in rated]
    if rated is None or before is None or before.devices is None:
        return Traffic(
            _bytes_rate(before.inward if before else None, after.inward, seconds),
            _bytes_rate(before.outward if before else None, after.outward, seconds),
            maps,
        )
    return Traffic(_sum([each.inward for each in rated]), _sum([each.outward for each in rated]), maps)


def _rated(before: TrafficReading | None, after: TrafficReading, seconds: float) -> list[_Rated] | None:
    """Each device with its rates; None when only the sum was read."""
    if after.devices is None:
        return None
    old = {device.target: device for device in (before.devices if before else None) or ()}
    return [_rate_of(old.get(device.target), device, seconds) for device in after.devices]


def _rate_of(before: DeviceCounter | None, after: DeviceCounter, seconds: float) -> _Rated:
    if before is None:
        return _Rated(after, None, None)
    return _Rated(
        after,
        _bytes_rate(before.inward, after.inward, seconds),
        _bytes_rate(before.outward, after.outward, seconds),
    )


def _bytes_rate(before: int | None, after: int | None, seconds: float) -> float | None:
    rate = per_second(before, after, seconds)
    return None if rate is None or rate > FASTEST else rate


def _sum(rates: list[float | None]) -> float | None:
    """A device that came just now has no rate yet and hides no other's. No device at all moves nothing: 0."""
    known = [rate for rate in rates if rate is not None]
    return float(sum(known)) if known or not rates else None


def _disk_map(rated: _Rated) -> dict[str, Any]:
    disk = rated.device
    return {
        "target": disk.target,
        "source": disk.source,
        "capacity": disk.capacity,
        "allocation": disk.allocation,
        "readRate": rated.inward,
        "writeRate": rated.outward,
    }


def _interface_map(rated: _Rated) -> dict[str, Any]:
    interface = rated.device
    return {
        "target": interface.target,
        "mac": interface.mac,
        "source": interface.source,
        "receiveRate": rated.inward,
        "transmitRate": rated.outward,
    }
