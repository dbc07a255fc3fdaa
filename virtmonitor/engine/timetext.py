"""How long ago something was, or how soon it will be, as a text that stays true while it is shown."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from virtmonitor.core import clock
from virtmonitor.engine.numbertext import format_age, format_wait
from virtmonitor.engine.qmlelement import QmlElement
from virtmonitor.engine.qt import Property

QML_IMPORT_NAME = "VirtMonitor.Engine"
QML_IMPORT_MAJOR_VERSION = 1

_SECOND: Final = 1000
_MINUTE: Final = 60


@QmlElement
class TimeText(QObject):
    """`text` tells of `time` (of core.clock, NaN is unknown): "3 min ago", "in 12 s"; "" while unknown or not `active`.

    It has a timer only while it is active: each second at first, each minute when seconds are not told any more.
    """

    timeChanged = Signal()
    activeChanged = Signal()
    textChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._time = math.nan
        self._active = True
        self._text = ""
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._tell)

    def _set_time(self, moment: float) -> None:
        if moment != self._time and not (math.isnan(moment) and math.isnan(self._time)):
            self._time = moment
            self._tell()
            self.timeChanged.emit()

    time = Property(float, lambda self: self._time, _set_time, notify=timeChanged)

    def _set_active(self, active: bool) -> None:
        if active != self._active:
            self._active = active
            self._tell()
            self.activeChanged.emit()

    active = Property(bool, lambda self: self._active, _set_active, notify=activeChanged)
    text = Property(str, lambda self: self._text, notify=textChanged)

    @Slot()
    def _tell(self) -> None:
        self._timer.stop()
        text = ""
        if self._active and math.isfinite(self._time):
            passed = clock.now() - self._time
            text = _told(passed)
            self._timer.start(_SECOND * (1 if abs(passed) < _MINUTE else _MINUTE // 2))
        if text != self._text:
            self._text = text
            self.textChanged.emit()


def _told(passed: float) -> str:
    if round(passed) >= 0:
        return format_age(passed)
    return format_wait(-passed)
