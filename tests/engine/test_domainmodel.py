"""The rows: right under every change, filtered, sorted, and checked by Qt's own model tester."""

from __future__ import annotations

from collections import Counter

import libvirt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from virtmonitor.core.domain import DomainRecord, DomainState
from virtmonitor.engine.domainmodel import DomainModel
from virtmonitor.engine.domainroles import Role
from virtmonitor.engine.hoststate import RowChanges
from virtmonitor.engine.rowview import natural

assert libvirt


class FakeEngine:
    """The model's needs of an engine: records by source. Not a stand-in for libvirt, which is not asked here."""

    def __init__(self) -> None:
        self.by_source: dict[str, DomainRecord] = {}

    def records(self) -> list[DomainRecord]:
        return list(self.by_source.values())

    def states(self) -> Counter[DomainState]:
        return Counter(record.state for record in self.by_source.values())

    def host(self, _name: str) -> None:
        return None


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
