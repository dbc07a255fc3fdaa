"""`watch` and `top`, left running on a terminal: a host that falls silent is told there, and that it is back."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.faults.test_daemon import define
from tests.helpers.guest import Guest
from tests.helpers.libvirtd import PrivateLibvirtd
from tests.helpers.terminal import Terminal
from tests.helpers.waiting import until

pytestmark = pytest.mark.live
ROOT = Path(__file__).parents[2]
VIRTMONITOR = f"cd {ROOT} && {sys.executable} -m virtmonitor"


@pytest.mark.parametrize("command", ["watch", "top --interval 1"])
def test_the_table_says_so(
    terminal: Terminal, own_libvirtd: PrivateLibvirtd, make_guest: Callable[..., Guest], command: str
) -> None:
    make_guest("runner", daemon=own_libvirtd, boots=False).start(wait=False)
    terminal.run(f"{VIRTMONITOR} --allow-commands -c '{own_libvirtd.qemu_uri}' {command}")

    def says(*texts: str) -> None:
        until(lambda: all(text in " ".join(terminal.screen().split()) for text in texts), what=f"{texts}")

    says("runner", ": Connected")
    own_libvirtd.sigstop()
    try:
        says("runner", ": Not answering", "Last read at")
    finally:
        own_libvirtd.sigcont()
    says("runner", ": Connected")
    own_libvirtd.kill9()
    says("runner", "Not connected, trying again", "Last read at")
    own_libvirtd.start()
    says("runner", ": Connected")


def test_each_line_says_so(own_libvirtd: PrivateLibvirtd) -> None:
    define(own_libvirtd, "one")
    argv = [
        sys.executable,
        "-m",
        "virtmonitor",
        "watch",
        "--json",
        "--allow-commands",
        "-c",
        own_libvirtd.qemu_uri,
    ]
    # It dies with the test run at the latest.
    argv = ["setpriv", "--pdeathsig", "KILL", *argv]
    process = subprocess.Popen(argv, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert process.stdout is not None
    lines = map(json.loads, process.stdout)

    def next_of(*, host: bool, **values: Any) -> dict[str, Any]:
        """The data of the next line, of a host or of a machine, that has these values."""
        data = (told["data"] for told in lines if ("/" not in told["source"]) is host)
        found: dict[str, Any] = next(one for one in data if values.items() <= one.items())
        return found

    next_of(host=False, name="one", stale=False)
    own_libvirtd.sigstop()
    try:
        assert "updatedAt" not in next_of(host=False, stale=True)  # it is as old as it was
        assert "answer" in next_of(host=True, connection="unresponsive", stale=True)["error"]
    finally:
        own_libvirtd.sigcont()
    next_of(host=False, stale=False)
    assert next_of(host=True, connection="connected", stale=False)["error"] is None
    process.terminate()
    assert process.wait(20) == 0
    process.stdout.close()
