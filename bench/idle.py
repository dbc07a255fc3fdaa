"""What it costs when nobody looks: the engine on 1,000 domains, and what its daemon hears of it in a minute."""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Iterator

from bench import fleets, pairs
from bench.tables import Table
from bench.wire import Wire, wire
from tests.helpers.libvirtd import PrivateLibvirtd

DOMAINS = 1000
SECONDS = 60.0
MOST_CPU = 0.1  # percent of a core

# A process that has the engine and nobody who looks: what a tray icon with a closed popup is.
_ENGINE = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from virtmonitor.core.connection import HostSettings
from virtmonitor.engine.dataengine import DataEngine
app = QCoreApplication(sys.argv)
engine = DataEngine()
engine.rowsChanged.connect(lambda changes: print("rows", flush=True))
engine.addHost(HostSettings("bench", sys.argv[1], confirmed=True))
app.exec()
"""


def measure(options: argparse.Namespace) -> Iterator[Table]:
    """Calls, keepalive and CPU in a minute without anybody looking."""
    table = Table(
        f"Nobody looks at {DOMAINS:,} domains",
        ("seconds", "calls", "keepalive", "events", "bytes", "CPU ms", "CPU %"),
    )
    if reason := fleets.why_not():
        table.notes.append(f"Not measured: {reason}")
        yield table
        return
    seconds = 15.0 if options.quick else SECONDS
    with PrivateLibvirtd() as daemon, fleets.simulated(daemon, DOMAINS), wire(daemon.socket) as counted:
        _watch(table, counted, seconds)
    table.notes.append("Messages counted by a proxy on the daemon's socket; keepalive is libvirt's own.")
    yield table


def _watch(table: Table, counted: Wire, seconds: float) -> None:
    argv = [sys.executable, "-c", _ENGINE, f"test+unix:///default?socket={counted.socket}"]
    engine = subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        _at_rest(counted, engine)
        before, used, began = counted.counts(), pairs.cpu_seconds(engine.pid), time.monotonic()
        time.sleep(seconds)
        after, used = counted.counts(), pairs.cpu_seconds(engine.pid) - used
        passed = time.monotonic() - began
        _tell(table, before, after, used, passed)
    finally:
        engine.kill()
        engine.communicate()


def _tell(table: Table, before: dict[str, int], after: dict[str, int], used: float, seconds: float) -> None:
    def grown(*names: str) -> int:
        return sum(after.get(name, 0) - before.get(name, 0) for name in names)

    calls, percent = grown("sent call"), used / seconds * 100
    table.add(
        seconds,
        calls,
        grown("sent keepalive", "received keepalive"),
        grown("received other"),
        grown("sent bytes", "received bytes"),
        used * 1e3,
        percent,
    )
    table.target(calls == 0, f"{calls} calls were made though nobody looks (0)")
    table.target(percent <= MOST_CPU, f"{percent:.2f} % of a core though nobody looks ({MOST_CPU} %)")


def _at_rest(counted: Wire, engine: subprocess.Popen[bytes]) -> None:
    """Waits until all is read: calls were made, and none for five seconds."""
    calls, since = 0, time.monotonic()
    while not calls or time.monotonic() - since < 5:
        if engine.poll() is not None:
            raise ChildProcessError(f"the engine ended: {engine.communicate()[0].decode()}")
        now = counted.counts().get("sent call", 0)
        if now != calls:
            calls, since = now, time.monotonic()
        time.sleep(0.2)
