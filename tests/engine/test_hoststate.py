"""What the engine keeps of a host: counts that follow its domains through any batches."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.engine.conftest import URI
from virtmonitor.core.batch import DomainBatch
from virtmonitor.core.connection import HostSettings
from virtmonitor.core.domain import DomainRecord, DomainState, needs_attention
from virtmonitor.engine.hoststate import HostState

_RECORDS = st.builds(
    lambda number, state, reason: DomainRecord("h", f"u{number}", f"vm-{number}", number, state, reason),
    st.integers(0, 5),
    st.sampled_from(DomainState),
    st.integers(0, 14),
)
_BATCHES = st.builds(
    lambda records, gone, complete: DomainBatch(
        "h",
        0.0,
        tuple(records),
        tuple(gone - {record.uuid for record in records}),
        complete=complete,
    ),
    st.lists(_RECORDS, max_size=6, unique_by=lambda record: record.uuid),
    st.sets(st.sampled_from(["u0", "u1", "u2", "u3"]), max_size=3),
    st.booleans(),
)


@given(st.lists(_BATCHES, max_size=8))
def test_counts_are_what_counting_would_find(batches: list[DomainBatch]) -> None:
    state = HostState(HostSettings("h", URI, confirmed=True), QObject())
    for batch in batches:
        state.take(batch)
        records = state.records.values()
        assert +state.states == Counter(record.state for record in records)
        assert state.needing_attention == sum(map(needs_attention, records))


def test_a_crash_is_counted_and_a_start_takes_it_back(qtbot: QtBot) -> None:
    state = HostState(HostSettings("h", URI, confirmed=True), QObject())
    crashed = DomainRecord("h", "u", "vm", -1, DomainState.SHUTOFF, 3)
    assert crashed.reason_word == "crashed"
    state.take(DomainBatch("h", 0.0, (crashed,), complete=True))
    assert state.needing_attention == 1
    state.take(DomainBatch("h", 1.0, (DomainRecord("h", "u", "vm", 1, DomainState.RUNNING, 1),)))
    assert state.needing_attention == 0
