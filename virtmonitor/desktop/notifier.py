"""Shows notices by org.freedesktop.Notifications, or by a fallback where nobody serves it.

Source: Desktop Notifications Specification 1.2 (1.3 adds ActivationToken). ActionInvoked may be unicast to the
connection that sent Notify, so both go over one connection.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

from jeepney import DBusAddress, MatchRule, Message
from jeepney.low_level import HeaderFields
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from virtmonitor.core.noticeflow import NoticeFlow
from virtmonitor.core.notices import Notice, NoticeAction, NoticeKind, OwnOperations, Urgency
from virtmonitor.core.paths import APPLICATION, APPLICATION_ID
from virtmonitor.core.settings_schema import Notifications
from virtmonitor.dbus.busaddress import session_address
from virtmonitor.dbus.busclient import BusClient, is_from, value
from virtmonitor.desktop.noticetext import action_text, text_of

_NAME: Final = "org.freedesktop.Notifications"
_DAEMON: Final = DBusAddress("/org/freedesktop/Notifications", _NAME, _NAME)
_SUMMARY: Final = ""  # the key of a popup that tells of many
_DEFAULT_EXPIRY: Final = -1
_CATEGORIES: Final = {
    NoticeKind.HOST_LOST: "network.disconnected",
    NoticeKind.HOST_BACK: "network.connected",
    NoticeKind.IO_ERROR: "device.error",
    NoticeKind.CRASHED: "device.error",
    NoticeKind.PANICKED: "device.error",
}

Fallback = Callable[[str, str, Urgency], object]


class Notifier(QObject):
    """Takes notices, shows them when it is time, and tells what was chosen. GUI thread only; never blocks.

    Signals:
        actionInvoked: (source, NoticeAction, activation token); the source of a popup about many is "".

    Attributes:
        fallback: (title, text, urgency) shown without buttons where there is no notification service.
        with_host: tell the host of a machine too.
    """

    actionInvoked = Signal(str, str, str)

    def __init__(
        self,
        settings: Notifications,
        own: OwnOperations | None = None,
        fallback: Fallback | None = None,
        address: str | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.fallback = fallback
        self.with_host = False
        self._flow = NoticeFlow(settings, own or OwnOperations())
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._show_due)
        self._bus = BusClient(session_address() if address is None else address, self)
        self._bus.signalReceived.connect(self._heard)
        self._bus.lost.connect(self._forget)
        self._capabilities: frozenset[str] | None = None
        self._ids: dict[str, int] = {}
        self._tokens: dict[int, str] = {}
        self._daemon = ""

    @property
    def idle(self) -> bool:
        """True while no notice waits for its time."""
        return self._flow.due_at is None

    def notify(self, notice: Notice) -> None:
        """Take a notice; it is shown, merged or dropped as the settings and what was done here have it."""
        self._flow.add(notice, time.monotonic())
        self._arm()

    def set_settings(self, settings: Notifications) -> None:
        """Other switches and quiet hours from now on."""
        self._flow.settings = settings

    def hush(self, seconds: float) -> None:
        """Only what is critical for a while: after a wake-up."""
        self._flow.hush(time.monotonic(), seconds)

    def withdraw(self, source: str) -> None:
        """Take back what was told of `source`: it is no longer true, or was seen. The next time is news again."""
        self._flow.forget(source)
        number = self._ids.pop(source, 0)
        if number:
            self._bus.call(_DAEMON, "CloseNotification", "u", (number,))

    def close(self) -> None:
        """Show nothing any more."""
        self._timer.stop()
        self._bus.close()

    def _arm(self) -> None:
        due = self._flow.due_at
        if due is not None:
            self._timer.start(max(0, int((due - time.monotonic()) * 1000) + 1))

    @Slot()
    def _show_due(self) -> None:
        for group in self._flow.due(time.monotonic(), datetime.now().time()):  # local on purpose
            self._show(group)
        self._arm()

    def _show(self, group: tuple[Notice, ...]) -> None:
        if self._capabilities is not None:
            self._send(group)
            return
        self._listen()
        self._bus.call(_DAEMON, "GetCapabilities", answered=lambda reply: self._can(reply, group))

    def _listen(self) -> None:
        if self._bus.is_open or not self._bus.open():
            return
        self._bus.subscribe(MatchRule(type="signal", sender=_NAME, interface=_NAME))
        owner = MatchRule(type="signal", sender="org.freedesktop.DBus", member="NameOwnerChanged")
        owner.add_arg_condition(0, _NAME)
        self._bus.subscribe(owner)

    def _can(self, reply: Message | None, group: tuple[Notice, ...]) -> None:
        told: list[Any] = value(reply, [])
        if reply is None or not reply.body or not isinstance(reply.body[0], list):
            self._fall_back(group)
            return
        self._capabilities = frozenset(word for word in told if isinstance(word, str))
        self._send(group)

    def _send(self, group: tuple[Notice, ...]) -> None:
        key = group[0].source if len(group) == 1 else _SUMMARY
        self._bus.call(
            _DAEMON,
            "Notify",
            "susssasa{sv}i",
            self._arguments(group, self._ids.get(key, 0), self._capabilities or frozenset()),
            lambda reply: self._sent(reply, key, group),
        )

    def _arguments(self, group: tuple[Notice, ...], replaces: int, can: frozenset[str]) -> tuple[Any, ...]:
        text = text_of(group, with_host=self.with_host)
        body = _escaped(text.body) if "body-markup" in can else text.body
        hints = {
            "urgency": ("y", int(_urgency(group))),
            "desktop-entry": ("s", APPLICATION_ID),
            "category": ("s", _CATEGORIES.get(group[0].kind, "device")),
        }
        actions = self._actions(group) if "actions" in can else []
        return (APPLICATION, replaces, APPLICATION_ID, text.title, body, actions, hints, _DEFAULT_EXPIRY)

    def _actions(self, group: tuple[Notice, ...]) -> list[str]:
        """Key and label in turn; "default" is the click on the popup itself."""
        offered = group[0].actions if len(group) == 1 else (NoticeAction.OPEN,)
        pairs = [("default", action_text(NoticeAction.OPEN))]
        pairs += [(action.value, action_text(action)) for action in offered]
        return [text for pair in pairs for text in pair]

    def _sent(self, reply: Message | None, key: str, group: tuple[Notice, ...]) -> None:
        number = value(reply, 0)
        if not number or reply is None:
            self._forget()  # another one may serve next time, with other capabilities
            self._fall_back(group)
            return
        self._daemon = str(reply.header.fields.get(HeaderFields.sender, ""))
        self._ids[key] = number

    def _fall_back(self, group: tuple[Notice, ...]) -> None:
        if self.fallback is not None:
            text = text_of(group, with_host=self.with_host)
            self.fallback(text.title, text.body, _urgency(group))

    @Slot()
    def _forget(self) -> None:
        """The service went, or another one took its place: its ids mean nothing any more."""
        self._capabilities = None
        self._ids.clear()
        self._tokens.clear()
        self._daemon = ""

    @Slot(object)
    def _heard(self, message: Message) -> None:
        if is_from(message, "org.freedesktop.DBus", "NameOwnerChanged"):
            self._forget()
        # Anybody can send a signal to this connection: only the service that showed the popup counts.
        elif self._daemon and message.header.fields.get(HeaderFields.sender) == self._daemon:
            self._answered(message)

    def _answered(self, message: Message) -> None:
        number = message.body[0] if message.body else 0
        source = next((key for key, known in self._ids.items() if known == number), None)
        if source is None:
            return
        if is_from(message, _NAME, "ActivationToken"):
            self._tokens = {number: str(message.body[1])}
        elif is_from(message, _NAME, "NotificationClosed"):
            del self._ids[source]
        elif is_from(message, _NAME, "ActionInvoked"):
            action = _action(str(message.body[1]))
            if action is not None:
                self.actionInvoked.emit(source, action.value, self._tokens.pop(number, ""))


def _escaped(text: str) -> str:
    import html  # 2 ms, and most sessions have no notice

    return html.escape(text, quote=False)


def _urgency(group: tuple[Notice, ...]) -> Urgency:
    return max(notice.urgency for notice in group)


def _action(key: str) -> NoticeAction | None:
    if key == "default":
        return NoticeAction.OPEN
    return NoticeAction(key) if key in set(NoticeAction) else None
