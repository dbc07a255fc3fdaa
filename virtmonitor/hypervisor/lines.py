"""Connections that statistics go over, apart from those of everything else, and left behind where a guest
hangs.

Why apart: in libvirt 9.0 two threads inside one connection lose each other's wake-ups (virNetClientIO quits a
main loop that the other thread has not entered yet; later releases were not tried). Measured: while a call is
stuck in a guest that hangs, one call of twenty on the same connection waits 5 s for the next keepalive, and
for ever without one. And libvirtd serves only 5 calls of a client at once (`max_client_requests`). So a stuck
call keeps its connection.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

import libvirt

from virtmonitor.core.errors import FailureKind, VirtmonitorError
from virtmonitor.hypervisor.handles import Handles

Another = Callable[[], libvirt.virConnect]


class Line:
    """One connection and its own objects of the domains. Used by one thread at a time."""

    def __init__(self, connection: libvirt.virConnect, round_trip: float) -> None:
        self.connection = connection
        self._handles = Handles(connection)
        self._round_trip = round_trip

    def active(self, uuids: Collection[str]) -> dict[str, libvirt.virDomain]:
        """Those of the domains that are active, by UUID. Blocks where one is new. Raises VirtmonitorError."""
        return self._handles.active(uuids, self._round_trip)

    def forget(self, uuid: str) -> None:
        """It stopped, started or was undefined."""
        self._handles.forget(uuid)

    def clear(self) -> None:
        """Lets go of the domains, so that the connection can be closed."""
        self._handles.clear()


class Lines:
    """The line to use now: the first connection until a call is stuck on it, then another. One thread."""

    def __init__(self, first: libvirt.virConnect, another: Another | None, round_trip: float) -> None:
        self._first = Line(first, round_trip)
        self._another = another
        self._round_trip = round_trip
        self._current: Line | None = self._first

    @property
    def apart(self) -> bool:
        """True when a stuck call can keep its connection, for another can be had."""
        return self._another is not None

    @property
    def current(self) -> Line:
        """The line to use now.

        Blocks where another connection is opened; where that fails the first has to do. Raises VirtmonitorError
        (TIMEOUT) when the host does not answer.
        """
        if self._current is None:
            self._current = self._opened()
        return self._current

    def _opened(self) -> Line:
        try:
            connection = self._another() if self._another else None
        except libvirt.libvirtError:
            connection = None
        except VirtmonitorError as error:
            if error.failure.kind is FailureKind.TIMEOUT:
                raise
            connection = None
        if connection is None:
            self._another = None
            return self._first
        return Line(connection, self._round_trip)

    def lose(self) -> None:
        """A call is stuck on the current line: its thread keeps it, and closes it by letting go."""
        if self._another is not None:
            self._current = None

    def rest(self) -> None:
        """Lets go of the domains, and of a connection that was opened here, which closes it."""
        self._first.clear()
        if self._current is not self._first:
            self._current = None
