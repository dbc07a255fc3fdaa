"""The wire of inter-client exchange (ICE), which session managers of X speak: messages, texts, cookies. No sockets.

Written out here because libICE waits for the answers of others, ends the process when a connection is lost, and is
not in the wheels of Qt.
Sources: Inter-Client Exchange (ICE) Protocol 1.1; X Session Management Protocol 1.0, "Encodings"; iceauth(1).
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Final

COOKIE: Final = b"MIT-MAGIC-COOKIE-1"
_RELEASE: Final = b"1"  # of this implementation
_LONGEST: Final = 1 << 16  # bytes: what session managers send has a few dozen
_HEAD: Final = 8
_LITTLE, _BIG = 0, 1


class Ice(IntEnum):
    """Kinds of messages of ICE itself, which has the major opcode 0."""

    ERROR = 0
    BYTE_ORDER = 1
    CONNECTION_SETUP = 2
    AUTHENTICATION_REQUIRED = 3
    AUTHENTICATION_REPLY = 4
    CONNECTION_REPLY = 6
    PROTOCOL_SETUP = 7
    PROTOCOL_REPLY = 8
    PING = 9
    PING_REPLY = 10
    WANT_TO_CLOSE = 11


@dataclass(frozen=True, slots=True)
class IceMessage:
    """One message: major 0 is ICE itself; `data` are two bytes of its head, `body` is padded to 8 bytes."""

    major: int
    minor: int
    data: tuple[int, int] = (0, 0)
    body: bytes = b""

    def packed(self) -> bytes:
        """As bytes, little end first."""
        body = padded(self.body, 8)
        return struct.pack("<BBBBI", self.major, self.minor, *self.data, len(body) // 8) + body


class IceReader:
    """Bytes into messages, in the order of bytes that the other side tells."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self.order = "<"

    def feed(self, data: bytes) -> Iterator[IceMessage]:
        """The messages that are whole now. Raises ValueError for bytes that no session manager sends."""
        self._bytes += data
        while len(self._bytes) >= _HEAD:
            major, minor, first, second, length = struct.unpack_from(self.order + "BBBBI", self._bytes)
            if (major, minor) == (0, Ice.BYTE_ORDER):
                self.order = ">" if first == _BIG else "<"
                length = 0
            if length * 8 > _LONGEST:
                raise ValueError(f"a message of {length * 8} bytes")
            if len(self._bytes) < _HEAD + length * 8:
                return
            body = bytes(self._bytes[_HEAD : _HEAD + length * 8])
            del self._bytes[: _HEAD + length * 8]
            yield IceMessage(major, minor, (first, second), body)

    def challenge(self, body: bytes) -> bytes:
        """What an AuthenticationRequired asks with."""
        (length,) = struct.unpack_from(self.order + "H", body)
        return body[8 : 8 + length]


def padded(data: bytes, size: int) -> bytes:
    """Filled up with zeros to a multiple of `size` bytes."""
    return data + bytes(-len(data) % size)


def byte_order() -> IceMessage:
    """The first message of each side."""
    return IceMessage(0, Ice.BYTE_ORDER, (_LITTLE, 0))


def connection_setup(ways: Sequence[bytes] = (COOKIE,)) -> IceMessage:
    """Asks for ICE 1.0. `ways` to show who one is: none where there is no cookie.

    Who offers one has to have it; who offers none is taken at its word by Plasma 5, which makes no cookies.
    Source: ksmserver's HostBasedAuthProc.
    """
    body = bytes(8) + _text(b"virtmonitor") + _text(_RELEASE) + b"".join(map(_text, ways))
    return IceMessage(0, Ice.CONNECTION_SETUP, (1, len(ways)), body + struct.pack("<HH", 1, 0))


def protocol_setup(protocol: bytes, opcode: int, ways: Sequence[bytes] = (COOKIE,)) -> IceMessage:
    """Asks for version 1.0 of a protocol, whose messages to us shall have that major opcode. `ways`: as before."""
    body = struct.pack("<BB6x", 1, len(ways)) + _text(protocol) + _text(b"virtmonitor") + _text(_RELEASE)
    body += b"".join(map(_text, ways)) + struct.pack("<HH", 1, 0)
    return IceMessage(0, Ice.PROTOCOL_SETUP, (opcode, 0), body)


def authentication_reply(cookie: bytes) -> IceMessage:
    """The cookie."""
    return IceMessage(0, Ice.AUTHENTICATION_REPLY, body=struct.pack("<H6x", len(cookie)) + cookie)


def _text(text: bytes) -> bytes:
    return padded(struct.pack("<H", len(text)) + text, 4)


def array8(data: bytes) -> bytes:
    """XSMP's text."""
    return padded(struct.pack("<I", len(data)) + data, 8)


def properties(values: Sequence[tuple[str, str, Sequence[bytes]]]) -> bytes:
    """XSMP's list of properties: name, type, values."""
    parts = [struct.pack("<I4x", len(values))]
    for name, kind, texts in values:
        parts += [array8(name.encode()), array8(kind.encode()), struct.pack("<I4x", len(texts))]
        parts += [array8(text) for text in texts]
    return b"".join(parts)


def places(session_manager: str) -> list[tuple[str, str]]:
    """Where the environment's SESSION_MANAGER says that it listens on this computer: its word, path of the socket.

    A path that begins with a zero is an abstract one.
    """
    found = []
    for word in session_manager.split(","):
        kind, _, rest = word.partition("/")
        _, _, path = rest.partition(":")
        if kind in ("local", "unix") and path:
            found.append((word, "\0" + path[1:] if path.startswith("@") else path))
    return found


def cookie(place: str) -> bytes:
    """The cookie of the user's authority file for who listens there; empty without one.

    It has one for XSMP too; but libICE, which every session manager has, takes the one of ICE for that as well.
    """
    for file in _authority_files():
        try:
            data = file.read_bytes()
        except OSError:
            continue
        for name, _, network, way, value in _entries(data):
            if (name, network, way) == (b"ICE", place.encode(), COOKIE):
                return value
    return b""


def _authority_files() -> list[Path]:
    if told := os.environ.get("ICEAUTHORITY"):
        return [Path(told)]
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    homes = [Path(os.path.expanduser("~")) / ".ICEauthority"]
    return [Path(runtime) / "ICEauthority", *homes] if runtime else homes


def _entries(data: bytes) -> Iterator[list[bytes]]:
    """Five texts each, big end first whatever the machine."""
    at = 0
    while at < len(data):
        fields = []
        for _ in range(5):
            if at + 2 > len(data):
                return
            (length,) = struct.unpack_from(">H", data, at)
            fields.append(data[at + 2 : at + 2 + length])
            at += 2 + length
        yield fields
