"""Hosts added, tested, changed and removed while the program runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.helpers import accessible
from virtmonitor.core.connection import HostSettings
from virtmonitor.desktop.face import Face
from virtmonitor.desktop.hosts import Hosts
from virtmonitor.desktop.settings import Settings
from virtmonitor.desktop.windows import Windows
from virtmonitor.engine.dataengine import DataEngine

URI = "test:///default"
RISKY = "test+ext:///default?command=/bin/false"
DEFAULT = HostSettings("here", URI)


class Setup:
    """An engine, settings in a file, and the hosts between them."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.engine = DataEngine()
        self.settings = Settings(path)
        self.hosts = Hosts(self.engine, self.settings, lambda kept: tuple(kept) or (DEFAULT,))
        self.hosts.apply()
        self.face = Face(self.settings)
        self.face.set_hosts(self.hosts)
        self.windows = Windows(self.engine, self.face)

    def row(self, name: str) -> dict[str, Any]:
        return next(row for row in self.hosts.rows if row["name"] == name)


@pytest.fixture
def setup(qtbot: QtBot, tmp_path: Path) -> Iterator[Setup]:
    it = Setup(tmp_path / "settings.toml")
    yield it
    it.windows.close()
    it.engine.close()


def row(name: str, uri: str = URI, **more: Any) -> dict[str, Any]:
    return {"name": name, "uri": uri, "colour": "", "readOnly": False, "autoconnect": True} | more


def live(setup: Setup, name: str) -> Callable[[], bool]:
    def is_live() -> bool:
        state = setup.engine.host(name)
        return state is not None and state.live

    return is_live


def test_the_first_host_that_is_added_does_not_drive_the_default_away(qtbot: QtBot, setup: Setup) -> None:
    assert setup.engine.hosts == ["here"]
    assert setup.hosts.save(row("lab"), "") == ""
    assert setup.engine.hosts == ["here", "lab"]
    qtbot.waitUntil(live(setup, "lab"))
    assert [host.name for host in Settings(setup.path).record.hosts] == ["here", "lab"]


def test_a_host_is_changed_and_removed(qtbot: QtBot, setup: Setup) -> None:
    setup.hosts.save(row("lab"), "")
    qtbot.waitUntil(live(setup, "lab"))
    state = setup.engine.host("lab")
    assert setup.hosts.save(row("lab", colour="#3DAEE9"), "lab") == ""
    assert setup.engine.host("lab") is state  # a colour is no reason to connect anew
    assert setup.row("lab")["colour"] == "#3daee9"
    assert setup.hosts.save(row("rack", readOnly=True), "lab") == ""
    assert setup.engine.hosts == ["here", "rack"]
    qtbot.waitUntil(lambda: setup.engine.host("rack").status.state.value == "readOnly")
    assert setup.hosts.remove("rack") == ""
    assert setup.engine.hosts == ["here"]
    assert setup.engine.host("rack") is None


def test_who_edits_the_file_changes_the_hosts(qtbot: QtBot, setup: Setup) -> None:
    setup.path.write_text(f'[[hosts]]\nname = "edited"\nuri = "{URI}"\n')
    setup.settings.reload()
    assert setup.engine.hosts == ["edited"]
    qtbot.waitUntil(live(setup, "edited"))


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (row("x", ""), "needs an address"),
        (row("here"), "already"),
        (row("a/b"), "name"),
        (row(""), "name"),
        (row("x", colour="red"), "colour"),
        (row("x", RISKY), "runs the program /bin/false"),
        (row("x", "not a uri"), "not a URI"),
    ],
)
def test_what_cannot_be_is_told_and_not_kept(setup: Setup, wrong: dict[str, Any], told: str) -> None:
    assert told in setup.hosts.save(wrong, "")
    assert setup.engine.hosts == ["here"]
    assert not setup.path.exists()


def test_consent_is_to_one_address(setup: Setup) -> None:
    assert setup.hosts.save(row("x", RISKY, confirmed=True), "") == ""
    assert setup.row("x")["confirmed"] is True
    assert setup.row("x")["risk"]
    setup.hosts.save(row("x", URI, confirmed=True), "x")
    assert setup.row("x")["confirmed"] is False


def test_a_risky_address_that_nobody_agreed_to_runs_nothing(
    qtbot: QtBot, setup: Setup, tmp_path: Path
) -> None:
    """As it is written into the file by another hand."""
    canary = tmp_path / "canary"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {canary}\n")
    program.chmod(0o755)
    setup.path.write_text(f'[[hosts]]\nname = "x"\nuri = "test+ext:///default?command={program}"\n')
    setup.settings.reload()
    qtbot.waitUntil(lambda: setup.engine.host("x").status.state.value == "failed")
    assert "runs the program" in str(setup.engine.host("x").status.failure)
    setup.engine.retryAll()
    with qtbot.waitSignal(setup.hosts.tested) as told:
        setup.hosts.test(setup.row("x"))
    assert told.args[0] is False
    assert not canary.exists()


def test_a_host_is_tried_without_being_kept(qtbot: QtBot, setup: Setup) -> None:
    with qtbot.waitSignal(setup.hosts.tested, timeout=30_000) as told:
        setup.hosts.test(row("x"))
    assert told.args[0] is True
    assert "1 machine" in told.args[1]
    with qtbot.waitSignal(setup.hosts.tested, timeout=30_000) as told:
        setup.hosts.test(row("x", "qemu+tcp://127.0.0.1:1/system"))
    assert told.args == [False, "127.0.0.1:1 can be reached, but no libvirt daemon listens there. "
                                "Check that libvirtd listens for such connections there."]  # fmt: skip
    assert setup.engine.hosts == ["here"]


def test_a_host_that_does_not_connect_by_itself(qtbot: QtBot, setup: Setup) -> None:
    setup.hosts.save(row("later", autoconnect=False), "")
    state = setup.engine.host("later")
    assert state is not None
    assert not state.link.started
    setup.engine.retryAll()
    assert not state.link.started
    setup.engine.retryHost("later")
    qtbot.waitUntil(live(setup, "later"))


def test_with_the_keyboard(qtbot: QtBot, setup: Setup) -> None:
    """The page itself: add, be warned, agree, save, remove."""
    setup.face.hostsRequested.connect(setup.windows.show_hosts)
    setup.face.openHosts()
    window = setup.windows.made("HostsWindow")
    assert window is not None
    accessible.click(window, "Add a host")
    qtbot.waitUntil(lambda: window.activeFocusItem().objectName() == "uri")
    type_text(window, RISKY)
    told = "It runs the program /bin/false on this computer."
    qtbot.waitUntil(lambda: accessible.find(window, told) is not None)
    accessible.click(window, "Save")
    assert setup.engine.hosts == ["here"]
    accessible.click(window, "I know that, and want this address opened", accessible.Role.CheckBox)
    accessible.click(window, "Save")
    qtbot.waitUntil(lambda: len(setup.engine.hosts) == 2)
    name = setup.engine.hosts[1]
    qtbot.waitUntil(lambda: accessible.find(window, f"Remove {name}") is not None)
    accessible.click(window, f"Remove {name}")
    assert setup.engine.hosts == ["here"]


def type_text(window: Any, text: str) -> None:
    for character in text:
        QTest.keyClick(window, character)
    QTest.keyClick(window, Qt.Key.Key_Tab)
