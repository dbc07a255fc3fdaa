"""Waiting for a condition instead of sleeping for a guess."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


def until(condition: Callable[[], T], deadline: float = 60.0, what: str = "", every: float = 0.05) -> T:
    """Ask `condition` until its answer is true, and return that answer.

    `deadline` and `every` are seconds. Raises TimeoutError that names `what` (or the condition) and the last
    answer. Blocks the calling thread; where a Qt event loop must run meanwhile use `qtbot.waitUntil`.
    """
    end = time.monotonic() + deadline
    while not (answer := condition()):
        if time.monotonic() >= end:
            name = what or getattr(condition, "__name__", repr(condition))
            raise TimeoutError(f"not within {deadline:g} s: {name} (last answer {answer!r})")
        time.sleep(every)
    return answer


def listens(path: Path) -> bool:
    """Whether a server takes connections on that socket: it is there a moment before."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as stream:
        return stream.connect_ex(str(path)) == 0
