"""Amounts of memory as libvirt and people write them, in bytes. Exact: integers only.

Source of the units: virScaleInteger of libvirt, https://libvirt.org/formatdomain.html#memory-allocation.
"""

from __future__ import annotations

import re
from typing import Final

_SIZE: Final = re.compile(r"\+?([0-9]{1,30})(?:\.([0-9]{1,9}))?\s*([A-Za-z]*)", re.ASCII)


def unit_bytes(unit: str) -> int | None:
    """How many bytes a unit is: b, bytes, KB (1000), k or KiB (1024) ... EiB; any case. None: it is no unit.

    >>> unit_bytes("KiB"), unit_bytes("KB"), unit_bytes("m"), unit_bytes("parsec")
    (1024, 1000, 1048576, None)
    """
    word = unit.strip().lower()
    if word in ("b", "byte", "bytes"):
        return 1
    power = "kmgtpe".find(word[:1]) + 1 if word else 0
    base = {"": 1024, "ib": 1024, "b": 1000}.get(word[1:])
    return int(base**power) if base and power else None


def parse_size(text: str) -> int:
    """The bytes of "512 MiB", "2GiB", "1.5G" or, without a unit, "1000".

    Raises ValueError for what is no size, or no whole number of bytes. Its text completes "The parameter x".
    """
    match = _SIZE.fullmatch(text.strip())
    scale = unit_bytes(match[3] or "b") if match else None
    if match is None or scale is None:
        raise ValueError('needs a size such as 536870912, "512 MiB" or "2GiB"')
    fraction = match[2] or ""
    denominator = int("1" + "0" * len(fraction))
    size, rest = divmod(int(match[1] + fraction) * scale, denominator)
    if rest:
        raise ValueError("needs a whole number of bytes")
    return size
