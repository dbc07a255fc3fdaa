"""The engine's end of one host: what its reader says, as queued signals on the engine's thread."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from virtmonitor.core.batch import ConnectionStatus, DomainBatch
from virtmonitor.core.connection import HostSettings
from virtmonitor.hypervisor.host import Connection
from virtmonitor.hypervisor.hostreader import HostReader


class HostLink(QObject):
    """Owns the reader of one host. Lives on the engine's thread; its methods never wait for the host.

    Signals carry frozen records and are emitted on the reader's threads: connect them queued.
    """

    connectionChanged = Signal(object)
    """A ConnectionStatus."""
    domainsRead = Signal(object)
    """A DomainBatch."""

    def __init__(self, settings: HostSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self._left_behind: list[HostReader] = []
        self._endings: list[Callable[[], object]] = []
        self._reader = HostReader(settings, self)

    @property
    def name(self) -> str:
        """The host's short name: that of its Source."""
        return self.settings.name

    @property
    def connection(self) -> Connection | None:
        """The open connection, for operations on threads of their own; None while there is none."""
        return self._reader.connection

    def on_ending(self, let_go: Callable[[], object]) -> None:
        """Call `let_go`, on the reader's thread, before a connection is closed. Before `start`."""
        self._endings.append(let_go)
        self._reader.on_ending(let_go)

    def start(self) -> None:
        """Begin to connect and to read."""
        self._reader.start()

    def retry(self) -> None:
        """Connect now. A reader that hangs in a call is left behind, and a new one starts."""
        if not self._reader.late:
            self._reader.retry()
            return
        self._reader.close()
        self._left_behind.append(self._reader)
        self._reader = HostReader(self.settings, self)
        for let_go in self._endings:
            self._reader.on_ending(let_go)
        self._reader.start()

    def refresh(self, uuid: str | None = None, done: threading.Event | None = None) -> None:
        """Read one domain, or all of them, again. Any thread."""
        self._reader.refresh(uuid, done)

    def close(self) -> None:
        """Begin to disconnect; see `join`."""
        self._reader.close()

    def join(self, seconds: float) -> bool:
        """Wait at most `seconds` for the reader's end; False when it hangs in a call and is left behind."""
        return self._reader.join(seconds)

    # The reader's sink: its threads.

    def connection_changed(self, status: ConnectionStatus) -> None:
        """See ReaderSink."""
        self.connectionChanged.emit(status)

    def domains_read(self, batch: DomainBatch) -> None:
        """See ReaderSink."""
        self.domainsRead.emit(batch)
