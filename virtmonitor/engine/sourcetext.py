"""A Source's values as people read them. Unknown is a dash, never 0."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from virtmonitor.core import units
from virtmonitor.core.connection import ConnectionState
from virtmonitor.core.domain import DomainState
from virtmonitor.engine.numbertext import format_bytes, format_percent, format_rate, localized
from virtmonitor.engine.statetext import connection_text, text_of

Data = Mapping[str, Any]

UNKNOWN: Final = "—"

_GLYPHS: Final = {
    ConnectionState.CONNECTING: "host-connecting",
    ConnectionState.CONNECTED: "host-connected",
    ConnectionState.READ_ONLY: "host-read-only",
    ConnectionState.RECONNECTING: "host-reconnecting",
    ConnectionState.UNRESPONSIVE: "host-unresponsive",
    ConnectionState.FAILED: "host-failed",
}


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


def memory_brief(data: Data) -> str:
    """As `memory`, short enough for a row: both in the unit of the larger one."""
    total, used = data.get("memoryCurrent"), data.get("memoryUsed")
    if not total or used is None:
        return format_bytes(total)
    number, _, unit = units.format_bytes(total).partition(" ")
    share = used / total * float(number)
    text = f"{share:.{0 if share >= 99.5 else 1}f}".removesuffix(".0")
    return localized(f"{text} / {number} {unit}")


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


def subtitle(data: Data) -> str:
    """What stands below the name: the state where it is not simply running, then the address, else the title."""
    known = [addresses(data).partition(",")[0] or data.get("title") or ""]
    if data.get("state") != "running":
        known.insert(0, state(data))
    return " · ".join(part for part in known if part)


def connection(data: Data) -> str:
    """How the connection to a host is."""
    return connection_text(_connection(data))


def connection_glyph(data: Data) -> str:
    """The symbol of that."""
    return _GLYPHS[_connection(data)]


def running(data: Data) -> str:
    """How many machines of a host run; "" before they were listed."""
    counts: Mapping[str, int] | None = data.get("counts")
    if counts is None:
        return ""
    now = sum(counts.get(word, 0) for word in ("running", "blocked", "shutdown"))
    text = QCoreApplication.translate("host", "%1 of %2 run", "machines that run, of all")
    return text.replace("%1", str(now)).replace("%2", str(data.get("domainCount")))


def host_cpu(data: Data) -> str:
    """Share of the host's CPUs in use."""
    return format_percent(data.get("hostCpuUsage"))


def host_memory_used(data: Data) -> int | None:
    """Bytes in use on the host."""
    total, free = data.get("memoryTotal"), data.get("memoryFree")
    return None if total is None or free is None else max(0, total - free)


def host_memory(data: Data) -> str:
    """Used of what the host has."""
    return memory({"memoryCurrent": data.get("memoryTotal"), "memoryUsed": host_memory_used(data)})


def host_memory_brief(data: Data) -> str:
    """As `host_memory`, short enough for a slim bar."""
    return memory_brief({"memoryCurrent": data.get("memoryTotal"), "memoryUsed": host_memory_used(data)})


def _connection(data: Data) -> ConnectionState:
    return ConnectionState(data.get("connection") or ConnectionState.CONNECTING)


def _both(inward: float | None, outward: float | None) -> str:
    if inward is None and outward is None:
        return UNKNOWN
    return f"↓ {format_rate(inward)}  ↑ {format_rate(outward)}"
