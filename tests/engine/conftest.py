"""Engines for tests: closed again, and the process's event loop stopped at the end of the run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import libvirt
import pytest
from PySide6.QtCore import QObject, Slot
from pytestqt.qtbot import QtBot

from virtmonitor.core.connection import HostSettings
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.eventloop import event_loop
from virtmonitor.engine.servicejob import ServiceJob

MakeEngine = Callable[..., DataEngine]
URI = "test:///default"
UUID = "6695eb01-f6a4-8304-79aa-97f2502e193f"
SOURCE = f"t/{UUID}"


class Visualization(QObject):
    """Remembers what it was shown."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[str, dict[str, Any]]] = []

    @Slot(str, dict)
    def dataUpdated(self, source: str, data: dict[str, Any]) -> None:
        self.heard.append((source, data))


@pytest.fixture
def outside(qtbot: QtBot) -> Iterator[libvirt.virConnect]:
    """Somebody else with a connection to the same host; what is left of `test` is a running domain of that name."""
    event_loop()
    conn = libvirt.open(URI)
    yield conn
    domain = conn.lookupByUUIDString(UUID)
    if domain.name() != "test":
        if domain.isActive():
            domain.destroy()
        domain.rename("test")
    if not domain.isActive():
        domain.create()
    elif domain.state()[0] == libvirt.VIR_DOMAIN_PAUSED:
        domain.resume()
    for other in conn.listAllDomains():
        if other.UUIDString() != UUID:
            if other.isActive():
                other.destroy()
            if other.isPersistent():
                other.undefine()


def finish(qtbot: QtBot, job: ServiceJob) -> ServiceJob:
    """Wait for the job's end."""
    qtbot.waitUntil(lambda: not job.running, timeout=30_000)
    return job


@pytest.fixture
def make_engine(qtbot: QtBot) -> Iterator[MakeEngine]:
    """An engine of the hosts NAME=URI, listed when it comes; `wait=False`: as it is right after the start."""
    engines: list[DataEngine] = []

    def make(*, wait: bool = True, **uris: str) -> DataEngine:
        engine = DataEngine()
        engines.append(engine)
        for name, uri in uris.items():
            engine.addHost(HostSettings(name, uri, confirmed=True))
        if wait:
            qtbot.waitUntil(lambda: all(_listed(engine, name) for name in uris), timeout=30_000)
        return engine

    yield make
    for engine in engines:
        engine.close()


def _listed(engine: DataEngine, name: str) -> bool:
    state = engine.host(name)
    return (
        state is not None and state.live and state.listed and all(r.detailed for r in state.records.values())
    )
