"""The screen of a guest: asked for while it is seen, drawn, and why there is none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from virtmonitor.core.connection import HostSettings
from virtmonitor.desktop.guestscreen import GuestScreen
from virtmonitor.engine.dataengine import DataEngine

SOURCE = "t/6695eb01-f6a4-8304-79aa-97f2502e193f"


@pytest.fixture
def engine(qtbot: QtBot) -> Iterator[DataEngine]:
    made = DataEngine()
    made.addHost(HostSettings("t", "test:///default"))
    qtbot.waitUntil(lambda: made.record(SOURCE) is not None, timeout=20_000)
    yield made
    made.close()


def test_it_asks_again_and_again_while_it_is_seen(qtbot: QtBot, engine: DataEngine) -> None:
    screen = GuestScreen()
    screen.interval = 10
    with qtbot.waitSignals([screen.pictureChanged] * 3, timeout=20_000):
        screen.engine, screen.source = engine, SOURCE
    qtbot.waitUntil(lambda: screen.known, timeout=20_000)
    assert screen.error == ""
    assert screen.aspect > 1
    screen.active = False
    assert not screen.known
    assert not screen._timer.isActive()


def test_it_is_drawn_in_its_shape(qtbot: QtBot, engine: DataEngine) -> None:
    screen = GuestScreen()
    screen.setSize(QImage(400, 100, QImage.Format.Format_RGB32).size())
    screen.engine, screen.source = engine, SOURCE
    qtbot.waitUntil(lambda: screen.known, timeout=20_000)
    canvas = QImage(400, 100, QImage.Format.Format_RGB32)
    canvas.fill(0)
    painter = QPainter(canvas)
    screen.paint(painter)
    painter.end()
    assert canvas.pixel(2, 50) == canvas.pixel(397, 50) == 0xFF000000  # beside the picture
    middle = {canvas.pixel(x, 50) for x in range(150, 250)}
    assert len(middle) > 1


def test_why_there_is_none(qtbot: QtBot, engine: DataEngine) -> None:
    screen = GuestScreen()
    screen.engine = engine
    screen.source = "t/00000000-0000-0000-0000-000000000000"
    qtbot.waitUntil(lambda: screen.error != "", timeout=20_000)
    assert not screen.known
