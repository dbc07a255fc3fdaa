"""What the person told the desktop, as the desktop tells it to all programs: by the portal for settings.

Source: XDG Desktop Portal, org.freedesktop.portal.Settings. Its namespaces: org.freedesktop.appearance on every
desktop, org.gnome.desktop.interface where GTK's backend serves, org.kde.kdeglobals.GROUP where Plasma's does.
"""

from __future__ import annotations

from typing import Any, Final

from jeepney import Message, MessageType
from PySide6.QtCore import QObject, Signal, Slot

from virtmonitor.dbus.busaddress import session_address
from virtmonitor.dbus.busclient import BusClient, is_from
from virtmonitor.desktop.portal import portal, telling

_INTERFACE: Final = "org.freedesktop.portal.Settings"
_PORTAL: Final = portal(_INTERFACE)

Key = tuple[str, str]
"""Namespace and key."""


class PortalSettings(QObject):
    """Follows settings from when they are first asked for. GUI thread only; without a portal nothing is told.

    Signals:
        changed: one that is followed has another value.
    """

    changed = Signal()

    def __init__(self, address: str | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = BusClient(session_address() if address is None else address, self)
        self._bus.signalReceived.connect(self._heard)
        self._values: dict[Key, Any] = {}

    def value(self, key: Key) -> Any:
        """What is told of it; None while nothing is. From now on it is followed."""
        if key not in self._values:
            self._follow(key)
        return self._values.get(key)

    def close(self) -> None:
        """Listen no more."""
        self._bus.close()

    def _follow(self, key: Key) -> None:
        namespaces = {namespace for namespace, _ in self._values}
        self._values[key] = None
        if not self._bus.is_open and not self._bus.open():
            return
        if key[0] not in namespaces:
            rule = telling(_INTERFACE, "SettingChanged")
            rule.add_arg_condition(0, key[0])
            self._bus.subscribe(rule)
        self._bus.call(_PORTAL, "Read", "ss", key, lambda reply: self._told(key, reply))

    def _told(self, key: Key, reply: Message | None) -> None:
        if reply is not None and reply.header.message_type is MessageType.method_return:
            self._take(key, reply.body[0])

    @Slot(object)
    def _heard(self, message: Message) -> None:
        if is_from(message, _INTERFACE, "SettingChanged"):
            self._take(message.body[:2], message.body[2])

    def _take(self, key: Key, value: Any) -> None:
        """A variant; the oldest way to read gives a variant in a variant."""
        while isinstance(value, tuple):
            value = value[1]
        if key in self._values and value != self._values[key]:
            self._values[key] = value
            self.changed.emit()
