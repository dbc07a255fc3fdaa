"""Who eats the host: looked for only while somebody wants to know."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.engine.conftest import SOURCE, MakeEngine
from virtmonitor.assets import asset
from virtmonitor.engine.hostshares import HostShares

FLEET = f"test://{asset('resources', 'demo', 'fleet.xml')}"


def test_the_largest_come_first_and_the_rest_is_summed_up(qtbot: QtBot, make_engine: MakeEngine) -> None:
    engine = make_engine(t=FLEET)
    shares = HostShares()
    shares.engine, shares.source, shares.most = engine, "t", 3
    qtbot.waitUntil(lambda: len(shares.cpu) == 4 and len(shares.memory) == 4, timeout=30_000)
    for told in (shares.cpu, shares.memory):
        largest = [entry["share"] for entry in told[:3]]
        assert largest == sorted(largest, reverse=True)
        assert all(0 < entry["share"] < 1 and entry["name"] and entry["text"] for entry in told)
        assert [bool(entry["source"]) for entry in told] == [True, True, True, False]


def test_nobody_is_looked_at_when_nobody_wants_to_know(qtbot: QtBot, make_engine: MakeEngine) -> None:
    engine = make_engine(t="test:///default")
    shares = HostShares()
    shares.engine, shares.source = engine, "t"
    assert engine.containerForSource(SOURCE).isUsed()
    shares.active = False
    qtbot.waitUntil(lambda: not engine.containerForSource(SOURCE).isUsed())
    qtbot.waitUntil(lambda: (shares.cpu, shares.memory) == ([], []))
    shares.active = True
    assert engine.containerForSource(SOURCE).isUsed()


def test_a_machine_that_stops_is_counted_no_more(qtbot: QtBot, make_engine: MakeEngine, outside) -> None:
    shares = HostShares()
    shares.engine, shares.source = make_engine(t="test:///default"), "t"
    qtbot.waitUntil(lambda: len(shares.memory) == 1, timeout=30_000)
    outside.lookupByName("test").destroy()
    qtbot.waitUntil(lambda: shares.memory == [], timeout=30_000)
    outside.lookupByName("test").create()
    qtbot.waitUntil(lambda: len(shares.memory) == 1, timeout=30_000)
