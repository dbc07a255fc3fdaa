"""The engine for other programs: started by the session bus on demand, ended when nobody wants it any more."""

from __future__ import annotations

import argparse
import sys
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot

from virtmonitor.core.errors import Failure, FailureKind, VirtmonitorError
from virtmonitor.core.paths import settings_path
from virtmonitor.core.settings_file import load
from virtmonitor.dbus.enginebus import EngineBus
from virtmonitor.desktop.session import SystemSession
from virtmonitor.ending import end_now
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.signals import QuitSignals
from virtmonitor.hosts import chosen

IDLE: Final = 60_000
"""Milliseconds without a call, a look or a job after which it ends."""


def serve(options: argparse.Namespace) -> int:
    """`virtmonitor --serve`: without a screen. A virtmonitor with windows that is started takes its place."""
    settings = load(settings_path()).settings
    if not settings.dbus.export:
        text = "Other programs may not see the machines: the setting dbus.export is false."
        raise VirtmonitorError(Failure(FailureKind.RIGHTS, text))
    app = QCoreApplication(sys.argv[:1])
    signals = QuitSignals(app.quit)
    engine = DataEngine()
    engine.setKeepalive(settings.intervals.keepalive)
    session = SystemSession()
    # Connections are dead after a sleep, though nobody has noticed.
    session.woke.connect(engine.retryAll)
    session.networkBack.connect(engine.retryAll)
    bus = EngineBus(engine, settings.dbus.allowed_operations)
    bus.nameLost.connect(app.quit)
    idle = Idle(bus)
    served = bus.start(replaceable=True)
    if served:
        session.start()
        for host in chosen(options.uris, settings.hosts):
            engine.addHost(host, connect=host.autoconnect)
        app.exec()
    session.close()
    idle.close()
    bus.close()
    hanging = not engine.close()
    signals.close()
    if hanging:
        end_now(0)
    if not served:
        raise VirtmonitorError(Failure(FailureKind.CONNECTION, "There is no session bus."))
    return 0


class Idle(QObject):
    """Ends the program when nobody wants it any more."""

    def __init__(self, bus: EngineBus) -> None:
        super().__init__()
        self._bus = bus
        self._timer = QTimer(self, singleShot=True, interval=IDLE)
        self._timer.timeout.connect(self._look)
        bus.called.connect(self._timer.start)
        self._timer.start()

    def close(self) -> None:
        """It ends anyway."""
        self._timer.stop()

    @Slot()
    def _look(self) -> None:
        if self._bus.is_wanted:
            self._timer.start()
        else:
            QCoreApplication.quit()
