"""In a language whose texts are 40 % longer nothing is cut: neither in the popup nor on any page of the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.helpers import accessible
from tests.helpers.accessible import Role
from tests.helpers.pseudolocale import cut, pseudo, translator
from virtmonitor.assets import asset
from virtmonitor.core.connection import HostSettings
from virtmonitor.desktop.face import Face
from virtmonitor.desktop.settings import Settings
from virtmonitor.desktop.windows import Windows
from virtmonitor.engine.dataengine import DataEngine

DEMO = HostSettings("demo", f"test://{asset('resources', 'demo', 'fleet.xml')}", demo=True)
NOWHERE = HostSettings("q", "qemu+unix:///system?socket=/nowhere/libvirt-sock", confirmed=True)
TEST = HostSettings("t", "test:///default")


class Shown:
    """The program's windows in that language."""

    def __init__(self, qtbot: QtBot, home: Path, *hosts: HostSettings) -> None:
        self.qtbot = qtbot
        self.engine = DataEngine()
        self.windows = Windows(self.engine, Face(Settings(home / "settings.toml")))
        for host in hosts:
            self.engine.addHost(host)

    def close(self) -> None:
        self.windows.close()
        self.engine.close()

    def popup(self):
        self.windows.toggle_popup(QRect(700, 0, 24, 24))
        self.qtbot.waitUntil(self.windows.popup.isActive)
        return self.windows.popup

    def window(self):
        self.windows.show_window()
        self.qtbot.waitUntil(self.windows.window.isActive)
        return self.windows.window

    def until(self, condition) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=30_000)


@pytest.fixture
def show(qtbot: QtBot, tmp_path: Path) -> Iterator[type]:
    pseudo_language = translator(tmp_path)
    QCoreApplication.installTranslator(pseudo_language)
    made: list[Shown] = []

    def make(*hosts: HostSettings) -> Shown:
        made.append(Shown(qtbot, tmp_path, *hosts))
        return made[-1]

    yield make
    for shown in made:
        shown.close()
    QCoreApplication.removeTranslator(pseudo_language)


def settled(window) -> list[str]:
    """What is cut once all is laid out."""
    for _ in range(3):
        window.grabWindow()
    return cut(window)


def test_the_language_is_there(show) -> None:
    popup = show().popup()
    assert accessible.find(popup, pseudo("No host yet")) is not None
    assert settled(popup) == []


def test_popup_of_a_host_that_does_not_answer(show) -> None:
    popup = (shown := show(NOWHERE)).popup()
    shown.until(lambda: pseudo("Try again") in accessible.names(popup, Role.Button))
    assert settled(popup) == []


def test_popup_of_many_hosts(show) -> None:
    popup = (shown := show(DEMO, TEST, NOWHERE)).popup()
    shown.until(lambda: len(accessible.names(popup, Role.ListItem)) > 5)
    assert settled(popup) == []


def test_popup_unfolded(show) -> None:
    shown = show(DEMO)
    popup = shown.popup()
    shown.until(lambda: len(accessible.names(popup, Role.ListItem)) > 5)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(popup, key)
    shown.until(lambda: accessible.names(popup, Role.Slider))
    assert settled(popup) == []
    accessible.click(popup, pseudo("Who takes it"), Role.CheckBox)
    QTest.keyClick(popup, Qt.Key.Key_Menu)
    assert settled(popup) == []


@pytest.mark.parametrize("page", range(1, 7))
def test_window(show, page: int) -> None:
    shown = show(DEMO)
    window = shown.window()
    shown.until(lambda: len(list(shown.engine.records())) > 20)
    source = next(record.source for record in shown.engine.records() if record.name == "web-1")
    shown.windows.show_window(source)
    QTest.keyClick(window, Qt.Key(Qt.Key.Key_0 + page), Qt.KeyboardModifier.AltModifier)
    shown.until(lambda: accessible.names(window, Role.PageTab))
    assert settled(window) == []


def test_window_of_hosts_that_do_not_answer(show) -> None:
    shown = show(NOWHERE, TEST)
    window = shown.window()
    shown.until(lambda: list(shown.engine.records()))
    assert settled(window) == []
