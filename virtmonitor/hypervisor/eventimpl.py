"""The door through which an event loop serves libvirt's file handles and timers (virEventRegisterImpl)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Protocol

import libvirt

READABLE: Final[int] = libvirt.VIR_EVENT_HANDLE_READABLE
WRITABLE: Final[int] = libvirt.VIR_EVENT_HANDLE_WRITABLE
ERROR: Final[int] = libvirt.VIR_EVENT_HANDLE_ERROR
HANGUP: Final[int] = libvirt.VIR_EVENT_HANDLE_HANGUP

HandleCallback = Callable[[int, int, int, Any], object]
TimeoutCallback = Callable[[int, Any], object]


class EventImplementation(Protocol):
    """What libvirt asks of an event loop. Each is called on any thread that is inside libvirt, and must not wait.

    Source: virEventAddHandleFunc and its five siblings in libvirt-event.h.
    """

    def add_handle(self, fd: int, events: int, callback: HandleCallback, opaque: Any) -> int:
        """Watch `fd` for `events`; the watch's number, unique among handles."""

    def update_handle(self, watch: int, events: int) -> None:
        """Watch for `events` from now on; 0 for none."""

    def remove_handle(self, watch: int) -> int:
        """Watch no more; `free_opaque` must follow, but never from inside this call. 0, or -1 if unknown."""

    def add_timeout(self, milliseconds: int, callback: TimeoutCallback, opaque: Any) -> int:
        """Call back each `milliseconds`: -1 never, 0 at each turn of the loop; the timer's number."""

    def update_timeout(self, timer: int, milliseconds: int) -> None:
        """Change the timer's frequency."""

    def remove_timeout(self, timer: int) -> int:
        """Call no more; as `remove_handle`."""


def register(implementation: EventImplementation) -> None:
    """Give libvirt its event loop. Once a process, before the first connection is opened."""
    libvirt.virEventRegisterImpl(
        implementation.add_handle,
        implementation.update_handle,
        implementation.remove_handle,
        implementation.add_timeout,
        implementation.update_timeout,
        implementation.remove_timeout,
    )


def free_opaque(opaque: Any) -> None:
    """Let libvirt free what it gave with a handle or timer. On the loop's own stack only: else it deadlocks."""
    libvirt.virEventInvokeFreeCallback(opaque)
