"""What has to be asked for: definitions, devices, snapshots, networks, pools. Asked again when the Source changed."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from virtmonitor.core.domain import split_source
from virtmonitor.core.errors import Failure
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.hoststate import RowChanges
from virtmonitor.engine.qmlelement import QmlElement
from virtmonitor.engine.qt import Property
from virtmonitor.engine.question import Question
from virtmonitor.engine.servicejob import ServiceJob
from virtmonitor.hypervisor.host import Connection
from virtmonitor.hypervisor.inspect import inspect

QML_IMPORT_NAME = "VirtMonitor.Engine"
QML_IMPORT_MAJOR_VERSION = 1

GATHER: Final = 100
"""Milliseconds in which changes are gathered before it is asked again."""


@QmlElement
class SourceQuery(QObject):
    """Asks for one `kind` of thing of a Source (see hypervisor.inspect.KINDS) while `active`.

    `result` stays while it is asked again, and is empty (undefined) until the first answer and after a failure.
    The engine's thread only; the host is asked on a thread of its own.
    """

    engineChanged = Signal()
    sourceChanged = Signal()
    kindChanged = Signal()
    parametersChanged = Signal()
    activeChanged = Signal()
    resultChanged = Signal()
    stateChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine: DataEngine | None = None
        self._source = self._kind = self._error = ""
        self._parameters: dict[str, Any] = {}
        self._active = True
        self._result: object = None
        self._known = False
        self._question = Question(self)
        self._question.answered.connect(self._answered)
        self._question.refused.connect(self._refused)
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self.ask)

    def _set_engine(self, engine: DataEngine | None) -> None:
        if engine is self._engine:
            return
        if self._engine is not None:
            self._engine.rowsChanged.disconnect(self._rows_changed)
            self._engine.jobFinished.disconnect(self._job_finished)
        self._engine = engine
        if engine is not None:
            engine.rowsChanged.connect(self._rows_changed)
            engine.jobFinished.connect(self._job_finished)
        self._begin_anew()
        self.engineChanged.emit()

    engine = Property(DataEngine, lambda self: self._engine, _set_engine, notify=engineChanged)

    def _set_source(self, source: str) -> None:
        if source != self._source:
            self._source = source
            self._begin_anew()
            self.sourceChanged.emit()

    source = Property(str, lambda self: self._source, _set_source, notify=sourceChanged)

    def _set_kind(self, kind: str) -> None:
        if kind != self._kind:
            self._kind = kind
            self._begin_anew()
            self.kindChanged.emit()

    kind = Property(str, lambda self: self._kind, _set_kind, notify=kindChanged)

    def _set_parameters(self, parameters: dict[str, Any]) -> None:
        if parameters != self._parameters:
            self._parameters = dict(parameters)
            self._begin_anew()
            self.parametersChanged.emit()

    parameters = Property(
        "QVariantMap", lambda self: self._parameters, _set_parameters, notify=parametersChanged
    )

    def _set_active(self, active: bool) -> None:
        if active != self._active:
            self._active = active
            self._ask_soon(0)
            self.activeChanged.emit()

    active = Property(bool, lambda self: self._active, _set_active, notify=activeChanged)
    """False while nobody sees it: then nothing is asked."""

    result = Property("QVariant", lambda self: self._result, notify=resultChanged)
    known = Property(bool, lambda self: self._known, notify=resultChanged)
    """True once there was an answer."""
    error = Property(str, lambda self: self._error, notify=stateChanged)
    """Why there is no answer, as sentences; "" when there is one or none was given yet."""
    busy = Property(bool, lambda self: self._question.busy, notify=stateChanged)

    @Slot()
    def ask(self) -> None:
        """Ask now."""
        host_name, uuid = split_source(self._source)
        host = self._engine.host(host_name) if self._engine is not None else None
        if not self._active or host is None or not self._kind or not host.live:
            return
        self._question.ask(host, uuid or "", partial(_inspect, self._kind), self._parameters)
        self.stateChanged.emit()

    def _begin_anew(self) -> None:
        """What is shown is of something else now."""
        self._question.drop()
        self._error = ""
        if self._known:
            self._known, self._result = False, None
            self.resultChanged.emit()
        self.stateChanged.emit()
        self._ask_soon(0)

    def _ask_soon(self, milliseconds: int) -> None:
        if self._active and not (self._soon.isActive() and self._soon.interval() <= milliseconds):
            self._soon.start(milliseconds)

    @Slot(object)
    def _answered(self, value: object) -> None:
        self._error = ""
        if not self._known or value != self._result:
            self._result, self._known = value, True
            self.resultChanged.emit()
        self.stateChanged.emit()

    @Slot(object)
    def _refused(self, failure: Failure) -> None:
        self._error = str(failure)
        if self._known:
            self._result, self._known = None, False
            self.resultChanged.emit()
        self.stateChanged.emit()

    @Slot(object)
    def _rows_changed(self, changes: RowChanges) -> None:
        host, uuid = split_source(self._source)
        if changes.host != host:
            return
        touched = (*changes.added, *changes.changed)
        if changes.stale or (uuid and any(record.uuid == uuid for record in touched)):
            self._ask_soon(GATHER)

    @Slot(QObject)
    def _job_finished(self, job: ServiceJob) -> None:
        if job.destination == self._source:
            self._ask_soon(GATHER)


def _inspect(kind: str, connection: Connection, uuid: str, parameters: Any) -> object:
    return inspect(connection, uuid, kind, parameters)
