"""Points in time as people type them: "2h", "yesterday", "2026-11-22 10:00"."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Final

from virtmonitor.core.errors import Failure, FailureKind, VirtmonitorError

_UNITS: Final = {"s": 1, "min": 60, "m": 60, "h": 3600, "d": 86400, "w": 7 * 86400}


def since(text: str, now: datetime) -> float:
    """The Unix time that `text` means: an age, today, yesterday, or a date (local, with or without a time).

    Raises VirtmonitorError (PARAMETER).

    >>> since("2h", datetime.fromisoformat("2026-11-22T12:00:00+00:00"))
    1795341600.0
    """
    text = text.strip().lower()
    age = re.fullmatch(r"(\d{1,6})\s*(s|min|m|h|d|w)", text)
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if age:
        return now.timestamp() - int(age[1]) * _UNITS[age[2]]
    if text in ("today", "yesterday"):
        return (midnight - timedelta(days=text == "yesterday")).timestamp()
    try:
        return datetime.fromisoformat(text).timestamp()
    except (ValueError, OverflowError) as error:
        told = f"{text[:40]!r} is no point in time; try 2h, 3d, yesterday or 2026-11-22."
        raise VirtmonitorError(Failure(FailureKind.PARAMETER, told)) from error
