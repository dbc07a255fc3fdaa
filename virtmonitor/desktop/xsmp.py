"""The session manager of X, as Plasma (on Wayland too), Xfce and others have it.

It is told that nobody has to start this program again: there is an autostart file for that.
Source: X Session Management Protocol 1.0, with the states of its section 9.
"""

from __future__ import annotations

import logging
import os
import socket
import struct
import sys
from enum import Enum, IntEnum, auto
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier, Slot

from virtmonitor.desktop import ice
from virtmonitor.desktop.ice import Ice, IceMessage, IceReader
from virtmonitor.desktop.sessionwaiter import SessionWaiter

log = logging.getLogger("virtmonitor.session")

_OPCODE: Final = 1  # of the messages to us; the session manager says what it wants to hear
_TIMEOUT: Final = 0.5  # seconds for connecting to a socket of this computer
_CHUNK: Final = 4096
_ANY: Final = 2  # interaction of any kind
_NORMAL: Final = 1  # a dialog that is no error
_RESTART_NEVER: Final = 3
# What bytes raise that are no message.
_MALFORMED: Final = (ValueError, struct.error)


class Sm(IntEnum):
    """Kinds of messages of XSMP."""

    REGISTER_CLIENT = 1
    REGISTER_CLIENT_REPLY = 2
    SAVE_YOURSELF = 3
    INTERACT_REQUEST = 5
    INTERACT = 6
    INTERACT_DONE = 7
    SAVE_YOURSELF_DONE = 8
    DIE = 9
    SHUTDOWN_CANCELLED = 10
    CLOSE_CONNECTION = 11
    SET_PROPERTIES = 12
    SAVE_COMPLETE = 18


class _State(Enum):
    IDLE = auto()
    SAVING = auto()
    WANTS_TO_ASK = auto()
    ASKING = auto()


class Xsmp(SessionWaiter):
    """One client of the session manager in `address`, which is what SESSION_MANAGER says."""

    can_stay = True

    def __init__(self, address: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._address = address
        self._place = ""
        self._stream: socket.socket | None = None
        self._notifier: QSocketNotifier | None = None
        self._reader = IceReader()
        self._opcode = 0
        self._state = _State.IDLE
        self.client_id = ""

    @property
    def is_registered(self) -> bool:
        """From its answer on: a session that ends before that does not wait for us."""
        return bool(self.client_id)

    def open(self) -> bool:
        """Register with it, if not done; False where nobody listens. What it says follows later."""
        if self._stream is not None:
            return True
        for place, path in ice.places(self._address):
            if self._stream is None:
                self._place, self._stream = place, _connected(path)
        if self._stream is None:
            return False
        self._reader, self._opcode = IceReader(), 0
        self._notifier = QSocketNotifier(self._stream.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._readable)
        self._send(ice.byte_order())
        return self._stream is not None

    def close(self) -> None:
        """Leave it."""
        self.release()
        if self._opcode:
            self._say(Sm.CLOSE_CONNECTION, body=struct.pack("<I4x", 0))
        self._drop()

    def release(self) -> None:
        """The session may end."""
        self._end_interaction(cancel=False)

    def stay(self) -> None:
        """It shall not."""
        self._end_interaction(cancel=True)

    def _end_interaction(self, *, cancel: bool) -> None:
        state, self._state = self._state, _State.IDLE
        if state is _State.ASKING:
            self._say(Sm.INTERACT_DONE, (int(cancel), 0))
        if state is not _State.IDLE:
            self._say(Sm.SAVE_YOURSELF_DONE, (1, 0))

    # What it says

    def _hear(self, message: IceMessage) -> None:
        if message.major == 0:
            self._hear_ice(message)
        elif message.minor == Sm.REGISTER_CLIENT_REPLY:
            self._registered(message.body)
        elif message.minor == Sm.SAVE_YOURSELF:
            _, shutdown, style, fast = message.body[:4]
            self._save(shutdown=bool(shutdown), may_ask=style == _ANY and not fast)
        elif message.minor == Sm.INTERACT and self._state is _State.WANTS_TO_ASK:
            self._state = _State.ASKING
            self.mayAsk.emit()
        elif message.minor == Sm.SHUTDOWN_CANCELLED:
            self._cancelled()
        elif message.minor == Sm.DIE:
            self.close()
            self.over.emit()

    def _hear_ice(self, message: IceMessage) -> None:
        if message.minor == Ice.BYTE_ORDER:
            self._send(ice.connection_setup(self._ways()))
        elif message.minor == Ice.AUTHENTICATION_REQUIRED:
            self._send(ice.authentication_reply(ice.cookie(self._place)))
        elif message.minor == Ice.CONNECTION_REPLY:
            self._send(ice.protocol_setup(b"XSMP", _OPCODE, self._ways()))
        elif message.minor == Ice.PROTOCOL_REPLY:
            self._opcode = message.data[1]
            self._say(Sm.REGISTER_CLIENT, body=ice.array8(b""))
        elif message.minor == Ice.PING:
            self._send(IceMessage(0, Ice.PING_REPLY))
        elif message.minor in (Ice.ERROR, Ice.WANT_TO_CLOSE):
            log.info("the session manager refuses: message %d, %r", message.minor, message.body[:64])
            self._lose()

    def _ways(self) -> tuple[bytes, ...]:
        return (ice.COOKIE,) if ice.cookie(self._place) else ()

    def _registered(self, body: bytes) -> None:
        (length,) = struct.unpack_from(self._reader.order + "I", body)
        self.client_id = body[4 : 4 + length].decode("ascii", "replace")
        self._say(Sm.SET_PROPERTIES, body=ice.properties(_about()))

    def _save(self, *, shutdown: bool, may_ask: bool) -> None:
        """There is nothing to save: settings and journal are on the disk at each change."""
        self._state = _State.SAVING
        if not shutdown:
            self.release()
        elif may_ask and self.wanted():
            self._state = _State.WANTS_TO_ASK
            self._say(Sm.INTERACT_REQUEST, (_NORMAL, 0))
        else:
            self.ending.emit()

    def _cancelled(self) -> None:
        """Whatever was under way is over for the session manager, except that it still hears SaveYourselfDone."""
        state, self._state = self._state, _State.IDLE
        if state is not _State.IDLE:
            self._say(Sm.SAVE_YOURSELF_DONE, (1, 0))
        self.stays.emit()

    # The stream

    def _say(self, minor: Sm, data: tuple[int, int] = (0, 0), body: bytes = b"") -> None:
        self._send(IceMessage(self._opcode, minor, data, body))

    def _send(self, message: IceMessage) -> None:
        if self._stream is None:
            return
        try:
            self._stream.sendall(message.packed(), socket.MSG_NOSIGNAL)
        except OSError:  # gone; or it has not read for as long as the buffer of the socket has room
            self._lose()

    @Slot()
    def _readable(self) -> None:
        if self._stream is None:
            return
        try:
            data = self._stream.recv(_CHUNK)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        try:
            for message in self._reader.feed(data):
                self._hear(message)
        except _MALFORMED:
            data = b""
        if not data:
            self._lose()

    def _lose(self) -> None:
        if self._stream is not None:
            self._drop()
            self._state = _State.IDLE
            self.lost.emit()

    def _drop(self) -> None:
        stream, self._stream = self._stream, None
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        if stream is not None:
            stream.close()
        self._opcode, self.client_id = 0, ""


def _connected(path: str) -> socket.socket | None:
    stream = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM | socket.SOCK_CLOEXEC)
    try:
        stream.settimeout(_TIMEOUT)
        stream.connect(path)
    except (OSError, ValueError):
        stream.close()
        return None
    stream.setblocking(False)
    return stream


def _about() -> list[tuple[str, str, list[bytes]]]:
    """What the protocol wants to know of each client."""
    command = [os.fsencode(sys.argv[0])]
    return [
        ("Program", "ARRAY8", [b"virtmonitor"]),
        ("UserID", "ARRAY8", [str(os.getuid()).encode()]),
        ("ProcessID", "ARRAY8", [str(os.getpid()).encode()]),
        ("CloneCommand", "LISTofARRAY8", command),
        ("RestartCommand", "LISTofARRAY8", command),
        ("RestartStyleHint", "CARD8", [bytes([_RESTART_NEVER])]),
    ]
