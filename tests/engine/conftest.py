"""Engines for tests: closed again, and the process's event loop stopped at the end of the run."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from virtmonitor.core.connection import HostSettings
from virtmonitor.engine.dataengine import DataEngine

MakeEngine = Callable[..., DataEngine]


@pytest.fixture
def make_engine(qtbot: QtBot) -> Iterator[MakeEngine]:
    """An engine of the hosts NAME=URI, listed when it comes; `wait=False`: as it is right after the start."""
    engines: list[DataEngine] = []

    def make(*, wait: bool = True, **uris: str) -> DataEngine:
        engine = DataEngine()
        engines.append(engine)
        for name, uri in uris.items():
            engine.addHost(HostSettings(name, uri))
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
