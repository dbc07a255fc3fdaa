"""One call of an operation, from its start to its end: Plasma's ServiceJob.

Repair: a job that could not start has an error code too, so that `error` alone tells success.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QEnum, QObject, Qt, QTimer, Signal, Slot

from virtmonitor.core.errors import Failure, FailureKind
from virtmonitor.engine.qmlelement import QmlElement, QmlUncreatable
from virtmonitor.engine.qt import Property

QML_IMPORT_NAME = "VirtMonitor.Engine"
QML_IMPORT_MAJOR_VERSION = 1

Outcome = tuple[object, Failure | None]


class JobError(IntEnum):
    """`ServiceJob.error`: 0, or KJob's UserDefinedError (100) and the kind of the failure."""

    NoError = 0
    Connection = 100
    Rights = 101
    Unsupported = 102
    NoSource = 103
    State = 104
    Parameter = 105
    Operation = 106
    Busy = 107
    Timeout = 108
    Cancelled = 109
    Changed = 110
    Partial = 111
    Failed = 112
    Identity = 113


_CODES = {
    kind: JobError[kind.name.title().replace("_", "")] for kind in FailureKind if kind.name != "NO_SOURCE"
}
_CODES[FailureKind.NO_SOURCE] = JobError.NoSource


@QmlElement
@QmlUncreatable("Services make jobs.")
class ServiceJob(QObject):
    """One operation on one Source. The engine's thread only.

    `finished(job)` comes exactly once, never before the next turn of the event loop after the call, and after the
    Source was read again. The job lives until its service drops it, a while after it ended.
    """

    QEnum(JobError)

    finished = Signal(QObject)
    stateChanged = Signal()
    progressChanged = Signal()
    killFailed = Signal(str)
    """It cannot be stopped, and goes on: why, as a sentence."""
    _done = Signal(object)

    def __init__(
        self,
        destination: str,
        operation: str,
        parameters: Mapping[str, Any],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._destination = destination
        self._operation = operation
        self._parameters = dict(parameters)
        self._running = True
        self._result: object = None
        self._failure: Failure | None = None
        self._progress = -1.0
        self._remaining = -1.0
        self._cancel: Callable[[], None] | None = None
        self._stopping = False
        self._begun = threading.Lock()
        self._done.connect(self._take_outcome, Qt.ConnectionType.QueuedConnection)

    def start_soon(self, start: Callable[[], None]) -> None:
        """Start on the next turn of the event loop, so that callers connect first."""
        QTimer.singleShot(0, self, start)

    @property
    def failure(self) -> Failure | None:
        """Why it failed; None while it runs and when it succeeded."""
        return self._failure

    destination = Property(str, lambda self: self._destination, constant=True)
    """The Source's name."""
    operation = Property(str, lambda self: self._operation, constant=True)
    parameters = Property(dict, lambda self: self._parameters, constant=True)
    running = Property(bool, lambda self: self._running, notify=stateChanged)
    error = Property(
        int, lambda self: int(_CODES[self._failure.kind]) if self._failure else 0, notify=stateChanged
    )
    """A JobError: 0 is success once `running` is false."""
    errorText = Property(str, lambda self: str(self._failure or ""), notify=stateChanged)
    """What happened and what to do, as sentences."""
    libvirtCode = Property(int, lambda self: self._failure.code if self._failure else 0, notify=stateChanged)
    """libvirt's virErrorNumber, 0 when it did not come from libvirt."""
    libvirtDomain = Property(
        int, lambda self: self._failure.domain if self._failure else 0, notify=stateChanged
    )
    """libvirt's virErrorDomain."""
    result = Property("QVariant", lambda self: self._result, notify=stateChanged)
    progress = Property(float, lambda self: self._progress, notify=progressChanged)
    """0..100; -1 when libvirt does not tell."""
    remaining = Property(float, lambda self: self._remaining, notify=progressChanged)
    """Seconds that it still takes as libvirt sees it; -1 when libvirt does not tell."""
    cancellable = Property(bool, lambda self: self._is_cancellable(), notify=stateChanged)
    stopping = Property(bool, lambda self: self._running and self._stopping, notify=stateChanged)
    """libvirt was told to stop it, and took that; it has not ended yet."""

    @Slot(result=bool)
    def kill(self) -> bool:
        """Stop it; False when it cannot be stopped any more. Before it began it ends at once, cancelled.

        Later libvirt is asked to stop it (virDomainAbortJob): it ends as cancelled, or `killFailed` tells why not.
        """
        if not self._running:
            return False
        if self.begin():
            text = f"{self._operation} was cancelled before it began."
            self._take_outcome((None, Failure(FailureKind.CANCELLED, text)))
            return True
        if self._cancel is None:
            return False
        self._cancel()
        return True

    def begin(self) -> bool:
        """True for the first who asks: only then may it be done. Any thread."""
        return self._begun.acquire(blocking=False)

    def give_up(self, failure: Failure) -> None:
        """End it with that if it has not begun: then it is never done."""
        if self._running and self.begin():
            self._take_outcome((None, failure))

    def allow_cancel(self, cancel: Callable[[], None]) -> None:
        """From now on `kill` does that."""
        self._cancel = cancel
        self.stateChanged.emit()

    def _is_cancellable(self) -> bool:
        return self._running and self._cancel is not None and not self._stopping

    def set_stopping(self) -> None:
        """libvirt took it that this shall be stopped."""
        self._stopping = True
        self.stateChanged.emit()

    def set_progress(self, percent: float | None, remaining: float | None = None) -> None:
        """libvirt told how far it is, 0..100, and how many seconds it still takes; None: it did not tell that."""
        told = (-1.0 if percent is None else percent, -1.0 if remaining is None else remaining)
        if told != (self._progress, self._remaining):
            self._progress, self._remaining = told
            self.progressChanged.emit()

    def end(self, outcome: Outcome) -> None:
        """It ended so. Any thread."""
        with suppress(RuntimeError):  # nobody waits any more: the engine has gone
            self._done.emit(outcome)

    @Slot(object)
    def _take_outcome(self, outcome: Outcome) -> None:
        if self._running:
            self._result, self._failure = outcome
            self._running = False
            self.stateChanged.emit()
            self.finished.emit(self)
