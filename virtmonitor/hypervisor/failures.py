"""libvirt's errors, told as Failures: the one place that knows libvirt's codes.

Source: virErrorNumber and virErrorDomain of virterror.h.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from types import MappingProxyType
from typing import Final

import libvirt

from virtmonitor.core.errors import Failure, FailureKind, VirtmonitorError

# By name, because libvirt-python has only the codes that the libvirt it was built against knew.
_CODES: Final = MappingProxyType(
    {
        FailureKind.CONNECTION: (
            "NO_CONNECT", "INVALID_CONN", "UNKNOWN_HOST", "OPEN_FAILED", "RPC", "GNUTLS_ERROR", "HTTP_ERROR",
            "SSH", "LIBSSH", "NO_SERVER", "NO_CLIENT",
        ),
        FailureKind.RIGHTS: (
            "OPERATION_DENIED", "AUTH_FAILED", "AUTH_UNAVAILABLE", "AUTH_CANCELLED", "ACCESS_DENIED",
            "NO_ROOT",
        ),
        # NO_SUPPORT is of the driver, OPERATION_UNSUPPORTED of the domain. Not here: ARGUMENT_UNSUPPORTED and
        # CONFIG_UNSUPPORTED, which refuse one way of doing it and leave the others.
        FailureKind.UNSUPPORTED: ("NO_SUPPORT", "OPERATION_UNSUPPORTED"),
        FailureKind.NO_SOURCE: ("NO_DOMAIN", "INVALID_DOMAIN"),
        FailureKind.STATE: ("OPERATION_INVALID", "BLOCK_COPY_ACTIVE", "SNAPSHOT_REVERT_RISKY"),
        FailureKind.PARAMETER: (
            "INVALID_ARG", "INVALID_MAC", "XML_ERROR", "XML_DETAIL", "XML_INVALID_SCHEMA", "OS_TYPE",
            "DOM_EXIST", "NO_DOMAIN_SNAPSHOT", "INVALID_DOMAIN_SNAPSHOT", "OVERFLOW", "NO_NAME", "NO_OS",
            "ARGUMENT_UNSUPPORTED",
        ),
        FailureKind.BUSY: ("RESOURCE_BUSY",),
        FailureKind.TIMEOUT: ("OPERATION_TIMEOUT", "AGENT_UNRESPONSIVE"),
        FailureKind.CANCELLED: ("OPERATION_ABORTED",),
    }
)  # fmt: skip

_KINDS: Final = MappingProxyType(
    {
        getattr(libvirt, f"VIR_ERR_{name}"): kind
        for kind, names in _CODES.items()
        for name in names
        if hasattr(libvirt, f"VIR_ERR_{name}")
    }
)

# What libvirt files under a code that many other things have, told apart by its (untranslated) words.
_PHRASES: Final = (
    ("client socket is closed", FailureKind.CONNECTION),
    ("cannot recv data", FailureKind.CONNECTION),
    ("end of file while reading data", FailureKind.CONNECTION),
    ("cannot write data", FailureKind.CONNECTION),
    ("failed to connect socket", FailureKind.CONNECTION),
    ("unable to connect to server", FailureKind.CONNECTION),
    ("unable to resolve address", FailureKind.CONNECTION),
    ("received hangup event on socket", FailureKind.CONNECTION),
    ("connection closed due to keepalive timeout", FailureKind.CONNECTION),
    ("unsupported flags", FailureKind.PARAMETER),
    ("already exists", FailureKind.PARAMETER),
    ("read only access prevents", FailureKind.RIGHTS),
    ("authentication unavailable", FailureKind.RIGHTS),
    ("state change lock", FailureKind.BUSY),
    ("another operation is active", FailureKind.BUSY),
    ("canceled by client", FailureKind.CANCELLED),
)

_HINTS: Final = MappingProxyType(
    {
        FailureKind.CONNECTION: "Check that libvirtd runs there and that its address is right.",
        FailureKind.RIGHTS: "Your user may not do this on that host; on most systems the group libvirt may.",
        FailureKind.NO_SOURCE: "It may have been deleted or stopped meanwhile.",
        FailureKind.BUSY: "Another operation holds this domain; try again when it has ended, or cancel it.",
        FailureKind.CHANGED: "Read it again and repeat the change.",
    }
)

_AGENT_HINT: Final = "This needs the QEMU guest agent, installed and running inside the guest."


def kind_of(code: int, message: str) -> FailureKind:
    """The kind of a libvirt error code. The words decide where libvirt uses one code for many things."""
    words = message.lower()
    if "connect socket" in words and "permission denied" in words:
        return FailureKind.RIGHTS
    for phrase, kind in _PHRASES:
        if phrase in words:
            return kind
    return _KINDS.get(code, FailureKind.FAILED)


def failure_of(error: libvirt.libvirtError, action: str) -> Failure:
    """What libvirt raised, as a Failure. `action` completes "Could not ...", for example "start web1"."""
    code = error.get_error_code() or 0
    said = str(error.get_error_message() or error).strip()
    kind = kind_of(code, said)
    hint = _AGENT_HINT if _is_about_agent(code, said) else _HINTS.get(kind, "")
    return Failure(kind, f"Could not {action}: {_ended(said)}", hint, code, error.get_error_domain() or 0)


@contextmanager
def translated(action: str) -> Iterator[None]:
    """Raises what libvirt raises inside as VirtmonitorError. `action` completes "Could not ..."."""
    try:
        yield
    except libvirt.libvirtError as error:
        raise VirtmonitorError(failure_of(error, action)) from error


@contextmanager
def suppress_unsupported() -> Iterator[None]:
    """Ends the block where the driver has no such function (VIR_ERR_NO_SUPPORT); raises anything else."""
    try:
        yield
    except libvirt.libvirtError as error:
        if error.get_error_code() != libvirt.VIR_ERR_NO_SUPPORT:
            raise


def _is_about_agent(code: int, message: str) -> bool:
    unresponsive = (libvirt.VIR_ERR_AGENT_UNRESPONSIVE, libvirt.VIR_ERR_AGENT_UNSYNCED)
    return code in unresponsive or "guest agent" in message.lower()


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."
