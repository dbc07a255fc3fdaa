"""Connections that guests are asked through, apart from the one that everything else goes over.

Why apart: up to libvirt 10.2 two threads inside one connection lose each other's wake-ups (virNetClientIO
quits a main loop that the other thread has not entered yet). Measured with 9.0: while a call is stuck in a
guest that hangs, one call of twenty on the same connection waits 5 s for the next keepalive, and for ever
without one. And libvirtd serves only 5 calls of a client at once (`max_client_requests`). So a stuck call
keeps its connection to itself.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

import libvirt

from virtmonitor.hypervisor.handles import Handles

Another = Callable[[], libvirt.virConnect]


class Line:
    """One connection and its own objects of the domains. Used by one thread at a time."""

    def __init__(self, open_connection: Another, round_trip: float) -> None:
        self._open = open_connection
        self._round_trip = round_trip
        self._connection: libvirt.virConnect | None = None
        self._handles: Handles | None = None

    @property
    def is_open(self) -> bool:
        """False before the first use."""
        return self._connection is not None

    @property
    def connection(self) -> libvirt.virConnect:
        """The connection, opened now where it is not. Blocks; raises what opening raises."""
        if self._connection is None:
            self._connection = self._open()
            self._handles = Handles(self._connection)
        return self._connection

    def domains(self, uuids: Collection[str]) -> list[libvirt.virDomain]:
        """Those of the domains that are active. Blocks where one is new. Raises VirtmonitorError."""
        connection = self.connection
        handles = self._handles or Handles(connection)
        return list(handles.active(uuids, self._round_trip).values())

    def forget(self, uuid: str) -> None:
        """It stopped, started or was undefined."""
        if self._handles is not None:
            self._handles.forget(uuid)


class Lines:
    """The line to ask through now: one of its own where another connection can be had, else the main one."""

    def __init__(self, main: libvirt.virConnect, another: Another | None, round_trip: float) -> None:
        self._connection = main
        self._main = Line(lambda: main, round_trip)
        self._another = another
        self._round_trip = round_trip
        self._own: Line | None = None

    @property
    def apart(self) -> bool:
        """True when guests are asked through another connection than the main one."""
        return self._another is not None

    @property
    def current(self) -> Line:
        """The line to use now."""
        if self._another is None:
            return self._main
        if self._own is None:
            self._own = Line(self._another, self._round_trip)
        return self._own

    def lose(self) -> None:
        """A call is stuck on the current line: its thread keeps it, and closes it by letting go."""
        self._own = None

    def share(self) -> None:
        """No other connection can be had: from now on the main one is used."""
        self._another = self._own = None

    def forget(self, uuid: str) -> None:
        """It stopped, started or was undefined."""
        for line in (self._main, self._own):
            if line is not None:
                line.forget(uuid)

    def rest(self) -> None:
        """Nobody looks: lets go of the domains, and of the other connection, which closes it."""
        self._own = None
        self._main = Line(lambda: self._connection, self._round_trip)
