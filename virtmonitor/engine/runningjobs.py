"""The operations under way, of all Services."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from virtmonitor.engine.servicejob import ServiceJob
from virtmonitor.engine.services import Services


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
