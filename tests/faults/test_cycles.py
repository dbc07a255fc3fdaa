"""Connected and disconnected again and again: threads, descriptors, handles of libvirt, memory stay what they were."""

from __future__ import annotations

import contextlib
import gc
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject

from tests.faults.conftest import Watched, scaled
from tests.helpers.libvirtd import PrivateLibvirtd
from virtmonitor.core.connection import ConnectionState
from virtmonitor.core.events import EventKind, EventRecord
from virtmonitor.engine.eventloop import event_loop

pytestmark = pytest.mark.live
CYCLES = int(scaled(30, 200))


def resident() -> int:
    """KiB of memory in use."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1])


def held(watched: Watched) -> dict[str, int]:
    """What a cycle could leave behind."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    return {
        "threads": threading.active_count(),
        "descriptors": len(os.listdir("/proc/self/fd")),
        "handles and timers": event_loop().entry_count,
        "objects": len(watched.engine.findChildren(QObject)),
    }


def repeat(watched: Watched, cycle: Callable[[], object]) -> None:
    """The cycles; what they leave behind is nothing, of memory next to nothing."""
    for _ in range(5):  # imports, caches, the allocator's own
        cycle()
    before, memory = held(watched), resident()
    for _ in range(CYCLES):
        cycle()
    after: dict[str, int] = {}

    def is_back() -> bool:
        after.update(held(watched))
        return all(after[what] <= before[what] for what in before)

    with contextlib.suppress(watched.qtbot.TimeoutError):
        watched.until(is_back, 15)
    assert is_back(), f"{after} after {CYCLES} cycles, before them {before}"
    assert resident() - memory < 40 * CYCLES + 4096, "KiB"


def test_hosts_that_come_and_go(watched: Watched, own_libvirtd: PrivateLibvirtd) -> None:
    def cycle() -> None:
        watched.up("h", own_libvirtd.qemu_uri)
        watched.engine.removeHost("h")

    repeat(watched, cycle)


def test_connections_that_are_lost(watched: Watched, own_libvirtd: PrivateLibvirtd) -> None:
    state = watched.up("h", own_libvirtd.qemu_uri)

    def cycle() -> None:
        state.link._reader._mailbox.lose("the test wants it")
        watched.until(lambda: not state.live)
        watched.engine.retryAll()
        watched.until(lambda: watched.is_read("h"))

    repeat(watched, cycle)


def test_connections_that_do_not_open(watched: Watched) -> None:
    state = watched.add("h", "qemu+unix:///system?socket=/nonexistent")

    def cycle() -> None:
        tries = len(watched.told)
        watched.engine.retryAll()
        watched.until(lambda: len(watched.told) >= tries + 2)

    watched.until(lambda: state.status.state is ConnectionState.RECONNECTING)
    repeat(watched, cycle)


def test_eight_hours_of_events(watched: Watched) -> None:
    """One event a second for eight hours, as fast as they can be taken."""
    state = watched.up("h", "test:///default")
    uuid, record = next(iter(state.records.items()))
    heard: list[int] = []
    watched.engine.eventsHeard.connect(lambda events: heard.append(len(events)))

    def burst(count: int) -> None:
        before = sum(heard)
        for _ in range(count):
            event = EventRecord("h", uuid, record.name, EventKind.BALLOON, time.time())
            state.link._reader._mailbox.hear(event)
        watched.until(lambda: sum(heard) == before + count)

    burst(1000)
    gc.collect()
    memory = resident()
    for _ in range(int(scaled(10, 48))):
        burst(600)
    gc.collect()
    assert resident() - memory < 4096, "KiB"
    assert list(state.records.values()) == [record]


def test_ten_thousand_events_of_one_domain_are_few_reads(
    watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = watched.up("h", "test:///default")
    uuid, record = next(iter(state.records.items()))
    batches: list[object] = []
    state.link.domainsRead.connect(batches.append)
    heard: list[int] = []
    watched.engine.eventsHeard.connect(lambda events: heard.append(len(events)))
    for _ in range(10_000):
        state.link._reader._mailbox.hear(
            EventRecord("h", uuid, record.name, EventKind.LIFECYCLE, time.time())
        )
    watched.until(lambda: sum(heard) == 10_000)
    assert len(batches) < 1000
