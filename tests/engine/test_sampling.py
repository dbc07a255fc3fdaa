"""Statistics: sampled for who looks, at the interval asked for, and not at all while nobody does."""

from __future__ import annotations

import math
import threading
from collections.abc import Iterator
from typing import Any

import libvirt
import pytest
from PySide6.QtCore import QObject, Slot
from pytestqt.qtbot import QtBot

from tests.engine.conftest import MakeEngine
from tests.helpers.libvirtd import PrivateLibvirtd
from virtmonitor.core.sample import CpuReading, DomainSample, MemoryReading, Want
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.eventloop import event_loop
from virtmonitor.engine.sampling import _too_near, _without, wanted
from virtmonitor.engine.source import DomainSource, HostSource

URI = "test:///default"
UUID = "6695eb01-f6a4-8304-79aa-97f2502e193f"
SOURCE = f"t/{UUID}"


class Look(QObject):
    """Somebody who looks."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[dict[str, Any]] = []

    @Slot(str, dict)
    def dataUpdated(self, _source: str, data: dict[str, Any]) -> None:
        self.heard.append(data)


@pytest.fixture
def outside(qtbot: QtBot) -> Iterator[libvirt.virConnect]:
    """Somebody else on the same host; the domain runs again afterwards."""
    event_loop()
    conn = libvirt.open(URI)
    yield conn
    domain = conn.lookupByUUIDString(UUID)
    if not domain.isActive():
        domain.create()


def domain_of(engine: DataEngine) -> DomainSource:
    """The Source of the test driver's domain."""
    container = engine.containerForSource(SOURCE)
    assert isinstance(container, DomainSource)
    return container


def samplers() -> list[threading.Thread]:
    """The threads that sample."""
    return [thread for thread in threading.enumerate() if thread.name.startswith("sampler")]


def test_nobody_looks_nothing_runs(qtbot: QtBot, make_engine: MakeEngine) -> None:
    """No relay, no timer, no sampling thread: also while rows and push-only looks are there."""
    engine = make_engine(t=URI)
    before = len(samplers())
    look = Look()
    engine.connectSource(SOURCE, look)
    assert not engine.relays.waiting
    assert len(samplers()) == before
    assert math.isnan(domain_of(engine).cpuUsage)


def test_who_looks_with_an_interval_gets_numbers(qtbot: QtBot, make_engine: MakeEngine) -> None:
    engine = make_engine(t=URI)
    look = Look()
    engine.connectSource(SOURCE, look, 100)
    domain = domain_of(engine)
    qtbot.waitUntil(lambda: not math.isnan(domain.cpuUsage), timeout=30_000)
    assert 0 <= domain.cpuUsage <= 100
    assert domain.data()["memoryUsed"] == domain.data()["memoryResident"]
    assert domain.cpuText.endswith("%")
    qtbot.waitUntil(lambda: len(domain.cpuHistory) >= 3, timeout=30_000)
    qtbot.waitUntil(lambda: any(data.get("cpuUsage") is not None for data in look.heard), timeout=30_000)
    engine.disconnectSource(SOURCE, look)
    assert not engine.relays.waiting


def test_only_what_is_shown_is_asked(qtbot: QtBot, make_engine: MakeEngine) -> None:
    engine = make_engine(t=URI)
    one, other = Look(), Look()
    engine.connectSource(SOURCE, one, 100, ["cpu"])
    domain = domain_of(engine)
    assert wanted(domain) == Want.CPU
    engine.connectSource(SOURCE, other, 0, ["memory"])
    assert wanted(domain) == Want.CPU, "who looks without an interval asks for no samples"
    engine.connectSource(SOURCE, other, 5000, ["memory", "disks"])
    assert wanted(domain) == Want.CPU | Want.MEMORY | Want.DISKS
    qtbot.waitUntil(lambda: domain.data().get("cpuTime") is not None, timeout=30_000)
    assert "netReceiveRate" not in domain.data()


def test_the_history_outlives_the_look(qtbot: QtBot, make_engine: MakeEngine) -> None:
    """A popup that is opened again is not empty."""
    engine = make_engine(t=URI)
    look = Look()
    engine.connectSource(SOURCE, look, 100)
    first = domain_of(engine)
    qtbot.waitUntil(lambda: len(first.cpuHistory) >= 3, timeout=30_000)
    with qtbot.waitSignal(first.gone):
        engine.disconnectSource(SOURCE, look)
    assert len(domain_of(engine).cpuHistory) >= 3


def test_a_domain_that_stops_costs_and_shows_nothing(
    qtbot: QtBot, make_engine: MakeEngine, outside: libvirt.virConnect
) -> None:
    engine = make_engine(t=URI)
    look = Look()
    engine.connectSource(SOURCE, look, 100)
    domain = domain_of(engine)
    qtbot.waitUntil(lambda: not math.isnan(domain.cpuUsage), timeout=30_000)
    outside.lookupByUUIDString(UUID).destroy()
    qtbot.waitUntil(lambda: domain.data()["cpuUsage"] is None and not domain.active, timeout=30_000)
    assert domain.data()["memoryUsed"] is None
    outside.lookupByUUIDString(UUID).create()
    qtbot.waitUntil(lambda: not math.isnan(domain.cpuUsage), timeout=30_000)


def test_a_guest_is_asked_of_itself_only_where_that_is_shown(
    qtbot: QtBot, make_engine: MakeEngine, outside: libvirt.virConnect
) -> None:
    engine = make_engine(t=URI)
    look = Look()
    engine.connectSource(SOURCE, look, 100, ["cpu"])
    domain = domain_of(engine)
    qtbot.waitUntil(lambda: not math.isnan(domain.cpuUsage), timeout=30_000)
    assert "addresses" not in domain.data()
    engine.connectSource(SOURCE, look, 100, ["cpu", "guest"])
    qtbot.waitUntil(lambda: bool(domain.addressText), timeout=30_000)
    assert domain.data()["osName"] is None, "the test driver has no agent that could tell"
    outside.lookupByUUIDString(UUID).destroy()
    qtbot.waitUntil(lambda: not domain.addressText, timeout=30_000)


def test_a_host_is_measured_too(qtbot: QtBot, make_engine: MakeEngine) -> None:
    engine = make_engine(t=URI)
    look = Look()
    engine.connectSource("t", look, 100)
    host = engine.containerForSource("t")
    assert isinstance(host, HostSource)
    qtbot.waitUntil(lambda: not math.isnan(host.memoryFree), timeout=30_000)
    assert host.memoryTotal == 3 * 1024**3
    assert host.memoryFree == 3072 * 1024, "the test driver's own figure"
    assert math.isnan(host.hostCpuUsage), "its CPU counters stand still: unknown, not 0 %"
    assert host.cpuCount > 0
    assert host.domainCount == 1


@pytest.mark.live
def test_a_real_host_is_busy_and_idle(
    qtbot: QtBot, make_engine: MakeEngine, libvirtd: PrivateLibvirtd
) -> None:
    engine = make_engine(q=libvirtd.qemu_uri)
    look = Look()
    engine.connectSource("q", look, 500)
    host = engine.containerForSource("q")
    assert isinstance(host, HostSource)
    qtbot.waitUntil(lambda: not math.isnan(host.hostCpuUsage), timeout=30_000)
    assert 0 <= host.hostCpuUsage <= 100
    assert 0 < host.memoryFree < host.memoryTotal


def test_the_connection_is_let_go_of_when_the_engine_ends(
    qtbot: QtBot, make_engine: MakeEngine, caplog: pytest.LogCaptureFixture
) -> None:
    """Else libvirt would keep it open: the reader warns of it."""
    engine = make_engine(t=URI)
    look = Look()
    engine.connectSource(SOURCE, look, 100)
    domain = domain_of(engine)
    qtbot.waitUntil(lambda: not math.isnan(domain.cpuUsage), timeout=30_000)
    engine.close()
    qtbot.waitUntil(lambda: not samplers(), timeout=30_000)
    assert "keeps the closed connection" not in caplog.text


def test_what_two_looks_read_at_once_leaves_no_gap() -> None:
    """One look at CPU, a moment later another at CPU and memory: the CPU told before still holds."""
    first = DomainSample("u", 1.0, 7, Want.CPU, cpu=CpuReading(1.0, 5, 1), memory=MemoryReading(0.0, 4))
    second = DomainSample(
        "u", 1.05, 7, Want.CPU | Want.MEMORY, cpu=CpuReading(1.05, 6, 1), memory=MemoryReading(1.05, 8)
    )
    assert _too_near(first, second) == ["cpu"]
    told = _without(second, ["cpu"])
    assert (told.asked, told.cpu, told.memory) == (Want.MEMORY, None, second.memory)
    assert not _without(second, ["cpu", "memory"]).asked
