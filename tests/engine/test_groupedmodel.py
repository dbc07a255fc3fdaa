"""Rows under their hosts: they fold, and hold still while they are frozen, under any changes."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.engine.conftest import MakeEngine
from virtmonitor.core.domain import DomainRecord, DomainState
from virtmonitor.engine.domainroles import Role
from virtmonitor.engine.groupedmodel import GroupedModel, GroupRole
from virtmonitor.engine.hoststate import RowChanges


class FakeEngine:
    """The model's needs of an engine. Not a stand-in for libvirt, which is not asked here."""

    def __init__(self, *hosts: str) -> None:
        self.hosts = list(hosts)
        self.by_source: dict[str, DomainRecord] = {}

    def records(self) -> list[DomainRecord]:
        return list(self.by_source.values())

    def states(self) -> Counter[DomainState]:
        return Counter(record.state for record in self.by_source.values())

    def host(self, _name: str) -> None:
        return None


class Shown:
    """A model over a fake engine, under Qt's tester, which fails the run on any broken promise."""

    def __init__(self, *hosts: str) -> None:
        self.engine = FakeEngine(*hosts)
        self.model = GroupedModel()
        self.model._engine = self.engine  # type: ignore[assignment]
        self.tester = QAbstractItemModelTester(
            self.model, QAbstractItemModelTester.FailureReportingMode.Fatal, self.model
        )
        self.model._rebuild()

    def put(self, *records: DomainRecord) -> None:
        added = tuple(r for r in records if r.source not in self.engine.by_source)
        changed = tuple(r for r in records if r.source in self.engine.by_source)
        self.engine.by_source.update((r.source, r) for r in records)
        self.model._rows_changed(RowChanges("", added, changed, ()))

    def take(self, *records: DomainRecord) -> None:
        for record in records:
            self.engine.by_source.pop(record.source, None)
        self.model._rows_changed(RowChanges("", removed=records))

    @property
    def rows(self) -> list[str]:
        """Hosts as [name], machines by name."""
        indexes = [self.model.index(row) for row in range(self.model.rowCount())]
        kinds = [self.model.data(index, GroupRole.Kind) for index in indexes]
        names = [self.model.data(index, Role.Name) for index in indexes]
        return [f"[{name}]" if kind == "host" else name for kind, name in zip(kinds, names, strict=True)]


def machine(host: str, name: str, state: DomainState = DomainState.SHUTOFF) -> DomainRecord:
    active = state is not DomainState.SHUTOFF
    return DomainRecord(host, f"u-{name}", name, 1 if active else -1, state)


RUNNING = DomainState.RUNNING


@pytest.fixture
def two(qtbot: QtBot) -> Shown:
    shown = Shown("b", "a")
    shown.put(machine("a", "a1"), machine("a", "a2", RUNNING), machine("b", "b1"))
    return shown


def test_each_host_stands_above_its_machines(two: Shown) -> None:
    assert two.rows == ["[a]", "a2", "a1", "[b]", "b1"]


def test_one_host_needs_no_row(qtbot: QtBot) -> None:
    shown = Shown("a")
    shown.put(machine("a", "a1"))
    assert shown.rows == ["a1"]


def test_a_host_without_machines_has_its_row(qtbot: QtBot) -> None:
    assert Shown("a", "b").rows == ["[a]", "[b]"]


def test_folding_hides_the_machines_and_what_comes_later(two: Shown) -> None:
    two.model.toggle("a")
    assert two.rows == ["[a]", "[b]", "b1"]
    two.put(machine("a", "a3"), machine("a", "a1", RUNNING))
    assert two.rows == ["[a]", "[b]", "b1"]
    assert two.model.data(two.model.index(0), GroupRole.Folded) is True
    two.model.toggle("a")
    assert two.rows == ["[a]", "a1", "a2", "a3", "[b]", "b1"]


def test_a_search_finds_what_is_folded_and_shows_hosts_with_a_match(two: Shown) -> None:
    two.model.toggle("b")
    two.model.filterText = "b1"
    assert two.rows == ["[b]", "b1"]
    two.put(machine("a", "b1-copy"))
    assert two.rows == ["[a]", "b1-copy", "[b]", "b1"]
    two.take(machine("b", "b1"))
    assert two.rows == ["[a]", "b1-copy"]


def test_while_somebody_searches_nothing_folds_and_the_first_machine_is_what_was_found(two: Shown) -> None:
    two.model.toggle("a")
    two.model.filterText = two.rows[-1]
    place = two.model.firstMachine()
    assert place == len(two.rows) - 1
    host = two.model.index(0)
    two.model.toggle(two.model.data(host, Role.Host))
    assert two.model.folded == ["a"]
    assert two.model.data(host, GroupRole.Folded) is False
    two.model.filterText = "nothing"
    assert two.model.firstMachine() == -1


def test_frozen_rows_stay_and_tell_the_truth(two: Shown) -> None:
    two.model.frozen = True
    two.put(machine("a", "a1", RUNNING), machine("a", "a0", RUNNING))
    two.take(machine("b", "b1"))
    assert two.rows == ["[a]", "a2", "a1", "[b]", "b1"]
    assert two.model.data(two.model.index(2), Role.DomainState) == RUNNING
    two.model.frozen = False
    assert two.rows == ["[a]", "a0", "a1", "a2", "[b]"]


def test_what_went_and_came_back_while_frozen_is_there(two: Shown) -> None:
    two.model.frozen = True
    two.take(machine("b", "b1"))
    two.put(machine("b", "b1", RUNNING))
    two.model.frozen = False
    assert two.rows == ["[a]", "a2", "a1", "[b]", "b1"]


def test_a_filter_that_somebody_sets_works_at_once(two: Shown) -> None:
    two.model.frozen = True
    two.put(machine("b", "b2"))
    two.model.filterText = "b"
    assert two.rows == ["[b]", "b1", "b2"]


def test_a_favourite_goes_up_when_the_pointer_has_left(two: Shown) -> None:
    two.model.frozen = True
    two.model.favourites = ["u-a1"]
    assert two.rows == ["[a]", "a2", "a1", "[b]", "b1"]
    assert two.model.data(two.model.index(2), Role.Favourite) is True
    two.model.frozen = False
    assert two.rows == ["[a]", "a1", "a2", "[b]", "b1"]
    two.model.favourites = []
    assert two.rows == ["[a]", "a2", "a1", "[b]", "b1"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("put"), st.integers(0, 9), st.sampled_from([RUNNING, DomainState.SHUTOFF])),
            st.tuples(st.just("take"), st.integers(0, 9)),
            st.tuples(st.just("fold"), st.sampled_from("ab")),
            st.tuples(st.just("freeze"), st.booleans()),
            st.tuples(st.just("search"), st.sampled_from(["", "m1", "m"])),
        ),
        max_size=30,
    )
)
def test_any_order_of_changes_ends_like_a_new_model(steps: list[tuple[object, ...]]) -> None:
    shown = Shown("a", "b")
    for step, *arguments in steps:
        _take_step(shown, str(step), arguments)
    shown.model.frozen = False
    rows = shown.rows
    shown.model._rebuild()
    assert rows == shown.rows


def _take_step(shown: Shown, step: str, arguments: list[object]) -> None:
    number = arguments[0]
    if step == "put":
        base = machine("ab"[int(str(number)) % 2], f"m{number}")
        state = arguments[1]
        assert isinstance(state, DomainState)
        shown.put(base._replace(state=state, id=1 if state is RUNNING else -1))
    elif step == "take":
        shown.take(machine("ab"[int(str(number)) % 2], f"m{number}"))
    elif step == "fold":
        shown.model.toggle(str(number))
    elif step == "freeze":
        shown.model.frozen = bool(number)
    else:
        shown.model.filterText = str(number)


@pytest.mark.parametrize(
    ("uris", "reason"),
    [({}, "hosts"), ({"t": "test:///default"}, ""), ({"q": "qemu+unix:///system?socket=/nowhere"}, "failed")],
)
def test_emptiness_has_a_reason(
    qtbot: QtBot, make_engine: MakeEngine, uris: dict[str, str], reason: str
) -> None:
    engine = make_engine(wait=False, **uris)
    model = GroupedModel()
    model.engine = engine
    qtbot.waitUntil(lambda: model.emptyReason == reason, timeout=30_000)


def test_a_filter_without_a_match_is_a_reason(qtbot: QtBot, make_engine: MakeEngine) -> None:
    model = GroupedModel()
    model.engine = make_engine(t="test:///default")
    model.filterText = "nothing has this name"
    assert model.emptyReason == "filter"
    model.filterText = ""
    assert model.emptyReason == ""
