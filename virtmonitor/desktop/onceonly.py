"""What a person is told once, and never again: a file in the state directory remembers it."""

from __future__ import annotations

from virtmonitor.core.paths import told_path


def first_time(what: str) -> bool:
    """True when that was not told yet, and from now on it was. Without a home directory always True."""
    path = told_path(what)
    if path is None:
        return True
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(exist_ok=False)
    except FileExistsError:
        return False
    except OSError:
        return True
    return True
