"""Numbers as the user's language writes them: what core.units says, with its decimal sign and its words for time."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from virtmonitor.core import units
from virtmonitor.engine.qt import QT_TRANSLATE_NOOP

_WORDS: Final = {
    "y": QT_TRANSLATE_NOOP("units", "y"),
    "d": QT_TRANSLATE_NOOP("units", "d"),
    "h": QT_TRANSLATE_NOOP("units", "h"),
    "min": QT_TRANSLATE_NOOP("units", "min"),
    "s": QT_TRANSLATE_NOOP("units", "s"),
    "over": QT_TRANSLATE_NOOP("units", "over"),
}


def localized(number: str) -> str:
    """A number that core.units wrote, with the decimal sign of the user's language."""
    return number.replace(".", QLocale().decimalPoint())


def format_bytes(value: float | None) -> str:
    """Bytes, in IEC units."""
    return localized(units.format_bytes(value))


def format_rate(value: float | None) -> str:
    """Bytes a second."""
    return localized(units.format_rate(value))


def format_percent(value: float | None) -> str:
    """Percent."""
    return localized(units.format_percent(value))


def format_duration(seconds: float | None) -> str:
    """A time span, in its two largest units."""
    return _translated(units.format_duration(seconds))


def format_age(seconds: float | None) -> str:
    """How long ago something was, in one unit."""
    known = units.format_age(seconds)
    if known in (units.UNKNOWN, "now"):
        return known if known == units.UNKNOWN else QCoreApplication.translate("units", "now")
    span = _translated(known.removesuffix(" ago"))
    return QCoreApplication.translate("units", "%1 ago", "12 s ago").replace("%1", span)


def format_wait(seconds: float | None) -> str:
    """How soon something will be."""
    return QCoreApplication.translate("units", "in %1", "in 12 s").replace("%1", format_duration(seconds))


def _translated(span: str) -> str:
    words = (QCoreApplication.translate("units", _WORDS[w]) if w in _WORDS else w for w in span.split(" "))
    return " ".join(words)
