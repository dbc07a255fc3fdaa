"""Python's cycle collector runs on Qt's main thread only.

Else it runs on whichever thread happens to allocate the object too many: a host's reader, say. A QObject that is part
of a cycle would be destroyed there, which Qt forbids ("Timers cannot be stopped from another thread") and which ends
in a crash. Seen: the test suite died of it in one run of two.
"""

from __future__ import annotations

import gc
import sys
from typing import Final

from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QObject, QThread, Slot
from shiboken6 import isValid

_GROWTH: Final = 1.25
"""A full collection is due when there is so many times what the last one left (CPython's own measure).

Counted in blocks of memory: to count the objects takes a third of the time that it takes to collect them.
"""


class GarbageCollector(QObject):
    """Collects when the main thread is about to sleep and CPython's thresholds say so; wakes nothing up by itself."""

    def __init__(self, dispatcher: QAbstractEventDispatcher) -> None:
        super().__init__(dispatcher)
        self._left = 0
        dispatcher.aboutToBlock.connect(self._collect_if_due)

    @Slot()
    def _collect_if_due(self) -> None:
        young, middle, old = (
            count > limit for count, limit in zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        if not young:
            return
        if not middle:
            gc.collect(0)
        elif old and sys.getallocatedblocks() > self._left * _GROWTH:
            gc.collect()
            self._left = sys.getallocatedblocks()
        else:
            gc.collect(1)


_collectors: Final[list[GarbageCollector]] = []


def collect_garbage_here() -> None:
    """From now on the cycle collector runs on the main thread's event loop. Call it there; calls after the first do
    nothing, until there is another QCoreApplication.
    """
    application = QCoreApplication.instance()
    dispatcher = QAbstractEventDispatcher.instance()
    if application is None or dispatcher is None or QThread.currentThread() is not application.thread():
        return
    gc.disable()
    if not any(isValid(one) and one.parent() is dispatcher for one in _collectors):
        _collectors[:] = [GarbageCollector(dispatcher)]
