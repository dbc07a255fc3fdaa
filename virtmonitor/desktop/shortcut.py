"""A keyboard shortcut of the whole desktop that shows the popup, by the portal for global shortcuts where there is one.

The desktop asks the person which keys, so it is only asked for when the settings want it. Elsewhere the desktop's own
settings can run `virtmonitor --toggle`.
Source: XDG Desktop Portal, org.freedesktop.portal.GlobalShortcuts and org.freedesktop.host.portal.Registry.
"""

from __future__ import annotations

import logging
from typing import Any, Final

from jeepney import DBusAddress, MatchRule, Message
from jeepney.low_level import HeaderFields
from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from virtmonitor.core.paths import APPLICATION_ID
from virtmonitor.dbus.busaddress import session_address
from virtmonitor.dbus.busclient import BusClient, error_text, is_from
from virtmonitor.desktop.settings import Settings

log = logging.getLogger("virtmonitor.shortcut")

_NAME: Final = "org.freedesktop.portal.Desktop"
_PATH: Final = "/org/freedesktop/portal/desktop"
_SHORTCUTS: Final = DBusAddress(_PATH, _NAME, "org.freedesktop.portal.GlobalShortcuts")
_REGISTRY: Final = DBusAddress(_PATH, _NAME, "org.freedesktop.host.portal.Registry")
_REQUEST: Final = "org.freedesktop.portal.Request"
_SESSION: Final = "org.freedesktop.portal.Session"
_TOGGLE: Final = "toggle"


class Shortcut(QObject):
    """Follows the setting desktop.shortcut. GUI thread only; silent where there is no such portal.

    Signals:
        pressed: (activation token).
    """

    pressed = Signal(str)

    def __init__(self, settings: Settings, address: str | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._bus = BusClient(session_address() if address is None else address, self)
        self._bus.signalReceived.connect(self._heard)
        self._session = ""
        self._requests = 0
        settings.changed.connect(self.apply)

    @Slot()
    def apply(self) -> None:
        """Ask for it, or give it back."""
        if not self._settings.record.desktop.shortcut:
            self.close()
        elif not self._bus.is_open and self._bus.open():
            self._subscribe()
            # Tells the portal who asks, for its dialog; older ones find out by themselves or do without.
            self._bus.call(_REGISTRY, "Register", "sa{sv}", (APPLICATION_ID, {}), self._registered)

    def close(self) -> None:
        """Give it back: a session ends with the connection at the latest."""
        self._session = ""
        self._bus.close()

    def _subscribe(self) -> None:
        for interface, member in ((_REQUEST, "Response"), (_SHORTCUTS.interface, "Activated")):
            self._bus.subscribe(MatchRule(type="signal", sender=_NAME, interface=interface, member=member))

    def _registered(self, _reply: Message | None) -> None:
        options = {"handle_token": ("s", self._token()), "session_handle_token": ("s", "virtmonitor")}
        self._bus.call(_SHORTCUTS, "CreateSession", "a{sv}", (options,), self._asked)

    def _bind(self) -> None:
        text = QCoreApplication.translate("shortcut", "Show the virtual machines")
        # GNOME's dialog shows one without keys as switched off, and leaves it so for whoever just agrees.
        about = {"description": ("s", text), "preferred_trigger": ("s", "CTRL+ALT+v")}
        shortcuts = [(_TOGGLE, about)]
        options = {"handle_token": ("s", self._token())}
        body = (self._session, shortcuts, "", options)
        self._bus.call(_SHORTCUTS, "BindShortcuts", "oa(sa{sv})sa{sv}", body, self._asked)

    def _token(self) -> str:
        self._requests += 1
        return f"virtmonitor{self._requests}"

    def _asked(self, reply: Message | None) -> None:
        if told := error_text(reply):
            log.info("there is no shortcut of the desktop: %s", told)
            self.close()

    @Slot(object)
    def _heard(self, message: Message) -> None:
        if is_from(message, _REQUEST, "Response"):
            self._answered(message.header.fields.get(HeaderFields.path, ""), *message.body)
        elif is_from(message, _SHORTCUTS.interface or "", "Activated"):
            session, name, _time, options = message.body
            if session == self._session and name == _TOGGLE:
                token = options.get("activation_token", ("s", ""))[1]
                self.pressed.emit(token if isinstance(token, str) else "")

    def _answered(self, path: str, code: int, results: dict[str, Any]) -> None:
        if not path.rpartition("/")[2].startswith("virtmonitor"):
            return
        session = results.get("session_handle", ("s", ""))[1]
        if code == 0 and session and not self._session:
            self._session = str(session)
            self._bind()
        elif code != 0:
            self.close()  # the person wants none
