"""Numbers as people read and write them."""

import doctest
import math
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from virtmonitor.core import units
from virtmonitor.core.errors import FailureKind, VirtmonitorError

FORMATS = [
    units.format_bytes,
    units.format_rate,
    units.format_percent,
    units.format_duration,
    units.format_age,
]


def test_the_examples_of_the_docstrings_hold() -> None:
    assert doctest.testmod(units).failed == 0


@pytest.mark.parametrize("show", FORMATS)
@pytest.mark.parametrize("value", [None, math.nan, math.inf, -math.inf, 10**400])
def test_unknown_is_a_dash_never_zero(show, value) -> None:
    assert show(value) == units.UNKNOWN


@pytest.mark.parametrize("show", FORMATS)
@given(value=st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(2**70), 2**70))
def test_every_finite_number_has_a_short_text(show, value) -> None:
    text = show(value)
    assert 0 < len(text) <= 24
    assert text != units.UNKNOWN
    assert not text.startswith("-0 ")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0 B"),
        (1023, "1023 B"),
        (1024, "1 KiB"),
        (1024**2 - 1, "1 MiB"),
        (1536 * 1024**2, "1.5 GiB"),
        (99.96 * 1024, "100 KiB"),
        (2**63, "8 EiB"),
        (-2048, "-2 KiB"),
        (-0.01, "0 B"),
    ],
)
def test_bytes(value, text) -> None:
    assert units.format_bytes(value) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (-5, "0 s"),
        (59.6, "1 min"),
        (3600, "1 h"),
        (3605, "1 h"),
        (7260, "2 h 1 min"),
        (400 * 86400, "1 y 35 d"),
        (1e300, "over 10000 y"),
    ],
)
def test_duration(seconds, text) -> None:
    assert units.format_duration(seconds) == text


@given(st.integers(0, 2**63 - 1))
def test_the_exact_form_is_read_back_as_the_same_number(size) -> None:
    assert units.parse_bytes(units.exact_bytes(size)) == size


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("512MiB", 512 * 1024**2),
        ("2 GiB", 2 * 1024**3),
        ("1.5G", 1536 * 1024**2),
        ("4096", 4096),
        ("  1 kb ", 1000),
        ("1k", 1024),
        ("10 bytes", 10),
        ("8191 PiB", 8191 * 1024**5),
    ],
)
def test_what_people_write(text, size) -> None:
    assert units.parse_bytes(text) == size


@pytest.mark.parametrize(
    "text", ["", "GiB", "-1 G", "1,5 G", "1 2 G", "5 parsecs", "1e9", "9 EiB", "٣ G", "1" * 4000, "nan"]
)
def test_what_cannot_be_read_is_refused_with_a_sentence(text) -> None:
    with pytest.raises(VirtmonitorError) as caught:
        units.parse_bytes(text)
    assert caught.value.failure.kind is FailureKind.PARAMETER
    assert caught.value.failure.message.endswith(".")
    assert len(str(caught.value)) < 200


@given(st.text() | st.from_regex(r"[0-9.]{1,12} ?[a-zA-Z]{0,4}"))
def test_any_text_is_read_or_refused(text) -> None:
    size = -1
    with suppress(VirtmonitorError):
        size = units.parse_bytes(text)
    assert -1 <= size < 2**63
