"""libvirt's event loop on a QThread of its own: its handles as socket notifiers, its timers as QTimers.

libvirt's default implementation runs on GLib's default context, which Qt's GUI thread owns; the two block
each other. So libvirt is given this one, once a process, before the first connection.

Threads: libvirt asks for handles and timers on any thread that is inside an RPC, often under its own locks.
Such a request only notes the wish on the entry and wakes the loop; notifiers and timers are made, changed and
destroyed on the loop's thread alone. There is no lock: a lock held while the garbage collector closes a
connection, which removes handles, would wait for itself. deque and dict of CPython are enough.

Nothing is connected on the loop's thread: PySide holds the GIL while Qt waits for the lock of a connection, and who
disconnects on the GUI thread holds such a lock (there are 131 for all objects) while PySide waits for the GIL. Seen as
a deadlock with 6.11. So notifiers and timers get their events as virtual functions.
"""

from __future__ import annotations

import atexit
import errno
import logging
import os
import select
from collections import deque
from collections.abc import Callable
from itertools import count
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, Qt, QThread, QTimer, QTimerEvent, Signal, Slot

from virtmonitor.hypervisor import eventimpl

log = logging.getLogger("virtmonitor.eventloop")

_POLL_OF = ((eventimpl.READABLE, select.POLLIN), (eventimpl.WRITABLE, select.POLLOUT))
_EVENT_OF = (
    (select.POLLIN, eventimpl.READABLE),
    (select.POLLOUT, eventimpl.WRITABLE),
    (select.POLLERR, eventimpl.ERROR),
    (select.POLLHUP, eventimpl.HANGUP),
)


class _Entry:
    """What handles and timers share: a number, libvirt's callback and opaque, and whether libvirt still wants it."""

    __slots__ = ("alive", "callback", "number", "opaque")

    def __init__(self, number: int, callback: Any, opaque: Any) -> None:
        self.number = number
        self.callback = callback
        self.opaque = opaque
        self.alive = True

    def apply(self) -> None:
        """Make Qt watch what is wanted now. On the loop's thread."""
        raise NotImplementedError

    def dispose(self) -> None:
        """Let go of Qt's objects. On the loop's thread."""
        raise NotImplementedError


class _Notifier(QSocketNotifier):
    """Calls `ready` when its descriptor is."""

    def __init__(self, descriptor: int, kind: QSocketNotifier.Type, ready: Callable[[], None]) -> None:
        super().__init__(descriptor, kind)
        self._ready = ready

    def event(self, event: QEvent) -> bool:
        """See QSocketNotifier::event, which would emit a signal."""
        if event.type() is not QEvent.Type.SockAct:
            return super().event(event)
        self._ready()
        return True


class _Timer(QTimer):
    """Calls `due` each time."""

    def __init__(self, due: Callable[[], None]) -> None:
        super().__init__()
        self._due = due

    def timerEvent(self, _event: QTimerEvent) -> None:
        """See QTimer::timerEvent, which would emit a signal."""
        self._due()


class _Handle(_Entry):
    """A watched file descriptor.

    The notifiers watch a duplicate: libvirt closes its own right after the removal, and until the loop hears of
    it Qt would poll a closed descriptor, or a stranger that got the same number. The duplicate is made when the loop
    comes to it, so that one that was removed before costs nothing.
    """

    __slots__ = ("_duplicate", "_notifiers", "events", "fd")

    def __init__(self, number: int, fd: int, events: int, callback: Any, opaque: Any) -> None:
        super().__init__(number, callback, opaque)
        self.fd = fd
        self._duplicate = -1
        self.events = events
        self._notifiers: dict[int, QSocketNotifier] = {}

    def apply(self) -> None:
        if self._duplicate < 0:
            try:
                self._duplicate = os.dup(self.fd)
            except OSError as error:
                # Closed already: its removal is on the way. Anything else would silence a connection.
                if error.errno != errno.EBADF:
                    log.exception("file descriptor %d cannot be watched", self.fd)
                return
        for event, kind in (
            (eventimpl.READABLE, QSocketNotifier.Type.Read),
            (eventimpl.WRITABLE, QSocketNotifier.Type.Write),
        ):
            wanted = bool(self.events & event)
            notifier = self._notifiers.get(event)
            if notifier is None and wanted:
                self._notifiers[event] = _Notifier(self._duplicate, kind, self._ready)
            elif notifier is not None and notifier.isEnabled() != wanted:
                notifier.setEnabled(wanted)

    def dispose(self) -> None:
        for notifier in self._notifiers.values():
            notifier.setEnabled(False)
            notifier.deleteLater()
        self._notifiers.clear()
        if self._duplicate >= 0:
            os.close(self._duplicate)
            self._duplicate = -1

    def _ready(self) -> None:
        """Ask the descriptor itself what happened: Qt tells a hang-up as readable, and the wish may have changed."""
        wanted = self.events
        if not self.alive or not wanted:
            return
        poll = select.poll()
        poll.register(self._duplicate, sum(mask for event, mask in _POLL_OF if wanted & event))
        for _, happened in poll.poll(0):
            events = sum(event for mask, event in _EVENT_OF if happened & mask)
            self.callback(self.number, self.fd, events, self.opaque)


class _Timeout(_Entry):
    """A timer; -1 ms is never, 0 ms is each turn of the loop."""

    __slots__ = ("_timer", "milliseconds")

    def __init__(self, number: int, milliseconds: int, callback: Any, opaque: Any) -> None:
        super().__init__(number, callback, opaque)
        self.milliseconds = milliseconds
        self._timer: QTimer | None = None

    def apply(self) -> None:
        wanted = self.milliseconds
        if wanted < 0:
            if self._timer is not None:
                self._timer.stop()
            return
        if self._timer is None:
            self._timer = _Timer(self._due)
        if not self._timer.isActive() or self._timer.interval() != wanted:
            self._timer.start(wanted)

    def dispose(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer.deleteLater()
            self._timer = None

    def _due(self) -> None:
        if self.alive and self.milliseconds >= 0:
            self.callback(self.number, self.opaque)


class EventLoop(QObject):
    """Serves libvirt's handles and timers on its own QThread: the EventImplementation of this process.

    `start` and `stop` belong to the thread that made it. After `stop` nothing is served, until `start` again.
    """

    _woken = Signal()
    _stopping = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._numbers = count(1)
        self._entries: dict[int, _Entry] = {}
        self._changed: deque[_Entry] = deque()
        self._wake_pending = False
        self._thread = QThread()
        self._thread.setObjectName("libvirt events")
        self._woken.connect(self._apply_changes, Qt.ConnectionType.QueuedConnection)
        self._stopping.connect(self._put_away, Qt.ConnectionType.QueuedConnection)
        self.moveToThread(self._thread)

    @property
    def served_by(self) -> QThread:
        """The thread on which callbacks run when they are not run by a thread inside an RPC."""
        return self._thread

    @property
    def entry_count(self) -> int:
        """How many handles and timers libvirt has here now."""
        return len(self._entries)

    def start(self) -> None:
        """Begin to serve; what libvirt asked for meanwhile is taken up."""
        self._thread.start()
        self._changed.extend(self._entries.values())
        self._wake()

    def stop(self) -> None:
        """End the thread when the callback under way has returned. Connections should be closed before."""
        if self._thread.isRunning():
            self._stopping.emit()
            self._thread.wait()

    # What libvirt calls, on any thread.

    def add_handle(self, fd: int, events: int, callback: eventimpl.HandleCallback, opaque: Any) -> int:
        """See EventImplementation."""
        return self._add(_Handle(next(self._numbers), fd, events, callback, opaque))

    def update_handle(self, watch: int, events: int) -> None:
        """See EventImplementation."""
        entry = self._entries.get(watch)
        if isinstance(entry, _Handle) and entry.events != events:
            entry.events = events
            self._change(entry)

    def remove_handle(self, watch: int) -> int:
        """See EventImplementation."""
        return self._remove(watch)

    def add_timeout(self, milliseconds: int, callback: eventimpl.TimeoutCallback, opaque: Any) -> int:
        """See EventImplementation."""
        return self._add(_Timeout(next(self._numbers), milliseconds, callback, opaque))

    def update_timeout(self, timer: int, milliseconds: int) -> None:
        """See EventImplementation."""
        entry = self._entries.get(timer)
        if isinstance(entry, _Timeout) and entry.milliseconds != milliseconds:
            entry.milliseconds = milliseconds
            self._change(entry)

    def remove_timeout(self, timer: int) -> int:
        """See EventImplementation."""
        return self._remove(timer)

    def _add(self, entry: _Entry) -> int:
        self._entries[entry.number] = entry
        self._change(entry)
        return entry.number

    def _remove(self, number: int) -> int:
        entry = self._entries.pop(number, None)
        if entry is None:
            return -1
        entry.alive = False
        self._change(entry)
        return 0

    def _change(self, entry: _Entry) -> None:
        self._changed.append(entry)
        self._wake()

    def _wake(self) -> None:
        # One queued call serves all changes that come before it runs: each RPC makes two.
        if not self._wake_pending:
            self._wake_pending = True
            self._woken.emit()

    @Slot()
    def _apply_changes(self) -> None:
        self._wake_pending = False
        while self._changed:
            entry = self._changed.popleft()
            if entry.alive:
                entry.apply()
            else:
                self._bury(entry)

    @Slot()
    def _put_away(self) -> None:
        """Qt's timers and notifiers may be destroyed on their own thread only: those of connections still open too."""
        for entry in tuple(self._entries.values()):
            entry.dispose()
        self._thread.quit()

    def _bury(self, entry: _Entry) -> None:
        # An entry may stand in the queue more than once; libvirt's opaque is freed once.
        if entry.callback is not None:
            entry.callback = None
            entry.dispose()
            eventimpl.free_opaque(entry.opaque)
            entry.opaque = None


_loop: EventLoop | None = None


def event_loop() -> EventLoop:
    """The process's one event loop, registered with libvirt and started. On the main thread, before connecting."""
    global _loop
    if _loop is None:
        _loop = EventLoop()
        eventimpl.register(_loop)
        # Qt aborts a process whose QThread still runs when it is destroyed.
        atexit.register(_loop.stop)
        log.debug("libvirt's event loop is registered")
    if not _loop.served_by.isRunning():
        _loop.start()
    return _loop
