"""A program on the session bus that uses the engine there, as any other program would."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from typing import Any, Self

from jeepney import DBusAddress, MatchRule, Message, MessageType, message_bus, new_method_call
from jeepney.io.blocking import open_dbus_connection
from jeepney.low_level import HeaderFields

from tests.helpers.display import DesktopSession

NAME = "org.virtmonitor.Engine1"
ROOT = "/org/virtmonitor/Engine1"
DOMAIN = "org.virtmonitor.Domain1"
HOST = "org.virtmonitor.Host1"
SERVICE = "org.virtmonitor.Service1"
JOB = "org.virtmonitor.Job1"
PROPERTIES = "org.freedesktop.DBus.Properties"
_DEADLINE = 60.0


class RefusedError(Exception):
    """An error came back: its D-Bus name and text."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__(f"{name}: {text}")
        self.name, self.text = name, text


class EngineClient:
    """One connection to the bus. Blocking."""

    def __init__(self, session: DesktopSession) -> None:
        self.address = session.env["DBUS_SESSION_BUS_ADDRESS"]
        self.bus = open_dbus_connection(self.address)
        self.signals: deque[Message] = deque()
        # Messages carry the sender's unique name: only the bus can match the well-known one.
        self._filter = self.bus.filter(MatchRule(type="signal"), queue=self.signals)
        self._filter.__enter__()
        self._send(message_bus.AddMatch(MatchRule(type="signal", sender=NAME)))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Leave the bus, as a program that dies."""
        self.bus.close()

    def call(self, path: str, interface: str, member: str, signature: str = "", *body: Any) -> Any:
        """The first value of the reply. Raises RefusedError."""
        address = DBusAddress(path, NAME, interface)
        reply = self._send(new_method_call(address, member, signature or None, body))
        return reply.body[0] if reply.body else None

    def engine(self, member: str, signature: str = "", *body: Any) -> Any:
        """Call the engine's object."""
        return self.call(ROOT, NAME, member, signature, *body)

    def all_properties(self, path: str, interface: str = "") -> dict[str, Any]:
        """Properties.GetAll, without the types."""
        return plain(self.call(path, PROPERTIES, "GetAll", "s", interface))

    def operate(self, path: str, operation: str, **parameters: tuple[str, Any]) -> tuple[str, str]:
        """Call an operation and wait for its end; its error's word and message, both empty when it succeeded."""
        job = self.call(path, SERVICE, "Call", "sa{sv}", operation, parameters)
        finished = self.wait_for(lambda told: member(told) == "Finished" and path_of(told) == job)
        return finished.body[0], finished.body[1]

    def wait_for(self, wanted: Callable[[Message], bool], deadline: float = _DEADLINE) -> Message:
        """The first signal that is wanted; those before it are dropped."""
        end = time.monotonic() + deadline
        while True:
            while self.signals:
                message = self.signals.popleft()
                if wanted(message):
                    return message
            if time.monotonic() > end:
                raise TimeoutError("the signal did not come")
            self._receive(end)

    def changes(self, path: str) -> tuple[dict[str, Any], list[str]]:
        """The next PropertiesChanged of an object: what changed, without types, and what is unknown now."""
        told = self.wait_for(lambda one: member(one) == "PropertiesChanged" and path_of(one) == path)
        return plain(told.body[1]), told.body[2]

    def change_of(self, path: str, name: str) -> Any:
        """The value that a property of an object changes to next."""
        while True:
            changed, _ = self.changes(path)
            if name in changed:
                return changed[name]

    def wait_until(self, path: str, name: str, value: Any) -> None:
        """Until that property of that object changes to that value."""
        while self.change_of(path, name) != value:
            pass

    def _receive(self, end: float) -> None:
        try:
            self.bus.recv_messages(timeout=max(0.01, end - time.monotonic()))
        except TimeoutError:
            return

    def _send(self, message: Message) -> Message:
        reply = self.bus.send_and_get_reply(message, timeout=_DEADLINE)
        if reply.header.message_type is MessageType.error:
            text = str(reply.body[0]) if reply.body else ""
            raise RefusedError(reply.header.fields[HeaderFields.error_name], text)
        return reply


def member(message: Message) -> str:
    """The signal's name."""
    return str(message.header.fields.get(HeaderFields.member, ""))


def path_of(message: Message) -> str:
    """The object it came from."""
    return str(message.header.fields.get(HeaderFields.path, ""))


def plain(values: dict[str, tuple[str, Any]]) -> dict[str, Any]:
    """A map of variants as a map of what they hold, maps within undone too."""
    return {name: _plain(value) for name, value in values.items()}


def _plain(variant: tuple[str, Any]) -> Any:
    kind, value = variant
    if kind == "a{sv}":
        return plain(value)
    return [plain(item) for item in value] if kind == "aa{sv}" else value
