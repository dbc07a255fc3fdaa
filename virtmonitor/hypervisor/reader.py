"""Reading domains: a lean row for all in one call, flags by filtered lists, details (XML) in pieces.

Blocking, any thread but the GUI's. Raises libvirt.libvirtError only when the connection is lost or refuses to
list; a domain that vanished between two calls is simply not there.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterable, Iterator
from types import MappingProxyType
from typing import Any, Final

import libvirt

from virtmonitor.core.domain import DomainRecord, DomainState
from virtmonitor.hypervisor import domainxml

Domains = dict[str, libvirt.virDomain]

# One reply over RPC carries at most 16,384 domains (REMOTE_DOMAIN_LIST_MAX): these pairs cut longer ones in two.
_HALVES: Final = (
    (libvirt.VIR_CONNECT_LIST_DOMAINS_ACTIVE, libvirt.VIR_CONNECT_LIST_DOMAINS_INACTIVE),
    (libvirt.VIR_CONNECT_LIST_DOMAINS_AUTOSTART, libvirt.VIR_CONNECT_LIST_DOMAINS_NO_AUTOSTART),
    (libvirt.VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT, libvirt.VIR_CONNECT_LIST_DOMAINS_NO_SNAPSHOT),
)
_CHUNK: Final = 8192
# One host at a time: of fifty threads that parse each wants Python's lock, and the GUI's thread would be one of many.
_PARSING: Final = threading.Lock()
_STATES: Final = MappingProxyType({int(state): state for state in DomainState})
_FLAGS: Final = (
    libvirt.VIR_CONNECT_LIST_DOMAINS_PERSISTENT,
    libvirt.VIR_CONNECT_LIST_DOMAINS_AUTOSTART,
    libvirt.VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE,
)


def domains(
    conn: libvirt.virConnect, flags: int = 0, halves: tuple[Any, ...] = _HALVES
) -> list[libvirt.virDomain]:
    """All domains that `flags` (virConnectListAllDomainsFlags) select, however many."""
    try:
        return list(conn.listAllDomains(flags))
    except libvirt.libvirtError as error:
        if error.get_error_code() != libvirt.VIR_ERR_RPC or not halves:
            raise
        one, other = halves[0]
        return domains(conn, flags | one, halves[1:]) + domains(conn, flags | other, halves[1:])


def rows(conn: libvirt.virConnect, host: str) -> tuple[list[DomainRecord], Domains]:
    """A lean record for every domain (name, id, state, reason), and libvirt's objects to go on reading with."""
    records, objects = [], {}
    for domain, state, reason in _with_states(conn):
        uuid = domain.UUIDString()
        objects[uuid] = domain
        records.append(_row(host, uuid, domain, state, reason))
    return records, objects


def with_flags(
    conn: libvirt.virConnect, records: Iterable[DomainRecord], objects: Domains
) -> list[DomainRecord]:
    """The records with persistent, autostart, managed save and the number of snapshots: five calls for all."""
    persistent, autostart, saved = (_uuids(conn, flag) for flag in _FLAGS)
    snapshots = _snapshot_counts(conn, objects)
    return [
        record.with_flags(
            _within(record, persistent),
            _within(record, autostart),
            _within(record, saved),
            None if snapshots is None else snapshots.get(record.uuid, 0),
        )
        for record in records
    ]


def _within(record: DomainRecord, uuids: set[str] | None) -> bool | None:
    return None if uuids is None else record.uuid in uuids


def with_details(record: DomainRecord, domain: libvirt.virDomain) -> DomainRecord | None:
    """The record with what its XML tells; None when the domain is gone."""
    try:
        xml = domain.XMLDesc(0)
    except libvirt.libvirtError as error:
        _raise_unless_gone(error)
        return None
    with _PARSING:
        return record.with_details(domainxml.details(xml))


def one(conn: libvirt.virConnect, host: str, uuid: str) -> DomainRecord | None:
    """Everything about one domain; None when there is none of that UUID (any more)."""
    found = lean(conn, host, uuid)
    return None if found is None else completed(*found)


def lean(
    conn: libvirt.virConnect, host: str, uuid: str, domain: libvirt.virDomain | None = None
) -> tuple[DomainRecord, libvirt.virDomain] | None:
    """What two calls tell of one domain: its name, id, state and reason; None when there is none of that UUID.

    `domain`: as an event had it; then one call is enough. One of an earlier connection may come late: it is not used.
    """
    try:
        if domain is None or domain.connect() is not conn:
            domain = conn.lookupByUUIDString(uuid)
        state, reason = domain.state()
        if domain.ID() == -1 and state != libvirt.VIR_DOMAIN_SHUTOFF:
            domain = conn.lookupByUUIDString(uuid)  # it started between the two calls
    except libvirt.libvirtError as error:
        _raise_unless_gone(error)
        return None
    return _row(host, uuid, domain, state, reason), domain


def completed(record: DomainRecord, domain: libvirt.virDomain) -> DomainRecord | None:
    """The lean record with its flags and what its XML tells; None when the domain is gone."""
    flagged = record.with_flags(
        _flag(domain.isPersistent),
        _flag(domain.autostart),
        _flag(domain.hasManagedSaveImage),
        _asked(domain.snapshotNum),
    )
    return with_details(flagged, domain)


def named(conn: libvirt.virConnect, host: str, word: str) -> DomainRecord | None:
    """Everything about the domain of that UUID, else of that name; None when there is none."""
    for look_up in (conn.lookupByUUIDString, conn.lookupByName):
        try:
            uuid = look_up(word).UUIDString()
        except (libvirt.libvirtError, UnicodeEncodeError):
            if not conn.isAlive():
                raise
            continue  # no UUID, or none that is there
        return one(conn, host, uuid)
    return None


def everything(conn: libvirt.virConnect, host: str) -> Iterator[DomainRecord]:
    """All domains with all of it, for one-shot readers."""
    lean, objects = rows(conn, host)
    for record in with_flags(conn, lean, objects):
        detailed = with_details(record, objects[record.uuid])
        if detailed is not None:
            yield detailed


def _row(host: str, uuid: str, domain: libvirt.virDomain, state: int, reason: int) -> DomainRecord:
    # The id is as old as the object, the state may be newer: what is shut off has none.
    number = -1 if state == libvirt.VIR_DOMAIN_SHUTOFF else domain.ID()
    known = _STATES.get(state, DomainState.NOSTATE)
    return DomainRecord.lean(host, uuid, domain.name(), number, known, reason)


def _with_states(conn: libvirt.virConnect) -> Iterator[tuple[libvirt.virDomain, int, int]]:
    """All domains, each with its state and reason: by one call where that can be."""
    try:
        stats = _stats(conn)
    except libvirt.libvirtError as error:
        if error.get_error_code() != libvirt.VIR_ERR_NO_SUPPORT:
            raise
        for domain in domains(conn):
            state = _asked(domain.state)
            if state is not None:
                yield domain, state[0], state[1]
    else:
        for domain, values in stats:
            yield domain, values.get("state.state", 0), values.get("state.reason", 0)


def _stats(conn: libvirt.virConnect) -> Iterable[tuple[libvirt.virDomain, dict[str, int]]]:
    try:
        return list(conn.getAllDomainStats(libvirt.VIR_DOMAIN_STATS_STATE))
    except libvirt.libvirtError as error:
        if error.get_error_code() != libvirt.VIR_ERR_RPC:
            raise
    found = domains(conn)  # more than one reply holds
    chunks = (found[start : start + _CHUNK] for start in range(0, len(found), _CHUNK))
    return [one for chunk in chunks for one in conn.domainListGetStats(chunk, libvirt.VIR_DOMAIN_STATS_STATE)]


def _uuids(conn: libvirt.virConnect, flag: int) -> set[str] | None:
    try:
        return {domain.UUIDString() for domain in domains(conn, flag)}
    except libvirt.libvirtError:
        if not conn.isAlive():
            raise
        return None  # this driver does not know the filter


def _snapshot_counts(conn: libvirt.virConnect, objects: Domains) -> dict[str, int | None] | None:
    having = _uuids(conn, libvirt.VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT)
    if having is None:
        return None
    return {uuid: _asked(objects[uuid].snapshotNum) for uuid in having if uuid in objects}


def _asked(question: Any) -> Any:
    """The answer, or None where the driver does not know or the domain is gone."""
    with contextlib.suppress(libvirt.libvirtError):
        return question()
    return None


def _flag(question: Any) -> bool | None:
    answer = _asked(question)
    return None if answer is None else bool(answer)


def _raise_unless_gone(error: libvirt.libvirtError) -> None:
    if error.get_error_code() != libvirt.VIR_ERR_NO_DOMAIN:
        raise error
