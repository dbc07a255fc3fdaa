"""The thread that asks the guests of one host for what they tell of themselves: slow, so apart from the statistics.

It lives while there are guests to ask, with a connection of its own, and is a daemon: one that hangs is left behind.
"""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

import libvirt

from virtmonitor.core.errors import VirtmonitorError
from virtmonitor.core.guest import GuestFacts
from virtmonitor.hypervisor.guestfacts import GuestReader
from virtmonitor.hypervisor.host import Connection

log = logging.getLogger("virtmonitor.gueststhread")

RELEASE_SECONDS: Final = 2.0


@dataclass(frozen=True, slots=True)
class GuestBatch:
    """What one guest told; None when it does not run or did not answer."""

    host: str
    uuid: str
    facts: GuestFacts | None


class GuestsThread:
    """Asks each guest that it is told to, once, one after the other. All methods return at once, but `release`."""

    def __init__(
        self, host: str, connection: Callable[[], Connection | None], sink: Callable[[GuestBatch], object]
    ) -> None:
        self._host = host
        self._connection = connection
        self._sink = sink
        self._lock = threading.RLock()
        self._waiting: dict[str, None] = {}
        self._thread: threading.Thread | None = None
        self._closed = False

    def ask(self, uuids: Iterable[str]) -> None:
        """Ask these guests soon; one that waits already is asked once."""
        with self._lock:
            self._waiting.update(dict.fromkeys(uuids))
            if self._thread is None and self._waiting and not self._closed:
                self._thread = threading.Thread(target=self._run, name=f"guests {self._host}", daemon=True)
                self._thread.start()

    def release(self, seconds: float = RELEASE_SECONDS) -> None:
        """Ask no more for now, and let go of the connection; waits at most `seconds` for the guest that is asked."""
        with self._lock:
            self._waiting.clear()
            thread = self._thread
        if thread is not None and thread is not threading.current_thread():
            thread.join(seconds)

    def close(self) -> None:
        """Say nothing any more, and end when the call under way has returned."""
        with self._lock:
            self._closed = True
            self._waiting.clear()

    def _run(self) -> None:
        connection = self._connection()
        own: libvirt.virConnect | None = None
        try:
            if connection is not None:
                another = connection.another()
                own = another() if another else None
                self._ask_all(GuestReader(own or connection.conn, another))
        except VirtmonitorError as error:
            # The reader hears of a lost connection by itself; guests are asked again at their next turn.
            log.debug("%s: %s", self._host, error)
        finally:
            with self._lock:
                self._thread = None
                self._waiting.clear()
            if own is not None:
                with contextlib.suppress(libvirt.libvirtError):
                    own.close()

    def _ask_all(self, reader: GuestReader) -> None:
        while (uuid := self._next()) is not None:
            facts = reader.read(uuid)
            if not self._closed:
                self._sink(GuestBatch(self._host, uuid, facts))
        reader.rest()

    def _next(self) -> str | None:
        with self._lock:
            uuid = next(iter(self._waiting), None)
            if uuid is not None:
                del self._waiting[uuid]
            return uuid
