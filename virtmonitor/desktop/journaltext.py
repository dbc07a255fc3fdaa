"""Entries of the journal in words for people, in their language: the journal itself keeps words that stay the same."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QCoreApplication

from virtmonitor.core import journalrules
from virtmonitor.core.connection import ConnectionState
from virtmonitor.core.domain import DomainState
from virtmonitor.core.journal import JournalEntry
from virtmonitor.core.operations import OPERATIONS
from virtmonitor.core.operationtable import Operation
from virtmonitor.engine.numbertext import format_bytes
from virtmonitor.engine.qt import QT_TRANSLATE_NOOP
from virtmonitor.engine.statetext import connection_text, core_text, text_of

#: libvirt's words for why, where they say more than what happened.
_REASONS: Final = {
    "crashed": QT_TRANSLATE_NOOP("Journal", "it crashed"),
    "destroyed": QT_TRANSLATE_NOOP("Journal", "powered off"),
    "failed": QT_TRANSLATE_NOOP("Journal", "it failed"),
    "migrated": QT_TRANSLATE_NOOP("Journal", "moved to another host"),
    "saved": QT_TRANSLATE_NOOP("Journal", "saved"),
    "restored": QT_TRANSLATE_NOOP("Journal", "from its saved memory"),
    "from_snapshot": QT_TRANSLATE_NOOP("Journal", "from a snapshot"),
    "wakeup": QT_TRANSLATE_NOOP("Journal", "woken up"),
    "ioerror": QT_TRANSLATE_NOOP("Journal", "a disk failed"),
    "watchdog": QT_TRANSLATE_NOOP("Journal", "its watchdog fired"),
}
_STATE_GLYPHS: Final = {"nostate": "unknown"}
_HOST_GLYPHS: Final = {
    "connected": "host-connected",
    "connecting": "host-connecting",
    "readOnly": "host-read-only",
    "reconnecting": "host-reconnecting",
    "unresponsive": "host-unresponsive",
    "failed": "host-failed",
}
_GLYPHS: Final = {
    "defined": "edit",
    journalrules.CONFIG: "edit",
    "undefined": "delete",
    "started": "state-running",
    "suspended": "state-paused",
    "resumed": "state-running",
    "stopped": "state-shutoff",
    "shutdown": "state-shutdown",
    "pmsuspended": "state-pmsuspended",
    "reboot": "reboot",
    "crashed": "error",
    "watchdog": "error",
    "ioError": "error",
    "memoryFailure": "error",
    "blockJob": "disk",
    "diskChange": "disk",
    "deviceAdded": "add",
    "deviceRemoved": "remove",
}
_SAME_AGAIN: Final = frozenset(
    {"booted", "unpaused", "paused", "shutdown", "finished", "added", "updated", "removed"}
)
_FIELDS: Final = {
    "autostart": QT_TRANSLATE_NOOP("Journal", "starts with the host"),
    "title": QT_TRANSLATE_NOOP("Journal", "title"),
    "description": QT_TRANSLATE_NOOP("Journal", "description"),
    "vcpu_current": QT_TRANSLATE_NOOP("Journal", "vCPUs"),
    "vcpu_maximum": QT_TRANSLATE_NOOP("Journal", "most vCPUs"),
    "memory_current": QT_TRANSLATE_NOOP("Journal", "memory"),
    "memory_maximum": QT_TRANSLATE_NOOP("Journal", "most memory"),
}
_BYTES: Final = frozenset({"memory_current", "memory_maximum", "bytes"})
_FIELD: Final = re.compile(rf"(?:^|, )({'|'.join(_FIELDS)}): ")


def text_of_entry(entry: JournalEntry) -> str:
    """What happened, on one line. Name, host and time are for the caller to show."""
    told = _TOLD.get(entry.kind)
    return told(entry) if told is not None else _of_event(entry)


def glyph_of_entry(entry: JournalEntry) -> str:
    """The symbol for it, of resources/icons/symbolic; "error" and "warning" for what a person should look at."""
    result = entry.detail.partition(" ")[2]
    if entry.kind == journalrules.OPERATION:
        return "check" if result == "done" else "clock" if result == "underway" else "warning"
    if entry.kind == journalrules.STATE:
        word = entry.detail.partition(" ")[0]
        return "state-" + _STATE_GLYPHS.get(word, word) if word.upper() in DomainState.__members__ else "info"
    if entry.kind == journalrules.HOST:
        return _HOST_GLYPHS.get(entry.detail, "host")
    if entry.kind == "stopped" and entry.detail in ("crashed", "failed"):
        return "error"
    return _GLYPHS.get(entry.kind, "info")


def _of_event(entry: JournalEntry) -> str:
    detail = _REASONS.get(entry.detail)
    why = _tr(detail) if detail else "" if entry.detail in _SAME_AGAIN else entry.detail
    return _joined(_kind(entry), why, entry.text)


def _of_state(entry: JournalEntry) -> str:
    word, _, reason = entry.detail.partition(" ")
    if word.upper() not in DomainState.__members__:
        return _of_event(entry)
    return _joined(_kind(entry), text_of(DomainState[word.upper()], reason))


def _of_connection(entry: JournalEntry) -> str:
    known = entry.detail in set(ConnectionState)
    state = connection_text(ConnectionState(entry.detail)) if known else entry.detail
    return _joined(state, entry.text)


def _of_config(entry: JournalEntry) -> str:
    # "title: a → b, memory_current: 1 → 2": what stands between two names of fields is one field's.
    parts = _FIELD.split(entry.text)[1:]
    changes = [
        f"{_tr(_FIELDS[name])} {' → '.join(_value(name, value) for value in change.split(' → '))}"
        for name, change in zip(parts[::2], parts[1::2], strict=True)
    ]
    return _joined(_kind(entry), ", ".join(changes) or entry.text)


def _of_operation(entry: JournalEntry) -> str:
    name, _, result = entry.detail.partition(" ")
    operation = OPERATIONS.get(name)
    if operation is None:
        return _of_event(entry)
    given, sentence = _parts(operation, entry.text, failed=result not in ("done", "underway"))
    told = ", ".join(part for part in (core_text(operation.label), given) if part)
    if result == "underway":
        told = _tr("Left under way: %1").replace("%1", told)
    elif result != "done":
        told = _tr("Failed: %1").replace("%1", told)
    else:
        told = _joined(_kind(entry), told)
    return f"{told}. {sentence}" if sentence else told


def _parts(operation: Operation, text: str, *, failed: bool) -> tuple[str, str]:
    """What was given, as values alone, and why it failed: "count=1, scope=live · Could not …"."""
    names = "|".join(re.escape(parameter.name) for parameter in operation.parameters)
    first, *found = re.split(rf"(?:^|, )({names})=", text) if names else [text]
    if failed and found:
        found[-1], _, first = found[-1].partition(" · ")
    given = zip(found[::2], found[1::2], strict=True)
    values = [_value(name, value) for name, value in given if not _is_usual(operation, name, value)]
    return ", ".join(values), first


def _is_usual(operation: Operation, name: str, value: str) -> bool:
    """True for what says nothing beside the rest: what nobody chose, and choices that are no values."""
    return any(
        p.name == name and (str(p.default) == value or p.type in ("word", "boolean"))
        for p in operation.parameters
    )


def _value(name: str, value: str) -> str:
    return format_bytes(int(value)) if name in _BYTES and value.isdecimal() else value


def _kind(entry: JournalEntry) -> str:
    return core_text(journalrules.KINDS[entry.kind]) if entry.kind in journalrules.KINDS else entry.kind


def _joined(*parts: str) -> str:
    told, rest = parts[0], ", ".join(part for part in parts[1:] if part)
    return f"{told}: {rest}" if rest else told


def _tr(text: str) -> str:
    return QCoreApplication.translate("Journal", text)


# Its texts, where lupdate's rules find them.
_SENTENCES: Final = (
    QT_TRANSLATE_NOOP("Journal", "Left under way: %1"),
    QT_TRANSLATE_NOOP("Journal", "Failed: %1"),
)
_TOLD: Final = {
    journalrules.STATE: _of_state,
    journalrules.HOST: _of_connection,
    journalrules.CONFIG: _of_config,
    journalrules.OPERATION: _of_operation,
}
