"""All that is under way, has failed, or can be undone: for the bar at the bottom of the window."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import Any, Final

from PySide6.QtCore import QEnum, QObject, QTimer, Signal, Slot

from virtmonitor.core.domain import split_source
from virtmonitor.core.errors import FailureKind
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.hoststate import RowChanges
from virtmonitor.engine.jobbatch import JobBatch
from virtmonitor.engine.joblist import JobList
from virtmonitor.engine.jobrow import JobPhase, JobRow, numbers
from virtmonitor.engine.qmlelement import QmlElement
from virtmonitor.engine.qt import Property
from virtmonitor.engine.service import Service
from virtmonitor.engine.servicejob import ServiceJob

QML_IMPORT_NAME = "VirtMonitor.Engine"
QML_IMPORT_MAJOR_VERSION = 1

PATIENCE: Final = 30.0
"""Seconds that a guest has to shut down before a person is asked what to do."""
UNDO_SECONDS: Final = 20.0
"""Seconds for which an operation is offered to be undone."""
DONE_SECONDS: Final = 6.0
"""Seconds for which it is told that all of a batch is done."""
TICK: Final = 1000

_UNDOABLE: Final = frozenset({"undefine", "defineXml"})
_SHOWN: Final = frozenset({JobPhase.Failed, JobPhase.Late, JobPhase.Undoable})
_SILENT: Final = frozenset({"screenshot"})


@QmlElement
class JobModel(JobList):
    """The operations of an engine, the latest last. What succeeded goes away by itself; what failed stays until it
    is dismissed.

    A shutdown waits in the list until the guest has stopped; after PATIENCE it asks for a decision. The engine's
    thread only; there is a timer only while something waits.
    """

    QEnum(JobPhase)

    engineChanged = Signal()
    batchesChanged = Signal()

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._engine: DataEngine | None = None
        self._under_way: dict[ServiceJob, JobRow] = {}
        self._batches: list[JobBatch] = []
        self._batch: JobBatch | None = None  # that is being started
        self.patience = PATIENCE
        self.undo_seconds = UNDO_SECONDS
        self.done_seconds = DONE_SECONDS
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self._tick)

    def _set_engine(self, engine: DataEngine | None) -> None:
        if engine is self._engine:
            return
        if self._engine is not None:
            self._engine.jobStarted.disconnect(self._started)
            self._engine.rowsChanged.disconnect(self._rows_changed)
        self._engine = engine
        if engine is not None:
            engine.jobStarted.connect(self._started)
            engine.rowsChanged.connect(self._rows_changed)
        self.engineChanged.emit()

    engine = Property(DataEngine, lambda self: self._engine, _set_engine, notify=engineChanged)

    batches = Property("QVariantList", lambda self: list(self._batches), notify=batchesChanged)
    """What was started on several machines at once (JobBatch). Of its jobs only those are rows that failed, that can
    be undone, and whose guest does not shut down."""

    # What a person does with them

    @Slot(str, "QStringList")
    def startAll(self, operation: str, sources: Iterable[str]) -> None:
        """Call an operation, with its defaults, on each of these Sources; of several the sum is told."""
        names = list(sources)
        if self._engine is None:
            return
        if len(names) > 1:
            self._batch = JobBatch(operation, next(numbers), self)
            self._batches.append(self._batch)
        for source in names:
            self._engine.serviceForSource(source).call(operation, {})
        self._batch = None
        self.batchesChanged.emit()

    @Slot(int)
    def cancelBatch(self, key: int) -> None:
        """Stop what has not begun, and of the rest what libvirt can stop."""
        for batch in [batch for batch in self._batches if batch.key == key]:
            for job in batch.jobs():
                job.kill()

    @Slot(int)
    def retryBatch(self, key: int) -> None:
        """Try again what failed of it."""
        for batch in [batch for batch in self._batches if batch.key == key]:
            failed = batch.sources_of(JobPhase.Failed)
            self.dismissBatch(key)
            self.startAll(batch.operation, failed)

    @Slot(int)
    def dismissBatch(self, key: int) -> None:
        """Its failures were seen."""
        for row in [row for row in self._rows if row.batch is not None and row.batch.key == key]:
            if row.phase is JobPhase.Failed:
                self._remove(row)

    @Slot(int)
    def retry(self, key: int) -> None:
        """Try again what failed, as it was asked for."""
        row = self._row(key)
        if row is None or row.phase is not JobPhase.Failed:
            return
        self._batch, row.batch = row.batch, None  # the new one takes its place there
        if self._batch is not None:
            self._batch.rows.remove(row)
        self._remove(row)
        row.service.call(row.operation, dict(row.parameters))
        self._batch = None

    @Slot(int)
    def cancel(self, key: int) -> None:
        """Stop it, if libvirt can."""
        row = self._row(key)
        if row is not None and row.job is not None:
            row.job.kill()

    @Slot(int)
    def dismiss(self, key: int) -> None:
        """It was seen."""
        row = self._row(key)
        if row is not None and row.phase is not JobPhase.Running:
            self._remove(row)

    @Slot()
    def dismissFailed(self) -> None:
        """All failures were seen."""
        for row in [row for row in self._rows if row.phase is JobPhase.Failed]:
            self._remove(row)

    @Slot(int)
    def wait(self, key: int) -> None:
        """Give the guest as long again to shut down."""
        row = self._row(key)
        if row is not None and row.phase is JobPhase.Late:
            row.phase, row.until = JobPhase.Waiting, time.monotonic() + self.patience
            self._changed(row)

    @Slot(int)
    def powerOff(self, key: int) -> None:
        """Stop the guest that does not shut down by force."""
        row = self._row(key)
        if row is not None and row.phase is JobPhase.Late:
            self._remove(row)
            row.service.call("powerOff", {})

    @Slot(int)
    def undo(self, key: int) -> None:
        """Take it back."""
        row = self._row(key)
        if row is not None and row.phase is JobPhase.Undoable:
            self._remove(row)
            row.service.call("restoreXml", {"entry": row.entry})

    # Changes

    @Slot(QObject)
    def _started(self, job: ServiceJob) -> None:
        service = job.parent()
        if job.operation in _SILENT or not isinstance(service, Service):
            return
        source, name = job.destination, self._name(job.destination)
        row = JobRow(source, name, job.operation, service, time.monotonic(), job=job)
        row.parameters, row.batch = job.parameters, self._batch
        # A person who tries again has seen that it failed.
        for old in [old for old in self._rows if old.is_same(row) and old.phase is not JobPhase.Running]:
            self._remove(old)
        self._under_way[job] = row
        if row.batch is None:
            self._append(row)
        else:
            row.batch.rows.append(row)
            row.batch.tell()
        job.finished.connect(self._finished)
        job.progressChanged.connect(self._progressed)
        job.stateChanged.connect(self._progressed)
        job.killFailed.connect(self._goes_on)

    @Slot(QObject)
    def _finished(self, job: ServiceJob) -> None:
        row = self._under_way.pop(job, None)
        if row is None:
            return
        row.job = None
        now = time.monotonic()
        if job.failure is not None:
            cancelled = job.failure.kind is FailureKind.CANCELLED
            row.text = job.errorText
            row.phase = JobPhase.Cancelled if cancelled else JobPhase.Failed
        elif job.operation == "shutdown" and self._is_active(row.source):
            row.phase, row.until = JobPhase.Waiting, now + self.patience
        elif job.operation in _UNDOABLE and (entry := _kept(job.result)):
            row.phase, row.until, row.entry = JobPhase.Undoable, now + self.undo_seconds, entry
        else:
            row.phase = JobPhase.Done
        self._settle(row)

    def _settle(self, row: JobRow) -> None:
        """Show it, or not any more, as it stands now."""
        alone = row.batch is None
        if row.phase in _SHOWN or (row.phase is JobPhase.Waiting and (alone or row in self._rows)):
            (self._changed if row in self._rows else self._append)(row)
        elif row in self._rows:
            self._remove(row)
        if row.batch is not None:
            self._look_at(row.batch)
        self._arm()

    def _look_at(self, batch: JobBatch) -> None:
        """Tell of it; one that is over goes: at once when its failures were seen, else after a while."""
        if batch not in self._batches:
            return
        if batch.over and not any(row.batch is batch and row.phase is JobPhase.Failed for row in self._rows):
            batch.until = batch.until or time.monotonic() + (0 if batch.failed else self.done_seconds)
            if time.monotonic() >= batch.until:
                self._batches.remove(batch)
                self.batchesChanged.emit()
                batch.deleteLater()
                return
        batch.tell()

    @Slot()
    def _progressed(self) -> None:
        job = self.sender()
        row = self._under_way.get(job) if isinstance(job, ServiceJob) else None
        if row is not None and row in self._rows:
            self._changed(row)

    @Slot(str)
    def _goes_on(self, why: str) -> None:
        """It could not be cancelled."""
        job = self.sender()
        row = self._under_way.get(job) if isinstance(job, ServiceJob) else None
        if row is not None and row in self._rows:
            row.text = why
            self._changed(row)

    @Slot(object)
    def _rows_changed(self, changes: RowChanges) -> None:
        if not self._rows and not self._batches:
            return
        stopped = {r.source for r in (*changes.changed, *changes.removed) if not r.active}
        started = {r.source for r in changes.changed if r.active}
        for row in self._all():
            stops = row.phase in (JobPhase.Waiting, JobPhase.Late) and row.source in stopped
            runs = row.phase is JobPhase.Failed and row.operation == "start" and row.source in started
            if stops or runs:
                row.phase = JobPhase.Done
                self._settle(row)

    def _all(self) -> list[JobRow]:
        """The rows, and those of batches that are not shown by themselves."""
        hidden = [row for batch in self._batches for row in batch.rows if row not in self._rows]
        return [*self._rows, *hidden]

    @Slot()
    def _tick(self) -> None:
        now = time.monotonic()
        for row in self._all():
            if row.phase is JobPhase.Waiting and now >= row.until:
                row.phase = JobPhase.Late
                self._settle(row)
            elif row.phase is JobPhase.Undoable and now >= row.until:
                row.phase = JobPhase.Done
                self._settle(row)
            elif row in self._rows:
                self._changed(row)
        for batch in list(self._batches):
            self._look_at(batch)
        self._arm()

    def _arm(self) -> None:
        ending = any(batch.over and batch.until for batch in self._batches)
        waiting = ending or any(row.phase in (JobPhase.Waiting, JobPhase.Undoable) for row in self._all())
        if waiting != self._timer.isActive():
            (self._timer.start if waiting else self._timer.stop)()

    def _remove(self, row: JobRow) -> None:
        super()._remove(row)
        if row.batch is not None:
            self._look_at(row.batch)
        self._arm()

    def _name(self, source: str) -> str:
        record = self._engine.record(source) if self._engine is not None else None
        return record.name if record is not None else split_source(source)[1] or source

    def _is_active(self, source: str) -> bool:
        record = self._engine.record(source) if self._engine is not None else None
        return record is not None and record.active


def _kept(result: object) -> str:
    """The entry of the archive that holds what was replaced; "" where there is none."""
    return str(result.get("kept") or "") if isinstance(result, dict) else ""
