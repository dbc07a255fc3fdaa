"""Consoles are started by argv, with the UUID, never through a shell, and never for a URI that is an option."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from virtmonitor.core.connection import HostSettings
from virtmonitor.desktop.console import Console, serial_command, viewer_command
from virtmonitor.engine.dataengine import DataEngine

URI = "qemu+ssh://root@rack1/system?keyfile=/a b;rm"
UUID = "6695eb01-f6a4-8304-79aa-97f2502e193f"
Put = Callable[[str], Path]


@pytest.fixture
def put(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Put:
    """Puts a program of that name into an otherwise empty PATH; it writes its arguments beside itself."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("QT_PLUGIN_PATH", "/nowhere")

    def make(name: str) -> Path:
        program = tmp_path / name
        program.write_text(
            '#!/bin/sh\nfor a in "$0" "$@"; do echo "$a"; done > "$0.new"\n'
            'echo "QT_PLUGIN_PATH=$QT_PLUGIN_PATH" >> "$0.new"\n/bin/mv "$0.new" "$0.argv"\n'
        )
        program.chmod(0o755)
        return program

    return make


def test_virt_viewer_first_then_remote_viewer(put: Put) -> None:
    displays = [{"type": "sdl", "address": ""}, {"type": "vnc", "address": "127.0.0.1:5900"}]
    assert viewer_command(URI, UUID, displays) is None
    remote = put("remote-viewer")
    assert viewer_command(URI, UUID, displays) == [str(remote), "--", "vnc://127.0.0.1:5900"]
    assert viewer_command(URI, UUID, [{"type": "vnc", "address": "/run/socket"}]) is None
    viewer = put("virt-viewer")
    assert viewer_command(URI, UUID, []) == [
        str(viewer), "--connect", URI, "--wait", "--uuid", "--", UUID,
    ]  # fmt: skip


def test_the_users_own_terminal_first(put: Put) -> None:
    xterm = put("xterm")
    assert serial_command(URI, UUID) is None  # no virsh
    virsh = put("virsh")
    console = [str(virsh), "--connect", URI, "console", "--domain", UUID]
    assert serial_command(URI, UUID) == [str(xterm), "-e", *console]
    chosen = put("x-terminal-emulator")
    assert serial_command(URI, UUID) == [str(chosen), "-e", *console]


def test_a_uri_is_never_an_option(put: Put) -> None:
    for name in ("virt-viewer", "remote-viewer", "xterm", "virsh"):
        put(name)
    assert viewer_command("--help", UUID, []) is None
    assert serial_command("-x", UUID) is None


@pytest.fixture
def console(qtbot: QtBot) -> Console:
    made = Console()
    made.engine = DataEngine(made)
    made.engine.addHost(HostSettings("far", URI), connect=False)
    made.engine.addHost(HostSettings("demo", "test:///default", demo=True), connect=False)
    made.source = f"far/{UUID}"
    return made


def test_it_is_started_with_the_uuid_and_a_clean_environment(
    qtbot: QtBot, console: Console, put: Put
) -> None:
    viewer, terminal = put("virt-viewer"), put("xterm")
    put("virsh")
    console.openScreen([])
    told = viewer.with_name("virt-viewer.argv")
    qtbot.waitUntil(told.exists, timeout=20_000)
    assert told.read_text().splitlines()[1:] == [
        "--connect", URI, "--wait", "--uuid", "--", UUID, "QT_PLUGIN_PATH=",
    ]  # fmt: skip
    console.openSerial()
    told = terminal.with_name("xterm.argv")
    qtbot.waitUntil(told.exists, timeout=20_000)
    assert told.read_text().splitlines()[1] == "-e"
    assert told.read_text().splitlines()[-2] == UUID
    console.engine.close()


def test_what_is_missing_is_named(qtbot: QtBot, console: Console, put: Put) -> None:
    with qtbot.waitSignal(console.failed) as heard:
        console.openScreen([])
    assert "virt-viewer" in heard.args[0]
    with qtbot.waitSignal(console.failed) as heard:
        console.openSerial()
    assert "libvirt-clients" in heard.args[0]
    console.source = f"demo/{UUID}"
    with qtbot.waitSignal(console.failed) as heard:
        console.openScreen([])
    assert "inside this program" in heard.args[0]
    console.engine.close()
