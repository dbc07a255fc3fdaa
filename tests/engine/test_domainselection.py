"""Selecting rows: by click, Ctrl, Shift and keys; never what is not shown."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.engine.conftest import MakeEngine
from virtmonitor.assets import asset
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.domainmodel import DomainModel
from virtmonitor.engine.domainselection import DomainSelection


@pytest.fixture
def engine(make_engine: MakeEngine) -> DataEngine:
    return make_engine(demo=f"test://{asset('resources', 'demo', 'fleet.xml')}")


@pytest.fixture
def selection(engine: DataEngine) -> DomainSelection:
    model = DomainModel()
    model.engine = engine
    model.sortColumn = "name"
    made = DomainSelection()
    made.model = model
    made.kept = model  # type: ignore[attr-defined]
    return made


def source(engine: DataEngine, name: str) -> str:
    return next(record.source for record in engine.records() if record.name == name)


def names(engine: DataEngine, selection: DomainSelection) -> list[str]:
    return [record.name for each in selection.sources if (record := engine.record(each))]


def test_one_more_and_from_here_to_there(engine: DataEngine, selection: DomainSelection) -> None:
    selection.only(source(engine, "web-1"))
    selection.toggle(source(engine, "dns"))
    assert names(engine, selection) == ["web-1", "dns"]
    assert selection.current == source(engine, "dns")
    selection.toggle(source(engine, "web-1"))
    assert names(engine, selection) == ["dns"]
    selection.only(source(engine, "web-1"))
    selection.extend(source(engine, "web-3"))
    assert names(engine, selection) == ["web-1", "web-2", "web-3"]
    selection.extend(source(engine, "staging"))
    assert set(names(engine, selection)) == {"staging", "web-1"}


def test_keys_stop_at_the_ends(engine: DataEngine, selection: DomainSelection) -> None:
    selection.move(0, False)
    assert names(engine, selection) == ["backup"]
    selection.move(-5, False)
    assert names(engine, selection) == ["backup"]
    selection.move(1000, False)
    assert names(engine, selection) == ["win2022-dc"]
    selection.move(-1, True)
    assert set(names(engine, selection)) == {"win2022-dc", "win11-office"}


def test_what_a_filter_hides_is_not_selected_any_more(
    qtbot: QtBot, engine: DataEngine, selection: DomainSelection
) -> None:
    selection.selectAll()
    assert selection.count == 22
    selection.model.filterText = "web"
    qtbot.waitUntil(lambda: selection.count == 3)
    selection.model.filterText = ""
    assert selection.count == 3
    selection.clear()
    assert selection.count == 0


def test_sorting_keeps_what_is_selected(qtbot: QtBot, engine: DataEngine, selection: DomainSelection) -> None:
    selection.only(source(engine, "web-1"))
    with qtbot.waitSignal(selection.changed):
        selection.model.sortDescending = True
    assert names(engine, selection) == ["web-1"]


def test_only_those_that_allow_it(engine: DataEngine, selection: DomainSelection) -> None:
    selection.selectAll()
    can_resume = selection.allowing("resume")
    assert [record.name for each in can_resume if (record := engine.record(each))] == ["win2022-dc"]
    assert len(selection.allowing("start")) == 4
    assert selection.has(can_resume[0])
    assert selection.allowing("restoreXml")


def test_the_current_one_goes_with_its_machine(
    qtbot: QtBot, engine: DataEngine, selection: DomainSelection
) -> None:
    gone = source(engine, "web-3")
    selection.only(gone)
    engine.serviceForSource(gone).call("undefine")
    qtbot.waitUntil(lambda: selection.current == "")
    assert selection.count == 0
