"""Loading PySide6 for a program: without the price it puts on every import after it."""

from __future__ import annotations

import builtins
from typing import Any


def load() -> None:
    """Load PySide6, and give Python its own `import` back. Before all other imports of it; harmless when repeated.

    PySide6 (6.11) reads the source of every module that is imported after it, to see whether it may have chosen
    `snake_case` names (`from __feature__ import`), and the texts stay in linecache: 8 MB, and a sixth of the time
    until the icon is there. Nothing here chooses such names; what PySide6 was not told of has the usual ones.
    """
    import PySide6  # noqa: F401 - it replaces `import`

    python: Any = builtins
    plain = getattr(python, "__orig_import__", None)
    if plain is not None:
        python.__import__ = plain
