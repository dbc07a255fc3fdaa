"""Machines of this computer when it is about to sleep or to shut down: save them, shut them down, or leave them.

The computer waits for as long as logind lets it (InhibitDelayMaxSec, 5 s by default), so a person who is asked has to
be quick, and what is not saved by then goes on, or goes down, as without us. Off unless the settings want it.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from virtmonitor.core.domain import DomainRecord, DomainState
from virtmonitor.core.uris import remote_host
from virtmonitor.desktop.session import SystemSession
from virtmonitor.desktop.settings import Settings
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.qmlelement import QmlElement, QmlUncreatable
from virtmonitor.engine.qt import Property
from virtmonitor.engine.servicejob import ServiceJob

QML_IMPORT_NAME = "VirtMonitor.Desktop"
QML_IMPORT_MAJOR_VERSION = 1

_RUNNING: Final = frozenset({DomainState.RUNNING, DomainState.BLOCKED})
_OPERATIONS: Final = {"save": "managedSave", "shutdown": "shutdown"}
_WHY: Final = "Machines run here: they are saved or shut down first"


@QmlElement
@QmlUncreatable("The application makes it.")
class SessionEnd(QObject):
    """Follows the setting desktop.session_end. GUI thread only.

    Signals:
        asked: a person has to choose, at once: call `choose`.
        answered: nobody has to any more.
    """

    asked = Signal()
    answered = Signal()
    machinesChanged = Signal()

    def __init__(
        self, engine: DataEngine, settings: Settings, session: SystemSession, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._engine, self._settings, self._session = engine, settings, session
        self._waiting: set[str] = set()
        self._saved: list[str] = []
        self._sleeps = False
        settings.changed.connect(self._settings_changed)
        session.sleeping.connect(self._sleeping)
        session.shuttingDown.connect(self._shutting_down)
        session.woke.connect(self._woke)
        engine.rowsChanged.connect(self._rows_changed)
        self._settings_changed()

    machines = Property(
        "QStringList", lambda self: [record.name for record in self._running()], notify=machinesChanged
    )
    """The names of the machines that run here."""

    @Slot(str)
    def choose(self, word: str) -> None:
        """save, shutdown or leave: for the machines that run here now."""
        self.answered.emit()
        operation = _OPERATIONS.get(word)
        running = self._running() if operation else []
        self._waiting = {record.source for record in running}
        for record in running:
            job = self._engine.serviceForSource(record.source).call(operation or "")
            job.finished.connect(self._job_finished)
        self._go_on_if_done()

    def _running(self) -> list[DomainRecord]:
        hosts = (self._engine.host(name) for name in self._engine.hosts)
        here = {
            host.settings.name
            for host in hosts
            if host is not None and host.live and _is_here(host.settings.uri)
        }
        return [one for one in self._engine.records() if one.host in here and one.state in _RUNNING]

    @Slot()
    def _settings_changed(self) -> None:
        if self._settings.record.desktop.session_end == "leave":
            self._session.release(for_good=True)
        else:
            self._session.hold(_WHY)

    @Slot()
    def _sleeping(self) -> None:
        self._sleeps = True
        self._decide()

    @Slot()
    def _shutting_down(self) -> None:
        self._sleeps = False
        self._decide()

    def _decide(self) -> None:
        word = self._settings.record.desktop.session_end
        if word == "ask" and self._running():
            self.machinesChanged.emit()
            self.asked.emit()
        else:
            self.choose(word)

    @Slot(QObject)
    def _job_finished(self, job: ServiceJob) -> None:
        if job.failure is not None:
            self._waiting.discard(job.destination)
        elif job.operation == "managedSave" and self._sleeps:
            self._saved.append(job.destination)
        self._go_on_if_done()

    @Slot(object)
    def _rows_changed(self, _changes: object) -> None:
        if self._waiting:
            self._waiting = {source for source in self._waiting if self._is_active(source)}
            self._go_on_if_done()

    def _is_active(self, source: str) -> bool:
        """Also while it is paused to be saved."""
        record = self._engine.record(source)
        return record is not None and record.active

    def _go_on_if_done(self) -> None:
        if not self._waiting:
            self._session.release()

    @Slot()
    def _woke(self) -> None:
        """What was saved for the sleep goes on where it was."""
        self.answered.emit()
        self._waiting.clear()
        saved, self._saved = self._saved, []
        for source in saved:
            self._engine.serviceForSource(source).call("start")


def _is_here(uri: str) -> bool:
    """On this computer, and real: the test driver in this process is not."""
    return not remote_host(uri) and not uri.startswith("test:")
