"""Rings of points: bounded, one way, with gaps that stay gaps, and dropped when nobody looked for long."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from virtmonitor.core.history import CAPACITY, KEPT, Histories, History


def test_points_come_back_in_order():
    ring = History()
    for i in range(3):
        ring.append(i * 2.0, {"cpuUsage": i * 10.0}, step=2.0)
    assert ring.series("cpuUsage") == [(0.0, 0.0), (2.0, 10.0), (4.0, 20.0)]
    assert ring.series("memoryUsed") == [(0.0, None), (2.0, None), (4.0, None)]
    assert ring.names() == {"cpuUsage"}


def test_it_is_bounded():
    ring = History()
    for i in range(CAPACITY * 3):
        ring.append(float(i), {"x": float(i)}, step=1.0)
    assert len(ring) == CAPACITY
    assert ring.series("x")[0] == (CAPACITY * 2.0, CAPACITY * 2.0)


def test_a_pause_is_a_gap_not_a_line():
    ring = History()
    ring.append(0.0, {"x": 1.0}, step=2.0)
    ring.append(60.0, {"x": 2.0}, step=2.0)
    assert ring.series("x") == [(0.0, 1.0), (2.0, None), (60.0, 2.0)]


def test_a_late_tick_is_no_gap():
    ring = History()
    ring.append(0.0, {"x": 1.0}, step=2.0)
    ring.append(4.5, {"x": 2.0}, step=2.0)
    assert ring.series("x") == [(0.0, 1.0), (4.5, 2.0)]


def test_a_busy_machine_makes_no_dots_of_a_line():
    ring = History()
    for at in (0.0, 9.0, 18.0):
        ring.append(at, {"x": 1.0}, step=1.0)
    assert ring.series("x") == [(0.0, 1.0), (9.0, 1.0), (18.0, 1.0)]


def test_unknown_and_absurd_are_gaps():
    ring = History()
    ring.append(0.0, {"x": None, "y": float("nan"), "z": float("inf")}, step=2.0)
    assert [ring.series(name) for name in "xyz"] == [[(0.0, None)]] * 3


@given(st.lists(st.tuples(st.floats(0, 1e6), st.none() | st.floats()), max_size=300), st.floats(0.5, 600))
def test_time_goes_one_way(points, step):
    ring = History(20)
    for at, value in points:
        ring.append(at, {"x": value}, step)
    times = [at for at, _ in ring.series("x")]
    assert all(a < b for a, b in pairwise(times))
    assert len(ring) <= 20


def test_kept_for_a_while_after_the_last_look_then_dropped():
    rings = Histories()
    rings["a"].append(0.0, {"x": 1.0}, step=2.0)
    rings["b"].append(100.0, {"x": 1.0}, step=2.0)
    assert rings.expire(KEPT - 1) == KEPT
    assert rings.expire(KEPT) == KEPT + 100
    assert rings.get("a") is None
    assert rings.get("b") is not None


def test_what_is_looked_at_is_not_dropped_and_needs_no_timer():
    rings = Histories()
    rings["a"].append(0.0, {"x": 1.0}, step=2.0)
    assert rings.expire(KEPT * 10, looked_at={"a"}) is None
    assert len(rings) == 1
    rings.drop("a")
    rings.drop("a")
    assert len(rings) == 0


def test_a_point_long_before_it_is_due_completes_the_last():
    history = History()
    history.append(1.0, {"cpu": 5.0}, 2.0)
    history.append(1.5, {"memory": 7.0}, 2.0)
    history.append(3.0, {"cpu": 6.0, "memory": 8.0}, 2.0)
    assert history.series("cpu") == [(1.0, 5.0), (3.0, 6.0)]
    assert history.series("memory") == [(1.0, 7.0), (3.0, 8.0)]
