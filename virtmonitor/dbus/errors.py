"""Errors as they go over the bus: never an empty success."""

from __future__ import annotations

from typing import Final

from virtmonitor.core.errors import Failure, FailureKind

_STANDARD: Final = "org.freedesktop.DBus.Error"
_OWN: Final = "org.virtmonitor.Error"


class BusError(Exception):
    """What a call failed of: `name` is D-Bus's, the text is for people."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__(text)
        self.name = name


def invalid(text: str) -> BusError:
    """The arguments are not what they should be."""
    return BusError(f"{_STANDARD}.InvalidArgs", text)


def unknown(what: str, text: str) -> BusError:
    """There is no such Method, Interface, Property or Object."""
    return BusError(f"{_STANDARD}.Unknown{what}", text)


def read_only(name: str) -> BusError:
    """Nothing can be set."""
    return BusError(f"{_STANDARD}.PropertyReadOnly", f"{name} cannot be set; operations change things.")


def too_many(text: str) -> BusError:
    """A caller wants more than anybody needs."""
    return BusError(f"{_STANDARD}.LimitsExceeded", text)


def not_allowed(operation: str) -> BusError:
    """The user has not allowed other programs to do that."""
    return BusError(
        f"{_OWN}.NotAllowed",
        f"Other programs may not call {operation}. The setting dbus.allowed_operations can allow it.",
    )


def not_known(name: str) -> BusError:
    """The property is there, its value is not known."""
    return BusError(f"{_OWN}.Unknown", f"{name} is not known now.")


def failed(text: str) -> BusError:
    """A mistake of ours."""
    return BusError(f"{_STANDARD}.Failed", text)


def of_failure(failure: Failure) -> BusError:
    """One of the program's failures."""
    if failure.kind is FailureKind.PARAMETER:
        return invalid(str(failure))
    word = failure.kind.value
    return BusError(f"{_OWN}.{word[0].upper()}{word[1:]}", str(failure))
