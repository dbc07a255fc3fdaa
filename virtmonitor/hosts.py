"""Which connections a face starts with: those of the command line, else the settings', else libvirt's default,
else the demo. Imports no Qt.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from virtmonitor.assets import asset
from virtmonitor.core.connection import HostSettings, short_name
from virtmonitor.hypervisor.defaults import default_uri

DEMO_NAME: Final = "demo"


def chosen(uris: Sequence[str], configured: Iterable[HostSettings] = ()) -> tuple[HostSettings, ...]:
    """The connections to open, under unique short names; never none.

    `uris` are those of the command line, agreed to by whoever typed them (cli_confirm).
    """
    if uris:
        return named(uris, confirmed=True)
    settings = tuple(configured)
    if settings:
        return settings
    uri = default_uri()
    # The environment and libvirt.conf are the user's own: who can write there runs programs anyway.
    return named([uri], confirmed=True) if uri else (demo(),)


def named(uris: Iterable[str], *, confirmed: bool = False) -> tuple[HostSettings, ...]:
    """Connections to these URIs, one for each different one."""
    names: set[str] = set()
    hosts = []
    for uri in dict.fromkeys(uris):
        name = short_name(uri, names)
        names.add(name)
        hosts.append(HostSettings(name, uri, confirmed=confirmed))
    return tuple(hosts)


def demo() -> HostSettings:
    """The built-in fleet, on libvirt's test driver in this process: nothing real is touched."""
    return HostSettings(DEMO_NAME, f"test://{asset('resources', 'demo', 'fleet.xml')}", demo=True)
