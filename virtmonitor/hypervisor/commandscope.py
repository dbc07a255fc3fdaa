"""Where a change goes: the running domain (live), its definition (config), or both.

"both" is live where it runs and config where it has a definition. Source: virDomainModificationImpact.
"""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Final

import libvirt

from virtmonitor.core.errors import Failure, FailureKind, VirtmonitorError
from virtmonitor.hypervisor.commandtarget import Target, refused
from virtmonitor.hypervisor.failures import failure_of

LIVE: Final = int(libvirt.VIR_DOMAIN_AFFECT_LIVE)
CONFIG: Final = int(libvirt.VIR_DOMAIN_AFFECT_CONFIG)

_SCOPES: Final = MappingProxyType({"live": LIVE, "config": CONFIG, "both": LIVE | CONFIG})

Change = Callable[[int], object]
Reading = Callable[[str], object]


def change(target: Target, operation: str, scope: str, action: str, call: Change, reading: Reading) -> None:
    """Makes a change where `scope` says; keeps the definition before it is touched.

    `call` gets the LIVE and CONFIG flags. `reading` reads the changed thing out of an XML: it tells a change
    that was half done. Raises VirtmonitorError: STATE where the scope does not exist, PARTIAL where live was
    done and config was refused, else libvirt's failure with nothing changed.
    """
    flags = resolved(target, scope)
    if flags & CONFIG:
        target.keep(operation)
    before = _live(target, reading) if flags == LIVE | CONFIG else None
    try:
        call(flags)
    except libvirt.libvirtError as error:
        if flags != LIVE | CONFIG:
            raise VirtmonitorError(failure_of(error, action)) from error
        if _exclusive(error):
            _one_by_one(action, call)
        elif _live(target, reading) != before:
            raise _partial(error, action) from error
        else:
            raise VirtmonitorError(failure_of(error, action)) from error


def resolved(target: Target, scope: str) -> int:
    """The flags of a scope for this domain as it is now. Raises VirtmonitorError (STATE)."""
    active, persistent = target.active(), target.persistent()
    if scope == "live" and not active:
        raise refused(FailureKind.STATE, f"{target.name} does not run: there is nothing live to change.")
    if scope == "config" and not persistent:
        sentence = f"{target.name} is transient: it has no definition to change, only what runs."
        raise refused(FailureKind.STATE, sentence)
    exists = (LIVE if active else 0) | (CONFIG if persistent else 0)
    return _SCOPES[scope] & exists


def _one_by_one(action: str, call: Change) -> None:
    """For drivers that take only one scope at a time."""
    try:
        call(LIVE)
    except libvirt.libvirtError as error:
        raise VirtmonitorError(failure_of(error, action)) from error
    try:
        call(CONFIG)
    except libvirt.libvirtError as error:
        raise _partial(error, action) from error


def _partial(error: libvirt.libvirtError, action: str) -> VirtmonitorError:
    inner = failure_of(error, f"{action} in its definition")
    message = f"It was done for the running domain only. {inner.message}"
    hint = "The next start brings the old value back."
    return VirtmonitorError(Failure(FailureKind.PARTIAL, message, hint, inner.code, inner.domain))


def _exclusive(error: libvirt.libvirtError) -> bool:
    return "mutually exclusive" in (error.get_error_message() or "")


def _live(target: Target, reading: Reading) -> object:
    try:
        return reading(target.domain.XMLDesc(0))
    except libvirt.libvirtError:
        return None
