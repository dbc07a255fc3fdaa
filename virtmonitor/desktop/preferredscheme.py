"""Whether the person prefers light or dark, as the desktop tells it to all programs, by the portal for settings.

Qt asks for it only where it knows the desktop's theme, and on GNOME follows it by half: the hint, not the colours.
Source: XDG Desktop Portal, org.freedesktop.portal.Settings, org.freedesktop.appearance color-scheme.
"""

from __future__ import annotations

from typing import Any, Final

from jeepney import DBusAddress, MatchRule, Message, MessageType
from PySide6.QtCore import QObject, Qt, Signal, Slot

from virtmonitor.dbus.busaddress import session_address
from virtmonitor.dbus.busclient import BusClient, is_from

_PORTAL: Final = DBusAddress(
    "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Desktop", "org.freedesktop.portal.Settings"
)
_KEY: Final = ("org.freedesktop.appearance", "color-scheme")
_SCHEMES: Final = {1: Qt.ColorScheme.Dark, 2: Qt.ColorScheme.Light}


class PreferredScheme(QObject):
    """Follows it. GUI thread only; `Unknown` where there is no such portal, or the person has no preference.

    Signals:
        changed: `scheme` is another one.
    """

    changed = Signal()

    def __init__(self, address: str | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = BusClient(session_address() if address is None else address, self)
        self._bus.signalReceived.connect(self._heard)
        self.scheme = Qt.ColorScheme.Unknown

    def open(self) -> None:
        """Ask, and listen."""
        if self._bus.is_open or not self._bus.open():
            return
        rule = MatchRule(
            type="signal", sender=_PORTAL.bus_name, interface=_PORTAL.interface, member="SettingChanged"
        )
        rule.add_arg_condition(0, _KEY[0])
        self._bus.subscribe(rule)
        self._bus.call(_PORTAL, "Read", "ss", _KEY, self._told)

    def close(self) -> None:
        """Listen no more."""
        self._bus.close()

    def _told(self, reply: Message | None) -> None:
        if reply is not None and reply.header.message_type is MessageType.method_return:
            self._take(reply.body[0])

    @Slot(object)
    def _heard(self, message: Message) -> None:
        if is_from(message, _PORTAL.interface or "", "SettingChanged") and message.body[:2] == _KEY:
            self._take(message.body[2])

    def _take(self, value: Any) -> None:
        """A variant; the oldest way to read gives a variant in a variant."""
        while isinstance(value, tuple):
            value = value[1]
        scheme = _SCHEMES.get(value, Qt.ColorScheme.Unknown)
        if scheme is not self.scheme:
            self.scheme = scheme
            self.changed.emit()
