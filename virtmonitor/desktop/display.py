"""Is there a screen? Qt aborts the process when it finds none, so somebody has to look before."""

from __future__ import annotations

import contextlib
import os
import re
import socket
from pathlib import Path
from typing import Final

_SECONDS: Final = 2.0
_DISPLAY: Final = re.compile(r"(?:unix/?)?(?P<host>[^:]*):(?P<number>\d+)(?:\.\d+)?")


def has_display() -> bool:
    """True when Qt will find a platform: one was named, or an X or Wayland server accepts connections."""
    if os.environ.get("QT_QPA_PLATFORM"):
        return True
    return _wayland(os.environ.get("WAYLAND_DISPLAY", "")) or _x11(os.environ.get("DISPLAY", ""))


def _wayland(name: str) -> bool:
    if not name:
        return False
    return _accepts(str(Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / name))


def _x11(name: str) -> bool:
    found = _DISPLAY.fullmatch(name)
    if found is None:
        return False
    number = int(found["number"])
    if found["host"]:
        with contextlib.suppress(OSError), socket.create_connection((found["host"], 6000 + number), _SECONDS):
            return True
        return False
    path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where X servers listen, by convention
    return _accepts(path) or _accepts(f"\0{path}")


def _accepts(address: str) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe, contextlib.suppress(OSError):
        probe.settimeout(_SECONDS)
        probe.connect(address)
        return True
    return False


_session_manager = ""


def take_session_manager() -> None:
    """Take SESSION_MANAGER out of the environment. Call it before Qt is made.

    Qt of the distributions would register beside us, to start this program anew at the next login: that is what
    the autostart file is for. Qt of the wheels knows no session manager.
    """
    global _session_manager
    _session_manager = os.environ.pop("SESSION_MANAGER", _session_manager)


def session_manager() -> str:
    """Where the session manager of X listens, as SESSION_MANAGER said; empty when there is none."""
    return _session_manager
