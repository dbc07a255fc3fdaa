"""Opening a connection with a deadline: nothing in libvirt ends an opening that is not answered.

Keepalive begins when the connection stands. A host that takes the call and then falls silent, as one does whose cable
is pulled, holds the thread that opens for a quarter of an hour, or for ever.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Final, Generic, Protocol, TypeVar

from virtmonitor.core.errors import Failure, FailureKind, VirtmonitorError

OPENING_SECONDS: Final = 60.0
"""Seconds after which an opening that does not return is given up."""


class Closable(Protocol):
    """What is opened."""

    def close(self) -> object:
        """Close it."""


T = TypeVar("T", bound=Closable)


def opened_within(seconds: float, name: str, opening: Callable[[], T]) -> T:
    """What `opening` gives, called on a thread of its own that is left behind when it takes too long.

    What comes after that is closed. `name` is the host's. Raises what `opening` raises as VirtmonitorError, and
    VirtmonitorError (TIMEOUT) when the time is over.
    """
    return _Opening(name, opening).result(seconds)


class _Opening(Generic[T]):
    def __init__(self, name: str, opening: Callable[[], T]) -> None:
        self._name = name
        self._opening = opening
        self._lock = threading.Lock()
        self._ended = threading.Event()
        self._given_up = False
        self._opened: T | None = None
        self._error: VirtmonitorError | None = None
        threading.Thread(target=self._run, name=f"opening {name}", daemon=True).start()

    def result(self, seconds: float) -> T:
        self._ended.wait(seconds)
        with self._lock:
            opened, self._opened = self._opened, None
            self._given_up = opened is None
        if opened is not None:
            return opened
        raise self._error or VirtmonitorError(Failure(FailureKind.TIMEOUT, f"{self._name} does not answer."))

    def _run(self) -> None:
        late = None
        try:
            late = self._opening()
        except VirtmonitorError as error:
            self._error = error.with_traceback(None)  # it would keep what it passed through
        finally:
            with self._lock:
                if not self._given_up:
                    self._opened, late = late, None
            self._ended.set()
        if late is not None:
            late.close()
