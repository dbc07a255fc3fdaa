"""The session manager of this desktop, whichever it has; none has been found where logging out asks nobody."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Slot

from virtmonitor.desktop.consent import SANDBOX
from virtmonitor.desktop.display import session_manager
from virtmonitor.desktop.gnomesession import GnomeSession
from virtmonitor.desktop.portalsession import PortalSession
from virtmonitor.desktop.sessionwaiter import SessionWaiter
from virtmonitor.desktop.xsmp import Xsmp


class SessionManager(SessionWaiter):
    """The first that answers: in a sandbox the portal, GNOME's, that of X. GUI thread only."""

    def __init__(
        self,
        address: str | None = None,
        bus: str | None = None,
        parent: QObject | None = None,
        *,
        sandbox: Path | None = None,
    ) -> None:
        """`address`: of the X one, by default what `take_session_manager` took; `bus`: the session bus.

        `sandbox`: the file that marks one, by default Flatpak's.
        """
        super().__init__(parent)
        self._sandbox = sandbox or SANDBOX
        self._portal = PortalSession(bus, self)
        self._gnome = GnomeSession(bus, self)
        self._xsmp = Xsmp(session_manager() if address is None else address, self)
        self._waiter: SessionWaiter | None = None
        self._asking = self._open = False
        for one in (self._portal, self._gnome, self._xsmp):
            one.mayAsk.connect(self.mayAsk)
            one.ending.connect(self.ending)
            one.stays.connect(self.stays)
            one.over.connect(self.over)
            one.lost.connect(self._lost)
            one.wanted = self._why

    def open(self) -> None:
        """Register with one."""
        self._open = True
        if self._waiter is None and not self._asking:
            self._asking = True
            if self._sandbox.exists():
                self._portal.open(self._portal_answered)
            else:
                self._gnome.open(self._gnome_answered)

    def close(self) -> None:
        """Leave it."""
        self._open = False
        waiter, self._waiter = self._waiter, None
        if waiter is not None:
            waiter.close()

    @property
    def is_registered(self) -> bool:
        """True while there is one that would wait."""
        return self._waiter is not None and self._waiter.is_registered

    @property
    def may_stay(self) -> bool:
        """As `can_stay`, of the one that there is."""
        return self._waiter is not None and self._waiter.can_stay

    def release(self) -> None:
        """The session may end."""
        if self._waiter is not None:
            self._waiter.release()

    def stay(self) -> None:
        """It shall not."""
        if self._waiter is not None:
            self._waiter.stay()

    def _portal_answered(self, registered: bool) -> None:
        if registered and self._open:
            self._asking = False
            self._waiter = self._portal
        else:
            self._portal.close()
            self._gnome.open(self._gnome_answered)

    def _gnome_answered(self, registered: bool) -> None:
        self._asking = False
        if not self._open:
            self._gnome.close()
        elif registered:
            self._waiter = self._gnome
        elif self._xsmp.open():
            self._waiter = self._xsmp

    def _why(self) -> str:
        return self.wanted()

    @Slot()
    def _lost(self) -> None:
        """It is not looked for again: it goes with its session."""
        self._waiter = None
        self.lost.emit()
