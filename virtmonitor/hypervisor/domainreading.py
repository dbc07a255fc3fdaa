"""The domains of one connection, read in the order that shows something soonest: rows, flags, then details.

On the reader's thread only. What it publishes is in the order in which it was true.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from typing import Final

import libvirt

from virtmonitor.core import clock
from virtmonitor.core.batch import DomainBatch
from virtmonitor.core.domain import DomainRecord
from virtmonitor.hypervisor import reader
from virtmonitor.hypervisor.mailbox import Work

BULK_FROM: Final = 64
BULK_SHARE: Final = 20
"""From so many domains to re-read on, and from one in so many, a list of all is cheaper than some calls for each."""
DETAILS_AT_ONCE: Final = 100
"""XML descriptions read between two looks into the mailbox."""

STATES_AT_ONCE: Final = 12
"""Changed states in one batch: what one moves takes the GUI's thread 0.3 ms where it is seen."""

Publish = Callable[[DomainBatch], object]
_NOTHING: Final = Work()


class DomainReading:
    """What is known of a host's domains, and what is still to be read. Raises what libvirt raises."""

    def __init__(self, host: str, publish: Publish, known: Mapping[str, DomainRecord] | None = None) -> None:
        """`known`: what another connection knew, kept until this one has read it again."""
        self._host = host
        self._publish = publish
        self._records: dict[str, DomainRecord] = dict(known or {})
        self._undetailed: dict[str, libvirt.virDomain] = {}
        self._unflagged: reader.Domains | None = None

    @property
    def records(self) -> dict[str, DomainRecord]:
        """A copy of what is known, by UUID. Any thread."""
        return dict(self._records)

    @property
    def behind(self) -> bool:
        """True while there are flags or details to read."""
        return bool(self._undetailed or self._unflagged)

    def let_go(self) -> None:
        """Hold no object of the connection any more, so that it can be closed. The records stay."""
        self._undetailed.clear()
        self._unflagged = None

    def rows(self, conn: libvirt.virConnect) -> None:
        """Publish a lean list of all. What was known beside it stays until it is read again."""
        lean, objects = reader.rows(conn, self._host)
        self._undetailed, self._unflagged = dict(objects), objects
        self._replace_all(lean, _NOTHING)

    def _flags(self, conn: libvirt.virConnect, objects: reader.Domains) -> None:
        """Publish what filtered lists tell: persistent, autostart, managed save, snapshots."""
        self._unflagged = None
        # What came after the list was read with its flags.
        records = [record for uuid in objects if (record := self._records.get(uuid)) is not None]
        self._update(reader.with_flags(conn, records, objects))

    def serve(self, conn: libvirt.virConnect, work: Work) -> None:
        """Read what the work names, or when it names nothing, some of the details that are due."""
        if work.everything:
            self._all(conn, work, None)
        elif work.check or len(work.uuids | work.states) > max(BULK_FROM, len(self._records) // BULK_SHARE):
            self._all(conn, work, work.uuids)
        elif work.uuids or work.states or work.events:
            self._some(conn, work)
        elif self._unflagged:
            self._flags(conn, self._unflagged)
        elif self._undetailed:
            self._details()

    def _all(self, conn: libvirt.virConnect, work: Work, named: set[str] | None) -> None:
        """List all. Details are due of the named ones (None: all) and of those that the list tells otherwise."""
        lean, objects = reader.rows(conn, self._host)
        known = self._records
        due = objects.keys() if named is None else named | _different(known, lean, work.states)
        self._undetailed = {
            uuid: domain for uuid, domain in objects.items() if uuid in due or uuid in self._undetailed
        }
        self._replace_all(lean, work)
        if due & objects.keys():
            self._flags(conn, objects)

    def _some(self, conn: libvirt.virConnect, work: Work) -> None:
        found = {
            uuid: reader.lean(conn, self._host, uuid, work.domains.pop(uuid, None))
            for uuid in work.uuids | work.states
        }
        lean = [one[0] for one in found.values() if one is not None]
        told = {one.uuid for one in lean if one.uuid not in work.uuids and self._is_same_run(one)}
        self._states_first(lean)
        records, gone = [], []
        for uuid, one in found.items():
            if uuid in told:
                continue
            self._undetailed.pop(uuid, None)
            record = None if one is None else reader.completed(*one)
            if record is None:
                gone.append(uuid)
            else:
                records.append(record)
        self._update(records, gone, work)

    def _is_same_run(self, lean: DomainRecord) -> bool:
        """True when nothing but its state may be another."""
        known = self._records.get(lean.uuid)
        return known is not None and (known.id, known.name) == (lean.id, lean.name)

    def _states_first(self, lean: list[DomainRecord]) -> None:
        """Publish at once what changed of states and names: flags and XML of them take three times as long."""
        known = self._records
        merged = [_merged(known[record.uuid], record) for record in lean if record.uuid in known]
        changed = [record for record in merged if record != known[record.uuid]]
        for start in range(0, len(changed), STATES_AT_ONCE):
            self._update(changed[start : start + STATES_AT_ONCE])

    def _details(self) -> None:
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

    def _replace_all(self, lean: Iterable[DomainRecord], work: Work) -> None:
        known = self._records
        self._records = {record.uuid: _merged(known.get(record.uuid), record) for record in lean}
        self._send(tuple(self._records.values()), (), work, complete=True)

    def _update(
        self, records: list[DomainRecord], gone: list[str] | None = None, work: Work = _NOTHING
    ) -> None:
        for uuid in gone or ():
            self._records.pop(uuid, None)
        self._records.update((record.uuid, record) for record in records)
        self._send(tuple(records), tuple(gone or ()), work)

    def _send(
        self,
        records: tuple[DomainRecord, ...],
        gone: tuple[str, ...],
        work: Work,
        *,
        complete: bool = False,
    ) -> None:
        if records or gone or complete or work:
            events = tuple(work.events)
            lost, waiting = work.lost_events, bool(work.done)
            batch = DomainBatch(
                self._host, clock.now(), records, gone, events, complete, lost, at_once=waiting
            )
            self._publish(batch)


def _merged(known: DomainRecord | None, lean: DomainRecord) -> DomainRecord:
    """The lean record with what was known of the same domain beside it."""
    if known is None:
        return lean
    return known._replace(name=lean.name, id=lean.id, state=lean.state, reason=lean.reason)


def _different(
    known: Mapping[str, DomainRecord], lean: Iterable[DomainRecord], states: Container[str]
) -> set[str]:
    """The domains of which the list tells something else than is known, or which are new.

    Of those in `states` an event told that the state is another: nothing else is due for that.
    """
    return {record.uuid for record in lean if _differs(known.get(record.uuid), record, record.uuid in states)}


def _differs(known: DomainRecord | None, lean: DomainRecord, state_is_told: bool) -> bool:
    if known is None or (known.id, known.name) != (lean.id, lean.name):
        return True
    return not state_is_told and (known.state, known.reason) != (lean.state, lean.reason)
