"""Menu labels and tooltips of machines whose names fight back."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QMenu

from virtmonitor.core.plaintext import one_line
from virtmonitor.desktop.traytext import LABEL_LENGTH, isolated, menu_label, tooltip_line

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()))
HOSTILE = [
    '<img src="x">',
    "-rf",
    "a b;rm",
    "\u202etxt.exe",
    "..",
    "x" * 300,
    "\x1b[2J",
    "a\tb\nc",
    "\ud800",
    "",
]


@pytest.mark.parametrize("sni", [True, False])
@pytest.mark.parametrize("name", HOSTILE)
def test_a_label_is_short_one_line_and_never_empty(name, sni):
    label = menu_label(name, sni=sni)
    assert 0 < len(label) <= LABEL_LENGTH + 1
    assert label.isprintable()


@given(ANY_TEXT)
def test_a_menu_shows_what_the_name_is(name):
    label = menu_label(name, sni=False)
    drawn = label.replace("&&", "\0").replace("&", "").replace("\0", "&")
    assert drawn == (one_line(name, LABEL_LENGTH) or "—")


@given(ANY_TEXT)
def test_a_panel_shows_what_the_name_is(name):
    """After what Qt does to it (QDBusMenuItem::convertMnemonic) and how dbusmenu means it; more follows the name."""
    sent = (menu_label(name, sni=True) + " — Running").replace("&", "_", 1)
    drawn = re.sub("_(.)", r"\1", sent)
    assert drawn == (one_line(name, LABEL_LENGTH) or "—") + " — Running"


def test_qt_draws_it_without_a_mnemonic(qapp):
    menu = QMenu()
    action = menu.addAction(menu_label("web_1 & co", sni=False))
    assert action.iconText() == "web_1 & co"


@given(ANY_TEXT)
def test_a_tooltip_has_no_markup(name):
    line = tooltip_line(name)
    assert not set(line) & set("<>\n\t")
    assert not {unicodedata.category(ch) for ch in line} & {"Cc", "Cs", "Zl", "Zp"}


def test_isolates_stand_around_a_name():
    assert unicodedata.bidirectional(isolated("x")[0]) == "FSI"
    assert unicodedata.bidirectional(isolated("x")[-1]) == "PDI"
