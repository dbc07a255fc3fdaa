"""Text from guests, hosts and people made safe to show on one line: no controls, no bidi overrides."""

from __future__ import annotations

import unicodedata
from typing import Final

ELLIPSIS: Final = "…"
# Scripts and emoji need the zero width (non-)joiner; every other format character (bidi, tags, BOM) goes.
_KEPT_FORMATS: Final = frozenset("\u200c\u200d")
# Control, format, surrogate, unassigned-or-private noise and the two Unicode line ends.
_DROPPED: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# A title needs no more; a guest may send a megabyte, and each character costs a look-up.
_LONGEST: Final = 4096


def one_line(text: str, limit: int = 0) -> str:
    """`text` on one line without control, bidi and surrogate characters, elided to `limit` (0: 4096).

    >>> one_line("web\\n1\\u202e")
    'web 1'
    >>> one_line("a very long name", 8)
    'a very …'
    """
    longest = limit or _LONGEST
    kept = "".join(map(_shown, text[: longest * 4]))
    return elided(" ".join(kept.split()), longest)


def elided(text: str, limit: int) -> str:
    """`text`, its end replaced by an ellipsis where it is longer than `limit` characters.

    >>> elided("abcdef", 4)
    'abc…'
    """
    return text if len(text) <= limit else text[: max(limit - 1, 0)] + ELLIPSIS


def escaped(text: str) -> str:
    """`text` with its control, bidi and surrogate characters as visible escapes: nothing lost, nothing acts.

    >>> escaped("a\\x1b[2J")
    'a\\\\x1b[2J'
    """
    return "".join(ch if _shown(ch) == ch else ch.encode("unicode_escape").decode("ascii") for ch in text)


def _shown(character: str) -> str:
    if character in _KEPT_FORMATS or unicodedata.category(character) not in _DROPPED:
        return character
    return " " if character.isspace() else ""
