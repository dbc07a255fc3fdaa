"""Starts with the session when the person says so, and stops when the person says so. Never by itself."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from virtmonitor.core.errors import VirtmonitorError
from virtmonitor.desktop import autostart
from virtmonitor.desktop.settings import Settings


class Consent(QObject):
    """Follows the setting desktop.autostart: only its change writes or removes the file. GUI thread only."""

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._wanted = settings.record.desktop.autostart
        settings.changed.connect(self._changed)

    @Slot()
    def _changed(self) -> None:
        wanted = self._settings.record.desktop.autostart
        if wanted == self._wanted:
            return
        self._wanted = wanted
        try:
            autostart.set_enabled(wanted)
        except VirtmonitorError as error:
            self._settings.failed.emit(str(error))
