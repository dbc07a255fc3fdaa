"""What goes into the journal, and in which words."""

from datetime import datetime, timedelta, timezone

import pytest

from virtmonitor.core.connection import ConnectionState
from virtmonitor.core.domain import DomainRecord, DomainState
from virtmonitor.core.errors import Failure, FailureKind, VirtmonitorError
from virtmonitor.core.events import EventKind, EventRecord
from virtmonitor.core.journal import JournalEntry
from virtmonitor.core.journalrules import of_change, of_connection, of_event, of_operation, sentence
from virtmonitor.core.timespan import since


def event(kind, detail="", reason=""):
    return EventRecord("h", "1", "web", EventKind(kind), 5.0, detail, reason)


@pytest.mark.parametrize(
    ("event", "told"),
    [
        (event("lifecycle", "stopped", "crashed"), "Stopped: crashed"),
        (event("lifecycle", "started", "booted"), "Started: booted"),
        (event("ioError", "pause", "enospc"), "Disk error: pause enospc"),
        (event("watchdog", "reset"), "Watchdog fired: reset"),
        (event("reboot"), "Rebooted"),
        (event("deviceAdded", "net1"), "Device added: net1"),
    ],
)
def test_events_in_words(event, told):
    entry = of_event(event)
    assert (entry.time, entry.host, entry.uuid, entry.name) == (5.0, "h", "1", "web")
    assert sentence(entry) == told


@pytest.mark.parametrize("kind", ["balloonChange", "metadataChange", "agentLifecycle", "blockThreshold"])
def test_what_nobody_looks_for_is_left_out(kind):
    assert of_event(event(kind)) is None


def test_changes_of_configuration():
    before = DomainRecord(
        "h", "1", "web", state=DomainState.RUNNING, detailed=True, vcpu_current=2, title="a"
    )
    after = before._replace(vcpu_current=4, title="b", memory_current=1)
    entry = of_change(before, after, 5.0)
    assert entry.kind == "config"
    assert entry.text == "title: a → b, vcpu_current: 2 → 4"
    assert of_change(None, after, 5.0) is None
    assert of_change(before, before, 5.0) is None
    assert of_change(before._replace(detailed=False), after, 5.0) is None
    assert of_change(before, before._replace(state=DomainState.PAUSED), 5.0) is None


def test_operations_with_their_result():
    done = of_operation(
        "h/1", "web", "setVcpus", {"count": 4, "scope": "both", "_name": "setVcpus"}, None, 5.0
    )
    assert sentence(done) == "Done from here: setVcpus done · count=4, scope=both"
    failure = Failure(FailureKind.RIGHTS, "You may not.")
    assert sentence(of_operation("h/1", "web", "start", {}, failure, 5.0)).endswith(
        "start rights · You may not."
    )


def test_secrets_stay_out_of_it():
    parameters = {
        "xml": "<graphics passwd='secret'/>",
        "keys": ["s"],
        "password": "secret",
        "name": "a" * 500,
    }
    entry = of_operation("h/1", "web", "defineXml", parameters, None, 5.0)
    assert "secret" not in entry.text
    assert len(entry.text) < 250


def test_connections():
    lost = of_connection("h", ConnectionState.RECONNECTING, 5.0, Failure(FailureKind.CONNECTION, "Gone."))
    assert (lost.uuid, sentence(lost)) == ("", "Connection: reconnecting · Gone.")


def test_json_has_all_of_it():
    entry = JournalEntry(5.0, "h", "1", "web", "started", "booted", "", 7)
    assert entry.as_dict() == {
        "time": 5.0, "host": "h", "uuid": "1", "name": "web", "kind": "started", "detail": "booted",
        "text": "", "id": 7,
    }  # fmt: skip


NOW = datetime(2026, 11, 22, 12, tzinfo=timezone(timedelta(hours=1)))


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("90s", 90), ("2h", 7200), ("30 min", 1800), ("3d", 259200), ("1w", 604800), ("today", 43200),
     ("Yesterday", 129600), ("2026-11-22T11:00:00+01:00", 3600)],
)  # fmt: skip
def test_points_in_time(text, seconds):
    assert since(text, NOW) == NOW.timestamp() - seconds


def test_a_local_date():
    assert since("2026-11-22 10:00", NOW) == datetime(2026, 11, 22, 10).timestamp()


@pytest.mark.parametrize("text", ["", "soon", "2 fortnights", "99999999h", "2026-13-01", "9999999999999"])
def test_no_point_in_time(text):
    with pytest.raises(VirtmonitorError, match="no point in time"):
        since(text, NOW)
