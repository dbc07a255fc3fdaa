"""Several things that go wrong at once, and a person who presses buttons meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.faults.conftest import KEEPALIVE, LISTENS, Watched
from tests.faults.test_daemon import define
from tests.helpers import libvirtd as private
from tests.helpers import netns
from tests.helpers.libvirtd import PrivateLibvirtd
from tests.helpers.needs import skip_for
from tests.helpers.netns import NetworkHost
from virtmonitor.core.connection import ConnectionState
from virtmonitor.engine.hostlink import LEFT_BEHIND

pytestmark = pytest.mark.live


@pytest.fixture
def daemons() -> Iterator[list[PrivateLibvirtd]]:
    """Three of them."""
    skip_for(private.why_not())
    with ExitStack() as stack:
        yield [stack.enter_context(PrivateLibvirtd()) for _ in range(3)]


@pytest.fixture
def network() -> Iterator[NetworkHost]:
    """A daemon on a network of its own."""
    skip_for(netns.why_not(), private.why_not())
    with NetworkHost() as host, PrivateLibvirtd(settings=LISTENS, network=host.name):
        yield host


def test_two_hosts_hang_at_once(watched: Watched, daemons: list[PrivateLibvirtd]) -> None:
    uuids = [define(daemon, "one")["one"] for daemon in daemons]
    states = [watched.up(f"h{i}", daemon.qemu_uri) for i, daemon in enumerate(daemons)]
    watched.look("h0", "h1", "h2", interval=500)
    for daemon in daemons[:2]:
        daemon.sigstop()
    for state in states[:2]:
        watched.until(lambda state=state: state.status.state is ConnectionState.UNRESPONSIVE)
    # The third one is read, and acted upon.
    job = watched.engine.serviceForSource(f"h2/{uuids[2]}").call("setDescription", {"text": "changed"})
    watched.until(lambda: not job.running)
    assert job.error == 0, job.errorText
    define(daemons[2], "two")
    watched.until(lambda: len(states[2].records) == 2)
    assert states[2].live
    for daemon in daemons[:2]:
        daemon.sigcont()
    watched.until(lambda: all(watched.is_read(f"h{i}") for i in range(3)), 90)


def test_what_was_not_begun_when_the_host_hung_is_never_done(
    watched: Watched, own_libvirtd: PrivateLibvirtd
) -> None:
    """A machine is not powered off out of the blue, an hour later, when the host goes on."""
    uuid = define(own_libvirtd, "one")["one"]
    state = watched.up("h", own_libvirtd.qemu_uri)
    service = watched.engine.serviceForSource(f"h/{uuid}")
    own_libvirtd.sigstop()
    job = service.call("setDescription", {"text": "out of the blue"})
    watched.until(lambda: not job.running, 60)
    assert "Nothing was done" in job.errorText
    assert not service.isOperationEnabled("setDescription")
    own_libvirtd.sigcont()
    watched.until(lambda: watched.is_read("h"), 90)
    watched.until(lambda: state.operators.idle == state.operators.threads, 60)
    third = service.call("setTitle", {"text": "again"})
    watched.until(lambda: not third.running)
    assert third.error == 0, third.errorText
    watched.until(lambda: state.records[uuid].title == "again")
    assert not state.records[uuid].description


def test_what_was_under_way_when_the_host_hung_is_told_as_in_doubt(
    watched: Watched, own_libvirtd: PrivateLibvirtd
) -> None:
    uuid = define(own_libvirtd, "one")["one"]
    watched.up("h", own_libvirtd.qemu_uri)
    service = watched.engine.serviceForSource(f"h/{uuid}")
    first = service.call("setTitle", {"text": "first"})  # opens the connection for operations
    watched.until(lambda: not first.running)
    assert first.error == 0, first.errorText
    own_libvirtd.sigstop()
    job = service.call("setDescription", {"text": "changed"})
    watched.until(lambda: not job.running, 60)
    assert "The host may have done it all the same" in job.errorText
    own_libvirtd.sigcont()
    watched.until(lambda: watched.is_read("h"), 90)


def test_an_opening_that_never_returns_does_not_stop_later_operations(
    watched: Watched, network: NetworkHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The cable is pulled while an operation opens its connection: the reader comes back, and so do operations."""
    monkeypatch.setattr("virtmonitor.hypervisor.host.OPENING_SECONDS", 3 * KEEPALIVE)
    monkeypatch.setattr("virtmonitor.hypervisor.hostreader.STUCK_SECONDS", 3 * KEEPALIVE)
    uri = f"test+tcp://{network.address}/default"
    state = watched.up("h", uri)
    service = watched.engine.serviceForSource(next(iter(state.records.values())).source)
    network.cut()
    job = service.call("setDescription", {"text": "lost"})
    watched.until(lambda: not job.running, 60)
    assert job.error
    network.mend()
    watched.engine.retryAll()
    watched.until(lambda: watched.is_read("h"), 90)
    second = service.call("setTitle", {"text": "again"})
    watched.until(lambda: not second.running, 60)
    assert second.error == 0, second.errorText


def test_pressing_try_again_while_it_hangs(watched: Watched, own_libvirtd: PrivateLibvirtd) -> None:
    own_libvirtd.sigstop()
    before = threading.active_count()
    state = watched.add("h", own_libvirtd.qemu_uri)
    for _ in range(LEFT_BEHIND + 3):
        watched.until(lambda: state.status.state is ConnectionState.UNRESPONSIVE, 4 * KEEPALIVE + 10)
        for _ in range(5):
            watched.engine.retryHost("h")
        watched.during(0.2)
    assert state.link.left_behind <= LEFT_BEHIND
    assert threading.active_count() - before <= LEFT_BEHIND + 3, "readers, the watchdog"
    own_libvirtd.sigcont()
    watched.until(lambda: watched.is_read("h"), 60)
    watched.until(lambda: state.link.left_behind == 0, 60)


def test_edited_while_it_hangs_and_while_it_is_gone(watched: Watched, daemons: list[PrivateLibvirtd]) -> None:
    """An edit is a removal and a new one of the same name: what the old one says late is of nobody."""
    define(daemons[0], "old")
    define(daemons[1], "new")
    daemons[0].sigstop()
    state = watched.add("h", daemons[0].qemu_uri)  # hangs while it connects
    watched.until(lambda: state.status.state is ConnectionState.UNRESPONSIVE, 4 * KEEPALIVE + 10)
    watched.engine.removeHost("h")
    state = watched.up("h", daemons[1].qemu_uri)
    daemons[0].sigcont()  # now the old one gets its list
    define(daemons[1], "newer")
    watched.until(lambda: len(state.records) == 2)
    watched.during(1)
    assert {record.name for record in state.records.values()} == {"new", "newer"}
    daemons[1].kill9()
    watched.until(lambda: state.status.state is ConnectionState.RECONNECTING)
    watched.engine.removeHost("h")
    state = watched.up("h", daemons[2].qemu_uri)
    assert not state.records
    daemons[1].start()
    watched.during(2)
    assert state.live
    assert not state.records
