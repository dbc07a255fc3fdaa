"""A save of a guest's memory that takes as long as a test wants."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.helpers.guest import Guest


@contextmanager
def save_that_waits(guest: Guest) -> Iterator[Callable[[], None]]:
    """Where its saved memory would go is a pipe that nobody empties until the function that this gives.

    That function blocks until the memory is written; call it on another thread where that matters. libvirt opens the
    file once more then: wait for the end of the save before you leave.
    """
    root = Path(f"/proc/{guest.daemon.pid}/root")
    pipe = root / "var/lib/libvirt/qemu/save" / f"{guest.name}.save"
    pipe.unlink(missing_ok=True)
    os.mkfifo(pipe, 0o666)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)

    def empty() -> None:
        os.set_blocking(reader, True)
        while os.read(reader, 1 << 20):
            continue

    try:
        yield empty
    finally:
        os.close(reader)
        pipe.unlink(missing_ok=True)
