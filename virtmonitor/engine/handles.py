"""The file descriptors that libvirt wants watched: one epoll set, which any thread may change while another one waits.

Each RPC takes its connection's descriptor out of the loop and puts it back, so this costs no wake-up of any thread.
Source: epoll(7).
"""

from __future__ import annotations

import contextlib
import errno
import logging
import select
from dataclasses import dataclass
from typing import Any, Final

from virtmonitor.hypervisor import eventimpl

log = logging.getLogger("virtmonitor.eventloop")

_EPOLL_OF: Final = ((eventimpl.READABLE, select.EPOLLIN), (eventimpl.WRITABLE, select.EPOLLOUT))
_EVENT_OF: Final = (
    (select.EPOLLIN, eventimpl.READABLE),
    (select.EPOLLOUT, eventimpl.WRITABLE),
    (select.EPOLLERR, eventimpl.ERROR),
    (select.EPOLLHUP, eventimpl.HANGUP),
)


@dataclass(slots=True, eq=False)
class Handle:
    """One watch: libvirt's number, descriptor, wish, callback and opaque."""

    number: int
    fd: int
    callback: Any
    opaque: Any
    events: int = 0
    watched: bool = False


class Handles:
    """Which descriptors are watched for what. All but `dispatch` on any thread: libvirt orders what it says of one."""

    def __init__(self) -> None:
        self._epoll = select.epoll()
        self._by_fd: dict[int, Handle] = {}

    @property
    def descriptor(self) -> int:
        """Readable while one of them has something to tell."""
        return self._epoll.fileno()

    def watch(self, handle: Handle, events: int) -> None:
        """From now on for these events; 0 for none: then not even its hang-up, which another thread hears."""
        handle.events = events
        mask = sum(flag for event, flag in _EPOLL_OF if events & event)
        try:
            if mask and handle.watched:
                self._epoll.modify(handle.fd, mask)
            elif mask:
                self._by_fd[handle.fd] = handle
                self._epoll.register(handle.fd, mask)
            elif handle.watched:
                self._epoll.unregister(handle.fd)
            handle.watched = bool(mask)
        except OSError as error:
            # Closed already: its removal is on the way. Anything else would silence a connection.
            if error.errno != errno.EBADF:
                log.exception("file descriptor %d cannot be watched", handle.fd)

    def forget(self, handle: Handle) -> None:
        """No more: libvirt closes the descriptor next, and a stranger may get its number."""
        handle.events = 0
        if self._by_fd.get(handle.fd) is handle:
            del self._by_fd[handle.fd]
        if handle.watched:
            handle.watched = False
            with contextlib.suppress(OSError):
                self._epoll.unregister(handle.fd)

    def dispatch(self) -> None:
        """Call back whose descriptor has something to tell. On the loop's thread."""
        for fd, happened in self._epoll.poll(0):
            handle = self._by_fd.get(fd)
            if handle is not None and handle.events and handle.callback is not None:
                events = sum(event for mask, event in _EVENT_OF if happened & mask)
                handle.callback(handle.number, fd, events, handle.opaque)
