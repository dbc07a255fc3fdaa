"""What a host's reader is asked to do: put in by any thread, taken out by the reader, merged in between."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

import libvirt

from virtmonitor.core.events import EventKind, EventRecord

MAXIMUM_EVENTS: Final = 10_000
"""Events kept until the reader comes to them; of more, only the domains are remembered, and re-read."""

_STATES: Final = frozenset({"suspended", "resumed", "shutdown", "pmsuspended", "crashed"})
"""Lifecycle events after which nothing but the state is another: no flag, and nothing in the XML."""

Done = Callable[[], object]


@dataclass(slots=True)
class Work:
    """All that was asked since the last time: a storm of events about one domain is one re-read.

    Attributes:
        uuids, everything: domains to read again; `states`: those of which only the state is to be read;
            `domains`: as their newest event had them, which saves a look-up.
        check: list all, and read again where the list differs from what is known.
        lost: why the connection was lost; `retry`, `authenticate`: somebody wants one now.
        look: nothing but to wake up.
    """

    uuids: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    domains: dict[str, libvirt.virDomain] = field(default_factory=dict)
    events: list[EventRecord] = field(default_factory=list)
    lost_events: int = 0
    everything: bool = False
    check: bool = False
    done: list[Done] = field(default_factory=list)
    lost: str | None = None
    retry: bool = False
    authenticate: bool = False
    look: bool = False
    closing: bool = False

    @property
    def urgent(self) -> bool:
        """There is more to do than to read again what events named."""
        return bool(
            self.everything
            or self.done
            or self.lost is not None
            or self.retry
            or self.authenticate
            or self.closing
        )

    def __bool__(self) -> bool:
        reads = self.uuids or self.states or self.everything or self.check or self.done
        return bool(
            reads or self.lost is not None or self.retry or self.authenticate or self.look or self.closing
        )


def _is_state(event: EventRecord) -> bool:
    return event.kind is EventKind.LIFECYCLE and event.detail in _STATES


class Mailbox:
    """Thread-safe. Once `close` was called every `take` answers at once, with `closing` set.

    The condition's lock is re-entrant: the garbage collector may close a connection while it is held.
    """

    def __init__(self) -> None:
        self._condition = threading.Condition(threading.RLock())
        self._work = Work()

    def hear(self, event: EventRecord, domain: libvirt.virDomain | None = None) -> None:
        """An event came: its domain is to be read again."""
        with self._condition:
            work = self._work
            if not work:
                self._condition.notify()  # later ones come along when it is taken
            (work.states if _is_state(event) else work.uuids).add(event.uuid)
            if domain is not None:
                work.domains[event.uuid] = domain
            if len(work.events) < MAXIMUM_EVENTS:
                work.events.append(event)
            else:
                work.lost_events += 1

    def let_go(self) -> None:
        """Hold no object of the connection any more, so that it can be closed."""
        with self._condition:
            domains, self._work.domains = self._work.domains, {}
        domains.clear()

    def refresh(self, uuid: str | None = None, done: Done | None = None) -> None:
        """Read one domain again, or all; `done` is called, on the reader's thread, when it was published."""
        with self._condition:
            if uuid is None:
                self._work.everything = True
            else:
                self._work.uuids.add(uuid)
            if done is not None:
                self._work.done.append(done)
            self._condition.notify()

    def lose(self, reason: str) -> None:
        """The connection was lost."""
        with self._condition:
            self._work.lost = reason
            self._condition.notify()

    def retry(self) -> None:
        """Somebody wants a connection now: do not wait for the next try."""
        with self._condition:
            self._work.retry = True
            self._condition.notify()

    def authenticate(self) -> None:
        """Somebody wants to give a password: connect anew, asking."""
        with self._condition:
            self._work.authenticate = True
            self._condition.notify()

    def look(self) -> None:
        """Who looks at this host is another now: the reader's waiting may have to be another too."""
        with self._condition:
            self._work.look = True
            self._condition.notify()

    def close(self) -> None:
        """Nothing more is to be done."""
        with self._condition:
            self._work.closing = True
            self._condition.notify()

    @property
    def closing(self) -> bool:
        """True once `close` was called."""
        return self._work.closing

    def gather(self, seconds: float) -> None:
        """Let events come together for so long; at once over when there is anything else to do."""
        until = time.monotonic() + seconds
        with self._condition:
            while not self._work.urgent and (left := until - time.monotonic()) > 0:
                self._condition.wait(left)

    def take(self, seconds: float | None = None) -> Work:
        """What was asked, waiting for it at most `seconds` (None: for ever; 0: not at all)."""
        with self._condition:
            if not self._work:
                self._condition.wait(seconds)
            work, self._work = self._work, Work(closing=self._work.closing)
            return work
