"""What a guest tells of itself. A guest may tell anything: all is bounded, checked and plain text here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Any, Final

from virtmonitor.core.plaintext import one_line

#: More than anybody looks at, and little enough to send and to show.
MOST_ADDRESSES: Final = 32
MOST_FILESYSTEMS: Final = 64
#: Characters of a name, of a path, and of an address (an IPv6 address has at most 45).
LONGEST_NAME: Final = 255
LONGEST_PATH: Final = 512
_LONGEST_ADDRESS: Final = 64
#: Bytes of a file system that no disk has: beyond it (or below 0) the guest is not believed.
_MOST_BYTES: Final = 1 << 63


@dataclass(frozen=True, slots=True)
class GuestFacts:
    """The guest group of the vocabulary. None: not told, by lack of an agent or otherwise."""

    addresses: list[str] | None = None
    hostname: str | None = None
    osName: str | None = None
    filesystems: list[dict[str, Any]] | None = None
    displays: list[dict[str, Any]] | None = None

    def values(self) -> dict[str, Any]:
        """Property name -> value."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


def addresses(told: Iterable[object]) -> list[str]:
    """The IP addresses among what was told, each once: those that lead somewhere first, IPv4 first.

    Loopback never; link-local ones only where there is no other.

    >>> addresses(["fe80::1", "10.0.0.5", "127.0.0.1", "10.0.0.5", "2001:db8::5", "<b>"])
    ['10.0.0.5', '2001:db8::5']
    """
    found: dict[IPv4Address | IPv6Address, None] = {}
    for text in told:
        address = _address(text)
        if address is not None and len(found) < MOST_ADDRESSES:
            found[address] = None
    far = [address for address in found if not address.is_link_local]
    return [str(address) for address in sorted(far or found, key=lambda address: address.version)]


def _address(text: object) -> IPv4Address | IPv6Address | None:
    if not isinstance(text, str) or len(text) > _LONGEST_ADDRESS:
        return None
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    return None if address.is_loopback or address.is_unspecified or address.is_multicast else address


def name(told: object) -> str | None:
    """A host's or a system's name on one line; None for none.

    >>> name("web1\\x1b[31m\\n"), name(""), name(None)
    ('web1[31m', None, None)
    """
    return one_line(told, LONGEST_NAME) or None if isinstance(told, str) else None


def filesystem(mountpoint: object, total: object, used: object) -> dict[str, Any] | None:
    """One map of `filesystems`; None where there is no mount point. Sizes that cannot be are unknown."""
    path = one_line(mountpoint, LONGEST_PATH) if isinstance(mountpoint, str) else ""
    if not path:
        return None
    size = _size(total)
    taken = _size(used)
    if size is not None and taken is not None and taken > size:
        taken = None
    return {"mountpoint": path, "totalBytes": size, "usedBytes": taken}


def _size(told: object) -> int | None:
    return told if isinstance(told, int) and 0 <= told < _MOST_BYTES else None


def filesystems_of(told: Mapping[str, Any]) -> list[dict[str, Any]] | None:
    """From what the guest agent tells (`fs.count`, `fs.0.mountpoint`...); None when it tells no file
    systems.
    """
    count = told.get("fs.count")
    if not isinstance(count, int):
        return None
    maps = (
        filesystem(
            told.get(f"fs.{number}.mountpoint"),
            told.get(f"fs.{number}.total-bytes"),
            told.get(f"fs.{number}.used-bytes"),
        )
        for number in range(min(count, MOST_FILESYSTEMS))
    )
    return [each for each in maps if each is not None]


def system_name(told: Mapping[str, Any]) -> str | None:
    """From what the guest agent tells: its pretty name, else name and version."""
    pretty = name(told.get("os.pretty-name"))
    if pretty:
        return pretty
    words = (told.get("os.name"), told.get("os.version"))
    return name(" ".join(word for word in words if isinstance(word, str)))
