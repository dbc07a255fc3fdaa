"""Why a connection did not open, as sentences with the next step: what ssh, TLS, names and sockets say, read once.

The texts are those of OpenSSH 9 and of libvirt 9 in English (the process asks libvirt for no other language).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import libvirt

from virtmonitor.core import uris
from virtmonitor.core.errors import Failure, FailureKind
from virtmonitor.core.plaintext import one_line
from virtmonitor.hypervisor.drivers import lacking, no_daemon
from virtmonitor.hypervisor.failures import failure_of

_CONNECTION: Final = FailureKind.CONNECTION
_RIGHTS: Final = FailureKind.RIGHTS
_IDENTITY: Final = FailureKind.IDENTITY
# Another try does not cure these; the person has to do something first.
_NOBODY_ASKED: Final = "No worthy mechs found"
"""What SASL says where nobody can be asked."""
_AUTHENTICATE: Final = "Press Authenticate to give your user name and password."
_SSH: Final = (
    (
        "host identification has changed",
        _IDENTITY,
        "%1 shows another host key than before: it was installed anew, or somebody is between you and it.",
        "Ask its administrator. If the new key is right, run `ssh-keygen -R` for it, then `ssh %2` in a terminal.",
    ),
    (
        "host key verification failed",
        _IDENTITY,
        "The host key of %1 is not known to this computer.",
        "Run `ssh %2` once in a terminal, compare the fingerprint it shows, accept it, then try again.",
    ),
    (
        "permission denied (",
        _IDENTITY,
        "%1 wants a password, and ssh has no terminal here to ask for it.",
        "Give it your key with `ssh-copy-id %2`, and have your key in the ssh agent, then try again.",
    ),
    ("could not resolve hostname", _CONNECTION, "No host named %1 can be found.", "Check its name, and the network."),
    ("connection refused", _CONNECTION, "%1 lets nobody in by ssh now.", "Check that sshd runs there."),
    (
        "permission denied",
        _RIGHTS,
        "Your user on %1 may not talk to its libvirt daemon.",
        "Have its administrator add that user to the group libvirt.",
    ),
    (
 "not found",
        _CONNECTION,
        "%1 can be reached by ssh, but has no libvirt, or nothing that passes the connection on to it.",
        "Install libvirt's daemon there, or nc (netcat).",
    ),
    (
        "libvirt-sock",
        _CONNECTION,
        "%1 can be reached by ssh, but its libvirt daemon does not answer.",
        "Check there that libvirtd or virtqemud runs, and that your user may use it.",
    ),
)  # fmt: skip
_OTHERS: Final = (
    ("unable to resolve address", _CONNECTION, "No host named %1 can be found.", "Check its name, and the network."),
    ("connection refused", _CONNECTION, "%1 can be reached, but no libvirt daemon listens there.",
     "Check that libvirtd listens for such connections there."),
    ("connection timed out", _CONNECTION, "%1 does not answer.", "Check that it runs, and the network."),
    ("no route to host", _CONNECTION, "%1 cannot be reached.", "Check that it runs, and the network."),
    ("network is unreachable", _CONNECTION, "There is no network to %1.", "It is tried again when there is one."),
    ("cannot read ca certificate", _IDENTITY, "This computer has no certificates to check %1 with.",
     "Put the authority's certificate where libvirt looks for it, /etc/pki/CA/cacert.pem."),
    ("verify peer's certificate", _IDENTITY, "The certificate of %1 cannot be trusted.",
     "Check that it is still valid, made for that name, and by the authority whose cacert.pem this computer has."),
    ("certificate", _IDENTITY, "The certificates of this computer do not fit %1: %3.",
     "Check that they are there, readable, still valid, and made by that host's authority."),
    ("tls confirmation", _CONNECTION, "%1 does not take the certificate of this computer, or there is none.",
     "Have its authority make one: clientcert.pem and clientkey.pem in /etc/pki/libvirt."),
    ("tls handshake", _CONNECTION, "%1 and this computer do not agree on TLS: %3.",
     "Check that libvirtd listens for TLS there, and on that port."),
)  # fmt: skip
_LOCAL: Final = (
    ("connection refused", _CONNECTION, "The libvirt daemon of this computer has ended.",
     "Start it, for example with `systemctl start libvirtd` or `systemctl start virtqemud`."),
    ("permission denied", _RIGHTS, "Your user may not talk to the libvirt daemon of this computer.",
     "Have an administrator add you to the group libvirt, then log in again."),
)  # fmt: skip
_AT_SOCKET: Final = (
    ("no such file or directory", _CONNECTION, "No libvirt daemon listens at %1.", "Check that it runs."),
    ("connection refused", _CONNECTION, "The libvirt daemon at %1 has ended.", "Start it again."),
    ("permission denied", _RIGHTS, "Your user may not talk to the libvirt daemon at %1.",
     "Have an administrator add you to the group libvirt, then log in again."),
)  # fmt: skip


def open_failure(error: libvirt.libvirtError, uri: str) -> Failure:
    """What libvirt raised when `uri` was opened, as a Failure. Passwords in the URI are not told."""
    plain = failure_of(error, f"connect to {uris.shown(uri)}")
    if plainly := _wrong_address(uri, plain):
        return plainly
    if lacks := lacking(error, uri):
        return lacks
    local = uris.local_socket(uri)
    host = one_line(uris.remote_host(uri) or (local.socket if local else ""), 100)
    table = (
        _AT_SOCKET
        if local and local.socket
        else _SSH
        if uris.is_over_ssh(uri)
        else _OTHERS
        if host
        else _LOCAL
    )
    said = str(error.get_error_message() or "")
    if _wants_a_password(plain.code, said.lower()):
        message = (
            f"{host} asks for a user name and a password."
            if host and _NOBODY_ASKED in said
            else plain.message
        )
        return replace(plain, kind=_RIGHTS, message=one_line(message, 500), hint=_AUTHENTICATE)
    if table is _LOCAL and "socket" in said and "no such file or directory" in said.lower():
        return no_daemon(error, uri)
    for phrase, kind, sentence, hint in table:
        if phrase in said.lower() and (host or "socket" in said):
            told, advice = (
                sentence.replace("%1", host).replace("%3", one_line(said, 300).rstrip(".")),
                hint.replace("%2", one_line(uris.ssh_target(uri), 100)).replace("%1", host),
            )
            return Failure(kind, told, advice, plain.code, plain.domain)
    return replace(plain, message=one_line(plain.message, 500))


def _wants_a_password(code: int, said: str) -> bool:
    if "certificate" in said:  # libvirt files it under the same code
        return False
    return code == libvirt.VIR_ERR_AUTH_FAILED or "missing authentication credentials" in said


def _wrong_address(uri: str, plain: Failure) -> Failure | None:
    """What is wrong with the URI itself, where libvirt's sentence would not tell a person."""
    shown = uris.shown(uri)
    if ":" not in uri and plain.code == libvirt.VIR_ERR_NO_CONNECT:
        hint = "An address is like qemu:///system or qemu+ssh://host/system; libvirt.conf can give it a short name."
        return replace(plain, kind=_CONNECTION, message=f"{shown} is no address of libvirt.", hint=hint)
    if not uris.is_known_driver(uri):
        hint = "An address is like qemu:///system, qemu+ssh://host/system, lxc:///system or xen:///system."
        return replace(plain, kind=_CONNECTION, message=f"libvirt cannot connect to {shown}.", hint=hint)
    return None
