"""`virtmonitor top`: what each running machine costs now, the dearest first; `--json` for one sample."""

from __future__ import annotations

import argparse
import os
import sys
import termios
import tty
from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, QTimer, Slot
from rich.console import Console, Group
from rich.live import Live
from rich.table import Table
from rich.text import Text

from virtmonitor.cli_read import complete, print_json
from virtmonitor.cli_table import caption, room
from virtmonitor.cli_watch import FirstConnection, follow
from virtmonitor.core.plaintext import one_line
from virtmonitor.core.properties import outward
from virtmonitor.core.units import format_bytes
from virtmonitor.engine import sourcetext
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.hoststate import RowChanges
from virtmonitor.engine.rowview import natural

Data = dict[str, Any]

# Key on the keyboard -> column: what it is sorted by.
_KEYS: Final = {"c": "cpu", "m": "memory", "d": "disk", "n": "network", "a": "name", "h": "host"}
_SORTED_BY: Final = {"cpu": "of host"}  # what is dear is dear to the host
COLUMNS: Final = tuple(_KEYS.values())


def _sum(data: Data, *names: str) -> float:
    return -sum(data.get(name) or 0 for name in names)


_ORDERS: Final[dict[str, Callable[[Data], Any]]] = {
    "cpu": lambda data: _sum(data, "cpuHostUsage"),
    "memory": lambda data: -(data.get("memoryResident") or data.get("memoryUsed") or 0),
    "disk": lambda data: _sum(data, "diskReadRate", "diskWriteRate"),
    "network": lambda data: _sum(data, "netReceiveRate", "netTransmitRate"),
    "name": lambda data: natural(data["name"]),
    "host": lambda data: data["host"],
}


def top(options: argparse.Namespace) -> int:
    """Live on a terminal until q or a signal; with `--json` one sample and the end."""
    kind = JsonTop if options.json else LiveTop
    return follow(options, lambda engine: kind(engine, options))


class Looker(FirstConnection):
    """Looks at every running machine at the interval asked for."""

    def __init__(self, engine: DataEngine, options: argparse.Namespace) -> None:
        super().__init__(engine)
        self.interval = max(1, round(options.interval * 1000))
        self.sort: str = options.sort
        self.data: dict[str, Data] = {}
        engine.rowsChanged.connect(self._rows)

    @Slot(str, dict)
    def dataUpdated(self, source: str, data: Data) -> None:
        """The engine's delivery."""
        self.data[source] = data

    def ordered(self) -> list[Data]:
        """The running machines, the dearest first."""
        running = [data for data in self.data.values() if data.get("active")]
        return sorted(
            running, key=lambda data: (_ORDERS[self.sort](data), natural(data["name"]), data["uuid"])
        )

    @Slot(object)
    def _rows(self, changes: RowChanges) -> None:
        for record in (*changes.added, *changes.changed):
            if record.active:
                self._engine.connectSource(record.source, self, self.interval)
            else:
                self._engine.disconnectSource(record.source, self)
                self.data.pop(record.source, None)
        for record in changes.removed:
            self.data.pop(record.source, None)


class JsonTop(Looker):
    """Two samples, for what is a rate needs two; then all values of the running machines as JSON."""

    def __init__(self, engine: DataEngine, options: argparse.Namespace) -> None:
        super().__init__(engine, options)
        self._done = QTimer(self, singleShot=True, interval=round(self.interval * 2.5))
        self._done.timeout.connect(QCoreApplication.quit)

    @Slot(object)
    def _rows(self, changes: RowChanges) -> None:
        super()._rows(changes)
        if not self._done.isActive():
            self._done.start()

    def close(self) -> None:
        """Print."""
        if self.failure is None:
            rows = []
            for data in self.ordered():
                record = self._engine.record(f"{data['host']}/{data['uuid']}")
                rows.append(outward((complete(record) if record else {}) | data))
            print_json(rows)


class Keys(QObject):
    """Single keys of the terminal, without Enter; `close` gives the terminal back as it was."""

    def __init__(self, pressed: Callable[[str], None]) -> None:
        super().__init__()
        self._pressed = pressed
        self._fd = sys.stdin.fileno() if sys.stdin is not None and sys.stdin.isatty() else -1
        if self._fd >= 0:
            self._before = termios.tcgetattr(self._fd)
            tty.setcbreak(self._fd)
            self._notifier = QSocketNotifier(self._fd, QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._ready)

    def close(self) -> None:
        """Put the terminal back."""
        if self._fd >= 0:
            self._notifier.setEnabled(False)
            termios.tcsetattr(self._fd, termios.TCSADRAIN, self._before)

    @Slot()
    def _ready(self) -> None:
        for key in os.read(self._fd, 32).decode(errors="ignore"):
            self._pressed(key)


class LiveTop(Looker):
    """The live table."""

    def __init__(self, engine: DataEngine, options: argparse.Namespace) -> None:
        super().__init__(engine, options)
        self._view = Live(console=Console(highlight=False), auto_refresh=False, screen=sys.stdout.isatty())
        self._view.start()
        self._keys = Keys(self._key)
        self._draw_soon = QTimer(self, singleShot=True, interval=50)
        self._draw_soon.timeout.connect(self._draw)
        engine.connectionChanged.connect(self._host_changed)
        self._draw_soon.start()

    def close(self) -> None:
        """Give the terminal back."""
        self._keys.close()
        self._view.stop()

    @Slot(str, dict)
    def dataUpdated(self, source: str, data: Data) -> None:
        """The engine's delivery; many in one turn are one drawing."""
        super().dataUpdated(source, data)
        if not self._draw_soon.isActive():
            self._draw_soon.start()

    @Slot(object)
    def _rows(self, changes: RowChanges) -> None:
        super()._rows(changes)
        self._draw_soon.start()

    @Slot(object)
    def _host_changed(self, _status: object) -> None:
        self._draw_soon.start()

    def _key(self, key: str) -> None:
        if key == "q":
            QCoreApplication.quit()
        elif key in _KEYS:
            self.sort = _KEYS[key]
            self._draw()

    @Slot()
    def _draw(self) -> None:
        table = Table(box=None, pad_edge=False)
        columns = self._columns()
        for column in columns:
            mark = " ▾" if column == _SORTED_BY.get(self.sort, self.sort) else ""
            number = column in ("cpu", "of host")
            table.add_column(column.upper() + mark, no_wrap=True, justify="right" if number else "left")
        rows = self.ordered()
        keys = "sort by: c m d n a h; end: q"
        fit = room(self._view.console, caption(f"{len(rows)} run, {len(rows)} shown; {keys}", self._engine))
        for data in rows[:fit]:
            table.add_row(
                *(_CELLS[column](data) for column in columns), style="dim" if data.get("stale") else ""
            )
        shown = f", {fit} shown" if len(rows) > fit else ""
        below = caption(f"{len(rows)} run{shown}; {keys}", self._engine)
        self._view.update(Group(table, below), refresh=True)

    def _columns(self) -> list[str]:
        """Those that tell something."""
        return [column for column in _CELLS if column != "host" or len(self._engine.hosts) > 1]


def _name(data: Data) -> Text:
    name = Text(one_line(data["name"]))
    if data.get("answering") is False:
        name.append(" does not answer", "red")
    return name


def _rates(data: Data, down: str, up: str) -> Text:
    return Text(f"↓{_tight(data.get(down)):<6} ↑{_tight(data.get(up))}")


def _tight(rate: float | None) -> str:
    """Bytes a second in as few signs as can be: a terminal has 80 columns.

    >>> _tight(49971.2), _tight(0), _tight(None)
    ('48.8K', '0', '—')
    """
    return format_bytes(rate).replace(" ", "").removesuffix("B").removesuffix("i")


_CELLS: Final[dict[str, Callable[[Data], Text]]] = {
    "name": _name,
    "host": lambda data: Text(one_line(data["host"])),
    "cpu": lambda data: Text(sourcetext.cpu(data)),
    "of host": lambda data: Text(sourcetext.cpu({"cpuUsage": data.get("cpuHostUsage")})),
    "memory": lambda data: Text(sourcetext.memory_brief(data)),
    "disk": lambda data: _rates(data, "diskReadRate", "diskWriteRate"),
    "network": lambda data: _rates(data, "netReceiveRate", "netTransmitRate"),
}
