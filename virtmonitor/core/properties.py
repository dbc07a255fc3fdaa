"""Records turned into the properties of the vocabulary: plain values for every face."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from virtmonitor.core import clock
from virtmonitor.core.batch import ConnectionStatus
from virtmonitor.core.connection import ConnectionState
from virtmonitor.core.domain import DomainRecord, DomainState
from virtmonitor.core.uris import shown
from virtmonitor.core.vocabulary import MOMENTS

LIVE = frozenset({ConnectionState.CONNECTED, ConnectionState.READ_ONLY})
"""While a connection is so, what is shown of its host is true."""


def of_domain(record: DomainRecord) -> dict[str, Any]:
    """The properties that a record tells, None where it does not know."""
    return {
        "kind": "domain",
        "host": record.host,
        "uuid": record.uuid,
        "name": record.name,
        "id": record.id,
        "title": record.title,
        "description": record.description,
        "osType": record.os_type,
        "arch": record.arch,
        "virtType": record.virt_type,
        "state": record.state.word,
        "stateReason": record.reason_word,
        "active": record.active,
        "persistent": record.persistent,
        "autostart": record.autostart,
        "hasManagedSave": record.has_managed_save,
        "snapshotCount": record.snapshot_count,
        "vcpuCurrent": record.vcpu_current,
        "vcpuMaximum": record.vcpu_maximum,
        "memoryCurrent": record.memory_current,
        "memoryMaximum": record.memory_maximum,
    }


def of_host(status: ConnectionStatus, uri: str) -> dict[str, Any]:
    """The properties that a connection's status tells; `uri` is masked."""
    facts = status.facts
    return {
        "kind": "host",
        "host": status.host,
        "name": status.host,
        "uri": shown(uri),
        "connection": status.state.value,
        "error": str(status.failure) if status.failure else None,
        "nextRetryAt": status.next_retry_at,
        "stale": status.state not in LIVE,
        "hostname": facts.hostname if facts else None,
        "version": facts.version if facts else None,
        "cpuCount": facts.cpu_count if facts else None,
        "memoryTotal": facts.memory_total if facts else None,
    }


def outward(data: Mapping[str, Any]) -> dict[str, Any]:
    """The data as other programs are told it: moments as the computer's clock has them now."""
    return {
        name: clock.wall(value) if name in MOMENTS and value is not None else value
        for name, value in data.items()
    }


def counts(states: Mapping[DomainState, int]) -> dict[str, Any]:
    """How many domains there are, in all and in each state that occurs."""
    words = {state.word: number for state, number in states.items() if number}
    return {"domainCount": sum(words.values()), "counts": dict(sorted(words.items()))}
