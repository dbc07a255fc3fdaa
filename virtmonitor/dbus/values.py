"""Values as D-Bus wants them: typed, in valid UTF-8, and without what is unknown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from virtmonitor.core.properties import outward
from virtmonitor.dbus.interfaces import Interface

Variant = tuple[str, Any]

_BIGGEST: Final = 2**63 - 1


def typed(interface: Interface, data: Mapping[str, Any]) -> dict[str, Variant]:
    """The properties of an interface that `data` knows, each of its type."""
    known = outward(data)
    return {
        prop.name: (prop.type, as_type(prop.type, value))
        for prop in interface.properties
        if (value := known.get(prop.name)) is not None
    }


def as_type(kind: str, value: Any) -> Any:
    """A known value as that D-Bus type."""
    if kind == "s":
        return clean(str(value))
    if kind == "x":
        return max(-_BIGGEST, min(int(value), _BIGGEST))
    if kind == "d":
        return float(value)
    if kind == "b":
        return bool(value)
    if kind == "a{sx}":
        return {clean(str(name)): as_type("x", number) for name, number in value.items()}
    if kind == "a{sv}":
        return mapping(value)
    return [as_type(kind[1:], item) for item in value if item is not None]


def mapping(values: Mapping[str, Any]) -> dict[str, Variant]:
    """A map of anything; what is unknown is left out."""
    return {clean(str(name)): variant(value) for name, value in values.items() if value is not None}


def variant(value: Any) -> Variant:
    """A known value with the type that fits it."""
    if isinstance(value, bool):
        return "b", value
    if isinstance(value, int):
        return "x", as_type("x", value)
    if isinstance(value, float):
        return "d", value
    if isinstance(value, bytes):
        return "ay", value
    if isinstance(value, Mapping):
        return "a{sv}", mapping(value)
    if isinstance(value, list | tuple):
        return _list(value)
    return "s", clean(str(value))


def _list(values: list[Any] | tuple[Any, ...]) -> Variant:
    known = [value for value in values if value is not None]
    if all(isinstance(value, str) for value in known):
        return "as", [clean(value) for value in known]
    if all(isinstance(value, Mapping) for value in known):
        return "aa{sv}", [mapping(value) for value in known]
    return "av", [variant(value) for value in known]


def clean(text: str) -> str:
    """Text that may be sent: no NUL, no surrogates. Guests choose some of it, and the bus ends who sends other."""
    return text.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8")


def plain(value: Variant) -> Any:
    """What a received variant holds, variants within it undone too."""
    kind, held = value
    if kind == "v":
        return plain(held)
    return [plain(item) for item in held] if kind == "av" else held
