"""What can be done with a Source: Plasma's Service, driven by the one table of operations.

Repairs of Plasma's: a reason with every operation that is not enabled; `operationEnabledChanged` only when it did.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from virtmonitor.core import operations
from virtmonitor.core.domain import split_source
from virtmonitor.core.errors import Failure, FailureKind, VirtmonitorError
from virtmonitor.engine.hostlink import HostLink
from virtmonitor.engine.hoststate import HostState
from virtmonitor.engine.jobwatch import JobWatch
from virtmonitor.engine.qmlelement import QmlElement, QmlUncreatable
from virtmonitor.engine.qt import Property
from virtmonitor.engine.servicejob import Outcome, ServiceJob
from virtmonitor.engine.statetext import core_text
from virtmonitor.hypervisor.host import Connection

if TYPE_CHECKING:
    from virtmonitor.core.domain import DomainRecord
    from virtmonitor.core.job import JobRecord

QML_IMPORT_NAME = "VirtMonitor.Engine"
QML_IMPORT_MAJOR_VERSION = 1

REREAD_SECONDS: Final = 5.0
"""How long a job waits, on its own thread, until its domain was read again before it says that it ended."""
MOST_WAYS: Final = 8
"""Sets of reasons that a Service keeps."""
KEEP_JOB_MILLISECONDS: Final = 60_000
NO_SUPPORT: Final = 3
"""libvirt's VIR_ERR_NO_SUPPORT: the driver has no such function."""


@QmlElement
@QmlUncreatable("The engine makes services.")
class Service(QObject):
    """Acts on one Source. The engine's thread only; the work is done on threads of its own.

    Signals: `operationEnabledChanged(operation, enabled)`; `jobStarted(job)`, also for one that will fail;
    `jobFinished(job)`; `driverLearnt` when a job showed that the host's driver cannot do its operation;
    `measured(source, values)` with what a job under way tells of its Source; `unused` when its last job has ended.
    """

    operationEnabledChanged = Signal(str, bool)
    enabledChanged = Signal()
    """Any operation's enabled state or its reason may be another: for bindings."""
    jobStarted = Signal(QObject)
    jobFinished = Signal(QObject)
    driverLearnt = Signal()
    measured = Signal(str, dict)
    unused = Signal()

    def __init__(self, source: str, host: HostState | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._host = host
        self._uuid = split_source(source)[1] or ""
        self._switched_off: set[str] = set()
        self._running: dict[str, ServiceJob] = {}
        self._unfinished = 0
        self._known_reasons: dict[object, dict[str, str | None]] = {}
        self._reasons = self._read_reasons()

    destination = Property(str, lambda self: self._source, constant=True)
    """The Source's name."""
    name = Property(str, lambda _self: "libvirt-domain", constant=True)

    @Slot(result="QStringList")
    def operationNames(self) -> list[str]:
        """The names of all operations."""
        return list(operations.OPERATIONS)

    @Slot(str, result="QVariantMap")
    def operationDescription(self, operation: str) -> dict[str, Any]:
        """The operation's parameters with their defaults, and `_name`; only `_name` when it is unknown."""
        if operation not in operations.OPERATIONS:
            return {"_name": operation}
        return dict(operations.description(operation))

    @Slot(str, result=bool)
    def isOperationEnabled(self, operation: str) -> bool:
        """Known, and nothing speaks against it now: also not that it is under way already."""
        return self._reasons.get(operation, "unknown") is None

    @Slot(str, result=str)
    def disabledReason(self, operation: str) -> str:
        """Why it is not enabled, a sentence; "" when it is."""
        if operation not in operations.OPERATIONS:
            return f"There is no operation named {operation}."
        return self._reasons.get(operation) or ""

    @Slot(str, "QVariantMap", result="QStringList")
    def losses(self, operation: str, parameters: Mapping[str, Any]) -> list[str]:
        """Sentences that tell what would be lost: what a face asks about before it calls. Empty: do not ask."""
        try:
            told = operations.losses(operation, parameters, self._record())
        except VirtmonitorError:
            return []  # the call will tell what is wrong with it
        return [core_text(sentence) for sentence in told]

    @Slot(str, bool)
    def setOperationEnabled(self, operation: str, enabled: bool) -> None:
        """Switch an operation off, or on again as far as the domain allows it."""
        if operation in operations.OPERATIONS:
            (self._switched_off.discard if enabled else self._switched_off.add)(operation)
            self.refresh()

    @Slot("QVariantMap", result=QObject)
    def startOperationCall(self, description: Mapping[str, Any]) -> ServiceJob:
        """Call the operation that the map describes (`_name` and parameters). Always a job, started next turn."""
        values = dict(description)
        return self.call(str(values.pop("_name", "")), values)

    @Slot(str, result=QObject)
    @Slot(str, "QVariantMap", result=QObject)
    def call(self, operation: str, parameters: Mapping[str, Any] | None = None) -> ServiceJob:
        """As `startOperationCall`, the name apart."""
        job = ServiceJob(self._source, operation, parameters or {}, self)
        job.finished.connect(self._job_finished)
        job.start_soon(lambda: self._start(job))
        self._unfinished += 1
        self.jobStarted.emit(job)
        return job

    @property
    def running(self) -> tuple[ServiceJob, ...]:
        """The jobs under way."""
        return tuple(self._running.values())

    def give_up_if_lost(self) -> None:
        """The host does not answer, or has gone: what has not begun is not done out of the blue when it is back."""
        if self._host is not None and not self._host.live:
            text = f"{self._host.settings.name} is not connected."
            failure = self._host.status.failure or Failure(FailureKind.CONNECTION, text)
            self.give_up(replace(failure, message=f"Nothing was done. {failure.message}"))

    def give_up(self, failure: Failure) -> None:
        """End the jobs that have not begun."""
        for job in self.running:
            job.give_up(failure)

    @property
    def busy(self) -> bool:
        """True while a job has not finished, also one that has not started."""
        return self._unfinished > 0

    @Slot(str, result=QObject)
    def runningJob(self, operation: str) -> ServiceJob | None:
        """The job of that operation that is under way; None when there is none."""
        return self._running.get(operation)

    def refresh(self) -> None:
        """The domain, its host or what was learnt of its driver may be another: tell what that changes."""
        before, self._reasons = self._reasons, self._read_reasons()
        changed = False
        for operation, reason in self._reasons.items():
            changed = changed or reason != before.get(operation)
            if (reason is None) != (before.get(operation) is None):
                self.operationEnabledChanged.emit(operation, reason is None)
        if changed:
            self.enabledChanged.emit()

    def _record(self) -> DomainRecord | None:
        return self._host.records.get(self._uuid) if self._host else None

    def _read_reasons(self) -> dict[str, str | None]:
        """Kept for each of the few ways in which things can be: they go to and fro."""
        way = self._all_that_counts()
        if way not in self._known_reasons:
            if len(self._known_reasons) >= MOST_WAYS:
                self._known_reasons.clear()
            self._known_reasons[way] = {name: self._reason(name) for name in operations.OPERATIONS}
        return self._known_reasons[way]

    def _all_that_counts(self) -> tuple[object, ...]:
        """What the reasons depend on."""
        host, one = self._host, self._record()
        seen = host and (host.live, host.read_only, host.refusal, frozenset(host.unsupported))
        domain = one and (one.state, one.active, one.persistent, one.has_managed_save, one.snapshot_count)
        return seen, domain, frozenset(self._switched_off), frozenset(self._running)

    def _reason(self, operation: str) -> str | None:
        host, record = self._host, self._record()
        if host is None:
            return f"There is no {self._source}."
        if not host.live:
            text = QCoreApplication.translate("service", "There is no connection to %1.", "a host")
            return text.replace("%1", host.settings.name)
        if operation in self._switched_off:
            return QCoreApplication.translate("service", "It is switched off.", "an operation")
        if record is None and operation != "restoreXml":
            return f"There is no {self._source} any more."
        if operation in self._running:
            text = QCoreApplication.translate("service", "%1 is under way already.", "an operation")
            return text.replace("%1", core_text(operations.OPERATIONS[operation].label))
        told = operations.refusal(
            operation, record, read_only=host.read_only, unsupported=operation in host.unsupported
        )
        return host.refusal if told and host.read_only and host.refusal else told

    def _start(self, job: ServiceJob) -> None:
        if not job.running:
            return  # it was cancelled before its turn
        operation = job.operation
        try:
            values = operations.checked(operation, job.parameters)
            host = self._host_for(operation)
        except VirtmonitorError as error:
            job.end((None, error.failure))
            return
        self._running[operation] = job
        if operations.OPERATIONS[operation].cancellable:
            JobWatch(job, host, self._uuid).progressed.connect(self._job_progressed)
        link, uuid = host.link, self._uuid
        host.operators.submit(lambda connection: _execute(job, values, uuid, link, connection))
        self.refresh()

    def _host_for(self, operation: str) -> HostState:
        """The host to do it on. Raises VirtmonitorError when it cannot be done now."""
        self.refresh()
        reason = self._reasons[operation]
        if reason is not None or self._host is None:
            raise VirtmonitorError(Failure(self._refusal_kind(operation), reason or ""))
        return self._host

    def _refusal_kind(self, operation: str) -> FailureKind:
        host = self._host
        if host is None:
            return FailureKind.NO_SOURCE
        if not host.live:
            return FailureKind.CONNECTION
        if operation in self._running:
            return FailureKind.BUSY
        if self._record() is None and operation != "restoreXml":
            return FailureKind.NO_SOURCE
        if host.read_only:
            return FailureKind.RIGHTS
        return FailureKind.UNSUPPORTED if operation in host.unsupported else FailureKind.STATE

    @Slot(object)
    def _job_progressed(self, record: JobRecord | None) -> None:
        values: dict[str, Any] = {"jobType": None, "jobProgress": None, "jobRemaining": None}
        if record is not None:
            values = {
                "jobType": record.type,
                "jobProgress": record.progress,
                "jobRemaining": record.remaining,
            }
        self.measured.emit(self._source, values)

    @Slot(QObject)
    def _job_finished(self, job: ServiceJob) -> None:
        if self._running.get(job.operation) is job:
            del self._running[job.operation]
        failure = job.failure
        learnt = failure is not None and failure.code == NO_SUPPORT and self._host is not None
        if learnt and self._host is not None:
            self._host.unsupported.add(job.operation)
        self.refresh()
        if learnt:
            self.driverLearnt.emit()
        self.jobFinished.emit(job)
        QTimer.singleShot(KEEP_JOB_MILLISECONDS, job, job.deleteLater)
        self._unfinished -= 1
        if not self.busy:
            self.unused.emit()


@QmlElement
@QmlUncreatable("The engine makes services.")
class HostService(Service):
    """The Service of a host: there is nothing that it does, and it says so."""

    name = Property(str, lambda _self: "libvirt-host", constant=True)

    @Slot(result="QStringList")
    def operationNames(self) -> list[str]:
        """None."""
        return []

    def _reason(self, operation: str) -> str | None:
        return f"{self._source} is a host: {operations.OPERATIONS[operation].label} is for its machines."

    def _refusal_kind(self, operation: str) -> FailureKind:
        return FailureKind.OPERATION


@QmlElement
@QmlUncreatable("The engine makes services.")
class NullService(Service):
    """The Service of what does not exist: it knows all operations, none is enabled, and each call fails."""

    def __init__(self, source: str, parent: QObject | None = None) -> None:
        super().__init__(source, None, parent)


def _execute(
    job: ServiceJob, values: dict[str, Any], uuid: str, link: HostLink, connection: Connection | Failure
) -> None:
    """On a thread of the operators: the calls of libvirt, then wait until the domain was read again."""
    if not job.begin():
        return
    if isinstance(connection, Failure):
        job.end((None, connection))
        return
    from virtmonitor.hypervisor import commands  # with the first operation: most sessions only look
    from virtmonitor.hypervisor.xmlarchive import XmlArchive

    outcome: Outcome
    try:
        archive = XmlArchive(link.name)
        outcome = commands.execute(connection.conn, uuid, job.operation, values, archive), None
    except VirtmonitorError as error:
        outcome = None, _in_doubt(error.failure)
    # Several operations emit no event: the re-read makes what is shown true, whatever the outcome.
    read = threading.Event()
    link.refresh(uuid, read)
    read.wait(REREAD_SECONDS)
    job.end(outcome)


def _in_doubt(failure: Failure) -> Failure:
    """A connection that is lost amid an operation does not tell what became of it."""
    if failure.kind is not FailureKind.CONNECTION:
        return failure
    return replace(failure, hint="The host may have done it all the same: look when it is back.")
