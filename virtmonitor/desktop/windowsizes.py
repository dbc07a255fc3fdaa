"""How large the user made the windows, kept between runs beside the journal: it is no setting."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize

from virtmonitor.core.atomicfile import replace_file

log = logging.getLogger("virtmonitor.windows")

LARGEST: Final = 20_000
"""Logical pixels; what is larger was not written by this program."""


class WindowSizes:
    """Sizes by the name of a window. A file that cannot be read or written is as none: nothing depends on it."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._sizes = _read(path)

    def get(self, name: str) -> QSize:
        """The size kept; an invalid one when there is none."""
        return QSize(*self._sizes.get(name, (-1, -1)))

    def keep(self, name: str, size: QSize) -> None:
        """Keep it, now and for the next run."""
        pair = (size.width(), size.height())
        if size.isEmpty() or self._sizes.get(name) == pair:
            return
        self._sizes[name] = pair
        if self._path is not None:
            try:
                replace_file(self._path, json.dumps(self._sizes).encode())
            except OSError as error:
                log.info("The sizes of the windows cannot be kept: %s", error)


def _read(path: Path | None) -> dict[str, tuple[int, int]]:
    try:
        found = json.loads(path.read_bytes()) if path is not None else {}
    except (OSError, ValueError):
        return {}
    pairs = found.items() if isinstance(found, dict) else ()
    return {name: (pair[0], pair[1]) for name, pair in pairs if _is_size(pair)}


def _is_size(pair: object) -> bool:
    if not isinstance(pair, list) or len(pair) != 2:
        return False
    return all(type(number) is int and 0 < number <= LARGEST for number in pair)
