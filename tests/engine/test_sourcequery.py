"""Questions to hosts: asked while somebody looks, again after a change, and only the latest answer counts."""

from __future__ import annotations

import libvirt
import pytest
from pytestqt.qtbot import QtBot

from tests.engine.conftest import SOURCE, UUID, MakeEngine, finish
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.sourcequery import SourceQuery


@pytest.fixture
def engine(make_engine: MakeEngine, outside: libvirt.virConnect) -> DataEngine:
    return make_engine(t="test:///default")


def query(engine: DataEngine, source: str, kind: str) -> SourceQuery:
    made = SourceQuery()
    made.engine, made.source, made.kind = engine, source, kind
    return made


@pytest.mark.parametrize("kind", ["definition", "resources", "devices", "snapshots", "history"])
def test_of_a_domain(qtbot: QtBot, engine: DataEngine, kind: str) -> None:
    asked = query(engine, SOURCE, kind)
    qtbot.waitUntil(lambda: asked.known)
    assert asked.error == ""
    assert not asked.busy


@pytest.mark.parametrize("kind", ["networks", "pools"])
def test_of_a_host(qtbot: QtBot, engine: DataEngine, kind: str) -> None:
    asked = query(engine, "t", kind)
    qtbot.waitUntil(lambda: asked.known)
    assert [each["name"] for each in asked.result] == [f"default{'-pool' if kind == 'pools' else ''}"]


def test_a_change_is_asked_for_again(qtbot: QtBot, engine: DataEngine) -> None:
    asked = query(engine, SOURCE, "snapshots")
    qtbot.waitUntil(lambda: asked.known)
    assert asked.result == []
    service = engine.serviceForSource(SOURCE)
    for name in ("first", "second"):
        finish(qtbot, service.call("snapshotCreate", {"name": name}))
    qtbot.waitUntil(lambda: [each["name"] for each in asked.result] == ["first", "second"])
    first, second = asked.result
    assert (first["depth"], second["depth"], second["parent"]) == (0, 1, "first")
    assert (first["current"], second["current"]) == (False, True)
    for name in ("second", "first"):
        finish(qtbot, service.call("snapshotDelete", {"name": name}))
    qtbot.waitUntil(lambda: asked.result == [])


def test_nobody_looks_nothing_is_asked(qtbot: QtBot, engine: DataEngine) -> None:
    asked = SourceQuery()
    asked.active = False
    asked.engine, asked.source, asked.kind = engine, SOURCE, "definition"
    qtbot.wait(50)
    assert not asked.known
    assert not asked.busy
    with qtbot.waitSignal(asked.resultChanged):
        asked.active = True


def test_another_source_begins_anew(qtbot: QtBot, engine: DataEngine) -> None:
    asked = query(engine, SOURCE, "definition")
    qtbot.waitUntil(lambda: asked.known)
    asked.kind = "resources"
    assert not asked.known
    assert asked.result is None
    qtbot.waitUntil(lambda: asked.known)
    assert asked.result["live"]["vcpuMaximum"] == 2
    asked.source = "t/00000000-0000-0000-0000-000000000000"
    qtbot.waitUntil(lambda: asked.error != "")
    assert not asked.known
    asked.source, asked.kind = SOURCE, "nonsense"
    qtbot.waitUntil(lambda: "nonsense" in asked.error)


def test_devices_say_what_they_are(qtbot: QtBot, engine: DataEngine, outside: libvirt.virConnect) -> None:
    xml = outside.lookupByUUIDString(UUID).XMLDesc(0)
    asked = query(engine, SOURCE, "devices")
    qtbot.waitUntil(lambda: asked.known)
    targets = [disk["target"] for disk in asked.result["disks"]]
    assert all(f"dev='{target}'" in xml for target in targets)
    assert all({"capacity", "allocation"} <= disk.keys() for disk in asked.result["disks"])
