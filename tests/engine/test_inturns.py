"""What is told in turns: in its order, the first at once, and all of it at once when somebody waits."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Signal, Slot
from pytestqt.qtbot import QtBot

from virtmonitor.engine import inturns
from virtmonitor.engine.inturns import InTurns


class Told(QObject):
    """Remembers what it was told, and between which turns of the event loop."""

    one, other = Signal(object), Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.turns = InTurns(self)
        self.heard: list[object] = []
        self.one.connect(self.hear)
        self.other.connect(self.hear)

    @Slot(object)
    def hear(self, what: object) -> None:
        self.heard.append(what)


@pytest.fixture
def told(qtbot: QtBot) -> Told:
    return Told()


def test_the_first_at_once_and_the_others_in_their_order(told: Told, qtbot: QtBot) -> None:
    for number in range(5):
        told.turns.put(told.other if number % 2 else told.one, number)
    assert told.heard == [0]
    qtbot.waitUntil(lambda: told.heard == list(range(5)))
    qtbot.waitUntil(lambda: not told.turns.isActive())
    told.turns.put(told.one, "alone")
    assert told.heard[-1] == "alone"


def test_after_what_took_long_there_is_a_rest(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inturns, "LONG", -1.0)
    told.turns.put(told.one, 1)
    assert told.turns.interval() == inturns.REST
    monkeypatch.setattr(inturns, "LONG", 1e9)
    told.turns.drop()
    told.turns.put(told.one, 2)
    assert told.turns.interval() == 0


def test_somebody_waits(told: Told) -> None:
    for number in range(5):
        told.turns.put(told.one, number)
    told.turns.finish()
    assert told.heard == list(range(5))


def test_nothing_is_told_after_the_end(told: Told, qtbot: QtBot) -> None:
    told.turns.put(told.one, 1)
    told.turns.put(told.one, 2)
    told.turns.drop()
    assert not told.turns.isActive()
    told.turns.finish()
    assert told.heard == [1]
