"""Numbers as people read and write them: bytes, rates, percentages, durations and ages.

Every face formats through here, so one value looks the same everywhere. Numbers are plain (bytes, seconds, percent);
None, NaN and infinity are unknown and read "—", never 0. No number makes this raise. Bytes are IEC: 1 KiB is 1024 B.
"""

from __future__ import annotations

import math
from typing import Final

from virtmonitor.core.errors import Failure, FailureKind, VirtmonitorError
from virtmonitor.core.plaintext import one_line
from virtmonitor.core.sizes import parse_size

UNKNOWN: Final = "—"

_UNITS: Final = ("B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB", "ZiB", "YiB")
_EXBI: Final = _UNITS.index("EiB")  # the largest unit that libvirt reads
_LARGEST: Final = 2**63 - 1

_YEAR: Final = 365 * 86400
_STEPS: Final = (("y", _YEAR), ("d", 86400), ("h", 3600), ("min", 60), ("s", 1))


def _known(value: float | None) -> float | None:
    """The value as a float, or None when there is nothing to show."""
    if value is None:
        return None
    try:
        number = float(value)
    except OverflowError:  # an int beyond every unit
        return None
    return number if math.isfinite(number) else None


def _short(number: float, one_decimal_below: float = 99.95) -> str:
    """Three digits or so: 1.5, 15.3, 153. A trailing .0 is left out, and there is no minus zero."""
    if abs(number) >= 1e6:
        return f"{number:.3g}"
    text = f"{number:.0f}" if abs(number) >= one_decimal_below else f"{number:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def format_bytes(value: float | None) -> str:
    """Bytes in the largest IEC unit that leaves a number of at least 1, rounded to about three digits.

    >>> format_bytes(1610612736)
    '1.5 GiB'
    >>> format_bytes(None)
    '—'
    """
    number = _known(value)
    if number is None:
        return UNKNOWN
    power = 0
    # 1023.5 and more would round to 1024 of the smaller unit.
    while abs(number) >= 1023.5 and power < len(_UNITS) - 1:
        number /= 1024
        power += 1
    return f"{_short(number)} {_UNITS[power]}"


def format_rate(value: float | None) -> str:
    """Bytes a second.

    >>> format_rate(2048)
    '2 KiB/s'
    """
    text = format_bytes(value)
    return text if text == UNKNOWN else f"{text}/s"


def format_percent(value: float | None) -> str:
    """Percent, with one decimal below 10.

    >>> format_percent(4.25), format_percent(99.96), format_percent(0)
    ('4.2 %', '100 %', '0 %')
    """
    number = _known(value)
    if number is None:
        return UNKNOWN
    return f"{_short(number, 9.95)} %"


def format_duration(seconds: float | None) -> str:
    """The two largest units of a time span; a negative one (a clock was set back) reads 0 s.

    >>> format_duration(93784), format_duration(61), format_duration(0.4)
    ('1 d 2 h', '1 min 1 s', '0 s')
    """
    number = _known(seconds)
    if number is None:
        return UNKNOWN
    if number >= 10_000 * _YEAR:
        return "over 10000 y"
    rest = max(0, round(number))
    parts: list[tuple[int, str]] = []
    for unit, size in _STEPS:
        count, rest = divmod(rest, size)
        if count or parts:
            parts.append((count, unit))
    return " ".join(f"{count} {unit}" for count, unit in parts[:2] if count) or "0 s"


def format_age(seconds: float | None) -> str:
    """How long ago something was, in one unit: ages are read at a glance and change as one looks.

    >>> format_age(12), format_age(150), format_age(0)
    ('12 s ago', '2 min ago', 'now')
    """
    number = _known(seconds)
    if number is None:
        return UNKNOWN
    if round(number) <= 0:
        return "now"
    text = format_duration(number)
    return f"{text} ago" if text.startswith("over") else f"{' '.join(text.split(' ')[:2])} ago"


def exact_bytes(value: int) -> str:
    """Bytes without any rounding, in the largest unit that divides them: what an editor starts from.

    >>> exact_bytes(1610612736), exact_bytes(1000)
    ('1536 MiB', '1000 B')
    """
    power = 0
    while value and value % 1024 == 0 and power < _EXBI:
        value //= 1024
        power += 1
    return f"{value} {_UNITS[power]}"


def parse_bytes(text: str) -> int:
    """The bytes that a person wrote: "512MiB", "2 GiB", "1.5G", "4096". Read as `sizes.parse_size` has it.

    Raises VirtmonitorError (PARAMETER), a sentence and an example, for what is no size.

    >>> parse_bytes("1.5G")
    1610612736
    """
    try:
        size = parse_size(text)
    except ValueError as error:
        raise _refused(text, str(error)) from None
    if size > _LARGEST:
        raise _refused(text, "is larger than any host could hold")
    return size


def _refused(text: str, why: str) -> VirtmonitorError:
    sentence = f"The size “{one_line(text, 40)}” {why}."
    return VirtmonitorError(Failure(FailureKind.PARAMETER, sentence, "Write for example 512 MiB or 1.5 GiB."))
