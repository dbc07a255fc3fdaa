"""Screen, keys, interrupts. Source: virDomainScreenshot, virDomainSendKey, virDomainInjectNMI."""

from __future__ import annotations

from typing import Final

import libvirt

from virtmonitor.core.errors import FailureKind
from virtmonitor.core.keys import key_code
from virtmonitor.hypervisor.commandtarget import Parameters, Target, refused
from virtmonitor.hypervisor.failures import translated

#: Bytes of a picture that are taken; a PPM of 7680 x 4320 has 95 MiB.
MOST_OF_A_PICTURE: Final = 128 * 1024 * 1024


def screenshot(target: Target, parameters: Parameters) -> dict[str, object]:
    """A picture of a screen. Result: `data` (bytes) and `mime` (QEMU gives image/x-portable-pixmap)."""
    with translated(f"take a screenshot of {target.name}"):
        stream = target.connection.newStream(0)
        try:
            mime = target.domain.screenshot(stream, parameters["screen"], 0)
            picture = _received(stream)
        except BaseException:
            _abort(stream)
            raise
        stream.finish()
    return {"mime": mime, "data": picture}


def send_key(target: Target, parameters: Parameters) -> None:
    """Presses keys together."""
    codes = [code for code in map(key_code, parameters["keys"]) if code is not None]
    with translated(f"send keys to {target.name}"):
        target.domain.sendKey(libvirt.VIR_KEYCODE_SET_LINUX, parameters["holdTime"], codes, len(codes), 0)


def inject_nmi(target: Target, _: Parameters) -> None:
    """Sends a non-maskable interrupt."""
    with translated(f"send an NMI to {target.name}"):
        target.domain.injectNMI(0)


def _received(stream: libvirt.virStream) -> bytes:
    picture = bytearray()
    while chunk := stream.recv(256 * 1024):
        picture += chunk
        if len(picture) > MOST_OF_A_PICTURE:
            raise refused(FailureKind.FAILED, "The picture is larger than 128 MiB.")
    return bytes(picture)


def _abort(stream: libvirt.virStream) -> None:
    try:
        stream.abort()
    except libvirt.libvirtError:  # it has ended already
        return
