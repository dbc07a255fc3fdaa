"""libvirt's event loop on a QThread of its own: its handles in one epoll set, its timers as QTimers.

libvirt's default implementation runs on GLib's default context, which Qt's GUI thread owns; the two block
each other. So libvirt is given this one, once a process, before the first connection.

Threads: libvirt asks for handles and timers on any thread that is inside an RPC, often under its own locks.
Handles are changed there and then, in the epoll set (`handles.py`), which a notifier of the loop's thread watches. For
timers such a request only notes the wish and wakes the loop; timers are made, changed and destroyed on the loop's
thread alone, and what belongs to a watch that ended is freed there. There is no lock: a lock held while the garbage
collector closes a connection, which removes handles, would wait for itself. deque and dict of CPython are enough.

Nothing is connected on the loop's thread: PySide holds the GIL while Qt waits for the lock of a connection, and who
disconnects on the GUI thread holds such a lock (there are 131 for all objects) while PySide waits for the GIL. Seen as
a deadlock with 6.11. So the notifier and the timers get their events as virtual functions.
"""

from __future__ import annotations

import atexit
import logging
import time
from collections import deque
from collections.abc import Callable
from itertools import count
from threading import get_ident
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, Qt, QThread, QTimer, QTimerEvent, Signal, Slot

from virtmonitor.engine.handles import Handle, Handles
from virtmonitor.hypervisor import eventimpl

log = logging.getLogger("virtmonitor.eventloop")

STORM_TURNS: Final = 50
STORM_SECONDS: Final = 0.002
"""After so many turns for descriptors, each so soon (s) after the one before, the loop rests as long before each."""


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


class _Timeout:
    """A timer; -1 ms is never, 0 ms is each turn of the loop."""

    __slots__ = ("_due", "_timer", "callback", "milliseconds", "number", "opaque")

    def __init__(
        self, number: int, milliseconds: int, callback: Any, opaque: Any, due: Callable[[_Timeout], None]
    ) -> None:
        self.number = number
        self.milliseconds = milliseconds
        self.callback = callback
        self.opaque = opaque
        self._due = due
        self._timer: QTimer | None = None

    def apply(self) -> None:
        """Make Qt wait as long as is wanted now; what is due at once is called at once. On the loop's thread.

        libvirt tells events by a timer that it sets to 0 ms and, when called, to never: Qt need not hear of that.
        """
        if self.milliseconds == 0:
            self.call()
        wanted = self.milliseconds
        if wanted < 0:
            if self._timer is not None:
                self._timer.stop()
            return
        if self._timer is None:
            self._timer = _Timer(lambda: self._due(self))
        if not self._timer.isActive() or self._timer.interval() != wanted:
            self._timer.start(wanted)

    def dispose(self) -> None:
        """Let go of Qt's timer. On the loop's thread."""
        if self._timer is not None:
            self._timer.stop()
            self._timer.deleteLater()
            self._timer = None

    def call(self) -> None:
        """Its time has come. On the loop's thread."""
        if self.callback is not None and self.milliseconds >= 0:
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
        self._entries: dict[int, Handle | _Timeout] = {}
        self._handles = Handles()
        self._notifier: _Notifier | None = None
        self._changed: deque[Handle | _Timeout] = deque()
        self._wake_pending = False
        self._quick, self._turned = 0, 0.0
        self._inside = 0
        """The loop's thread while it is in a callback: what that changes is applied after it, without a wake-up."""
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
        handle = Handle(next(self._numbers), fd, callback, opaque)
        self._entries[handle.number] = handle
        self._handles.watch(handle, events)
        return handle.number

    def update_handle(self, watch: int, events: int) -> None:
        """See EventImplementation."""
        handle = self._entries.get(watch)
        if isinstance(handle, Handle) and handle.events != events:
            self._handles.watch(handle, events)

    def remove_handle(self, watch: int) -> int:
        """See EventImplementation."""
        handle = self._entries.pop(watch, None)
        if not isinstance(handle, Handle):
            return -1
        self._handles.forget(handle)
        self._change(handle)
        return 0

    def add_timeout(self, milliseconds: int, callback: eventimpl.TimeoutCallback, opaque: Any) -> int:
        """See EventImplementation."""
        timeout = _Timeout(next(self._numbers), milliseconds, callback, opaque, self._due)
        self._entries[timeout.number] = timeout
        self._change(timeout)
        return timeout.number

    def update_timeout(self, timer: int, milliseconds: int) -> None:
        """See EventImplementation."""
        timeout = self._entries.get(timer)
        if isinstance(timeout, _Timeout) and timeout.milliseconds != milliseconds:
            timeout.milliseconds = milliseconds
            self._change(timeout)

    def remove_timeout(self, timer: int) -> int:
        """See EventImplementation."""
        timeout = self._entries.pop(timer, None)
        if not isinstance(timeout, _Timeout):
            return -1
        timeout.milliseconds = -1
        self._change(timeout)
        return 0

    def _change(self, entry: Handle | _Timeout) -> None:
        self._changed.append(entry)
        if self._inside != get_ident():
            self._wake()

    def _wake(self) -> None:
        # One queued call serves all changes that come before it runs.
        if not self._wake_pending:
            self._wake_pending = True
            self._woken.emit()

    @Slot()
    def _apply_changes(self) -> None:
        self._wake_pending = False
        if self._notifier is None:
            self._notifier = _Notifier(self._handles.descriptor, QSocketNotifier.Type.Read, self._ready)
        self._inside = get_ident()
        try:
            while self._changed:
                self._apply(self._changed.popleft())
        finally:
            self._inside = 0

    def _apply(self, entry: Handle | _Timeout) -> None:
        if entry.number not in self._entries:
            self._bury(entry)
        elif isinstance(entry, _Timeout):
            entry.apply()

    def _ready(self) -> None:
        self._rest()
        self._inside = get_ident()
        try:
            self._handles.dispatch()
        finally:
            self._apply_changes()

    def _rest(self) -> None:
        """In a storm let events come together: libvirt reads all that is there, and each turn costs Python as much."""
        now = time.monotonic()
        self._quick = self._quick + 1 if now - self._turned < STORM_SECONDS else 0
        if self._quick > STORM_TURNS:
            time.sleep(STORM_SECONDS)
        self._turned = time.monotonic()

    def _due(self, timeout: _Timeout) -> None:
        self._inside = get_ident()
        try:
            timeout.call()
        finally:
            self._apply_changes()

    @Slot()
    def _put_away(self) -> None:
        """Qt's timers and notifiers may be destroyed on their own thread only: those of connections still open too."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        for entry in tuple(self._entries.values()):
            if isinstance(entry, _Timeout):
                entry.dispose()
        self._thread.quit()

    def _bury(self, entry: Handle | _Timeout) -> None:
        # An entry may stand in the queue more than once; libvirt's opaque is freed once.
        if entry.callback is not None:
            entry.callback = None
            if isinstance(entry, _Timeout):
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
