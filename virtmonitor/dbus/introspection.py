"""The interfaces as D-Bus introspection XML. `python -m virtmonitor.dbus.introspection` prints what is installed.

Source: D-Bus specification, "Introspection Data Format".
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from virtmonitor.dbus.interfaces import OWN, Argument, Interface

_HEAD: Final = (
    '<!DOCTYPE node PUBLIC "-//freedesktop//DTD D-BUS Object Introspection 1.0//EN"\n'
    ' "http://www.freedesktop.org/standards/dbus/1.0/introspect.dtd">\n'
)
_DOC: Final = "org.gtk.GDBus.DocString"
_EMITS: Final = "org.freedesktop.DBus.Property.EmitsChangedSignal"


def node(interfaces: Iterable[Interface], children: Iterable[str] = ()) -> str:
    """The XML of an object with these interfaces and these objects below it."""
    lines = [line for interface in interfaces for line in _interface(interface)]
    lines += [f"  <node name={_quoted(child)}/>" for child in children]
    return "\n".join([f"{_HEAD}<node>", *lines, "</node>", ""])


def _interface(told: Interface) -> Iterator[str]:
    yield f"  <interface name={_quoted(told.name)}>"
    yield from _doc(told.text, 4)
    for method in told.methods:
        yield f"    <method name={_quoted(method.name)}>"
        yield from _doc(method.text, 6)
        yield from _arguments(method.takes, ' direction="in"')
        yield from _arguments(method.gives, ' direction="out"')
        yield "    </method>"
    for signal in told.signals:
        yield f"    <signal name={_quoted(signal.name)}>"
        yield from _doc(signal.text, 6)
        yield from _arguments(signal.carries, "")
        yield "    </signal>"
    for prop in told.properties:
        yield f'    <property name={_quoted(prop.name)} type={_quoted(prop.type)} access="read">'
        yield from _doc(prop.text, 6)
        if not prop.emits:
            yield f'      <annotation name="{_EMITS}" value="false"/>'
        yield "    </property>"
    yield "  </interface>"


def _arguments(arguments: Iterable[Argument], direction: str) -> Iterator[str]:
    for argument in arguments:
        yield f"      <arg name={_quoted(argument.name)} type={_quoted(argument.type)}{direction}/>"


def _doc(text: str, indent: int) -> Iterator[str]:
    if text:
        yield f"{' ' * indent}<annotation name={_quoted(_DOC)} value={_quoted(text)}/>"


def installed() -> str:
    """All that is offered, for the file in resources/dbus: the interfaces stand on different objects."""
    return node(OWN)


def _quoted(text: str) -> str:
    """As the value of an attribute. xml.sax.saxutils has it too, and loads urllib, http and ssl for it."""
    escaped = escape(text, quote=False).replace('"', "&quot;")
    return f'"{escaped}"'


if __name__ == "__main__":
    sys.stdout.write(installed())
