"""A libvirt URI is code: what one would run or trust, how it is shown, and how it is made ready to be opened.

Read as libvirt reads them (tried on 9.0): parameter names in any case, percent-escapes in them undone,
`&` and `;` both separate, a scheme's transport in any case, `scheme:/path` as good as `scheme:///path`.
Sources: virURIParseParams, remoteSplitURIScheme and doRemoteOpen of libvirt; docs/uri.rst.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote, unquote

from virtmonitor.core.plaintext import one_line

_TRANSPORTS: Final = frozenset({"", "unix", "tls", "tcp", "ssh", "libssh", "libssh2"})
_HARMLESS: Final = frozenset(
    {"no_tty", "mode", "sshauth", "known_hosts_verify", "tls_priority", "transport", "vcenter", "auto_answer"}
)
_PROGRAMS: Final = frozenset({"command", "netcat"})
_SECRETS: Final = re.compile(r"pass|secret|token|pwd", re.IGNORECASE)
# virConnectOpenFindURIAliasMatch looks these up in libvirt.conf.
_ALIAS: Final = re.compile(r"[A-Za-z0-9_-]+\Z")
_PARTS: Final = re.compile(
    r"(?i)([a-z][a-z0-9.-]*)(?:\+([a-z0-9.+-]*))?:(?://([^/?#]*))?([^?#]*)(?:\?([^#]*))?"
)
_MASK: Final = "***"
_DEEPEST: Final = 4
_FALSE: Final = frozenset({"", "0"})
# These drivers live in the client: no daemon of this computer has a say.
_IN_PROCESS: Final = frozenset(
    {"test", "esx", "vpx", "gsx", "hyperv", "vmwareplayer", "vmwarews", "vmwarefusion"}
)
_DRIVERS: Final = _IN_PROCESS | frozenset(
    {"qemu", "lxc", "xen", "ch", "vbox", "bhyve", "vz", "parallels", "openvz", "remote"}
)


@dataclass(frozen=True, slots=True)
class _Uri:
    driver: str
    transport: str
    authority: str
    path: str
    parameters: tuple[tuple[str, str], ...]


def risk(uri: str) -> str | None:
    """What opening `uri` would run or blindly trust, as a sentence for people; None when it is harmless.

    What this program does not know counts as a risk. An alias or "" is resolved by the user's libvirt.conf.

    >>> risk("qemu+ssh://root@rack1/system") is None
    True
    >>> risk("test+ext:///default?command=/tmp/x")
    'It runs the program /tmp/x on this computer.'
    """
    return _risk(uri, 0)


def runs(uri: str) -> str | None:
    """What program opening `uri` would run, as a sentence; None when none: then who typed it need not be asked.

    >>> runs("qemu+unix:///system?socket=/run/mine") is None
    True
    >>> runs("qemu+ssh://rack1/system?netcat=/tmp/x")
    'It runs the program /tmp/x on the host.'
    """
    return _runs(uri, 0)


def _runs(uri: str, depth: int) -> str | None:
    parts = _parse(uri)
    if parts is None or depth > _DEEPEST:
        return None  # libvirt refuses it too
    told = [
        _parameter_risk(parts, name, value, depth) for name, value in parts.parameters if name in _PROGRAMS
    ]
    told += [_runs(value, depth + 1) for name, value in parts.parameters if name == "name"]
    if not any(told) and parts.transport not in _TRANSPORTS:
        told.append("It runs a program on this computer.")
    return " ".join(dict.fromkeys(word for word in told if word)) or None


def _risk(uri: str, depth: int) -> str | None:
    if not uri or _ALIAS.match(uri):
        return None
    parts = _parse(uri)
    if parts is None or depth > _DEEPEST:
        return "It is not a URI that can be read."
    told = [word for name, value in parts.parameters if (word := _parameter_risk(parts, name, value, depth))]
    if not told and parts.transport == "ext":
        told.append("It runs a program on this computer.")
    if parts.transport not in _TRANSPORTS | {"ext"}:
        told.append(f"Its transport {one_line(parts.transport, 20)} is not known to virtmonitor.")
    return " ".join(dict.fromkeys(told)) or None


def _parameter_risk(parts: _Uri, name: str, value: str, depth: int) -> str | None:
    shown_value = one_line(value, 120)
    told = {
        "command": f"It runs the program {shown_value} on this computer.",
        "netcat": f"It runs the program {shown_value} on the host.",
        "keyfile": f"It shows the key in {shown_value} to the host.",
        "socket": f"It trusts whoever listens at the socket {shown_value}.",
        "pkipath": f"It uses the keys and certificates in {shown_value}.",
        "known_hosts": f"It trusts the hosts that {shown_value} lists.",
    }
    if name in told:
        return told[name]
    if name == "no_verify":
        return None if value in _FALSE else "It does not check who the host is."
    if name == "known_hosts_verify" and value.lower() != "normal":
        return "It does not check who the host is."
    if name == "proxy":
        return _proxy_risk(value)
    if name == "name":
        return _risk(value, depth + 1)
    if name in _HARMLESS:
        return None
    return f"virtmonitor does not know its parameter {one_line(name, 40)}."


def _proxy_risk(value: str) -> str | None:
    """`proxy` chooses the program on the remote side (ssh), or names a web proxy (esx)."""
    return None if value in {"auto", "netcat", "native"} else f"It connects by way of {one_line(value, 80)}."


@dataclass(frozen=True, slots=True)
class SocketUri:
    """A daemon of this computer: its driver ("" for an alias), and the socket when the URI names one."""

    driver: str
    socket: str = ""


def missing_file(uri: str) -> str:
    """The file that a test driver's URI names where there is none; "" for all else.

    >>> missing_file("test:///default"), missing_file("test:////nowhere/fleet.xml")
    ('', '/nowhere/fleet.xml')
    """
    parts = _parse(uri)
    if (
        parts is None
        or parts.driver != "test"
        or parts.transport
        or parts.authority
        or parts.path == "/default"
    ):
        return ""
    # libvirt opens the path as it stands: both /fleet.xml and //fleet.xml.
    path = Path(unquote(parts.path))
    return "" if path.is_file() else f"/{str(path).lstrip('/')}"


def is_known_driver(uri: str) -> bool:
    """True when libvirt has, or had, a driver of that name; also for an alias of libvirt.conf.

    >>> is_known_driver("qemu+ssh://rack1/system"), is_known_driver("http://rack1")
    (True, False)
    """
    parts = _parse(uri)
    return parts is None or parts.driver in _DRIVERS


def driver(uri: str) -> str:
    """The driver that `uri` names; "" for an alias of libvirt.conf and for what cannot be read.

    >>> driver("lxc+ssh://rack1/system")
    'lxc'
    """
    parts = None if _ALIAS.match(uri) else _parse(uri)
    return parts.driver if parts is not None else ""


def local_socket(uri: str) -> SocketUri | None:
    """The daemon of this computer that `uri` is served by; None for other hosts and for drivers without a daemon.

    >>> local_socket("qemu:///system")
    SocketUri(driver='qemu', socket='')
    >>> local_socket("qemu+ssh://rack1/system") is None
    True
    """
    if not uri or _ALIAS.match(uri):
        return SocketUri("")
    parts = _parse(uri)
    if parts is None or parts.authority or parts.transport not in ("", "unix") or parts.path == "/session":
        return None
    if parts.driver in _IN_PROCESS and not parts.transport:
        return None
    return SocketUri(parts.driver, dict(parts.parameters).get("socket", ""))


def remote_host(uri: str) -> str:
    """The host that `uri` names, with the user and port it names; "" for this computer.

    >>> remote_host("qemu+ssh://root@rack1:2222/system")
    'root@rack1:2222'
    """
    parts = _parse(uri)
    return re.sub(r":[^@]*@", "@", parts.authority) if parts is not None else ""


def ssh_target(uri: str) -> str:
    """The arguments that bring the program ssh to the host of `uri`.

    >>> ssh_target("qemu+ssh://root@rack1:2222/system")
    '-p 2222 root@rack1'
    """
    host, colon, port = remote_host(uri).rpartition(":")
    return f"-p {port} {host}" if colon and port.isdigit() else remote_host(uri)


def is_over_ssh(uri: str) -> bool:
    """True when the program ssh makes the connection."""
    parts = _parse(uri)
    return parts is not None and parts.transport == "ssh"


def shown(uri: str) -> str:
    """`uri` for people, logs and notices: passwords masked, on one line, at most 300 characters.

    >>> shown("esx://root:pa@ss@vc.example/?password=x&no_verify=0")
    'esx://root:***@vc.example/?password=***&no_verify=0'
    """
    head, mark, query = _without_password(uri).partition("?")
    return one_line(head + mark + re.sub(r"[^&;]+", _masked, query), 300)


def _without_password(uri: str) -> str:
    masked, found = re.subn(r"(//[^/?#@:]*):[^/?#]*@", rf"\1:{_MASK}@", uri, count=1)
    if found:
        return masked
    # People put / and ? into passwords, which no URI allows: then what follows the colon is no port.
    return re.sub(r"(//[^/?#@:\[]*):(?!\d*(?:[/?#]|$)).*@", rf"\1:{_MASK}@", uri, count=1)


def _masked(found: re.Match[str]) -> str:
    name, equals, value = found[0].partition("=")
    if equals and _SECRETS.search(unquote(name)):
        return f"{name}={_MASK}"
    return f"{name}{equals}{_nested(value)}"


def _nested(value: str) -> str:
    """The value of a parameter; a URI within (`name=`) may hold a password of its own."""
    inner = unquote(value)
    return shown(inner) if "://" in inner and "@" in inner else value


def prepared(uri: str) -> str:
    """`uri` as it is opened: over ssh always with no_tty=1, as a tray has no terminal to ask a password on.

    >>> prepared("qemu+ssh://rack1/system")
    'qemu+ssh://rack1/system?no_tty=1'
    """
    parts = _parse(uri)
    if parts is None or parts.transport != "ssh":
        return uri
    kept = [(name, value) for name, value in parts.parameters if name != "no_tty"]
    query = "&".join(f"{quote(name)}={quote(value, safe='/:@')}" for name, value in [*kept, ("no_tty", "1")])
    return f"{uri.partition('#')[0].partition('?')[0]}?{query}"


def _parse(uri: str) -> _Uri | None:
    """The parts of `uri`, names in lower case; None for what libvirt's own reader refuses too."""
    found = _PARTS.match(uri)
    if not found or one_line(uri, len(uri)) != uri or " " in uri:
        return None
    driver, transport, authority, path, query = (part or "" for part in found.groups())
    pairs = (piece.partition("=") for piece in re.split("[&;]", query) if piece)
    parameters = tuple((unquote(name).lower(), unquote(value)) for name, _, value in pairs)
    return _Uri(driver.lower(), transport.lower(), authority, path, parameters)
