"""The harness keeps its own promises: what it starts runs, hangs, dies and is gone when it says so."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.display import DesktopSession
from tests.helpers.guest import Guest
from tests.helpers.libvirtd import PrivateLibvirtd
from tests.helpers.waiting import until

ROOT = Path(__file__).resolve().parents[1]


def test_waiting_names_what_did_not_come() -> None:
    with pytest.raises(TimeoutError, match=r"not within 0 s: the train \(last answer None\)"):
        until(lambda: None, 0, "the train")


def test_the_run_sees_nothing_of_the_user() -> None:
    assert "virtmonitor-home-" in os.environ["HOME"]
    assert not {"DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"} & set(os.environ)


def run_of_one_test(directory: Path, body: str, ci: str = "") -> subprocess.CompletedProcess[str]:
    """A test run of its own, with this project's conftest, of one test that imports logging and pytest."""
    (directory / "test_it.py").write_text(f"import logging, pytest\ndef test_it(): {body}\n")
    argv = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "tests.conftest",
        "-c",
        os.devnull,
        "--rootdir",
        str(directory),
    ]
    environment = os.environ | {"CI": ci, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [*argv, str(directory)], capture_output=True, text=True, check=False, env=environment, cwd=directory
    )


@pytest.mark.parametrize(("ci", "status"), [("", 0), ("true", 1)])
def test_a_skipped_test_fails_the_run_in_ci(tmp_path: Path, ci: str, status: int) -> None:
    done = run_of_one_test(tmp_path, "pytest.skip('nothing here')", ci)
    assert done.returncode == status, done.stdout
    assert ("a skipped test is a failure" in done.stdout) == bool(ci)


def test_a_log_line_that_was_not_expected_fails_a_test(tmp_path: Path) -> None:
    done = run_of_one_test(tmp_path, "logging.warning('what is this')")
    assert done.returncode == 1
    assert "unexpected in the log: root: what is this" in done.stdout


@pytest.mark.live
def test_guests_outlive_their_daemon_but_not_its_stop(
    own_libvirtd: PrivateLibvirtd, make_guest: Callable[..., Guest]
) -> None:
    guest = make_guest(daemon=own_libvirtd, boots=False).start(wait=False)
    process = Path(f"/proc/{guest.pid}")
    own_libvirtd.kill9()
    own_libvirtd.start()
    assert guest.state() == "running"
    own_libvirtd.restart()
    assert guest.state() == "running"
    own_libvirtd.sigstop()
    own_libvirtd.stop()
    assert not process.exists()


@pytest.mark.live
def test_two_daemons_do_not_see_each_other(libvirtd: PrivateLibvirtd, own_libvirtd: PrivateLibvirtd) -> None:
    name = own_libvirtd.virsh("list", "--name", uri=own_libvirtd.test_uri())
    own_libvirtd.virsh("destroy", name, uri=own_libvirtd.test_uri())
    assert name in libvirtd.virsh("list", "--name", uri=libvirtd.test_uri())


@pytest.mark.live
def test_guest_does_what_it_is_told(make_guest: Callable[..., Guest]) -> None:
    guest = make_guest(disk=8, network="user", pm=True, title="<a> & 'b'").start()
    until(lambda: "MEM " in guest.serial())
    before = guest.memory()[1]
    guest.tell("alloc 24")
    until(lambda: guest.memory()[1] < before - 20 * 1024, what="the memory is held")
    for command in ("write 4", "read 4", "send 3", "burn", "stop"):
        guest.tell(command)
    guest.tell("suspend", answer=False)
    until(lambda: guest.state() == "pmsuspended")
    guest.daemon.virsh("dompmwakeup", guest.uuid)
    until(lambda: "DONE suspend 0" in guest.serial(), what="it is awake")


@pytest.mark.live
def test_guest_obeys_the_power_button_and_is_forgotten(
    libvirtd: PrivateLibvirtd, make_guest: Callable[..., Guest]
) -> None:
    guest = make_guest().start()
    libvirtd.virsh("shutdown", guest.uuid)
    until(lambda: guest.state() == "shut off")
    assert "GUEST-POWERBUTTON" in guest.serial()
    guest.destroy()
    guest.destroy()
    assert guest.uuid not in libvirtd.virsh("list", "--all", "--uuid")


@pytest.mark.live
def test_guest_with_a_display_can_be_photographed(make_guest: Callable[..., Guest], tmp_path: Path) -> None:
    guest = make_guest(boots=False, display=True).start(wait=False)
    guest.daemon.virsh("screenshot", guest.uuid, str(tmp_path / "screen"))
    # How many bytes a picture takes depends on how far the firmware has come.
    assert (tmp_path / "screen").read_bytes()[:8].startswith((b"\x89PNG", b"P6"))


@pytest.mark.desktop
def test_session_has_a_screen_a_bus_and_a_home(desktop: DesktopSession, tmp_path: Path) -> None:
    assert desktop.bus_names() == ["org.freedesktop.DBus"]
    assert desktop.run("sh", "-c", "echo $HOME") == str(desktop.directory / "home")
    assert desktop.screenshot(tmp_path / "screen.png").stat().st_size > 100


@pytest.mark.desktop
def test_session_takes_its_programs_along() -> None:
    with DesktopSession(bus=False) as session:
        process = session.spawn("sleep", "infinity")
    assert process.poll() is not None
    assert not session.directory.exists()
