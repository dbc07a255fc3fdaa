"""`virtmonitor show` and `virtmonitor operations`: one Source, and what can be done with it now. No Qt."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from typing import Any, Final

from virtmonitor.cli_read import complete, print_json
from virtmonitor.cli_source import Found, source
from virtmonitor.core import operations, properties, vocabulary
from virtmonitor.core.batch import ConnectionStatus
from virtmonitor.core.connection import ConnectionState
from virtmonitor.core.parameters import Parameter
from virtmonitor.core.plaintext import one_line
from virtmonitor.core.rates import host_rates, rates
from virtmonitor.core.sample import Want
from virtmonitor.core.units import format_bytes, format_duration, format_percent, format_rate
from virtmonitor.core.vocabulary import SourceProperty
from virtmonitor.hypervisor import reader
from virtmonitor.hypervisor.domainxml import devices
from virtmonitor.hypervisor.failures import translated
from virtmonitor.hypervisor.guestfacts import GuestReader
from virtmonitor.hypervisor.host import Connection
from virtmonitor.hypervisor.hoststats import HostSampler
from virtmonitor.hypervisor.statistics import Sampler

BETWEEN_SAMPLES: Final = 0.5
"""Seconds; QEMU counts CPU time in nanoseconds, and a look that takes longer is a wait."""
_UNITS: Final = {"B": format_bytes, "B/s": format_rate, "%": format_percent, "s": format_duration}


def show(options: argparse.Namespace) -> int:
    """All properties of a Source: as lines for people, or as one JSON object."""
    with source(options.uris, options.source) as found:
        data = of_source(found)
    if options.json:
        print_json(data)
    else:
        print_lines(data)
    return 0


def of_source(found: Found) -> dict[str, Any]:
    """All properties of the vocabulary, in its order; None for what one look does not tell."""
    if found.record is None:
        return of_host(found.connection)
    data = complete(found.record) | {"answering": None}
    if found.record.active:
        data |= _sampled(found, found.record.uuid) | _guest_facts(found, found.record.uuid)
    with translated(f"read {found.shown}"):
        xml = found.connection.conn.lookupByUUIDString(found.record.uuid).XMLDesc(0)
    told = devices(xml)
    for kind in ("disks", "interfaces"):
        data[kind] = data[kind] or told[kind]
    return data | {"displays": told["displays"]}


def _guest_facts(found: Found, uuid: str) -> dict[str, Any]:
    """What the guest tells of itself; one that does not answer costs some seconds and tells nothing."""
    reader = GuestReader(found.connection.conn)
    facts = reader.read(uuid)
    reader.rest()
    return facts.values() if facts is not None else {}


def _sampled(found: Found, uuid: str) -> dict[str, Any]:
    """Two samples: what it uses now is what was counted between them."""
    cpus = found.connection.facts().cpu_count
    sampler = Sampler(found.connection.conn)
    before = sampler.sample({uuid: Want.EVERYTHING})
    time.sleep(BETWEEN_SAMPLES)
    after = sampler.sample({uuid: Want.EVERYTHING})
    sampler.close()
    if not after:  # it stopped meanwhile
        return {}
    usage = rates(before[0] if before else None, after[0], cpus)
    return usage.values() | {"answering": after[0].answering}


def of_host(connection: Connection) -> dict[str, Any]:
    """As `of_source`, of a host."""
    name = connection.settings.name
    state = ConnectionState.READ_ONLY if connection.read_only else ConnectionState.CONNECTED
    status = ConnectionStatus(name, state, time.time(), connection.facts())
    with translated(f"list the domains of {name}"):
        records, _ = reader.rows(connection.conn, name)
    sampler = HostSampler()
    before = sampler.sample(connection.conn)
    time.sleep(BETWEEN_SAMPLES)
    measured = host_rates(before, sampler.sample(connection.conn)).values()
    data = properties.of_host(status, connection.settings.uri) | properties.counts(
        Counter(record.state for record in records)
    )
    data |= {key: value for key, value in measured.items() if value is not None}
    return dict.fromkeys(vocabulary.names("host")) | data | {"updatedAt": time.time()}


def print_lines(data: dict[str, Any]) -> None:
    """What is known, a line a property, with units; nothing of it can reach the terminal as a control character."""
    width = max(len(name) for name in data)
    for name, value in data.items():
        text = one_line(_text(vocabulary.BY_NAME[name], value), 4000)
        if text:
            print(f"{name.ljust(width)}  {text}")


def _text(about: SourceProperty, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if about.name == "updatedAt":
        return time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(value))
    if about.unit in _UNITS and isinstance(value, int | float):
        return _UNITS[about.unit](value)
    if isinstance(value, dict):
        return ", ".join(f"{key} {one}" for key, one in value.items() if one not in (None, ""))
    if isinstance(value, list):
        return "; ".join(text for one in value if (text := _text(about, one)))
    return str(value)


def list_operations(options: argparse.Namespace) -> int:
    """The table of operations: enabled or why not, and the parameters."""
    with source(options.uris, options.source, gone=True) as found:
        read_only = found.connection.read_only
        names = operations.OPERATIONS if found.uuid is not None else ()
        reasons = {name: operations.refusal(name, found.record, read_only=read_only) or "" for name in names}
    if not reasons:
        print(f"virtmonitor: {found.name} is a host: operations are for its machines.", file=sys.stderr)
    if options.json:
        print_json([_described(name, reason) for name, reason in reasons.items()])
        return 0
    width = max(map(len, reasons), default=0)
    for name, reason in reasons.items():
        enabled = f"no: {reason}" if reason else "yes"
        usage = [_usage(one) for one in operations.OPERATIONS[name].parameters]
        print("  ".join([name.ljust(width), enabled, *usage]))
    return 0


def _described(name: str, reason: str) -> dict[str, Any]:
    one = operations.OPERATIONS[name]
    return {
        "name": name,
        "label": one.label,
        "description": one.description,
        "enabled": not reason,
        "reason": reason or None,
        "destructive": one.destructive,
        "parameters": [_parameter(parameter) for parameter in one.parameters],
    }


def _parameter(one: Parameter) -> dict[str, Any]:
    return {
        "name": one.name,
        "type": one.type,
        "description": one.label,
        "unit": one.unit or None,
        "required": one.required,
        "default": one.default,
        "choices": list(one.choices) or None,
    }


def _usage(one: Parameter) -> str:
    """As usage is written: name=TYPE, in brackets when it has a default."""
    kind = "|".join(one.choices) or one.type.upper()
    return f"{one.name}={kind}" if one.required else f"[{one.name}={kind}]"
