"""The PySide6 that is installed does not destroy Python's singletons.

PySide6 6.12.0 steals a reference to True at each Signal.emit(); a Python before 3.12, whose True can be freed, dies
of it after a few thousand.
"""

from __future__ import annotations

import sys

import PySide6
from PySide6.QtCore import QObject, Signal


class _Emitter(QObject):
    fired = Signal()
    told = Signal(bool)


def test_emit_does_not_steal_references_to_true() -> None:
    emitter = _Emitter()
    heard: list[bool] = []
    emitter.told.connect(heard.append)
    before = sys.getrefcount(True)
    for _ in range(100):
        emitter.fired.emit()
        emitter.told.emit(False)
    assert len(heard) == 100
    assert abs(sys.getrefcount(True) - before) < 10


def test_the_version_that_steals_is_not_here() -> None:
    assert sys.version_info >= (3, 12) or PySide6.__version_info__[:3] != (6, 12, 0)
