"""Threads that may be lost: a step that does not end holds up neither the others nor the caller."""

import threading

import libvirt
import pytest

from tests.helpers.waiting import until
from virtmonitor.hypervisor.asking import LOSABLE, LOSABLE_SHARED, Asker, Step
from virtmonitor.hypervisor.lines import Lines

SHORT = 0.05


class Gate:
    """A call that returns only when it is opened, as one about a guest that hangs."""

    def __init__(self):
        self.event = threading.Event()
        self.lines = []

    def __call__(self, line):
        self.lines.append(line)
        assert self.event.wait(30)
        return "late"


@pytest.fixture
def gates():
    made = []

    def make():
        made.append(Gate())
        return made[-1]

    yield make
    for gate in made:
        gate.event.set()
    for thread in threading.enumerate():
        if thread.name == "ask guests":
            thread.join(30)


def asker(another=object):
    return Asker(Lines(object(), another, 0.0))


def step(call, name="a", deadline=10.0):
    return Step((name,), call, deadline)


def test_steps_run_in_order_in_one_thread_that_ends():
    seen = []
    outcomes = asker().ask(
        [step(lambda line, i=i: seen.append((i, threading.get_ident())) or i) for i in range(5)]
    )
    assert [outcome.result() for outcome in outcomes] == list(range(5))
    assert [i for i, _ in seen] == list(range(5))
    assert len({thread for _, thread in seen}) == 1
    assert all(thread.name != "ask guests" for thread in threading.enumerate())


def test_nothing_to_ask_starts_no_thread(monkeypatch):
    monkeypatch.setattr(threading.Thread, "start", lambda thread: pytest.fail("a thread was started"))
    assert asker().ask([]) == []


def test_a_stuck_step_is_lost_and_what_comes_after_can_be_asked_again(gates):
    gate, asking = gates(), asker()
    outcomes = asking.ask([step(lambda _: 1), step(gate, "hangs", SHORT), step(lambda _: 3)])
    assert [outcome.done for outcome in outcomes] == [True, False, False]
    assert asking.lost == [outcomes[1]]
    assert asking.reap() == []
    assert asking.ask([outcomes[2].step])[0].result() == 3
    gate.event.set()
    until(lambda: outcomes[1].done)
    assert asking.reap() == [outcomes[1]]
    assert outcomes[1].result() == "late"
    assert asking.lost == []


def test_a_stuck_step_keeps_its_line_to_itself(gates):
    gate, asking, lines = gates(), asker(), []
    asking.ask([step(lines.append), step(gate, "hangs", SHORT)])
    asking.ask([step(lines.append), step(lines.append)])
    assert lines[0] is gate.lines[0]
    assert lines[1] is not gate.lines[0]
    assert lines[1] is lines[2]


@pytest.mark.parametrize("refused", [None, libvirt.libvirtError])
def test_without_another_connection_the_only_one_has_to_do(gates, refused):
    def another():
        raise refused("no")

    main, lines = object(), []
    shared = Lines(main, another if refused else None, 0.0)
    asking = Asker(shared)
    asking.ask([step(gates(), "hangs", SHORT)])
    asking.ask([step(lambda line: lines.append(line.connection))])
    assert lines == [main]
    assert not shared.apart


@pytest.mark.parametrize(("another", "most"), [(object, LOSABLE), (None, LOSABLE_SHARED)])
def test_no_more_calls_are_risked_than_the_daemon_can_bear(gates, another, most):
    asking = asker(another)
    for i in range(most + 3):
        (outcome,) = asking.ask([step(gates(), str(i), SHORT)])
        assert not outcome.done
    assert len(asking.lost) == most
    assert asking.exhausted
    assert asking.detach(step(gates())) is None


def test_what_a_step_raises_is_raised_where_it_is_asked_for():
    def broken(_line):
        raise LookupError("broken")

    outcome = asker().ask([step(broken)])[0]
    assert outcome.done
    with pytest.raises(LookupError, match="broken"):
        outcome.result()
    assert (
        outcome.error.__traceback__ is not None
    )  # from here only: the thread's frames hold libvirt's objects
    assert outcome.error.__traceback__.tb_frame.f_code.co_name.startswith("test_")


def test_where_nothing_can_hang_there_is_no_thread(monkeypatch):
    monkeypatch.setattr(threading.Thread, "start", lambda thread: pytest.fail("a thread was started"))
    asking = Asker(Lines(object(), None, 0.0), may_hang=False)
    outcomes = asking.ask([step(lambda _: 1), step(lambda _: 2)])
    assert [outcome.result() for outcome in outcomes] == [1, 2]
