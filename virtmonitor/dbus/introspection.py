"""The interfaces as D-Bus introspection XML. `python -m virtmonitor.dbus.introspection` prints what is installed.

Source: D-Bus specification, "Introspection Data Format".
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import Final
from xml.sax.saxutils import quoteattr

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
    lines += [f"  <node name={quoteattr(child)}/>" for child in children]
    return "\n".join([f"{_HEAD}<node>", *lines, "</node>", ""])


def _interface(told: Interface) -> Iterator[str]:
    yield f"  <interface name={quoteattr(told.name)}>"
    yield from _doc(told.text, 4)
    for method in told.methods:
        yield f"    <method name={quoteattr(method.name)}>"
        yield from _doc(method.text, 6)
        yield from _arguments(method.takes, ' direction="in"')
        yield from _arguments(method.gives, ' direction="out"')
        yield "    </method>"
    for signal in told.signals:
        yield f"    <signal name={quoteattr(signal.name)}>"
        yield from _doc(signal.text, 6)
        yield from _arguments(signal.carries, "")
        yield "    </signal>"
    for prop in told.properties:
        yield f'    <property name={quoteattr(prop.name)} type={quoteattr(prop.type)} access="read">'
        yield from _doc(prop.text, 6)
        if not prop.emits:
            yield f'      <annotation name="{_EMITS}" value="false"/>'
        yield "    </property>"
    yield "  </interface>"


def _arguments(arguments: Iterable[Argument], direction: str) -> Iterator[str]:
    for argument in arguments:
        yield f"      <arg name={quoteattr(argument.name)} type={quoteattr(argument.type)}{direction}/>"


def _doc(text: str, indent: int) -> Iterator[str]:
    if text:
        yield f"{' ' * indent}<annotation name={quoteattr(_DOC)} value={quoteattr(text)}/>"


def installed() -> str:
    """All that is offered, for the file in resources/dbus: the interfaces stand on different objects."""
    return node(OWN)


if __name__ == "__main__":
    sys.stdout.write(installed())
