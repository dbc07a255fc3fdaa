"""Writing a file whole or not at all: after a crash, a full disk or a power loss it is the old one or the new one."""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path


def replace_file(path: Path, data: bytes, *, keep_old: bool = False) -> None:
    """Put `data` into `path`, readable by its owner alone. Blocks for an fsync.

    `keep_old`: what is there now, and cannot be used, is kept beside it. Raises OSError with nothing changed.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    import tempfile  # most runs write nothing so

    # mkstemp makes it 0600; in the same directory, as a rename cannot cross file systems.
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with open(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if keep_old:
            path.rename(_aside(path))
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
    _sync_directory(path.parent)


def _aside(path: Path) -> Path:
    """A name beside `path` that nothing has."""
    stem = f"{path.name}.broken-{time.strftime('%Y%m%d-%H%M%S')}"
    names = (path.with_name(stem if number == 1 else f"{stem}-{number}") for number in range(1, 1000))
    return next(name for name in names if not os.path.lexists(name))


def _sync_directory(path: Path) -> None:
    """The rename reaches the disk too: after a power loss the new file is there."""
    with contextlib.suppress(OSError):  # some file systems cannot; the file itself is safe
        handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
