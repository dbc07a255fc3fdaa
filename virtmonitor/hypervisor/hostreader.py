"""The thread of one host: connects, lists, re-reads what events name, reconnects. Qt-free.

It is the only one that reads this host's domains, so what it publishes is in the order in which it was true.
It is a daemon thread: one that hangs in a call for ever is abandoned, never waited for.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Final, Protocol

import libvirt

from virtmonitor.core import clock
from virtmonitor.core.batch import ConnectionStatus, DomainBatch
from virtmonitor.core.connection import ConnectionState, HostRecord, HostSettings
from virtmonitor.core.credentials import Asker
from virtmonitor.core.domain import DomainRecord
from virtmonitor.core.errors import Failure, FailureKind, VirtmonitorError
from virtmonitor.hypervisor.authentication import Remembered
from virtmonitor.hypervisor.backoff import Backoff
from virtmonitor.hypervisor.domainreading import DomainReading
from virtmonitor.hypervisor.events import EventRegistration
from virtmonitor.hypervisor.failures import failure_of
from virtmonitor.hypervisor.firstlists import FIRST_LISTS
from virtmonitor.hypervisor.host import KEEPALIVE_INTERVAL, SILENT, Connection, connect
from virtmonitor.hypervisor.mailbox import Mailbox, Work
from virtmonitor.hypervisor.opening import OPENING_SECONDS
from virtmonitor.hypervisor.watchdog import WATCHDOG

log = logging.getLogger("virtmonitor.hostreader")

DEADLINE_INTERVALS: Final = 2
"""Keepalive intervals after which a call under way makes the host "unresponsive"."""
STUCK_SECONDS: Final = OPENING_SECONDS
"""Seconds after which an opening that does not return is left to its thread, and another reader started."""
CHECK_SECONDS: Final = 30.0
"""While somebody looks, the list is compared with what is known this often: events may have been lost."""

# What another try does not cure.
_FINAL: Final = frozenset(
    {FailureKind.RIGHTS, FailureKind.IDENTITY, FailureKind.PARAMETER, FailureKind.UNSUPPORTED}
)


GATHER_FROM: Final = 0.01
GATHER_MOST: Final = 0.25
"""Seconds: after a re-read that took longer than the first, events are gathered, at most for the second."""
GATHER_TIMES: Final = 8
"""So many times as long as the re-read took: a storm keeps the reader busy for a ninth of the time."""


class ReaderSink(Protocol):
    """Who hears what was read. Called on the reader's, the watchdog's or libvirt's threads; must not wait."""

    def connection_changed(self, status: ConnectionStatus) -> None:
        """The connection's state is another one now."""

    def domains_read(self, batch: DomainBatch) -> None:
        """Domains were read."""

    def reader_stuck(self, reader: HostReader) -> None:
        """This reader has been opening the connection for too long; another one may have more luck."""

    def reader_ended(self, reader: HostReader) -> None:
        """The last of it: its thread is about to end. Also after `close`."""


class HostReader:
    """Reads one host until `close`. All methods may be called on any thread and return at once."""

    def __init__(
        self,
        settings: HostSettings,
        sink: ReaderSink,
        *,
        keepalive: float = KEEPALIVE_INTERVAL,
        known: Mapping[str, DomainRecord] | None = None,
        backoff: Backoff | None = None,
        failure: Failure | None = None,
    ) -> None:
        """`keepalive` in seconds. `known`, `backoff`, `failure`: of a reader that hangs and that this one replaces."""
        self.settings = settings
        self.backoff = backoff or Backoff()
        self._sink: ReaderSink | None = sink
        self._owner = sink
        self._keepalive = keepalive
        self._mailbox = Mailbox()
        self._connection: Connection | None = None
        self._facts: HostRecord | None = None
        self._listing: Connection | None = None
        self._reading = DomainReading(settings.name, self._publish_domains, known)
        self._failure = failure
        self._asker: Asker | None = None
        self._remembered = Remembered()
        self._late = False
        self._looked_at = False
        self._listed_at = 0.0
        self._endings: list[Callable[[], object]] = []
        self._thread = threading.Thread(target=self._run, name=f"host {settings.name}", daemon=True)

    @property
    def connection(self) -> Connection | None:
        """The open connection; None while there is none. Only for its `another`: this thread is inside of it."""
        return self._connection

    @property
    def late(self) -> bool:
        """True while a call has been under way for longer than the deadline."""
        return self._late

    @property
    def known(self) -> dict[str, DomainRecord]:
        """What was read so far."""
        return self._reading.records

    def on_ending(self, let_go: Callable[[], object]) -> None:
        """Call `let_go`, on the reader's thread, before a connection is closed: who else uses it lets go of it."""
        self._endings.append(let_go)

    def start(self) -> None:
        """Begin to connect."""
        FIRST_LISTS.expect(self)
        self._thread.start()

    def refresh(self, uuid: str | None = None, done: threading.Event | None = None) -> None:
        """Read one domain, or all, again; `done` is set when it was published, or cannot be any more."""
        self._mailbox.refresh(uuid, done.set if done else None)

    def retry(self) -> None:
        """Connect now if there is no connection; else see whether it still holds, and what was missed."""
        self._mailbox.retry()

    def authenticate(self, asker: Asker) -> None:
        """Connect anew with all rights, asking `asker`, on this reader's thread, for what the host wants to know."""
        self._asker = asker
        self._mailbox.authenticate()

    def set_keepalive(self, seconds: float) -> None:
        """For connections that are opened from now on."""
        self._keepalive = seconds

    def look(self, looked_at: bool) -> None:
        """Tell whether anybody looks at this host: only then lost events are searched for."""
        if looked_at != self._looked_at:
            self._looked_at = looked_at
            self._mailbox.look()

    def close(self) -> None:
        """Disconnect and end. Nothing is published from now on."""
        self._sink = None
        FIRST_LISTS.done(self)
        self._mailbox.close()

    def join(self, seconds: float) -> bool:
        """Wait at most `seconds` for the end; False when the thread hangs in a call and is left behind."""
        if self._thread.ident is None:
            return True  # it was never started
        self._thread.join(seconds)
        return not self._thread.is_alive()

    # All below runs on the reader's own thread, but for what says otherwise.

    def _run(self) -> None:
        try:
            self._work()
        finally:
            self._owner.reader_ended(self)

    def _work(self) -> None:
        work = Work(retry=self._failure is None)
        while not work.closing:
            # Tries that nobody asked for are not told one by one: the person reads why there is no connection.
            if work.retry or work.authenticate:
                self._publish(ConnectionState.CONNECTING)
            elif self._failure is not None:
                self._publish(self._state_of(self._failure), self._failure)
            failure = self._live(asking=work.authenticate)
            if failure is None:
                work = Work(authenticate=True)
                continue
            if failure.kind is FailureKind.CANCELLED:
                return
            self._failure = failure
            work = self._wait_after(failure)

    def _wait_after(self, failure: Failure) -> Work:
        if failure.kind in _FINAL:
            self._publish(ConnectionState.FAILED, failure)
            return self._wait(None)
        seconds = self.backoff.next()
        self._publish(self._state_of(failure), failure, clock.now() + seconds)
        return self._wait(seconds)

    def _state_of(self, failure: Failure) -> ConnectionState:
        silent = failure.kind is FailureKind.TIMEOUT
        return ConnectionState.UNRESPONSIVE if silent else ConnectionState.RECONNECTING

    def _wait(self, seconds: float | None) -> Work:
        """Until the time is over (None: for ever), or somebody wants a connection or the end."""
        until = None if seconds is None else time.monotonic() + seconds
        while True:
            left = None if until is None else max(0.0, until - time.monotonic())
            work = self._mailbox.take(left)
            for done in work.done:
                done()  # nothing can be read now; whoever waits shall not wait for ever
            if work.retry:
                self.backoff.reset()
            if work.retry or work.authenticate or work.closing or left == 0.0:
                return work

    def _live(self, *, asking: bool) -> Failure | None:
        """One connection from its opening to its end; why it ended, None when it is to be opened anew, asking."""
        try:
            connection = self._open(asking=asking)
        except VirtmonitorError as error:
            FIRST_LISTS.done(self)
            return error.failure
        self._connection = connection
        events = EventRegistration(connection.conn, self.settings.name, self._mailbox.hear)
        connection.watch(lambda reason: self._lose(connection, reason))
        try:
            return self._serve(connection, events)
        except libvirt.libvirtError as error:
            return self._ended(failure_of(error, f"read {self.settings.name}"))
        except VirtmonitorError as error:
            return self._ended(error.failure)
        finally:
            FIRST_LISTS.done(self)
            self._end(connection, events)

    def _ended(self, failure: Failure) -> Failure:
        """A call that was under way when keepalive gave up fails before the loss is told."""
        return _loss(self.settings.name, SILENT) if "keepalive" in failure.message else failure

    def _open(self, *, asking: bool) -> Connection:
        self._remembered.asker = self._asker if asking else None
        try:
            if asking:  # a person may think for as long as they like
                return self._open_asking()
            with WATCHDOG.watch(STUCK_SECONDS, self._be_stuck), self._deadline():
                return connect(self.settings, self._remembered, keepalive=self._keepalive)
        except VirtmonitorError as error:
            if error.failure.kind is FailureKind.RIGHTS:
                self._remembered.refused()
            raise
        finally:
            self._remembered.asker = None

    def _open_asking(self) -> Connection:
        """Until the host takes an answer, or asking again makes no sense."""
        while True:
            try:
                connection = connect(self.settings, self._remembered, keepalive=self._keepalive)
            except VirtmonitorError as error:
                if error.failure.kind is FailureKind.RIGHTS and self._remembered.refused():
                    continue
                raise
            if connection.refused is None or not self._remembered.refused():
                return connection
            connection.close()

    def _lose(self, connection: Connection, reason: str) -> None:
        """Any thread. An earlier connection may be told lost when the next one stands already."""
        if self._connection is connection:
            self._mailbox.lose(reason)

    def _end(self, connection: Connection, events: EventRegistration) -> None:
        self._connection = None
        self._reading.let_go()
        for let_go in self._endings:
            let_go()
        events.close()
        self._mailbox.let_go()
        held = connection.close()
        if held:
            # Not a warning: a question on the operations' threads may hold a domain for a moment longer than the host.
            log.info("%s: libvirt keeps the closed connection, %d references held", self.settings.name, held)

    def _serve(self, connection: Connection, events: EventRegistration) -> Failure | None:
        if self._mailbox.closing:
            return Failure(FailureKind.CANCELLED, "Closed.")
        with self._deadline():
            self._read_all(connection)
            events.register_rest()
        while True:
            work = self._mailbox.take(self._patience())
            if work.closing:
                return Failure(FailureKind.CANCELLED, "Closed.")
            if work.authenticate:
                return None
            if work.lost is not None or not connection.conn.isAlive():
                return _loss(self.settings.name, work.lost)
            began = time.monotonic()
            self._do(connection, work)
            took = time.monotonic() - began
            if work.events and took > GATHER_FROM:
                # A storm: for longer than the reading takes events come together, and are read as one.
                self._mailbox.gather(min(GATHER_TIMES * took, GATHER_MOST))

    def _read_all(self, connection: Connection) -> None:
        self._facts = connection.facts()
        self._listing = connection
        self._reading.rows(connection.conn)
        self._listing = None
        self._listed_at = time.monotonic()
        self.backoff.connected()
        self._failure = None
        self._publish_connected(connection)
        FIRST_LISTS.done(self)
        FIRST_LISTS.tell_when_over(self._mailbox.look)

    def _patience(self) -> float | None:
        """How long to wait for work; 0 while details are to be read and all hosts have a list, None for ever."""
        if self._reading.behind:
            return FIRST_LISTS.left()
        if not self._looked_at:
            return None
        return max(0.0, self._listed_at + CHECK_SECONDS - time.monotonic())

    def _do(self, connection: Connection, work: Work) -> None:
        due = self._looked_at and time.monotonic() >= self._listed_at + CHECK_SECONDS
        work.check = work.retry or due
        with self._deadline():
            self._reading.serve(connection.conn, work)
        if work.check or work.everything:
            self._listed_at = time.monotonic()
        for done in work.done:
            done()

    def _publish_domains(self, batch: DomainBatch) -> None:
        sink = self._sink
        if sink is None:
            return
        if self._listing is not None:
            # Whoever hears of a domain finds it on a host that is connected.
            status = self._status(_connected(self._listing), self._listing.refused)
            batch = replace(batch, status=status)
        sink.domains_read(batch)

    def _publish_connected(self, connection: Connection) -> None:
        self._publish(_connected(connection), connection.refused)

    def _publish(
        self, state: ConnectionState, failure: Failure | None = None, next_retry_at: float | None = None
    ) -> None:
        """Also on the watchdog's thread."""
        sink = self._sink
        if sink is not None:
            sink.connection_changed(self._status(state, failure, next_retry_at))

    def _status(
        self, state: ConnectionState, failure: Failure | None, next_retry_at: float | None = None
    ) -> ConnectionStatus:
        return ConnectionStatus(self.settings.name, state, clock.now(), self._facts, failure, next_retry_at)

    @contextmanager
    def _deadline(self) -> Iterator[None]:
        """Calls inside that take too long make the host unresponsive, and connected again when they return."""
        try:
            with WATCHDOG.watch(self._keepalive * DEADLINE_INTERVALS, self._be_late):
                yield
        finally:
            was_late, self._late = self._late, False
        if was_late and self._connection is not None:
            self._publish_connected(self._connection)

    def _be_late(self) -> None:
        """On the watchdog's thread."""
        self._late = True
        seconds = self._keepalive * DEADLINE_INTERVALS
        text = f"{self.settings.name} has not answered for {seconds:.0f} seconds."
        self._publish(ConnectionState.UNRESPONSIVE, Failure(FailureKind.TIMEOUT, text))

    def _be_stuck(self) -> None:
        """On the watchdog's thread."""
        sink = self._sink
        if sink is not None:
            sink.reader_stuck(self)


def _connected(connection: Connection) -> ConnectionState:
    return ConnectionState.READ_ONLY if connection.read_only else ConnectionState.CONNECTED


def _loss(name: str, reason: str | None) -> Failure:
    if reason == SILENT:
        return Failure(FailureKind.TIMEOUT, f"{name} does not answer any more.")
    return Failure(FailureKind.CONNECTION, f"The connection was lost: {reason or 'the daemon has gone'}.")
