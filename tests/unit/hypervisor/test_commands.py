"""The operations on libvirt's test driver: what it does is done, what it cannot is told honestly."""

from collections.abc import Callable
from typing import Any

import libvirt
import pytest

from tests.unit.hypervisor.conftest import UUID, XML
from virtmonitor.core.errors import Failure, FailureKind, VirtmonitorError
from virtmonitor.core.job import JobRecord
from virtmonitor.core.operations import OPERATIONS
from virtmonitor.hypervisor import commands
from virtmonitor.hypervisor.commandjobs import record_of
from virtmonitor.hypervisor.domainxml import details
from virtmonitor.hypervisor.xmlarchive import XmlArchive

Do = Callable[..., Any]
Refuse = Callable[..., Failure]
INACTIVE = libvirt.VIR_DOMAIN_XML_INACTIVE


def state(domain: libvirt.virDomain) -> int:
    return int(domain.state()[0])


def live(domain: libvirt.virDomain) -> dict[str, object]:
    return details(domain.XMLDesc(0))


def config(domain: libvirt.virDomain) -> dict[str, object]:
    return details(domain.XMLDesc(INACTIVE))


def test_every_row_of_the_table_has_its_command() -> None:
    assert set(OPERATIONS) - set(commands.COMMANDS) == {"restoreXml"}
    assert set(commands.COMMANDS) < set(OPERATIONS)


def test_states(domain: libvirt.virDomain, do: Do) -> None:
    steps = (
        ("start", libvirt.VIR_DOMAIN_RUNNING),
        ("suspend", libvirt.VIR_DOMAIN_PAUSED),
        ("resume", libvirt.VIR_DOMAIN_RUNNING),
        ("reboot", libvirt.VIR_DOMAIN_RUNNING),
        ("managedSave", libvirt.VIR_DOMAIN_SHUTOFF),
        ("start", libvirt.VIR_DOMAIN_RUNNING),
        ("powerOff", libvirt.VIR_DOMAIN_SHUTOFF),
        ("start", libvirt.VIR_DOMAIN_RUNNING),
        ("shutdown", libvirt.VIR_DOMAIN_SHUTOFF),
    )
    for operation, expected in steps:
        assert do(operation) is None
        assert state(domain) == expected, operation


def test_managed_save_is_removed(domain: libvirt.virDomain, do: Do) -> None:
    do("start")
    do("managedSave")
    assert domain.hasManagedSaveImage()
    do("managedSaveRemove")
    assert not domain.hasManagedSaveImage()


@pytest.mark.parametrize("operation", ["pmSuspend", "pmWakeup", "abortJob"])
def test_what_the_driver_cannot_is_unsupported(
    domain: libvirt.virDomain, do: Do, refuse: Refuse, operation: str
) -> None:
    do("start")
    failure = refuse(operation)
    assert (failure.kind, failure.code) == (FailureKind.UNSUPPORTED, libvirt.VIR_ERR_NO_SUPPORT)
    assert state(domain) == libvirt.VIR_DOMAIN_RUNNING


@pytest.mark.parametrize(
    ("operation", "values"),
    [("shutdown", {"mode": "acpi"}), ("snapshotCreate", {"diskOnly": True})],
)
def test_one_way_refused_is_not_the_operation(
    domain: libvirt.virDomain, do: Do, refuse: Refuse, operation: str, values: dict[str, object]
) -> None:
    do("start")
    assert refuse(operation, **values).kind is FailureKind.PARAMETER
    assert state(domain) == libvirt.VIR_DOMAIN_RUNNING


def test_wrong_state_is_told_by_libvirt_too(domain: libvirt.virDomain, refuse: Refuse) -> None:
    assert state(domain) == libvirt.VIR_DOMAIN_SHUTOFF
    failure = refuse("reset")
    assert failure.kind is FailureKind.STATE
    assert failure.message.startswith("Could not reset web1: ")


def test_vcpus_go_where_the_scope_says(domain: libvirt.virDomain, do: Do) -> None:
    do("start")
    do("setVcpus", count=2, scope="live")
    assert (live(domain)["vcpu_current"], config(domain)["vcpu_current"]) == (2, 1)
    do("setVcpus", count=3, scope="config")
    assert (live(domain)["vcpu_current"], config(domain)["vcpu_current"]) == (2, 3)
    do("setVcpus", count=4)
    assert (live(domain)["vcpu_current"], config(domain)["vcpu_current"]) == (4, 4)


def test_both_means_what_there_is(domain: libvirt.virDomain, do: Do) -> None:
    do("setVcpus", count=8, scope="config", maximum=True)
    do("setVcpus", count=7)
    assert (config(domain)["vcpu_current"], config(domain)["vcpu_maximum"]) == (7, 8)


def test_memory_in_exact_bytes_where_the_driver_takes_one_scope_at_a_time(
    domain: libvirt.virDomain, do: Do
) -> None:
    do("start")
    assert do("setMemory", bytes="256MiB", scope="both") == {"bytes": 256 * 1024**2}
    assert live(domain)["memory_current"] == config(domain)["memory_current"] == 256 * 1024**2
    assert do("setMemory", bytes=300_000_001, scope="config") == {"bytes": 300_000_256}
    assert config(domain)["memory_current"] == 300_000_256


def test_the_most_it_can_have_is_for_its_next_start(
    domain: libvirt.virDomain, do: Do, refuse: Refuse
) -> None:
    do("start")
    do("setMemory", bytes="2GiB", maximum=True)
    do("setVcpus", count=8, maximum=True)
    assert (config(domain)["memory_maximum"], config(domain)["vcpu_maximum"]) == (2 * 1024**3, 8)
    assert (live(domain)["memory_maximum"], live(domain)["vcpu_maximum"]) == (1024**3, 4)
    assert refuse("setMemory", bytes="2GiB", scope="live", maximum=True).kind is FailureKind.STATE


def test_live_done_and_config_refused_is_told_as_such(
    domain: libvirt.virDomain, do: Do, refuse: Refuse
) -> None:
    do("start")
    do("setMemory", bytes="300MiB", scope="config", maximum=True)
    failure = refuse("setMemory", bytes="600MiB", scope="both")
    assert failure.kind is FailureKind.PARTIAL
    assert "running domain only" in failure.message
    assert failure.code != 0
    assert live(domain)["memory_current"] == 600 * 1024**2
    assert config(domain)["memory_maximum"] == 300 * 1024**2


def test_both_refused_at_once_is_no_partial_success(
    domain: libvirt.virDomain, do: Do, refuse: Refuse
) -> None:
    do("start")
    assert refuse("setMemory", bytes="4GiB", scope="both").kind is not FailureKind.PARTIAL
    assert refuse("setVcpus", count=9, scope="both").kind is not FailureKind.PARTIAL
    assert live(domain)["vcpu_current"] == config(domain)["vcpu_current"] == 1


def test_no_live_scope_without_life(domain: libvirt.virDomain, refuse: Refuse) -> None:
    failure = refuse("setVcpus", count=2, scope="live")
    assert (failure.kind, failure.code) == (FailureKind.STATE, 0)
    assert "does not run" in failure.message
    assert config(domain)["vcpu_current"] == 1


def test_transient_domains_have_no_config(
    connection: libvirt.virConnect, do: Do, refuse: Refuse, archive: XmlArchive
) -> None:
    domain = connection.createXML(XML.format(name="passing", uuid=UUID))
    assert "transient" in refuse("setTitle", text="new", scope="config").message
    do("setTitle", text="new")
    assert live(domain)["title"] == "new"
    do("powerOff")
    assert [entry.operation for entry in archive.entries(UUID)] == ["powerOff"]
    do("restoreXml")
    assert connection.lookupByUUIDString(UUID).isPersistent()
    connection.lookupByUUIDString(UUID).undefine()


def test_autostart_and_texts(domain: libvirt.virDomain, do: Do) -> None:
    do("setAutostart", enabled=True)
    assert domain.autostart()
    do("setAutostart", enabled="off")
    assert not domain.autostart()
    do("setTitle", text="<new> & 'best'")
    do("setDescription", text="two\nlines\t€")
    assert (config(domain)["title"], config(domain)["description"]) == ("<new> & 'best'", "two\nlines\t€")
    do("setTitle", text="")
    assert "<title" not in domain.XMLDesc(INACTIVE)


def test_a_megabyte_of_description(domain: libvirt.virDomain, do: Do) -> None:
    do("setDescription", text="ä" * 1_000_000)
    assert config(domain)["description"] == "ä" * 1_000_000


def test_rename_keeps_uuid_and_old_definition(
    connection: libvirt.virConnect, domain: libvirt.virDomain, do: Do, refuse: Refuse, archive: XmlArchive
) -> None:
    do("rename", name="web 2 é")
    assert connection.lookupByName("web 2 é").UUIDString() == domain.UUIDString()
    assert archive.name_of(archive.entries(UUID)[0]) == "web1"
    do("start")
    assert refuse("rename", name="web3").kind is FailureKind.STATE


def test_a_namesake_is_never_hit(
    connection: libvirt.virConnect, domain: libvirt.virDomain, do: Do, refuse: Refuse
) -> None:
    other = UUID.replace("1", "9")
    do("undefine")
    replacement = connection.defineXML(XML.format(name="web1", uuid=other))
    for operation in sorted(set(OPERATIONS) - {"restoreXml"}):
        example = {"count": 2, "bytes": "1MiB", "enabled": True, "name": "x", "text": "t", "xml": "<domain/>"}
        needed = {p.name: example[p.name] for p in OPERATIONS[operation].parameters if p.required}
        assert refuse(operation, **needed).kind is FailureKind.NO_SOURCE, operation
    assert state(replacement) == libvirt.VIR_DOMAIN_SHUTOFF
    assert not replacement.autostart()
    assert "already exists" in refuse("restoreXml").message
    replacement.undefine()


def test_snapshots(domain: libvirt.virDomain, do: Do, refuse: Refuse) -> None:
    do("start")
    assert do("snapshotCreate", name="one <&>", description="first") == {"name": "one <&>"}
    chosen = do("snapshotCreate")["name"]
    assert set(domain.snapshotListNames()) == {"one <&>", chosen}
    first, second = commands.snapshots(domain.connect(), UUID)
    assert (first.name, first.parent, first.current) == ("one <&>", "", False)
    assert (first.description, first.state) == ("first", "running")
    assert (second.name, second.parent, second.current) == (chosen, "one <&>", True)
    assert first.created_at is not None
    do("snapshotRevert", name="one <&>", state="paused")
    assert state(domain) == libvirt.VIR_DOMAIN_PAUSED
    assert refuse("snapshotRevert", name="none").kind is FailureKind.PARAMETER
    assert (
        refuse("snapshotDelete", name=chosen, children=True, childrenOnly=True).kind is FailureKind.PARAMETER
    )
    do("snapshotDelete", name="one <&>", childrenOnly=True)
    assert domain.snapshotListNames() == ["one <&>"]
    do("snapshotDelete", name="one <&>", children=True)
    assert domain.snapshotListNames() == []


def test_screen_keys_and_nmi(domain: libvirt.virDomain, do: Do) -> None:
    do("start")
    picture = do("screenshot")
    assert picture["mime"] == "image/png"
    assert picture["data"].startswith(b"\x89PNG")
    do("sendKey")
    do("sendKey", keys="ctrl+alt+f1", holdTime=10)
    do("injectNmi")


def test_a_screenshot_larger_than_its_bound_is_refused(
    domain: libvirt.virDomain, do: Do, refuse: Refuse, monkeypatch: pytest.MonkeyPatch
) -> None:
    do("start")
    monkeypatch.setattr("virtmonitor.hypervisor.commanddevices.MOST_OF_A_PICTURE", 10)
    assert "larger than" in refuse("screenshot").message
    monkeypatch.undo()
    assert do("screenshot")["data"]


def test_no_job_to_tell_of(connection: libvirt.virConnect, domain: libvirt.virDomain) -> None:
    assert commands.job_progress(connection, domain.UUIDString()) is None
    with pytest.raises(VirtmonitorError, match="not supported"):
        commands.abort(connection, domain.UUIDString())


def test_what_job_stats_become() -> None:
    assert record_of({"type": 0}) is None
    assert record_of({"type": libvirt.VIR_DOMAIN_JOB_COMPLETED}) is None
    stats = {"type": 2, "operation": 2, "time_elapsed": 1500, "data_total": 200, "data_remaining": 50}
    assert record_of(stats) == JobRecord("unbounded", "save", 75.0, 1.5, None)
    assert record_of({"type": 1, "operation": 99}) == JobRecord("bounded", "unknown")
    assert record_of({"type": 1, "data_total": 10, "data_remaining": 20}) == JobRecord(
        "bounded", "unknown", 0.0
    )


def test_read_only_is_refused_by_libvirt_too(domain: libvirt.virDomain, archive: XmlArchive) -> None:
    reader = libvirt.openReadOnly("test:///default")
    assert details(commands.definition(reader, domain.UUIDString(), secrets=False))["title"] == "old"
    with pytest.raises(VirtmonitorError, match="forbidden"):
        commands.definition(reader, domain.UUIDString())
    with pytest.raises(VirtmonitorError) as caught:
        commands.execute(reader, domain.UUIDString(), "setVcpus", {"count": 2}, archive)
    assert caught.value.failure.kind is FailureKind.RIGHTS
    reader.close()
