"""The parameters of operations: what they are, and the strict reading of the values that are given.

Values come typed (Python, QML, D-Bus) or as text (command line, JSON). Pure functions; any thread.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from virtmonitor.core.errors import Failure, FailureKind, VirtmonitorError
from virtmonitor.core.keys import key_code
from virtmonitor.core.sizes import parse_size

ParameterType = Literal["boolean", "integer", "bytes", "word", "line", "text", "name", "xml", "keys"]
Value = bool | int | str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of an operation.

    `type`: a word is one of `choices`; a line has no line end; a name is a line without slash, and not empty
    where it is required; bytes is a number of bytes, as text also "2 GiB"; keys is "ctrl+alt+del" or a list.
    `default` None: it has to be given. `minimum` and `maximum` bound numbers; `maximum` is also the most
    characters of a text. `loses` tells what is lost when it is true.
    """

    name: str
    type: ParameterType
    label: str
    default: Value | None = None
    choices: tuple[str, ...] = ()
    unit: str = ""
    minimum: int = 0
    maximum: int = 2**53
    loses: str = ""

    @property
    def required(self) -> bool:
        """True when it has no default."""
        return self.default is None

    def checked(self, value: object) -> Value:
        """`value` as the type asks for. Raises VirtmonitorError (PARAMETER) with a sentence for people."""
        try:
            read = _READERS[self.type](self, value)
        except ValueError as error:
            sentence = f"The parameter {self.name} {error}."
            raise VirtmonitorError(Failure(FailureKind.PARAMETER, sentence)) from None
        return read


_TRUE: Final = frozenset({"true", "yes", "on", "1"})
_FALSE: Final = frozenset({"false", "no", "off", "0"})
_INTEGER: Final = re.compile(r"[+-]?[0-9]{1,30}", re.ASCII)
# What XML 1.0 cannot hold, and therefore libvirt cannot store: controls, surrogates, two noncharacters.
_UNSTORABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def _boolean(_: Parameter, value: object) -> bool:
    if isinstance(value, bool):
        return value
    word = value.strip().lower() if isinstance(value, str) else ""
    if word in _TRUE or word in _FALSE:
        return word in _TRUE
    raise ValueError("needs true or false")


def _integer(parameter: Parameter, value: object) -> int:
    return _bounded(parameter, _whole(value))


def _bytes(parameter: Parameter, value: object) -> int:
    return _bounded(parameter, parse_size(value) if isinstance(value, str) else _whole(value))


def _whole(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, float) and value.is_integer():  # JavaScript has no other numbers
        return int(value)
    if isinstance(value, str) and _INTEGER.fullmatch(value.strip()):
        return int(value)
    raise ValueError("needs a whole number")


def _bounded(parameter: Parameter, number: int) -> int:
    if number < parameter.minimum:
        raise ValueError(f"cannot be less than {parameter.minimum}")
    if number > parameter.maximum:
        raise ValueError(f"cannot be more than {parameter.maximum}")
    return number


def _word(parameter: Parameter, value: object) -> str:
    if isinstance(value, str) and value in parameter.choices:
        return value
    raise ValueError(f"needs one of: {', '.join(parameter.choices)}")


def _text(parameter: Parameter, value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("needs a text")  # noqa: TRY004 - every refusal of a value is one exception here
    if len(value) > parameter.maximum:
        raise ValueError(f"is longer than {parameter.maximum} characters")
    if found := _UNSTORABLE.search(value):
        raise ValueError(f"has a character that cannot be stored (U+{ord(found[0]):04X})")
    return value


def _line(parameter: Parameter, value: object) -> str:
    text = _text(parameter, value)
    if "\n" in text or "\r" in text:
        raise ValueError("has to be one line")
    return text


def _name(parameter: Parameter, value: object) -> str:
    text = _line(parameter, value)
    if "/" in text:
        raise ValueError("cannot have a slash")
    if parameter.required and not text.strip():
        raise ValueError("cannot be empty")
    return text


def _keys(_: Parameter, value: object) -> tuple[str, ...]:
    names = value.split("+") if isinstance(value, str) else value
    if not isinstance(names, list | tuple) or not names:
        raise ValueError('needs keys such as "ctrl+alt+del"')
    if len(names) > _MOST_KEYS:
        raise ValueError(f"has more than {_MOST_KEYS} keys")
    for name in names:
        if not isinstance(name, str) or key_code(name) is None:
            raise ValueError(f"has a key that is not known: {str(name)[:20]!r}")
    return tuple(str(name).strip().lower() for name in names)


_MOST_KEYS: Final = 16  # VIR_DOMAIN_SEND_KEY_MAX_KEYS

_READERS: Final[Mapping[str, Callable[[Parameter, object], Value]]] = MappingProxyType(
    {
        "boolean": _boolean,
        "integer": _integer,
        "bytes": _bytes,
        "word": _word,
        "line": _line,
        "text": _text,
        "name": _name,
        "xml": _text,
        "keys": _keys,
    }
)
