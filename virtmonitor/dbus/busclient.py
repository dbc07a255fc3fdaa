"""A small asynchronous D-Bus connection on the Qt event loop, for what QtDBus cannot send from Python.

QtDBus sends every whole number as an int32: strict servers refuse a Notify whose replaces_id is no uint32, and a
property would be of another type when its value is large.
Sources: D-Bus specification, "Authentication Protocol" and "Message Bus Messages".
"""

from __future__ import annotations

import socket
import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from jeepney import (
    DBusAddress,
    Header,
    MatchRule,
    Message,
    MessageFlag,
    MessageType,
    new_error,
    new_method_call,
)
from jeepney.auth import BEGIN, AuthenticationError, Authenticator
from jeepney.bus_messages import message_bus
from jeepney.fds import FileDescriptor, fds_buf_size
from jeepney.low_level import HeaderFields, Parser
from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal, Slot

from virtmonitor.dbus.busaddress import connected

TIMEOUT: Final = (
    2.0  # seconds until a call counts as unanswered: an interface does not wait for other programs
)
_CONNECT_TIMEOUT: Final = 0.5
_CHUNK: Final = 65536
_UNKNOWN: Final = "org.freedesktop.DBus.Error.UnknownObject"
# What a parser of bytes raises on bytes that are no message; jeepney does not tell.
_MALFORMED: Final = (ValueError, KeyError, IndexError, TypeError, struct.error, AuthenticationError)

Answered = Callable[[Message | None], object]
Serve = Callable[[Message], Message | None]


@dataclass(slots=True)
class _Call:
    answered: Answered
    timer: QTimer = field(repr=False)


class BusClient(QObject):
    """One connection to a message bus. GUI thread only; nothing here blocks longer than connecting to a socket.

    Signals:
        signalReceived: a D-Bus signal that was subscribed to (a jeepney Message).
        lost: the bus is gone; every call under way was answered with None.
    """

    signalReceived = Signal(object)
    lost = Signal()

    def __init__(self, address: str, parent: QObject | None = None, *, serve: Serve | None = None) -> None:
        """`serve` gets each call of a method and gives the reply; without it this connection has no objects."""
        super().__init__(parent)
        self._address = address
        self._serve = serve
        self._stream: socket.socket | None = None
        self._reader: QSocketNotifier | None = None
        self._writer: QSocketNotifier | None = None
        self._authenticator: Authenticator | None = None
        self._parser = Parser()
        self._unsent = bytearray()
        self._queued: list[bytes] = []  # until authenticated
        self._calls: dict[int, _Call] = {}
        self._serial = 0
        self.unique_name = ""

    @property
    def is_open(self) -> bool:
        """True while there is a stream to the bus."""
        return self._stream is not None

    def open(self) -> bool:
        """Connect, if not connected; False when there is no bus. Calls may follow at once, they queue up."""
        if self._stream is not None:
            return True
        self._stream = connected(self._address, _CONNECT_TIMEOUT)
        if self._stream is None:
            return False
        self._stream.setblocking(False)
        # Who serves takes no descriptors: anybody could fill our table with them.
        self._parser, self._authenticator = Parser(), Authenticator(enable_fds=self._serve is None)
        self._reader = QSocketNotifier(self._stream.fileno(), QSocketNotifier.Type.Read, self)
        self._reader.activated.connect(self._read)
        self._writer = QSocketNotifier(self._stream.fileno(), QSocketNotifier.Type.Write, self)
        self._writer.activated.connect(self._flush)
        self._send_authentication()
        self._queue(message_bus.Hello(), self._greeted)
        return self.is_open

    def close(self) -> None:
        """Disconnect; calls under way are answered with None. `lost` is not emitted."""
        stream, self._stream = self._stream, None
        for notifier in (self._reader, self._writer):
            if notifier is not None:
                notifier.setEnabled(False)
                notifier.deleteLater()
        self._reader = self._writer = self._authenticator = None
        self._unsent.clear()
        self._queued.clear()
        self.unique_name = ""
        if stream is not None:
            stream.close()
        for serial in list(self._calls):
            self._answer(serial, None)

    def call(
        self,
        address: DBusAddress,
        member: str,
        signature: str = "",
        body: tuple[Any, ...] = (),
        answered: Answered | None = None,
        timeout: float = TIMEOUT,
    ) -> None:
        """Call a method. `answered` gets the reply or error message, or None: no bus, no answer in time."""
        if not self.open():
            if answered is not None:
                answered(None)
            return
        message = new_method_call(address, member, signature or None, body)
        if answered is None:
            message.header.flags |= MessageFlag.no_reply_expected
        self._queue(message, answered, timeout)

    def subscribe(self, rule: MatchRule) -> None:
        """Receive the signals that `rule` matches. To be repeated after `lost`."""
        if self.open():
            self._queue(message_bus.AddMatch(rule), None)

    def unsubscribe(self, rule: MatchRule) -> None:
        """Receive them no more."""
        if self.is_open:
            self._queue(message_bus.RemoveMatch(rule), None)

    def send(self, message: Message) -> None:
        """Send a signal or a reply; nothing happens without a bus."""
        if self.is_open:
            self._queue(message, None)

    def send_all(self, messages: Sequence[Message]) -> None:
        """The same with many at once: to write each by itself takes longer than to make it."""
        if not self.is_open:
            return
        for message in messages:
            self._put(message)
        if self._authenticator is None:
            self._flush()

    def _greeted(self, reply: Message | None) -> None:
        self.unique_name = value(reply, "")

    def _queue(self, message: Message, answered: Answered | None, timeout: float = TIMEOUT) -> None:
        self._put(message)
        if answered is not None:
            self._calls[self._serial] = _Call(answered, self._timer(self._serial, timeout))
        if self._authenticator is None:
            self._flush()

    def _put(self, message: Message) -> None:
        self._serial += 1
        data = message.serialise(serial=self._serial)
        if self._authenticator is not None:
            self._queued.append(data)
        else:
            self._unsent += data

    def _timer(self, serial: int, timeout: float) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=int(timeout * 1000))
        timer.timeout.connect(lambda: self._answer(serial, None))
        timer.start()
        return timer

    def _answer(self, serial: int, message: Message | None) -> None:
        call = self._calls.pop(serial, None)
        if call is not None:
            call.timer.stop()
            call.timer.deleteLater()
            call.answered(message)

    # The stream

    def _send(self, data: bytes) -> None:
        self._unsent += data
        self._flush()

    @Slot()
    def _flush(self) -> None:
        if self._stream is None or self._writer is None:
            return
        try:
            sent = self._stream.send(self._unsent, socket.MSG_NOSIGNAL) if self._unsent else 0
        except BlockingIOError:
            sent = 0
        except OSError:
            self._lose()
            return
        del self._unsent[:sent]
        self._writer.setEnabled(bool(self._unsent))

    @Slot()
    def _read(self) -> None:
        if self._stream is None:
            return
        try:
            # Never beyond one message: descriptors come with the bytes of theirs.
            size = _CHUNK if self._authenticator else min(self._parser.bytes_desired(), _CHUNK)
            data, descriptors, _, _ = self._stream.recvmsg(size, fds_buf_size(), socket.MSG_CMSG_CLOEXEC)
        except BlockingIOError:
            return
        except OSError:
            data, descriptors = b"", []
        try:
            self._take(data, FileDescriptor.from_ancdata(descriptors))
        except _MALFORMED:
            self._lose()

    def _take(self, data: bytes, descriptors: list[FileDescriptor]) -> None:
        if not data:
            self._lose()
        elif self._authenticator is not None:
            self._authenticator.feed(data)
            self._send_authentication()
        else:
            self._parser.add_data(data, descriptors)
            while self._stream is not None and (message := self._parser.get_next_message()) is not None:
                self._dispatch(message)

    def _send_authentication(self) -> None:
        if self._authenticator is None:
            return
        if self._authenticator.authenticated:
            self._authenticator = None
            queued, self._queued = self._queued, []
            self._send(BEGIN + b"".join(queued))
        elif line := self._authenticator.data_to_send():
            self._send(line)

    def _dispatch(self, message: Message) -> None:
        header: Header = message.header
        if header.message_type in (MessageType.method_return, MessageType.error):
            self._answer(int(header.fields.get(HeaderFields.reply_serial, 0)), message)
        elif header.message_type is MessageType.signal:
            self.signalReceived.emit(message)
        else:
            self._answer_call(message)

    def _answer_call(self, message: Message) -> None:
        if self._serve is not None:
            reply = self._serve(message)
        else:
            reply = new_error(message, _UNKNOWN, "s", ("This connection has no objects.",))
        if reply is not None and not message.header.flags & MessageFlag.no_reply_expected:
            self.send(reply)

    def _lose(self) -> None:
        self.close()
        self.lost.emit()


def value(reply: Message | None, default: Any) -> Any:
    """The first value of a reply if it is of `default`'s type; else `default`: no answer, or an error."""
    if reply is None or reply.header.message_type is not MessageType.method_return or not reply.body:
        return default
    return reply.body[0] if isinstance(reply.body[0], type(default)) else default


def error_text(reply: Message | None) -> str:
    """Why a call failed, for a log: the error's name and text; "" when it did not fail."""
    if reply is None:
        return "no answer"
    if reply.header.message_type is not MessageType.error:
        return ""
    text = reply.body[0] if reply.body and isinstance(reply.body[0], str) else ""
    return f"{reply.header.fields.get(HeaderFields.error_name, '')}: {text}"


def is_from(message: Message, interface: str, member: str) -> bool:
    """True for that signal of that interface."""
    fields = message.header.fields
    return bool(fields.get(HeaderFields.interface) == interface and fields.get(HeaderFields.member) == member)
