"""Starting with the session: a file in XDG_CONFIG_HOME/autostart, written only when the user asks for it.

Sources: Desktop Application Autostart Specification; Desktop Entry Specification, "The Exec key".
"""

from __future__ import annotations

import configparser
import os
import re
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from virtmonitor.core.atomicfile import replace_file
from virtmonitor.core.errors import Failure, FailureKind, VirtmonitorError
from virtmonitor.core.paths import APPLICATION, APPLICATION_ID, config_home

_GROUP: Final = "Desktop Entry"
_FILE: Final = f"{APPLICATION_ID}.desktop"
_PLAIN: Final = re.compile(r"[A-Za-z0-9_@%+=:,./-]+")


def is_enabled() -> bool:
    """True when the session starts the program: by the user's file, else by one of the administrator."""
    return next((_starts(path) for path in (_own(), *_administrators()) if path and path.exists()), False)


def set_enabled(enabled: bool) -> None:
    """Have the session start the program, or not. Raises VirtmonitorError when the file cannot be written."""
    path = _own()
    if path is None:
        raise _failure("There is no home directory for it.")
    try:
        if enabled:
            replace_file(path, entry(program()).encode())
        elif any(other.exists() for other in _administrators()):
            # A file of the user's own is the only way to overrule the administrator's.
            replace_file(path, f"[{_GROUP}]\nType=Application\nName=virtmonitor\nHidden=true\n".encode())
        else:
            path.unlink(missing_ok=True)
    except OSError as error:
        raise _failure(f"{path}: {error.strerror}.") from error


def forget() -> None:
    """Remove the user's own file: what an administrator installed is as if the user had never said anything.

    Raises VirtmonitorError when it cannot be removed.
    """
    path = _own()
    try:
        if path is not None:
            path.unlink(missing_ok=True)
    except OSError as error:
        raise _failure(f"{path}: {error.strerror}.") from error


def program() -> list[str]:
    """The command that starts this installation, from anywhere."""
    started = Path(sys.argv[0])
    if started.name == APPLICATION and started.is_absolute() and os.access(started, os.X_OK):
        return [str(started)]
    installed = shutil.which(APPLICATION, path=str(Path(sys.executable).parent)) or shutil.which(APPLICATION)
    return [installed] if installed else [sys.executable, "-m", APPLICATION]


def entry(command: Sequence[str]) -> str:
    """The autostart file."""
    lines = (
        f"[{_GROUP}]",
        "Type=Application",
        "Name=virtmonitor",
        "Comment=The virtual machines of your libvirt hosts, in the tray",
        f"Exec={exec_line([*command, '--minimized'])}",
        f"Icon={APPLICATION_ID}",
        "Terminal=false",
        "X-GNOME-Autostart-enabled=true",
        "",
    )
    return "\n".join(lines)


def exec_line(command: Sequence[str]) -> str:
    r"""`command` as the value of an Exec key, quoted twice as the specification wants it.

    >>> exec_line(["/opt/my apps/vm", "100%"])
    '"/opt/my apps/vm" 100%%'
    """
    return " ".join(map(_quoted, command)).replace("%", "%%").replace("\\", "\\\\")


def _quoted(word: str) -> str:
    if _PLAIN.fullmatch(word):
        return word
    return '"' + re.sub(r'(["`$\\])', r"\\\1", word) + '"'


def _own() -> Path | None:
    home = config_home()
    return home / "autostart" / _FILE if home else None


def _administrators() -> list[Path]:
    homes = os.environ.get("XDG_CONFIG_DIRS") or "/etc/xdg"
    return [Path(home) / "autostart" / _FILE for home in homes.split(":") if home.startswith("/")]


def _starts(path: Path) -> bool:
    reader = configparser.RawConfigParser(strict=False, interpolation=None)
    reader.optionxform = str  # type: ignore[assignment, method-assign]
    try:
        reader.read_string(path.read_text(encoding="utf-8", errors="replace"))
    except (configparser.Error, OSError):
        return False
    told = reader[_GROUP] if reader.has_section(_GROUP) else {}
    return told.get("Hidden") != "true" and told.get("X-GNOME-Autostart-enabled") != "false"


def _failure(reason: str) -> VirtmonitorError:
    return VirtmonitorError(
        Failure(FailureKind.FAILED, f"The start with the session was not changed. {reason}")
    )
