"""The session manager of GNOME on the session bus, which MATE, Cinnamon and Budgie have too.

It waits for a second when it asks whether the session may end; who needs longer, to ask a person, inhibits the end,
and it shows why. Source: org.gnome.SessionManager, "Manager" and "ClientPrivate".
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Final

from jeepney import DBusAddress, MatchRule, Message
from jeepney.low_level import HeaderFields
from PySide6.QtCore import QObject, Slot

from virtmonitor.core.paths import APPLICATION_ID
from virtmonitor.dbus.busaddress import session_address
from virtmonitor.dbus.busclient import BusClient, value
from virtmonitor.desktop.sessionwaiter import SessionWaiter

_NAME: Final = "org.gnome.SessionManager"
_MANAGER: Final = DBusAddress("/org/gnome/SessionManager", _NAME, _NAME)
_CLIENT: Final = f"{_NAME}.ClientPrivate"
_FORCED: Final = 1  # flag of QueryEndSession: whatever we say
_LOGOUT: Final = 1  # flag of Inhibit
Registered = Callable[[bool], object]


class GnomeSession(SessionWaiter):
    """One client of it."""

    def __init__(self, address: str | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = BusClient(session_address() if address is None else address, self)
        self._bus.signalReceived.connect(self._heard)
        self._bus.lost.connect(self._bus_lost)
        self._manager = self._client = ""  # the unique name of who answered, and our object there
        self._cookie: int | None = None
        self._asks = self._ends = False

    def open(self, registered: Registered) -> None:
        """Register with it; `registered` hears whether there is one."""
        if not self._bus.open():
            registered(False)
            return
        self._bus.subscribe(MatchRule(type="signal", sender=_NAME, interface=_CLIENT))
        body = (APPLICATION_ID, os.environ.pop("DESKTOP_AUTOSTART_ID", ""))
        self._bus.call(
            _MANAGER, "RegisterClient", "ss", body, lambda reply: self._registered(reply, registered)
        )

    def close(self) -> None:
        """Leave it."""
        self.release()
        if self._client:
            self._bus.call(_MANAGER, "UnregisterClient", "o", (self._client,))
        self._client = ""
        self._bus.close()

    def release(self) -> None:
        """The session may end."""
        self._asks = False
        cookie, self._cookie = self._cookie, None
        if cookie is not None:
            self._bus.call(_MANAGER, "Uninhibit", "u", (cookie,))
        if self._ends:
            self._ends = False
            self._answer()

    def _registered(self, reply: Message | None, registered: Registered) -> None:
        self._client = value(reply, "")
        if reply is not None and self._client:
            self._manager = str(reply.header.fields.get(HeaderFields.sender, ""))
        elif self._bus.is_open:
            self._bus.close()
        registered(bool(self._client))

    @Slot(object)
    def _heard(self, message: Message) -> None:
        fields = message.header.fields
        ours = (self._client, self._manager, _CLIENT)
        told = (HeaderFields.path, HeaderFields.sender, HeaderFields.interface)
        if not self._client or tuple(fields.get(field) for field in told) != ours:
            return
        heard = {
            "QueryEndSession": self._query,
            "EndSession": self._end,
            "CancelEndSession": self._cancel,
            "Stop": self._stop,
        }.get(str(fields.get(HeaderFields.member)))
        if heard is not None:
            heard(message)

    def _query(self, message: Message) -> None:
        forced = bool(message.body and message.body[0] & _FORCED)
        why = "" if forced else self.wanted()
        if why:
            self._asks = True
            body = (APPLICATION_ID, 0, why, _LOGOUT)
            self._bus.call(_MANAGER, "Inhibit", "susu", body, self._inhibited)
        else:
            self._answer()

    def _inhibited(self, reply: Message | None) -> None:
        cookie = value(reply, 0)
        asks, self._asks = self._asks, False
        if cookie:
            self._cookie = cookie
        self._answer()
        if not asks:
            self.release()  # it was called off meanwhile
        elif cookie:
            self.mayAsk.emit()

    def _end(self, _message: Message) -> None:
        """It ends; also over an inhibitor, when the person wants it so."""
        self._ends = True
        self.ending.emit()

    def _cancel(self, _message: Message) -> None:
        self._ends = False
        self.release()
        self.stays.emit()

    def _stop(self, _message: Message) -> None:
        self.over.emit()

    def _answer(self) -> None:
        if self._client:
            client = DBusAddress(self._client, _NAME, _CLIENT)
            self._bus.call(client, "EndSessionResponse", "bs", (True, ""))

    @Slot()
    def _bus_lost(self) -> None:
        self._client, self._cookie = "", None
        self._asks = self._ends = False
        self.lost.emit()
