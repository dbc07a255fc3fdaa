"""Which Source a word of the command line means: a source name, a UUID or a domain's name. No Qt."""

from __future__ import annotations

import uuid as uuids
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from virtmonitor.cli_hosts import known
from virtmonitor.cli_read import HostFailure, tell_failures, together
from virtmonitor.core.connection import HostSettings
from virtmonitor.core.domain import DomainRecord, source_name
from virtmonitor.core.errors import Failure, FailureKind, NotConnectedError, VirtmonitorError
from virtmonitor.core.plaintext import one_line
from virtmonitor.hypervisor import reader
from virtmonitor.hypervisor.failures import translated
from virtmonitor.hypervisor.host import Connection, connect
from virtmonitor.hypervisor.xmlarchive import XmlArchive


@dataclass(frozen=True, slots=True)
class Found:
    """A Source with the open connection to its host. A host has no `uuid`; a domain that is gone no `record`."""

    connection: Connection
    uuid: str | None = None
    record: DomainRecord | None = None

    @property
    def host(self) -> str:
        """The short name of the host."""
        return self.connection.settings.name

    @property
    def name(self) -> str:
        """The Source's name."""
        return source_name(self.host, self.uuid)

    @property
    def shown(self) -> str:
        """For people: the Source's name, and what the domain is called."""
        return f"{self.name} ({one_line(self.record.name)})" if self.record else f"{self.name}"


@contextmanager
def source(uris: Sequence[str], word: str, *, gone: bool = False) -> Iterator[Found]:
    """The Source that `word` means, connected. A domain comes before a host of that name, unless it says HOST/NAME.

    `gone`: also a domain that is no more, if a definition of it was kept. Raises VirtmonitorError: NO_SOURCE,
    CONNECTION when it may be on a host that cannot be reached, PARAMETER when it could be more than one.
    """
    with ExitStack() as stack:
        hosts, within = _hosts(known(uris), word)
        connections, failures = [], list[HostFailure]()
        for settings in hosts:
            try:
                connections.append(connect(settings))
                stack.callback(connections[-1].close)
            except VirtmonitorError as error:
                failures.append((settings.name, error))
        yield _only(word, _candidates(connections, within, word, gone=gone), failures)


def _hosts(hosts: Sequence[HostSettings], word: str) -> tuple[Sequence[HostSettings], str]:
    """The hosts to look on, and the word to look for there."""
    name, slash, rest = word.partition("/")
    of_that_name = [settings for settings in hosts if settings.name == name]
    if slash:
        return of_that_name, rest
    return hosts, word


def _candidates(connections: Sequence[Connection], within: str, word: str, *, gone: bool) -> list[Found]:
    found = [one for connection in connections if (one := _domain(connection, within))]
    if not found:
        found = [Found(connection) for connection in connections if connection.settings.name == word]
    if not found and gone:
        found = [one for connection in connections for one in _kept(connection, within)]
    return found


def _domain(connection: Connection, word: str) -> Found | None:
    with translated(f"look for {word} on {connection.settings.name}"):
        record = reader.named(connection.conn, connection.settings.name, word)
    return Found(connection, record.uuid, record) if record else None


def _kept(connection: Connection, word: str) -> Iterator[Found]:
    """Domains that are gone, of which a definition was kept: by UUID, or by the name that they had last."""
    archive = XmlArchive(connection.settings.name)
    latest = {entry.uuid: entry for entry in reversed(archive.entries())}
    for uuid, entry in latest.items():
        if uuid == normal_uuid(word) or archive.name_of(entry) == word:
            yield Found(connection, uuid)


def _only(word: str, found: Sequence[Found], failures: Sequence[HostFailure]) -> Found:
    if len(found) > 1:
        names = "".join(f"\n  {one.shown}" for one in found)
        raise _error(FailureKind.PARAMETER, f"{one_line(word)} could be any of these:{names}")
    if not found and failures:
        raise NotConnectedError(together(failures))
    if not found:
        raise _error(FailureKind.NO_SOURCE, f"There is no machine and no host {one_line(word)!r}.")
    tell_failures(failures)
    return found[0]


def normal_uuid(word: str) -> str:
    """A UUID as libvirt writes it; "" for what is none."""
    try:
        return str(uuids.UUID(word))
    except ValueError:
        return ""


def _error(kind: FailureKind, sentence: str) -> VirtmonitorError:
    return VirtmonitorError(Failure(kind, sentence))
