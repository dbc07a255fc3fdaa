"""Starts with the session when the person says so, and stops when the person says so. Never by itself.

In a sandbox (Flatpak) the file would be in the sandbox's own home: there the portal for the background is asked.
Source: XDG Desktop Portal, org.freedesktop.portal.Background.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Final

from jeepney import Message
from jeepney.low_level import HeaderFields
from PySide6.QtCore import QCoreApplication, QObject, Slot

from virtmonitor.core.errors import VirtmonitorError
from virtmonitor.core.paths import APPLICATION
from virtmonitor.dbus.busaddress import session_address
from virtmonitor.dbus.busclient import BusClient, error_text, is_from
from virtmonitor.desktop import autostart
from virtmonitor.desktop.portal import REQUEST, portal, telling
from virtmonitor.desktop.settings import Settings

_PORTAL: Final = portal("org.freedesktop.portal.Background")
_HANDLE: Final = "virtmonitor_background"
SANDBOX: Final = Path("/.flatpak-info")
"""Flatpak's mark, in every sandbox of its."""


class Consent(QObject):
    """Follows the setting desktop.autostart: only its change writes, removes or asks. GUI thread only.

    `memory` is a file that remembers what was done last: so a change that was made while the program did not run
    counts too, and what the person then changed with the desktop's own means stays.
    """

    def __init__(
        self,
        settings: Settings,
        memory: Path | None = None,
        sandbox: Path = SANDBOX,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings, self._memory, self._sandbox = settings, memory, sandbox
        self._done = memory is not None and memory.exists()
        self._bus: BusClient | None = None
        settings.changed.connect(self.apply)

    def close(self) -> None:
        """Follow no more."""
        if self._bus is not None:
            self._bus.close()

    @Slot()
    def apply(self) -> None:
        """Do as the settings want it, unless that was done already."""
        wanted = self._settings.record.desktop.autostart
        if wanted == self._done:
            return
        self._done = wanted
        self._remember()
        if self._sandbox.exists():
            self._ask_portal(wanted)
            return
        try:
            autostart.set_enabled(wanted)
        except VirtmonitorError as error:
            self._settings.failed.emit(str(error))

    def _remember(self) -> None:
        if self._memory is None:
            return
        with contextlib.suppress(OSError):  # then it is done once more at the next start
            if self._done:
                self._memory.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                self._memory.touch()
            else:
                self._memory.unlink(missing_ok=True)

    def _ask_portal(self, wanted: bool) -> None:
        if self._bus is None:
            self._bus = BusClient(session_address(), self)
            self._bus.signalReceived.connect(self._heard)
            self._bus.subscribe(telling(REQUEST, "Response"))
        reason = QCoreApplication.translate("autostart", "To show the virtual machines in the tray")
        options = {
            "handle_token": ("s", _HANDLE),
            "reason": ("s", reason),
            "autostart": ("b", wanted),
            "commandline": ("as", [APPLICATION, "--minimized"]),
            "dbus-activatable": ("b", False),
        }
        self._bus.call(_PORTAL, "RequestBackground", "sa{sv}", ("", options), self._answered)

    def _answered(self, reply: Message | None) -> None:
        if error_text(reply):
            self._refused()

    @Slot(object)
    def _heard(self, message: Message) -> None:
        """What came of it: the desktop may ask the person first, or not let any program start by itself."""
        path = str(message.header.fields.get(HeaderFields.path, ""))
        if is_from(message, REQUEST, "Response") and path.endswith(f"/{_HANDLE}"):
            code, results = message.body
            starts = code == 0 and bool(results.get("autostart", ("b", False))[1])
            if self._done and not starts:
                self._refused()

    def _refused(self) -> None:
        told = QCoreApplication.translate("autostart", "The desktop does not start programs of a sandbox.")
        self._settings.failed.emit(told)
