"""What only listens to the engine: journal and notices. Built after the tray icon."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from virtmonitor.core import journalrules
from virtmonitor.core.notices import NoticeAction, OwnOperations
from virtmonitor.core.operations import OPERATIONS
from virtmonitor.core.plaintext import one_line
from virtmonitor.desktop.chronicle import Chronicle
from virtmonitor.desktop.journal import Journal
from virtmonitor.desktop.notifier import Fallback, Notifier
from virtmonitor.desktop.settings import Settings
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.servicejob import ServiceJob


class Observers(QObject):
    """Builds and wires them. GUI thread only.

    Signals:
        machineRequested: (source, activation token) a notice was clicked; "" when it told of many.
        logRequested: (source, activation token) somebody wants to see what happened to it.
    """

    machineRequested = Signal(str, str)
    logRequested = Signal(str, str)

    def __init__(
        self,
        engine: DataEngine,
        settings: Settings,
        journal: Path | None,
        fallback: Fallback,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine, self._settings = engine, settings
        self._jobs: list[ServiceJob] = []
        own = OwnOperations()
        self.journal = Journal(journal, settings.record.journal.entries)
        self.notifier = Notifier(settings.record.notifications, own, fallback)
        self.chronicle = Chronicle(engine, self.journal, self.notifier, own)
        self.notifier.actionInvoked.connect(self._chosen)
        settings.changed.connect(self._settings_changed)
        engine.jobStarted.connect(self._jobs.append)
        engine.jobFinished.connect(self._jobs.remove)

    def end(self) -> None:
        """Hear nothing more, and tell what goes on without us. Before the engine closes."""
        self._tell_of_jobs([job for job in self._jobs if job.running])
        self.notifier.close()

    def close(self) -> None:
        """Everything is on the disk. After the engine closed."""
        self.journal.close()

    def _tell_of_jobs(self, jobs: Iterable[ServiceJob]) -> None:
        """libvirt goes on with what it began; nobody here hears how it ends."""
        for job in jobs:
            record = self._engine.record(job.destination)
            name = record.name if record is not None else job.destination
            label = OPERATIONS[job.operation].label if job.operation in OPERATIONS else job.operation
            sys.stderr.write(f"virtmonitor ends while this goes on: {label}, {one_line(name)}\n")
            self.journal.record(journalrules.left_behind(job.destination, name, job.operation, time.time()))

    @Slot()
    def _settings_changed(self) -> None:
        self.notifier.set_settings(self._settings.record.notifications)
        self.journal.set_limit(self._settings.record.journal.entries)

    @Slot(str, str, str)
    def _chosen(self, source: str, action: str, token: str) -> None:
        if action == NoticeAction.START:
            self._engine.serviceForSource(source).call("start")
        elif action == NoticeAction.LOG:
            self.logRequested.emit(source, token)
        else:
            self.machineRequested.emit(source, token)

    @Slot()
    def woke(self) -> None:
        """The computer slept: what is read again now is no news."""
        self.chronicle.woke()
