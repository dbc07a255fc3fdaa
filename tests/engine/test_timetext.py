"""A text about a time stays true while it is shown, and costs nothing when it is not."""

from __future__ import annotations

import math

import pytest
from pytestqt.qtbot import QtBot

from virtmonitor.core import clock
from virtmonitor.engine.timetext import TimeText
from virtmonitor.engine.units import Units


@pytest.mark.parametrize(
    ("passed", "text"), [(0, "now"), (150, "2 min ago"), (-90, "in 1 min 30 s"), (7200, "2 h ago")]
)
def test_it_is_told_for_people(qtbot: QtBot, passed: float, text: str) -> None:
    told = TimeText()
    told.time = clock.now() - passed
    assert told.text == text


def test_unknown_is_nothing(qtbot: QtBot) -> None:
    told = TimeText()
    assert told.text == ""
    told.time = clock.now()
    told.time = math.nan
    assert told.text == ""
    assert not told._timer.isActive()


def test_it_goes_on_by_itself(qtbot: QtBot) -> None:
    told = TimeText()
    told.time = clock.now()
    with qtbot.waitSignal(told.textChanged, timeout=30_000):
        assert told.text == "now"
    assert told.text == "1 s ago"


def test_it_has_no_timer_while_nobody_sees_it(qtbot: QtBot) -> None:
    told = TimeText()
    told.time = clock.now()
    told.active = False
    assert (told.text, told._timer.isActive()) == ("", False)


def test_how_long_a_machine_runs_goes_by_the_same_clock(qtbot: QtBot) -> None:
    began, counted, ended = clock.now(), Units().now(), clock.now()
    assert began <= counted <= ended
