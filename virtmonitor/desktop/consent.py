"""Starts with the session when the person says so, and stops when the person says so. Never by itself.

In a sandbox (Flatpak) the file would be in the sandbox's own home: there the portal for the background is asked.
Source: XDG Desktop Portal, org.freedesktop.portal.Background.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from jeepney import DBusAddress, Message
from PySide6.QtCore import QCoreApplication, QObject, Slot

from virtmonitor.core.errors import VirtmonitorError
from virtmonitor.core.paths import APPLICATION
from virtmonitor.dbus.busaddress import session_address
from virtmonitor.dbus.busclient import BusClient, error_text
from virtmonitor.desktop import autostart
from virtmonitor.desktop.settings import Settings

_PORTAL: Final = DBusAddress(
    "/org/freedesktop/portal/desktop",
    "org.freedesktop.portal.Desktop",
    "org.freedesktop.portal.Background",
)
SANDBOX: Final = Path("/.flatpak-info")
"""Flatpak's mark, in every sandbox of its."""


class Consent(QObject):
    """Follows the setting desktop.autostart: only its change writes, removes or asks. GUI thread only."""

    def __init__(self, settings: Settings, sandbox: Path = SANDBOX, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings, self._sandbox = settings, sandbox
        self._wanted = settings.record.desktop.autostart
        self._bus: BusClient | None = None
        settings.changed.connect(self._changed)

    def close(self) -> None:
        """Follow no more."""
        if self._bus is not None:
            self._bus.close()

    @Slot()
    def _changed(self) -> None:
        wanted = self._settings.record.desktop.autostart
        if wanted == self._wanted:
            return
        self._wanted = wanted
        if self._sandbox.exists():
            self._ask_portal(wanted)
            return
        try:
            autostart.set_enabled(wanted)
        except VirtmonitorError as error:
            self._settings.failed.emit(str(error))

    def _ask_portal(self, wanted: bool) -> None:
        if self._bus is None:
            self._bus = BusClient(session_address(), self)
        reason = QCoreApplication.translate("autostart", "To show the virtual machines in the tray")
        options = {
            "reason": ("s", reason),
            "autostart": ("b", wanted),
            "commandline": ("as", [APPLICATION, "--minimized"]),
            "dbus-activatable": ("b", False),
        }
        self._bus.call(_PORTAL, "RequestBackground", "sa{sv}", ("", options), self._answered)

    def _answered(self, reply: Message | None) -> None:
        if error_text(reply):
            told = QCoreApplication.translate(
                "autostart", "The desktop does not start programs of a sandbox."
            )
            self._settings.failed.emit(told)
