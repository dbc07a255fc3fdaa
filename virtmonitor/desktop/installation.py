"""Making an installation from a wheel known to the desktop: menu entry, icons, D-Bus activation, for one user.

A distribution's package installs the same files for all; pip and pipx do not know of them. Every path that is
written is in `files`, so that removing leaves nothing behind.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

from virtmonitor.assets import asset
from virtmonitor.core.atomicfile import replace_file
from virtmonitor.core.errors import Failure, FailureKind, VirtmonitorError
from virtmonitor.core.paths import APPLICATION, APPLICATION_ID, data_home
from virtmonitor.desktop.autostart import exec_line, program

_ENTRY: Final = f"applications/{APPLICATION_ID}.desktop"
_SERVICES: Final = (APPLICATION_ID, "org.virtmonitor.Engine1")
"""The bus names that a bus starts the program for."""
_INTERFACES: Final = "dbus-1/interfaces/org.virtmonitor.Engine1.xml"
_METAINFO: Final = f"metainfo/{APPLICATION_ID}.metainfo.xml"
#: Man page and completions; zsh looks in no directory of the user's own.
_OF_THE_SHELL: Final = MappingProxyType(
    {
        "man/virtmonitor.1": "man/man1/virtmonitor.1",
        "completions/bash/virtmonitor": "bash-completion/completions/virtmonitor",
        "completions/fish/virtmonitor.fish": "fish/vendor_completions.d/virtmonitor.fish",
    }
)


def install(command: Sequence[str] | None = None) -> tuple[Path, ...]:
    """Write the files for `command` (this installation's), each replaced whole; which they are.

    Raises VirtmonitorError.
    """
    home = _home()
    written = []
    for name, data in files(program() if command is None else command):
        try:
            replace_file(home / name, data)
            (home / name).chmod(0o644)  # nothing in them is private, and other programs read them
        except OSError as error:
            raise _failure(f"{home / name}: {error.strerror}.") from error
        written.append(home / name)
    return tuple(written)


def uninstall() -> tuple[Path, ...]:
    """Remove what `install` wrote, and the directories that are empty then; which files it were."""
    home = _home()
    removed = []
    for name, _ in files([APPLICATION]):
        with contextlib.suppress(FileNotFoundError):
            (home / name).unlink()
            removed.append(home / name)
        _remove_empty(home, (home / name).parent)
    return tuple(removed)


def files(command: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """The files below XDG_DATA_HOME, by their relative paths, for a program started by `command`."""
    yield _ENTRY, _entry(command).encode()
    for name in _SERVICES:
        yield f"dbus-1/services/{name}.service", _service(name, command).encode()
    yield _INTERFACES, asset("resources", "dbus", "org.virtmonitor.Engine1.xml").read_bytes()
    yield _METAINFO, asset("resources", "desktop", f"{APPLICATION_ID}.metainfo.xml").read_bytes()
    for name, place in _OF_THE_SHELL.items():
        yield place, asset("resources", *name.split("/")).read_bytes()
    icons = asset("resources", "icons", "hicolor")
    for path in sorted(icons.rglob("*")):
        if path.is_file():
            yield f"icons/hicolor/{path.relative_to(icons).as_posix()}", path.read_bytes()


def _entry(command: Sequence[str]) -> str:
    text = asset("resources", "desktop", f"{APPLICATION_ID}.desktop").read_text(encoding="utf-8")
    text = text.replace(f"Exec={APPLICATION}", f"Exec={exec_line(command)}")
    # Only together with the service file: without one no launcher could start it.
    return text.replace("StartupNotify=", "DBusActivatable=true\nStartupNotify=", 1)


def _service(name: str, command: Sequence[str]) -> str:
    """A bus daemon looks in no PATH; it undoes quotes and escapes as launchers do, but has no field codes."""
    text = asset("resources", "desktop", f"{name}.service.in").read_text(encoding="utf-8")
    return text.replace(f"@BINDIR@/{APPLICATION}", exec_line(command).replace("%%", "%"))


def _remove_empty(home: Path, directory: Path) -> None:
    """Up to the home; directories of others are not empty."""
    while directory != home:
        try:
            directory.rmdir()
        except OSError:
            return
        directory = directory.parent


def _home() -> Path:
    home = data_home()
    if home is None:
        raise _failure("There is no home directory for it.")
    return home


def _failure(reason: str) -> VirtmonitorError:
    return VirtmonitorError(Failure(FailureKind.FAILED, f"The desktop was not told of virtmonitor. {reason}"))
