"""A program with a probe within: ours as it is, or the empty Qt Quick program that it is measured beside.

`bench.programs.probed` starts it: `main ours|empty [ARGUMENTS of virtmonitor]`. Each line on its input is a command
of `Probe`, answered with one line of JSON; a failure is answered with {"failed": sentence}.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from typing import Any, Final

from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer, Slot
from PySide6.QtQml import QQmlApplicationEngine, QQmlEngine, QQmlExpression
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from tests.helpers.stall import StallMeter
from virtmonitor.core.domain import DomainState

FLICK: Final = "if (!moving) flick(0, -4000)"
EMPTY: Final = b"""
import QtQuick
import QtQuick.Controls
ApplicationWindow {
    width: 1180; height: 760
    Label { text: "x" }
    Rectangle { width: 40; height: 40; y: 40
        NumberAnimation on x { from: 0; to: 800; duration: 2000; loops: Animation.Infinite } }
}
"""


class Probe(QObject):
    """Does what its input says, on the GUI thread. `windows`: makes or gives the window of that name."""

    def __init__(self, windows: Callable[[str], QQuickWindow], tray: Callable[[], QSystemTrayIcon]) -> None:
        super().__init__()
        self._windows, self._tray = windows, tray
        self._input = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._input.activated.connect(self._read)
        self._stall = StallMeter()
        self._frames: list[float] = []

    @Slot()
    def _read(self) -> None:
        line = os.read(sys.stdin.fileno(), 4096).decode()
        if not line:
            self._input.setEnabled(False)
            return
        name, *arguments = line.split()
        try:
            getattr(self, f"do_{name}")(*arguments)
        except Exception as failed:  # noqa: BLE001  # the bench shall hear of it, whatever it is
            say(failed=f"{name}: {failed}")

    def do_window(self) -> None:
        """Show the window: ms until its next frame is on the screen."""
        self._painted("window", lambda window: window.show())

    def do_popup(self) -> None:
        """Click on the tray icon: ms until the popup is painted."""
        began = time.monotonic()
        click = QSystemTrayIcon.ActivationReason.Trigger
        tray = self._tray()
        tray.activated.emit(click)
        self._when_painted(self._windows("popup"), began)

    def do_hide(self, name: str) -> None:
        """Hide it."""
        self._windows(name).hide()
        say(hidden=name)

    def _painted(self, name: str, show: Callable[[QQuickWindow], None]) -> None:
        began = time.monotonic()
        window = self._windows(name)
        show(window)
        self._when_painted(window, began)

    def _when_painted(self, window: QQuickWindow, began: float) -> None:
        waiting = [True]

        def swapped() -> None:
            if not waiting:
                return  # one frame more was under way
            waiting.clear()
            window.frameSwapped.disconnect(swapped)
            say(ms=(time.monotonic() - began) * 1e3)

        window.frameSwapped.connect(swapped, Qt.ConnectionType.QueuedConnection)

    def do_frames(self, name: str, seconds: str, drive: str = "") -> None:
        """For so long a frame after the other: the times between them, in ms. `drive`: "scroll"."""
        window = self._windows(name)
        self._frames = []
        flick = self._flicker(window) if drive == "scroll" else None

        def swapped() -> None:
            self._frames.append(time.perf_counter())
            if flick is not None:
                flick()
            window.update()

        def done() -> None:
            window.frameSwapped.disconnect(swapped)
            times, self._frames = self._frames, []
            say(frames=[round((b - a) * 1e3, 2) for a, b in pairwise(times)])

        window.frameSwapped.connect(swapped, Qt.ConnectionType.QueuedConnection)
        QTimer.singleShot(round(float(seconds) * 1e3), self, done)
        window.update()

    def _flicker(self, window: QQuickWindow) -> Callable[[], object]:
        lists = [item for item in below(window.contentItem()) if "ListView" in item.metaObject().className()]
        view = max(lists, key=lambda item: int(item.property("count")))
        context = QQmlEngine.contextForObject(view)
        expression = QQmlExpression(context, view, FLICK)
        return expression.evaluate

    def do_stall(self) -> None:
        """The longest stall (ms) of this thread since asked before."""
        self._stall.start()
        say(stall=self._stall.longest)
        self._stall.longest = 0.0

    def do_things(self) -> None:
        """How many threads, descriptors and QObjects of the top there are."""
        gc.collect()
        descriptors = len(os.listdir("/proc/self/fd"))
        say(threads=len(os.listdir("/proc/self/task")), descriptors=descriptors)


class OurProbe(Probe):
    """Ours: it also knows the machines. More commands: rows, choose, watch, heard, states."""

    def __init__(self, parts: Any) -> None:
        """`parts`: virtmonitor.parts.Parts, begun."""
        super().__init__(
            lambda name: getattr(parts.windows, name), lambda: parts.tray.findChild(QSystemTrayIcon)
        )
        self._engine, self._parts = parts.engine, parts
        self._heard = 0
        self._engine.eventsHeard.connect(self._hear)
        self._waiting = 0
        self._poll = QTimer(self, interval=10)
        self._poll.timeout.connect(self._look)

    def do_window(self) -> None:
        """As a person asks for it."""
        self._painted("window", lambda _window: self._parts.windows.show_window())

    def do_rows(self, number: str) -> None:
        """Answers when it has read that many machines, with all of their XML."""
        self._waiting = int(number)
        self._poll.start()

    @Slot()
    def _look(self) -> None:
        records = list(self._engine.records())
        if len(records) >= self._waiting and all(record.detailed for record in records):
            self._poll.stop()
            say(rows=len(records))

    def do_choose(self, uuid: str) -> None:
        """Open the page of that machine in the window, instead of the host's."""
        self._parts.windows.show_window(f"{self._engine.hosts[0]}/{uuid}")
        say(chosen=uuid)

    def do_watch(self, uuid: str) -> None:
        """From now on: {"notified": CLOCK_MONOTONIC, "painted": the same} for each change of that machine's state."""
        source = self._engine.containerForSource(f"{self._engine.hosts[0]}/{uuid}")
        window = self._windows("window")
        notified: list[float] = []

        def changed() -> None:
            notified.append(time.monotonic())

        def swapped() -> None:
            if notified:
                say(notified=notified[0], painted=time.monotonic())
                notified.clear()

        source.stateChanged.connect(changed)
        window.frameSwapped.connect(swapped)
        self._kept = source
        say(watching=uuid)

    def _hear(self, events: Any) -> None:
        self._heard += len(events) if isinstance(events, list | tuple) else 1

    def do_heard(self) -> None:
        """How many events came since asked before."""
        say(heard=self._heard)
        self._heard = 0

    def do_states(self) -> None:
        """How many machines it thinks to be running."""
        states = self._engine.states()
        say(running=states[DomainState.RUNNING], all=sum(states.values()))


def below(item: QQuickItem) -> list[QQuickItem]:
    """All items below that one."""
    found = []
    for child in item.childItems():
        found += [child, *below(child)]
    return found


def say(**what: Any) -> None:
    """One line of JSON to the bench."""
    print(json.dumps(what), flush=True)


def ours(arguments: list[str]) -> None:
    """The whole program with a probe in it."""
    from virtmonitor import app as program
    from virtmonitor.cli import main

    begin = program.Desktop._begin

    def begun(self: program.Desktop) -> None:
        begin(self)
        self.__dict__["probe"] = OurProbe(self._parts)

    program.Desktop._begin = begun  # type: ignore[method-assign]
    main(arguments)


def empty() -> None:
    """A tray icon, a window and a popup with next to nothing in them."""
    from PySide6.QtGui import QIcon, QPixmap

    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    pixmap = QPixmap(22, 22)
    pixmap.fill()
    tray = QSystemTrayIcon(QIcon(pixmap))
    tray.show()
    engine = QQmlApplicationEngine()
    windows: dict[str, QQuickWindow] = {}

    def get(name: str) -> QQuickWindow:
        if name not in windows:
            engine.loadData(EMPTY)
            window = engine.rootObjects()[-1]
            assert isinstance(window, QQuickWindow)
            windows[name] = window
            if name == "popup":
                window.setFlags(Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint)
                window.resize(380, 520)
        return windows[name]

    tray.activated.connect(lambda _reason: get("popup").show())
    probe = Probe(get, lambda: tray)
    app.exec()
    del probe


def main() -> None:
    """The one that the first argument names."""
    if sys.argv[1] == "ours":
        ours(sys.argv[2:])
    else:
        empty()
