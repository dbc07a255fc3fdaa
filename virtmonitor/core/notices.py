"""What deserves a notice: rules from an event, a change of state, a connection or a job to a Notice or None.

Words are libvirt's (see core.domain and core.events); what the user just did here deserves none.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from types import MappingProxyType
from typing import Final

from virtmonitor.core.connection import ConnectionState
from virtmonitor.core.domain import ACTIVE_STATES, DomainRecord, DomainState
from virtmonitor.core.errors import Failure, FailureKind
from virtmonitor.core.events import EventKind, EventRecord


class NoticeKind(StrEnum):
    """Why somebody is told. The value is the name of the setting that switches it."""

    CRASHED = "crashed"
    PANICKED = "panicked"
    IO_ERROR = "io_error"
    WATCHDOG = "watchdog"
    STOPPED = "stopped"
    HOST_LOST = "host_lost"
    HOST_BACK = "host_back"
    JOB_FAILED = "job_failed"
    JOB_DONE = "job_done"
    SNAPSHOT_DONE = "snapshot_done"


class Urgency(IntEnum):
    """The urgency byte of org.freedesktop.Notifications."""

    LOW = 0
    NORMAL = 1
    CRITICAL = 2


class NoticeAction(StrEnum):
    """What a notice offers. Never anything that loses data."""

    OPEN = "open"
    START = "start"
    LOG = "log"


_URGENCY: Final = MappingProxyType(
    {
        NoticeKind.CRASHED: Urgency.CRITICAL,
        NoticeKind.PANICKED: Urgency.CRITICAL,
        NoticeKind.IO_ERROR: Urgency.CRITICAL,
        NoticeKind.HOST_BACK: Urgency.LOW,
        NoticeKind.JOB_DONE: Urgency.LOW,
        NoticeKind.SNAPSHOT_DONE: Urgency.LOW,
    }
)
_STARTABLE: Final = frozenset({NoticeKind.CRASHED, NoticeKind.STOPPED})
_LOGGED: Final = frozenset(
    {NoticeKind.CRASHED, NoticeKind.PANICKED, NoticeKind.IO_ERROR, NoticeKind.WATCHDOG}
)


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to tell. `source` is HOST/UUID or HOST; `name` the machine's or host's name as it came.

    `detail` is libvirt's word or a sentence, "" when there is none to add; a face turns all this into text.
    """

    kind: NoticeKind
    source: str
    name: str
    detail: str = ""

    @property
    def urgency(self) -> Urgency:
        """How much it may disturb."""
        return _URGENCY.get(self.kind, Urgency.NORMAL)

    @property
    def actions(self) -> tuple[NoticeAction, ...]:
        """What can be done about it, the default first."""
        offered = [NoticeAction.OPEN]
        if self.kind in _STARTABLE:
            offered.append(NoticeAction.START)
        if self.kind in _LOGGED:
            offered.append(NoticeAction.LOG)
        return tuple(offered)


# What an operation may bring about, and how many seconds after its end. A guest takes its time to shut down.
_EXPECTED: Final = MappingProxyType(
    {
        "shutdown": (600.0, frozenset({NoticeKind.STOPPED})),
        "reboot": (600.0, frozenset({NoticeKind.STOPPED})),
        "powerOff": (30.0, frozenset({NoticeKind.STOPPED})),
        "managedSave": (30.0, frozenset({NoticeKind.STOPPED})),
        "pmSuspend": (120.0, frozenset({NoticeKind.STOPPED})),
        "undefine": (30.0, frozenset({NoticeKind.STOPPED})),
        "snapshotCreate": (30.0, frozenset({NoticeKind.STOPPED})),
        "snapshotRevert": (30.0, frozenset({NoticeKind.STOPPED})),
        "restoreXml": (30.0, frozenset({NoticeKind.STOPPED})),
    }
)


@dataclass(slots=True)
class OwnOperations:
    """The operations started here not long ago: what they bring about is no news. Times: any one clock, s."""

    _until: dict[tuple[str, NoticeKind], float] = field(default_factory=dict)

    def started(self, source: str, operation: str) -> None:
        """From now on, whatever the operation brings about is expected until it ended."""
        for kind in _EXPECTED.get(operation, (0.0, frozenset[NoticeKind]()))[1]:
            self._until[source, kind] = float("inf")

    def ended(self, source: str, operation: str, now: float, *, done: bool) -> None:
        """It ended: its effect may come for a while yet, if it was `done`."""
        seconds, kinds = _EXPECTED.get(operation, (0.0, frozenset[NoticeKind]()))
        for kind in kinds:
            if (source, kind) in self._until:  # else it came already
                self._until[source, kind] = now + (seconds if done else 0.0)
        self._until = {key: until for key, until in self._until.items() if until > now}

    def expect(self, source: str, kind: NoticeKind, now: float) -> bool:
        """True when that is what was asked for."""
        return self._until.get((source, kind), now) > now

    def happened(self, source: str, kind: NoticeKind) -> None:
        """It came: the next one is news."""
        self._until.pop((source, kind), None)


_LIFECYCLE: Final = MappingProxyType(
    {
        ("stopped", "crashed"): NoticeKind.CRASHED,
        # QEMU's monitor went away without a word: its process was killed.
        ("stopped", "failed"): NoticeKind.CRASHED,
        ("stopped", "shutdown"): NoticeKind.STOPPED,
        ("stopped", "destroyed"): NoticeKind.STOPPED,
        ("crashed", "panicked"): NoticeKind.PANICKED,
        ("crashed", "crashloaded"): NoticeKind.PANICKED,
        ("suspended", "ioerror"): NoticeKind.IO_ERROR,
        ("suspended", "watchdog"): NoticeKind.WATCHDOG,
    }
)


def of_event(event: EventRecord) -> Notice | None:
    """The notice that one of libvirt's events deserves by itself."""
    kind, detail = None, event.reason
    if event.kind is EventKind.LIFECYCLE:
        kind = _LIFECYCLE.get((event.detail, event.reason))
    elif event.kind is EventKind.IO_ERROR and event.detail != "none":
        kind = NoticeKind.IO_ERROR
    elif event.kind is EventKind.WATCHDOG and event.detail != "none":
        kind, detail = NoticeKind.WATCHDOG, event.detail
    elif event.kind is EventKind.BLOCK_JOB and event.detail == "failed":
        kind = NoticeKind.JOB_FAILED
    return None if kind is None else Notice(kind, f"{event.host}/{event.uuid}", event.name, detail)


_STATES: Final = MappingProxyType(
    {
        (DomainState.SHUTOFF, "crashed"): NoticeKind.CRASHED,
        (DomainState.SHUTOFF, "failed"): NoticeKind.CRASHED,
        (DomainState.SHUTOFF, "shutdown"): NoticeKind.STOPPED,
        (DomainState.SHUTOFF, "destroyed"): NoticeKind.STOPPED,
        (DomainState.SHUTOFF, "daemon"): NoticeKind.STOPPED,
        (DomainState.SHUTOFF, "unknown"): NoticeKind.STOPPED,
        (DomainState.CRASHED, "panicked"): NoticeKind.PANICKED,
        (DomainState.CRASHED, "unknown"): NoticeKind.CRASHED,
        (DomainState.PAUSED, "crashed"): NoticeKind.PANICKED,
        (DomainState.PAUSED, "ioerror"): NoticeKind.IO_ERROR,
        (DomainState.PAUSED, "watchdog"): NoticeKind.WATCHDOG,
        (DomainState.RUNNING, "crashed"): NoticeKind.PANICKED,
    }
)


def of_change(before: DomainRecord | None, after: DomainRecord) -> Notice | None:
    """The notice that a re-read deserves: it tells too what happened while nobody heard the events.

    A machine seen for the first time, or that was not running before, is no news.
    """
    if before is None or before.state not in ACTIVE_STATES:
        return None
    if (before.state, before.reason) == (after.state, after.reason):
        return None
    kind = _STATES.get((after.state, after.reason_word))
    return None if kind is None else Notice(kind, after.source, after.name, after.reason_word)


_UP: Final = frozenset({ConnectionState.CONNECTED, ConnectionState.READ_ONLY})
_DOWN: Final = frozenset({ConnectionState.RECONNECTING, ConnectionState.UNRESPONSIVE, ConnectionState.FAILED})


def of_connection(
    host: str, before: ConnectionState, after: ConnectionState, failure: Failure | None = None
) -> Notice | None:
    """A host lost, or up. Which "up" follows a loss that was told, the NoticeFlow knows."""
    if before in _UP and after in _DOWN:
        return Notice(NoticeKind.HOST_LOST, host, host, failure.message if failure else "")
    if before not in _UP and after in _UP:
        return Notice(NoticeKind.HOST_BACK, host, host)
    return None


_LONG_JOB: Final = 10.0  # seconds after which a person has turned to something else
_LONG_SNAPSHOT: Final = 2.0


def of_job(source: str, name: str, operation: str, failure: Failure | None, seconds: float) -> Notice | None:
    """How an operation that was started here ended; quick successes and cancelled ones are seen anyway."""
    if failure is not None:
        if failure.kind is FailureKind.CANCELLED:
            return None
        return Notice(NoticeKind.JOB_FAILED, source, name, str(failure))
    if operation == "snapshotCreate" and seconds >= _LONG_SNAPSHOT:
        return Notice(NoticeKind.SNAPSHOT_DONE, source, name)
    return Notice(NoticeKind.JOB_DONE, source, name, operation) if seconds >= _LONG_JOB else None
