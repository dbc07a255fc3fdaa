"""The longest stall of the GUI thread while something breaks: our engine under every fault of tests/faults, and our
window beside virt-manager when the daemon is killed and when it hangs.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from bench import fleets, programs
from bench.tables import Table
from tests.helpers.libvirtd import PrivateLibvirtd
from tests.helpers.stall import INTERVAL, REPORT

TARGET = 50.0  # ms
DOMAINS = 20

# GTK's loop is watched from within, as ours is: by a timer that is due every 5 ms.
_WATCH_GTK = """
import sys, threading, time
def install():
    while "gi.repository.Gtk" not in sys.modules:
        time.sleep(0.05)
    from gi.repository import GLib
    path, last, stalls = %r, [time.perf_counter(), 0.0], [0.0, 0.0]
    def tick():
        import os
        now = time.perf_counter()
        with open("/proc/thread-self/schedstat") as file:
            queued = int(file.read().split()[1]) / 1e6
        late = (now - last[0]) * 1e3 - 5
        found = [late, late - (queued - last[1])]
        last[:] = now, queued
        if os.path.exists(path + ".begin"):
            os.unlink(path + ".begin")
            stalls[:] = found = [0.0, 0.0]
        if any(new > old for new, old in zip(found, stalls)):
            stalls[:] = map(max, found, stalls)
            with open(path, "w") as file:
                file.write(" ".join(map(str, stalls)))
        return True
    GLib.timeout_add(5, tick, priority=GLib.PRIORITY_HIGH)
if "virt-manager" in " ".join(getattr(sys, "orig_argv", [])):
    threading.Thread(target=install, daemon=True).start()
"""
# The whole program with its window; the meter is the one of the tests.
_OURS = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from tests.helpers.stall import StallMeter
from virtmonitor import app as program
path = Path(sys.argv.pop(1))
begin = program.Desktop._begin
def begun(self):
    begin(self)
    self.meter = StallMeter()
    self.meter.start()
    def tell():
        if path.with_suffix(".begin").exists():
            path.with_suffix(".begin").unlink()
            self.meter.longest = self.meter.own = 0.0
        path.write_text(f"{self.meter.longest} {self.meter.own}")
    self.teller = QTimer(interval=50)
    self.teller.timeout.connect(tell)
    self.teller.start()
program.Desktop._begin = begun
from virtmonitor.cli import main
main(sys.argv[1:])
"""


def measure(options: argparse.Namespace) -> Iterator[Table]:
    """One row a fault; then the two programs side by side."""
    yield _engine(options)
    yield _programs(options)


def _engine(options: argparse.Namespace) -> Table:
    table = Table("Faults: longest stall of the GUI thread", ("fault", "ms", "own ms"))
    tests = ["tests/faults/test_daemon.py"] if options.quick else ["tests/faults"]
    with tempfile.TemporaryDirectory(prefix="bench-faults-") as directory:
        told = Path(directory) / "stalls"
        env = os.environ | {REPORT: str(told)}
        argv = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests]
        done = subprocess.run(argv, env=env, cwd=programs.ROOT, capture_output=True, text=True, check=False)
        lines = told.read_text().splitlines() if told.exists() else []
    for row in map(json.loads, lines):
        if "longest_stall_ms" in row:
            stalls = float(row["longest_stall_ms"]), float(row["own_stall_ms"])
            table.add(row["fault"].removeprefix("test_"), *stalls)
    worst = max((row[2] for row in table.rows), default=0.0)
    table.target(
        worst <= TARGET, f"the longest stall of its own is {worst:.0f} ms, the target {TARGET:.0f} ms"
    )
    table.target(done.returncode == 0, f"tests failed: {done.stdout.strip().splitlines()[-1:]}")
    table.notes.append(
        f"A timer of {INTERVAL} ms on the GUI thread, from the first connection to the end of each test. "
        "Own: without the time in which the thread waited only because other programs had the processors."
    )
    return table


def _programs(options: argparse.Namespace) -> Table:
    table = Table(f"The window over {DOMAINS} domains", ("fault", "ours ms", "own", "virt-manager ms", "own"))
    if reason := fleets.why_not():
        table.notes.append(f"Not measured: {reason}")
        return table
    seconds = 10.0 if options.quick else 30.0
    peer = shutil.which("virt-manager")
    if peer is None:
        table.notes.append("virt-manager is not installed here.")
    for fault in ("kill -9, started again after 5 s", f"SIGSTOP for {seconds:.0f} s"):
        ours = _stall(fault, seconds, ours=True)
        table.add(fault, *ours, *(_stall(fault, seconds, ours=False) if peer else (None, None)))
        table.target(ours[1] <= TARGET, f"{fault}: {ours[1]:.0f} ms")
    table.notes.append("Each with its own timer of 5 ms inside the process, both on the same private screen.")
    return table


def _stall(fault: str, seconds: float, *, ours: bool) -> tuple[float, float]:
    """The longest stall, and the longest of its own; milliseconds."""
    with (
        tempfile.TemporaryDirectory(prefix="bench-faults-") as directory,
        PrivateLibvirtd() as daemon,
        programs.screen() as env,
        fleets.simulated(daemon, DOMAINS),
    ):
        told = Path(directory) / "stall"
        with _running(ours, daemon, env, told):
            time.sleep(15)  # it has come up and is at rest
            told.write_text("0 0")
            told.with_suffix(".begin").touch()
            time.sleep(1)
            _make(fault, daemon, seconds)
            time.sleep(10)
            longest, own = (told.read_text() or "0 0").split()
            return float(longest), float(own)


def _make(fault: str, daemon: PrivateLibvirtd, seconds: float) -> None:
    if fault.startswith("kill"):
        daemon.kill9()
        time.sleep(5)
        daemon.start()
    else:
        daemon.sigstop()
        time.sleep(seconds)
        daemon.sigcont()


@contextlib.contextmanager
def _running(ours: bool, daemon: PrivateLibvirtd, env: Mapping[str, str], told: Path) -> Iterator[None]:
    uri = daemon.test_uri()
    if ours:
        with programs.program(_OURS, [str(told), "--window", "--allow-commands", "-c", uri], env):
            yield
        return
    (told.parent / "sitecustomize.py").write_text(_WATCH_GTK % str(told))
    process = subprocess.Popen(
        ["virt-manager", "--no-fork", "-c", uri],
        env={**env, "PYTHONPATH": str(told.parent), "GSETTINGS_BACKEND": "memory"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        process.kill()
        process.wait()
