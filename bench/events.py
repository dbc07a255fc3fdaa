"""From an event in the daemon to a notified property, beside a bare callback in another process; and a storm."""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Iterator

import libvirt

from bench import fleets, pairs, programs
from bench.tables import Table
from tests.helpers.libvirtd import PrivateLibvirtd

OURS = """
import sys, time
from PySide6.QtCore import QCoreApplication
from virtmonitor.core.connection import HostSettings
from virtmonitor.engine.dataengine import DataEngine
app = QCoreApplication([])
engine = DataEngine()
uuid, count = sys.argv[2], int(sys.argv[3])
keep = []
def rows(_changes):
    records = list(engine.records())
    if not keep and len(records) >= count and all(record.detailed for record in records):
        source = engine.containerForSource(f"h/{uuid}")
        source.stateChanged.connect(lambda: print(time.monotonic(), flush=True))
        keep.append(source)
        print("ready", flush=True)
engine.rowsChanged.connect(rows)
engine.addHost(HostSettings("h", sys.argv[1]))
app.exec()
"""

BARE = """
import sys, time, threading, libvirt
libvirt.virEventRegisterDefaultImpl()
def loop():
    while True:
        libvirt.virEventRunDefaultImpl()
threading.Thread(target=loop, daemon=True).start()
conn = libvirt.open(sys.argv[1])
uuid = sys.argv[2]
def heard(_conn, domain, *_):
    if domain.UUIDString() == uuid:
        print(time.monotonic(), flush=True)
conn.domainEventRegisterAny(None, 0, heard, None)
print("ready", flush=True)
threading.Event().wait()
"""


def measure(options: argparse.Namespace) -> Iterator[Table]:
    """Single events, then as many as the daemon gives."""
    latency = Table("an event", ("machines", "bare callback ms", "property notified ms", "+ ms", "95th + ms"))
    storm = Table("a storm of events", ("events", "daemon took s", "ours CPU s", "bare CPU s", "x"))
    if reason := fleets.why_not():
        latency.notes.append(reason)
        yield latency
        return
    with PrivateLibvirtd() as daemon:
        for size in (10, 200) if options.quick else (10, 1000):
            with fleets.simulated(daemon, size) as uuids:
                _latency(latency, daemon, uuids, 40 if options.quick else 200)
        yield latency
        with fleets.simulated(daemon, 100) as uuids:
            _storm(storm, daemon, uuids, 2000 if options.quick else 10_000)
        yield storm


def _latency(table: Table, daemon: PrivateLibvirtd, uuids: list[str], events: int) -> None:
    uri, uuid = daemon.test_uri(), uuids[0]
    conn = libvirt.open(uri)
    domain = conn.lookupByUUIDString(uuid)
    bare_took, ours_took, more = [], [], []
    with (
        programs.program(OURS, [uri, uuid, str(len(uuids))]) as ours,
        programs.program(BARE, [uri, uuid]) as bare,
    ):
        ours.line(), bare.line()
        for number in range(events):
            began = time.monotonic()
            (domain.resume if number % 2 else domain.suspend)()
            heard, notified = float(bare.line()), float(ours.line())
            bare_took.append((heard - began) * 1e3)
            ours_took.append((notified - began) * 1e3)
            more.append((notified - heard) * 1e3)
    del domain
    conn.close()
    middle, late = statistics.median(more), statistics.quantiles(more, n=20)[-1]
    table.add(len(uuids), statistics.median(bare_took), statistics.median(ours_took), middle, late)
    table.target(middle <= 1.5, f"{len(uuids)} machines: {middle:.2f} ms after a bare callback (1.5)")


def _storm(table: Table, daemon: PrivateLibvirtd, uuids: list[str], events: int) -> None:
    uri = daemon.test_uri()
    spent: dict[str, float] = {}
    took = 0.0
    for name, code in (("ours", OURS), ("bare", BARE.replace("if domain.UUIDString() == uuid", "if True"))):
        conn = libvirt.open(uri)
        domains = [conn.lookupByUUIDString(uuid) for uuid in uuids]
        with programs.program(code, [uri, uuids[-1], str(len(uuids))]) as running:
            running.line()
            used, began = pairs.cpu_seconds(running.process.pid), time.monotonic()
            for _ in range(events // 2 // len(domains)):
                for domain in domains:
                    domain.suspend()
                    domain.resume()
            took = time.monotonic() - began
            _until_quiet(running)
            spent[name] = pairs.cpu_seconds(running.process.pid) - used
        domains.clear()
        conn.close()
    times = spent["ours"] / spent["bare"]
    table.add(events, took, spent["ours"], spent["bare"], times)
    table.target(times <= 2, f"{times:.2f} x the CPU of bare callbacks (2)")


def _until_quiet(running: programs.Program) -> None:
    """Until it has used no CPU for half a second: all events are worked off."""
    used = -1.0
    while (now := pairs.cpu_seconds(running.process.pid)) - used > 0.002:
        used = now
        time.sleep(0.5)
