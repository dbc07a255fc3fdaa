"""DataSource and DataModel over libvirt's test driver, from Python and from QML."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import libvirt
import pytest
import shiboken6
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.engine.conftest import SOURCE, URI, UUID, MakeEngine
from tests.helpers.qmllint import check
from virtmonitor.core.connection import HostSettings
from virtmonitor.engine import qmltypes
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.datamodel import DataModel
from virtmonitor.engine.datasource import FEW, DataSource

XML = "<domain type='test'><name>{}</name><memory>1024</memory><os><type>hvm</type></os></domain>"


@pytest.fixture
def engine(make_engine: MakeEngine, outside: libvirt.virConnect) -> DataEngine:
    return make_engine(t=URI)


@pytest.fixture
def source(engine: DataEngine) -> DataSource:
    """A DataSource of that engine that remembers its signals, in order, in `said`."""
    made = DataSource()
    made.said = []  # type: ignore[attr-defined]
    for name in ("sourceAdded", "sourceRemoved", "sourceConnected", "sourceDisconnected"):
        getattr(made, name).connect(lambda of, name=name: made.said.append((name, of)))  # type: ignore[attr-defined]
    made.engine = engine
    return made


def said(source: DataSource) -> list[tuple[str, str]]:
    return source.said  # type: ignore[attr-defined,no-any-return]


def test_connected_sources_are_heard_at_once_and_then_as_they_change(
    qtbot: QtBot, source: DataSource, outside: libvirt.virConnect
) -> None:
    assert source.valid
    assert set(source.sources) >= {"t", SOURCE}
    heard: list[tuple[str, Any]] = []
    source.newData.connect(lambda name, data: heard.append((name, data.get("state"))))
    source.connectedSources = [SOURCE, "t"]
    assert heard == [(SOURCE, "running"), ("t", None)]
    assert said(source) == [("sourceConnected", SOURCE), ("sourceConnected", "t")]
    outside.lookupByUUIDString(UUID).suspend()
    qtbot.waitUntil(lambda: source.dataFor(SOURCE)["state"] == "paused")
    assert source.data.value(SOURCE)["state"] == "paused"
    source.disconnectSource(SOURCE)
    assert source.connectedSources == ["t"]
    assert source.dataFor(SOURCE) == {}
    assert said(source)[-1] == ("sourceDisconnected", SOURCE)


def test_connecting_twice_is_connecting_once(source: DataSource) -> None:
    source.connectSource(SOURCE)
    source.connectSource(SOURCE)
    assert source.connectedSources == [SOURCE]
    assert said(source) == [("sourceConnected", SOURCE)]


def test_data_of_a_source_no_longer_listed_disconnects(engine: DataEngine, source: DataSource) -> None:
    container = engine.containerForSource(SOURCE)
    assert container is not None
    engine.connectSource(SOURCE, source)  # behind its back
    assert not container.visualizationIsConnected(source)
    assert source.dataFor(SOURCE) == {}


def test_the_interval_reconnects(engine: DataEngine, source: DataSource) -> None:
    source.connectedSources = [SOURCE]
    assert engine.relays.intervals == ()
    service = source.serviceForSource(SOURCE)
    source.interval = 1234
    assert engine.relays.intervals == (1200,)
    assert source.serviceForSource(SOURCE) is not None
    source.interval = 0
    assert not engine.relays.waiting
    del service


def test_services_are_cached(source: DataSource) -> None:
    service = source.serviceForSource(SOURCE)
    assert service is not None
    assert service is source.serviceForSource(SOURCE)
    assert service.isOperationEnabled("suspend")
    assert DataSource().serviceForSource(SOURCE) is None


def test_what_comes_is_announced_whole_and_what_goes_is_disconnected(
    qtbot: QtBot, source: DataSource, outside: libvirt.virConnect
) -> None:
    whole: list[bool] = []
    source.sourceAdded.connect(lambda name: whole.append(name in source.sources))
    domain = outside.defineXML(XML.format("new"))
    name = f"t/{domain.UUIDString()}"
    source.connectSource(name)
    qtbot.waitUntil(lambda: ("sourceAdded", name) in said(source))
    assert whole == [True]
    assert source.dataFor(name)["name"] == "new", "it was listed before it was there"
    domain.undefine()
    qtbot.waitUntil(lambda: ("sourceRemoved", name) in said(source))
    assert source.connectedSources == []
    assert said(source).index(("sourceDisconnected", name)) < said(source).index(("sourceRemoved", name))


def test_what_came_and_went_in_one_turn_is_not_announced(source: DataSource, engine: DataEngine) -> None:
    engine.sourceAdded.emit("t/short")
    engine.sourceRemoved.emit("t/short")
    assert not source._announce.isActive() or source._added == {}
    assert ("sourceRemoved", "t/short") not in said(source)


def test_many_sources_come_into_the_map_together(qtbot: QtBot) -> None:
    source = DataSource()
    names = [f"t/{number}" for number in range(FEW + 50)]
    source.connectedSources = names
    for number, name in enumerate(names):
        source.dataUpdated(name, {"id": number})
    assert all(source.dataFor(name)["id"] == number for number, name in enumerate(names))
    source.disconnectSource(names[-1])
    with qtbot.waitSignal(source.dataChanged):
        pass
    assert all(source.data.value(name)["id"] == number for number, name in enumerate(names[:-1]))
    assert not source.data.contains(names[-1])


def test_another_engine_and_none(qtbot: QtBot, source: DataSource) -> None:
    source.connectedSources = [SOURCE]
    before = source.engine
    source.engine = None
    assert not source.valid
    assert (source.sources, source.dataFor(SOURCE)) == ([], {})
    assert source.connectedSources == [SOURCE]
    source.engine = before
    assert source.dataFor(SOURCE)["name"] == "test"


def test_a_destroyed_one_looks_no_more(qtbot: QtBot, engine: DataEngine, source: DataSource) -> None:
    source.connectedSources = [SOURCE]
    container = engine.containerForSource(SOURCE)
    assert container is not None
    with qtbot.waitSignal(container.becameUnused):
        source.deleteLater()


# DataModel


@pytest.fixture
def model(source: DataSource) -> Iterator[DataModel]:
    made = DataModel()
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.dataSource = source
    made.resets = []  # type: ignore[attr-defined]
    made.modelReset.connect(lambda: made.resets.append(1))  # type: ignore[attr-defined]
    yield made
    assert tester.model() is made


def column(model: DataModel, role: str) -> list[Any]:
    roles = {bytes(name.data()).decode(): number for number, name in model.roleNames().items()}
    return [model.data(model.index(row), roles[role]) for row in range(model.rowCount())]


def test_a_row_a_source_without_a_reset(
    qtbot: QtBot, source: DataSource, model: DataModel, outside: libvirt.virConnect
) -> None:
    source.connectedSources = ["t", SOURCE]
    assert column(model, "dataEngineSource") == ["t", SOURCE]
    assert column(model, "state") == [None, "running"]
    assert (model.count, model.rowOf(SOURCE), model.rowOf("t/no")) == (2, 1, -1)
    assert model.get(1)["name"] == "test"
    assert model.get(2) == {}
    with qtbot.waitSignal(model.dataChanged) as changed:
        outside.lookupByUUIDString(UUID).suspend()
    assert changed.args[0].row() == 1
    assert column(model, "state") == [None, "paused"]
    source.disconnectSource("t")
    assert column(model, "dataEngineSource") == [SOURCE]
    assert model.resets == []  # type: ignore[attr-defined]


def test_only_the_sources_that_the_filter_wants(source: DataSource, model: DataModel) -> None:
    source.connectedSources = ["t", SOURCE]
    model.sourceFilter = "t/.*"
    assert column(model, "dataEngineSource") == [SOURCE]
    model.sourceFilter = "t"
    assert column(model, "dataEngineSource") == ["t"], "the whole name"
    model.sourceFilter = "t/("
    assert model.rowCount() == 0
    model.sourceFilter = ""
    assert model.rowCount() == 2


def test_rows_out_of_a_list(source: DataSource, model: DataModel) -> None:
    model.keyRoleFilter = "disks|interfaces"
    source.connectedSources = ["t", SOURCE]
    data = source.dataFor(SOURCE)
    disks = [{"target": "vda", "readRate": 1}, {"target": "vdb", "readRate": 2}]
    source.dataUpdated(SOURCE, data | {"disks": disks})
    assert column(model, "target") == ["vda", "vdb"]
    assert column(model, "dataEngineSource") == [SOURCE, SOURCE]
    assert len(model.resets) == 1, "for the roles"  # type: ignore[attr-defined]
    source.dataUpdated(
        SOURCE, data | {"disks": disks[1:], "interfaces": [{"target": "vnet0", "readRate": 3}]}
    )
    assert column(model, "target") == ["vdb", "vnet0"]
    source.dataUpdated(SOURCE, data | {"disks": [*disks, {"target": "vdc"}]})
    assert column(model, "readRate") == [1, 2, None]
    source.dataUpdated(SOURCE, data | {"disks": []})
    assert model.rowCount() == 0
    assert len(model.resets) == 1  # type: ignore[attr-defined]


sizes = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 3)), max_size=30)


@settings(max_examples=60, deadline=None)
@given(steps=sizes)
def test_rows_are_always_those_of_the_sources_in_order(qapp: object, steps: list[tuple[int, int]]) -> None:
    """However many rows each Source has from one update to the next; 0 of the first Source also disconnects it."""
    source, model = DataSource(), DataModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.dataSource = source
    model.keyRoleFilter = "disks"
    wanted: dict[str, int] = {}
    for number, count in steps:
        name = f"t/{number}"
        if number == 0 and count == 0:
            source.disconnectSource(name)
            wanted.pop(name, None)
            continue
        source.connectSource(name)
        source.dataUpdated(name, {"disks": [{"target": f"{name}-{disk}"} for disk in range(count)]})
        wanted[name] = count
    assert column(model, "target") == [
        f"{name}-{disk}" for name, count in wanted.items() for disk in range(count)
    ]
    rows = column(model, "dataEngineSource")
    assert [model.rowOf(name) for name in wanted] == [
        rows.index(name) if n else -1 for name, n in wanted.items()
    ]
    assert tester.model() is model


def test_another_data_source(engine: DataEngine, source: DataSource, model: DataModel) -> None:
    source.connectedSources = [SOURCE]
    other = DataSource()
    other.engine = engine
    other.connectedSources = ["t"]
    model.dataSource = other
    assert column(model, "dataEngineSource") == ["t"]
    source.connectedSources = []
    model.dataSource = None
    assert model.rowCount() == 0


# QML

_QML = b"""
pragma ComponentBehavior: Bound

import QtQml
import VirtMonitor.Engine

QtObject {
    id: root
    required property DataEngine engine
    property string domain
    readonly property string state: data.data[domain]?.state ?? "-"
    readonly property bool unknown: (data.data[domain]?.cpuUsage ?? null) === null
    property list<string> added
    property Service service: data.valid ? data.serviceForSource(domain) : null
    property DataSource data: DataSource {
        engine: root.engine
        connectedSources: [root.domain]
        onSourceAdded: source => root.added.push(source)
    }
    property DataModel model: DataModel { dataSource: root.data }
    property string row
    property Instantiator rows: Instantiator {
        model: root.model
        QtObject {
            required property string dataEngineSource
            required property var state
            readonly property string text: dataEngineSource + " " + state
            onTextChanged: root.row = text
        }
    }
    property string operation
    property ServiceJob job
    readonly property int error: job?.error ?? -1
    onOperationChanged: job = service.call(operation)
}
"""


@pytest.fixture
def qml(qtbot: QtBot) -> Iterator[Callable[..., QObject]]:
    qmltypes.register()
    engines: list[QQmlApplicationEngine] = []

    def make(**properties: object) -> QObject:
        engine = QQmlApplicationEngine()
        engines.append(engine)
        engine.setInitialProperties(properties)
        engine.loadData(_QML)
        (root,) = engine.rootObjects()
        return root

    yield make
    for engine in engines:
        shiboken6.delete(engine)


def test_qml_sees_types(tmp_path: Path) -> None:
    (tmp_path / "Example.qml").write_bytes(_QML)
    assert check(qml=tmp_path) == 1


def test_from_qml(
    qtbot: QtBot, engine: DataEngine, qml: Callable[..., QObject], outside: libvirt.virConnect
) -> None:
    root = qml(engine=engine, domain=SOURCE)
    assert (root.property("state"), root.property("unknown")) == ("running", True)
    outside.lookupByUUIDString(UUID).suspend()
    qtbot.waitUntil(lambda: root.property("state") == "paused")
    assert root.property("row") == f"{SOURCE} paused"
    root.setProperty("operation", "resume")
    qtbot.waitUntil(lambda: root.property("state") == "running")
    assert root.property("error") == 0
    root.setProperty("domain", "t")
    assert root.property("state") == "-"
    engine.addHost(HostSettings("late", "test:///default"), connect=False)
    qtbot.waitUntil(lambda: "late" in root.property("added"))
