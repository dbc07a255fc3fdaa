"""QObjects in cycles die on the main thread, whoever allocates."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from virtmonitor.engine.garbage import collect_garbage_here


class _Knot(QObject):
    """Refers to itself, and has a timer that only its own thread may stop."""

    def __init__(self) -> None:
        super().__init__()
        self.me = self
        self.timer = QTimer(self, interval=3_600_000)
        self.timer.start()


def _allocate() -> None:
    """Enough to make an enabled collector run in all generations."""
    kept = [[] for _ in range(200_000)]  # type: ignore[var-annotated]
    kept.clear()


def test_other_threads_collect_nothing(qtbot: QtBot) -> None:
    collect_garbage_here()
    knots = weakref.WeakSet(_Knot() for _ in range(10))
    thread = threading.Thread(target=_allocate)
    thread.start()
    thread.join()
    assert len(knots) == 10
    gc.collect()
    assert not knots


def test_the_main_thread_collects_when_it_goes_to_sleep(qtbot: QtBot) -> None:
    collect_garbage_here()
    deaths: list[int] = []
    for _ in range(10):
        knot = _Knot()
        weakref.finalize(knot, lambda: deaths.append(threading.get_ident()))
    del knot
    kept = [[] for _ in range(1_000)]  # type: ignore[var-annotated]
    qtbot.waitUntil(lambda: len(deaths) == 10, timeout=10_000)
    assert set(deaths) == {threading.get_ident()}
    assert kept


def test_asking_again_changes_nothing(qtbot: QtBot) -> None:
    collect_garbage_here()
    collect_garbage_here()
    assert not gc.isenabled()
