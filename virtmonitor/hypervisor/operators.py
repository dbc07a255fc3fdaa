"""Threads that operate on one host, beside each other and beside its reader, each over a connection of its own.

Why of its own: in libvirt 9.0 two threads inside one connection lose each other's wake-ups, and libvirtd serves
only 5 calls of a client at once (max_client_requests) and then not even its keepalive: some saves at a time, or some
guests that hang, would make a healthy host look lost.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Final

import libvirt

from virtmonitor.core.connection import HostSettings
from virtmonitor.core.errors import Failure, FailureKind, VirtmonitorError
from virtmonitor.hypervisor.host import Connection

MAXIMUM_THREADS: Final = 16
"""Operations under way on one host at the same time; more wait their turn."""
LINGER_SECONDS: Final = 20.0
"""How long a thread and its connection stay for the next operation."""

Task = Callable[[Connection | Failure], object]
"""Gets the connection to use, or why there is none. Must not raise."""


class Operators:
    """Runs tasks. There is no thread before the first, and none a while after the last. Any thread may call.

    Threads are daemons: libvirt may hold one for minutes, and a program that ends must not wait for it.
    """

    def __init__(
        self,
        settings: HostSettings,
        main: Callable[[], Connection | None],
        maximum: int = MAXIMUM_THREADS,
        linger: float = LINGER_SECONDS,
    ) -> None:
        """`main` gives the connection of the host's reader: while there is none, nothing is tried."""
        self._settings = settings
        self._main = main
        self._maximum = maximum
        self._linger = linger
        self._condition = threading.Condition(threading.RLock())
        self._opening = threading.Lock()
        self._waiting: deque[Task] = deque()
        self._threads = 0
        self._idle = 0
        self._closing = False

    @property
    def threads(self) -> int:
        """How many threads there are now."""
        return self._threads

    @property
    def idle(self) -> int:
        """How many of them have nothing to do."""
        return self._idle

    def submit(self, task: Task) -> None:
        """Run it soon."""
        with self._condition:
            self._waiting.append(task)
            if len(self._waiting) <= self._idle:
                self._condition.notify()
            elif self._threads < self._maximum:
                self._threads += 1
                name = f"operator {self._settings.name}"
                threading.Thread(target=self._work, name=name, daemon=True).start()

    def close(self) -> None:
        """Let the threads end; what still waits is told that there is no connection."""
        with self._condition:
            self._closing = True
            self._condition.notify_all()

    def _work(self) -> None:
        own: Connection | None = None
        while (task := self._next()) is not None:
            own = self._usable(own)
            task(own or self._main_or_why())
        _close(own)

    def _next(self) -> Task | None:
        with self._condition:
            self._idle += 1
            self._condition.wait_for(lambda: self._waiting or self._closing, self._linger)
            self._idle -= 1
            if self._waiting:
                return self._waiting.popleft()
            self._threads -= 1
            return None

    def _usable(self, own: Connection | None) -> Connection | None:
        """This thread's connection, opened now if need be; None where the main one is to be used."""
        if own is not None and self._main() is not None and _alive(own):
            return own
        _close(own)
        main = self._main()
        if self._closing or main is None:
            return None
        with self._opening, suppress(VirtmonitorError):  # one at a time: sshd drops who come in a crowd
            return self._wanted(main.sibling())
        return None

    def _wanted(self, opened: Connection) -> Connection | None:
        """None, and closed, when the host was removed while it was opened: nothing is done there any more."""
        if self._closing:
            opened.close()
            return None
        return opened

    def _main_or_why(self) -> Connection | Failure:
        connection = None if self._closing else self._main()
        lost = Failure(FailureKind.CONNECTION, f"There is no connection to {self._settings.name}.")
        return connection or lost


def _alive(connection: Connection) -> bool:
    with suppress(libvirt.libvirtError):
        return bool(connection.conn.isAlive())
    return False


def _close(connection: Connection | None) -> None:
    if connection is not None:
        connection.close()
