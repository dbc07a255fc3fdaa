"""Addresses of what libvirt has no driver for here: one sentence that says what to do, wherever one is given."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers.libvirtd import PrivateLibvirtd
from virtmonitor.core.connection import HostSettings
from virtmonitor.engine.hosttest import HostTest

pytestmark = pytest.mark.live
ROOT = Path(__file__).parents[2]
LACKING = "The libvirt of this computer has no driver for"


def said(daemon: PrivateLibvirtd, *arguments: str) -> str:
    """What the command says to a person who runs it on the daemon's computer; it ends with status 3."""
    argv = [*daemon.inside(), sys.executable, "-m", "virtmonitor", *arguments]
    done = subprocess.run(argv, capture_output=True, text=True, timeout=60, check=False, cwd=ROOT)
    assert (done.returncode, done.stdout) == (3, "")
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1
    return done.stderr.removeprefix("virtmonitor: ").strip()


@pytest.mark.parametrize("command", [["list"], ["show", "web"], ["watch", "--json"], ["top", "--json"]])
def test_a_daemon_without_the_driver(libvirtd: PrivateLibvirtd, command: list[str]) -> None:
    uri = f"xen+unix:///system?socket={libvirtd.socket}"
    told = said(libvirtd, *command, "--allow-commands", "-c", uri)
    assert told.startswith(f"{LACKING} Xen. Install libvirt-daemon-driver-xen")


@pytest.mark.parametrize(
    ("driver", "told"),
    [
        ("vbox", "VirtualBox. Install libvirt-daemon-driver-vbox there, then restart libvirtd."),
        ("bhyve", "bhyve. It exists on FreeBSD alone."),
        ("vz", "Virtuozzo. It exists on Virtuozzo alone."),
    ],
)
def test_each_driver_has_its_advice(libvirtd: PrivateLibvirtd, driver: str, told: str) -> None:
    uri = f"{driver}+unix:///session?socket={libvirtd.socket}"
    assert said(libvirtd, "list", "--allow-commands", "-c", uri) == f"{LACKING} {told}"


@pytest.mark.parametrize(
    ("uri", "told"),
    [
        ("qemu:///system", "No libvirt daemon runs on this computer. Install or start it"),
        (
            "lxc:///system",
            "No libvirt daemon for LXC containers runs on this computer. Install libvirt-daemon-dri",
        ),
        ("bhyve:///system", "There is no bhyve on this computer. It exists on FreeBSD alone."),
        ("openvz:///system", "This computer is no host of OpenVZ."),
        ("vmwarews:///system", "There is no vmwarews:///system. Try vmwareplayer:///session"),
        ("vmwarews:///session", "VMware's program vmrun is not on this computer."),
        ("esx:///", "esx:/// names no host. An address of that kind is like esx://host/."),
        ("esx://nowhere.invalid/", "No host named nowhere.invalid can be found."),
    ],
)
def test_no_daemon_and_drivers_without_one(own_libvirtd: PrivateLibvirtd, uri: str, told: str) -> None:
    assert said(own_libvirtd, "list", "-c", uri).startswith(told)


def test_the_window_s_test_of_an_address(qtbot: QtBot, libvirtd: PrivateLibvirtd) -> None:
    uri = f"xen+unix:///system?socket={libvirtd.socket}"
    test = HostTest(HostSettings("new", uri, confirmed=True))
    with qtbot.waitSignal(test.finished, timeout=60_000) as finished:
        test.start()
    ok, told = finished.args or (None, "")
    assert ok is False
    assert told.startswith(f"{LACKING} Xen. Install")
