"""Which host is meant when nobody says which. Source: virConnectOpen (LIBVIRT_DEFAULT_URI, uri_default)."""

from __future__ import annotations

import contextlib
import os
import re
from pathlib import Path
from typing import Final

SYSTEM_URI: Final = "qemu:///system"
SESSION_URI: Final = "qemu:///session"
_SOCKETS: Final = ("virtqemud-sock", "libvirt-sock", "virtqemud-sock-ro", "libvirt-sock-ro")
_URI_DEFAULT: Final = re.compile(r"""^\s*uri_default\s*=\s*["']([^"']+)["']""", re.MULTILINE)
ANSWER_SECONDS: Final = 0.5


def default_uri() -> str | None:
    """LIBVIRT_DEFAULT_URI, else uri_default of libvirt.conf, else the first QEMU that answers, else None.

    The system's goes before the user's own, whose daemon runs only while somebody uses it.
    """
    return os.environ.get("LIBVIRT_DEFAULT_URI") or _configured() or _first_that_answers()


def _configured() -> str | None:
    """uri_default of the file that libvirt itself would read for this user."""
    with contextlib.suppress(OSError, RuntimeError):
        found = _URI_DEFAULT.search(_config_file().read_text(encoding="utf-8", errors="replace"))
        return found[1] if found else None
    return None


def _config_file() -> Path:
    if os.geteuid() == 0:
        return Path("/etc/libvirt/libvirt.conf")
    base = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(base) / "libvirt" / "libvirt.conf"


def _first_that_answers() -> str | None:
    """The daemon that accepts connections, read-only ones at least."""
    own = os.environ.get("XDG_RUNTIME_DIR") if os.geteuid() else ""  # libvirt knows no session of root
    places = (("/run/libvirt", SYSTEM_URI), (f"{own}/libvirt" if own else "", SESSION_URI))
    return next((uri for place, uri in places if place and _answers(place)), None)


def _answers(place: str) -> bool:
    return any(_accepts(f"{place}/{name}") for name in _SOCKETS)


def _accepts(path: str) -> bool:
    import socket  # for who named no host

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe, contextlib.suppress(OSError):
        probe.settimeout(ANSWER_SECONDS)
        probe.connect(path)
        return True
    return False
