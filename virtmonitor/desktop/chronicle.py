"""Follows the engine, and tells the journal all and people what they should know. Costs nothing: it only listens."""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from virtmonitor.core import journalrules, notices
from virtmonitor.core.batch import ConnectionStatus
from virtmonitor.core.connection import ConnectionState
from virtmonitor.core.domain import DomainRecord, split_source
from virtmonitor.core.events import EventKind, EventRecord
from virtmonitor.core.notices import Notice, OwnOperations
from virtmonitor.desktop.journal import Journal
from virtmonitor.desktop.notifier import Notifier
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.hoststate import RowChanges
from virtmonitor.engine.servicejob import ServiceJob

WAKE_UP_SECONDS: Final = 60.0
"""How long after a wake-up only what is critical is told: by then every host was tried again."""
EVENT_SECONDS: Final = 2.0
"""How long an event may come after the re-read of what it tells of."""


class Chronicle(QObject):
    """Wires an engine to a journal and a notifier. GUI thread only."""

    def __init__(
        self,
        engine: DataEngine,
        journal: Journal,
        notifier: Notifier,
        own: OwnOperations,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine, self._journal, self._notifier, self._own = engine, journal, notifier, own
        self._connections: dict[str, ConnectionState] = {}
        self._started: dict[ServiceJob, float] = {}
        # State changes that no event has explained yet: after an own operation the re-read comes before the event.
        self._unexplained: dict[str, DomainRecord] = {}
        self._explain_later = QTimer(self, singleShot=True, interval=int(EVENT_SECONDS * 1000))
        self._explain_later.timeout.connect(self._explain)
        engine.rowsChanged.connect(self._rows_changed)
        engine.eventsHeard.connect(self._events_heard)
        engine.connectionChanged.connect(self._connection_changed)
        engine.jobStarted.connect(self._job_started)
        engine.jobFinished.connect(self._job_finished)

    @Slot()
    def woke(self) -> None:
        """The computer slept: everything is read again, and that is no news."""
        self._notifier.hush(WAKE_UP_SECONDS)

    @Slot(object)
    def _rows_changed(self, changes: RowChanges) -> None:
        for record in changes.removed:
            self._notifier.withdraw(record.source)
        now = time.time()
        pairs = [(changes.before[record.source], record) for record in changes.changed]
        self._journal.record_all(journalrules.of_change(*pair, now) for pair in pairs)
        for before, after in pairs:
            self._changed(before, after)

    def _changed(self, before: DomainRecord, after: DomainRecord) -> None:
        if (before.state, before.reason) == (after.state, after.reason):
            return
        self._tell(notices.of_change(before, after))
        if after.active and not before.active:
            self._notifier.withdraw(after.source)  # it runs again: that it stopped is history
        self._unexplained[after.source] = after
        self._explain_later.start()

    @Slot(object)
    def _events_heard(self, events: tuple[EventRecord, ...]) -> None:
        self._journal.record_all(map(journalrules.of_event, events))
        for event in events:
            self._tell(notices.of_event(event))
            if event.kind is EventKind.LIFECYCLE:
                self._unexplained.pop(f"{event.host}/{event.uuid}", None)

    @Slot()
    def _explain(self) -> None:
        """What changed while nobody heard the events: after a connection was lost, or on a driver without them."""
        unexplained, self._unexplained = self._unexplained, {}
        for record in unexplained.values():
            self._journal.record(journalrules.of_state(record, time.time()))

    @Slot(object)
    def _connection_changed(self, status: ConnectionStatus) -> None:
        before = self._connections.get(status.host, ConnectionState.CONNECTING)
        self._connections[status.host] = status.state
        if status.state is before:
            return
        self._notifier.with_host = len(self._engine.hosts) > 1
        self._journal.record(
            journalrules.of_connection(status.host, status.state, time.time(), status.failure)
        )
        self._tell(notices.of_connection(status.host, before, status.state, status.failure))

    @Slot(QObject)
    def _job_started(self, job: ServiceJob) -> None:
        self._started[job] = time.monotonic()
        self._own.started(job.destination, job.operation)

    @Slot(QObject)
    def _job_finished(self, job: ServiceJob) -> None:
        now = time.monotonic()
        seconds = now - self._started.pop(job, now)
        self._own.ended(job.destination, job.operation, now, done=job.failure is None)
        name = self._name(job.destination)
        self._journal.record(
            journalrules.of_operation(
                job.destination, name, job.operation, job.parameters, job.failure, time.time()
            )
        )
        self._tell(notices.of_job(job.destination, name, job.operation, job.failure, seconds))

    def _name(self, source: str) -> str:
        record = self._engine.record(source)
        return record.name if record is not None else split_source(source)[1] or source

    def _tell(self, notice: Notice | None) -> None:
        if notice is not None:
            self._notifier.notify(notice)
