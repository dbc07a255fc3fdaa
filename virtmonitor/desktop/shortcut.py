"""A keyboard shortcut of the whole desktop that shows the popup, by the portal for global shortcuts where there is one.

The desktop asks the person which keys, so it is only asked for when the settings want it. Elsewhere the desktop's own
settings can run `virtmonitor --toggle`.
Source: XDG Desktop Portal, org.freedesktop.portal.GlobalShortcuts and org.freedesktop.host.portal.Registry.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any, Final

from jeepney import Message
from jeepney.low_level import HeaderFields
from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from virtmonitor.core.paths import APPLICATION_ID
from virtmonitor.dbus.busaddress import session_address
from virtmonitor.dbus.busclient import BusClient, error_text, is_from
from virtmonitor.desktop.portal import REQUEST, portal, telling
from virtmonitor.desktop.settings import Settings

Answer = Callable[[dict[str, Any]], object]
"""Takes the results of a request that was done."""

log = logging.getLogger("virtmonitor.shortcut")

_INTERFACE: Final = "org.freedesktop.portal.GlobalShortcuts"
_SHORTCUTS: Final = portal(_INTERFACE)
_REGISTRY: Final = portal("org.freedesktop.host.portal.Registry")
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
        self._requests: list[Answer] = []  # what the answer to each is for
        self._wanted = self._just_wanted = self._applied = False
        settings.changed.connect(self._settings_changed)

    def apply(self) -> None:
        """At the start of the program: ask for it where the settings want it."""
        self._applied = True
        self._follow()

    @Slot()
    def _settings_changed(self) -> None:
        self._just_wanted = self._applied
        self._follow()

    def _follow(self) -> None:
        """Ask for it or give it back, when that is another wish than before: who refused is not asked again."""
        wanted = self._settings.record.desktop.shortcut
        if wanted == self._wanted:
            return
        self._wanted = wanted
        if not wanted:
            self.close()
        elif self._bus.open():
            self._subscribe()
            # Tells the portal who asks, for its dialog; older ones find out by themselves or do without.
            self._bus.call(_REGISTRY, "Register", "sa{sv}", (APPLICATION_ID, {}), self._registered)

    def close(self) -> None:
        """Give it back: a session ends with the connection at the latest."""
        self._session = ""
        self._bus.close()

    def _subscribe(self) -> None:
        for interface, member in ((REQUEST, "Response"), (_INTERFACE, "Activated")):
            self._bus.subscribe(telling(interface, member))

    def _registered(self, _reply: Message | None) -> None:
        options = self._request(self._has_session) | {"session_handle_token": ("s", "virtmonitor")}
        self._bus.call(_SHORTCUTS, "CreateSession", "a{sv}", (options,), self._asked)

    def _has_session(self, results: dict[str, Any]) -> None:
        self._session = str(results.get("session_handle", ("s", ""))[1])
        body = (self._session, self._request(self._listed))
        self._bus.call(_SHORTCUTS, "ListShortcuts", "oa{sv}", body, self._asked)

    def _listed(self, results: dict[str, Any]) -> None:
        """Plasma opens its settings each time one asks (seen with 6.3), also where it knows the shortcut already.

        Who takes the keys away there means it, until the wish is new.
        """
        about = _shortcuts(results).get(_TOGGLE)
        keys = about.get("trigger_description", ("s", ""))[1] if about is not None else ""
        if about is None or (self._just_wanted and not keys):
            self._bind()

    def _bind(self) -> None:
        text = QCoreApplication.translate("shortcut", "Show the virtual machines")
        # GNOME's dialog shows one without keys as switched off, and leaves it so for whoever just agrees.
        about = {"description": ("s", text), "preferred_trigger": ("s", "CTRL+ALT+v")}
        body = (self._session, [(_TOGGLE, about)], "", self._request(lambda _results: None))
        self._bus.call(_SHORTCUTS, "BindShortcuts", "oa(sa{sv})sa{sv}", body, self._asked)

    def _request(self, answer: Answer) -> dict[str, Any]:
        """The options of a request whose response goes to `answer`."""
        self._requests.append(answer)
        return {"handle_token": ("s", f"virtmonitor{len(self._requests)}")}

    def _asked(self, reply: Message | None) -> None:
        if told := error_text(reply):
            log.info("there is no shortcut of the desktop: %s", told)
            self.close()

    @Slot(object)
    def _heard(self, message: Message) -> None:
        if is_from(message, REQUEST, "Response"):
            self._answered(message.header.fields.get(HeaderFields.path, ""), *message.body)
        elif is_from(message, _INTERFACE, "Activated"):
            session, name, _time, options = message.body
            if session == self._session and name == _TOGGLE:
                token = options.get("activation_token", ("s", ""))[1]
                self.pressed.emit(token if isinstance(token, str) else "")

    def _answered(self, path: str, code: int, results: dict[str, Any]) -> None:
        number = path.rpartition("/virtmonitor")[2]
        if not number.isdecimal() or not 0 < int(number) <= len(self._requests):
            return
        # GNOME 48 answers "ended in another way" when it has bound what it lists (seen).
        if code == 0 or _TOGGLE in _shortcuts(results):
            self._requests[int(number) - 1](results)
        else:
            self.close()  # the person wants none


def _shortcuts(results: dict[str, Any]) -> dict[str, Any]:
    """By name, what the desktop tells of each."""
    return dict(results.get("shortcuts", ("", ()))[1])
