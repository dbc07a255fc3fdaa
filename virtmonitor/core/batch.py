"""What a host's reader hands to the engine: frozen, in the order in which it was read."""

from __future__ import annotations

from dataclasses import dataclass

from virtmonitor.core.connection import ConnectionState, HostRecord
from virtmonitor.core.domain import DomainRecord
from virtmonitor.core.errors import Failure
from virtmonitor.core.events import EventRecord


@dataclass(frozen=True, slots=True)
class ConnectionStatus:
    """How a connection is. Times are of core.clock; `next_retry_at` only while reconnecting."""

    host: str
    state: ConnectionState
    since: float
    facts: HostRecord | None = None
    failure: Failure | None = None
    next_retry_at: float | None = None


@dataclass(frozen=True, slots=True)
class DomainBatch:
    """Domains that were read at `time` (core.clock, s), with the events that led to it.

    `complete` says that `records` are all domains of the host: any other is gone. `lost_events` counts events that
    were dropped because more came than anybody could read; the records are true all the same. `status` is that of the
    connection since they were read: the first list is what makes it one that can be believed. `at_once`: somebody
    waits for it.
    """

    host: str
    time: float
    records: tuple[DomainRecord, ...] = ()
    gone: tuple[str, ...] = ()
    events: tuple[EventRecord, ...] = ()
    complete: bool = False
    lost_events: int = 0
    status: ConnectionStatus | None = None
    at_once: bool = False
