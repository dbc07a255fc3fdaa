"""The waits between tries to connect."""

from __future__ import annotations

import pytest

from virtmonitor.hypervisor import backoff
from virtmonitor.hypervisor.backoff import FIRST, LAST, Backoff


def test_each_wait_is_longer_up_to_the_last() -> None:
    waits = Backoff()
    seconds = [waits.next() for _ in range(12)]
    for number, wait in enumerate(seconds):
        most = min(FIRST * 2**number, LAST)
        assert most * (1 - backoff.JITTER) <= wait <= most


def test_chance_keeps_many_clients_apart() -> None:
    assert len({Backoff().next() for _ in range(20)}) > 1


def test_only_a_connection_that_lasted_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    waits = Backoff()
    for _ in range(4):
        waits.connected()
        last = waits.next()
    assert last > 4 * FIRST
    waits.connected()
    now[0] += backoff.LASTING
    assert waits.next() <= FIRST


def test_a_person_begins_anew() -> None:
    waits = Backoff()
    for _ in range(5):
        waits.next()
    waits.reset()
    assert waits.next() <= FIRST
