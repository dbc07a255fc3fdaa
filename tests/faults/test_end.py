"""The end: at once, with status 0 and without a word, whatever hangs; the machines stay as they are."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.conftest import SOAK, Watched
from tests.helpers import accessible
from tests.helpers.display import DesktopSession
from tests.helpers.guest import Guest
from tests.helpers.libvirtd import PrivateLibvirtd
from tests.helpers.screen import Screen
from tests.helpers.slowsave import save_that_waits
from tests.helpers.stall import report
from tests.helpers.trayhosts import MenuItem, TrayItem, lxqt_panel
from tests.helpers.waiting import until
from virtmonitor.desktop.face import Face
from virtmonitor.desktop.settings import Settings
from virtmonitor.desktop.windows import Windows

pytestmark = pytest.mark.live
ROOT = Path(__file__).parents[2]
VIRTMONITOR = [sys.executable, "-X", "faulthandler", "-m", "virtmonitor"]


def end(process: subprocess.Popen[str], name: str, number: signal.Signals = signal.SIGTERM) -> None:
    """Send the signal; it ends well, and says nothing."""
    sent = time.monotonic()
    process.send_signal(number)
    _, errors = process.communicate(timeout=20)
    report(name, end_seconds=round(time.monotonic() - sent, 2))
    assert (process.returncode, errors) == (0, "")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_the_end_during_a_call_that_hangs(
    own_libvirtd: PrivateLibvirtd, make_guest: Callable[..., Guest], number: signal.Signals
) -> None:
    guest = make_guest("survivor", daemon=own_libvirtd, boots=False).start(wait=False)
    argv = [*VIRTMONITOR, "watch", "--json", "--allow-commands", "-c", own_libvirtd.qemu_uri]
    process = subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT)
    assert process.stdout is not None
    assert "survivor" in process.stdout.readline()
    own_libvirtd.virsh("suspend", guest.uuid)
    assert "paused" in process.stdout.readline()
    own_libvirtd.sigstop()
    if SOAK and number is signal.SIGTERM:
        assert "stale" in process.stdout.readline()  # it has given up a call, and hangs in the next one
    end(process, f"end_during_a_call[{number.name}]", number)
    own_libvirtd.sigcont()
    assert _state(own_libvirtd, guest) == "paused"


@pytest.mark.parametrize("loaded", ["shiboken", "QtCore", "QtGui", "QtWidgets", "QtQml"])
def test_ctrl_c_while_it_starts(loaded: str) -> None:
    """In the midst of an import of Qt, which swallows a KeyboardInterrupt, or aborts."""
    argv = [*VIRTMONITOR, "-c", "test:///default"]
    env = dict(os.environ) | {"QT_QPA_PLATFORM": "offscreen", "DBUS_SESSION_BUS_ADDRESS": "disabled:"}
    process = subprocess.Popen(argv, stderr=subprocess.PIPE, text=True, cwd=ROOT, env=env)
    maps = Path(f"/proc/{process.pid}/maps")
    until(lambda: loaded in maps.read_text(), what=f"{loaded} is being loaded", every=0)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=20)
    assert process.returncode in (0, -signal.SIGINT)
    assert "Traceback" not in errors
    assert "Fatal" not in errors


def test_the_end_while_a_connection_is_being_opened(own_libvirtd: PrivateLibvirtd) -> None:
    own_libvirtd.sigstop()
    argv = [*VIRTMONITOR, "watch", "--json", "--allow-commands", "-c", own_libvirtd.qemu_uri]
    process = subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT)
    until(lambda: _threads(process.pid) > 3, what="it connects")
    time.sleep(1)  # there is nothing that would tell: the daemon sleeps, and so does the program
    end(process, "end_while_opening")


@pytest.mark.desktop
def test_the_tray_and_its_window(
    desktop: DesktopSession, own_libvirtd: PrivateLibvirtd, make_guest: Callable[..., Guest]
) -> None:
    guest = make_guest("survivor", daemon=own_libvirtd, boots=False).start(wait=False)
    process = subprocess.Popen(
        [*VIRTMONITOR, "--window", "--allow-commands", "-c", own_libvirtd.qemu_uri],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=dict(desktop.env),
    )
    until(
        lambda: desktop.run("xdotool", "search", "--name", "virtmonitor", check=False),
        60,
        "the window is there",
    )
    until(lambda: "survivor" in own_libvirtd.virsh("list", "--name"), 10)
    own_libvirtd.sigstop()
    time.sleep(2)  # a look at the statistics falls into it
    end(process, "end_of_the_tray")
    own_libvirtd.sigcont()
    assert _state(own_libvirtd, guest) == "running"


def test_jobs_under_way_are_named(
    watched: Watched, own_libvirtd: PrivateLibvirtd, make_guest: Callable[..., Guest]
) -> None:
    guest = make_guest("busy", daemon=own_libvirtd, boots=False).start(wait=False)
    watched.up("h", own_libvirtd.qemu_uri)
    job = watched.engine.serviceForSource(f"h/{guest.uuid}").call("managedSave")
    assert watched.engine.runningJobs == [job]
    assert [text.endswith(": busy") for text in watched.engine.runningJobTexts] == [True]
    watched.until(lambda: not job.running)
    assert watched.engine.runningJobs == []


def test_quitting_is_asked_about_in_a_window(
    watched: Watched, own_libvirtd: PrivateLibvirtd, make_guest: Callable[..., Guest]
) -> None:
    guest = make_guest("busy", daemon=own_libvirtd, boots=False).start(wait=False)
    watched.up("h", own_libvirtd.qemu_uri)
    face = Face(Settings(None))
    quits: list[bool] = []
    face.quitConfirmed.connect(lambda: quits.append(True))
    windows = Windows(watched.engine, face)
    with save_that_waits(guest) as go_on:
        job = watched.engine.serviceForSource(f"h/{guest.uuid}").call("managedSave")
        watched.until(lambda: "Save" in own_libvirtd.virsh("domjobinfo", "busy"))
        for answer, told in (("Go on", []), ("Quit", [True])):
            windows.ask_to_quit()
            window = windows.made("QuitWindow")
            assert window is not None
            watched.until(lambda window=window, answer=answer: accessible.find(window, answer))
            assert accessible.find(window, watched.engine.runningJobTexts[0])
            accessible.click(window, answer)
            watched.until(lambda told=told: quits == told)
        assert job.running
        windows.close()
        go_on()
        watched.until(lambda: not job.running)


def _state(daemon: PrivateLibvirtd, guest: Guest) -> str:
    """Of a daemon that goes on. libvirtd 9.0 now and then crashes when a client vanishes amid its calls."""
    try:
        return guest.state()
    except AssertionError:
        until(lambda: not daemon.runs, what="libvirtd has crashed")
        daemon.start()
        return guest.state()


def _threads(pid: int) -> int:
    try:
        return len(os.listdir(f"/proc/{pid}/task"))
    except OSError:
        return 0


class Quitting:
    """The whole program behind the icon of a panel, while a machine's memory is saved, which takes long."""

    def __init__(self, desktop: DesktopSession, daemon: PrivateLibvirtd, guest: Guest, option: str) -> None:
        lxqt_panel(desktop)
        self.screen = Screen(desktop, option, "-c", daemon.qemu_uri)
        self.process = self.screen.program.process
        self.icon = TrayItem(desktop)
        self._choose(guest.name, "Save")
        until(lambda: "Save" in daemon.virsh("domjobinfo", guest.uuid), what="it is being saved")

    def quit(self) -> None:
        """Choose Quit in the icon's menu; the question is there."""
        self._choose("Quit")
        self.screen.once("These operations are under way")
        assert self.screen.once("^Save: busy") == "Save: busy"

    def _choose(self, *path: str) -> None:
        def entry() -> MenuItem | None:
            found = self.icon.menu()
            for name in path:
                of_name = (one for one in found.children if one.label.startswith(name))
                if (child := next(of_name, None)) is None:
                    return None
                found = child
            return found

        chosen = until(entry, what=f"{path} is in the menu")
        assert chosen is not None
        self.icon.click(chosen)

    def ended(self, sent: float) -> None:
        """It ends with status 0, and says what goes on (Qt's bridge to screen readers says something too)."""
        self.icon.close()
        assert self.screen.program.wait_for_end(20) == 0
        report("end_with_a_job_under_way", end_seconds=round(time.monotonic() - sent, 2))
        said = self.screen.program.said().splitlines()
        assert [line for line in said if not line.startswith("qt.accessibility.atspi: ")] == [
            "virtmonitor ends while this goes on: Save, busy"
        ]


@pytest.mark.desktop
@pytest.mark.parametrize(
    ("how", "option"),
    [
        ("Quit", "--minimized"),
        ("Quit", "--window"),
        ("SIGTERM", "--minimized"),
        ("SIGTERM while it asks", "--window"),
    ],
)
def test_quit_in_the_icon_s_menu_while_a_machine_is_saved(
    desktop: DesktopSession,
    own_libvirtd: PrivateLibvirtd,
    make_guest: Callable[..., Guest],
    how: str,
    option: str,
) -> None:
    """It asks and names what is under way; "Go on" goes on, "Quit" quits, and the host saves on."""
    guest = make_guest("busy", daemon=own_libvirtd).start()  # it has memory enough to save
    with save_that_waits(guest) as go_on:
        it = Quitting(desktop, own_libvirtd, guest, option)
        if how != "SIGTERM":
            it.quit()
            it.screen.press("Go on")
            windows = 1 if option == "--window" else 0
            it.screen.program.wait_for_windows(windows)
            it.quit()
        sent = time.monotonic()
        if how == "Quit":
            it.screen.press("Quit")
        else:
            it.process.terminate()
        it.ended(sent)
        go_on()
        until(lambda: guest.state() == "shut off", what="the host saves on")
