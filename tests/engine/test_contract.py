"""Plasma's DataEngine contract, line by line: ARCHITECTURE.md names the test (or the reason) of each line."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import libvirt
import pytest
from PySide6.QtCore import SIGNAL, QObject, QStringListModel, QTimer, Slot
from pytestqt.qtbot import QtBot

from tests.engine.conftest import SOURCE, URI, UUID, MakeEngine, Visualization, finish
from virtmonitor.core.operations import OPERATIONS
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.datasource import DataSource
from virtmonitor.engine.service import HostService, NullService
from virtmonitor.engine.servicejob import JobError
from virtmonitor.engine.source import DomainSource
from virtmonitor.engine.sourceengine import SourceEngine

ROOT = Path(__file__).resolve().parents[2]


class Clock(SourceEngine):
    """A small engine of somebody else's: one Source, "now"."""

    def __init__(self) -> None:
        super().__init__()
        self.made = 0

    def sources(self) -> list[str]:
        return ["now"]

    def _make(self, source: str) -> DomainSource | None:
        if source != "now":
            return None
        self.made += 1
        return DomainSource(source, self)

    def write(self, **values: Any) -> None:
        self._set("now", values)


@pytest.fixture
def clock(qtbot: QtBot) -> Clock:
    return Clock()


@pytest.fixture
def engine(make_engine: MakeEngine, outside: libvirt.virConnect) -> DataEngine:
    return make_engine(t=URI)


def said(look: Visualization) -> list[dict[str, Any]]:
    return [data for _, data in look.heard]


# Containers


def test_data_is_an_ordered_map_of_which_one_gets_a_copy(clock: Clock) -> None:
    container = clock.containerForSource("now")
    assert container is not None
    clock.write(name="a", title="b", id=1)
    assert list(container.data()) == ["name", "title", "id"]
    container.data()["name"] = "changed"
    assert container.data()["name"] == "a"


def test_writes_are_merged_and_the_same_again_is_no_change(qtbot: QtBot, clock: Clock) -> None:
    look = Visualization()
    clock.connectSource("now", look)
    assert look.heard == [], "an empty Source delivers later"
    clock.write(name="a")
    qtbot.waitUntil(lambda: said(look) == [{"name": "a"}])
    clock.write(name="a")
    assert not clock._announce.isActive()
    clock.write(title="b")
    qtbot.waitUntil(lambda: said(look)[1:] == [{"name": "a", "title": "b"}])


def test_many_writes_in_one_turn_are_one_update(qtbot: QtBot, clock: Clock) -> None:
    look = Visualization()
    clock.connectSource("now", look)
    for number in range(100):
        clock.write(id=number)
    assert look.heard == []
    qtbot.waitUntil(lambda: said(look) == [{"id": 99}])


def test_the_first_data_comes_inside_the_call_and_takes_nothing_from_others(
    qtbot: QtBot, clock: Clock
) -> None:
    one, other = Visualization(), Visualization()
    clock.connectSource("now", one)
    clock.write(name="a")
    clock.connectSource("now", other)
    assert said(other) == [{"name": "a"}]
    qtbot.waitUntil(lambda: said(one) == [{"name": "a"}])


def test_connecting_again_changes_only_the_interval(clock: Clock) -> None:
    look = Visualization()
    clock.connectSource("now", look)
    clock.write(name="a")
    clock._check_for_updates()
    clock.connectSource("now", look, 1000)
    assert len(look.heard) == 1
    (connected,) = clock.containerForSource("now").looks  # type: ignore[union-attr]
    assert connected.interval == 1000


def test_only_what_has_the_slot_may_look(clock: Clock) -> None:
    with pytest.raises(TypeError, match="dataUpdated"):
        clock.connectSource("now", QObject())


def test_one_that_fails_to_hear_holds_nobody_up(
    qtbot: QtBot, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Deaf(Visualization):
        @Slot(str, dict)
        def dataUpdated(self, source: str, data: dict[str, Any]) -> None:
            raise ValueError("deaf")

    told: list[type[BaseException]] = []
    monkeypatch.setattr("sys.excepthook", lambda kind, *_: told.append(kind))
    deaf, look = Deaf(), Visualization()
    clock.connectSource("now", deaf)
    clock.connectSource("now", look)
    clock.write(name="a")
    qtbot.waitUntil(lambda: said(look) == [{"name": "a"}])
    assert told == [ValueError]


def test_one_may_disconnect_another_while_it_hears(qtbot: QtBot, clock: Clock) -> None:
    other = Visualization()

    class Jealous(Visualization):
        @Slot(str, dict)
        def dataUpdated(self, source: str, data: dict[str, Any]) -> None:
            super().dataUpdated(source, data)
            clock.disconnectSource("now", other)

    look = Jealous()
    clock.connectSource("now", look)
    clock.connectSource("now", other)
    clock.write(name="a")
    qtbot.waitUntil(lambda: bool(look.heard))
    assert other.heard == []


def test_made_on_demand_dropped_when_unused_but_not_at_once(qtbot: QtBot, clock: Clock) -> None:
    look = Visualization()
    assert not clock.connectSource("then", look)
    clock.connectSource("now", look)
    container = clock.containerForSource("now")
    assert container is not None
    clock.disconnectSource("now", look)
    clock.connectSource("now", look)
    qtbot.wait(30)
    assert clock.containerForSource("now") is container, "it was used again in time"
    with qtbot.waitSignal(container.becameUnused):
        clock.disconnectSource("now", look)
    assert clock.made == 1
    clock.connectSource("now", look)
    assert clock.made == 2


def test_a_destroyed_visualization_is_disconnected_and_leaves_nothing(qtbot: QtBot, clock: Clock) -> None:
    look = Visualization()
    receivers = []
    for _ in range(10):
        clock.connectSource("now", look, 1000)
        clock.disconnectSource("now", look)
        receivers.append(look.receivers(SIGNAL("destroyed(QObject*)")))
    assert receivers[-1] == receivers[0], "connections do not pile up"
    clock.connectSource("now", look, 1000)
    container = clock.containerForSource("now")
    assert container is not None
    with qtbot.waitSignal(container.becameUnused):
        look.deleteLater()
    assert not clock.relays.waiting


def test_all_sources_are_connected_but_not_later_ones(
    engine: DataEngine, outside: libvirt.virConnect
) -> None:
    look = Visualization()
    engine.connectAllSources(look)
    assert {source for source, _ in look.heard} == set(engine.sources())


# Polling


def test_intervals_are_clamped_to_the_minimum_and_to_50_ms(clock: Clock) -> None:
    look = Visualization()
    for minimum, asked, taken in ((50, 7, 50), (50, 1999, 1950), (500, 100, 500), (500, 0, 0)):
        clock.minimumPollingInterval = minimum
        clock.connectSource("now", look, asked)
        (connected,) = clock.containerForSource("now").looks  # type: ignore[union-attr]
        assert connected.interval == taken


def test_relays_are_shared_over_the_engine_and_ask_once(qtbot: QtBot, engine: DataEngine) -> None:
    ticks: list[tuple[int, list[str]]] = []
    engine.relays.tick.connect(lambda interval, sources: ticks.append((interval, sorted(sources))))
    looks = [Visualization() for _ in range(3)]
    for look in looks:
        engine.connectSource(SOURCE, look, 200)
        engine.connectSource("t", look, 200)
    assert engine.relays.intervals == (200,)
    qtbot.waitUntil(lambda: len(ticks) >= 2)
    assert all(tick == (200, ["t", SOURCE]) for tick in ticks)


def test_between_ticks_nothing_is_told_and_nothing_is_lost(qtbot: QtBot, clock: Clock) -> None:
    look, quick = Visualization(), Visualization()
    clock.connectSource("now", look, 200)
    clock.connectSource("now", quick)
    qtbot.waitUntil(lambda: bool(clock.relays.sources(200)))
    clock.write(id=1)
    qtbot.waitUntil(lambda: said(quick)[-1:] == [{"id": 1}])
    clock.write(id=2)
    qtbot.waitUntil(lambda: said(look)[-1:] == [{"id": 2}])
    assert len(look.heard) <= 2


def test_within_the_minimum_the_recent_data_is_told_without_asking(qtbot: QtBot, clock: Clock) -> None:
    """Plasma calls it "cached"."""
    ticks: list[int] = []
    clock.relays.tick.connect(lambda interval, _sources: ticks.append(interval))
    clock.minimumPollingInterval = 50
    look = Visualization()
    clock.connectSource("now", look, 100)
    qtbot.waitUntil(lambda: bool(ticks))
    clock.relays.minimum = 3_600_000
    del ticks[:]
    clock.write(id=1)
    clock._check_for_updates()
    clock.write(id=2)
    qtbot.waitUntil(lambda: said(look)[-1:] == [{"id": 2}])
    assert ticks == []


def test_all_can_be_asked_and_told_at_once(qtbot: QtBot, clock: Clock) -> None:
    ticks: list[list[str]] = []
    clock.relays.tick.connect(lambda _interval, sources: ticks.append(sources))
    look = Visualization()
    clock.updateAllSources()
    clock.connectSource("now", look, 3_600_000)
    qtbot.waitUntil(lambda: ticks == [["now"]])
    clock.relays.minimum = 0
    clock.updateAllSources()
    assert ticks == [["now"], ["now"]]
    clock.forceImmediateUpdateOfAllVisualizations()
    assert said(look) == [{}]


def test_without_a_look_there_is_no_timer(qtbot: QtBot, engine: DataEngine) -> None:
    look = Visualization()
    engine.connectSource(SOURCE, look)
    assert not any(timer.isActive() for timer in engine.relays.findChildren(QTimer))
    engine.connectSource(SOURCE, look, 1000)
    assert engine.relays.waiting
    engine.disconnectSource(SOURCE, look)
    assert not engine.relays.waiting


# Models


def test_models_are_told_at_once_belong_to_the_container_and_go_first(qtbot: QtBot, clock: Clock) -> None:
    class Shelf(Visualization):
        def modelChanged(self, _source: str, model: object) -> None:
            self.heard.append(("model", {"model": model}))

    early, late = Shelf(), Shelf()
    clock.connectSource("now", early, 3_600_000)
    container = clock.containerForSource("now")
    assert container is not None
    model = QStringListModel(["a"])
    container.setModel(model)
    assert early.heard == [("model", {"model": model})], "directly, whatever the interval"
    assert model.parent() is container
    assert clock.modelForSource("now") is model
    assert clock.modelForSource("then") is None
    clock.connectSource("now", late)
    assert late.heard == [("model", {"model": model})]
    order: list[str] = []
    container.modelChanged.connect(lambda _source, gone: order.append(f"model {gone}"))
    container.becameUnused.connect(lambda _source: order.append("unused"))
    clock.disconnectSource("now", early)
    clock.disconnectSource("now", late)
    qtbot.waitUntil(lambda: order == ["model None", "unused"])


# Signals of Sources


def test_signals_come_in_order(qtbot: QtBot, engine: DataEngine, outside: libvirt.virConnect) -> None:
    order: list[tuple[str, bool]] = []
    look = Visualization()
    engine.sourceAdded.connect(
        lambda name: order.append(("added", name in engine.sources() and engine.connectSource(name, look)))
    )
    engine.sourceRemoved.connect(lambda name: order.append(("removed", name in engine._containers)))
    xml = "<domain type='test'><name>n</name><memory>1024</memory><os><type>hvm</type></os></domain>"
    domain = outside.defineXML(xml)
    qtbot.waitUntil(lambda: order == [("added", True)])
    domain.undefine()
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order[1] == ("removed", True), "its container is still there"
    assert engine.containerForSource(f"t/{domain.UUIDString()}") is None


def test_who_hears_of_a_domain_can_act_on_it(
    qtbot: QtBot, make_engine: MakeEngine, outside: libvirt.virConnect
) -> None:
    """Its host is connected by then: the first list and the connection's state come together."""
    engine = make_engine(t=URI, wait=False)
    enabled: list[bool] = []
    engine.sourceAdded.connect(
        lambda name: enabled.append(engine.serviceForSource(name).isOperationEnabled("suspend"))
    )
    qtbot.waitUntil(lambda: bool(enabled))
    assert enabled == [True]


def test_in_qml_added_is_queued_until_all_is_there(
    qtbot: QtBot, engine: DataEngine, outside: libvirt.virConnect
) -> None:
    source = DataSource()
    source.engine = engine
    told: list[str] = []
    source.sourceAdded.connect(told.append)
    engine.sourceAdded.emit("t/new")
    assert told == []
    qtbot.waitUntil(lambda: told == ["t/new"])


# Services


def test_no_service_is_ever_null(qtbot: QtBot, engine: DataEngine) -> None:
    for name in ("nobody", "nobody/x", "", "t/x", "/"):
        service = engine.serviceForSource(name)
        assert isinstance(service, NullService), name
        assert service is engine.serviceForSource(name)
        assert service.operationNames()
        assert not any(service.isOperationEnabled(one) for one in service.operationNames())
        assert finish(qtbot, service.call("start")).error == JobError.NoSource


def test_a_host_offers_nothing_and_says_so(qtbot: QtBot, engine: DataEngine) -> None:
    service = engine.serviceForSource("t")
    assert isinstance(service, HostService)
    assert service.operationNames() == []
    assert "is a host" in service.disabledReason("start")
    job = finish(qtbot, service.call("start"))
    assert job.error == JobError.Operation
    assert "is a host" in job.errorText


def test_operations_come_from_the_one_table_with_their_defaults(engine: DataEngine) -> None:
    service = engine.serviceForSource(SOURCE)
    assert service.operationNames() == list(OPERATIONS)
    assert (service.destination, service.name) == (SOURCE, "libvirt-domain")
    assert service.operationDescription("setVcpus") == {
        "_name": "setVcpus",
        "count": None,
        "scope": "both",
        "maximum": False,
    }
    assert service.operationDescription("suspend") == {"_name": "suspend"}, "one without parameters"
    assert service.operationDescription("fly") == {"_name": "fly"}


def test_a_description_can_be_filled_in_and_handed_back(qtbot: QtBot, engine: DataEngine) -> None:
    service = engine.serviceForSource(SOURCE)
    description = service.operationDescription("setVcpus") | {"count": 1, "scope": "live"}
    job = finish(qtbot, service.startOperationCall(description))
    assert (job.error, job.operation, job.destination) == (0, "setVcpus", SOURCE)
    assert job.parameters["count"] == 1
    assert not finish(qtbot, service.call("setVcpus", {"count": 2, "scope": "live"})).error


def test_enabled_is_told_when_it_changes_with_a_reason(
    qtbot: QtBot, engine: DataEngine, outside: libvirt.virConnect
) -> None:
    service = engine.serviceForSource(SOURCE)
    told: list[tuple[str, bool]] = []
    service.operationEnabledChanged.connect(lambda name, enabled: told.append((name, enabled)))
    service.setOperationEnabled("suspend", False)
    service.setOperationEnabled("suspend", False)
    service.setOperationEnabled("fly", False)
    assert told == [("suspend", False)]
    assert not service.isOperationEnabled("suspend")
    assert service.disabledReason("suspend")
    assert finish(qtbot, service.call("suspend")).error == JobError.State
    service.setOperationEnabled("suspend", True)
    assert told == [("suspend", False), ("suspend", True)]
    assert service.disabledReason("suspend") == ""
    del told[:]
    outside.lookupByUUIDString(UUID).suspend()
    qtbot.waitUntil(lambda: {("suspend", False), ("resume", True)} <= set(told))
    assert service.disabledReason("suspend") == "Its CPUs are stopped already."


def test_what_the_driver_cannot_do_is_learnt_for_the_whole_host(
    qtbot: QtBot, engine: DataEngine, outside: libvirt.virConnect
) -> None:
    xml = "<domain type='test'><name>o</name><memory>1024</memory><os><type>hvm</type></os></domain>"
    other = outside.defineXML(xml)
    other.create()
    name = f"t/{other.UUIDString()}"
    qtbot.waitUntil(lambda: name in engine.sources())
    service, beside = engine.serviceForSource(SOURCE), engine.serviceForSource(name)
    told: list[tuple[str, bool]] = []
    beside.operationEnabledChanged.connect(lambda operation, enabled: told.append((operation, enabled)))
    assert service.isOperationEnabled("pmSuspend")
    job = finish(qtbot, service.call("pmSuspend"))
    assert (job.error, job.libvirtCode) == (JobError.Unsupported, libvirt.VIR_ERR_NO_SUPPORT)
    assert ("pmSuspend", False) in told
    for one in (service, beside):
        assert one.disabledReason("pmSuspend") == "This host's libvirt driver cannot do this."
    assert finish(qtbot, service.call("pmSuspend")).libvirtCode == 0, "it was not tried again"


def test_a_job_starts_at_the_next_turn(qtbot: QtBot, engine: DataEngine, outside: libvirt.virConnect) -> None:
    service = engine.serviceForSource(SOURCE)
    order: list[str] = []
    service.jobStarted.connect(lambda _job: order.append("started"))
    job = service.call("fly")
    job.finished.connect(lambda _job: order.append("finished"))
    assert order == ["started"]
    assert job.running
    qtbot.waitUntil(lambda: order == ["started", "finished"])
    assert not job.running


def test_error_tells_success_and_result_what_came_of_it(
    qtbot: QtBot, engine: DataEngine, outside: libvirt.virConnect
) -> None:
    service = engine.serviceForSource(SOURCE)
    done = finish(qtbot, service.call("setMemory", {"bytes": "1 GiB", "scope": "live"}))
    assert (done.error, done.errorText, done.result) == (0, "", {"bytes": 1024**3})
    failed = finish(qtbot, service.call("setMemory", {"bytes": 2**60, "scope": "live"}))
    assert failed.error
    assert failed.libvirtCode
    assert failed.libvirtDomain
    assert failed.result is None


def test_a_job_that_has_not_begun_is_cancelled_at_once(
    qtbot: QtBot, engine: DataEngine, outside: libvirt.virConnect
) -> None:
    service = engine.serviceForSource(SOURCE)
    job = service.call("suspend")
    assert job.kill()
    assert not job.running
    assert job.error == JobError.Cancelled
    assert not job.kill()
    assert not finish(qtbot, service.call("reboot")).error
    assert outside.lookupByUUIDString(UUID).state()[0] == libvirt.VIR_DOMAIN_RUNNING


def test_one_of_a_kind_at_a_time_and_others_beside_it(
    qtbot: QtBot, engine: DataEngine, outside: libvirt.virConnect
) -> None:
    service = engine.serviceForSource(SOURCE)
    jobs = [service.call("reboot"), service.call("reboot"), service.call("setTitle", {"text": "x"})]
    enabled: list[bool] = []
    service.enabledChanged.connect(lambda: enabled.append(service.isOperationEnabled("reboot")))
    for job in jobs:
        finish(qtbot, job)
    assert [job.error for job in jobs] == [0, JobError.Busy, 0]
    assert "under way" in jobs[1].errorText
    assert (enabled[0], enabled[-1]) == (False, True), "meanwhile it says so"
    assert service.runningJob("reboot") is None
    assert not finish(qtbot, service.call("setTitle", {"text": ""})).error


def test_an_undefined_domain_is_restored_through_its_source(
    qtbot: QtBot, engine: DataEngine, outside: libvirt.virConnect
) -> None:
    xml = "<domain type='test'><name>gone</name><memory>1024</memory><os><type>hvm</type></os></domain>"
    uuid = outside.defineXML(xml).UUIDString()
    name = f"t/{uuid}"
    qtbot.waitUntil(lambda: name in engine.sources())
    service = engine.serviceForSource(name)
    assert not finish(qtbot, service.call("undefine")).error
    qtbot.waitUntil(lambda: name not in engine.sources())
    assert [one for one in service.operationNames() if service.isOperationEnabled(one)] == ["restoreXml"]
    assert "any more" in service.disabledReason("start")
    assert engine.serviceForSource(name) is service
    job = finish(qtbot, service.call("restoreXml"))
    assert (job.error, job.errorText) == (0, "")
    assert name in engine.sources()
    assert service.isOperationEnabled("start"), "the same Service acts again"
    assert outside.lookupByUUIDString(uuid).name() == "gone"


def test_services_of_what_is_gone_are_forgotten_in_the_end(qtbot: QtBot, engine: DataEngine) -> None:
    services = engine._services
    for number in range(300):
        engine.serviceForSource(f"t/00000000-0000-0000-0000-{number:012}")
        engine.serviceForSource(f"nobody-{number}")
    assert len(services._services) <= 101
    assert engine.serviceForSource(SOURCE).isOperationEnabled("suspend")


def test_jobs_of_a_removed_host_end_too(
    qtbot: QtBot, engine: DataEngine, outside: libvirt.virConnect
) -> None:
    service = engine.serviceForSource(SOURCE)
    ended: list[int] = []
    job = service.call("suspend")
    job.finished.connect(lambda one: ended.append(one.error))
    other = service.call("setTitle", {"text": "y"})
    other.finished.connect(lambda one: ended.append(one.error))
    engine.removeHost("t")
    qtbot.waitUntil(lambda: len(ended) == 2)
    assert isinstance(engine.serviceForSource(SOURCE), NullService)
    domain = outside.lookupByUUIDString(UUID)
    domain.setMetadata(libvirt.VIR_DOMAIN_METADATA_TITLE, None, None, None, libvirt.VIR_DOMAIN_AFFECT_LIVE)


def test_every_line_of_the_contract_has_a_test_or_a_reason() -> None:
    section = (
        (ROOT / "ARCHITECTURE.md").read_text().split("## The contract, line by line\n")[1].split("\n## ")[0]
    )
    rows = [row.strip("| ").split(" | ") for row in re.findall(r"^\|.*\|$", section, re.MULTILINE)[2:]]
    tests = "\n".join(file.read_text() for file in (ROOT / "tests").rglob("test_*.py"))
    named = [name for row in rows for name in re.findall(r"`(test_\w+)`", row[1])]
    assert len(rows) >= 20
    assert all(f"def {name}(" in tests for name in named), [n for n in named if f"def {n}(" not in tests]
    for line, kept in rows:
        assert re.search(r"`test_\w+`", kept) or kept.startswith("Not mirrored: "), line
    of_this_file = set(re.findall(r"^def (test_\w+)", Path(__file__).read_text(), re.MULTILINE))
    assert of_this_file - set(named) == {"test_every_line_of_the_contract_has_a_test_or_a_reason"}
