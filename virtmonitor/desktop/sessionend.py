"""Machines of this computer when it is about to sleep or to shut down, or when its user logs out: save them, shut them
down, or leave them. Off unless the settings want it.

The computer waits for as long as logind lets it (InhibitDelayMaxSec, 5 s by default), a session manager while a person
is asked and machines are saved; but nobody waits for ever for a person who is away or a guest that does not listen.
What is not saved by then goes on, or goes down, as without us.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from virtmonitor.core.domain import DomainRecord, DomainState
from virtmonitor.core.uris import remote_host
from virtmonitor.desktop.panel import is_gnome_shell
from virtmonitor.desktop.session import SystemSession
from virtmonitor.desktop.sessionmanager import SessionManager
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
ANSWER_LIMIT: Final = 30_000
"""Milliseconds that a person has to answer; then the machines are left."""
NAMES: Final = 8
"""Machines that are named to the desktop."""
WORK_LIMIT: Final = 120_000
"""Milliseconds after which nobody has to wait any more for machines that are being saved or shut down."""


@QmlElement
@QmlUncreatable("The application makes it.")
class SessionEnd(QObject):
    """Follows the setting desktop.session_end. GUI thread only.

    Signals:
        asked: a person has to choose, at once: call `choose` or `stay`.
        answered: nobody has to any more, nor has anybody to wait for machines.
    """

    asked = Signal()
    answered = Signal()
    machinesChanged = Signal()
    stateChanged = Signal()

    def __init__(
        self,
        engine: DataEngine,
        settings: Settings,
        session: SystemSession,
        manager: SessionManager | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine, self._settings, self._session = engine, settings, session
        self._manager = manager or SessionManager(parent=self)
        self._manager.wanted = self._why_to_ask
        self._waiting: set[str] = set()  # machines that are to end
        self._jobs: set[str] = set()  # machines whose operation has not ended, which comes a moment later
        self._saved: list[str] = []
        self._goes_on = True  # what is saved is started again
        self._settled = False  # a session manager asked already: logind, which comes next, need not
        self._logs_out = self._called_off_before = False
        self._limit = QTimer(self, singleShot=True)
        self._limit.timeout.connect(self._too_long)
        self._is_asking = False
        self._connect()
        self._settings_changed()

    def _connect(self) -> None:
        self._settings.changed.connect(self._settings_changed)
        self._session.sleeping.connect(self._sleeping)
        self._session.shuttingDown.connect(self._shutting_down)
        self._session.woke.connect(self._go_on)
        self._manager.mayAsk.connect(self._ask_at_logout)
        self._manager.ending.connect(self._log_out)
        self._manager.stays.connect(self._called_off)
        self._manager.lost.connect(self._go_on)
        self._engine.rowsChanged.connect(self._rows_changed)

    machines = Property(
        "QStringList", lambda self: [record.name for record in self._running()], notify=machinesChanged
    )
    """The names of the machines that run here."""
    logsOut = Property(bool, lambda self: self._logs_out, notify=stateChanged)
    """True when it is the session that ends, and not the computer."""
    canStay = Property(bool, lambda self: self._logs_out and self._manager.may_stay, notify=stateChanged)
    """True when a person may say that it shall not end."""
    calledOff = Property(bool, lambda self: self._called_off_before, notify=stateChanged)
    """True when the person called the logout off before there was an answer, and nobody waits for one."""

    @Slot(str)
    def choose(self, word: str) -> None:
        """save, shutdown or leave: for the machines that run here now. The answer to `asked`, else nothing."""
        if self._is_asking:
            self._carry_out(word)

    def _carry_out(self, word: str) -> None:
        self._end_question()
        operation = _OPERATIONS.get(word)
        running = self._running() if operation else []
        self._waiting = {record.source for record in running}
        self._jobs = set(self._waiting)
        for record in running:
            job = self._engine.serviceForSource(record.source).call(operation or "")
            job.finished.connect(self._job_finished)
        self._limit.start(WORK_LIMIT)
        self._release_if_done()

    @Slot()
    def stay(self) -> None:
        """The session shall not end. The answer to `asked`, else nothing."""
        if not self._is_asking:
            return
        self._manager.stay()
        self._go_on()  # not every session manager tells who said so

    def _end_question(self) -> None:
        self._is_asking = False
        self._limit.stop()
        self.answered.emit()

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
            self._manager.close()
        else:
            self._session.hold(_WHY)
            self._manager.open()

    def _why_to_ask(self) -> str:
        """What the desktop shows while a person is asked; empty when nobody is to be."""
        names = [record.name for record in self._running()]
        if self._settings.record.desktop.session_end != "ask" or not names:
            return ""
        if len(names) > NAMES:
            names[NAMES:] = ["…"]
        return QCoreApplication.translate("sessionend", "Machines run here: %1").replace(
            "%1", ", ".join(names)
        )

    # Somebody waits

    @Slot()
    def _sleeping(self) -> None:
        self._begin(logs_out=False)
        self._decide()

    @Slot()
    def _shutting_down(self) -> None:
        if self._settled:
            self._release_if_done()
        elif self._called_off_before or not self._is_asking:
            self._begin(logs_out=False)
            self._decide()

    @Slot()
    def _ask_at_logout(self) -> None:
        self._begin(logs_out=True)
        self._decide()

    @Slot()
    def _log_out(self) -> None:
        """Nobody is asked any more. What an answer began is waited for, if there was one."""
        word = self._settings.record.desktop.session_end
        if self._waiting or self._jobs:
            return
        if self._settled or word == "ask":
            word = "leave"
        self._begin(logs_out=True)
        self._carry_out(word)

    def _begin(self, *, logs_out: bool) -> None:
        self._logs_out, self._settled = logs_out, logs_out
        self._goes_on = self._called_off_before = False
        self.stateChanged.emit()

    def _decide(self) -> None:
        word = self._settings.record.desktop.session_end
        if word == "ask" and self._running():
            self._is_asking = True
            self._limit.start(ANSWER_LIMIT)
            self.machinesChanged.emit()
            self.asked.emit()
        else:
            self._carry_out(word)

    @Slot()
    def _too_long(self) -> None:
        """Who is away leaves the machines; a guest that does not listen holds up nobody."""
        if self._is_asking:
            self._carry_out("leave")
        self._wait_no_more()
        self._release_if_done()

    @Slot(QObject)
    def _job_finished(self, job: ServiceJob) -> None:
        self._jobs.discard(job.destination)
        if job.failure is not None:
            self._waiting.discard(job.destination)
        elif job.operation == "managedSave" and not self._called_off_before:
            self._saved.append(job.destination)
            if self._goes_on:
                self._start_saved()
        self._release_if_done()

    @Slot(object)
    def _rows_changed(self, _changes: object) -> None:
        if self._waiting:
            self._waiting = {source for source in self._waiting if self._is_active(source)}
            self._release_if_done()

    def _is_active(self, source: str) -> bool:
        """Also while it is paused to be saved."""
        record = self._engine.record(source)
        return record is not None and record.active

    def _release_if_done(self) -> None:
        if not self._waiting and not self._jobs and not self._is_asking:
            self._limit.stop()
            self._manager.release()
            if not self._called_off_before:
                self._session.release()

    @Slot()
    def _called_off(self) -> None:
        """GNOME Shell puts a dialog of its own before the question: who cancels there can answer only then."""
        if self._is_asking and is_gnome_shell():
            self._limit.stop()
            self._settled, self._called_off_before = False, True
            self.stateChanged.emit()
        else:
            self._go_on()

    @Slot()
    def _go_on(self) -> None:
        """Awake again, or nobody logs out after all: what was saved goes on where it was."""
        self._end_question()
        self._wait_no_more()
        self._settled, self._goes_on = False, True
        self._start_saved()
        if self._settings.record.desktop.session_end != "leave":
            self._session.hold(_WHY)  # for the next time

    def _wait_no_more(self) -> None:
        self._waiting.clear()
        self._jobs.clear()

    def _start_saved(self) -> None:
        saved, self._saved = self._saved, []
        for source in saved:
            self._engine.serviceForSource(source).call("start")


def _is_here(uri: str) -> bool:
    """On this computer, and real: the test driver in this process is not."""
    return not remote_host(uri) and not uri.startswith("test:")
