"""What to do where libvirt has no driver for what an address names: which package, which daemon, or which system.

Names of packages are those of Debian and of Fedora, which agree but where both are told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import libvirt

from virtmonitor.core import uris
from virtmonitor.core.errors import Failure, FailureKind
from virtmonitor.core.plaintext import one_line


@dataclass(frozen=True, slots=True)
class Driver:
    """`product`: what it is called; `daemon`: the one of split daemons; `only`: where alone it can be, "" anywhere."""

    product: str
    package: str = ""
    daemon: str = ""
    only: str = ""


_DRIVERS: Final = MappingProxyType(
    {
        "qemu": Driver("QEMU", "libvirt-daemon-driver-qemu", "virtqemud"),
        "lxc": Driver("LXC containers", "libvirt-daemon-driver-lxc", "virtlxcd"),
        "xen": Driver("Xen", "libvirt-daemon-driver-xen (Fedora: libvirt-daemon-driver-libxl)", "virtxend"),
        "vbox": Driver("VirtualBox", "libvirt-daemon-driver-vbox", "virtvboxd"),
        "ch": Driver("Cloud Hypervisor", "libvirt-daemon-driver-ch", "virtchd"),
        "bhyve": Driver("bhyve", only="FreeBSD"),
        "vz": Driver("Virtuozzo", only="Virtuozzo"),
        "parallels": Driver("Virtuozzo", only="Virtuozzo"),
        "openvz": Driver("OpenVZ", only="OpenVZ"),
    }
)
_BUILT_WITHOUT: Final = re.compile(r"libvirt was built without the '(\w+)' driver")
_OTHER_PATH: Final = re.compile(r"unexpected \w+ URI path '.*', try (.*)", re.IGNORECASE)
_NO_SERVER: Final = "URI is missing the server part"
_PLAINLY: Final = (
    ("/proc/vz does not exist", "This computer is no host of OpenVZ.", ""),
    ("vmrun utility is missing", "VMware's program vmrun is not on this computer.", "Install VMware."),
    ("ip address lookup for host", "No host named %1 can be found.", "Check its name, and the network."),
)  # fmt: skip


def lacking(error: libvirt.libvirtError, uri: str) -> Failure | None:
    """Why there is no driver for `uri`, with what to do; None when it is something else. Another try cures nothing."""
    said = str(error.get_error_message() or "")
    name = uris.driver(uri)
    if error.get_error_code() == libvirt.VIR_ERR_NO_CONNECT and "no connection driver" in said:
        return _told(error, f"{_where(uri)} has no driver for {_of(name).product}.", _advice(name))
    if without := _BUILT_WITHOUT.search(said):
        return _told(
            error,
            f"The libvirt of this computer was built without its driver for {without[1]}.",
            "Install another build of it.",
        )
    if other := _OTHER_PATH.search(said):
        return _told(error, f"There is no {uris.shown(uri)}.", f"Try {one_line(other[1], 200)}.")
    if _NO_SERVER in said:
        return _told(
            error, f"{uris.shown(uri)} names no host.", f"An address of that kind is like {name}://host/."
        )
    for phrase, sentence, hint in _PLAINLY:
        if phrase in said.lower():
            host = one_line(uris.remote_host(uri), 100)
            kind = FailureKind.CONNECTION if "%1" in sentence else FailureKind.UNSUPPORTED
            return _told(error, sentence.replace("%1", host), hint, kind)
    return None


def no_daemon(error: libvirt.libvirtError, uri: str) -> Failure:
    """What there is to tell, and to do, where nobody listens on this computer for `uri`."""
    name = uris.driver(uri)
    driver = _of(name)
    if driver.only:
        return _told(
            error, f"There is no {driver.product} on this computer.", f"It exists on {driver.only} alone."
        )
    if name == "qemu" or not driver.daemon:
        told = "No libvirt daemon runs on this computer."
        hint = "Install or start it, for example with `systemctl start libvirtd` or `systemctl start virtqemud.socket`."
    else:
        told = f"No libvirt daemon for {driver.product} runs on this computer."
        start = f"`systemctl start libvirtd` or `systemctl start {driver.daemon}.socket`"
        hint = f"Install {driver.package}, then {start}."
    return _told(error, told, hint, FailureKind.CONNECTION)


def _of(name: str) -> Driver:
    return _DRIVERS.get(name) or Driver(name)


def _where(uri: str) -> str:
    host = one_line(uris.remote_host(uri), 100)
    return f"The libvirt of {host}" if host else "The libvirt of this computer"


def _advice(name: str) -> str:
    driver = _of(name)
    if driver.only:
        return f"It exists on {driver.only} alone."
    return f"Install {driver.package} there, then restart libvirtd." if driver.package else ""


def _told(
    error: libvirt.libvirtError, message: str, hint: str, kind: FailureKind = FailureKind.UNSUPPORTED
) -> Failure:
    return Failure(kind, message, hint, error.get_error_code() or 0, error.get_error_domain() or 0)
