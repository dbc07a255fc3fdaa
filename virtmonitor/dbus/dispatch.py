"""From a call on the bus to a method of an object and back to a reply. Every call gets one, whatever happens."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final, Protocol

from jeepney import Message, new_error, new_method_return
from jeepney.low_level import HeaderFields

from virtmonitor.dbus.errors import BusError, failed, invalid, not_known, read_only, unknown
from virtmonitor.dbus.interfaces import (
    INTROSPECTABLE,
    PEER,
    PROPERTIES_INTERFACE,
    Interface,
    Method,
)
from virtmonitor.dbus.introspection import node
from virtmonitor.dbus.objects import BusObject, of_missing

log = logging.getLogger("virtmonitor.dbus")

_STANDARD: Final = (PROPERTIES_INTERFACE, INTROSPECTABLE, PEER)
_MACHINE_IDS: Final = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))


class Tree(Protocol):
    """All objects."""

    def at(self, path: str) -> BusObject | None:
        """The object of that path."""

    def below(self, path: str) -> list[str]:
        """The names of the next elements of paths below it."""


class Dispatch:
    """Answers calls. It never raises, and never gives an empty success for a failure."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree

    def reply(self, message: Message) -> Message:
        """The reply to a call."""
        try:
            signature, body = self._carry_out(message)
            return new_method_return(message, signature or None, body)
        except BusError as error:
            return new_error(message, error.name, "s", (str(error),))
        except Exception:
            # As with every slot of Qt: told in the log, and the caller waits for an answer.
            log.exception("a call on the bus failed")
            return new_error(
                message, failed("").name, "s", ("A mistake in virtmonitor; its log tells more.",)
            )

    def _carry_out(self, message: Message) -> tuple[str, tuple[Any, ...]]:
        fields = message.header.fields
        path, member = fields[HeaderFields.path], fields[HeaderFields.member]
        found = self._tree.at(path)
        below = self._tree.below(path)
        if found is None and not below:
            raise of_missing(path)
        offered = found.interfaces if found is not None else ()
        interface, method = _method([*offered, *_STANDARD], fields.get(HeaderFields.interface), member)
        if fields.get(HeaderFields.signature, "") != method.signature:
            raise invalid(f"{member} takes ({method.signature}).")
        own = _Standard(path, found, offered, below) if interface in _STANDARD else found
        function: Callable[..., tuple[Any, ...]] = getattr(own, member)
        body = function(fields.get(HeaderFields.sender, ""), *message.body)
        return "".join(argument.type for argument in method.gives), body


def _method(offered: Iterable[Interface], wanted: str | None, member: str) -> tuple[Interface, Method]:
    known = [interface for interface in offered if wanted in (None, interface.name)]
    if not known:
        raise unknown("Interface", f"There is no interface {str(wanted)[:200]} here.")
    for interface in known:
        for method in interface.methods:
            if method.name == member:
                return interface, method
    raise unknown("Method", f"There is no method {member[:200]}.")


class _Standard:
    """What every object offers."""

    def __init__(
        self, path: str, found: BusObject | None, offered: tuple[Interface, ...], below: list[str]
    ) -> None:
        self._path, self._object, self._offered, self._below = path, found, offered, below

    def Introspect(self, _sender: str) -> tuple[str]:
        """org.freedesktop.DBus.Introspectable."""
        return (node([*self._offered, *_STANDARD], self._below),)

    def Ping(self, _sender: str) -> tuple[()]:
        """org.freedesktop.DBus.Peer."""
        return ()

    def GetMachineId(self, _sender: str) -> tuple[str]:
        """org.freedesktop.DBus.Peer."""
        for path in _MACHINE_IDS:
            if path.exists():
                return (path.read_text(encoding="ascii").strip(),)
        raise failed("This computer has no machine id.")

    def GetAll(self, _sender: str, interface: str) -> tuple[dict[str, Any]]:
        """org.freedesktop.DBus.Properties; "" means all interfaces."""
        values: dict[str, Any] = {}
        for told in self._interfaces(interface):
            values |= self._values(told)
        return (values,)

    def Get(self, _sender: str, interface: str, name: str) -> tuple[Any]:
        """org.freedesktop.DBus.Properties."""
        for told in self._interfaces(interface):
            if any(prop.name == name for prop in told.properties):
                value = self._values(told).get(name)
                if value is None:
                    raise not_known(name)
                return (value,)
        raise unknown("Property", f"There is no property {name[:200]}.")

    def Set(self, _sender: str, interface: str, name: str, _value: Any) -> tuple[()]:
        """org.freedesktop.DBus.Properties."""
        if any(prop.name == name for told in self._interfaces(interface) for prop in told.properties):
            raise read_only(name)
        raise unknown("Property", f"There is no property {name[:200]}.")

    def _interfaces(self, name: str) -> list[Interface]:
        found = [told for told in (*self._offered, *_STANDARD) if name in ("", told.name)]
        if not found:
            raise unknown("Interface", f"There is no interface {name[:200]} here.")
        return found

    def _values(self, interface: Interface) -> dict[str, Any]:
        return self._object.properties(interface) if self._object and interface in self._offered else {}
