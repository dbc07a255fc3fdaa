"""Large fleets and long days: the first list of 10,000 domains on one host and on 50, beside the bare calls; a day of
events and popups in half a minute, beside itself at the start.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bench import fleets, programs
from bench.programs import Program
from bench.tables import Table
from bench.ui import events
from tests.helpers.libvirtd import PrivateLibvirtd

BUDGET = 95.0
KEYS = ("list-10000", "list-50x200", "day-memory", "day-things")
HOSTS = 50
EVENTS_A_DAY = 8640
"""One each ten seconds."""
POPUPS_A_DAY = 60
FLAT = 4.0
"""MiB that a day may add: what fills once (journal, glyphs, histories) and then no more."""
Env = Mapping[str, str]

# In the process: from the first call to all of it known.
_OURS = """
import json, sys, time
from PySide6.QtCore import QCoreApplication
from virtmonitor.core.connection import HostSettings
from virtmonitor.engine.dataengine import DataEngine
app = QCoreApplication([])
engine, wanted, uris = DataEngine(), int(sys.argv[1]), sys.argv[2:]
def rows(_changes):
    if sum(1 for _ in engine.records()) >= wanted:
        print((time.monotonic() - began) * 1e3, flush=True)
        engine.rowsChanged.disconnect(rows)
engine.rowsChanged.connect(rows)
began = time.monotonic()
for number, uri in enumerate(uris):
    engine.addHost(HostSettings(f"h{number}", uri, confirmed=True))
app.exec()
"""
_BARE = """
import sys, time, libvirt
from concurrent.futures import ThreadPoolExecutor
def read(uri):
    conn = libvirt.open(uri)
    return conn, conn.listAllDomains(), conn.getAllDomainStats(1)
uris = sys.argv[2:]
with ThreadPoolExecutor(len(uris)) as pool:
    began = time.monotonic()
    got = list(pool.map(read, uris))
    print((time.monotonic() - began) * 1e3, flush=True)
assert sum(len(found[1]) for found in got) >= int(sys.argv[1])
"""
_FLOOR = """
import time
from PySide6.QtCore import QCoreApplication, QTimer
began = time.monotonic()
app = QCoreApplication([])
QTimer.singleShot(0, lambda: print((time.monotonic() - began) * 1e3, flush=True))
app.exec()
"""


def measure(options: argparse.Namespace) -> Iterator[Table]:
    """First lists, then a day."""
    if reason := fleets.why_not():
        table = Table("Scale", ("not measured",), notes=[reason])
        table.not_taken(*KEYS, reason=reason)
        yield table
        return
    with PrivateLibvirtd() as daemon:
        yield _lists(daemon, 500 if options.quick else 10_000, 2 if options.quick else 5)
        with programs.screen() as env:
            yield _day(daemon, env, 10 if options.quick else 1)


def _lists(daemon: PrivateLibvirtd, domains: int, rounds: int) -> Table:
    table = Table("First list", ("domains", "hosts", "ours ms", "bare calls ms", "x", "floor ms"))
    floor = statistics.median(_printed(_FLOOR, []) for _ in range(3))
    with fleets.simulated(daemon, domains):
        _list(table, "list-10000", domains, [daemon.test_uri()], rounds, floor)
    with _hosts(daemon, HOSTS, domains // HOSTS) as uris:
        _list(table, "list-50x200", domains, uris, rounds, floor)
    table.notes.append(
        "Within the process, from the first call to all names and states known; hosts in parallel."
    )
    return table


def _list(table: Table, key: str, domains: int, uris: list[str], rounds: int, floor: float) -> None:
    arguments = [str(domains), *uris]
    ways = {"ours": lambda: _printed(_OURS, arguments), "bare": lambda: _printed(_BARE, arguments)}
    took = programs.in_turns(ways, rounds, seconds=20)
    ours, bare = took.median("ours"), took.median("bare")
    times = statistics.median((a - floor) / b for a, b in zip(took["ours"], took["bare"], strict=True))
    table.add(domains, len(uris), ours, bare, times, floor)
    table.outcome(key, ours, bare, "ms", ratio=times, remark=f"the floor of {floor:.0f} ms taken off")


def _printed(code: str, arguments: list[str]) -> float:
    with programs.program(code, arguments) as started:
        return float(started.line())


@contextmanager
def _hosts(daemon: PrivateLibvirtd, number: int, domains: int) -> Iterator[list[str]]:
    """So many hosts of the test driver, each with its own machines: a file is one for each connection."""
    paths = [daemon.directory / f"host-{i}.xml" for i in range(number)]
    for i, path in enumerate(paths):
        path.write_text(fleets.node(i * domains, domains))
    yield [daemon.test_uri(str(path)) for path in paths]
    _unlink(paths)


def _unlink(paths: list[Path]) -> None:
    for path in paths:
        path.unlink()


def _day(daemon: PrivateLibvirtd, env: Env, part: int) -> Table:
    columns = ("after", "PSS MiB", "threads", "descriptors")
    table = Table(
        f"{EVENTS_A_DAY // part:,} events and {POPUPS_A_DAY // part} popups: a day, accelerated", columns
    )
    with (
        fleets.simulated(daemon, 100) as uuids,
        programs.probed(env, "ours", "--minimized", "-c", daemon.test_uri()) as ours,
    ):
        ours.do("rows", 100)
        _live(daemon, ours, uuids, EVENTS_A_DAY // 10 // part, 10)
        start = _state(ours)
        table.add("an hour or two", *start)
        _live(daemon, ours, uuids, EVENTS_A_DAY // 2 // part, POPUPS_A_DAY // 2 // part)
        table.add("half a day", *_state(ours))
        _live(daemon, ours, uuids, EVENTS_A_DAY // 2 // part, POPUPS_A_DAY // 2 // part)
        end = _state(ours)
        table.add("the day", *end)
    more = end[0] - start[0]
    table.outcome(
        "day-memory",
        end[0],
        start[0],
        "MiB",
        met=more <= FLAT,
        remark=f"{more:+.1f} MiB (flat: at most {FLAT:.0f})",
    )
    things, before = float(end[1] + end[2]), float(start[1] + start[2])
    remark = f"{end[1]} threads, {end[2]} descriptors; before {start[1]} and {start[2]}"
    table.outcome(
        "day-things", things, before, "", met=end[1] <= start[1] and end[2] <= start[2], remark=remark
    )
    return table


def _live(daemon: PrivateLibvirtd, ours: Program, uuids: list[str], number: int, popups: int) -> None:
    """So many events, as fast as is decent, and meanwhile so many popups, evenly spread."""
    rate = 500.0
    with events(daemon.test_uri(), uuids, rate):
        end = time.monotonic() + number / rate
        for turn in range(popups):
            ours.do("popup")
            time.sleep(0.05)
            ours.do("hide", "popup")
            due = end - (popups - turn - 1) * number / rate / popups
            time.sleep(max(0.45, due - time.monotonic()))  # sooner a click is the one that closed it


def _state(ours: Program) -> tuple[float, int, int]:
    """PSS in MiB, threads, descriptors, when it is at rest."""
    ours.until_quiet(15)
    things = ours.do("things")
    return ours.pss(), int(things["threads"]), int(things["descriptors"])
