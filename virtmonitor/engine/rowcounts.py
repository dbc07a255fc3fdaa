"""The filters of a list of machines by name, and how many machines each would show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from virtmonitor.core.domain import ACTIVE_STATES, MAY_NEED_ATTENTION, DomainState
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.rowview import Marks

#: The states that a filter lets through; "attention" and "favourites" narrow further.
STATE_FILTERS: Final[Mapping[str, frozenset[DomainState]]] = MappingProxyType(
    {
        "all": frozenset(DomainState),
        "active": ACTIVE_STATES,
        "running": frozenset({DomainState.RUNNING, DomainState.BLOCKED, DomainState.SHUTDOWN}),
        "paused": frozenset({DomainState.PAUSED, DomainState.PMSUSPENDED}),
        "inactive": frozenset(DomainState) - ACTIVE_STATES,
        "attention": MAY_NEED_ATTENTION,
    }
)


def by_filter(engine: DataEngine | None, marks: Marks) -> dict[str, int]:
    """How many domains each filter lets through. Looks at single domains only for favourites."""
    if engine is None:
        return dict.fromkeys((*STATE_FILTERS, "favourites"), 0)
    now = engine.states()
    counts = {name: sum(now.get(state, 0) for state in states) for name, states in STATE_FILTERS.items()}
    counts["attention"] = engine.needing_attention
    counts["favourites"] = sum(map(marks.is_favourite, engine.records())) if marks.favourites else 0
    return counts


def by_tag(engine: DataEngine | None, marks: Marks) -> dict[str, int]:
    """How many domains have each tag, by name."""
    records = engine.records() if engine is not None and marks.tags else ()
    return dict(sorted(Counter(tag for record in records for tag in marks.tags_of(record)).items()))


def by_host(engine: DataEngine | None) -> dict[str, int]:
    """How many domains each host has, in the order of the hosts."""
    if engine is None:
        return {}
    states = ((name, engine.host(name)) for name in engine.hosts)
    return {name: len(state.records) for name, state in states if state is not None}
