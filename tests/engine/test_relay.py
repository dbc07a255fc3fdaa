"""Relays: who is asked when, and what those hear who look with an interval. Real timers, no assertion on seconds."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from PySide6.QtCore import QObject, QTimer, Slot
from pytestqt.qtbot import QtBot

from virtmonitor.engine.datacontainer import DataContainer
from virtmonitor.engine.relay import Relays, clamped


class Look(QObject):
    """Remembers what it heard."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Any] = []

    @Slot(str, dict)
    def dataUpdated(self, _source: str, data: dict[str, Any]) -> None:
        self.heard.append(data.get("value"))


class Ticks:
    """The ticks of some relays, and containers that are followed."""

    def __init__(self) -> None:
        self.relays = Relays()
        self.told: list[tuple[int, list[str]]] = []
        self.looks: list[Look] = []
        self.relays.tick.connect(lambda interval, sources: self.told.append((interval, sources)))

    def container(self, name: str) -> DataContainer:
        made = DataContainer(name)
        self.relays.follow(made)
        return made

    def look(self, container: DataContainer, interval: int) -> Look:
        look = Look()
        self.looks.append(look)
        container.connectVisualization(look, interval, frozenset())
        return look

    def count(self, source: str) -> int:
        return sum(source in sources for _, sources in self.told)


@pytest.fixture
def ticks(qtbot: QtBot) -> Ticks:
    return Ticks()


@pytest.mark.parametrize(("asked", "minimum", "taken"), [(1000, 50, 1000), (100, 275, 250), (0, 1000, 0)])
def test_intervals_are_no_shorter_than_the_minimum(asked: int, minimum: int, taken: int) -> None:
    assert clamped(asked, minimum) == taken


def test_no_timer_while_nobody_looks_with_an_interval(ticks: Ticks) -> None:
    container = ticks.container("a")
    look = ticks.look(container, 0)
    assert not ticks.relays.waiting
    container.connectVisualization(look, 100, frozenset())
    assert ticks.relays.waiting
    assert ticks.relays.intervals == (100,)
    container.connectVisualization(look, 0, frozenset())
    assert not ticks.relays.waiting
    assert not any(timer.isActive() for timer in ticks.relays.findChildren(QTimer))
    assert ticks.told == []


def test_a_new_look_asks_at_once_however_long_its_interval(qtbot: QtBot, ticks: Ticks) -> None:
    container = ticks.container("a")
    look = ticks.look(container, 3_600_000)
    assert ticks.told == [], "at the next turn, together with the others that came"
    ticks.look(ticks.container("b"), 3_600_000)
    qtbot.waitUntil(lambda: ticks.told == [(3_600_000, ["a", "b"])])
    container.setData({"value": 1})
    container.checkForUpdate()
    assert look.heard == [1], "and hears what comes of it"


def test_one_relay_for_all_that_look_with_the_same_interval(qtbot: QtBot, ticks: Ticks) -> None:
    for name in "abc":
        ticks.look(ticks.container(name), 100)
    qtbot.waitUntil(lambda: len(ticks.told) >= 3)
    assert ticks.relays.intervals == (100,)
    assert all(sources == ["a", "b", "c"] for _, sources in ticks.told)


def test_a_source_is_asked_at_the_shortest_interval_only(qtbot: QtBot, ticks: Ticks) -> None:
    container = ticks.container("a")
    looks = [ticks.look(container, 50), ticks.look(container, 150)]
    qtbot.waitUntil(lambda: ticks.count("a") > 4)
    assert {interval for interval, _ in ticks.told} == {50}
    container.disconnectVisualization(looks[0])
    del ticks.told[:]
    qtbot.waitUntil(lambda: (150, ["a"]) in ticks.told)


def test_it_is_not_asked_more_often_than_the_minimum_but_hears(qtbot: QtBot, ticks: Ticks) -> None:
    ticks.relays.minimum = 3_600_000
    container = ticks.container("a")
    look = ticks.look(container, 50)
    qtbot.waitUntil(lambda: ticks.count("a") == 1)
    container.setData({"value": 1})
    container.checkForUpdate()
    container.setData({"value": 2})
    container.checkForUpdate()
    qtbot.waitUntil(lambda: look.heard[-1:] == [2])
    assert ticks.relays.ask(["a"]) == frozenset()
    assert ticks.count("a") == 1


def test_what_comes_after_a_tick_is_heard_at_once_and_the_next_at_the_next_tick(
    qtbot: QtBot, ticks: Ticks
) -> None:
    container = ticks.container("a")
    look = ticks.look(container, 3_600_000)
    qtbot.waitUntil(lambda: ticks.count("a") == 1)
    container.tick({3_600_000}, asked=True)
    for value in (1, 2):
        container.setData({"value": value})
        container.checkForUpdate()
    assert look.heard == [1]
    container.tick({3_600_000}, asked=True)
    assert look.heard == [1], "the fresh data is on its way"
    container.setData({"value": 3})
    container.checkForUpdate()
    assert look.heard == [1, 3]


@pytest.mark.parametrize("how", ["answered", "the next tick", "nobody asked"])
def test_what_changed_between_ticks_is_never_swallowed(qtbot: QtBot, ticks: Ticks, how: str) -> None:
    container = ticks.container("a")
    look = ticks.look(container, 3_600_000)
    container.setData({"value": 1})
    container.checkForUpdate()
    assert look.heard == []
    container.tick({3_600_000}, asked=how != "nobody asked")
    if how == "answered":
        ticks.relays.answered(["a", "unknown"])
    elif how == "the next tick":
        assert look.heard == [], "the answer did not come"
        container.tick({3_600_000}, asked=True)
    assert look.heard == [1]


def test_a_tick_of_another_interval_is_not_heard(ticks: Ticks) -> None:
    container = ticks.container("a")
    look = ticks.look(container, 3_600_000)
    container.setData({"value": 1})
    container.checkForUpdate()
    container.tick({50}, asked=False)
    assert look.heard == []


def test_a_slow_look_beside_a_fast_one_hears_its_share(qtbot: QtBot, ticks: Ticks) -> None:
    """A sampler that answers each tick with a new value."""
    container = ticks.container("a")
    fast, slow = ticks.look(container, 50), ticks.look(container, 200)

    def sample(_interval: int, sources: list[str]) -> None:
        container.setData({"value": len(fast.heard)})
        container.checkForUpdate()
        ticks.relays.answered(sources)

    ticks.relays.tick.connect(sample)
    qtbot.waitUntil(lambda: len(slow.heard) >= 4, timeout=30_000)
    assert len(fast.heard) > len(slow.heard)
    assert max(Counter(slow.heard).values()) == 1, "nothing is told twice"


def test_an_answer_within_the_tick_is_heard_in_it(qtbot: QtBot, ticks: Ticks) -> None:
    container = ticks.container("a")
    look = ticks.look(container, 3_600_000)

    def sample(_interval: int, _sources: list[str]) -> None:
        container.setData({"value": 1})
        container.checkForUpdate()

    ticks.relays.tick.connect(sample)
    qtbot.waitUntil(lambda: look.heard == [1])


def test_forgotten_containers_are_asked_no_more(qtbot: QtBot, ticks: Ticks) -> None:
    ticks.look(ticks.container("a"), 50)
    ticks.relays.forget("a")
    ticks.relays.forget("a")
    assert not ticks.relays.waiting
    assert ticks.relays.sources() == []


def test_a_look_that_is_destroyed_stops_the_relay(qtbot: QtBot, ticks: Ticks) -> None:
    look = ticks.look(ticks.container("a"), 50)
    assert ticks.relays.sources(50) == ["a"]
    look.deleteLater()
    qtbot.waitUntil(lambda: not ticks.relays.waiting)
