"""Colours of XML and of differences; text that is no XML, or endless, is shown all the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QColor, QTextDocument
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickTextDocument
from pytestqt.qtbot import QtBot

from virtmonitor.desktop.xmlhighlighter import XmlHighlighter

SHADES = {
    "tag": "#010101", "attribute": "#020202", "value": "#030303", "comment": "#040404", "added": "#050505",
    "removed": "#060606", "found": "#070707", "foundText": "#080808",
}  # fmt: skip


class Editor:
    """A text item of QML with the highlighter on its document."""

    def __init__(self) -> None:
        self.qml = QQmlEngine()
        self.component = QQmlComponent(self.qml)
        self.component.setData(b"import QtQuick; TextEdit { textFormat: TextEdit.PlainText }", QUrl())
        self.item: QObject = self.component.create()
        document = self.item.property("textDocument")
        assert isinstance(document, QQuickTextDocument)
        self.document: QTextDocument = document.textDocument()
        self.highlighter = XmlHighlighter()
        self.highlighter.document = document
        self.highlighter.shades = {name: QColor(shade) for name, shade in SHADES.items()}

    def write(self, text: str) -> None:
        self.item.setProperty("text", text)

    def looks(self, line: int = 0) -> dict[str, str]:
        """Each coloured piece of a line, and the name of its colour."""
        names = {shade: name for name, shade in SHADES.items()}
        block = self.document.findBlockByNumber(line)
        return {
            block.text()[part.start : part.start + part.length]: names.get(
                part.format.foreground().color().name(), ""
            )
            for part in block.layout().formats()
        }


@pytest.fixture
def editor(qtbot: QtBot) -> Iterator[Editor]:
    made = Editor()
    yield made
    with qtbot.waitSignal(made.item.destroyed):
        made.item.deleteLater()


def test_tags_attributes_and_values(editor: Editor) -> None:
    editor.write("<disk type='file' device=\"disk\">text</disk>")
    assert editor.looks() == {
        "<disk": "tag", "type": "attribute", "'file'": "value", "device": "attribute", '"disk"': "value",
        ">": "tag", "</disk>": "tag",
    }  # fmt: skip


def test_comments_go_over_lines(editor: Editor) -> None:
    editor.write("<a/> <!-- one\n<b/>\nend --> <c/>")
    assert editor.looks(0)["<!-- one"] == "comment"
    assert editor.looks(1) == {"<b/>": "comment"}
    assert editor.looks(2)["end -->"] == "comment"
    assert editor.looks(2)["<c/>"] == "tag"


def test_differences(editor: Editor) -> None:
    editor.highlighter.difference = True
    editor.write("@@ -1 +1 @@\n-old\n+new\n same")
    assert [editor.looks(line) for line in range(4)] == [
        {"@@ -1 +1 @@": "comment"}, {"-old": "removed"}, {"+new": "added"}, {},
    ]  # fmt: skip


def test_what_is_searched_is_marked(editor: Editor) -> None:
    editor.write("<name>web web</name>")
    editor.highlighter.search = "WEB"
    assert editor.looks()["web"] == "foundText"
    editor.highlighter.search = ""
    assert "web" not in editor.looks()


def test_an_endless_line_is_left_alone(editor: Editor) -> None:
    editor.write("<a " + "x='1' " * 100_000 + "/>")
    assert editor.looks() == {}
