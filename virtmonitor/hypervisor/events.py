"""libvirt's domain events turned into frozen records.

A callback runs on the event loop's thread, or on any thread inside an RPC. It makes a record and hands it on;
it never calls libvirt: UUID and name of the virDomain it gets are local, all else would be an RPC.
Source: virConnectDomainEventRegisterAny and the virDomainEvent*Type enums of libvirt-domain.h.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from typing import Any, Final

import libvirt

from virtmonitor.core.events import EventKind, EventRecord

Sink = Callable[[EventRecord, libvirt.virDomain], object]
"""Gets the event, and the domain as it was then: to be let go of before the connection is closed."""
Words = Callable[..., tuple[str, str]]

_LIFECYCLE: Final = (
    ("defined", ("added", "updated", "renamed", "from_snapshot")),
    ("undefined", ("removed", "renamed")),
    ("started", ("booted", "migrated", "restored", "from_snapshot", "wakeup", "recovered")),
    (
        "suspended",
        ("paused", "migrated", "ioerror", "watchdog", "restored", "from_snapshot", "api_error", "postcopy",
         "postcopy_failed"),
    ),
    ("resumed", ("unpaused", "migrated", "from_snapshot", "postcopy", "postcopy_failed")),
    ("stopped", ("shutdown", "destroyed", "crashed", "migrated", "saved", "failed", "from_snapshot")),
    ("shutdown", ("finished", "guest", "host")),
    ("pmsuspended", ("memory", "disk")),
    ("crashed", ("panicked", "crashloaded")),
)  # fmt: skip
_WATCHDOG: Final = ("none", "pause", "reset", "poweroff", "shutdown", "debug", "injectnmi")
_IO_ERROR: Final = ("none", "pause", "report")
_BLOCK_JOB: Final = ("completed", "failed", "canceled", "ready")
_AGENT: Final = ("unknown", "connected", "disconnected")


def _word(words: tuple[str, ...], number: int) -> str:
    return words[number] if 0 <= number < len(words) else "unknown"


def _lifecycle(event: int, detail: int) -> tuple[str, str]:
    if not 0 <= event < len(_LIFECYCLE):
        return "unknown", "unknown"
    word, details = _LIFECYCLE[event]
    return word, _word(details, detail)


def _io_error(path: str, _alias: str, action: int, reason: str) -> tuple[str, str]:
    return _word(_IO_ERROR, action), reason or path


def _nothing(*_: Any) -> tuple[str, str]:
    return "", ""


# Event id -> our kind and how its further arguments become (detail, reason).
_EVENTS: Final[dict[int, tuple[EventKind, Words]]] = {
    libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE: (EventKind.LIFECYCLE, _lifecycle),
    libvirt.VIR_DOMAIN_EVENT_ID_REBOOT: (EventKind.REBOOT, _nothing),
    libvirt.VIR_DOMAIN_EVENT_ID_WATCHDOG: (EventKind.WATCHDOG, lambda action: (_word(_WATCHDOG, action), "")),
    libvirt.VIR_DOMAIN_EVENT_ID_IO_ERROR_REASON: (EventKind.IO_ERROR, _io_error),
    libvirt.VIR_DOMAIN_EVENT_ID_BLOCK_JOB_2: (
        EventKind.BLOCK_JOB,
        lambda disk, _type, status: (_word(_BLOCK_JOB, status), disk),
    ),
    libvirt.VIR_DOMAIN_EVENT_ID_BALLOON_CHANGE: (EventKind.BALLOON, _nothing),
    libvirt.VIR_DOMAIN_EVENT_ID_DEVICE_ADDED: (EventKind.DEVICE_ADDED, lambda alias: (alias, "")),
    libvirt.VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED: (EventKind.DEVICE_REMOVED, lambda alias: (alias, "")),
    libvirt.VIR_DOMAIN_EVENT_ID_TUNABLE: (EventKind.TUNABLE, _nothing),
    libvirt.VIR_DOMAIN_EVENT_ID_AGENT_LIFECYCLE: (
        EventKind.AGENT,
        lambda state, _reason: (_word(_AGENT, state), ""),
    ),
    libvirt.VIR_DOMAIN_EVENT_ID_JOB_COMPLETED: (EventKind.JOB_COMPLETED, _nothing),
    libvirt.VIR_DOMAIN_EVENT_ID_METADATA_CHANGE: (EventKind.METADATA, _nothing),
    libvirt.VIR_DOMAIN_EVENT_ID_BLOCK_THRESHOLD: (
        EventKind.BLOCK_THRESHOLD,
        lambda device, _path, _threshold, _excess: (device, ""),
    ),
    libvirt.VIR_DOMAIN_EVENT_ID_MEMORY_FAILURE: (EventKind.MEMORY_FAILURE, _nothing),
    libvirt.VIR_DOMAIN_EVENT_ID_PMWAKEUP: (EventKind.PM_WAKEUP, _nothing),
    libvirt.VIR_DOMAIN_EVENT_ID_PMSUSPEND: (EventKind.PM_SUSPEND, _nothing),
    libvirt.VIR_DOMAIN_EVENT_ID_DISK_CHANGE: (EventKind.DISK_CHANGE, lambda *a: (a[2] or "", "")),
    libvirt.VIR_DOMAIN_EVENT_ID_TRAY_CHANGE: (EventKind.TRAY_CHANGE, lambda alias, _reason: (alias, "")),
}


class EventRegistration:
    """The callbacks of one connection. `close` takes them back, else the connection would never close."""

    def __init__(self, conn: libvirt.virConnect, host: str, sink: Sink) -> None:
        self._conn = conn
        self._host = host
        self._sink = sink
        self._ids: list[int] = []
        self.lifecycle = self._register(libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE)
        """False on a driver without lifecycle events: then only re-reading tells what happens."""

    def register_rest(self) -> None:
        """The events beside lifecycle: after the first list, each is a round trip and none of them is missed much."""
        for event in _EVENTS:
            if event != libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE:
                self._register(event)

    def close(self) -> None:
        """Deregister all. A lost connection has forgotten them by itself."""
        for number in self._ids:
            with contextlib.suppress(libvirt.libvirtError):
                self._conn.domainEventDeregisterAny(number)
        self._ids.clear()

    def _register(self, event: int) -> bool:
        kind, words = _EVENTS[event]
        host, sink = self._host, self._sink

        def heard(_conn: Any, domain: Any, *arguments: Any) -> None:
            detail, reason = words(*arguments[:-1])
            event = EventRecord(host, domain.UUIDString(), domain.name(), kind, time.time(), detail, reason)
            sink(event, domain)

        try:
            self._ids.append(int(self._conn.domainEventRegisterAny(None, event, heard, None)))
        except libvirt.libvirtError:
            return False  # an older daemon, or a driver without that event, does not know it
        return True
