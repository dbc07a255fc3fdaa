"""What the engine offers on the session bus: THE table of its interfaces. Dispatch and introspection are made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from virtmonitor.core.vocabulary import PROPERTIES, SourceProperty

NAME: Final = "org.virtmonitor.Engine1"
"""The bus name."""
ROOT: Final = "/org/virtmonitor/Engine1"
"""The engine's object; Sources and jobs are below it."""


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument: its name and D-Bus type."""

    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Method:
    """A method; the Python method of the object that carries it out has its name."""

    name: str
    takes: tuple[Argument, ...]
    gives: tuple[Argument, ...]
    text: str

    @property
    def signature(self) -> str:
        """Of what it takes."""
        return "".join(argument.type for argument in self.takes)


@dataclass(frozen=True, slots=True)
class Signal:
    """A signal."""

    name: str
    carries: tuple[Argument, ...]
    text: str


@dataclass(frozen=True, slots=True)
class BusProperty:
    """A property, always read-only. `emits`: PropertiesChanged tells when it changed."""

    name: str
    type: str
    text: str
    emits: bool = True


@dataclass(frozen=True, slots=True)
class Interface:
    """One interface."""

    name: str
    text: str
    methods: tuple[Method, ...] = ()
    signals: tuple[Signal, ...] = ()
    properties: tuple[BusProperty, ...] = ()


def _a(*pairs: str) -> tuple[Argument, ...]:
    return tuple(Argument(name, kind) for name, kind in (pair.split(":") for pair in pairs))


_TYPES: Final = {"text": "s", "word": "s", "integer": "x", "number": "d", "boolean": "b"}
_LISTS: Final = {"vcpuUsage": "ad", "addresses": "as", "counts": "a{sx}"}


def property_type(told: SourceProperty) -> str:
    """The D-Bus type of a property of the vocabulary: always the same, whatever the value."""
    return _TYPES.get(told.type) or _LISTS.get(told.name, "aa{sv}")


def _properties(kind: str) -> tuple[BusProperty, ...]:
    return tuple(
        BusProperty(
            told.name,
            property_type(told),
            f"{told.description}{f' ({told.unit})' if told.unit else ''}",
            emits=told.name != "updatedAt",
        )
        for told in PROPERTIES
        if kind in told.kinds
    )


ENGINE: Final = Interface(
    NAME,
    "All machines and hosts that virtmonitor shows. A Source is HOST, or HOST/UUID for a machine.",
    (
        Method("Sources", (), _a("sources:as"), "The names of all Sources."),
        Method("Object", _a("source:s"), _a("object:o"), "The object of a Source."),
        Method(
            "Connect",
            _a("source:s", "interval:u", "groups:as"),
            _a("object:o"),
            "Have a Source sampled for you: every interval milliseconds (at least 500; 0: only events), these groups "
            "of statistics (cpu, memory, disk, network, guest; none: all). Once more: as now asked for. It ends with "
            "Disconnect, or when you leave the bus.",
        ),
        Method("Disconnect", _a("source:s"), (), "Look at it no more."),
        Method("DisconnectAll", (), (), "Look at nothing any more."),
    ),
    (
        Signal("SourceAdded", _a("source:s", "object:o"), "A machine or host came."),
        Signal("SourceRemoved", _a("source:s", "object:o"), "It went."),
        Signal(
            "JobFinished",
            _a("job:o", "source:s", "operation:s", "error:s", "message:s"),
            "An operation that was called over the bus ended; error is empty when it succeeded.",
        ),
    ),
    (
        BusProperty("Version", "s", "The version of virtmonitor."),
        BusProperty("Hosts", "as", "The short names of the hosts."),
    ),
)

_UNKNOWN: Final = (
    "A property that is not known now is not there: GetAll leaves it out, Get is an error, PropertiesChanged names it "
    "as invalidated. Statistics are known while somebody is connected."
)
DOMAIN: Final = Interface(
    "org.virtmonitor.Domain1", f"A machine. {_UNKNOWN}", properties=_properties("domain")
)
HOST: Final = Interface("org.virtmonitor.Host1", f"A host. {_UNKNOWN}", properties=_properties("host"))

SERVICE: Final = Interface(
    "org.virtmonitor.Service1",
    "What can be done with a machine. Only what loses and reveals nothing is allowed, unless the user's settings name "
    "more (dbus.allowed_operations).",
    (
        Method(
            "Operations",
            (),
            _a("operations:a{sa{sv}}"),
            "Each operation with label, description, enabled, reason (why not), loses and allowed.",
        ),
        Method(
            "Describe",
            _a("operation:s"),
            _a("parameters:aa{sv}"),
            "Its parameters: name, type, label, required, default, choices, unit, minimum, maximum.",
        ),
        Method(
            "Call",
            _a("operation:s", "parameters:a{sv}"),
            _a("job:o"),
            "Start an operation. The job tells how it ends; it stays for a minute after that.",
        ),
    ),
)

JOB: Final = Interface(
    "org.virtmonitor.Job1",
    "An operation under way.",
    (Method("Cancel", (), (), "Stop it, if it can be stopped: it then ends as cancelled."),),
    (
        Signal(
            "Finished",
            _a("error:s", "message:s", "result:a{sv}"),
            "It ended. error is empty when it succeeded, else a word such as state or timeout.",
        ),
    ),
    (
        BusProperty("Source", "s", "The machine."),
        BusProperty("Operation", "s", "The operation."),
        BusProperty("Running", "b", "It has not ended."),
        BusProperty("Progress", "d", "How far it is (%)."),
        BusProperty("Remaining", "d", "How long it still takes (s)."),
        BusProperty("Cancellable", "b", "Cancel may stop it."),
        BusProperty("Error", "s", "Why it failed, a word; empty when it did not."),
        BusProperty("Message", "s", "The same as sentences for people."),
        BusProperty("Result", "a{sv}", "What it gave, below the key value."),
    ),
)

OWN: Final = (ENGINE, DOMAIN, HOST, SERVICE, JOB)

PROPERTIES_INTERFACE: Final = Interface(
    "org.freedesktop.DBus.Properties",
    "",
    (
        Method("Get", _a("interface:s", "name:s"), _a("value:v"), ""),
        Method("GetAll", _a("interface:s"), _a("values:a{sv}"), ""),
        Method("Set", _a("interface:s", "name:s", "value:v"), (), ""),
    ),
    (Signal("PropertiesChanged", _a("interface:s", "changed:a{sv}", "invalidated:as"), ""),),
)
INTROSPECTABLE: Final = Interface(
    "org.freedesktop.DBus.Introspectable", "", (Method("Introspect", (), _a("xml:s"), ""),)
)
PEER: Final = Interface(
    "org.freedesktop.DBus.Peer",
    "",
    (Method("Ping", (), (), ""), Method("GetMachineId", (), _a("id:s"), "")),
)
