"""The thread that samples one host, beside the one that reads it: a slow guest delays no event, and no other host.

It starts with the first request, sleeps while there is none, and is a daemon: one that hangs is left behind.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

import libvirt

from virtmonitor.core.errors import FailureKind, VirtmonitorError
from virtmonitor.core.sample import DomainSample, HostSample, Want
from virtmonitor.hypervisor.host import Connection
from virtmonitor.hypervisor.statistics import Sampler

log = logging.getLogger("virtmonitor.samplerthread")

RELEASE_SECONDS: Final = 2.0
"""How long the end of a connection waits for the sampler to let go of it."""

IDLE_SECONDS: Final = 60.0
"""How long after the last look the connection for samples is kept open."""


@dataclass(frozen=True, slots=True)
class SampleBatch:
    """What one tick of one host brought. `asked`: the domains it was about; one without a sample is not active."""

    host: str
    asked: frozenset[str]
    samples: tuple[DomainSample, ...] = ()
    of_host: HostSample | None = None


@dataclass(slots=True)
class _Request:
    wants: dict[str, Want] = field(default_factory=dict)
    of_host: bool = False
    memory: frozenset[str] | None = None
    forget: set[str] = field(default_factory=set)
    release: list[threading.Event] = field(default_factory=list)
    closing: bool = False
    idle: bool = False

    def __bool__(self) -> bool:
        return bool(self.wants or self.of_host or self.memory is not None or self.release or self.closing)


class SamplerThread:
    """Samples what is asked, the newest request for each domain. All methods return at once, but for `release`."""

    def __init__(
        self, host: str, connection: Callable[[], Connection | None], sink: Callable[[SampleBatch], object]
    ) -> None:
        self._host = host
        self._connection = connection
        self._sink = sink
        self._condition = threading.Condition(threading.RLock())
        self._request = _Request()
        self._thread: threading.Thread | None = None
        # Of the thread alone:
        self._sampled: Connection | None = None
        self._own: libvirt.virConnect | None = None
        self._sampler: Sampler | None = None
        self._memory: frozenset[str] = frozenset()

    def sample(self, wants: Mapping[str, Want], *, of_host: bool) -> None:
        """Sample these domains, and the host itself, once, as soon as the tick before is done."""
        with self._condition:
            for uuid, want in wants.items():
                self._request.wants[uuid] = self._request.wants.get(uuid, Want.NOTHING) | want
            self._request.of_host = self._request.of_host or of_host
            self._wake()

    def watch_memory(self, uuids: frozenset[str]) -> None:
        """The domains whose memory somebody looks at now: their guests are asked to tell it, all others no more."""
        with self._condition:
            self._request.memory = uuids
            self._wake()

    def forget(self, uuids: set[str]) -> None:
        """These started, stopped or changed: nothing that is kept of them holds."""
        with self._condition:
            if self._thread is not None:
                self._request.forget |= uuids

    def release(self, seconds: float = RELEASE_SECONDS) -> bool:
        """Let go of the connection, on its thread; waits at most `seconds`. False when it hangs in a call."""
        with self._condition:
            if self._thread is None:
                return True
            released = threading.Event()
            self._request.release.append(released)
            self._wake()
        return released.wait(seconds)

    def close(self) -> None:
        """End the thread when the call under way has returned."""
        with self._condition:
            self._request.closing = True
            if self._thread is not None:
                self._condition.notify()

    def _wake(self) -> None:
        if self._thread is None and not self._request.closing:
            self._thread = threading.Thread(target=self._run, name=f"sampler {self._host}", daemon=True)
            self._thread.start()
        self._condition.notify()

    # The thread's own.

    def _run(self) -> None:
        while True:
            request = self._take()
            if request.release or request.closing or request.idle:
                self._let_go()
                for released in request.release:
                    released.set()
            if request.closing:
                return
            if not request.idle:
                self._serve(request)

    def _take(self) -> _Request:
        with self._condition:
            while not self._request:
                if not self._condition.wait(IDLE_SECONDS if self._sampler else None):
                    return _Request(idle=True)  # what lets go may block, so not in here
            request, self._request = self._request, _Request(closing=self._request.closing)
            return request

    def _serve(self, request: _Request) -> None:
        connection = None if request.release else self._connection()
        if connection is None:
            self._memory = request.memory if request.memory is not None else self._memory
            return
        try:
            batch = self._answer(self._sampler_of(connection), request)
        except VirtmonitorError as error:
            # The reader hears of a lost connection by itself; a tick without numbers is what there is to tell.
            log.debug("%s: %s", self._host, error)
            self._let_go()
            self._memory = self._memory if request.memory is None else request.memory
            batch = SampleBatch(self._host, frozenset(request.wants))
        if (request.wants or request.of_host) and not self._request.closing:
            self._sink(batch)

    def _answer(self, sampler: Sampler, request: _Request) -> SampleBatch:
        for uuid in request.forget:
            sampler.forget(uuid)
        if request.memory is not None:
            self._change_memory(sampler, request.memory)
        samples = tuple(sampler.sample(request.wants)) if request.wants else ()
        of_host = sampler.sample_host() if request.of_host else None
        return SampleBatch(self._host, frozenset(request.wants), samples, of_host)

    def _sampler_of(self, connection: Connection) -> Sampler:
        """Samples go over a connection of their own: two threads inside one lose each other's wake-ups."""
        if self._sampler is None or connection is not self._sampled:
            self._let_go()
            self._sampled = connection
            self._sampler = self._made(connection)
            for uuid in self._memory:
                self._sampler.begin_memory(uuid)
        return self._sampler

    def _made(self, connection: Connection) -> Sampler:
        another = connection.another()
        try:
            self._own = another() if another else None
        except VirtmonitorError as error:
            if error.failure.kind is FailureKind.TIMEOUT:
                raise  # the host hangs: its reader's connection is not to be held up too
            log.info("%s: no connection of their own for samples: %s", self._host, error)
            another = None
        return Sampler(self._own or connection.conn, another)

    def _change_memory(self, sampler: Sampler, wanted: frozenset[str]) -> None:
        for uuid in wanted - self._memory:
            sampler.begin_memory(uuid)
        for uuid in self._memory - wanted:
            sampler.end_memory(uuid)
        self._memory = wanted

    def _let_go(self) -> None:
        sampler, self._sampler, self._sampled = self._sampler, None, None
        own, self._own = self._own, None
        try:
            if sampler is not None and (stuck := sampler.close()):
                log.info("%s: %d calls are stuck in guests that hang", self._host, stuck)
            if own is not None:
                own.close()
        except (VirtmonitorError, libvirt.libvirtError) as error:
            log.debug("%s: %s", self._host, error)  # lost already: there is nothing more to close
