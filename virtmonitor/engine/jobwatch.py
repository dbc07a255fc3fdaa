"""Follows a long job of libvirt's while it runs, and stops it when somebody wants that."""

from __future__ import annotations

from contextlib import suppress
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from virtmonitor.core.errors import Failure, FailureKind, VirtmonitorError
from virtmonitor.core.job import JobRecord
from virtmonitor.engine.hoststate import HostState
from virtmonitor.engine.servicejob import ServiceJob
from virtmonitor.hypervisor.host import Connection

EVERY: Final = 500
"""Milliseconds between two questions for the progress of a job."""

_NOT_YET: Final = frozenset({FailureKind.STATE, FailureKind.BUSY})


class JobWatch(QObject):
    """Asks for the progress of `job`, which acts on the domain `uuid`, until it ends. It belongs to the job.

    `progressed(JobRecord | None)` at each answer, and None at the end. The engine's thread only.
    """

    progressed = Signal(object)
    _answered = Signal(object)
    _refused = Signal(object)
    _agreed = Signal()

    def __init__(self, job: ServiceJob, host: HostState, uuid: str) -> None:
        super().__init__(job)
        self._job = job
        self._host = host
        self._uuid = uuid
        self._asking = False
        self._aborting = False
        self._answered.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._refused.connect(self._take_refusal, Qt.ConnectionType.QueuedConnection)
        self._agreed.connect(self._take_agreement, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        job.finished.connect(self._end)
        job.allow_cancel(self._cancel)

    def _cancel(self) -> None:
        self._aborting = True
        self._host.control.submit(self._abort)

    @Slot()
    def _tick(self) -> None:
        if not self._asking:
            self._asking = True
            self._host.control.submit(self._ask)

    @Slot(object)
    def _take(self, record: JobRecord | None) -> None:
        self._asking = False
        if self._job.running and record is not None:
            self._job.set_progress(record.progress, record.remaining)
            self.progressed.emit(record)

    @Slot(object)
    def _take_refusal(self, failure: Failure) -> None:
        if self._job.running and self._aborting:
            if failure.kind in _NOT_YET:  # it was asked to stop before libvirt had begun it
                QTimer.singleShot(EVERY, self, self._abort_again)
            else:
                self._aborting = False
                self._job.killFailed.emit(str(failure))

    @Slot()
    def _take_agreement(self) -> None:
        """libvirt 9.0 loses without a word what it is told just before QEMU begins: so it is told until it ends."""
        if self._job.running:
            self._job.set_stopping()
            QTimer.singleShot(EVERY, self, self._abort_again)

    @Slot()
    def _abort_again(self) -> None:
        if self._job.running and self._aborting:
            self._host.control.submit(self._abort)

    @Slot(QObject)
    def _end(self, _job: ServiceJob) -> None:
        self._timer.stop()
        self.progressed.emit(None)

    # On threads of the operators.

    def _ask(self, connection: Connection | Failure) -> None:
        record = None
        if not isinstance(connection, Failure):
            from virtmonitor.hypervisor import commands

            with suppress(VirtmonitorError):  # without progress the job goes on all the same
                record = commands.job_progress(connection.conn, self._uuid)
        with suppress(RuntimeError):  # the job was dropped meanwhile
            self._answered.emit(record)

    def _abort(self, connection: Connection | Failure) -> None:
        failure = connection if isinstance(connection, Failure) else _aborted(connection, self._uuid)
        with suppress(RuntimeError):
            if failure is not None:
                self._refused.emit(failure)
            else:
                self._agreed.emit()


def _aborted(connection: Connection, uuid: str) -> Failure | None:
    """Why not, or None."""
    from virtmonitor.hypervisor import commands

    try:
        commands.abort(connection.conn, uuid)
    except VirtmonitorError as error:
        return error.failure
    return None
