"""Whether opening a connection would make somebody ask for a password: found out without opening it.

libvirt's daemons ask polkit when a connection opens, and on a desktop polkit puts up a dialog. So the daemon is
asked first which authentication it wants (REMOTE_PROC_AUTH_LIST, the first message of each of its clients), and
polkit whether it would say yes without asking (pkcheck without --allow-user-interaction).
Sources: remote_protocol.x, virnetprotocol.x and remote_sockets.c of libvirt; pkcheck(1).
"""

from __future__ import annotations

import os
import struct
from pathlib import Path
from typing import Final

from virtmonitor.core.errors import Failure, FailureKind
from virtmonitor.core.uris import SocketUri, local_socket

ANSWER_SECONDS: Final = 5.0
"""How long a daemon, or polkit, may think about it; one that hangs is asked again at the next try to connect."""
RUN: Final = Path("/run/libvirt")
MANAGE: Final = "org.libvirt.unix.manage"
MONITOR: Final = "org.libvirt.unix.monitor"
"""Their actions in org.libvirt.unix.policy."""

_PROGRAM: Final = 0x20008086
_AUTH_LIST: Final = 66
_AUTH_POLKIT: Final = 2
_HEADER: Final = ">7I"  # length, program, version, procedure, type (0: call), serial, status

_HINT: Final = (
    "Press Authenticate to give your password, or have an administrator add you to the group libvirt "
    "(then log in again)."
)


def would_ask(uri: str, *, read_only: bool = False) -> Failure | None:
    """Why opening `uri` would put a password dialog on the screen; None when it would not, as far as can be told.

    Blocks for some milliseconds; with a daemon that hangs for ANSWER_SECONDS.
    """
    target = local_socket(uri)
    if target is None or os.geteuid() == 0:
        return None
    action = MONITOR if read_only else MANAGE
    wants = any(wants_polkit(path) for path in _paths(target, read_only))
    if not wants or polkit_allows(action):
        return None
    verb = "see" if read_only else "manage"
    text = f"Your user may not {verb} the machines of this computer without a password."
    return Failure(FailureKind.RIGHTS, text, _HINT)


def _paths(target: SocketUri, read_only: bool) -> list[Path]:
    """The sockets that libvirt could take: the one named, else the driver's own daemon's, else libvirtd's."""
    if target.socket:
        return [Path(target.socket)]
    suffix = "-sock-ro" if read_only else "-sock"
    own = f"virt{target.driver or '*'}d{suffix}"  # which one an alias means, only libvirt knows: look at all
    found = sorted(RUN.glob(own)) or [RUN / f"libvirt{suffix}"]
    return [path for path in found if path.exists()]


def wants_polkit(path: Path) -> bool:
    """True when the daemon at that socket asks polkit about this process, or does not answer."""
    import socket  # only where there is a password to be asked for

    call = struct.pack(_HEADER, struct.calcsize(_HEADER), _PROGRAM, 1, _AUTH_LIST, 0, 0, 0)
    try:
        with socket.socket(socket.AF_UNIX) as daemon:
            daemon.settimeout(ANSWER_SECONDS)
            daemon.connect(str(path))
            daemon.sendall(call)
            with daemon.makefile("rb") as reply:
                (length,) = struct.unpack(">I", reply.read(4))
                words = struct.unpack(f">{length // 4 - 1}I", reply.read(length - 4))
    except TimeoutError:
        return True
    except (OSError, struct.error):
        return False  # opening it tells what is wrong, better than this could
    return _AUTH_POLKIT in words[7:]


def polkit_allows(action: str) -> bool:
    """True when polkit lets this process do it without asking anybody; False also where polkit cannot be asked."""
    import subprocess  # where polkit is asked, no earlier

    argv = ["pkcheck", "--action-id", action, "--process", str(os.getpid())]
    try:
        done = subprocess.run(
            argv, stdin=subprocess.DEVNULL, capture_output=True, timeout=ANSWER_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
