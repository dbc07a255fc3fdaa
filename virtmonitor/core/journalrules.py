"""What goes into the journal: entries made of events, changes, connections and operations; and their words.

Kinds and details are words that are never translated; `sentence` gives the English of an entry, marked for
translation piece by piece.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from virtmonitor.core.connection import ConnectionState
from virtmonitor.core.domain import DomainRecord, split_source
from virtmonitor.core.errors import Failure
from virtmonitor.core.events import EventKind, EventRecord
from virtmonitor.core.journal import JournalEntry
from virtmonitor.core.translation import N_

OPERATION: Final = "operation"
STATE: Final = "state"
CONFIG: Final = "config"
HOST: Final = "host"

#: Every kind of entry, with its English.
KINDS: Final = MappingProxyType(
    {
        "defined": N_("Definition changed"),
        "undefined": N_("Deleted"),
        "started": N_("Started"),
        "suspended": N_("Paused"),
        "resumed": N_("Resumed"),
        "stopped": N_("Stopped"),
        "shutdown": N_("Shutting down"),
        "pmsuspended": N_("Guest sleeps"),
        "crashed": N_("Crashed"),
        "reboot": N_("Rebooted"),
        "watchdog": N_("Watchdog fired"),
        "ioError": N_("Disk error"),
        "blockJob": N_("Block job"),
        "deviceAdded": N_("Device added"),
        "deviceRemoved": N_("Device removed"),
        "memoryFailure": N_("Memory error of the host"),
        "diskChange": N_("Disk changed"),
        STATE: N_("Found"),
        CONFIG: N_("Configuration changed"),
        OPERATION: N_("Done from here"),
        HOST: N_("Connection"),
    }
)
#: Those that tell of a machine's state.
STATES: Final = frozenset(
    {"started", "suspended", "resumed", "stopped", "shutdown", "pmsuspended", "crashed", STATE}
)
# These come often, or say nothing that a person looks for later.
_SKIPPED: Final = frozenset(
    {
        *(EventKind.BALLOON, EventKind.TUNABLE, EventKind.AGENT, EventKind.JOB_COMPLETED, EventKind.METADATA),
        *(EventKind.BLOCK_THRESHOLD, EventKind.PM_WAKEUP, EventKind.PM_SUSPEND, EventKind.TRAY_CHANGE),
    }
)
_CONFIG_FIELDS: Final = (
    "autostart", "title", "description", "vcpu_current", "vcpu_maximum", "memory_current", "memory_maximum",
)  # fmt: skip
_LONGEST_VALUE: Final = 200


def of_event(event: EventRecord) -> JournalEntry | None:
    """The entry of one of libvirt's events; None for those that nobody looks for."""
    if event.kind in _SKIPPED:
        return None
    if event.kind is EventKind.LIFECYCLE:
        kind, detail = event.detail, event.reason
    else:
        kind, detail = event.kind.value, " ".join(word for word in (event.detail, event.reason) if word)
    return JournalEntry(event.time, event.host, event.uuid, event.name, kind, detail)


def of_state(record: DomainRecord, now: float) -> JournalEntry:
    """The entry of a state that was found at a re-read, without an event that tells how it came to it."""
    detail = f"{record.state.word} {record.reason_word}"
    return JournalEntry(now, record.host, record.uuid, record.name, STATE, detail)


def of_change(before: DomainRecord | None, after: DomainRecord, now: float) -> JournalEntry | None:
    """The entry of a change of configuration that libvirt has no event for."""
    if before is None or not (before.detailed and after.detailed):
        return None
    pairs = ((name, getattr(before, name), getattr(after, name)) for name in _CONFIG_FIELDS)
    changed = [(name, old, new) for name, old, new in pairs if old is not None and old != new]
    if not changed:
        return None
    text = ", ".join(f"{name}: {_short(old)} → {_short(new)}" for name, old, new in changed)
    return JournalEntry(now, after.host, after.uuid, after.name, CONFIG, changed[0][0], text)


def of_connection(
    host: str, state: ConnectionState, now: float, failure: Failure | None = None
) -> JournalEntry:
    """The entry of a connection that is another way now."""
    return JournalEntry(now, host, "", host, HOST, state.value, failure.message if failure else "")


def of_operation(
    source: str,
    name: str,
    operation: str,
    parameters: Mapping[str, object],
    failure: Failure | None,
    now: float,
) -> JournalEntry:
    """The entry of an operation started here, with how it ended. XML and keys stay out: they may hold secrets."""
    host, uuid = split_source(source)
    given = [f"{key}={_short(value)}" for key, value in parameters.items() if _is_told(key, value)]
    result = str(failure) if failure else ""
    text = " · ".join(part for part in (", ".join(given), result) if part)
    detail = f"{operation} {failure.kind.value if failure else 'done'}"
    return JournalEntry(now, host, uuid or "", name, OPERATION, detail, text)


def left_behind(source: str, name: str, operation: str, now: float) -> JournalEntry:
    """The entry of an operation that goes on while the program, which would have heard of its end, ends."""
    host, uuid = split_source(source)
    return JournalEntry(now, host, uuid or "", name, OPERATION, f"{operation} underway")


def sentence(entry: JournalEntry) -> str:
    """The entry in English, on one line: "Stopped: crashed". Name, host and time are for the caller to show."""
    told = KINDS.get(entry.kind, entry.kind)
    rest = " · ".join(part for part in (entry.detail, entry.text) if part)
    return f"{told}: {rest}" if rest else told


def _is_told(key: str, value: object) -> bool:
    secret = key.startswith("_") or key in {"xml", "keys", "password"}
    return not secret and isinstance(value, bool | int | float | str) and value != ""


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= _LONGEST_VALUE else text[: _LONGEST_VALUE - 1] + "…"
