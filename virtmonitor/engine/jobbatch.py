"""One operation on many machines: how far it is, and what became of each."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QObject, Signal

from virtmonitor.engine.jobrow import JobPhase, JobRow, label_of
from virtmonitor.engine.qmlelement import QmlElement, QmlUncreatable
from virtmonitor.engine.qt import Property

QML_IMPORT_NAME = "VirtMonitor.Engine"
QML_IMPORT_MAJOR_VERSION = 1

_UNDER_WAY: Final = frozenset({JobPhase.Running, JobPhase.Waiting, JobPhase.Late})
_DONE: Final = frozenset({JobPhase.Done, JobPhase.Undoable})


@QmlElement
@QmlUncreatable("JobModel makes them.")
class JobBatch(QObject):
    """The sum of the jobs that were started together. The engine's thread only."""

    changed = Signal()

    def __init__(self, operation: str, key: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[JobRow] = []
        """All of them, in the order in which they were started."""
        self.until = 0.0
        """When it goes by itself (seconds of the monotonic clock), once `over` without a failure."""
        self._operation, self._key = operation, key

    key = Property(int, lambda self: self._key, constant=True)
    operation = Property(str, lambda self: self._operation, constant=True)
    label = Property(str, lambda self: label_of(self._operation), constant=True)
    """What is done, for people."""
    total = Property(int, lambda self: len(self.rows), notify=changed)
    done = Property(int, lambda self: self._number(*_DONE), notify=changed)
    failed = Property(int, lambda self: self._number(JobPhase.Failed), notify=changed)
    cancelled = Property(int, lambda self: self._number(JobPhase.Cancelled), notify=changed)
    waiting = Property(int, lambda self: self._number(JobPhase.Waiting, JobPhase.Late), notify=changed)
    """Guests that were asked to stop, and have not yet."""
    pending = Property(int, lambda self: self._number(JobPhase.Running), notify=changed)
    """What has not ended; the rest of it can be cancelled."""
    over = Property(bool, lambda self: not self._number(*_UNDER_WAY), notify=changed)

    def _number(self, *phases: JobPhase) -> int:
        return sum(row.phase in phases for row in self.rows)

    def sources_of(self, phase: JobPhase) -> list[str]:
        """The Sources whose job stands there."""
        return [row.source for row in self.rows if row.phase is phase]

    def tell(self) -> None:
        """One of its rows changed."""
        self.changed.emit()

    def __bool__(self) -> bool:
        return True

    def jobs(self) -> list[Any]:
        """Those that have not ended."""
        return [row.job for row in self.rows if row.job is not None]
