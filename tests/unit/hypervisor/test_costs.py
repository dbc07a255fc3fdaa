"""Which form is chosen: by round trip before anything was measured, by what was measured after."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from virtmonitor.core.sample import Want
from virtmonitor.hypervisor.costs import RECHECK, Costs, Form

LOCAL, FAR = 0.0001, 0.02
GROUPS = (Want.CPU, Want.VCPU, Want.MEMORY, Want.DISK)


def best(costs, group, domains):
    return costs.choose({group: domains})[group]


def test_here_info_wins_and_far_away_one_call_for_all():
    assert best(Costs(LOCAL), Want.CPU, 20) is Form.SERIES
    assert [best(Costs(FAR), group, 20) for group in GROUPS] == [Form.BULK] * 4
    assert best(Costs(FAR), Want.CPU, 1) is Form.SERIES


def test_what_was_measured_counts_more_than_what_was_thought():
    costs = Costs(LOCAL)
    costs.learn(Want.CPU, Form.SERIES, 0.001, 0.0)
    costs.learn(Want.CPU, Form.BULK, 0.0001, 0.0)
    assert best(costs, Want.CPU, 20) is Form.BULK


@pytest.mark.parametrize("form", list(Form))
def test_what_a_driver_does_not_give_is_not_chosen(form):
    costs = Costs(LOCAL)
    costs.rule_out(Want.MEMORY, form)
    assert best(costs, Want.MEMORY, 20) is not form
    assert costs.gives_any(Want.MEMORY)
    costs.rule_out(Want.MEMORY, Form.SERIES if form is Form.BULK else Form.BULK)
    assert not costs.gives_any(Want.MEMORY)


def test_the_other_form_is_tried_now_and_then_where_it_could_win():
    costs = Costs(LOCAL)
    assert costs.untried(Want.CPU, Form.SERIES, 0.0) is Form.BULK
    for _ in range(10):
        costs.learn(Want.CPU, Form.BULK, 0.001, 0.0)
    assert costs.untried(Want.CPU, Form.SERIES, RECHECK - 1) is None
    assert costs.untried(Want.CPU, Form.SERIES, RECHECK + 1) is Form.BULK


def test_after_one_bad_measure_the_next_look_comes_soon():
    costs = Costs(LOCAL)
    costs.learn(Want.CPU, Form.BULK, 1.0, 0.0)
    assert costs.untried(Want.CPU, Form.SERIES, RECHECK / 10) is Form.BULK
    costs.learn(Want.CPU, Form.BULK, 0.001, 0.0)
    for _ in range(10):
        costs.learn(Want.CPU, Form.BULK, 0.001, 0.0)
    assert costs.seconds(Want.CPU, Form.BULK) < 0.01


def test_a_series_that_round_trips_alone_rule_out_is_never_tried():
    costs = Costs(FAR)
    costs.learn(Want.CPU, Form.BULK, 0.001, 0.0)
    assert costs.untried(Want.CPU, Form.BULK, 0.0) is None


def test_a_round_trip_is_paid_once_for_all_that_goes_in_bulk():
    costs = Costs(FAR)
    for group in GROUPS:
        costs.learn(group, Form.SERIES, 0.022, 0.0)
        costs.learn(group, Form.BULK, 0.001, 0.0)
    assert best(costs, Want.CPU, 1) is Form.SERIES  # one call either way
    assert set(costs.choose(dict.fromkeys(GROUPS, 1)).values()) == {Form.BULK}


@given(st.floats(0, 0.2), st.floats(1e-5, 0.1), st.floats(1e-5, 0.1), st.integers(2, 1000))
def test_the_chosen_form_is_never_clearly_the_dearer(trip, series, bulk, domains):
    costs = Costs(trip)
    costs.learn(Want.CPU, Form.SERIES, series, 0.0)
    costs.learn(Want.CPU, Form.BULK, bulk, 0.0)
    in_series, in_bulk = series * domains, bulk * domains + trip
    chosen = in_bulk if best(costs, Want.CPU, domains) is Form.BULK else in_series
    assert chosen <= min(in_series, in_bulk) * 1.25 + 1e-9
