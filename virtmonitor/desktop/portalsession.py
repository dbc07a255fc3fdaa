"""The session manager as a sandbox (Flatpak) sees it: by the portal that tells when the session is about to end.

Like GNOME's, which is behind it there, it waits for a second; who needs longer, to ask a person, inhibits the end.
Source: XDG Desktop Portal, org.freedesktop.portal.Inhibit (version 3), Request and Session.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from jeepney import DBusAddress, Message
from jeepney.low_level import HeaderFields
from PySide6.QtCore import QObject, QTimer, Slot

from virtmonitor.dbus.busaddress import session_address
from virtmonitor.dbus.busclient import BusClient, error_text, is_from, value
from virtmonitor.desktop.portal import NAME, REQUEST, SESSION, portal, telling
from virtmonitor.desktop.sessionwaiter import SessionWaiter

_INTERFACE: Final = "org.freedesktop.portal.Inhibit"
_INHIBIT: Final = portal(_INTERFACE)
_HANDLE: Final = "virtmonitor_monitor"
_LOGOUT: Final = 1  # flag of Inhibit
_RUNNING, _QUERY_END, _ENDING = 1, 2, 3  # of session-state
_PATIENCE: Final = 700
"""Milliseconds until the question whether the session may end is answered at the latest; it waits for a second."""
Registered = Callable[[bool], object]


class PortalSession(SessionWaiter):
    """One monitor of the session."""

    def __init__(self, address: str | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = BusClient(session_address() if address is None else address, self)
        self._bus.signalReceived.connect(self._heard)
        self._bus.lost.connect(self._bus_lost)
        self._registered: Registered | None = None  # who waits to hear
        self._session = self._inhibitor = ""  # paths
        self._state = _RUNNING
        self._asks = False
        self._inhibiting = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._inhibiting.timeout.connect(self._inhibited)

    def open(self, registered: Registered) -> None:
        """Ask for a monitor; `registered` hears whether there is one."""
        self._registered = registered
        if not self._bus.open():
            self._tell(False)
            return
        told = ((REQUEST, "Response"), (_INTERFACE, "StateChanged"), (SESSION, "Closed"))
        for interface, member in told:
            self._bus.subscribe(telling(interface, member))
        options = {"handle_token": ("s", _HANDLE), "session_handle_token": ("s", _HANDLE)}
        self._bus.call(_INHIBIT, "CreateMonitor", "sa{sv}", ("", options), self._asked)

    def close(self) -> None:
        """Leave it."""
        self.release()
        self._registered = None
        if self._session:
            self._bus.call(DBusAddress(self._session, NAME, SESSION), "Close")
        self._session = ""
        self._bus.close()

    def release(self) -> None:
        """The session may end."""
        self._asks = False
        inhibitor, self._inhibitor = self._inhibitor, ""
        if inhibitor:
            self._bus.call(DBusAddress(inhibitor, NAME, REQUEST), "Close")

    def _asked(self, reply: Message | None) -> None:
        if error_text(reply):
            self._tell(False)

    def _tell(self, there_is_one: bool) -> None:
        registered, self._registered = self._registered, None
        if not there_is_one:
            self._bus.close()
        if registered is not None:
            registered(there_is_one)

    @Slot(object)
    def _heard(self, message: Message) -> None:
        path = str(message.header.fields.get(HeaderFields.path, ""))
        if is_from(message, REQUEST, "Response"):
            if path.endswith(f"/{_HANDLE}"):
                self._answered(*message.body)
            elif path == self._inhibitor and self._inhibiting.isActive():
                self._inhibited(done=message.body[0] == 0)
        elif is_from(message, _INTERFACE, "StateChanged"):
            session, state = message.body
            if session == self._session:
                self._changed(state.get("session-state", ("u", 0))[1])
        elif is_from(message, SESSION, "Closed") and path == self._session:
            self._bus.close()
            self._bus_lost()

    def _answered(self, code: int, results: dict[str, Any]) -> None:
        self._session = str(results.get("session_handle", ("s", ""))[1]) if code == 0 else ""
        self._tell(bool(self._session))

    def _changed(self, state: int) -> None:
        """It is told anew, as it is, also when the screen is locked."""
        before, self._state = self._state, state
        if state == _QUERY_END:
            self._query()
        elif state == _ENDING and before != _ENDING:
            self.ending.emit()
        elif state == _RUNNING and before != _RUNNING:
            self.release()
            self.stays.emit()

    def _query(self) -> None:
        if self._asks or self._inhibitor:
            self._answer()
            return
        why = self.wanted()
        if not why:
            self._answer()
            return
        self._asks = True
        self._inhibiting.start()
        options = {"reason": ("s", why)}
        self._bus.call(_INHIBIT, "Inhibit", "sua{sv}", ("", _LOGOUT, options), self._inhibits)

    def _inhibits(self, reply: Message | None) -> None:
        """The portal has heard it; the session manager has when the response comes."""
        self._inhibitor = value(reply, "")
        if not self._inhibitor and self._inhibiting.isActive():
            self._inhibited(done=False)

    @Slot()
    def _inhibited(self, *, done: bool = True) -> None:
        self._inhibiting.stop()
        asks, self._asks = self._asks, False
        self._answer()
        if not asks or not done:
            self.release()  # it was called off meanwhile, or is not allowed
        elif self._inhibitor:
            self.mayAsk.emit()

    def _answer(self) -> None:
        self._bus.call(_INHIBIT, "QueryEndResponse", "o", (self._session,))

    @Slot()
    def _bus_lost(self) -> None:
        self._session = self._inhibitor = ""
        self._state, self._asks = _RUNNING, False
        if self._registered is not None:
            self._tell(False)
        else:
            self.lost.emit()
