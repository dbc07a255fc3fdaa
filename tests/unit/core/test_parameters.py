"""Values of every kind against the strict reading: a value of the right type or a sentence, never anything else."""

import json
import math
from collections.abc import Callable
from typing import Any

import libvirt
from hypothesis import given
from hypothesis import strategies as st

from virtmonitor.core.errors import Failure, FailureKind, VirtmonitorError
from virtmonitor.core.keys import ALIASES, KEYS, key_code
from virtmonitor.core.operations import OPERATIONS, checked
from virtmonitor.core.parameters import Parameter
from virtmonitor.core.sizes import parse_size, unit_bytes

ANY_TEXT = st.text(st.characters(), max_size=40)  # with surrogates, controls and noncharacters
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | ANY_TEXT | st.binary(max_size=5)
ANYTHING = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(ANY_TEXT, inner))
EVERY_PARAMETER = [(row.name, p) for row in OPERATIONS.values() for p in row.parameters]


def is_right(parameter: Parameter, value: object) -> bool:
    if parameter.type == "boolean":
        return isinstance(value, bool)
    if parameter.type in ("integer", "bytes"):
        return type(value) is int and parameter.minimum <= value <= parameter.maximum
    if parameter.type == "word":
        return value in parameter.choices
    if parameter.type == "keys":
        return isinstance(value, tuple) and all(key_code(name) is not None for name in value)
    return isinstance(value, str) and len(value) <= parameter.maximum and bool(value.encode() or True)


def outcome(read: Callable[..., object], *arguments: object) -> object:
    """What was read, or the Failure."""
    try:
        return read(*arguments)
    except VirtmonitorError as error:
        return error.failure


def is_sentence(failure: Failure) -> bool:
    """For people, short, and storable anywhere."""
    return failure.message.endswith(".") and len(failure.message.encode()) < 500


@given(st.sampled_from(EVERY_PARAMETER), ANYTHING)
def test_any_value_becomes_the_type_or_a_sentence(which: tuple[str, Parameter], value: object) -> None:
    operation, parameter = which
    read = outcome(parameter.checked, value)
    if isinstance(read, Failure):
        assert read.kind is FailureKind.PARAMETER
        assert is_sentence(read)
        assert read.message.startswith(f"The parameter {parameter.name} ")
    else:
        assert is_right(parameter, read), operation
        assert parameter.checked(read) == read


@given(st.sampled_from(list(OPERATIONS)), st.dictionaries(ANY_TEXT, ANYTHING, max_size=4))
def test_any_map_is_read_or_refused(operation: str, values: dict[str, Any]) -> None:
    read = outcome(checked, operation, values)
    if isinstance(read, Failure):
        assert read.kind is FailureKind.PARAMETER
        assert is_sentence(read)
    else:
        assert isinstance(read, dict)
        assert list(read) == [p.name for p in OPERATIONS[operation].parameters]
        assert checked(operation, read) == read


@given(ANY_TEXT)
def test_any_name_is_an_operation_or_none(name: str) -> None:
    read = outcome(checked, name, {})
    if name not in OPERATIONS:
        assert isinstance(read, Failure)
        assert read.kind is FailureKind.OPERATION
        assert is_sentence(read)


@given(st.sampled_from(EVERY_PARAMETER), st.booleans() | st.integers(0, 2**53) | ANY_TEXT)
def test_a_value_and_its_json_are_read_alike(which: tuple[str, Parameter], value: object) -> None:
    """What a command line or a script writes as JSON means what Python means."""
    parameter = which[1]
    assert outcome(parameter.checked, json.loads(json.dumps(value))) == outcome(parameter.checked, value)


@given(st.integers(0, 2**60), st.sampled_from(["b", "KiB", "KB", "m", "GiB", "TB", "PiB", "E"]))
def test_sizes_are_exact(amount: int, unit: str) -> None:
    scale = unit_bytes(unit)
    assert scale is not None
    assert parse_size(f"{amount} {unit}") == parse_size(f"{amount}{unit.upper()}") == amount * scale


@given(st.integers(0, 10**6), st.integers(0, 999))
def test_fractions_of_a_size_are_exact_or_refused(whole: int, thousandths: int) -> None:
    text = f"{whole}.{thousandths:03d} KB"
    assert parse_size(text) == whole * 1000 + thousandths


@given(ANY_TEXT)
def test_any_text_is_a_size_or_none(text: str) -> None:
    try:
        size = parse_size(text)
    except ValueError:
        return
    assert size >= 0


@given(st.floats())
def test_numbers_of_javascript(number: float) -> None:
    count = next(p for p in OPERATIONS["setVcpus"].parameters if p.name == "count")
    read = outcome(count.checked, number)
    if math.isfinite(number) and number == int(number) and 1 <= number <= 65535:
        assert read == int(number)
    else:
        assert not isinstance(read, int)


def test_keys_are_those_that_libvirt_knows() -> None:
    connection = libvirt.open("test:///default")
    domain = connection.lookupByName("test")
    codes = sorted(set(KEYS.values()))
    assert len(codes) == len(KEYS)
    for start in range(0, len(codes), 16):
        some = codes[start : start + 16]
        domain.sendKey(libvirt.VIR_KEYCODE_SET_LINUX, 1, some, len(some))
    connection.close()
    assert set(ALIASES.values()) <= set(KEYS)
    assert not set(ALIASES) & set(KEYS)
