"""What the tray icon has to show: one word, a number, and the lines of its tooltip."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from virtmonitor.core import notices
from virtmonitor.core.connection import ConnectionState
from virtmonitor.core.domain import DomainRecord, DomainState
from virtmonitor.core.events import EventRecord
from virtmonitor.core.notices import NoticeKind
from virtmonitor.desktop.traytext import tooltip_line
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.hoststate import RowChanges
from virtmonitor.engine.rowcounts import STATE_FILTERS
from virtmonitor.engine.statetext import connection_text, state_text

_ALARMING: Final = frozenset(
    {NoticeKind.CRASHED, NoticeKind.PANICKED, NoticeKind.IO_ERROR, NoticeKind.WATCHDOG}
)
_RUNNING: Final = (DomainState.RUNNING, DomainState.BLOCKED)
_TROUBLED_SHOWN: Final = 5


class TrayStatus(QObject):
    """Follows the engine; `changed` comes at most once for a burst. GUI thread only.

    What was alarming stays so until it runs again or is gone, or until a person looked (`seen`).
    """

    changed = Signal()

    def __init__(self, engine: DataEngine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._alarming: dict[str, None] = {}
        self._soon = QTimer(self, singleShot=True, interval=50)
        self._soon.timeout.connect(self.changed)
        engine.rowsChanged.connect(self._rows_changed)
        engine.eventsHeard.connect(self._events_heard)
        engine.connectionChanged.connect(self._changed)

    @property
    def running(self) -> int:
        """How many machines run, as the lists count them."""
        states = self._engine.states()
        return sum(states[state] for state in STATE_FILTERS["running"])

    @property
    def total(self) -> int:
        """How many machines there are."""
        return self._engine.states().total()

    @property
    def troubled(self) -> list[DomainRecord]:
        """The machines that people should look at."""
        found = [record for source in self._alarming if (record := self._engine.record(source)) is not None]
        if self._engine.states()[DomainState.CRASHED]:  # also of those that were found so
            others = (record for record in self._engine.records() if record.source not in self._alarming)
            found += [record for record in others if record.state is DomainState.CRASHED]
        return found

    @property
    def word(self) -> str:
        """attention, running, paused, none or disconnected: the name of the icon."""
        states = self._engine.states()
        if self._alarming or states[DomainState.CRASHED]:
            return "attention"
        if self.running:
            return "running"
        if states[DomainState.PAUSED]:
            return "paused"
        hosts = [self._engine.host(name) for name in self._engine.hosts]
        return "none" if any(host and host.live for host in hosts) else "disconnected"

    @property
    def disturbed_hosts(self) -> list[tuple[str, ConnectionState]]:
        """The hosts whose connection is not as it should be."""
        hosts = [(name, self._engine.host(name)) for name in self._engine.hosts]
        found = [(name, host.status.state) for name, host in hosts if host is not None]
        return [(name, state) for name, state in found if state is not ConnectionState.CONNECTED]

    @property
    def tooltip(self) -> str:
        """The sums, then what is wrong; plain text."""
        return tooltip(self)

    def seen(self) -> None:
        """A person looks: it is news no more."""
        if self._alarming:
            self._alarming.clear()
            self._tell_soon()

    @Slot(object)
    def _rows_changed(self, changes: RowChanges) -> None:
        for record in changes.removed:
            self._alarming.pop(record.source, None)
        # Of what was not there before only those matter of which is known that something broke.
        added = changes.added if self._alarming else ()
        for record in (*added, *changes.changed):
            self._take(changes.before.get(record.source), record)
        self._tell_soon()

    def _tell_soon(self) -> None:
        if not self._soon.isActive():  # begun anew at each change it would never end in a storm
            self._soon.start()

    def _take(self, before: DomainRecord | None, after: DomainRecord) -> None:
        notice = notices.of_change(before, after)
        if notice is not None and notice.kind in _ALARMING:
            self._alarming[after.source] = None
        elif after.state in _RUNNING and (before is None or before.state is not after.state):
            self._alarming.pop(after.source, None)

    @Slot(object)
    def _events_heard(self, events: tuple[EventRecord, ...]) -> None:
        for event in events:
            notice = notices.of_event(event)
            record = self._engine.record(notice.source) if notice is not None else None
            # What happened and is over already, as events may come late, alarms nobody.
            if notice and notice.kind in _ALARMING and record and record.state not in _RUNNING:
                self._alarming[notice.source] = None
        self._tell_soon()

    @Slot(object)
    def _changed(self, _change: object) -> None:
        self._tell_soon()


def tooltip(status: TrayStatus) -> str:
    """The sums, then what is wrong; plain text."""
    told = QCoreApplication.translate("tray", "%1 of %2 machines run")
    lines = [told.replace("%1", str(status.running)).replace("%2", str(status.total))]
    troubled = status.troubled
    lines += [f"{tooltip_line(record.name)}: {state_text(record)}" for record in troubled[:_TROUBLED_SHOWN]]
    if len(troubled) > _TROUBLED_SHOWN:
        more = len(troubled) - _TROUBLED_SHOWN
        lines.append(QCoreApplication.translate("tray", "and %n more", "", more))
    hosts = status.disturbed_hosts
    lines += [f"{tooltip_line(name)}: {connection_text(state)}" for name, state in hosts]
    return "\n".join(lines)
