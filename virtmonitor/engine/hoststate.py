"""What the engine knows of one host: its link, its status and a lean record for every domain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject

from virtmonitor.core import clock, properties
from virtmonitor.core.batch import ConnectionStatus, DomainBatch
from virtmonitor.core.connection import ConnectionState, HostSettings
from virtmonitor.core.domain import DomainRecord, DomainState, needs_attention
from virtmonitor.core.errors import FailureKind
from virtmonitor.engine.hostlink import HostLink
from virtmonitor.hypervisor.host import KEEPALIVE_INTERVAL
from virtmonitor.hypervisor.operators import Operators


@dataclass(frozen=True, slots=True)
class RowChanges:
    """What one batch did to the rows of a host; `stale` when all rows of the host became stale or true again.

    `before`: by their Sources, what those that changed were.
    """

    host: str
    added: tuple[DomainRecord, ...] = ()
    changed: tuple[DomainRecord, ...] = ()
    removed: tuple[DomainRecord, ...] = ()
    stale: bool = False
    before: Mapping[str, DomainRecord] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed or self.stale)


class HostState:
    """The picture of one host on the engine's thread."""

    def __init__(
        self, settings: HostSettings, parent: QObject, *, keepalive: float = KEEPALIVE_INTERVAL
    ) -> None:
        self.settings = settings
        self.link = HostLink(settings, parent, keepalive=keepalive)
        self.status = ConnectionStatus(settings.name, ConnectionState.CONNECTING, clock.now())
        self.records: dict[str, DomainRecord] = {}
        self.states: Counter[DomainState] = Counter()
        """How many domains are in each state: counted as they change, because faces ask at each change."""
        self.needing_attention = 0
        """How many of them need a person's look; counted likewise."""
        self.read_at: float | None = None
        self.listed = False
        """True once all domains were listed: before, an empty list says nothing."""
        self.unsupported: set[str] = set()
        """Operations of which was learnt that this host's driver does not have them."""
        self.operators = Operators(settings, lambda: self.link.connection)
        """Threads for operations."""
        self.control = Operators(settings, lambda: self.link.connection, maximum=2)
        """Threads that ask how far operations are, and stop them: never behind the operations themselves."""
        self.inquiries = Operators(settings, lambda: self.link.connection, maximum=3)
        """Threads that read what a person looks at closely."""

    @property
    def live(self) -> bool:
        """True while what is shown of this host is true."""
        return self.status.state in properties.LIVE

    @property
    def refusal(self) -> str:
        """Why it is read-only though the settings do not want it so, with the hint; "" when they do."""
        failure = self.status.failure
        return str(failure) if self.read_only and failure is not None else ""

    @property
    def can_authenticate(self) -> bool:
        """True when a password could give more rights than there are."""
        failure = self.status.failure
        refused = self.status.state in (ConnectionState.READ_ONLY, ConnectionState.FAILED)
        return refused and failure is not None and failure.kind is FailureKind.RIGHTS

    @property
    def read_only(self) -> bool:
        """True while the connection allows no operations."""
        return self.status.state is ConnectionState.READ_ONLY

    def take_status(self, status: ConnectionStatus) -> None:
        """The connection's newest status."""
        was_live, self.status = self.live, status
        if self.live and not was_live:
            self.unsupported.clear()  # it may be another version that answers

    def close(self) -> None:
        """Begin to disconnect; see HostLink."""
        self.link.close()
        self.operators.close()
        self.control.close()
        self.inquiries.close()

    def take(self, batch: DomainBatch) -> RowChanges:
        """Merge a batch; what it changed."""
        self.read_at = batch.time
        self.listed = self.listed or batch.complete
        known = self.records
        pairs = [(known.get(record.uuid), self._timed(batch, record)) for record in batch.records]
        added = tuple(now for before, now in pairs if before is None)
        changed = tuple(now for before, now in pairs if before is not None and before != now)
        gone = set(batch.gone)
        if batch.complete:
            gone.update(known.keys() - {record.uuid for record in batch.records})
        removed = tuple(known.pop(uuid) for uuid in gone if uuid in known)
        changed_from = {record.source: known[record.uuid] for record in changed}
        self._count((*removed, *changed_from.values()), (*added, *changed))
        known.update((record.uuid, record) for record in (*added, *changed))
        return RowChanges(batch.host, added, changed, removed, before=changed_from)

    def _count(self, before: tuple[DomainRecord, ...], after: tuple[DomainRecord, ...]) -> None:
        self.states.subtract(record.state for record in before)
        self.states.update(record.state for record in after)
        self.needing_attention += sum(map(needs_attention, after)) - sum(map(needs_attention, before))

    def _timed(self, batch: DomainBatch, record: DomainRecord) -> DomainRecord:
        """With the moment of its start, where that was seen: not what started while there was no connection."""
        before = self.records.get(record.uuid)
        if not record.active:
            return record
        if before is not None and before.id == record.id:
            return record if before.started_at is None else record._replace(started_at=before.started_at)
        unseen = batch.status is not None or (before is None and batch.complete)
        return record if unseen else record._replace(started_at=batch.time)

    def host_data(self) -> dict[str, Any]:
        """The properties of the host's Source."""
        data = properties.of_host(self.status, self.settings.uri)
        data["updatedAt"] = self.read_at
        data["canAuthenticate"] = self.can_authenticate
        if self.listed:
            data |= properties.counts(self.states)
        return data
