"""Jobs of Services on real QEMU guests: progress, cancelling, and guests that hang beside others that do not."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from threading import Thread
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers.guest import Guest
from tests.helpers.libvirtd import PrivateLibvirtd
from tests.helpers.slowsave import save_that_waits
from virtmonitor.core.connection import HostSettings
from virtmonitor.core.domain import DomainState
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.datasource import DataSource
from virtmonitor.engine.servicejob import JobError, ServiceJob

pytestmark = pytest.mark.live

HUNG = 6
"""More than the 5 calls that libvirtd serves of one client at once."""


@pytest.fixture
def engine(qtbot: QtBot, libvirtd: PrivateLibvirtd) -> Iterator[DataEngine]:
    engine = DataEngine()
    engine.addHost(HostSettings("q", libvirtd.qemu_uri, confirmed=True))
    yield engine
    engine.close()


def finish(qtbot: QtBot, job: ServiceJob) -> ServiceJob:
    qtbot.waitUntil(lambda: not job.running, timeout=60_000)
    return job


def known(qtbot: QtBot, engine: DataEngine, guest: Guest) -> str:
    """The guest's Source, once the engine knows it."""
    source = f"q/{guest.uuid}"
    qtbot.waitUntil(lambda: source in engine.sources(), timeout=30_000)
    return source


def test_a_save_tells_its_progress_and_is_cancelled(
    qtbot: QtBot, engine: DataEngine, make_guest: Callable[..., Guest]
) -> None:
    guest = make_guest("saved").start()
    source = known(qtbot, engine, guest)
    look = DataSource()
    look.engine = engine
    look.connectedSources = [source]
    service = engine.serviceForSource(source)
    qtbot.waitUntil(lambda: service.isOperationEnabled("managedSave"), timeout=30_000)
    told: list[Any] = []
    look.newData.connect(lambda _source, data: told.append(data.get("jobType")))
    with save_that_waits(guest) as go_on:
        job = service.call("managedSave")
        qtbot.waitUntil(lambda: job.progress > 0, timeout=30_000)
        assert job.progress < 100
        assert job.cancellable
        assert "unbounded" in told
        assert not service.isOperationEnabled("managedSave"), "one at a time"
        assert job.kill()
        rest = Thread(target=go_on)
        rest.start()
        finish(qtbot, job)
        rest.join()
    assert job.error == JobError.Cancelled
    assert guest.state() == "running"
    qtbot.waitUntil(lambda: look.dataFor(source)["jobType"] is None)
    assert not finish(qtbot, service.call("managedSave")).error, "nothing is left of the cancelled one"
    assert engine.record(source).has_managed_save  # type: ignore[union-attr]


def test_a_slow_save_holds_no_start_up(
    qtbot: QtBot, engine: DataEngine, make_guest: Callable[..., Guest]
) -> None:
    slow, quick = make_guest("slow").start(), make_guest("quick", boots=False)
    source, other = known(qtbot, engine, slow), known(qtbot, engine, quick)
    qtbot.waitUntil(lambda: engine.serviceForSource(source).isOperationEnabled("managedSave"), timeout=30_000)
    with save_that_waits(slow) as go_on:
        save = engine.serviceForSource(source).call("managedSave")
        qtbot.waitUntil(lambda: save.progress > 0, timeout=30_000)
        start = finish(qtbot, engine.serviceForSource(other).call("start"))
        assert (start.error, start.errorText) == (0, "")
        assert save.running
        assert quick.state() == "running"
        rest = Thread(target=go_on)
        rest.start()
        finish(qtbot, save)
        rest.join()


def test_guests_that_hang_hold_no_other_operation_up(
    qtbot: QtBot, engine: DataEngine, make_guest: Callable[..., Guest]
) -> None:
    guests = [make_guest(f"hangs-{number}", boots=False).start(wait=False) for number in range(HUNG)]
    other = make_guest("answers", boots=False)
    sources = [known(qtbot, engine, guest) for guest in (*guests, other)]
    services = [engine.serviceForSource(source) for source in sources]
    qtbot.waitUntil(
        lambda: all(service.isOperationEnabled("suspend") for service in services[:-1]), timeout=30_000
    )
    for guest in guests:
        os.kill(guest.pid, signal.SIGSTOP)
    try:
        stuck = [service.call("suspend") for service in services[:-1]]
        for operation in ("start", "suspend", "resume", "powerOff"):
            job = finish(qtbot, services[-1].call(operation))
            assert (job.error, job.errorText) == (0, ""), operation
        assert engine.record(sources[-1]).state is DomainState.SHUTOFF  # type: ignore[union-attr]
        assert engine.host("q").live  # type: ignore[union-attr]
        assert all(job.running for job in stuck)
    finally:
        for guest in guests:
            os.kill(guest.pid, signal.SIGCONT)
    for job in stuck:
        assert not finish(qtbot, job).error
    assert all(guest.state() == "paused" for guest in guests)


def test_threads_and_connections_of_operations_go(
    qtbot: QtBot, engine: DataEngine, make_guest: Callable[..., Guest]
) -> None:
    guest = make_guest("brief", boots=False)
    service = engine.serviceForSource(known(qtbot, engine, guest))
    threads = engine.host("q").operators  # type: ignore[union-attr]
    assert threads.threads == 0
    assert not finish(qtbot, service.call("setAutostart", {"enabled": True})).error
    assert threads.threads == 1
    assert not finish(qtbot, service.call("setAutostart", {"enabled": False})).error
    assert threads.threads == 1, "it lingers for the next"
    threads.close()
    qtbot.waitUntil(lambda: threads.threads == 0)
