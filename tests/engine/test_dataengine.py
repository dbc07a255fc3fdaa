"""The DataEngine over libvirt's test driver: Sources, rows, services, and who hears what."""

from __future__ import annotations

import time
from typing import Any

import libvirt
import pytest
from pytestqt.qtbot import QtBot

from tests.engine.conftest import SOURCE, URI, UUID, MakeEngine, Visualization, finish
from virtmonitor.core.connection import HostSettings
from virtmonitor.core.domain import DomainRecord, DomainState
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.relay import clamped
from virtmonitor.engine.servicejob import JobError
from virtmonitor.engine.source import DomainSource, HostSource
from virtmonitor.hypervisor import firstlists
from virtmonitor.hypervisor.firstlists import FIRST_LISTS


def test_hosts_and_domains_are_sources(make_engine: MakeEngine, outside: libvirt.virConnect) -> None:
    engine = make_engine(t=URI)
    assert set(engine.sources()) >= {"t", SOURCE}
    assert isinstance(engine.containerForSource("t"), HostSource)
    domain = engine.containerForSource(SOURCE)
    assert isinstance(domain, DomainSource)
    assert (domain.name, domain.state, domain.active) == ("test", DomainState.RUNNING, True)
    assert domain.data()["state"] == "running"
    assert domain.memoryMaximum == 8 * 1024**3, "more than 31 bits"
    assert engine.containerForSource("t/nobody") is None
    assert engine.containerForSource("nobody") is None


def test_flags_and_descriptions_wait_until_the_other_hosts_have_their_lists(
    qtbot: QtBot, make_engine: MakeEngine, outside: libvirt.virConnect, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(firstlists, "PATIENCE", 300.0)
    FIRST_LISTS.expect("another")
    try:
        engine = make_engine(wait=False, t=URI)
        qtbot.waitUntil(lambda: any(engine.records()))
        (record,) = engine.records()
        assert (record.name, record.persistent, record.detailed) == ("test", None, False)
    finally:
        FIRST_LISTS.done("another")
    qtbot.waitUntil(lambda: all(record.detailed and record.persistent for record in engine.records()))


def test_an_event_changes_the_source_and_notifies_only_what_changed(
    qtbot: QtBot, make_engine: MakeEngine, outside: libvirt.virConnect
) -> None:
    engine = make_engine(t=URI)
    domain = engine.containerForSource(SOURCE)
    assert isinstance(domain, DomainSource)
    other: list[str] = []
    domain.nameChanged.connect(lambda: other.append("name"))
    domain.vcpuCurrentChanged.connect(lambda: other.append("vcpuCurrent"))
    with qtbot.waitSignal(domain.stateChanged):
        outside.lookupByUUIDString(UUID).suspend()
    assert (domain.state, domain.stateReason) == (DomainState.PAUSED, "user")
    assert not other


def test_a_visualization_hears_at_once_and_then_each_change_once(
    qtbot: QtBot, make_engine: MakeEngine, outside: libvirt.virConnect
) -> None:
    engine = make_engine(t=URI)
    look = Visualization()
    assert engine.connectSource(SOURCE, look)
    assert [data["state"] for _, data in look.heard] == ["running"], "inside the call"
    outside.lookupByUUIDString(UUID).suspend()
    qtbot.waitUntil(lambda: len(look.heard) > 1)
    assert look.heard[-1][1]["state"] == "paused"
    states = [data["state"] for _, data in look.heard]
    assert states.count("paused") <= 2, "one for the state and one for its time of reading, at most"
    assert not engine.connectSource("t/nobody", look)


def test_a_source_nobody_looks_at_is_dropped_and_comes_back(
    qtbot: QtBot, make_engine: MakeEngine, outside: libvirt.virConnect
) -> None:
    engine = make_engine(t=URI)
    look = Visualization()
    engine.connectSource(SOURCE, look)
    first = engine.containerForSource(SOURCE)
    with qtbot.waitSignal(first.gone):  # type: ignore[union-attr]
        engine.disconnectSource(SOURCE, look)
    assert engine.containerForSource(SOURCE) is not first


def test_a_destroyed_visualization_disconnects_itself(
    qtbot: QtBot, make_engine: MakeEngine, outside: libvirt.virConnect
) -> None:
    engine = make_engine(t=URI)
    look = Visualization()
    engine.connectSource(SOURCE, look)
    container = engine.containerForSource(SOURCE)
    assert container is not None
    with qtbot.waitSignal(container.becameUnused):
        look.deleteLater()


def test_what_comes_and_goes_is_told(
    qtbot: QtBot, make_engine: MakeEngine, outside: libvirt.virConnect
) -> None:
    engine = make_engine(t=URI)
    added: list[str] = []
    removed: list[str] = []
    engine.sourceAdded.connect(added.append)
    engine.sourceRemoved.connect(removed.append)
    xml = "<domain type='test'><name>new</name><memory>1024</memory><os><type>hvm</type></os></domain>"
    domain = outside.defineXML(xml)
    source = f"t/{domain.UUIDString()}"
    qtbot.waitUntil(lambda: added == [source])
    domain.undefine()
    qtbot.waitUntil(lambda: removed == [source])


def test_a_renamed_domain_is_the_same_source(
    qtbot: QtBot, make_engine: MakeEngine, outside: libvirt.virConnect
) -> None:
    """libvirt tells a rename as undefined and defined."""
    engine = make_engine(t=URI)
    removed: list[str] = []
    engine.sourceRemoved.connect(removed.append)
    domain = outside.lookupByUUIDString(UUID)
    domain.destroy()
    domain.rename("renamed")
    qtbot.waitUntil(lambda: engine.record(SOURCE) is not None and engine.record(SOURCE).name == "renamed")  # type: ignore[union-attr]
    assert not removed


def test_a_service_acts_and_its_job_tells_the_end_after_the_reread(
    qtbot: QtBot, make_engine: MakeEngine, outside: libvirt.virConnect
) -> None:
    engine = make_engine(t=URI)
    service = engine.serviceForSource(SOURCE)
    job = service.call("suspend")
    assert job.running, "it starts on the next turn"
    finish(qtbot, job)
    assert (job.error, job.errorText) == (JobError.NoError, "")
    assert engine.record(SOURCE).state is DomainState.PAUSED  # type: ignore[union-attr]
    assert outside.lookupByUUIDString(UUID).state()[0] == libvirt.VIR_DOMAIN_PAUSED
    assert not service.isOperationEnabled("suspend")
    assert service.isOperationEnabled("resume")


def test_vcpus_and_memory_without_an_event(
    qtbot: QtBot, make_engine: MakeEngine, outside: libvirt.virConnect
) -> None:
    """The test driver emits none for these: the job's re-read shows them."""
    engine = make_engine(t=URI)
    service = engine.serviceForSource(SOURCE)
    assert not finish(qtbot, service.call("setVcpus", {"count": 1, "scope": "live"})).error
    assert engine.record(SOURCE).vcpu_current == 1  # type: ignore[union-attr]
    assert not finish(qtbot, service.call("setMemory", {"bytes": 512 * 1024**2, "scope": "live"})).error
    assert engine.record(SOURCE).memory_current == 512 * 1024**2  # type: ignore[union-attr]
    assert not finish(qtbot, service.call("setVcpus", {"count": 2, "scope": "live"})).error


@pytest.mark.parametrize(
    ("operation", "parameters", "error"),
    [
        ("fly", {}, JobError.Operation),
        ("setVcpus", {"count": "many"}, JobError.Parameter),
        ("setVcpus", {}, JobError.Parameter),
        ("start", {}, JobError.State),
        ("", {}, JobError.Operation),
    ],
)
def test_what_cannot_be_done_is_a_job_that_fails(
    qtbot: QtBot,
    make_engine: MakeEngine,
    outside: libvirt.virConnect,
    operation: str,
    parameters: dict[str, Any],
    error: JobError,
) -> None:
    service = make_engine(t=URI).serviceForSource(SOURCE)
    job = finish(qtbot, service.startOperationCall({"_name": operation, **parameters}))
    assert job.error == error
    assert job.errorText.endswith(".")


def test_a_service_of_nothing_fails_too(
    qtbot: QtBot, make_engine: MakeEngine, outside: libvirt.virConnect
) -> None:
    engine = make_engine(t=URI)
    for source in ("nobody", "nobody/at-all", "t/no-uuid", "t/00000000-0000-0000-0000-000000000000"):
        job = finish(qtbot, engine.serviceForSource(source).call("start"))
        assert job.error == JobError.NoSource


def test_the_same_operation_twice_at_once_is_refused(
    qtbot: QtBot, make_engine: MakeEngine, outside: libvirt.virConnect
) -> None:
    service = make_engine(t=URI).serviceForSource(SOURCE)
    one, other = service.call("reboot"), service.call("reboot")
    assert sorted((finish(qtbot, one).error, finish(qtbot, other).error)) == [0, JobError.Busy]


def test_a_read_only_connection_shows_all_and_allows_nothing(
    qtbot: QtBot, outside: libvirt.virConnect
) -> None:
    engine = DataEngine()
    engine.addHost(HostSettings("t", URI, read_only=True))
    qtbot.waitUntil(lambda: bool(engine.record(SOURCE)), timeout=30_000)
    service = engine.serviceForSource(SOURCE)
    assert not any(service.isOperationEnabled(name) for name in service.operationNames())
    assert "read-only" in service.disabledReason("suspend")
    assert finish(qtbot, service.call("suspend")).error == JobError.Rights
    engine.close()


def test_a_removed_host_takes_its_sources_along(
    qtbot: QtBot, make_engine: MakeEngine, outside: libvirt.virConnect
) -> None:
    engine = make_engine(t=URI)
    removed: list[str] = []
    engine.sourceRemoved.connect(removed.append)
    engine.removeHost("t")
    assert {SOURCE, "t"} <= set(removed)
    assert engine.sources() == []
    assert engine.containerForSource(SOURCE) is None


def test_a_host_that_cannot_be_reached_is_told(qtbot: QtBot, make_engine: MakeEngine) -> None:
    engine = make_engine(t="test+unix:///default?socket=/nonexistent", wait=False)
    host = engine.containerForSource("t")
    assert isinstance(host, HostSource)
    qtbot.waitUntil(lambda: host.connection == "reconnecting", timeout=30_000)
    assert "/nonexistent" in host.error
    assert host.retryable
    assert host.notice


@pytest.mark.parametrize(("asked", "taken"), [(0, 0), (-5, 0), (1, 50), (50, 50), (1999, 1950), (2000, 2000)])
def test_intervals_are_rounded_as_plasma_does(asked: int, taken: int) -> None:
    assert clamped(asked) == taken


def test_a_start_that_was_seen_has_its_time(
    qtbot: QtBot, make_engine: MakeEngine, outside: libvirt.virConnect
) -> None:
    engine = make_engine(t=URI)

    def record() -> DomainRecord:
        return next(iter(engine.records()))

    assert record().started_at is None  # it ran before
    began = time.time()
    domain = outside.lookupByUUIDString(UUID)
    domain.destroy()
    qtbot.waitUntil(lambda: not record().active)
    assert record().started_at is None
    domain.create()
    qtbot.waitUntil(lambda: record().active)
    started = record().started_at
    assert started is not None
    assert began <= started <= time.time()
    domain.suspend()
    qtbot.waitUntil(lambda: record().state is DomainState.PAUSED)
    assert record().started_at == started
