"""One-shot commands: read through hypervisor/, print, end. No Qt."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from virtmonitor.cli_hosts import shown
from virtmonitor.core import clock, vocabulary
from virtmonitor.core.domain import DomainRecord
from virtmonitor.core.errors import Failure, FailureKind, NotConnectedError, VirtmonitorError
from virtmonitor.core.plaintext import one_line
from virtmonitor.core.properties import of_domain, outward
from virtmonitor.core.units import format_bytes
from virtmonitor.hypervisor import reader
from virtmonitor.hypervisor.failures import translated
from virtmonitor.hypervisor.host import connect

HostFailure = tuple[str, VirtmonitorError]
"""The short name of a host, and why it cannot be read."""


def list_domains(options: argparse.Namespace) -> int:
    """`virtmonitor list`: every machine of every host; hosts that cannot be read are told on stderr, status 3."""
    hosts = shown(options.uris)
    records: list[DomainRecord] = []
    failures: list[HostFailure] = []
    for settings in hosts:
        try:
            connection = connect(settings)
            with translated(f"list the domains of {settings.name}"):
                records.extend(reader.everything(connection.conn, settings.name))
            connection.close()
        except VirtmonitorError as error:
            failures.append((settings.name, error))
    if len(hosts) == len(failures) == 1:
        raise failures[0][1]
    if options.json:
        print_json([outward(complete(record)) for record in records])
    elif records or not failures:
        print_table(records)
    tell_failures(failures)
    if failures:
        told = f"{len(failures)} of {len(hosts)} hosts could not be read."
        raise NotConnectedError(Failure(FailureKind.CONNECTION, told))
    return 0


def tell_failures(failures: Iterable[HostFailure]) -> None:
    """Which hosts could not be read, and why, for people: the rest of what was asked comes all the same."""
    for host, failure in failures:
        print(f"virtmonitor: {one_line(host)}: {failure}", file=sys.stderr)


def together(failures: Sequence[HostFailure]) -> Failure:
    """Why no host can be read: the one's failure, or all of them with the names of the hosts."""
    first = failures[0][1].failure
    if len(failures) == 1:
        return first
    text = " ".join(f"{one_line(host)}: {failure}" for host, failure in failures)
    return Failure(first.kind, text, code=first.code)


def complete(record: DomainRecord, read_at: float | None = None) -> dict[str, Any]:
    """All properties of the vocabulary, None for what a single look does not tell. Read just now, or at `read_at`."""
    read = {"stale": False, "updatedAt": clock.now() if read_at is None else read_at}
    return dict.fromkeys(vocabulary.names("domain")) | of_domain(record) | read


def print_json(value: object) -> None:
    """JSON for programs; lone surrogates as escapes, so that any terminal and any parser takes it."""
    import json

    print(json.dumps(value, ensure_ascii=True, indent=1))


def print_table(records: Iterable[DomainRecord]) -> None:
    """A table for people, sorted by host and name; control characters cannot reach the terminal."""
    ordered = sorted(records, key=lambda record: (record.host, record.name))
    lines = [("HOST", "NAME", "STATE", "VCPUS", "MEMORY", "TITLE"), *map(_cells, ordered)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def _cells(record: DomainRecord) -> tuple[str, ...]:
    return (
        one_line(record.host),
        one_line(record.name),
        record.state.word,
        str(record.vcpu_current or "—"),
        format_bytes(record.memory_current) if record.memory_current else "—",
        one_line(record.title or ""),
    )
