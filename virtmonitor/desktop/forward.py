"""Handing a command to the instance that runs already. Without Qt: a global shortcut must not wait for Qt to load.

Over the session bus as org.freedesktop.Application; without a bus over a socket in a directory of the user alone.
"""

from __future__ import annotations

import json
import os
import socket
import stat
from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from jeepney import DBusAddress, Message, MessageFlag, MessageType, new_method_call
from jeepney.io.blocking import open_dbus_connection
from jeepney.low_level import HeaderFields

from virtmonitor.core.errors import Failure, FailureKind, VirtmonitorError
from virtmonitor.core.paths import APPLICATION, APPLICATION_ID, runtime_dir
from virtmonitor.dbus.busaddress import connected, session_address

TIMEOUT: Final = 5.0  # seconds; an instance that starts or is busy gets them
LONGEST_ARGUMENT: Final = 4096  # characters
#: The commands that may be forwarded, and how many arguments each has.
COMMANDS: Final = MappingProxyType(
    {"activate": 0, "window": 0, "toggle": 0, "minimized": 0, "quit": 0, "show": 1}
)
_TOKENS: Final = ("activation-token", "desktop-startup-id")
_VARIABLES: Final = MappingProxyType(
    {"activation-token": "XDG_ACTIVATION_TOKEN", "desktop-startup-id": "DESKTOP_STARTUP_ID"}
)


def object_path(name: str) -> str:
    """The object that a bus name of an application stands for, as its specification says."""
    return "/" + name.replace(".", "/").replace("-", "_")


def check(command: str, arguments: Sequence[object]) -> str | None:
    """What is wrong with a forwarded command, for a program; None when nothing is."""
    if command not in COMMANDS:
        return f"There is no command {command[:50]!r}."
    if len(arguments) != COMMANDS[command]:
        return f"The command {command} takes {COMMANDS[command]} arguments."
    if not all(isinstance(argument, str) and len(argument) <= LONGEST_ARGUMENT for argument in arguments):
        return f"The arguments of {command} must be texts of at most {LONGEST_ARGUMENT} characters."
    return None


def activation_token() -> str:
    """The token with which the launcher lets a window come to the front; "" when it gave none."""
    return os.environ.get("XDG_ACTIVATION_TOKEN") or os.environ.get("DESKTOP_STARTUP_ID") or ""


def token_of(platform_data: dict[str, Any]) -> str:
    """The activation token that came with a call."""
    return next((text for key in _TOKENS if isinstance(text := platform_data.get(key), str) and text), "")


def forward(
    command: str, arguments: Sequence[str] = (), *, name: str = APPLICATION_ID, timeout: float = TIMEOUT
) -> bool:
    """Have the running instance carry out the command. False: none runs.

    Raises VirtmonitorError: one runs, but does not answer (TIMEOUT) or refuses (PARAMETER).
    """
    answer = _over_bus(command, arguments, name, timeout)
    return _over_socket(command, arguments, name, timeout) if answer is None else answer


def _over_bus(command: str, arguments: Sequence[str], name: str, timeout: float) -> bool | None:
    """None: there is no bus."""
    address = session_address()
    stream = connected(address, timeout)
    if stream is None:
        return None
    stream.close()
    try:
        with open_dbus_connection(address, auth_timeout=timeout) as connection:
            reply = connection.send_and_get_reply(_call(command, arguments, name), timeout=timeout)
    except TimeoutError as error:
        raise _silent() from error
    except (OSError, ValueError):
        return None
    return _outcome(reply)


def _call(command: str, arguments: Sequence[str], name: str) -> Message:
    target = DBusAddress(object_path(name), name, "org.freedesktop.Application")
    data = {key: ("s", token) for key, variable in _VARIABLES.items() if (token := os.environ.get(variable))}
    if command == "activate":
        message = new_method_call(target, "Activate", "a{sv}", (data,))
    else:
        body = (command, [("s", argument) for argument in arguments], data)
        message = new_method_call(target, "ActivateAction", "sava{sv}", body)
    # A running instance is meant; the bus must not start another one.
    message.header.flags |= MessageFlag.no_auto_start
    return message


_ABSENT: Final = frozenset(
    {"org.freedesktop.DBus.Error.ServiceUnknown", "org.freedesktop.DBus.Error.NameHasNoOwner"}
)


def _outcome(reply: Message) -> bool:
    if reply.header.message_type is MessageType.method_return:
        return True
    error = reply.header.fields.get(HeaderFields.error_name, "")
    if error in _ABSENT:
        return False
    if error == "org.freedesktop.DBus.Error.NoReply":
        raise _silent()  # it went away while it was asked, or the bus lost patience
    raise _refused(str(reply.body[0]) if reply.body else error)


# Without a bus


def socket_path(name: str = APPLICATION_ID) -> Path | None:
    """The instance's socket, in a directory that is this user's alone; None when there is no such directory."""
    directory = runtime_dir() or _made(Path(_temporary()) / f"{APPLICATION}-{os.getuid()}")
    if directory is None or not is_private(directory):
        return None
    return directory / f"{name}-{os.getuid()}.socket"


def _temporary() -> str:
    import tempfile  # where the session has no directory of its own

    return tempfile.gettempdir()


def is_private(directory: Path) -> bool:
    """True when nobody else can put a file there."""
    try:
        status = directory.lstat()
    except OSError:
        return False
    own = status.st_uid == os.geteuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return own and stat.S_ISDIR(status.st_mode)


def _made(directory: Path) -> Path | None:
    try:
        directory.mkdir(mode=0o700, exist_ok=True)
    except OSError:
        return None
    return directory


def _over_socket(command: str, arguments: Sequence[str], name: str, timeout: float) -> bool:
    path = socket_path(name)
    if path is None:
        return False
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM | socket.SOCK_CLOEXEC) as stream:
        stream.settimeout(timeout)
        try:
            stream.connect(str(path))
        except OSError:
            return False
        try:
            request = {"command": command, "arguments": list(arguments), "token": activation_token()}
            stream.sendall(json.dumps(request).encode() + b"\n")
            answer = stream.makefile("rb").readline(LONGEST_ARGUMENT)
        except OSError as error:
            raise _silent() from error
    if answer.strip() == b"ok":
        return True
    raise _refused(answer.decode("utf-8", "replace").strip()) if answer else _silent()


def _silent() -> VirtmonitorError:
    return VirtmonitorError(
        Failure(
            FailureKind.TIMEOUT, "virtmonitor runs already, but it does not answer.", "End it and try again."
        )
    )


def _refused(reason: str) -> VirtmonitorError:
    return VirtmonitorError(Failure(FailureKind.PARAMETER, f"The running virtmonitor refused: {reason}"))
