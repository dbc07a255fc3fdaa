"""What can be done with a Source: Plasma's Service, driven by the one table of operations."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from virtmonitor.core import operations
from virtmonitor.core.domain import split_source
from virtmonitor.core.errors import Failure, FailureKind, VirtmonitorError
from virtmonitor.engine.hoststate import HostState
from virtmonitor.engine.operationspool import OperationsPool
from virtmonitor.engine.qt import Property, QmlUncreatable
from virtmonitor.engine.servicejob import Outcome, ServiceJob
from virtmonitor.hypervisor import commands
from virtmonitor.hypervisor.xmlarchive import XmlArchive

if TYPE_CHECKING:
    from virtmonitor.core.domain import DomainRecord

QML_IMPORT_NAME = "VirtMonitor.Engine"
QML_IMPORT_MAJOR_VERSION = 1

REREAD_SECONDS: Final = 5.0
"""How long a job waits, on its own thread, until its domain was read again before it says that it ended."""
KEEP_JOB_MILLISECONDS: Final = 60_000
NO_SUPPORT: Final = 3
"""libvirt's VIR_ERR_NO_SUPPORT: the driver has no such function."""

_POOL: Final = OperationsPool()


@QmlElement
@QmlUncreatable("The engine makes services.")
class Service(QObject):
    """Acts on one Source. The engine's thread only; the work is done on threads of its own.

    Signals: `operationEnabledChanged(operation, enabled)`; `jobStarted(job)`, also for one that will fail;
    `jobFinished(job)`.
    """

    operationEnabledChanged = Signal(str, bool)
    enabledChanged = Signal()
    """Any operation's enabled state or its reason may be another: for bindings."""
    jobStarted = Signal(QObject)
    jobFinished = Signal(QObject)

    def __init__(self, source: str, host: HostState | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._host = host
        self._uuid = split_source(source)[1] or ""
        self._switched_off: set[str] = set()
        self._running: dict[str, ServiceJob] = {}
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
        """Known, and nothing speaks against it now."""
        return self._reasons.get(operation, "unknown") is None

    @Slot(str, result=str)
    def disabledReason(self, operation: str) -> str:
        """Why it is not enabled, a sentence; "" when it is."""
        if operation not in self._reasons:
            return f"There is no operation named {operation}."
        return self._reasons[operation] or ""

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
        self.jobStarted.emit(job)
        return job

    @property
    def running(self) -> tuple[ServiceJob, ...]:
        """The jobs under way."""
        return tuple(self._running.values())

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

    def lose_source(self) -> None:
        """The Source has gone; jobs under way end as they end."""
        self.refresh()

    def _record(self) -> DomainRecord | None:
        return self._host.records.get(self._uuid) if self._host else None

    def _read_reasons(self) -> dict[str, str | None]:
        return {operation: self._reason(operation) for operation in operations.OPERATIONS}

    def _reason(self, operation: str) -> str | None:
        host, record = self._host, self._record()
        if host is None:
            return f"There is no {self._source}."
        if not host.live:
            return f"There is no connection to {host.settings.name}."
        if operation in self._switched_off:
            return "It is switched off."
        if record is None:
            return None if operation == "restoreXml" else f"There is no {self._source} any more."
        return operations.refusal(
            operation, record, read_only=host.read_only, unsupported=operation in host.unsupported
        )

    def _start(self, job: ServiceJob) -> None:
        operation = job.operation
        try:
            values = operations.checked(operation, job.parameters)
            self._refuse(operation)
        except VirtmonitorError as error:
            job.end((None, error.failure))
            return
        self._running[operation] = job
        _POOL.submit(lambda: job.end(self._execute(operation, values)))

    def _refuse(self, operation: str) -> None:
        """Raises VirtmonitorError when it cannot be done now."""
        self.refresh()
        reason = self._reasons[operation]
        if reason is not None:
            raise VirtmonitorError(Failure(self._refusal_kind(operation), reason))
        if operation in self._running:
            text = f"{operations.OPERATIONS[operation].label} is under way already."
            raise VirtmonitorError(Failure(FailureKind.BUSY, text))

    def _refusal_kind(self, operation: str) -> FailureKind:
        host = self._host
        if host is None or self._record() is None:
            return FailureKind.NO_SOURCE
        if not host.live:
            return FailureKind.CONNECTION
        if host.read_only:
            return FailureKind.RIGHTS
        return FailureKind.UNSUPPORTED if operation in host.unsupported else FailureKind.STATE

    def _execute(self, operation: str, values: dict[str, Any]) -> Outcome:
        """On a thread of the pool: the calls of libvirt, then wait until the domain was read again."""
        assert self._host is not None
        link = self._host.link
        connection = link.connection
        if connection is None:
            return None, Failure(FailureKind.CONNECTION, f"The connection to {link.name} was lost.")
        outcome: Outcome
        try:
            outcome = (
                commands.execute(connection.conn, self._uuid, operation, values, XmlArchive(link.name)),
                None,
            )
        except VirtmonitorError as error:
            outcome = None, error.failure
        # Several operations emit no event: the re-read makes what is shown true, whatever the outcome.
        read = threading.Event()
        link.refresh(self._uuid, read)
        read.wait(REREAD_SECONDS)
        return outcome

    @Slot(QObject)
    def _job_finished(self, job: ServiceJob) -> None:
        if self._running.get(job.operation) is job:
            del self._running[job.operation]
        failure = job.failure
        if failure is not None and failure.code == NO_SUPPORT and self._host is not None:
            self._host.unsupported.add(job.operation)
        self.refresh()
        self.jobFinished.emit(job)
        QTimer.singleShot(KEEP_JOB_MILLISECONDS, job, job.deleteLater)


class NullService(Service):
    """The Service of what does not exist: it knows all operations, none is enabled, and each call fails."""

    def __init__(self, source: str, parent: QObject | None = None) -> None:
        super().__init__(source, None, parent)
