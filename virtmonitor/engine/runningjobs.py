"""The operations under way, of all Services."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from virtmonitor.core.domain import DomainRecord
from virtmonitor.core.operations import OPERATIONS
from virtmonitor.core.plaintext import one_line
from virtmonitor.engine.servicejob import ServiceJob
from virtmonitor.engine.services import Services
from virtmonitor.engine.statetext import core_text


class RunningJobs(QObject):
    """Follows the Services. Signals: `started(ServiceJob)`, `finished(ServiceJob)`; `changed` after each."""

    started = Signal(QObject)
    finished = Signal(QObject)
    changed = Signal()

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: list[ServiceJob] = []
        services.jobStarted.connect(self._started)
        services.jobFinished.connect(self._finished)

    @property
    def jobs(self) -> list[ServiceJob]:
        """Those under way, in the order in which they were started."""
        return list(self._jobs)

    def texts(self, record: Callable[[str], DomainRecord | None]) -> list[str]:
        """Each as "Save web-1", with the names that `record` knows of Sources."""
        return [_text(job, record(job.destination)) for job in self._jobs]

    @Slot(QObject)
    def _started(self, job: ServiceJob) -> None:
        self._jobs.append(job)
        self.started.emit(job)
        self.changed.emit()

    @Slot(QObject)
    def _finished(self, job: ServiceJob) -> None:
        if job in self._jobs:
            self._jobs.remove(job)
        self.finished.emit(job)
        self.changed.emit()


def _text(job: ServiceJob, record: DomainRecord | None) -> str:
    known = OPERATIONS.get(job.operation)
    label = core_text(known.label) if known else job.operation
    return f"{label}: {one_line(record.name if record else job.destination, 80)}"
