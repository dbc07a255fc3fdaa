"""Each row of the table of operations against real QEMU guests; virsh is the judge of the outcome."""

from __future__ import annotations

import os
import re
import signal
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Thread
from typing import Any

import libvirt
import pytest

from tests.helpers.guest import Guest
from tests.helpers.libvirtd import PrivateLibvirtd
from tests.helpers.slowsave import save_that_waits
from tests.helpers.waiting import until
from virtmonitor.core.errors import Failure, FailureKind, VirtmonitorError
from virtmonitor.core.operations import OPERATIONS
from virtmonitor.hypervisor import commands
from virtmonitor.hypervisor.domainxml import details
from virtmonitor.hypervisor.xmlarchive import XmlArchive

pytestmark = pytest.mark.live

TRIED: set[str] = set()
"""The operations that the tests of this file ran; the last test compares it with the table."""


@dataclass
class Subject:
    """A guest, and our operations on it beside virsh's words about it."""

    guest: Guest
    connection: libvirt.virConnect
    archive: XmlArchive

    def do(self, operation: str, **values: Any) -> Any:
        TRIED.add(operation)
        return commands.execute(self.connection, self.guest.uuid, operation, values, self.archive)

    def refuse(self, operation: str, **values: Any) -> Failure:
        with pytest.raises(VirtmonitorError) as caught:
            self.do(operation, **values)
        return caught.value.failure

    def virsh(self, *arguments: str) -> str:
        return self.guest.daemon.virsh(arguments[0], self.guest.uuid, *arguments[1:])

    @property
    def state(self) -> str:
        """As "running (unpaused)"."""
        return self.virsh("domstate", "--reason")

    def info(self, field: str) -> str:
        match = re.search(rf"^{field}:\s*(.*)$", self.virsh("dominfo"), re.MULTILINE)
        return match[1] if match else ""

    def details(self, *flags: str) -> dict[str, object]:
        return details(self.virsh("dumpxml", *flags))

    def vcpus(self, *flags: str) -> int:
        return int(self.virsh("vcpucount", *flags))


@pytest.fixture(scope="module", name="connection")
def _connection(libvirtd: PrivateLibvirtd) -> Iterator[libvirt.virConnect]:
    connection = libvirt.open(libvirtd.qemu_uri)
    yield connection
    connection.close()


@pytest.fixture(scope="module", name="bare")
def _bare(
    libvirtd: PrivateLibvirtd, connection: libvirt.virConnect, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Subject]:
    """A guest without a system inside: the cheapest thing that runs, with a screen and a qcow2 disk."""
    guest = Guest(libvirtd, "bare", boots=False, display=True, vcpus=1, vcpus_maximum=4)
    image = guest.disk.with_suffix(".qcow2")
    subprocess.run(["qemu-img", "create", "-q", "-f", "qcow2", image, "4M"], check=True)
    image.chmod(0o666)
    disk = f"""<disk type="file" device="disk"><driver name="qemu" type="qcow2"/>
      <source file="{image}"/><target dev="vda" bus="virtio"/></disk>"""
    guest.xml = guest.xml.replace("</devices>", f"{disk}</devices>")
    yield Subject(guest.define(), connection, XmlArchive("private", tmp_path_factory.mktemp("archive")))
    guest.destroy()


@pytest.fixture(name="off")
def _off(bare: Subject) -> Iterator[Subject]:
    """The bare guest, shut off, without saved memory and snapshots, as it was defined; so it is left, too."""
    _reset(bare)
    yield bare
    _reset(bare)


@pytest.fixture(name="on")
def _on(off: Subject) -> Subject:
    """The bare guest, running."""
    off.virsh("start")
    return off


@pytest.fixture(scope="module", name="linux")
def _linux(
    libvirtd: PrivateLibvirtd, connection: libvirt.virConnect, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Subject]:
    """A guest with Linux inside, which answers the power button, a balloon and the loss of a CPU."""
    guest = Guest(libvirtd, "linux", memory=160, vcpus=1, vcpus_maximum=2, pm=True)
    yield Subject(guest.define(), connection, XmlArchive("private", tmp_path_factory.mktemp("archive")))
    guest.destroy()


@pytest.fixture(name="up")
def _up(linux: Subject) -> Subject:
    """The Linux guest, up."""
    if linux.state.startswith("shut off"):
        linux.guest.log.unlink(missing_ok=True)
        linux.guest.start()
    return linux


def _reset(subject: Subject) -> None:
    subject.guest.destroy()
    subject.guest.define()


def test_start_paused_then_resume(off: Subject) -> None:
    off.do("start", paused=True)
    assert off.state == "paused (starting up)" or off.state.startswith("paused")
    off.do("resume")
    assert off.state == "running (unpaused)"
    off.do("suspend")
    assert off.state == "paused (user)"
    assert off.refuse("start").kind is FailureKind.STATE


def test_power_off_gracefully_or_not(on: Subject) -> None:
    on.do("powerOff", graceful=True)
    assert on.state == "shut off (destroyed)"
    on.do("start")
    assert on.state == "running (booted)"
    on.do("powerOff")
    assert on.state == "shut off (destroyed)"


def test_reset_leaves_it_running(on: Subject) -> None:
    on.do("reset")
    assert on.state.startswith("running")


def test_managed_save_is_continued_or_thrown_away(on: Subject) -> None:
    on.do("managedSave")
    assert on.state == "shut off (saved)"
    assert on.info("Managed save") == "yes"
    on.do("start")
    assert on.state == "running (restored)"
    on.do("managedSave")
    on.do("start", forceBoot=True)
    assert on.state == "running (booted)"
    on.do("managedSave")
    on.do("managedSaveRemove")
    assert on.info("Managed save") == "no"


def test_a_guest_shuts_down_by_acpi(up: Subject) -> None:
    up.do("shutdown", mode="acpi")
    until(lambda: up.state == "shut off (shutdown)", what="it shuts down")


def test_a_guest_reboots_by_acpi(up: Subject) -> None:
    up.do("reboot", mode="acpi")
    up.guest.wait_ready(boots=2)
    assert up.state.startswith("running")


def test_without_agent_that_way_is_refused(up: Subject) -> None:
    for operation in ("shutdown", "reboot"):
        failure = up.refuse(operation, mode="agent")
        assert "agent" in failure.message
        assert "guest agent" in failure.hint
        assert failure.kind is not FailureKind.UNSUPPORTED
    assert up.state.startswith("running")


def test_a_guest_sleeps_by_itself_and_is_woken_up(up: Subject) -> None:
    failure = up.refuse("pmSuspend", target="mem")
    assert "agent" in str(failure)
    assert up.refuse("pmSuspend", target="disk").code != 0
    up.guest.tell("suspend", answer=False)
    until(lambda: up.state.startswith("pmsuspended"), what="it sleeps")
    up.do("pmWakeup")
    until(lambda: "DONE suspend 0" in up.guest.serial(), what="it is awake")
    assert up.state == "running (event wakeup)"


def test_memory_of_the_guest_follows(up: Subject) -> None:
    told = up.do("setMemory", bytes="128MiB", scope="live")["bytes"]
    assert told == 128 * 1024**2
    until(lambda: up.details()["memory_current"] == told, what="the balloon is filled")
    assert up.details("--inactive")["memory_current"] == 160 * 1024**2
    up.do("setMemory", bytes="144MiB", scope="both")
    until(lambda: up.details()["memory_current"] == 144 * 1024**2, what="the balloon is emptied")
    assert up.details("--inactive")["memory_current"] == 144 * 1024**2
    up.do("setMemory", bytes="200MiB", maximum=True)
    assert up.details("--inactive")["memory_maximum"] == 200 * 1024**2
    assert up.details()["memory_maximum"] == 160 * 1024**2
    assert up.refuse("setMemory", bytes="1GiB", scope="live").code != 0
    assert up.refuse("setMemory", bytes="1GiB", scope="live", maximum=True).code != 0


def test_vcpus_come(up: Subject) -> None:
    up.do("setVcpus", count=2, scope="live")
    assert (up.vcpus("--live", "--current"), up.vcpus("--config", "--current")) == (2, 1)
    up.do("setVcpus", count=2, scope="both")
    assert (up.vcpus("--live", "--current"), up.vcpus("--config", "--current")) == (2, 2)
    up.do("setVcpus", count=4, scope="config", maximum=True)
    assert (up.vcpus("--config", "--maximum"), up.vcpus("--live", "--maximum")) == (4, 2)
    failure = up.refuse("setVcpus", count=3, scope="both")
    assert failure.kind is not FailureKind.PARTIAL
    assert (up.vcpus("--live", "--current"), up.vcpus("--config", "--current")) == (2, 2)


def test_autostart_title_description(on: Subject) -> None:
    on.do("setAutostart", enabled=True)
    assert on.info("Autostart") == "enable"
    on.do("setAutostart", enabled=False)
    assert on.info("Autostart") == "disable"
    on.do("setTitle", text="now <only>", scope="live")
    on.do("setTitle", text="later", scope="config")
    assert on.virsh("desc", "--title", "--live") == "now <only>"
    assert on.virsh("desc", "--title", "--config") == "later"
    on.do("setDescription", text="one\ntwo")
    assert on.virsh("desc", "--live") == on.virsh("desc", "--config") == "one\ntwo"
    on.do("setDescription", text="")
    assert on.virsh("desc", "--config") == ""


def test_rename_and_back_by_restoring(off: Subject, libvirtd: PrivateLibvirtd) -> None:
    off.do("rename", name="bare two")
    assert libvirtd.virsh("domuuid", "bare two") == off.guest.uuid
    off.do("restoreXml")
    assert libvirtd.virsh("domuuid", "bare") == off.guest.uuid
    off.virsh("start")
    assert off.refuse("rename", name="x").kind is FailureKind.STATE


def test_a_new_definition_and_the_old_one_back(off: Subject) -> None:
    read = commands.definition(off.connection, off.guest.uuid)
    edited = read.replace('<vcpu placement="static"', "<vcpu").replace(
        "</uuid>", "</uuid><title>edited</title>"
    )
    kept = off.do("defineXml", xml=edited, base=read)["kept"]
    assert off.virsh("desc", "--title", "--config") == "edited"
    changed = off.refuse("defineXml", xml=edited, base=read)
    assert changed.kind is FailureKind.CHANGED
    assert off.do("restoreXml", entry=kept) == {"restored": kept, "snapshots": 0}
    assert commands.definition(off.connection, off.guest.uuid) == read


def test_virsh_changes_it_under_the_editor(off: Subject) -> None:
    read = commands.definition(off.connection, off.guest.uuid)
    off.virsh("setvcpus", "2", "--config")
    assert off.refuse("defineXml", xml=read, base=read).kind is FailureKind.CHANGED
    assert off.vcpus("--config", "--current") == 2


def test_a_definition_that_the_schema_does_not_know_is_refused(off: Subject) -> None:
    read = commands.definition(off.connection, off.guest.uuid)
    wrong = read.replace("</devices>", "<teapot/></devices>")
    assert off.refuse("defineXml", xml=wrong).kind is FailureKind.PARAMETER
    assert commands.definition(off.connection, off.guest.uuid) == read


def test_passwords_survive_a_restore(off: Subject) -> None:
    secret = off.guest.xml.replace('<graphics type="vnc">', '<graphics type="vnc" passwd="pa55word">')
    off.do("defineXml", xml=secret)
    off.do("setTitle", text="other")
    off.do("restoreXml")
    assert "pa55word" in off.virsh("dumpxml", "--security-info", "--inactive")
    assert "pa55word" not in off.virsh("dumpxml", "--inactive")


def test_an_undefined_domain_is_restored(off: Subject, libvirtd: PrivateLibvirtd) -> None:
    before = off.virsh("dumpxml", "--inactive", "--security-info")
    off.do("undefine")
    assert off.guest.uuid not in libvirtd.virsh("list", "--all", "--uuid")
    assert off.refuse("start").kind is FailureKind.NO_SOURCE
    off.do("restoreXml")
    assert off.virsh("dumpxml", "--inactive", "--security-info") == before


def test_undefine_asks_for_what_would_be_lost(on: Subject, libvirtd: PrivateLibvirtd) -> None:
    on.do("managedSave")
    refused = on.refuse("undefine")
    assert (refused.kind, refused.hint) == (FailureKind.STATE, "The parameter managedSave deletes that too.")
    on.do("undefine", managedSave=True, snapshots=True)
    assert on.guest.uuid not in libvirtd.virsh("list", "--all", "--uuid")


def test_an_undefined_domain_knows_its_snapshots_again(off: Subject) -> None:
    off.do("snapshotCreate", name="first")
    off.do("snapshotCreate", name="second", description="two")
    before = off.virsh("snapshot-dumpxml", "second")
    assert "snapshots" in off.refuse("undefine").hint
    off.do("undefine", snapshots=True)
    assert off.do("restoreXml")["snapshots"] == 2
    assert off.virsh("snapshot-dumpxml", "second") == before
    assert off.virsh("snapshot-current", "--name") == "second"
    off.do("snapshotRevert", name="first")
    known = commands.snapshots(off.connection, off.guest.uuid)
    assert [(each.name, each.parent, each.current) for each in known] == [
        ("first", "", True),
        ("second", "first", False),
    ]


def test_what_undefine_does_not_name_stays(off: Subject) -> None:
    variables = off.guest.disk.with_suffix(".fd")
    loader = f"<loader readonly='yes' type='pflash'>{off.guest.log}</loader><nvram>{variables}</nvram></os>"
    off.do("defineXml", xml=off.guest.xml.replace("</os>", loader))
    for nvram in (False, True):
        variables.write_text("")
        off.do("undefine", nvram=nvram)
        assert variables.exists() is not nvram
        off.do("restoreXml")


def test_a_daemon_that_dies_under_an_operation_is_a_lost_connection(
    own_libvirtd: PrivateLibvirtd, make_guest: Callable[..., Guest], tmp_path: Path
) -> None:
    guest = make_guest(daemon=own_libvirtd, boots=False).start(wait=False)
    subject = Subject(guest, libvirt.open(own_libvirtd.qemu_uri), XmlArchive("own", tmp_path))
    os.kill(guest.pid, signal.SIGSTOP)
    ended: list[Failure] = []
    thread = Thread(target=lambda: ended.append(subject.refuse("reset")))
    thread.start()
    until(
        lambda: (
            "remoteDispatchDomainReset" in subject.virsh("domcontrol")
            or "occupied" in subject.virsh("domcontrol")
        )
    )
    own_libvirtd.kill9()
    thread.join(30)
    assert [failure.kind for failure in ended] == [FailureKind.CONNECTION]
    assert subject.refuse("reset").kind is FailureKind.CONNECTION
    os.kill(guest.pid, signal.SIGCONT)
    own_libvirtd.start()
    assert guest.state() == "running"


def test_undefining_what_runs_leaves_it_running(on: Subject) -> None:
    on.do("undefine")
    assert (on.state, on.info("Persistent")) == ("running (booted)", "no")
    assert "transient" in on.refuse("setTitle", text="x", scope="config").message
    on.do("setTitle", text="live only")
    on.do("restoreXml")
    assert (on.state, on.info("Persistent")) == ("running (booted)", "yes")


def test_snapshots(on: Subject) -> None:
    assert on.do("snapshotCreate", name="first", description="one <two>") == {"name": "first"}
    assert "one &lt;two&gt;" in on.virsh("snapshot-dumpxml", "first")
    assert on.do("snapshotCreate", name="second") == {"name": "second"}
    third = on.do("snapshotCreate")["name"]
    assert on.virsh("snapshot-list", "--name").split() == [third, "first", "second"]
    on.do("setTitle", text="after")
    on.do("snapshotRevert", name="first", state="paused")
    assert on.state == "paused (from snapshot)"
    assert on.details()["title"] == ""
    assert details(on.archive.read(on.archive.entries(on.guest.uuid)[0]))["title"] == "after"
    on.do("snapshotRevert", name="second", state="running", force=True)
    assert on.state == "running (from snapshot)"
    on.do("snapshotDelete", name="second", childrenOnly=True)
    assert on.virsh("snapshot-list", "--name").split() == ["first", "second"]
    on.do("snapshotDelete", name="first", children=True)
    assert on.virsh("snapshot-list", "--name") == ""
    assert on.refuse("snapshotDelete", name="first").kind is FailureKind.PARAMETER


def test_a_snapshot_of_the_disk_alone(on: Subject) -> None:
    on.do("snapshotCreate", name="disk", diskOnly=True)
    assert "<state>disk-snapshot</state>" in on.virsh("snapshot-dumpxml", "disk")
    on.do("snapshotDelete", name="disk", metadataOnly=True)
    assert "agent" in str(on.refuse("snapshotCreate", diskOnly=True, quiesce=True))
    source = re.search(r"'([^']*\.disk)'", on.virsh("dumpxml"))
    assert source
    Path(source[1]).unlink()


def test_a_picture_of_the_screen(on: Subject, tmp_path: Path) -> None:
    on.do("suspend")  # its firmware changes the resolution
    picture = on.do("screenshot")
    assert picture["mime"] in ("image/png", "image/x-portable-pixmap")
    theirs = tmp_path / "theirs"
    on.virsh("screenshot", "--file", str(theirs))
    assert theirs.read_bytes()[:24] == picture["data"][:24], "the same kind and size"
    assert on.refuse("screenshot", screen=7).code != 0
    assert on.do("screenshot")["data"], "a refused one leaves the connection as it was"


def test_keys_and_nmi_reach_the_guest(on: Subject) -> None:
    on.do("sendKey", keys="ctrl+alt+del")
    on.do("injectNmi")
    assert on.state.startswith("running")
    on.do("suspend")
    on.do("powerOff")
    assert on.refuse("sendKey").kind is FailureKind.STATE


def test_a_save_is_told_of_and_stopped(up: Subject, libvirtd: PrivateLibvirtd) -> None:
    """Over a connection of its own: two threads inside one lose each other's wake-ups (libvirt before 10.2)."""
    ended: list[Failure] = []
    beside = replace(up, connection=libvirt.open(libvirtd.qemu_uri))
    assert commands.job_progress(beside.connection, up.guest.uuid) is None
    assert beside.refuse("abortJob").kind is FailureKind.STATE
    with save_that_waits(up.guest) as go_on:
        thread = Thread(target=lambda: ended.append(up.refuse("managedSave")))
        thread.start()
        job = until(lambda: commands.job_progress(beside.connection, up.guest.uuid), what="a job is told")
        assert (job.type, job.operation) == ("unbounded", "save")
        until(lambda: _progress(beside), what="it comes on")
        beside.do("abortJob")
        go_on()
        thread.join(60)
    assert [failure.kind for failure in ended] == [FailureKind.CANCELLED]
    assert up.state.startswith("running")
    assert up.info("Managed save") == "no"
    beside.connection.close()


def _progress(subject: Subject) -> float:
    job = commands.job_progress(subject.connection, subject.guest.uuid)
    assert job is not None
    return job.progress or 0


def test_every_row_of_the_table_was_run() -> None:
    assert set(OPERATIONS) == TRIED
