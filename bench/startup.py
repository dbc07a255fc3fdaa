"""From the start of the process to the tray icon and to the list painted, beside empty PySide6 programs and peers."""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

import libvirt

from bench import fleets, peers, programs, terminal
from bench.programs import Turns
from bench.tables import Table
from tests.helpers.libvirtd import PrivateLibvirtd

BUDGET = 170.0
PATIENCE = 30.0
"""Seconds that virt-manager gets to show its list."""
WEIGHED = 3
"""So many of the runs are weighed."""
Env = Mapping[str, str]

EMPTY_TRAY = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
app = QApplication(sys.argv)
app.setQuitOnLastWindowClosed(False)
pixmap = QPixmap(22, 22); pixmap.fill()
tray = QSystemTrayIcon(QIcon(pixmap)); tray.show()
QTimer.singleShot(0, lambda: print(time.monotonic(), flush=True))
app.exec()
"""

EMPTY_WINDOW = EMPTY_TRAY.replace(
    "QTimer.singleShot(0, lambda: print(time.monotonic(), flush=True))",
    """
from PySide6.QtQml import QQmlApplicationEngine
engine = QQmlApplicationEngine()
engine.loadData(b'''import QtQuick.Controls
ApplicationWindow { visible: true; width: 860; height: 620; Label { text: "x" } }''')
window, told = engine.rootObjects()[0], []
window.frameSwapped.connect(lambda: told or (told.append(1), print(time.monotonic(), flush=True)))
""",
)

# The program as it is, with an eye on when its window has painted the rows: Qt loaded as the program loads it.
OUR_WINDOW = """
import sys, time
from virtmonitor import qtimport
qtimport.load()
from virtmonitor.desktop import windows
rows, show = int(sys.argv.pop(1)), windows.Windows.show_window
def shown(self, *arguments):
    show(self, *arguments)
    told = []
    def swapped():
        if not told and sum(1 for _ in self._engine.records()) >= rows:
            told.append(1)
            print(time.monotonic(), flush=True)
    self.window.frameSwapped.connect(swapped)
windows.Windows.show_window = shown
from virtmonitor.cli import main
main(sys.argv[1:])
"""

OUR_TRAY = """
import sys, time
from virtmonitor import qtimport
qtimport.load()
from PySide6.QtCore import QTimer
from virtmonitor.desktop import tray
made = tray.Tray.__init__
def after(self, *arguments, **named):
    made(self, *arguments, **named)
    QTimer.singleShot(0, lambda: print(time.monotonic(), flush=True))
tray.Tray.__init__ = after
from virtmonitor.cli import main
main(sys.argv[1:])
"""


KEYS = ("start-window", "start-tray", "tray-memory", "start-1", "start-100", "start-1000", "start-10000")


def measure(options: argparse.Namespace) -> Iterator[Table]:
    """Beside empty programs, then beside virt-manager with fleets of growing size, then beside itself."""
    if reason := fleets.why_not():
        table = Table("Start-up", ("not measured",), notes=[reason])
        table.not_taken(*KEYS, reason=reason)
        yield table
        return
    with PrivateLibvirtd() as daemon, programs.screen() as env:
        yield _empty(daemon, env, 3 if options.quick else 7)
        yield _large(daemon, env, 500 if options.quick else 10_000)
        yield _peer(daemon, env, options)
        yield _terminal(daemon, env, 1 if options.quick else 3)


def _empty(daemon: PrivateLibvirtd, env: Env, rounds: int) -> Table:
    columns = ("what", "ours ms", "empty ms", "x", "ours PSS MiB", "empty PSS MiB")
    table = Table("Start-up, beside empty programs", columns)
    uri = daemon.test_uri()
    with fleets.simulated(daemon, 20):
        ours = (OUR_TRAY, ["--minimized", "-c", uri])
        took, weight = _beside(ours, EMPTY_TRAY, rounds, env)
        _tell_empty(table, "start-tray", "tray icon", took, weight)
        more = weight["ours"] - weight["empty"]
        table.outcome(
            "tray-memory", weight["ours"], weight["empty"], "MiB", met=more <= 8, remark=f"{more:+.1f} MiB"
        )
        ours = (OUR_WINDOW, ["20", "--window", "-c", uri])
        _tell_empty(table, "start-window", "window, 20 rows", *_beside(ours, EMPTY_WINDOW, rounds, env))
    table.notes.append(
        f"Medians of {rounds} alternating rounds, x: of the pairs; weighed 1 s after the mark."
    )
    return table


def _tell_empty(table: Table, key: str, what: str, took: Turns, weight: dict[str, float]) -> None:
    times = took.ratio("ours", "empty")
    table.add(what, took.median("ours"), took.median("empty"), times, weight["ours"], weight["empty"])
    table.outcome(key, took.median("ours"), took.median("empty"), "ms", ratio=times)


def _peer(daemon: PrivateLibvirtd, env: Env, options: argparse.Namespace) -> Table:
    table = Table(
        "Start to list shown, beside virt-manager", ("domains", "ours ms", "virt-manager ms", "x", "pairs")
    )
    for size in (1, 100) if options.quick else (1, 100, 1000):
        reason = peers.why_no_virt_manager()
        if not reason and options.left() < PATIENCE + 10:
            reason = "No time was left for it: this machine is too busy."
        if reason:
            table.not_taken(f"start-{size}", reason=reason)
            continue
        _peer_row(table, daemon, env, size, min(25.0, options.left() / 5))
    table.notes.append(
        "Ours: painted with all rows; virt-manager: its tree holds all, and its loop was idle."
    )
    return table


def _peer_row(table: Table, daemon: PrivateLibvirtd, env: Env, size: int, seconds: float) -> None:
    with fleets.simulated(daemon, size):
        ways = {
            "ours": partial(_window, env, daemon.test_uri(), size),
            "theirs": partial(_virt_manager, env, daemon.test_uri(), size),
        }
        took = programs.in_turns(ways, 5, seconds=seconds, warm=size < 1000)
    mine, theirs, times = took.median("ours"), took.median("theirs"), took.ratio("ours", "theirs")
    table.add(size, mine, theirs, times, len(took["ours"]))
    stalled = max(took["theirs"]) >= PATIENCE * 1e3
    remark = f"its loop was never idle in {PATIENCE:.0f} s, its time is at least that" if stalled else ""
    table.outcome(f"start-{size}", mine, theirs, "ms", ratio=times, remark=remark)


def _terminal(daemon: PrivateLibvirtd, env: Env, rounds: int) -> Table:
    """Our live table beside virtui-manager's."""
    table = Table("Start to the first name on a terminal", ("domains", "ours ms", "virtui-manager ms", "x"))
    if not terminal.VIRTUI.exists():
        table.notes.append("virtui-manager could not be installed here.")
        return table
    uri = daemon.test_uri()
    terminal.virtui_home(Path(env["HOME"]), uri)
    ours = [sys.executable, "-m", "virtmonitor", "top", "-c", uri]
    for size in (20, 100):
        with fleets.simulated(daemon, size):
            ways = {
                "ours": partial(terminal.first_text, ours, env, "sim-0000"),
                "theirs": partial(terminal.first_text, [str(terminal.VIRTUI)], env, "sim-0000"),
            }
            took = programs.in_turns(ways, rounds, seconds=8)
        table.add(size, took.median("ours"), took.median("theirs"), took.ratio("ours", "theirs"))
    table.notes.append("`virtmonitor top`; a terminal of 40 x 120.")
    return table


def _large(daemon: PrivateLibvirtd, env: Env, size: int) -> Table:
    """The list of a large host costs the bare calls, and not much beside."""
    table = Table("Start to list shown, beside itself at 20", ("domains", "ours ms", "bare calls ms", "x"))
    uri = daemon.test_uri()
    with fleets.simulated(daemon, 20):
        small, small_calls = _with_calls(env, uri, 20, 4)
    with fleets.simulated(daemon, size):
        large, large_calls = _with_calls(env, uri, size, 4)
    table.add(20, small, small_calls, 1.0)
    times = (large - large_calls) / (small - small_calls)
    table.add(size, large, large_calls, times)
    remark = f"{large:.0f} ms less {large_calls:.0f} ms of bare open + list + bulk state"
    table.outcome("start-10000", large - large_calls, small - small_calls, "ms", ratio=times, remark=remark)
    return table


def _with_calls(env: Env, uri: str, size: int, rounds: int) -> tuple[float, float]:
    ways = {"ours": partial(_window, env, uri, size), "bare": partial(_bare_calls, uri)}
    took = programs.in_turns(ways, rounds, seconds=15)
    return took.median("ours"), took.median("bare")


def _bare_calls(uri: str) -> float:
    began = time.perf_counter()
    connection = libvirt.open(uri)
    connection.listAllDomains()
    connection.getAllDomainStats(libvirt.VIR_DOMAIN_STATS_STATE)
    took = time.perf_counter() - began
    connection.close()
    return took * 1e3


def _window(env: Env, uri: str, rows: int) -> float:
    with programs.program(OUR_WINDOW, [str(rows), "--window", "-c", uri], env) as started:
        return started.arrived()


def _virt_manager(env: Env, uri: str, rows: int) -> float:
    with peers.virt_manager(env, uri, rows) as started:
        try:
            return started.arrived(PATIENCE)
        except TimeoutError:
            return PATIENCE * 1e3  # it was still stalled; it is at least so long


def _beside(ours: tuple[str, list[str]], empty: str, rounds: int, env: Env) -> tuple[Turns, dict[str, float]]:
    """Start times in ms, and the middle weight of each in MiB."""
    weights: dict[str, list[float]] = {"ours": [], "empty": []}

    def run(name: str, code: str, arguments: list[str]) -> float:
        with programs.program(code, arguments, env) as started:
            took = started.arrived()
            if len(weights[name]) < WEIGHED:
                time.sleep(1)
                weights[name].append(started.pss())
        return took

    ways = {"ours": partial(run, "ours", *ours), "empty": partial(run, "empty", empty, [])}
    took = programs.in_turns(ways, rounds, seconds=25)
    return took, {name: statistics.median(seen) for name, seen in weights.items()}
