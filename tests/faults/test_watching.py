"""`watch` and `top`, left running on a terminal: a host that falls silent is told there, and that it is back."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.faults.conftest import uri
from tests.faults.test_daemon import define
from tests.helpers.guest import Guest
from tests.helpers.libvirtd import PrivateLibvirtd
from tests.helpers.netns import NetworkHost
from tests.helpers.terminal import Terminal
from tests.helpers.waiting import until

pytestmark = pytest.mark.live
ROOT = Path(__file__).parents[2]
VIRTMONITOR = f"cd {ROOT} && {sys.executable} -m virtmonitor"


def write_settings(directory: Path, hosts: str = "") -> None:
    """In `directory`/virtmonitor: a host that is silent for six seconds is lost, though not one that is busy."""
    settings = directory / "virtmonitor" / "settings.toml"
    settings.parent.mkdir()
    settings.write_text(f"[intervals]\nkeepalive = 3.0\n{hosts}")


def says(terminal: Terminal, *texts: str) -> None:
    """Until all of that stands there."""

    def said() -> bool:
        screen = " ".join(terminal.screen().split())
        assert "Pane is dead" not in screen, screen
        return all(text in screen for text in texts)

    try:
        until(said)
    except TimeoutError:
        raise AssertionError(f"{texts} not within a minute on this screen:\n{terminal.screen()}") from None


@pytest.mark.parametrize("command", ["watch", "top --interval 1"])
def test_the_table_says_so(
    terminal: Terminal,
    tmp_path: Path,
    own_libvirtd: PrivateLibvirtd,
    make_guest: Callable[..., Guest],
    command: str,
) -> None:
    make_guest("runner", daemon=own_libvirtd, boots=False).start(wait=False)
    write_settings(tmp_path)
    arguments = f"--allow-commands -c '{own_libvirtd.qemu_uri}' {command}"
    terminal.run(f"export XDG_CONFIG_HOME={tmp_path}; {VIRTMONITOR} {arguments}")

    says(terminal, "runner", ": Connected")
    own_libvirtd.sigstop()
    try:
        says(terminal, "runner", ": Not answering", "Last read at")
    finally:
        own_libvirtd.sigcont()
    says(terminal, "runner", ": Connected")
    own_libvirtd.kill9()
    says(terminal, "runner", "Not connected, trying again", "Last read at")
    own_libvirtd.start()
    says(terminal, "runner", ": Connected")


@pytest.mark.parametrize(("command", "told"), [("watch", "22 machines, "), ("top", " run, ")])
def test_in_a_small_terminal_it_says_so_too(terminal: Terminal, command: str, told: str) -> None:
    """What is left out are machines."""
    fleet = ROOT / "resources" / "demo" / "fleet.xml"
    terminal.run(f"{VIRTMONITOR} -c test://{fleet} {command}", lines=12)
    says(terminal, told, " shown", "test-fleet: Connected")


def test_a_line_that_is_cut(tmp_path: Path, network: dict[str, NetworkHost]) -> None:
    """Of two hosts, as the settings name them, one falls silent: nothing says so to this computer, it finds out."""
    hosts = "".join(f'[[hosts]]\nname = "{name}"\nuri = "{uri(host)}"\n' for name, host in network.items())
    write_settings(tmp_path, hosts)
    with ExitStack() as stack:
        terminals = []
        for command in ("watch", "top --interval 1"):
            terminals.append(Terminal())
            stack.callback(terminals[-1].close)
            terminals[-1].run(f"export XDG_CONFIG_HOME={tmp_path}; {VIRTMONITOR} {command}")
        for terminal in terminals:
            says(terminal, "one: Connected", "two: Connected")
        network["two"].cut()
        for terminal in terminals:
            says(terminal, "one: Connected", "two: Not answering", "Last read at")
        network["two"].mend()
        for terminal in terminals:
            says(terminal, "one: Connected", "two: Connected")


def test_each_line_says_so(own_libvirtd: PrivateLibvirtd, tmp_path: Path) -> None:
    write_settings(tmp_path)
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
    environment = os.environ | {"XDG_CONFIG_HOME": str(tmp_path)}
    process = subprocess.Popen(argv, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment)
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
