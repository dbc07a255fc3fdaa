"""The live table on a terminal: `virtmonitor watch`, and `virtmonitor` where there is no display."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QTimer, Slot
from rich.console import Console, Group
from rich.live import Live
from rich.table import Table
from rich.text import Text

from virtmonitor.cli_watch import FirstConnection
from virtmonitor.core import clock
from virtmonitor.core.domain import DomainRecord, DomainState
from virtmonitor.core.plaintext import one_line
from virtmonitor.core.units import format_bytes
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.rowview import natural
from virtmonitor.engine.statetext import connection_text, state_text

# A sign beside the colour: colour alone tells nothing to some eyes and some terminals.
_SIGNS: Final = {
    DomainState.RUNNING: ("▶", "green"),
    DomainState.BLOCKED: ("▶", "green"),
    DomainState.PAUSED: ("⏸", "yellow"),
    DomainState.PMSUSPENDED: ("☾", "yellow"),
    DomainState.SHUTDOWN: ("▽", "yellow"),
    DomainState.CRASHED: ("✖", "red"),
}


class TableWatcher(FirstConnection):
    """Draws all machines again when something changed, at most once a turn of the event loop."""

    def __init__(self, engine: DataEngine) -> None:
        super().__init__(engine)
        self._live_view = Live(console=Console(highlight=False), auto_refresh=False, screen=False)
        self._live_view.start()
        self._draw_soon = QTimer(self, singleShot=True, interval=0)
        self._draw_soon.timeout.connect(self._draw)
        engine.rowsChanged.connect(self._changed_rows)
        engine.connectionChanged.connect(self._changed_rows)

    def close(self) -> None:
        """Leave the last table standing, whole, and the terminal as it was."""
        self._live_view.update(self._whole())
        self._live_view.stop()

    @Slot(object)
    def _changed_rows(self, _change: object) -> None:
        self._draw_soon.start()

    @Slot()
    def _draw(self) -> None:
        self._live_view.update(self._whole(self._live_view.console), refresh=True)

    def _whole(self, console: Console | None = None) -> Group:
        """What stands there; as much of it as `console` has room for."""
        records = sorted(self._engine.records(), key=lambda r: (not r.active, natural(r.name), r.uuid))
        fit = len(records)
        if console is not None and console.is_terminal:
            fit = min(fit, room(console, self._below(f"{fit} machines, {fit} shown")))
        shown = f", {fit} shown" if fit < len(records) else ""
        return Group(self._table(records[:fit]), self._below(f"{len(records)} machines{shown}"))

    def _below(self, count: str) -> Text:
        return caption(f"{count}. Ctrl+C ends.", self._engine)

    def _table(self, records: Sequence[DomainRecord]) -> Table:
        table = Table(box=None, pad_edge=False, expand=False)
        for heading in ("", "NAME", "STATE", "VCPUS", "MEMORY", "HOST", "TITLE"):
            table.add_column(
                heading, no_wrap=True, justify="right" if heading in ("VCPUS", "MEMORY") else "left"
            )
        for record in records:
            table.add_row(*_cells(record), style="" if self._live(record.host) else "dim")
        return table

    def _live(self, host: str) -> bool:
        state = self._engine.host(host)
        return state is not None and state.live


def room(console: Console, below: Text) -> int:
    """How many rows a terminal has for machines, one at least: what stands below them tells how true they are."""
    heading_and_cursor = 2
    return max(1, console.height - heading_and_cursor - len(below.wrap(console, console.width)))


def caption(text: str, engine: DataEngine) -> Text:
    """What stands below a table: the text, and how the hosts are connected."""
    return Text("\n").join([Text(text, "dim"), *_host_lines(engine)])


def _host_lines(engine: DataEngine) -> Iterator[Text]:
    """How each host is connected, why one is not, and how old then is what is shown of it: a line each."""
    for name in engine.hosts:
        state = engine.host(name)
        if state is None:
            continue
        text = f"{one_line(name)}: {connection_text(state.status.state)}"
        if state.settings.demo:
            text += ". This is a demo: the machines are not real."
        if state.status.failure is not None:
            text += f". {one_line(str(state.status.failure))}"
        if not state.live and state.read_at is not None:
            read_at = time.strftime("%H:%M:%S", time.localtime(clock.wall(state.read_at)))
            text += f"{'' if text.endswith('.') else '.'} Last read at {read_at}."
        yield Text(text, "dim" if state.live or state.status.failure is None else "yellow")


def _cells(record: DomainRecord) -> tuple[Text, ...]:
    sign, style = _SIGNS.get(record.state, ("·", "dim"))
    memory = format_bytes(record.memory_current) if record.memory_current else "—"
    return (
        Text(sign, style),
        Text(one_line(record.name)),
        Text(state_text(record), style),
        Text(str(record.vcpu_current or "—")),
        Text(memory),
        Text(one_line(record.host)),
        Text(one_line(record.title or ""), "dim"),
    )
