"""Three hosts over TCP, each on a network of its own; one is cut off without a word: the others never notice."""

from __future__ import annotations

import libvirt
import pytest

from tests.faults.conftest import KEEPALIVE, NAMES, UP, Watched, scaled, uri
from tests.helpers.netns import NetworkHost
from virtmonitor.core.connection import ConnectionState

pytestmark = pytest.mark.live
DOMAIN = "<domain type='test'><name>{}</name><memory>1024</memory><os><type>hvm</type></os></domain>"


def test_one_of_three_hosts_is_cut_off(watched: Watched, network: dict[str, NetworkHost]) -> None:
    for name, host in network.items():
        watched.up(name, uri(host))
    watched.look(*NAMES, interval=500)
    network["two"].cut()
    watched.until(lambda: not watched.state("two").live, 4 * KEEPALIVE + 10)
    assert watched.state("two").status.state is ConnectionState.UNRESPONSIVE
    times = dict(watched.looker.times)
    # The others are read as if nothing were.
    for name in ("one", "three"):
        conn = libvirt.open(uri(network[name]))
        conn.defineXML(DOMAIN.format("new"))
        conn.close()
    for name in ("one", "three"):
        watched.until(lambda name=name: len(watched.state(name).records) == 2)
        assert watched.states(name)[-1] in UP
        assert set(watched.states(name)) <= {ConnectionState.CONNECTING, *UP}
    watched.during(scaled(3, 60))
    assert all(watched.looker.times[name] > times[name] for name in ("one", "three"))

    network["two"].mend()
    watched.engine.retryAll()  # as the desktop says that the network is back
    watched.until(lambda: watched.is_read("two"), 90)
    assert {name for name in NAMES if not watched.state(name).live} == set()


def test_a_host_that_is_cut_off_before_it_answered(watched: Watched, network: dict[str, NetworkHost]) -> None:
    network["two"].cut()
    state = watched.add("two", uri(network["two"]))
    other = watched.up("one", uri(network["one"]))
    watched.until(lambda: state.status.state is ConnectionState.UNRESPONSIVE)
    assert other.live
    watched.engine.removeHost("two")  # a person gives it up: nothing waits for it
    assert watched.engine.hosts == ["one"]
    assert watched.engine.close() is False  # its thread is left behind
