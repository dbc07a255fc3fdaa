"""The engine on the session bus, as the settings have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from virtmonitor.desktop.settings import Settings
from virtmonitor.engine.dataengine import DataEngine

if TYPE_CHECKING:
    from virtmonitor.dbus.enginebus import EngineBus


class Serving(QObject):
    """Starts and ends it when the settings change. GUI thread only."""

    def __init__(self, engine: DataEngine, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine, self._settings = engine, settings
        self._bus: EngineBus | None = None
        settings.changed.connect(self.apply)

    @Slot()
    def apply(self) -> None:
        """Serve, or not."""
        wanted = self._settings.record.dbus
        if not wanted.export:
            self.close()
        elif self._bus is not None:
            self._bus.set_allowed(wanted.allowed_operations)
        else:
            from virtmonitor.dbus.enginebus import EngineBus  # when the window is there, not before

            bus = EngineBus(self._engine, wanted.allowed_operations, parent=self)
            self._bus = bus if bus.start() else None

    @Slot()
    def close(self) -> None:
        """Leave the bus."""
        bus, self._bus = self._bus, None
        if bus is not None:
            bus.close()
            bus.deleteLater()
