"""Sleep, wake-up, shutdown and network, as Qt signals; all of it silent where nobody tells.

The end of the session alone is told by its manager (sessionmanager), or comes as SIGTERM or SIGHUP (engine.signals);
nothing of ours waits to be saved then, as settings and journal are on the disk at each change.

Sources: org.freedesktop.login1(5), "Inhibitor Locks"; NetworkManager's StateChanged; org.freedesktop.network1(5).
"""

from __future__ import annotations

import contextlib
from typing import Final

from jeepney import DBusAddress, MatchRule, Message
from jeepney.fds import FileDescriptor, NoFDError
from PySide6.QtCore import QObject, Signal, Slot

from virtmonitor.dbus.busaddress import system_address
from virtmonitor.dbus.busclient import BusClient, is_from

_LOGIND: Final = "org.freedesktop.login1"
_MANAGER: Final = DBusAddress("/org/freedesktop/login1", _LOGIND, f"{_LOGIND}.Manager")
_NETWORK_MANAGER: Final = "org.freedesktop.NetworkManager"
_NM_CONNECTED_LOCAL: Final = 50  # NMState: 50 local, 60 site, 70 global
_NETWORKD: Final = "org.freedesktop.network1"
_PROPERTIES: Final = "org.freedesktop.DBus.Properties"


class SystemSession(QObject):
    """What the computer is about to do. GUI thread only; needs the system bus, and is quiet without one.

    Signals:
        sleeping: the computer is about to sleep. Who holds it calls `release` when done; logind waits
            InhibitDelayMaxSec (5 s by default) at most.
        woke: it sleeps no more: connections are dead, though nobody has noticed.
        shuttingDown: it is about to shut down; as `sleeping`.
        networkBack: there is a network again: a hint to try to connect now.
    """

    sleeping = Signal()
    woke = Signal()
    shuttingDown = Signal()
    networkBack = Signal()

    def __init__(self, address: str | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = BusClient(system_address() if address is None else address, self)
        self._bus.signalReceived.connect(self._heard)
        self._why = ""
        self._lock: FileDescriptor | None = None

    @property
    def is_held(self) -> bool:
        """True while logind waits for us."""
        return self._lock is not None

    def start(self) -> bool:
        """Listen; False where there is no system bus."""
        if not self._bus.open():
            return False
        for member in ("PrepareForSleep", "PrepareForShutdown"):
            self._bus.subscribe(
                MatchRule(type="signal", sender=_LOGIND, interface=f"{_LOGIND}.Manager", member=member)
            )
        self._bus.subscribe(
            MatchRule(
                type="signal", sender=_NETWORK_MANAGER, interface=_NETWORK_MANAGER, member="StateChanged"
            )
        )
        self._bus.subscribe(
            MatchRule(
                type="signal", sender=_NETWORKD, interface=_PROPERTIES, path="/org/freedesktop/network1"
            )
        )
        return True

    def hold(self, why: str) -> None:
        """Have sleep and shutdown wait for `release`, now and after each wake-up. `why`: shown to people."""
        self._why = why
        self._inhibit()

    def release(self, *, for_good: bool = False) -> None:
        """Let the computer go on; `for_good`: do not hold it again after the wake-up."""
        if for_good:
            self._why = ""
        lock, self._lock = self._lock, None
        if lock is not None:
            lock.close()

    def close(self) -> None:
        """Hold nothing, hear nothing."""
        self.release(for_good=True)
        self._bus.close()

    def _inhibit(self) -> None:
        if self._why and self._lock is None:
            arguments = ("sleep:shutdown", "virtmonitor", self._why, "delay")
            self._bus.call(_MANAGER, "Inhibit", "ssss", arguments, self._inhibited)

    def _inhibited(self, reply: Message | None) -> None:
        lock = reply.body[0] if reply is not None and reply.body else None
        if not isinstance(lock, FileDescriptor):
            return  # not allowed, or no logind: the computer sleeps when it wants to
        if self._why and self._lock is None:
            self._lock = lock
        else:
            with contextlib.suppress(NoFDError):
                lock.close()

    @Slot(object)
    def _heard(self, message: Message) -> None:
        first = message.body[0] if message.body else None
        if is_from(message, _MANAGER.interface, "PrepareForSleep"):
            if first is True:
                self.sleeping.emit()
            else:
                self._inhibit()
                self.woke.emit()
        elif is_from(message, _MANAGER.interface, "PrepareForShutdown"):
            if first is True:
                self.shuttingDown.emit()
        elif is_from(message, _NETWORK_MANAGER, "StateChanged"):
            if isinstance(first, int) and first >= _NM_CONNECTED_LOCAL:
                self.networkBack.emit()
        elif first == f"{_NETWORKD}.Manager" and _is_online(message):
            self.networkBack.emit()


def _is_online(message: Message) -> bool:
    """networkd says so in its Manager's OnlineState."""
    changed = message.body[1] if len(message.body) > 1 and isinstance(message.body[1], dict) else {}
    state = changed.get("OnlineState", ("s", ""))
    return bool(state[1] in ("online", "partial"))
