"""`show`, `operations`, `call` and the verbs as processes of their own over a daemon; virsh is the judge."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import libvirt
import pytest

from tests.helpers.guest import Guest
from tests.helpers.libvirtd import PrivateLibvirtd, why_not
from tests.helpers.needs import skip_for
from tests.helpers.slowsave import save_that_waits
from tests.helpers.waiting import until
from virtmonitor.core.operations import OPERATIONS
from virtmonitor.core.vocabulary import names

pytestmark = pytest.mark.live

VIRTMONITOR = [sys.executable, "-m", "virtmonitor"]
XML = "<domain type='test'><name>{}</name><memory>1024</memory><os><type>hvm</type></os></domain>"


class Shell:
    """Runs virtmonitor on one daemon's test driver, a process a command."""

    def __init__(self, daemon: PrivateLibvirtd, uri: str) -> None:
        self.daemon, self.uri = daemon, uri

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        argv = [*VIRTMONITOR, "-c", self.uri, *arguments]
        return subprocess.run(
            argv, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120, check=False
        )

    def do(self, *arguments: str) -> str:
        """What it prints; it must succeed and say nothing else."""
        done = self.run(*arguments)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    def fail(self, status: int, *arguments: str) -> str:
        """What it says on stderr; it must end with that status."""
        done = self.run(*arguments)
        assert done.returncode == status, done.stderr
        assert "Traceback" not in done.stderr
        return done.stderr

    def show(self, source: str) -> dict[str, Any]:
        data: dict[str, Any] = json.loads(self.do("show", source, "--json"))
        return data

    def virsh(self, *arguments: str) -> str:
        return self.daemon.virsh(*arguments, uri=self.uri)


@pytest.fixture(scope="module")
def daemon() -> Iterator[PrivateLibvirtd]:
    """A daemon whose default test host nobody else touches."""
    skip_for(why_not())
    with PrivateLibvirtd() as daemon:
        yield daemon


@pytest.fixture
def shell(daemon: PrivateLibvirtd) -> Iterator[Shell]:
    """The default test host is one and the same while somebody is connected, and then a fresh one."""
    uri = daemon.test_uri()
    kept = libvirt.open(uri)
    yield Shell(daemon, uri)
    kept.close()


@pytest.fixture
def real(libvirtd: PrivateLibvirtd) -> Shell:
    """QEMU."""
    return Shell(libvirtd, libvirtd.qemu_uri)


def test_show_has_the_whole_vocabulary(shell: Shell) -> None:
    domain = shell.show("test")
    assert tuple(domain) == names("domain")
    assert (domain["name"], domain["state"], domain["memoryMaximum"]) == ("test", "running", 8 * 1024**3)
    host = shell.show("test-default")
    assert tuple(host) == names("host")
    assert (host["kind"], host["connection"], host["counts"]) == ("host", "connected", {"running": 1})
    assert "socket=" in host["uri"]
    assert "8 GiB" in shell.do("show", "test")
    assert "running 1" in shell.do("show", "test-default")


def test_a_source_is_meant_by_its_name_its_uuid_or_its_domains_name(shell: Shell) -> None:
    uuid = shell.show("test")["uuid"]
    for word in (uuid, uuid.upper(), f"test-default/{uuid}", "test-default/test"):
        assert shell.show(word)["name"] == "test"
    for word in ("nobody", "test-default/nobody", "other/test", f"other/{uuid}", uuid.replace("6", "7"), ""):
        assert "There is no" in shell.fail(4, "show", word)
    assert "/nonexistent" in shell.fail(3, "-c", "test+unix:///default?socket=/nonexistent", "show", "nobody")


def test_an_ambiguous_name_lists_the_candidates(shell: Shell) -> None:
    told = shell.fail(2, "-c", f"{shell.uri}&x=1", "show", "test")
    uuid = shell.show("test")["uuid"]
    assert f"test-default/{uuid} (test)" in told
    assert f"test-default-2/{uuid} (test)" in told
    assert f"test-default-2/{uuid}" in shell.fail(2, "-c", f"{shell.uri}&x=1", "suspend", uuid)


def test_a_machine_is_found_though_another_host_is_down(shell: Shell) -> None:
    done = shell.run("-c", "test+unix:///default?socket=/nonexistent", "show", "test")
    assert done.returncode == 0
    assert "/nonexistent" in done.stderr


def test_vcpus_and_memory(shell: Shell) -> None:
    shell.do("call", "test", "setVcpus", "count=1", "scope=live", "--wait")
    assert shell.show("test")["vcpuCurrent"] == 1
    assert "1" in shell.virsh("vcpucount", "test", "--live", "--active")
    shell.do("call", "test", "setMemory", "bytes=536870912", "scope=both")
    assert shell.show("test")["memoryCurrent"] == 536870912
    assert "524288 KiB" in shell.virsh("dominfo", "test")
    shell.do("call", "test", "setMemory", "bytes=1 GiB")
    assert shell.show("test")["memoryCurrent"] == 1024**3


def test_the_verbs(shell: Shell) -> None:
    shell.do("suspend", "test")
    assert shell.virsh("domstate", "test") == "paused"
    shell.do("resume", "test")
    shell.do("reboot", "test")
    assert shell.virsh("domstate", "test") == "running"
    shell.do("save", "test", "--wait")
    assert shell.show("test")["hasManagedSave"] is True
    assert "unsupported flags" in shell.fail(1, "start", "test", "paused=true"), "the test driver has none"
    shell.do("start", "test")
    shell.do("poweroff", "test", "--yes")
    assert shell.virsh("domstate", "test") == "shut off"
    shell.do("start", "test")
    shell.do("shutdown", "test", "--wait")
    assert shell.virsh("domstate", "test") == "shut off"


def test_what_is_refused_and_how_it_is_told(shell: Shell) -> None:
    assert "It runs already." in shell.fail(1, "start", "test")
    assert "test" in shell.fail(1, "call", "test", "pmSuspend"), "libvirt's own sentence"
    assert "no operation" in shell.fail(2, "call", "test", "fly")
    assert "whole number" in shell.fail(2, "call", "test", "setVcpus", "count=many")
    assert "NAME=VALUE" in shell.fail(2, "call", "test", "setVcpus", "1")
    assert "is a host" in shell.fail(2, "start", "test-default")
    assert "There is no" in shell.fail(4, "start", "nobody")
    assert "/nonexistent" in shell.fail(2, "call", "test", "defineXml", "xml=@/nonexistent")


def test_destructive_ones_need_to_be_agreed_to(shell: Shell) -> None:
    for arguments in (("poweroff", "test"), ("call", "test", "undefine"), ("call", "test", "reset")):
        assert "--yes" in shell.fail(2, *arguments)
    assert shell.virsh("domstate", "test") == "running"
    shell.virsh("managedsave", "test")
    assert "--yes" in shell.fail(2, "start", "test", "forceBoot=yes"), "it throws the saved memory away"
    shell.do("call", "test", "managedSaveRemove", "--yes")
    assert shell.show("test")["hasManagedSave"] is False


@pytest.mark.parametrize(
    ("answer", "status", "state"), [("y", 0, "shut off"), ("n", 1, "running"), ("", 1, "running")]
)
def test_on_a_terminal_they_ask(shell: Shell, answer: str, status: int, state: str) -> None:
    ours, theirs = pty.openpty()
    argv = [*VIRTMONITOR, "-c", shell.uri, "poweroff", "test"]
    process = subprocess.Popen(argv, stdin=theirs, stderr=theirs, stdout=subprocess.DEVNULL)
    told = b""
    while b"[y/N]" not in told:
        told += os.read(ours, 1000)
    assert b"is lost." in told
    os.write(ours, f"{answer}\n".encode())
    assert process.wait(60) == status
    os.close(ours)
    os.close(theirs)
    assert shell.virsh("domstate", "test") == state


def test_what_can_be_done_now_and_why_not(shell: Shell) -> None:
    rows = {row["name"]: row for row in json.loads(shell.do("operations", "test", "--json"))}
    assert list(rows) == list(OPERATIONS)
    assert (rows["start"]["enabled"], rows["start"]["reason"]) == (False, "It runs already.")
    assert rows["suspend"]["enabled"]
    assert rows["setVcpus"]["parameters"][1]["choices"] == ["both", "live", "config"]
    text = shell.do("operations", "test")
    assert "no: It runs already." in text
    assert "[scope=both|live|config]" in text
    of_host = shell.run("operations", "test-default", "--json")
    assert (of_host.returncode, json.loads(of_host.stdout)) == (0, [])
    assert "is a host" in of_host.stderr


def test_an_undefined_machine_is_restored_by_its_old_name(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "new.xml").write_text(XML.format("phoenix"))
    shell.virsh("define", str(tmp_path / "new.xml"))
    uuid = shell.show("phoenix")["uuid"]
    kept = json.loads(shell.do("undefine", "phoenix", "--yes"))
    assert kept["kept"].startswith(uuid)
    assert "There is no" in shell.fail(4, "show", "phoenix")
    enabled = [
        row["name"] for row in json.loads(shell.do("operations", "phoenix", "--json")) if row["enabled"]
    ]
    assert enabled == ["restoreXml"]
    shell.do("call", "phoenix", "restoreXml")
    assert shell.virsh("domuuid", "phoenix") == uuid


def test_an_xml_from_a_file(shell: Shell, tmp_path: Path) -> None:
    edited = shell.virsh("dumpxml", "test", "--inactive").replace(
        "<memory", "<title>Edited</title><memory", 1
    )
    (tmp_path / "edited.xml").write_text(edited)
    shell.do("call", "test", "defineXml", f"xml=@{tmp_path / 'edited.xml'}", "validate=no")
    assert "Edited" in shell.virsh("dumpxml", "test", "--inactive")


def test_a_guest_shuts_down_and_its_screen_is_a_picture(
    real: Shell, make_guest: Callable[..., Guest], tmp_path: Path
) -> None:
    guest = make_guest("asked", display=True).start()
    picture = tmp_path / "screen"
    with picture.open("wb") as file:
        argv = [*VIRTMONITOR, "-c", real.uri, "call", "asked", "screenshot"]
        subprocess.run(argv, stdout=file, timeout=60, check=True)
    assert picture.read_bytes()[:2] in (b"P6", b"\x89P")
    real.do("shutdown", "asked", "mode=acpi", "--wait")
    assert guest.state() == "shut off"


def test_who_waits_no_longer_than_that_leaves_it_to_go_on(
    real: Shell, make_guest: Callable[..., Guest]
) -> None:
    guest = make_guest("slow").start()
    with save_that_waits(guest) as go_on:
        told = real.fail(5, "save", "slow", "--timeout", "3")
        assert "(slow): Save has not ended in time; it goes on." in told
        assert "Save" in real.virsh("domjobinfo", "slow")
        go_on()
        until(lambda: guest.state() == "shut off", what="it went on")


def test_a_guest_that_does_not_listen_is_not_waited_for(
    real: Shell, make_guest: Callable[..., Guest]
) -> None:
    guest = make_guest("deaf", boots=False).start(wait=False)
    told = real.fail(5, "shutdown", "deaf", "--wait", "--timeout", "3")
    assert "(deaf) was asked, and has not done it in time; it may do it yet." in told
    assert guest.state() == "running"
    for wrong in ("0", "-1", "soon", "inf", "nan"):
        assert "--timeout" in real.fail(2, "suspend", "deaf", f"--timeout={wrong}")
    real.do("suspend", "deaf", "--timeout", "60")
    assert guest.state() == "paused"


def test_a_host_that_does_not_answer_is_not_waited_for(own_libvirtd: PrivateLibvirtd) -> None:
    shell = Shell(own_libvirtd, own_libvirtd.test_uri())
    own_libvirtd.sigstop()
    try:
        assert shell.fail(5, "suspend", "test", "--timeout", "1") == (
            "virtmonitor: test: there is no answer in time; nothing was done.\n"
        )
    finally:
        own_libvirtd.sigcont()
    shell.do("suspend", "test", "--timeout", "60")


def test_ctrl_c_cancels_what_libvirt_can_cancel(real: Shell, make_guest: Callable[..., Guest]) -> None:
    guest = make_guest("interrupted").start()
    with save_that_waits(guest) as go_on:
        argv = [*VIRTMONITOR, "-c", real.uri, "save", "interrupted", "--wait"]
        with subprocess.Popen(argv, stderr=subprocess.PIPE, text=True) as process:
            assert process.stderr is not None
            until(lambda: "Save" in real.virsh("domjobinfo", "interrupted"), what="the save is under way")
            process.send_signal(signal.SIGINT)
            assert "It is being cancelled" in process.stderr.readline()
            go_on()
            told = process.stderr.read()
    assert process.returncode == 1
    assert "cancel" in told
    assert "Traceback" not in told
    assert guest.state() == "running"


def test_a_terminal_is_told_how_far_a_save_is(real: Shell, make_guest: Callable[..., Guest]) -> None:
    guest = make_guest("told").start()
    ours, theirs = pty.openpty()
    with save_that_waits(guest) as go_on:
        argv = [*VIRTMONITOR, "--allow-commands", "-c", real.uri, "save", "told"]
        process = subprocess.Popen(argv, stdin=theirs, stderr=theirs)
        told = b""
        while b" %" not in told:
            told += os.read(ours, 1000)
        go_on()
        assert process.wait(60) == 0
    os.close(ours)
    os.close(theirs)
    assert guest.state() == "shut off"


def test_they_import_no_qt() -> None:
    code = (
        "import sys; import virtmonitor.cli_call, virtmonitor.cli_show;"
        "print(*sorted({'PySide6', 'shiboken6', 'rich'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
