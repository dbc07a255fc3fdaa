"""An opening that does not return in time is given up, and closed when it returns after all."""

from __future__ import annotations

import threading

import pytest

from virtmonitor.core.errors import Failure, FailureKind, VirtmonitorError
from virtmonitor.hypervisor.opening import opened_within


class Thing:
    """What is opened."""

    def __init__(self) -> None:
        self.closed = threading.Event()

    def close(self) -> None:
        self.closed.set()


def test_what_opens_in_time_is_handed_over_open() -> None:
    thing = Thing()
    assert opened_within(60, "h", lambda: thing) is thing
    assert not thing.closed.is_set()


def test_what_opening_raises_is_raised() -> None:
    failure = Failure(FailureKind.RIGHTS, "No.")

    def refused() -> Thing:
        raise VirtmonitorError(failure)

    with pytest.raises(VirtmonitorError) as raised:
        opened_within(60, "h", refused)
    assert raised.value.failure is failure


def test_what_comes_too_late_is_closed() -> None:
    thing, answers = Thing(), threading.Event()

    def slow() -> Thing:
        answers.wait()
        return thing

    with pytest.raises(VirtmonitorError) as raised:
        opened_within(0.01, "h", slow)
    assert raised.value.failure.kind is FailureKind.TIMEOUT
    answers.set()
    assert thing.closed.wait(60)
