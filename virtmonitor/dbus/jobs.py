"""The operations that were called over the bus, as objects: from the call until a minute after their end."""

from __future__ import annotations

from collections import Counter
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from virtmonitor.dbus.errors import too_many
from virtmonitor.dbus.interfaces import JOB
from virtmonitor.dbus.paths import JOBS
from virtmonitor.dbus.values import Variant, typed
from virtmonitor.engine.servicejob import ServiceJob

MOST_RUNNING: Final = 50
"""Jobs that one client may have under way."""


class Jobs(QObject):
    """Keeps them by their paths. GUI thread only.

    Signals:
        changed: (path) progress, or that it may be stopped now.
        finished: (path) it ended.
    """

    changed = Signal(str)
    finished = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: dict[str, ServiceJob] = {}
        self._running: Counter[str] = Counter()
        self._told: dict[str, dict[str, Variant]] = {}
        self._number = 0

    @property
    def any_running(self) -> bool:
        """True while one is under way."""
        return self._running.total() > 0

    @property
    def paths(self) -> list[str]:
        """Of all that are there."""
        return list(self._jobs)

    def at(self, path: str) -> ServiceJob | None:
        """The job of that path."""
        return self._jobs.get(path)

    def check(self, sender: str) -> None:
        """Raises BusError when that client has too much under way."""
        if self._running[sender] >= MOST_RUNNING:
            raise too_many(f"One program may have {MOST_RUNNING} operations under way.")

    def add(self, sender: str, job: ServiceJob) -> str:
        """Take in a job that was just called; its path."""
        self._number += 1
        path = f"{JOBS}/{self._number}"
        self._jobs[path] = job
        self._told[path] = properties(job)
        self._running[sender] += 1
        job.progressChanged.connect(lambda: self.changed.emit(path))
        job.stateChanged.connect(lambda: self.changed.emit(path))
        job.finished.connect(lambda: self._finished(path, sender))
        job.destroyed.connect(lambda: self._drop(path))
        return path

    def news(self, path: str) -> tuple[dict[str, Variant], list[str]]:
        """What of its properties is another than the last time asked, and what is not known any more."""
        job = self._jobs.get(path)
        if job is None:
            return {}, []
        before, after = self._told[path], properties(job)
        self._told[path] = after
        changed = {name: held for name, held in after.items() if before.get(name) != held}
        return changed, [name for name in before if name not in after]

    def _drop(self, path: str) -> None:
        self._jobs.pop(path, None)
        self._told.pop(path, None)

    @Slot()
    def _finished(self, path: str, sender: str) -> None:
        self._running[sender] -= 1
        if not self._running[sender]:
            del self._running[sender]
        self.finished.emit(path)


def properties(job: ServiceJob) -> dict[str, Variant]:
    """What is known of a job."""
    failure = job.failure
    return typed(
        JOB,
        {
            "Source": job.destination,
            "Operation": job.operation,
            "Running": job.running,
            "Progress": None if job.progress < 0 else job.progress,
            "Remaining": None if job.remaining < 0 else job.remaining,
            "Cancellable": job.cancellable,
            "Error": failure.kind.value if failure else "",
            "Message": job.errorText,
            "Result": {"value": job.result},
        },
    )
