"""From the start of the process to the tray icon and to twenty rows painted, beside empty PySide6 programs."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from functools import partial

from bench import fleets, programs
from bench.tables import Table
from tests.helpers.libvirtd import PrivateLibvirtd

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

# The program as it is, with an eye on when its window has painted the rows.
OUR_WINDOW = """
import sys, time
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


def measure(options: argparse.Namespace) -> Iterator[Table]:
    """Tray alone, then window and tray with fleets of growing size."""
    table = Table("start-up", ("what", "ours ms", "empty ms", "x", "ours PSS MiB", "empty PSS MiB"))
    if reason := fleets.why_not():
        table.notes.append(reason)
        yield table
        return
    rounds = 3 if options.quick else 9
    with PrivateLibvirtd() as daemon, programs.screen() as env:
        uri = daemon.test_uri()
        with fleets.simulated(daemon, 20):
            _compare(table, "tray icon", (OUR_TRAY, ["--minimized", "-c", uri]), EMPTY_TRAY, 1.2, rounds, env)
            ours = (OUR_WINDOW, ["20", "--window", "-c", uri])
            _compare(table, "window, 20 rows", ours, EMPTY_WINDOW, 1.35, rounds, env)
        for size in (200,) if options.quick else (1000, 10_000):
            with fleets.simulated(daemon, size):
                ours = (OUR_WINDOW, [str(size), "--window", "-c", uri])
                _compare(table, f"window, {size:,} rows", ours, EMPTY_WINDOW, None, max(3, rounds // 3), env)
    table.notes.append(f"Medians of {rounds} alternating rounds; empty: PySide6 tray, or tray and window.")
    yield table


def _compare(
    table: Table,
    what: str,
    ours: tuple[str, list[str]],
    empty: str,
    target: float | None,
    rounds: int,
    env: dict[str, str],
) -> None:
    weights: dict[str, float] = {}

    def run(name: str, code: str, arguments: list[str]) -> float:
        with programs.program(code, arguments, env) as started:
            took = started.arrived()
            weights[name] = started.pss()
        return took

    ways: dict[str, Callable[[], float]] = {
        "ours": partial(run, "ours", *ours),
        "empty": partial(run, "empty", empty, []),
    }
    took = programs.in_turns(ways, rounds)
    times = took["ours"] / took["empty"]
    table.add(what, took["ours"], took["empty"], times, weights["ours"], weights["empty"])
    if target is not None:
        table.target(times <= target, f"{what}: {times:.2f} x the empty program ({target})")
