"""The thread of one host: connects, lists, re-reads what events name, reconnects. Qt-free.

It is the only one that reads this host's domains, so what it publishes is in the order in which it was true.
It is a daemon thread: one that hangs in a call for ever is abandoned, never waited for.
"""

from __future__ import annotations

import logging
import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Final, Protocol

import libvirt

from virtmonitor.core.batch import ConnectionStatus, DomainBatch
from virtmonitor.core.connection import ConnectionState, HostRecord, HostSettings
from virtmonitor.core.domain import DomainRecord
from virtmonitor.core.errors import Failure, FailureKind, VirtmonitorError
from virtmonitor.core.events import EventRecord
from virtmonitor.hypervisor import reader
from virtmonitor.hypervisor.events import EventRegistration
from virtmonitor.hypervisor.failures import failure_of
from virtmonitor.hypervisor.host import Connection, connect
from virtmonitor.hypervisor.mailbox import Mailbox, Work
from virtmonitor.hypervisor.watchdog import WATCHDOG

log = logging.getLogger("virtmonitor.hostreader")

DEADLINE: Final = 10.0
"""Seconds after which a read under way makes the host "unresponsive"."""
FIRST_RETRY: Final = 1.0
LAST_RETRY: Final = 60.0
"""Seconds between tries to connect: doubled each time, with jitter."""
BULK_FROM: Final = 64
"""From so many domains to re-read on, one list of all is cheaper than some calls for each."""
DETAILS_AT_ONCE: Final = 100
"""XML descriptions read between two looks into the mailbox."""

# What another try does not cure.
_FINAL: Final = frozenset({FailureKind.RIGHTS, FailureKind.PARAMETER, FailureKind.UNSUPPORTED})


class ReaderSink(Protocol):
    """Who hears what was read. Called on the reader's, the watchdog's or libvirt's threads; must not wait."""

    def connection_changed(self, status: ConnectionStatus) -> None:
        """The connection's state is another one now."""

    def domains_read(self, batch: DomainBatch) -> None:
        """Domains were read."""


class HostReader:
    """Reads one host until `close`. All methods may be called on any thread and return at once."""

    def __init__(self, settings: HostSettings, sink: ReaderSink) -> None:
        self.settings = settings
        self._sink: ReaderSink | None = sink
        self._mailbox = Mailbox()
        self._connection: Connection | None = None
        self._facts: HostRecord | None = None
        self._records: dict[str, DomainRecord] = {}
        self._undetailed: dict[str, libvirt.virDomain] = {}
        self._retry_after = FIRST_RETRY
        self._late = False
        self._endings: list[Callable[[], object]] = []
        self._thread = threading.Thread(target=self._run, name=f"host {settings.name}", daemon=True)

    @property
    def connection(self) -> Connection | None:
        """The open connection, to operate on beside the reading; None while there is none."""
        return self._connection

    @property
    def late(self) -> bool:
        """True while a call has been under way for longer than the deadline."""
        return self._late

    def on_ending(self, let_go: Callable[[], object]) -> None:
        """Call `let_go`, on the reader's thread, before a connection is closed: who else uses it lets go of it."""
        self._endings.append(let_go)

    def start(self) -> None:
        """Begin to connect."""
        self._thread.start()

    def refresh(self, uuid: str | None = None, done: threading.Event | None = None) -> None:
        """Read one domain, or all, again; `done` is set when it was published, or cannot be any more."""
        self._mailbox.refresh(uuid, done.set if done else None)

    def retry(self) -> None:
        """Connect now, if there is no connection."""
        self._mailbox.retry()

    def close(self) -> None:
        """Disconnect and end. Nothing is published from now on."""
        self._sink = None
        self._mailbox.close()

    def join(self, seconds: float) -> bool:
        """Wait at most `seconds` for the end; False when the thread hangs in a call and is left behind."""
        if self._thread.ident is None:
            return True  # it was never started
        self._thread.join(seconds)
        return not self._thread.is_alive()

    # All below runs on the reader's own thread, but for what says otherwise.

    def _run(self) -> None:
        while not self._mailbox.closing:
            self._publish(ConnectionState.CONNECTING)
            failure = self._live()
            if failure.kind is FailureKind.CANCELLED:
                return
            if failure.kind in _FINAL:
                self._publish(ConnectionState.FAILED, failure)
                self._wait_for_retry(None)
            else:
                seconds = self._retry_after * random.uniform(0.8, 1.2)  # noqa: S311 - jitter, not a secret
                self._retry_after = min(self._retry_after * 2, LAST_RETRY)
                self._publish(ConnectionState.RECONNECTING, failure, time.time() + seconds)
                self._wait_for_retry(seconds)

    def _live(self) -> Failure:
        """One connection from its opening to its end; why it ended."""
        try:
            with self._deadline():
                connection = connect(self.settings)
        except VirtmonitorError as error:
            return error.failure
        self._connection = connection
        events = EventRegistration(connection.conn, self.settings.name, self._mailbox.hear)
        connection.watch(self._mailbox.lose)
        try:
            return self._serve(connection, events)
        except libvirt.libvirtError as error:
            return failure_of(error, f"read {self.settings.name}")
        except VirtmonitorError as error:
            return error.failure
        finally:
            self._connection = None
            self._undetailed.clear()
            for let_go in self._endings:
                let_go()
            events.close()
            self._close(connection)

    def _close(self, connection: Connection) -> None:
        held = connection.close()
        if held:
            log.warning(
                "%s: libvirt keeps the closed connection, %d references held", self.settings.name, held
            )

    def _serve(self, connection: Connection, events: EventRegistration) -> Failure:
        with self._deadline():
            self._facts = connection.facts()
            objects = self._read_rows(connection)
            state = ConnectionState.READ_ONLY if connection.read_only else ConnectionState.CONNECTED
            self._publish(state)
            self._read_flags(connection, objects)
            events.register_rest()
        while True:
            work = self._mailbox.take(0 if self._undetailed else None)
            if work.closing:
                return Failure(FailureKind.CANCELLED, "Closed.")
            if work.lost is not None or not connection.conn.isAlive():
                return Failure(FailureKind.CONNECTION, f"The connection was lost: {work.lost}.")
            self._retry_after = FIRST_RETRY
            with self._deadline():
                self._do(connection, work)
            for done in work.done:
                done()

    def _do(self, connection: Connection, work: Work) -> None:
        if work.everything or len(work.uuids) > BULK_FROM:
            objects = self._read_rows(connection, work)
            self._read_flags(connection, objects)
        elif work.uuids or work.events:
            self._read_some(connection, work)
        elif self._undetailed:
            self._read_details()

    def _read_rows(self, connection: Connection, work: Work | None = None) -> reader.Domains:
        """A lean list of all. What was known beside it stays until it is read again."""
        lean, objects = reader.rows(connection.conn, self.settings.name)
        known = self._records
        self._records = {record.uuid: _merged(known.get(record.uuid), record) for record in lean}
        changed = objects if work is None or work.everything else work.uuids
        self._undetailed = {
            uuid: domain for uuid, domain in objects.items() if uuid in changed or uuid in self._undetailed
        }
        self._send(tuple(self._records.values()), work=work, complete=True)
        return objects

    def _read_flags(self, connection: Connection, objects: reader.Domains) -> None:
        self._update(reader.with_flags(connection.conn, self._records.values(), objects))

    def _read_details(self) -> None:
        records, gone = [], []
        for _ in range(min(DETAILS_AT_ONCE, len(self._undetailed))):
            uuid = next(iter(self._undetailed))
            domain = self._undetailed.pop(uuid)
            record = reader.with_details(self._records[uuid], domain)
            if record is None:
                gone.append(uuid)
            else:
                records.append(record)
        self._update(records, gone)

    def _read_some(self, connection: Connection, work: Work) -> None:
        records, gone = [], []
        for uuid in work.uuids:
            record = reader.one(connection.conn, self.settings.name, uuid)
            self._undetailed.pop(uuid, None)
            if record is None:
                gone.append(uuid)
            else:
                records.append(record)
        self._update(records, gone, work)

    def _update(
        self, records: list[DomainRecord], gone: list[str] | None = None, work: Work | None = None
    ) -> None:
        for uuid in gone or ():
            self._records.pop(uuid, None)
        self._records.update((record.uuid, record) for record in records)
        self._send(tuple(records), tuple(gone or ()), work)

    def _send(
        self,
        records: tuple[DomainRecord, ...],
        gone: tuple[str, ...] = (),
        work: Work | None = None,
        *,
        complete: bool = False,
    ) -> None:
        sink = self._sink
        if sink is not None and (records or gone or complete or work):
            events: tuple[EventRecord, ...] = tuple(work.events) if work else ()
            lost = work.lost_events if work else 0
            sink.domains_read(
                DomainBatch(self.settings.name, time.time(), records, gone, events, complete, lost)
            )

    def _wait_for_retry(self, seconds: float | None) -> None:
        until = None if seconds is None else time.monotonic() + seconds
        while True:
            left = None if until is None else max(0.0, until - time.monotonic())
            work = self._mailbox.take(left)
            for done in work.done:
                done()  # nothing can be read now; whoever waits shall not wait for ever
            if work.retry or work.closing or left == 0.0:
                return

    def _publish(
        self, state: ConnectionState, failure: Failure | None = None, next_retry_at: float | None = None
    ) -> None:
        """Also on the watchdog's thread."""
        sink = self._sink
        if sink is not None:
            name = self.settings.name
            sink.connection_changed(
                ConnectionStatus(name, state, time.time(), self._facts, failure, next_retry_at)
            )

    @contextmanager
    def _deadline(self) -> Iterator[None]:
        """Calls inside that take too long make the host unresponsive, and connected again when they return."""
        with WATCHDOG.watch(DEADLINE, self._be_late):
            yield
        if self._late:
            self._late = False
            if self._connection is not None:
                read_only = self._connection.read_only
                self._publish(ConnectionState.READ_ONLY if read_only else ConnectionState.CONNECTED)

    def _be_late(self) -> None:
        """On the watchdog's thread."""
        self._late = True
        name = self.settings.name
        self._publish(
            ConnectionState.UNRESPONSIVE,
            Failure(FailureKind.TIMEOUT, f"{name} has not answered for {DEADLINE:.0f} seconds."),
        )


def _merged(known: DomainRecord | None, lean: DomainRecord) -> DomainRecord:
    """The lean record with what was known of the same domain beside it."""
    if known is None:
        return lean
    return replace(known, name=lean.name, id=lean.id, state=lean.state, reason=lean.reason)
