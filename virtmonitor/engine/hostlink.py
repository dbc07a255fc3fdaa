"""The engine's end of one host: what its reader says, as queued signals on the engine's thread."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from virtmonitor.core.batch import ConnectionStatus, DomainBatch
from virtmonitor.core.connection import HostSettings
from virtmonitor.core.credentials import Asker
from virtmonitor.core.errors import Failure, FailureKind
from virtmonitor.engine.inturns import InTurns
from virtmonitor.hypervisor.host import KEEPALIVE_INTERVAL, Connection
from virtmonitor.hypervisor.hostreader import HostReader

LEFT_BEHIND: Final = 4
"""Readers of one host that may hang at the same time; a fifth is not started before one of them comes back."""
ENDING_MILLISECONDS: Final = 10


class HostLink(QObject):
    """Owns the reader of one host. Lives on the engine's thread; its methods never wait for the host.

    Its signals carry frozen records and come on the engine's thread, none after `close`; when the
    threads have ended then, it deletes itself.
    """

    connectionChanged = Signal(object)
    """A ConnectionStatus."""
    domainsRead = Signal(object)
    """A DomainBatch."""
    _status = Signal(object)
    _batch = Signal(object)
    _stuck = Signal(object)
    _ended = Signal()

    def __init__(
        self, settings: HostSettings, parent: QObject | None = None, *, keepalive: float = KEEPALIVE_INTERVAL
    ) -> None:
        super().__init__(parent)
        self.settings = settings
        self._keepalive = keepalive
        self._looked_at = False
        self._left_behind: list[HostReader] = []
        self._endings: list[Callable[[], object]] = []
        self._started = False
        self._reader = HostReader(settings, self, keepalive=keepalive)
        self._closed = False
        self._turns = InTurns(self)
        queued = Qt.ConnectionType.QueuedConnection
        self._status.connect(self._take_status, queued)
        self._batch.connect(self._take_batch, queued)
        self._stuck.connect(self._reader_stuck, queued)
        self._ended.connect(self._reader_ended, queued)

    @property
    def name(self) -> str:
        """The host's short name: that of its Source."""
        return self.settings.name

    @property
    def connection(self) -> Connection | None:
        """The open connection; None while there is none. The reader is inside of it: use its `sibling`."""
        return self._reader.connection

    @property
    def started(self) -> bool:
        """True once it was to connect."""
        return self._started

    @property
    def left_behind(self) -> int:
        """How many readers hang in a call that does not return."""
        self._left_behind = [reader for reader in self._left_behind if not reader.join(0)]
        return len(self._left_behind)

    def on_ending(self, let_go: Callable[[], object]) -> None:
        """Call `let_go`, on the reader's thread, before a connection is closed. Before `start`."""
        self._endings.append(let_go)
        self._reader.on_ending(let_go)

    def start(self) -> None:
        """Begin to connect and to read. Once started, that is no news."""
        if not self._started:
            self._started = True
            self._reader.start()

    def retry(self) -> None:
        """Connect now, or see whether the connection still holds. A reader that hangs in a call is left behind."""
        if self._closed:
            return
        self.start()
        if not (self._reader.late and self._replace()):
            self._reader.retry()

    def authenticate(self, asker: Asker) -> None:
        """Connect anew with all rights, `asker` being asked on the reader's thread."""
        self.start()
        self._reader.authenticate(asker)

    def set_keepalive(self, seconds: float) -> None:
        """For connections that are opened from now on."""
        self._keepalive = seconds
        self._reader.set_keepalive(seconds)

    def look(self, looked_at: bool) -> None:
        """Tell whether anybody looks at this host."""
        self._looked_at = looked_at
        self._reader.look(looked_at)

    def refresh(self, uuid: str | None = None, done: threading.Event | None = None) -> None:
        """Read one domain, or all of them, again. Any thread."""
        self._reader.refresh(uuid, done)

    def close(self) -> None:
        """Begin to disconnect; see `join`. Nothing is told from now on."""
        if not self._closed:
            self._turns.drop()
        self._closed = True
        self._reader.close()

    def join(self, seconds: float) -> bool:
        """Wait at most `seconds` for the reader's end; False when it hangs in a call and is left behind."""
        return not self._started or self._reader.join(seconds)

    def _replace(self, failure: Failure | None = None) -> bool:
        """Leave the reader behind and start another one; False when too many are left behind already.

        `failure`: what is told of the host until the new one knows better.
        """
        if self.left_behind >= LEFT_BEHIND:
            return False
        old = self._reader
        old.close()
        self._left_behind.append(old)
        self._reader = HostReader(
            self.settings,
            self,
            keepalive=self._keepalive,
            known=old.known,
            backoff=old.backoff,
            failure=failure,
        )
        for let_go in self._endings:
            self._reader.on_ending(let_go)
        self._reader.look(self._looked_at)
        self._reader.start()
        return True

    @Slot(object)
    def _reader_stuck(self, reader: HostReader) -> None:
        if reader is self._reader:
            self._replace(Failure(FailureKind.TIMEOUT, f"{self.name} does not answer."))

    @Slot()
    def _reader_ended(self) -> None:
        if not self._closed or self.left_behind:
            return
        if self.join(0):
            self.deleteLater()
        else:  # it has told, and is about to end
            QTimer.singleShot(ENDING_MILLISECONDS, self, self._reader_ended)

    @Slot(object)
    def _take_status(self, status: ConnectionStatus) -> None:
        if not self._closed:
            self._turns.put(self.connectionChanged, status)

    @Slot(object)
    def _take_batch(self, batch: DomainBatch) -> None:
        if not self._closed:
            self._turns.put(self.domainsRead, batch)
            if batch.at_once:
                self._turns.finish()

    # The reader's sink: its threads.

    def connection_changed(self, status: ConnectionStatus) -> None:
        """See ReaderSink."""
        _tell(self._status, status)

    def domains_read(self, batch: DomainBatch) -> None:
        """See ReaderSink."""
        _tell(self._batch, batch)

    def reader_stuck(self, reader: HostReader) -> None:
        """See ReaderSink."""
        _tell(self._stuck, reader)

    def reader_ended(self, reader: HostReader) -> None:
        """See ReaderSink."""
        _tell(self._ended)


def _tell(signal: Any, *what: object) -> None:
    """Emit, unless this and the whole engine have long gone: a reader may come back late out of a call."""
    with contextlib.suppress(RuntimeError):
        signal.emit(*what)
