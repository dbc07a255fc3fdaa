"""The journal in words for people."""

from pathlib import Path
from typing import Any

import pytest

from virtmonitor.core import journalrules
from virtmonitor.core.connection import ConnectionState
from virtmonitor.core.domain import DomainRecord, DomainState
from virtmonitor.core.errors import Failure, FailureKind
from virtmonitor.core.journal import JournalEntry
from virtmonitor.desktop.journaltext import glyph_of_entry, text_of_entry

GIB = 1 << 30
SYMBOLS = Path(__file__).resolve().parents[2] / "resources" / "icons" / "symbolic"
RECORD = DomainRecord(
    "h", "u", "web", state=DomainState.RUNNING, reason=1, detailed=True, title="a, title: b"
)
NO = Failure(FailureKind.FAILED, "Could not do it · at all.")


def operation(name: str, given: dict[str, object], failure: Failure | None = None) -> JournalEntry:
    return journalrules.of_operation("h/u", "web", name, given, failure, 0.0)


def changed(**fields: Any) -> JournalEntry:
    old = DomainRecord("h", "u", "web", detailed=True, memory_current=8 * GIB, title="one", vcpu_current=2)
    entry = journalrules.of_change(old, old._replace(**fields), 0.0)
    assert entry is not None
    return entry


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        (operation("suspend", {}), "Done from here: Pause"),
        (operation("setMemory", {"bytes": 6 * GIB, "scope": "live"}), "Done from here: Set Memory, 6 GiB"),
        (
            operation("snapshotCreate", {"name": "a, name=b", "description": "x · y"}),
            "Done from here: Take Snapshot, a, b, x · y",
        ),
        (operation("powerOff", {"graceful": False}), "Done from here: Power Off"),
        (operation("setVcpus", {"count": 3}, NO), "Failed: Set CPUs, 3. Could not do it · at all."),
        (operation("start", {}, Failure(FailureKind.FAILED, "No.")), "Failed: Start. No."),
        (
            journalrules.left_behind("h/u", "web", "managedSave", 0.0),
            "Left under way: Save",
        ),
        (JournalEntry(0, "h", "u", "web", "operation", "unheard done"), "Done from here: unheard done"),
        (changed(memory_current=6 * GIB), "Configuration changed: memory 8 GiB → 6 GiB"),
        (changed(title="two", vcpu_current=3), "Configuration changed: title one → two, vCPUs 2 → 3"),
        (journalrules.of_state(RECORD, 0.0), "Found: Running"),
        (journalrules.of_connection("h", ConnectionState.CONNECTED, 0.0), "Connected"),
        (journalrules.of_connection("h", ConnectionState.FAILED, 0.0, Failure(FailureKind.CONNECTION, "Why")),
         "Not connected: Why"),
        (JournalEntry(0, "h", "u", "web", "started", "booted"), "Started"),
        (JournalEntry(0, "h", "u", "web", "stopped", "crashed"), "Stopped: it crashed"),
        (JournalEntry(0, "h", "u", "web", "stopped", "daemon"), "Stopped: daemon"),
        (JournalEntry(0, "h", "u", "web", "tomorrow", "x", "y"), "tomorrow: x, y"),
    ],
)  # fmt: skip
def test_what_is_told(entry: JournalEntry, told: str) -> None:
    assert text_of_entry(entry) == told


@pytest.mark.parametrize(
    ("entry", "glyph"),
    [
        (operation("suspend", {}), "check"),
        (operation("start", {}, NO), "warning"),
        (journalrules.left_behind("h/u", "web", "managedSave", 0.0), "clock"),
        (journalrules.of_state(RECORD, 0.0), "state-running"),
        (journalrules.of_state(RECORD._replace(state=DomainState.NOSTATE), 0.0), "state-unknown"),
        (JournalEntry(0, "h", "u", "web", "state", "strange"), "info"),
        (JournalEntry(0, "h", "u", "web", "stopped", "crashed"), "error"),
        (JournalEntry(0, "h", "u", "web", "stopped", "shutdown"), "state-shutoff"),
        (JournalEntry(0, "h", "u", "web", "tomorrow", "x", "y"), "info"),
        *((journalrules.of_connection("h", state, 0.0), None) for state in ConnectionState),
        *((JournalEntry(0, "h", "u", "web", kind, ""), None) for kind in journalrules.KINDS),
    ],
)
def test_each_has_a_symbol_that_there_is(entry: JournalEntry, glyph: str | None) -> None:
    found = glyph_of_entry(entry)
    assert glyph in (None, found)
    assert (SYMBOLS / f"{found}.svg").exists(), found
