"""The table of operations: what it holds, what it takes, and when it refuses."""

import re

import pytest

from virtmonitor.core.domain import DomainRecord, DomainState
from virtmonitor.core.errors import FailureKind, VirtmonitorError
from virtmonitor.core.operations import OPERATIONS, checked, description, losses, refusal

DESIGN = [
    "start", "shutdown", "reboot", "powerOff", "reset", "suspend", "resume", "pmSuspend", "pmWakeup",
    "managedSave", "managedSaveRemove", "setVcpus", "setMemory", "setAutostart", "rename", "setTitle",
    "setDescription", "defineXml", "restoreXml", "undefine", "snapshotCreate", "snapshotRevert",
    "snapshotDelete", "screenshot", "sendKey", "injectNmi", "abortJob",
]  # fmt: skip

OFF = DomainRecord(
    "host", "uuid", "web1", -1, DomainState.SHUTOFF,
    persistent=True, autostart=False, has_managed_save=False, snapshot_count=0,
)  # fmt: skip
RUNNING = OFF._replace(id=1, state=DomainState.RUNNING)
PAUSED = RUNNING._replace(state=DomainState.PAUSED)
ASLEEP = RUNNING._replace(state=DomainState.PMSUSPENDED)


def kind_of_failure(name: str, values: dict[str, object]) -> tuple[FailureKind, str]:
    with pytest.raises(VirtmonitorError) as caught:
        checked(name, values)
    return caught.value.failure.kind, caught.value.failure.message


def test_every_row_of_the_design() -> None:
    assert list(OPERATIONS) == DESIGN


@pytest.mark.parametrize("name", DESIGN)
def test_a_row_is_whole(name: str) -> None:
    row = OPERATIONS[name]
    assert row.name == name
    assert row.label
    assert row.description.endswith(".")
    assert len({p.name for p in row.parameters}) == len(row.parameters)
    for parameter in row.parameters:
        assert parameter.label
        assert bool(parameter.choices) == (parameter.type == "word")
        if parameter.default is not None:
            assert parameter.checked(parameter.default) == parameter.default


@pytest.mark.parametrize("name", DESIGN)
def test_the_description_can_be_filled_in_and_handed_back(name: str) -> None:
    example = {"count": 1, "bytes": "1MiB", "enabled": True, "name": "x", "text": "", "xml": "<domain/>"}
    filled = {key: example.get(key) if value is None else value for key, value in description(name).items()}
    assert description(name)["_name"] == name
    assert set(checked(name, filled)) == {p.name for p in OPERATIONS[name].parameters}


def test_words_of_a_command_line_become_values() -> None:
    values = {"bytes": "2GiB", "scope": "live", "maximum": "no"}
    assert checked("setMemory", values) == {"bytes": 2 * 1024**3, "scope": "live", "maximum": False}
    assert checked("setVcpus", {"count": "4"})["count"] == 4
    assert checked("setVcpus", {"count": 4.0})["count"] == 4
    assert checked("start", {"paused": "on"}) == {"paused": True, "forceBoot": False}
    assert checked("sendKey", {"keys": "Ctrl+Alt+F1"})["keys"] == ("ctrl", "alt", "f1")
    assert checked("sendKey", {"keys": ["ctrl", "KEY_DELETE"]})["keys"] == ("ctrl", "key_delete")


@pytest.mark.parametrize(
    ("name", "values", "kind", "words"),
    [
        ("fly", {}, FailureKind.OPERATION, "no operation 'fly'"),
        ("start", {"pause": True}, FailureKind.PARAMETER, "no parameter 'pause'; it has paused, forceBoot"),
        ("suspend", {"x": 1}, FailureKind.PARAMETER, "it has none"),
        ("setVcpus", {}, FailureKind.PARAMETER, "needs the parameter count"),
        ("setVcpus", {"count": None}, FailureKind.PARAMETER, "needs the parameter count"),
        ("setVcpus", {"count": "two"}, FailureKind.PARAMETER, "count needs a whole number"),
        ("setVcpus", {"count": True}, FailureKind.PARAMETER, "count needs a whole number"),
        ("setVcpus", {"count": 1.5}, FailureKind.PARAMETER, "count needs a whole number"),
        ("setVcpus", {"count": float("nan")}, FailureKind.PARAMETER, "count needs a whole number"),
        ("setVcpus", {"count": "٣"}, FailureKind.PARAMETER, "count needs a whole number"),
        ("setVcpus", {"count": 0}, FailureKind.PARAMETER, "cannot be less than 1"),
        ("setVcpus", {"count": 10**9}, FailureKind.PARAMETER, "cannot be more than 65535"),
        ("setVcpus", {"count": 1, "scope": "Live"}, FailureKind.PARAMETER, "one of: both, live, config"),
        ("setMemory", {"bytes": "2 potatoes"}, FailureKind.PARAMETER, "needs a size"),
        ("setMemory", {"bytes": "-1GiB"}, FailureKind.PARAMETER, "needs a size"),
        ("setMemory", {"bytes": "0.3b"}, FailureKind.PARAMETER, "whole number of bytes"),
        ("setAutostart", {"enabled": "maybe"}, FailureKind.PARAMETER, "needs true or false"),
        ("setAutostart", {"enabled": 1}, FailureKind.PARAMETER, "needs true or false"),
        ("rename", {"name": " "}, FailureKind.PARAMETER, "cannot be empty"),
        ("rename", {"name": "a/b"}, FailureKind.PARAMETER, "slash"),
        ("rename", {"name": "a\nb"}, FailureKind.PARAMETER, "one line"),
        ("rename", {"name": "a\0b"}, FailureKind.PARAMETER, r"U\+0000"),
        ("rename", {"name": "a\ud800"}, FailureKind.PARAMETER, r"U\+D800"),
        ("rename", {"name": "x" * 256}, FailureKind.PARAMETER, "longer than 255"),
        ("setTitle", {"text": "a\tb\nc"}, FailureKind.PARAMETER, "one line"),
        ("setDescription", {"text": "x" * 1_000_001}, FailureKind.PARAMETER, "longer"),
        ("setDescription", {"text": b"bytes"}, FailureKind.PARAMETER, "needs a text"),
        ("sendKey", {"keys": "ctrl+any"}, FailureKind.PARAMETER, "not known: 'any'"),
        ("sendKey", {"keys": []}, FailureKind.PARAMETER, "needs keys"),
        ("sendKey", {"keys": ["a"] * 17}, FailureKind.PARAMETER, "more than 16"),
        ("start", {"_name": "shutdown"}, FailureKind.PARAMETER, "another operation"),
    ],
)
def test_refused_values(name: str, values: dict[str, object], kind: FailureKind, words: str) -> None:
    found, message = kind_of_failure(name, values)
    assert found is kind
    assert re.search(words, message)
    assert message.endswith(".")


def enabled(record: DomainRecord) -> set[str]:
    return {name for name in OPERATIONS if refusal(name, record, read_only=False) is None}


ALWAYS = {
    "setVcpus", "setMemory", "setAutostart", "setTitle", "setDescription", "defineXml", "restoreXml",
    "undefine", "snapshotCreate",
}  # fmt: skip
RUNS = {"powerOff", "reset", "screenshot", "abortJob"}
GUEST = {"shutdown", "reboot", "suspend", "pmSuspend", "sendKey", "injectNmi"}


def test_what_each_state_allows() -> None:
    assert enabled(OFF) == ALWAYS | {"start", "rename"}
    assert enabled(RUNNING) == ALWAYS | RUNS | GUEST | {"managedSave"}
    assert enabled(PAUSED) == ALWAYS | RUNS | {"resume", "managedSave"}
    assert enabled(ASLEEP) == ALWAYS | RUNS | {"pmWakeup"}


def test_what_is_not_known_is_allowed() -> None:
    unread = DomainRecord("host", "uuid", "web1")
    assert {"start", "managedSaveRemove", "snapshotRevert", "rename", "undefine"} <= enabled(unread)


def test_transient_domains_have_nothing_that_outlives_them() -> None:
    transient = RUNNING._replace(persistent=False)
    assert enabled(RUNNING) - enabled(transient) == {"managedSave", "setAutostart", "undefine"}


def test_a_domain_that_is_gone_can_only_be_restored() -> None:
    allowed = {name for name in OPERATIONS if refusal(name, None, read_only=False) is None}
    assert allowed == {"restoreXml"}
    assert refusal("restoreXml", None, read_only=True) is not None


def test_every_refusal_is_a_sentence() -> None:
    for name in OPERATIONS:
        for record in (OFF, RUNNING, PAUSED, ASLEEP, RUNNING._replace(persistent=False)):
            reason = refusal(name, record, read_only=False)
            assert reason is None or (reason[0].isupper() and reason.endswith("."))
        assert "read-only" in (refusal(name, RUNNING, read_only=True) or "")
        assert "driver" in (refusal(name, RUNNING, read_only=True, unsupported=True) or "")


def test_a_refusal_for_an_unknown_operation() -> None:
    with pytest.raises(VirtmonitorError, match="no operation"):
        refusal("fly", RUNNING, read_only=False)


def test_losses_are_what_a_person_is_asked_about() -> None:
    assert losses("start", {}) == ()
    assert losses("start", {"forceBoot": True}) == ("Its saved memory is thrown away.",)
    assert len(losses("undefine", {"nvram": "yes"})) == 2
    assert losses("shutdown", {}, RUNNING) == ()
    assert "transient" in losses("shutdown", {}, RUNNING._replace(persistent=False))[0]
    assert {name for name, row in OPERATIONS.items() if row.destructive} == {
        "powerOff", "reset", "managedSaveRemove", "undefine", "snapshotRevert", "snapshotDelete", "injectNmi",
    }  # fmt: skip
