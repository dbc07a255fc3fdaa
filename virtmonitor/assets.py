"""Where the files that are no Python live: QML, icons, translations, the demo fleet."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

_PACKAGE = Path(__file__).resolve().parent


def asset(room: Literal["qml", "resources"], *parts: str) -> Path:
    """The path of a file or directory in `qml` or `resources`. Any thread.

    A wheel has these rooms inside the package; in a checkout, and so in an editable install, they are beside it.
    Raises FileNotFoundError when the installation lacks it.
    """
    for home in (_PACKAGE, _PACKAGE.parent):
        if (found := home.joinpath(room, *parts)).exists():
            return found
    raise FileNotFoundError(f"This installation of virtmonitor has no {'/'.join((room, *parts))}.")
