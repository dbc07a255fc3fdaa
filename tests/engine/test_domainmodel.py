"""The rows: right under every change, filtered, sorted, and checked by Qt's own model tester."""

from __future__ import annotations

from collections import Counter

import libvirt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject, Signal
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from virtmonitor.core.domain import DomainRecord, DomainState, needs_attention
from virtmonitor.engine.domainmodel import DomainModel
from virtmonitor.engine.domainroles import Role
from virtmonitor.engine.hoststate import RowChanges
from virtmonitor.engine.rowview import natural
from virtmonitor.engine.sortcolumns import sort_key

assert libvirt


class FakeEngine(QObject):
    """The model's needs of an engine: records by source. Not a stand-in for libvirt, which is not asked here."""

    measured = Signal(str, dict)
    rowInterval = 2000

    def __init__(self) -> None:
        super().__init__()
        self.sampled: list[set[str]] = []
        self.by_source: dict[str, DomainRecord] = {}

    def records(self) -> list[DomainRecord]:
        return list(self.by_source.values())

    def states(self) -> Counter[DomainState]:
        return Counter(record.state for record in self.by_source.values())

    @property
    def needing_attention(self) -> int:
        return sum(map(needs_attention, self.by_source.values()))

    def host(self, _name: str) -> None:
        return None

    def sample(self, sources: set[str], _groups: tuple[str, ...]) -> None:
        self.sampled.append(set(sources))


def record(number: int, name: str = "", state: DomainState = DomainState.SHUTOFF) -> DomainRecord:
    """A domain."""
    active = state is not DomainState.SHUTOFF
    return DomainRecord("h", f"u{number}", name or f"vm-{number}", number if active else -1, state)


def shown(model: DomainModel) -> list[str]:
    """The names in the order of the rows."""
    return [model.data(model.index(row), Role.Name) for row in range(model.rowCount())]


@pytest.fixture
def model(qtbot: QtBot) -> tuple[DomainModel, FakeEngine]:
    """A model under Qt's tester, which fails the run on any broken promise."""
    model, engine = DomainModel(), FakeEngine()
    model._engine = engine  # type: ignore[assignment]
    model.tester = QAbstractItemModelTester(  # type: ignore[attr-defined]
        model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    return model, engine


def apply(
    model: DomainModel,
    engine: FakeEngine,
    put: list[DomainRecord],
    take: list[DomainRecord] = [],  # noqa: B006 - never changed
) -> None:
    """What the engine would say of these changes."""
    added = tuple(r for r in put if r.source not in engine.by_source)
    changed = tuple(r for r in put if r.source in engine.by_source)
    engine.by_source.update((r.source, r) for r in put)
    for r in take:
        engine.by_source.pop(r.source, None)
    model._rows_changed(RowChanges("h", added, changed, tuple(take)))


def test_running_first_then_by_name_that_counts(model: tuple[DomainModel, FakeEngine]) -> None:
    rows, engine = model
    apply(rows, engine, [record(1, "web-10"), record(2, "web-2"), record(3, "zz", DomainState.RUNNING)])
    assert shown(rows) == ["zz", "web-2", "web-10"]


def test_a_state_change_moves_the_row_and_a_title_does_not(model: tuple[DomainModel, FakeEngine]) -> None:
    rows, engine = model
    apply(rows, engine, [record(1), record(2), record(3)])
    apply(rows, engine, [record(3, state=DomainState.RUNNING)])
    assert shown(rows) == ["vm-3", "vm-1", "vm-2"]
    assert rows.rowOf("h/u3") == 0
    assert rows.sourceAt(0) == "h/u3"
    assert rows.rowOf("h/nobody") == -1


def test_filters(model: tuple[DomainModel, FakeEngine]) -> None:
    rows, engine = model
    apply(rows, engine, [record(1, "Web"), record(2, "db", DomainState.PAUSED), record(3, "web-db")])
    rows.filterText = "WEB db"
    assert shown(rows) == ["web-db"]
    rows.filterText = ""
    rows.stateFilter = "paused"
    assert shown(rows) == ["db"]
    assert rows.counts["paused"] == 1
    assert rows.counts["inactive"] == 2
    apply(rows, engine, [record(2, "db", DomainState.RUNNING)])
    assert shown(rows) == []
    rows.stateFilter = ""
    rows.favourites = ["h/u3"]
    assert shown(rows)[0] == "web-db"


def test_many_that_change_where_they_are_reset_nothing(
    qtbot: QtBot, model: tuple[DomainModel, FakeEngine]
) -> None:
    """A reset would take the rows from under the pointer, and the list's place."""
    rows, engine = model
    apply(rows, engine, [record(n, state=DomainState.RUNNING) for n in range(300)])
    with qtbot.assertNotEmitted(rows.modelReset), qtbot.waitSignal(rows.dataChanged):
        apply(rows, engine, [record(n, state=DomainState.PAUSED) for n in range(250)])
    states = [rows.data(rows.index(row), Role.DomainState) for row in range(300)]
    assert states == [DomainState.PAUSED] * 250 + [DomainState.RUNNING] * 50
    with qtbot.waitSignal(rows.modelReset):
        apply(rows, engine, [record(n) for n in range(150)])
    assert shown(rows)[0] == "vm-150"


changes = st.lists(
    st.tuples(
        st.integers(0, 8),
        st.sampled_from(["a", "b", "b2", "b10"]),
        st.sampled_from(DomainState),
        st.booleans(),
    ),
    max_size=30,
)


@settings(max_examples=60, deadline=None)
@given(steps=changes, words=st.sampled_from(["", "b"]))
def test_rows_are_always_the_sorted_filtered_records(
    qapp: object, steps: list[tuple[int, str, DomainState, bool]], words: str
) -> None:
    """However single changes come, the rows are what a fresh sort would give."""
    rows, engine = DomainModel(), FakeEngine()
    rows._engine = engine  # type: ignore[assignment]
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows.filterText = words
    for number, name, state, gone in steps:
        known = engine.by_source.get(f"h/u{number}")
        if gone and known:
            apply(rows, engine, [], [known])
        elif not gone:
            apply(rows, engine, [record(number, name, state)])
    wanted = [r for r in engine.records() if words in r.name or words in r.state.word]
    wanted.sort(key=lambda r: (not r.active, natural(r.name), r.uuid))
    assert shown(rows) == [r.name for r in wanted]
    assert tester.model() is rows


def test_many_changes_at_once_are_one_reset(model: tuple[DomainModel, FakeEngine], qtbot: QtBot) -> None:
    rows, engine = model
    with qtbot.waitSignal(rows.modelReset):
        apply(rows, engine, [record(n) for n in range(2000)])
    assert rows.count == 2000


@settings(max_examples=40, deadline=None)
@given(
    steps=changes,
    column=st.sampled_from(["name", "state", "host", "title"]),
    descending=st.booleans(),
)
def test_any_column_sorts_however_changes_come(
    qapp: object, steps: list[tuple[int, str, DomainState, bool]], column: str, descending: bool
) -> None:
    rows, engine = DomainModel(), FakeEngine()
    rows._engine = engine  # type: ignore[assignment]
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows.sortColumn, rows.sortDescending = column, descending
    for number, name, state, gone in steps:
        known = engine.by_source.get(f"h/u{number}")
        if gone and known:
            apply(rows, engine, [], [known])
        elif not gone:
            apply(rows, engine, [record(number, name, state)])
    wanted = sorted(engine.records(), key=lambda r: sort_key(r, column, None, descending=descending))
    assert shown(rows) == [r.name for r in wanted]
    assert tester.model() is rows


def test_measured_values_move_rows_and_the_unknown_come_last(model: tuple[DomainModel, FakeEngine]) -> None:
    rows, engine = model
    running = [record(n, state=DomainState.RUNNING) for n in range(4)]
    apply(rows, engine, running)
    apply(rows, engine, [record(5)])
    rows.sortDescending, rows.sortColumn = True, "cpu"
    assert engine.sampled == [{r.source for r in running}]
    for number, value in ((1, 5.0), (2, 90.0), (3, None)):
        engine.measured.emit(f"h/u{number}", {"cpuUsage": value})
    rows._rebuild = lambda: pytest.fail("a few rows are moved, not all begun anew")  # type: ignore[method-assign]
    rows._values_changed({r.source for r in running})
    assert shown(rows)[:2] == ["vm-2", "vm-1"]
    rows.held = True
    engine.measured.emit("h/u3", {"cpuUsage": 99.0})
    rows._values_changed({"h/u3"})
    assert shown(rows)[:2] == ["vm-2", "vm-1"]
    rows.held = False
    assert shown(rows) == ["vm-3", "vm-2", "vm-1", "vm-0", "vm-5"]
    rows.live = False
    assert not rows._looks._ask.isActive()


def test_favourites_tags_and_attention(model: tuple[DomainModel, FakeEngine]) -> None:
    rows, engine = model
    broken = record(4, "broken", DomainState.PAUSED)._replace(reason=5)  # by an I/O error
    apply(rows, engine, [record(1, "a"), record(2, "b"), record(3, "c", DomainState.PAUSED), broken])
    rows.favourites = ["u2"]
    rows.tags = {"u1": ["office", "old"], "u2": ["old"]}
    assert (rows.counts["favourites"], rows.counts["attention"]) == (1, 1)
    assert rows.tagCounts == {"office": 1, "old": 2}
    rows.stateFilter = "favourites"
    assert shown(rows) == ["b"]
    rows.stateFilter = "attention"
    assert shown(rows) == ["broken"]
    rows.stateFilter, rows.tagFilter = "", "old"
    assert set(shown(rows)) == {"a", "b"}
    rows.tagFilter, rows.filterText = "", "office"
    assert shown(rows) == ["a"]
