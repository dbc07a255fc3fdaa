"""Engines under faults that are really made, and how long the GUI thread stood still meanwhile.

Run by ./dev test with short faults; by ./dev soak (VIRTMONITOR_SOAK set) with those of the issue's table.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import pytest
from PySide6.QtCore import QObject, Slot
from pytestqt.qtbot import QtBot

from tests.helpers import libvirtd as private
from tests.helpers import netns
from tests.helpers.libvirtd import PrivateLibvirtd
from tests.helpers.needs import skip_for
from tests.helpers.netns import NetworkHost
from tests.helpers.stall import StallMeter, report
from virtmonitor.core.batch import ConnectionStatus
from virtmonitor.core.connection import ConnectionState, HostSettings
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.hoststate import HostState

SOAK = bool(os.environ.get("VIRTMONITOR_SOAK"))
KEEPALIVE = 5.0 if SOAK else 1.0
"""Seconds between keepalive messages."""
NAMES = ("one", "two", "three")
UP = (ConnectionState.CONNECTED, ConnectionState.READ_ONLY)
LISTENS = 'listen_tls = 0\nlisten_tcp = 1\nauth_tcp = "none"\ntcp_port = "16509"\n'


def scaled(normal: float, soak: float) -> float:
    """A number for the normal run and one for the long one."""
    return soak if SOAK else normal


class Looker(QObject):
    """A visualization; remembers what it was shown last, and how often."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: dict[str, dict[str, Any]] = {}
        self.times: dict[str, int] = {}

    @Slot(str, dict)
    def dataUpdated(self, source: str, data: dict[str, Any]) -> None:
        self.shown[source] = data
        self.times[source] = self.times.get(source, 0) + 1


class Watched:
    """An engine, what its connections told, and the stall meter of its thread."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.engine = DataEngine()
        self.engine.setKeepalive(KEEPALIVE)
        self.stall = StallMeter()
        self.told: list[ConnectionStatus] = []
        self.looker = Looker()
        self.engine.connectionChanged.connect(self.told.append)

    def add(self, name: str, uri: str, **settings: Any) -> HostState:
        """A host; not waited for."""
        self.engine.addHost(HostSettings(name, uri, confirmed=True, **settings))
        return self.state(name)

    def up(self, name: str, uri: str, **settings: Any) -> HostState:
        """A host, wholly read."""
        state = self.add(name, uri, **settings)
        self.until(lambda: self.is_read(name), 60)
        return state

    def state(self, name: str) -> HostState:
        """What the engine knows of the host."""
        state = self.engine.host(name)
        assert state is not None
        return state

    def is_read(self, name: str) -> bool:
        """Connected, listed, and every detail read."""
        state = self.state(name)
        return state.live and state.listed and all(record.detailed for record in state.records.values())

    def states(self, name: str) -> list[ConnectionState]:
        """What was told of a host's connection, in order, without repetitions."""
        states = [status.state for status in self.told if status.host == name]
        return [state for i, state in enumerate(states) if i == 0 or states[i - 1] is not state]

    def look(self, *sources: str, interval: int = 500) -> None:
        """Look at Sources."""
        for source in sources:
            assert self.engine.connectSource(source, self.looker, interval)

    def until(self, condition: Callable[[], object], seconds: float = 30) -> None:
        """Let the event loop run until the condition is true."""
        with self._measured():
            self.qtbot.waitUntil(lambda: bool(condition()), timeout=int(seconds * 1000))

    def during(self, seconds: float) -> None:
        """Let the event loop run for so long: for what must not happen, or how often something does."""
        with self._measured():
            self.qtbot.wait(int(seconds * 1000))

    @contextmanager
    def _measured(self) -> Iterator[None]:
        """What the test itself does between two waits, on the same thread, does not count."""
        self.stall.resume()
        try:
            yield
        finally:
            self.stall.rest()


@pytest.fixture
def watched(qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[Watched]:
    """An engine that is measured."""
    it = Watched(qtbot)
    yield it
    it.engine.close()
    it.stall.close()
    stalls = {"longest_stall_ms": it.stall.longest, "own_stall_ms": it.stall.own}
    report(request.node.name, **{key: round(stall, 1) for key, stall in stalls.items()})


@pytest.fixture
def network() -> Iterator[dict[str, NetworkHost]]:
    """Three machines with a daemon each."""
    skip_for(netns.why_not(), private.why_not())
    with ExitStack() as stack:
        hosts = {name: stack.enter_context(NetworkHost()) for name in NAMES}
        for host in hosts.values():
            stack.enter_context(PrivateLibvirtd(settings=LISTENS, network=host.name))
        yield hosts


def uri(host: NetworkHost) -> str:
    """Of its test driver, over TCP."""
    return f"test+tcp://{host.address}/default"
