"""Who looks at what over the bus, for as long as they are on it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from jeepney import DBusAddress, MatchRule, Message, MessageType
from jeepney.low_level import HeaderFields
from PySide6.QtCore import QObject, Signal, Slot

from virtmonitor.core.vocabulary import PROPERTIES
from virtmonitor.dbus.busclient import BusClient, is_from
from virtmonitor.dbus.errors import invalid, too_many
from virtmonitor.engine.dataengine import DataEngine

MOST_SOURCES: Final = 20_000
"""Sources that one client may look at."""
MOST_CLIENTS: Final = 500
SHORTEST: Final = 500
"""Milliseconds: as often as a person may set it in the window."""
LONGEST: Final = 24 * 3600 * 1000
GROUPS: Final = frozenset(told.group for told in PROPERTIES)
_BUS: Final = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")


class Client(QObject):
    """One of them, as the engine sees it: a visualization."""

    heard = Signal(str, dict)

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self.name = name
        self.sources: dict[str, None] = {}
        self.rule = MatchRule(
            type="signal", sender=_BUS.bus_name, interface=_BUS.interface, member="NameOwnerChanged"
        )
        self.rule.add_arg_condition(0, name)

    @Slot(str, dict)
    def dataUpdated(self, source: str, data: dict[str, Any]) -> None:
        """The engine's delivery."""
        self.heard.emit(source, data)


class Clients(QObject):
    """All of them. GUI thread only.

    Signals:
        heard: (source, data) what was sampled for one of them.
        lookBegan, lookEnded: (source) the first looks, nobody does any more.
    """

    heard = Signal(str, dict)
    lookBegan = Signal(str)
    lookEnded = Signal(str)

    def __init__(self, engine: DataEngine, bus: BusClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine, self._bus = engine, bus
        self._clients: dict[str, Client] = {}
        self._lookers: dict[str, int] = {}
        bus.signalReceived.connect(self._signal_received)

    @property
    def names(self) -> list[str]:
        """The unique names of those who look at something."""
        return list(self._clients)

    def looked_at(self, source: str) -> bool:
        """True while one of them looks at it."""
        return source in self._lookers

    def connect_source(self, name: str, source: str, interval: int, groups: Iterable[str]) -> None:
        """Let a client look. Raises BusError for groups that are none and for too much."""
        wanted = frozenset(groups)
        if strange := wanted - GROUPS:
            raise invalid(f"There is no group {min(strange)[:50]!r}.")
        client = self._client(name)
        if source not in client.sources:
            if len(client.sources) >= MOST_SOURCES:
                raise too_many(f"One program may look at {MOST_SOURCES} Sources.")
            client.sources[source] = None
            self._lookers[source] = self._lookers.get(source, 0) + 1
            if self._lookers[source] == 1:
                self.lookBegan.emit(source)
        period = min(max(interval, SHORTEST), LONGEST) if interval else 0
        self._engine.connectSource(source, client, period, wanted)

    def disconnect_source(self, name: str, source: str) -> None:
        """Let it look no more; one that does not is no error."""
        client = self._clients.get(name)
        if client is not None and source in client.sources:
            self._look_away(client, source)
            if not client.sources:
                self.drop(name)

    def drop(self, name: str) -> None:
        """It has gone, or looks at nothing any more."""
        client = self._clients.pop(name, None)
        if client is None:
            return
        for source in list(client.sources):
            self._look_away(client, source)
        self._bus.unsubscribe(client.rule)
        client.deleteLater()

    def forget(self, source: str) -> None:
        """The Source has gone, and with it who looked."""
        if self._lookers.pop(source, None):
            for client in self._clients.values():
                client.sources.pop(source, None)

    def close(self) -> None:
        """Nobody looks."""
        for name in self.names:
            self.drop(name)

    def _client(self, name: str) -> Client:
        client = self._clients.get(name)
        if client is None:
            if len(self._clients) >= MOST_CLIENTS:
                raise too_many("Too many programs look already.")
            client = self._clients[name] = Client(name, self)
            client.heard.connect(self.heard)
            self._bus.subscribe(client.rule)
            # It may have gone before the rule was there.
            self._bus.call(_BUS, "GetNameOwner", "s", (name,), lambda reply: self._checked(name, reply))
        return client

    def _checked(self, name: str, reply: Message | None) -> None:
        if reply is not None and reply.header.message_type is MessageType.error:
            self.drop(name)

    def _look_away(self, client: Client, source: str) -> None:
        del client.sources[source]
        self._engine.disconnectSource(source, client)
        self._lookers[source] -= 1
        if not self._lookers[source]:
            del self._lookers[source]
            self.lookEnded.emit(source)

    @Slot(object)
    def _signal_received(self, message: Message) -> None:
        # Anybody may send a signal to us alone; the bus itself tells who did.
        if message.header.fields.get(HeaderFields.sender) != _BUS.bus_name:
            return
        if is_from(message, _BUS.interface, "NameOwnerChanged") and len(message.body) == 3:
            name, _, new = message.body
            if name in self._clients and not new:
                self.drop(name)
