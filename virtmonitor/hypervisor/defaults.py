"""Which host is meant when nobody says which. Source: virConnectOpen (LIBVIRT_DEFAULT_URI, uri_default)."""

from __future__ import annotations

import contextlib
import os
import re
from pathlib import Path
from typing import Final

SYSTEM_URI: Final = "qemu:///system"
_SOCKETS: Final = ("virtqemud-sock", "libvirt-sock", "virtqemud-sock-ro", "libvirt-sock-ro")
_URI_DEFAULT: Final = re.compile(r"""^\s*uri_default\s*=\s*["']([^"']+)["']""", re.MULTILINE)
ANSWER_SECONDS: Final = 0.5


def default_uri() -> str | None:
    """LIBVIRT_DEFAULT_URI, else uri_default of libvirt.conf, else the system's QEMU where it answers, else None."""
    return os.environ.get("LIBVIRT_DEFAULT_URI") or _configured() or (SYSTEM_URI if _answers() else None)


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


def _answers() -> bool:
    """True when a daemon of the system accepts connections, read-only ones at least."""
    return any(_accepts(f"/run/libvirt/{name}") for name in _SOCKETS)


def _accepts(path: str) -> bool:
    import socket  # for who named no host

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe, contextlib.suppress(OSError):
        probe.settimeout(ANSWER_SECONDS)
        probe.connect(path)
        return True
    return False
