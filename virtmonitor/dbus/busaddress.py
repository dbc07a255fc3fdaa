"""Where the buses listen. Without Qt, so that a second instance that only forwards its command is quick."""

from __future__ import annotations

import os
import socket
from typing import Final

from jeepney.bus import get_connectable_addresses

from virtmonitor.core.paths import runtime_dir

#: An address that no library tries to connect to, nor to start a bus for.
NO_BUS: Final = "disabled:"
_SYSTEM_BUS: Final = "unix:path=/run/dbus/system_bus_socket"


def session_address() -> str:
    """The session bus's address; NO_BUS when there is none."""
    told = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    if told:
        return told
    runtime = runtime_dir()
    if runtime is not None and (runtime / "bus").is_socket():
        return f"unix:path={runtime / 'bus'}"
    return NO_BUS


def system_address() -> str:
    """The system bus's address, whether it listens or not."""
    return os.environ.get("DBUS_SYSTEM_BUS_ADDRESS") or _SYSTEM_BUS


def settle_session_address() -> None:
    """Make all libraries of this process use the same bus, or none. Call it before the first one is used.

    Without an address libdbus would start a bus of its own, which no other program knows and nobody ends.
    """
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = session_address()


def connected(address: str, timeout: float) -> socket.socket | None:
    """A stream to the bus at `address`; None when nobody listens there. Blocks `timeout` seconds at most."""
    try:
        places = list(get_connectable_addresses(address))
    except (ValueError, KeyError, RuntimeError):
        return None  # no address that can be read, or none of a kind that is known
    for place in places:
        stream = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM | socket.SOCK_CLOEXEC)
        try:
            stream.settimeout(timeout)
            stream.connect(place)
        except OSError:
            stream.close()
        else:
            return stream
    return None
