"""Numbers and times as people read them, for QML: formatting is done in one place."""

from __future__ import annotations

import math

from PySide6.QtCore import QDateTime, QLocale, QObject, Slot

from virtmonitor.core import clock, units
from virtmonitor.core.errors import VirtmonitorError
from virtmonitor.engine import numbertext
from virtmonitor.engine.qmlelement import QmlElement, QmlSingleton

QML_IMPORT_NAME = "VirtMonitor.Engine"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlSingleton
class Units(QObject):
    """See virtmonitor.core.units: an unknown value (NaN) reads "—"."""

    @Slot(float, result=str)
    def bytes(self, value: float) -> str:
        """Bytes, in IEC units."""
        return numbertext.format_bytes(value)

    @Slot(float, result=str)
    def exactBytes(self, value: float) -> str:
        """Bytes without any rounding, to edit; "" when unknown."""
        return units.exact_bytes(int(value)) if math.isfinite(value) else ""

    @Slot(str, result=float)
    def parseBytes(self, text: str) -> float:
        """The bytes that a person wrote; NaN for what is no size."""
        try:
            return float(units.parse_bytes(text))
        except VirtmonitorError:
            return math.nan

    @Slot(float, result=str)
    def rate(self, value: float) -> str:
        """Bytes a second."""
        return numbertext.format_rate(value)

    @Slot(float, result=str)
    def percent(self, value: float) -> str:
        """Percent."""
        return numbertext.format_percent(value)

    @Slot(float, result=str)
    def duration(self, seconds: float) -> str:
        """A time span."""
        return numbertext.format_duration(seconds)

    @Slot(float, result=str)
    def age(self, seconds: float) -> str:
        """How long ago."""
        return numbertext.format_age(seconds)

    @Slot(result=float)
    def now(self) -> float:
        """This moment by core.clock, which does not jump: what ages are counted by."""
        return clock.now()

    @Slot(float, result=str)
    def momentOf(self, when: float) -> str:
        """A moment of core.clock as a date and a time, as the computer's clock has it now."""
        return self.moment(clock.wall(when))

    @Slot(float, result=str)
    def moment(self, when: float) -> str:
        """A Unix time as a date and a time, in the user's way; "—" when unknown."""
        if not math.isfinite(when):
            return units.UNKNOWN
        return QLocale().toString(_date_time(when), QLocale.FormatType.ShortFormat)

    @Slot(float, result=str)
    def timeOfDay(self, when: float) -> str:
        """The time of a Unix time to the second, where its day is told apart; "—" when unknown."""
        if not math.isfinite(when):
            return units.UNKNOWN
        return QLocale().toString(_date_time(when).time(), _with_seconds(QLocale()))


def day_text(when: float) -> str:
    """The day of a Unix time as people write it in full; "—" when unknown."""
    if not math.isfinite(when):
        return units.UNKNOWN
    return QLocale().toString(_date_time(when).date(), QLocale.FormatType.LongFormat)


def _date_time(when: float) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(round(when))


def _with_seconds(locale: QLocale) -> str:
    """The locale's short way to write a time, and the seconds: its long way names the time zone too."""
    short = locale.timeFormat(QLocale.FormatType.ShortFormat)
    return short if "s" in short else short.replace("mm", "mm:ss", 1)
