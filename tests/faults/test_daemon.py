"""A daemon that dies, restarts or hangs: rows are stale at once, and true again without a hand."""

from __future__ import annotations

import time

import libvirt
import pytest

from tests.faults.conftest import KEEPALIVE, UP, Watched, scaled
from tests.helpers.libvirtd import PrivateLibvirtd
from virtmonitor.core import clock
from virtmonitor.core.connection import ConnectionState

pytestmark = pytest.mark.live
DOMAIN = "<domain type='qemu'><name>{}</name><memory unit='MiB'>32</memory><os><type>hvm</type></os></domain>"


def define(daemon: PrivateLibvirtd, *names: str) -> dict[str, str]:
    """Domains that do not run; their UUIDs by name."""
    conn = libvirt.open(daemon.qemu_uri)
    uuids = {name: conn.defineXML(DOMAIN.format(name)).UUIDString() for name in names}
    conn.close()
    return uuids


def test_killed_and_started_again(watched: Watched, own_libvirtd: PrivateLibvirtd) -> None:
    uuids = define(own_libvirtd, "one", "two")
    state = watched.up("h", own_libvirtd.qemu_uri)
    watched.look(f"h/{uuids['one']}", "h")
    before = watched.looker.shown["h"]["updatedAt"]

    own_libvirtd.kill9()
    watched.until(lambda: not state.live)
    # The rows are still there, stale, and say since when.
    assert {record.name for record in state.records.values()} == {"one", "two"}
    source = watched.engine.containerForSource(f"h/{uuids['one']}")
    assert source is not None
    assert source.data()["stale"] is True
    assert source.data()["updatedAt"] >= before
    host = watched.engine.containerForSource("h")
    assert host is not None
    assert (host.data()["connection"], host.data()["error"] is None) == ("reconnecting", False)
    assert 0 < host.data()["nextRetryAt"] - clock.now() <= 61
    watched.during(scaled(1.5, 5))

    own_libvirtd.start()
    define(own_libvirtd, "three")  # while nobody is connected: no event of it can be heard
    watched.until(lambda: watched.is_read("h"))
    watched.until(lambda: {record.name for record in state.records.values()} == {"one", "two", "three"})
    assert source.data()["stale"] is False
    assert host.data()["error"] is None
    # Events flow again.
    own_libvirtd.virsh("undefine", "two")
    watched.until(lambda: len(state.records) == 2)


def test_a_daemon_that_drops_its_clients_at_once_is_asked_ever_less(
    watched: Watched, own_libvirtd: PrivateLibvirtd
) -> None:
    """A connection that did not last does not begin the back-off anew."""
    state = watched.up("h", own_libvirtd.qemu_uri)
    waits = []
    for _ in range(3):
        own_libvirtd.kill9()
        watched.until(lambda: state.status.next_retry_at is not None)
        assert state.status.next_retry_at is not None
        waits.append(state.status.next_retry_at - state.status.since)
        own_libvirtd.start()
        watched.until(lambda: state.live)
    assert waits[0] < waits[1] < waits[2]
    # A person who asks begins it anew, and is served at once.
    own_libvirtd.kill9()
    watched.until(lambda: state.status.next_retry_at is not None)
    own_libvirtd.start()
    due = state.status.next_retry_at
    watched.engine.retryAll()
    watched.until(lambda: state.live)
    assert due is not None
    assert clock.now() < due


def test_stopped_and_continued(watched: Watched, own_libvirtd: PrivateLibvirtd) -> None:
    uuids = define(own_libvirtd, "one")
    state = watched.up("h", own_libvirtd.qemu_uri)
    other = watched.up("other", "test:///default")
    watched.look("other", f"h/{uuids['one']}")

    own_libvirtd.sigstop()
    stopped = time.monotonic()
    watched.until(lambda: state.status.state is ConnectionState.UNRESPONSIVE, 4 * KEEPALIVE + 10)
    source = watched.engine.containerForSource(f"h/{uuids['one']}")
    assert source is not None
    assert source.data()["stale"] is True
    assert state.status.failure is not None
    assert "answer" in state.status.failure.message
    # A person may try; it helps nothing, and costs nothing.
    watched.engine.retryHost("h")
    watched.during(max(0.0, scaled(6, 60) - (time.monotonic() - stopped)))
    assert state.status.state in (ConnectionState.UNRESPONSIVE, ConnectionState.CONNECTING)
    assert other.live

    own_libvirtd.sigcont()
    watched.until(lambda: watched.is_read("h"), 90)
    assert source.data()["stale"] is False
    define(own_libvirtd, "two")
    watched.until(lambda: len(state.records) == 2)
    assert [state for state in watched.states("other") if state not in UP] == [ConnectionState.CONNECTING]


def test_an_opening_that_hangs_is_given_up_for_another(
    watched: Watched, own_libvirtd: PrivateLibvirtd, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first call of a connection has no keepalive yet: nothing but another thread ends the wait for it."""
    monkeypatch.setattr("virtmonitor.hypervisor.hostreader.STUCK_SECONDS", 3 * KEEPALIVE)
    own_libvirtd.sigstop()
    state = watched.add("h", own_libvirtd.qemu_uri)
    watched.until(lambda: state.status.state is ConnectionState.UNRESPONSIVE)
    watched.until(lambda: state.link.left_behind >= 2, 60)
    own_libvirtd.sigcont()
    watched.until(lambda: watched.is_read("h"), 60)
    watched.until(lambda: state.link.left_behind == 0)
