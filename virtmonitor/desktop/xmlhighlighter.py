"""Colours for XML and for differences in a text item of QML."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat
from PySide6.QtQuick import QQuickTextDocument

from virtmonitor.engine.qmlelement import QmlElement
from virtmonitor.engine.qt import Property

QML_IMPORT_NAME = "VirtMonitor.Desktop"
QML_IMPORT_MAJOR_VERSION = 1

_PARTS: Final = (
    ("tag", re.compile(r"</?[\w:.-]+|/?>|\?>|<\?\w+")),
    ("attribute", re.compile(r"[\w:.-]+(?=\s*=\s*[\"'])")),
    ("value", re.compile(r"\"[^\"<]*\"|'[^'<]*'")),
)
_COMMENT_BEGIN: Final = "<!--"
_COMMENT_END: Final = "-->"
_LONGEST_LINE: Final = 10_000
"""Characters of a line that are looked at: a line of megabytes is shown without colours."""


class _Colours(QSyntaxHighlighter):
    def __init__(self, owner: XmlHighlighter) -> None:
        # Not the document's child: that may go, and come, while the owner lives.
        super().__init__(owner)
        self._owner = owner

    def highlightBlock(self, text: str) -> None:
        if len(text) > _LONGEST_LINE:
            return
        if self._owner.difference:
            self._difference(text)
        else:
            self._xml(text)
        self._found(text)

    def _xml(self, text: str) -> None:
        for name, pattern in _PARTS:
            for match in pattern.finditer(text):
                self.setFormat(match.start(), match.end() - match.start(), self._owner.look(name))
        self._comments(text)

    def _comments(self, text: str) -> None:
        self.setCurrentBlockState(0)
        begin = 0 if self.previousBlockState() == 1 else text.find(_COMMENT_BEGIN)
        while begin >= 0:
            end = text.find(_COMMENT_END, begin)
            length = len(text) - begin if end < 0 else end + len(_COMMENT_END) - begin
            self.setFormat(begin, length, self._owner.look("comment"))
            if end < 0:
                self.setCurrentBlockState(1)
                return
            begin = text.find(_COMMENT_BEGIN, begin + length)

    def _difference(self, text: str) -> None:
        name = {"+": "added", "-": "removed", "@": "comment"}.get(text[:1])
        if name is not None:
            self.setFormat(0, len(text), self._owner.look(name))

    def _found(self, text: str) -> None:
        words = self._owner.search.casefold()
        place = text.casefold().find(words) if words else -1
        while place >= 0:
            self.setFormat(place, len(words), self._owner.look("found"))
            place = text.casefold().find(words, place + len(words))


@QmlElement
class XmlHighlighter(QObject):
    """Highlights the XML of a TextArea's `textDocument`, or, with `difference`, a unified diff. GUI thread only.

    The colours are the theme's: bind them. `search` is marked wherever it stands.
    """

    documentChanged = Signal()
    looksChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document: QObject | None = None
        self._colours = _Colours(self)
        self._shades: dict[str, QColor] = {}
        self._difference = False
        self._search = ""

    def look(self, name: str) -> QTextCharFormat:
        """How a part is drawn. What is told by colour is told by weight or slant too."""
        made = QTextCharFormat()
        if name == "found":
            made.setBackground(self._shades.get("found", QColor("yellow")))
            made.setForeground(self._shades.get("foundText", QColor("black")))
            return made
        if name in self._shades:
            made.setForeground(self._shades[name])
        if name == "tag":
            made.setFontWeight(QFont.Weight.DemiBold)
        made.setFontItalic(name == "comment")
        return made

    def _set_document(self, document: QObject | None) -> None:
        if document is not self._document:
            self._document = document
            of_text = document.textDocument() if isinstance(document, QQuickTextDocument) else None
            self._colours.setDocument(of_text)
            self.documentChanged.emit()

    document = Property(QObject, lambda self: self._document, _set_document, notify=documentChanged)
    """The `textDocument` of a text item."""

    def _set_difference(self, difference: bool) -> None:
        if difference != self._difference:
            self._difference = difference
            self._again()

    difference = Property(bool, lambda self: self._difference, _set_difference, notify=looksChanged)

    def _set_search(self, search: str) -> None:
        if search != self._search:
            self._search = search
            self._again()

    search = Property(str, lambda self: self._search, _set_search, notify=looksChanged)

    def _set_shades(self, shades: dict[str, QColor]) -> None:
        read = {name: QColor(shade) for name, shade in shades.items()}
        if read != self._shades:
            self._shades = read
            self._again()

    shades = Property("QVariantMap", lambda self: self._shades, _set_shades, notify=looksChanged)
    """Colours by name: tag, attribute, value, comment, added, removed, found, foundText."""

    def _again(self) -> None:
        if self._colours.document() is not None:
            self._colours.rehighlight()
        self.looksChanged.emit()
