"""What becomes of a wanted amount: when it counts, what it needs, and how it is said."""

from __future__ import annotations

import math

import pytest

from tests.engine.conftest import SOURCE, MakeEngine, finish
from virtmonitor.core import operations
from virtmonitor.engine.resourceplan import ResourcePlan

GIB = 1024**3
LIVE = {"vcpuCurrent": 2, "vcpuMaximum": 4, "memoryCurrent": 2 * GIB, "memoryMaximum": 4 * GIB}
CONFIG = {"vcpuCurrent": 2, "vcpuMaximum": 8, "memoryCurrent": 2 * GIB, "memoryMaximum": 16 * GIB}


def plan(kind: str = "vcpus", live: object = LIVE, config: object = CONFIG) -> ResourcePlan:
    made = ResourcePlan()
    made.kind = kind
    made.resources = {"live": live, "config": config}
    return made


def test_what_it_has_needs_no_words() -> None:
    made = plan()
    assert (made.current, made.chosen, made.lowest, made.highest, made.step) == (2, 2, 1, 8, 1)
    assert (made.changed, made.needsRestart, made.text, made.parameters) == (False, False, "", {})


@pytest.mark.parametrize(
    ("live", "config", "wanted", "scope", "restart"),
    [
        (LIVE, CONFIG, 3, "both", False),
        (LIVE, CONFIG, 6, "config", True),
        (LIVE, None, 3, "live", False),
        (None, CONFIG, 6, "config", False),
    ],
)
def test_the_scope_follows_from_what_is_possible(
    live: object, config: object, wanted: int, scope: str, restart: bool
) -> None:
    made = plan(live=live, config=config)
    made.wanted = wanted
    assert (made.changed, made.needsRestart) == (True, restart)
    assert made.parameters == {"count": wanted, "scope": scope}
    assert made.text
    operations.checked(made.operation, made.parameters)


def test_what_is_configured_otherwise_is_told() -> None:
    made = plan("memory", config=CONFIG | {"memoryCurrent": 8 * GIB})
    assert made.needsRestart
    assert made.text == "Now 2 GiB, after a restart 8 GiB"
    assert (made.chosenText, made.highestText) == ("2 GiB", "16 GiB")


def test_memory_is_chosen_in_steps_that_fit_its_size() -> None:
    assert plan("memory").step == GIB / 2
    small = {"memoryCurrent": GIB // 2, "memoryMaximum": GIB}
    assert plan("memory", None, small).step == GIB / 16


def test_unknown_is_unknown() -> None:
    made = ResourcePlan()
    assert math.isnan(made.current)
    assert math.isnan(made.highest)
    assert (made.changed, made.chosenText, made.text) == (False, "—", "")


def test_what_was_done_is_wanted_no_more() -> None:
    made = plan()
    made.wanted = 3
    made.resources = {"live": LIVE | {"vcpuCurrent": 3}, "config": CONFIG | {"vcpuCurrent": 3}}
    assert not made.changed
    made.wanted = 6
    made.resources = {"live": LIVE, "config": CONFIG | {"vcpuCurrent": 6}}
    assert not made.changed
    assert made.text == "Now 2, after a restart 6"


def test_another_choice_is_dropped() -> None:
    made = plan()
    made.wanted = 3
    made.reset()
    assert (made.changed, made.chosen) == (False, 2)


def test_libvirt_takes_the_parameters(qtbot, make_engine: MakeEngine, outside) -> None:
    engine = make_engine(t="test:///default")
    made = plan("memory", {"memoryCurrent": GIB, "memoryMaximum": 8 * GIB}, None)
    made.wanted = GIB * 1.5
    job = finish(qtbot, engine.serviceForSource(SOURCE).call(made.operation, made.parameters))
    assert job.errorText == ""
    assert outside.lookupByName("test").info()[2] == 1536 * 1024
