"""A language that nobody speaks: each text of the program with accents and 40 % longer, to see what gets cut.

And what is cut, in a window as it is drawn.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from xml.sax.saxutils import escape

from PySide6.QtCore import QPointF, QTranslator
from PySide6.QtQuick import QQuickItem, QQuickWindow

from tests.helpers.qmllint import ROOT
from virtmonitor.desktop.i18n import LRELEASE

_LETTERS = str.maketrans("AaCcEeIiNnOoSsUuYyZz", "ÅåČčÉéÎîŇňÖöŠšÜüÝýŽž")
_KEPT = re.compile(r"(%(?:\d|n)|&)")
LONGER = 0.4


def pseudo(text: str) -> str:
    """The text in that language; placeholders stay.

    >>> pseudo("Save %1")
    '[Šåvé %1 ···]'
    """
    parts = _KEPT.split(text)
    told = "".join(part if _KEPT.fullmatch(part) else part.translate(_LETTERS) for part in parts)
    return f"[{told} {'·' * max(1, round(len(text) * LONGER))}]"


def translator(directory: Path) -> QTranslator:
    """One that knows all texts; keep it as long as it shall translate."""
    source = (ROOT / "resources" / "i18n" / "virtmonitor_de.ts").read_text("utf-8")
    file, made = directory / "pseudo.ts", directory / "pseudo.qm"
    file.write_text(re.sub(r"<message.*?</message>", _translated, source, flags=re.DOTALL), "utf-8")
    subprocess.run([str(LRELEASE), "-silent", str(file), "-qm", str(made)], check=True)
    loaded = QTranslator()
    assert loaded.load(str(made))
    return loaded


def _translated(message: re.Match[str]) -> str:
    found = re.search(r"<source>(.*?)</source>", message[0], re.DOTALL)
    assert found is not None
    text = escape(pseudo(unescape(found[1])))
    forms = f"<numerusform>{text}</numerusform>" * 2
    told = f"<translation>{forms if 'numerusform' in message[0] else text}</translation>"
    return re.sub(r"<translation.*?</translation>", lambda _: told, message[0], flags=re.DOTALL)


def cut(window: QQuickWindow) -> list[str]:
    """The texts that nobody can read whole: cut without a tool tip, wider than their place, or out of the window."""
    root = window.contentItem().parentItem() or window.contentItem()
    items = list(_visible(root))
    told = [item.property("target") for item in items if _is(item, "ElisionTip")]
    return [problem for item in items if (problem := _problem(item, window, told))]


def _problem(item: QQuickItem, window: QQuickWindow, told: list[QQuickItem]) -> str:
    text = item.property("text")
    wide = item.property("contentWidth")
    if not isinstance(text, str) or not text or wide is None or not item.inherits("QQuickText"):
        return ""
    if item.property("truncated"):
        return "" if _has_tip(item, told) else f"cut: {text!r}"
    if wide > item.width() + 1:
        return f"wider than its place by {wide - item.width():.0f}: {text!r}"
    left = item.mapToScene(QPointF(0, 0)).x()
    right = item.mapToScene(QPointF(item.width(), 0)).x()
    inside = min(left, right) >= -1 and max(left, right) <= window.width() + 1
    return "" if inside or _scrolls(item) else f"out of the window: {text!r}"


def _has_tip(item: QQuickItem, told: list[QQuickItem]) -> bool:
    parents = list(_upwards(item))
    tips = [str(parent.property("tip") or "") for parent in parents]
    return any(target in parents for target in told) or any(item.property("text") in tip for tip in tips)


def _scrolls(item: QQuickItem) -> bool:
    return any(parent.property("contentX") is not None for parent in _upwards(item))


def _upwards(item: QQuickItem) -> Iterator[QQuickItem]:
    parent = item.parentItem()
    while parent is not None:
        yield parent
        parent = parent.parentItem()


def _visible(item: QQuickItem) -> Iterator[QQuickItem]:
    if not item.isVisible() or item.opacity() == 0:
        return
    yield item
    for child in item.childItems():
        yield from _visible(child)


def _is(item: QQuickItem, name: str) -> bool:
    return item.metaObject().className().startswith(name)
