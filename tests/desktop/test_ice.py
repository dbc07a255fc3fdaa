"""The wire of session managers, as bytes; what real ones say is in test_session_managers.py."""

import contextlib
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from virtmonitor.desktop import ice
from virtmonitor.desktop.ice import COOKIE, IceMessage, IceReader

BYTES = st.integers(0, 255)
MESSAGES = st.builds(
    IceMessage,
    BYTES,
    st.integers(2, 255),  # the order of bytes is no message among others
    st.tuples(BYTES, BYTES),
    st.binary(max_size=64).map(lambda body: ice.padded(body, 8)),
)


@given(st.lists(MESSAGES, max_size=5), st.integers(1, 30))
def test_messages_come_whole_however_they_are_cut(messages, size):
    data = b"".join(message.packed() for message in messages)
    reader = IceReader()
    pieces = [data[at : at + size] for at in range(0, len(data), size)]
    assert [message for piece in pieces for message in reader.feed(piece)] == messages


@given(st.lists(st.binary(max_size=64), max_size=8))
def test_whatever_is_fed_is_read_or_refused(pieces):
    reader = IceReader()
    with contextlib.suppress(ValueError):
        for piece in pieces:
            list(reader.feed(piece))


def test_the_other_side_says_its_order_of_bytes():
    reader = IceReader()
    big = struct.pack(">BBBBI", 0, 1, 1, 0, 0) + struct.pack(">BBBBI", 3, 9, 0, 0, 1) + bytes(8)
    assert [message.major for message in reader.feed(big)] == [0, 3]
    assert reader.order == ">"


def test_places_on_this_computer():
    told = "local/here:@/tmp/.ICE-unix/7,tcp/here:6000,unix/here:/tmp/.ICE-unix/7,strange"
    assert ice.places(told) == [
        ("local/here:@/tmp/.ICE-unix/7", "\0/tmp/.ICE-unix/7"),
        ("unix/here:/tmp/.ICE-unix/7", "/tmp/.ICE-unix/7"),
    ]
    assert ice.places("") == []


def _entry(*texts):
    return b"".join(struct.pack(">H", len(text)) + text for text in texts)


@pytest.mark.parametrize("rest", [b"", b"\0", b"\0\x03IC"], ids=["whole", "cut in a length", "cut in a text"])
def test_cookies_of_the_authority_file(tmp_path, monkeypatch, rest):
    file = tmp_path / "authority"
    monkeypatch.setenv("ICEAUTHORITY", str(file))
    assert ice.cookie("unix/here:/x") == b""
    file.write_bytes(
        _entry(b"XSMP", b"", b"unix/here:/x", COOKIE, b"another")
        + _entry(b"ICE", b"", b"unix/there:/x", COOKIE, b"another's")
        + _entry(b"ICE", b"", b"unix/here:/x", COOKIE, b"the one")
        + rest
    )
    assert ice.cookie("unix/here:/x") == b"the one"
    assert ice.cookie("unix/nowhere:/x") == b""
