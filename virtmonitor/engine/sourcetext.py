"""A Source's values as people read them. Unknown is a dash, never 0."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from virtmonitor.core.domain import DomainState
from virtmonitor.core.units import format_bytes, format_percent, format_rate
from virtmonitor.engine.statetext import text_of

Data = Mapping[str, Any]

UNKNOWN: Final = "—"


def state(data: Data) -> str:
    """The state, with its reason where that says more."""
    word = data.get("state") or "nostate"
    return text_of(DomainState[word.upper()], data.get("stateReason") or "unknown")


def cpu(data: Data) -> str:
    """Share of its own vCPUs."""
    return format_percent(data.get("cpuUsage"))


def memory(data: Data) -> str:
    """Used of what it has; where the guest does not tell, what it has."""
    total = data.get("memoryCurrent")
    used = data.get("memoryUsed")
    if used is None or total is None:
        return format_bytes(total)
    text = QCoreApplication.translate("memory", "%1 of %2", "used memory of all memory")
    return text.replace("%1", format_bytes(used)).replace("%2", format_bytes(total))


def disk(data: Data) -> str:
    """Read and written."""
    return _both(data.get("diskReadRate"), data.get("diskWriteRate"))


def network(data: Data) -> str:
    """Received and sent."""
    return _both(data.get("netReceiveRate"), data.get("netTransmitRate"))


def vcpus(data: Data) -> str:
    """Those in use; of how many, where it could have more."""
    current, maximum = data.get("vcpuCurrent"), data.get("vcpuMaximum")
    if current is None:
        return UNKNOWN
    if maximum in (None, current):
        return str(current)
    text = QCoreApplication.translate("vcpus", "%1 of %2", "vCPUs in use of vCPUs possible")
    return text.replace("%1", str(current)).replace("%2", str(maximum))


def addresses(data: Data) -> str:
    """The guest's addresses; "" when it has none or they are unknown."""
    return ", ".join(str(address) for address in data.get("addresses") or ())


def host_memory(data: Data) -> str:
    """Used of what the host has."""
    total, free = data.get("memoryTotal"), data.get("memoryFree")
    if total is None or free is None:
        return format_bytes(total)
    return memory({"memoryCurrent": total, "memoryUsed": total - free})


def _both(inward: float | None, outward: float | None) -> str:
    if inward is None and outward is None:
        return UNKNOWN
    return f"↓ {format_rate(inward)}  ↑ {format_rate(outward)}"
