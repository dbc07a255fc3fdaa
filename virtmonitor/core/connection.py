"""A host's connection: its life, its settings and the short name that Sources carry."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit


class ConnectionState(StrEnum):
    """The life of a connection, the word that every face shows or translates."""

    CONNECTING = "connecting"
    CONNECTED = "connected"
    READ_ONLY = "readOnly"
    RECONNECTING = "reconnecting"
    UNRESPONSIVE = "unresponsive"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class HostRecord:
    """What a host says of itself once the connection stands. Bytes are plain numbers, None is unknown."""

    host: str
    uri: str
    read_only: bool
    hostname: str | None = None
    version: str | None = None
    cpu_count: int | None = None
    memory_total: int | None = None


@dataclass(frozen=True, slots=True)
class HostSettings:
    """One connection as the user wants it. `name` is short, unique and has no slash."""

    name: str
    uri: str
    read_only: bool = False
    autoconnect: bool = True
    colour: str = ""
    demo: bool = False
    confirmed: bool = False  # the user agreed to what uris.risk(uri) tells


def short_name(uri: str, taken: frozenset[str] | set[str] = frozenset()) -> str:
    """A short, unique name without slash for a connection: the remote host, else driver and path.

    >>> short_name("qemu:///system")
    'qemu-system'
    >>> short_name("qemu+ssh://root@rack1/system")
    'rack1'
    >>> short_name("test:///default", {"test-default"})
    'test-default-2'
    """
    parts = urlsplit(uri)
    driver = parts.scheme.partition("+")[0] or "host"
    try:
        remote = parts.hostname
    except ValueError:
        remote = None
    tail = parts.path.rstrip("/").rpartition("/")[2].removesuffix(".xml")
    base = remote or "-".join(word for word in (driver, tail) if word)
    base = re.sub(r"[^\w.-]+", "-", base).strip("-") or "host"
    name, number = base, 1
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    return name
