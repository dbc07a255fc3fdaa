"""What all portals of the desktop have in common: one name, one object, requests that are answered by a signal.

Source: XDG Desktop Portal, org.freedesktop.portal.Request and Session.
"""

from __future__ import annotations

from typing import Final

from jeepney import DBusAddress, MatchRule

NAME: Final = "org.freedesktop.portal.Desktop"
REQUEST: Final = "org.freedesktop.portal.Request"
SESSION: Final = "org.freedesktop.portal.Session"


def portal(interface: str) -> DBusAddress:
    """The portal of that interface."""
    return DBusAddress("/org/freedesktop/portal/desktop", NAME, interface)


def telling(interface: str, member: str) -> MatchRule:
    """The rule for a signal of the portals."""
    return MatchRule(type="signal", sender=NAME, interface=interface, member=member)
