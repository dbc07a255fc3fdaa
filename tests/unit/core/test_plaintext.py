"""One line of safe text from anything that a guest or a person may send."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from virtmonitor.core.plaintext import elided, escaped, one_line

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()))


@given(ANY_TEXT)
def test_no_character_that_acts_is_left(text):
    assert not {unicodedata.category(ch) for ch in one_line(text)} & {"Cc", "Cs", "Zl", "Zp"}
    assert not set(one_line(text)) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")
    one_line(text).encode("utf-8")


@given(ANY_TEXT, st.integers(1, 50))
def test_never_longer_than_asked(text, limit):
    assert len(one_line(text, limit)) <= limit
    assert len(elided(text, limit)) <= limit


def test_a_megabyte_is_cut_before_it_is_looked_at():
    assert len(one_line("x" * 1_000_000)) == 4096


def test_emoji_and_scripts_survive():
    assert one_line("👩\u200d💻 سرور می\u200cرود 虚拟机") == "👩\u200d💻 سرور می\u200cرود 虚拟机"


@given(ANY_TEXT)
def test_escaped_text_is_one_line_and_loses_nothing_visible(text):
    shown = escaped(text)
    assert not {unicodedata.category(ch) for ch in shown} & {"Cc", "Cs", "Zl", "Zp"}
    assert [ch for ch in text if ch.isalnum()] == [ch for ch in text if ch.isalnum() and ch in shown]


def test_terminal_sequences_are_shown():
    assert escaped("\x1b]8;;http://x\x07a\r\n") == "\\x1b]8;;http://x\\x07a\\r\\n"
