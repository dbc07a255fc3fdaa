"""One operation of one Source, for a button: what it is called, whether it can be done, and what came of it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from virtmonitor.core.operations import OPERATIONS
from virtmonitor.engine.qmlelement import QmlElement
from virtmonitor.engine.qt import Property
from virtmonitor.engine.service import Service
from virtmonitor.engine.servicejob import ServiceJob
from virtmonitor.engine.statetext import core_text

QML_IMPORT_NAME = "VirtMonitor.Engine"
QML_IMPORT_MAJOR_VERSION = 1

# The symbol of an operation, where it is not named like the operation itself.
_GLYPHS: Final = {
    "powerOff": "power-off",
    "pmSuspend": "sleep",
    "pmWakeup": "wake",
    "managedSave": "save",
    "managedSaveRemove": "discard",
    "setVcpus": "cpu",
    "setMemory": "memory",
    "setAutostart": "autostart",
    "setTitle": "edit",
    "setDescription": "edit",
    "defineXml": "code",
    "restoreXml": "undo",
    "undefine": "delete",
    "snapshotCreate": "snapshot",
    "snapshotRevert": "undo",
    "snapshotDelete": "delete",
    "sendKey": "keyboard",
    "injectNmi": "bolt",
    "abortJob": "stop",
}


@QmlElement
class ServiceOperationStatus(QObject):
    """Plasma's ServiceOperationStatus, with the reason when it is not enabled. The engine's thread only.

    `failed(text)` tells of a job of this operation that ended so, whoever started it.
    """

    serviceChanged = Signal()
    operationChanged = Signal()
    statusChanged = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service: Service | None = None
        self._operation = ""

    def _set_service(self, service: Service | None) -> None:
        if service is self._service:
            return
        if self._service is not None:
            self._service.enabledChanged.disconnect(self.statusChanged)
            self._service.jobFinished.disconnect(self._job_finished)
        self._service = service
        if service is not None:
            service.enabledChanged.connect(self.statusChanged)
            service.jobFinished.connect(self._job_finished)
        self.serviceChanged.emit()
        self.statusChanged.emit()

    service = Property(Service, lambda self: self._service, _set_service, notify=serviceChanged)

    def _set_operation(self, operation: str) -> None:
        if operation != self._operation:
            self._operation = operation
            self.operationChanged.emit()
            self.statusChanged.emit()

    operation = Property(str, lambda self: self._operation, _set_operation, notify=operationChanged)

    def _get_reason(self) -> str:
        if self._service is None:
            return QCoreApplication.translate("operation", "There is no such machine.")
        return core_text(self._service.disabledReason(self._operation))

    enabled = Property(bool, lambda self: not self._get_reason(), notify=statusChanged)
    reason = Property(str, _get_reason, notify=statusChanged)
    """Why it is not enabled; "" when it is."""

    def _get_label(self) -> str:
        known = OPERATIONS.get(self._operation)
        return core_text(known.label) if known else self._operation

    label = Property(str, _get_label, notify=operationChanged)
    glyph = Property(str, lambda self: _GLYPHS.get(self._operation, self._operation), notify=operationChanged)

    @Slot(QObject)
    def _job_finished(self, job: ServiceJob) -> None:
        if job.operation == self._operation and job.error:
            self.failed.emit(job.errorText)
