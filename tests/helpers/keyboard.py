"""A window by its keyboard alone: Tab to what has that accessible name, then a key. GUI thread, any platform."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.helpers import accessible
from tests.helpers.accessible import Role

KEY, NONE = Qt.Key, Qt.KeyboardModifier.NoModifier
STOPS = 150
"""More than any window has."""


class Keyboard:
    """The keys of a person who has no pointer, and what a screen reader tells such a person."""

    def __init__(self, qtbot: QtBot, window: QQuickWindow) -> None:
        QAccessible.setActive(True)
        self._qtbot, self.window = qtbot, window
        accessible.activate(window)

    def until(self, condition: Callable[[], object]) -> None:
        """Serve events until it is so."""
        self._qtbot.waitUntil(lambda: bool(condition()), timeout=60_000)

    def key(self, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press these keys, one after the other."""
        for key in keys:
            QTest.keyClick(self.window, key, modifiers)

    def type(self, text: str) -> None:
        """Type letters, digits and signs."""
        for character in text:
            QTest.keyClick(self.window, character)  # type: ignore[call-overload]  # the stubs know no text

    @property
    def focused(self) -> str:
        """The name of what has the keyboard, or of the control that it is a part of."""
        return accessible.focused(self.window)

    def tab_to(self, name: str, *, role: Role | None = Role.Button) -> None:
        """Press Tab until that has the keyboard, once it is there and can be used; a menu's entry: Down."""
        self.until(lambda: (node := self.find(name, role)) is not None and not node.state().disabled)
        key = KEY.Key_Down if role == Role.MenuItem else KEY.Key_Tab
        passed = [self.focused]
        while passed[-1] != name:
            assert len(passed) < STOPS, f"no key leads to {name!r}, only to {list(dict.fromkeys(passed))}"
            self.key(key)
            passed.append(self.focused)

    def press(self, name: str, *, role: Role | None = Role.Button) -> None:
        """Tab there, and press Space; a menu's entry: Return."""
        self.tab_to(name, role=role)
        self.key(KEY.Key_Return if role == Role.MenuItem else KEY.Key_Space)

    def find(self, name: str, role: Role | None = None) -> QAccessibleInterface | None:
        """The first thing of that name that is shown."""
        return accessible.find(self.window, name, role)

    def said(self, role: Role, *words: str) -> bool:
        """Whether something of that role has all these words in its name."""
        names = accessible.names(self.window, role)
        return any(all(word in name for word in words) for name in names)

    def value(self, name: str, role: Role) -> float:
        """What a bar or a spin box tells; 0 while there is none of that name."""
        node = self.find(name, role)
        return float(node.valueInterface().currentValue()) if node is not None else 0.0

    def text(self, name: str) -> str:
        """What stands in an editor; "" while there is none of that name."""
        node = self.find(name, Role.EditableText)
        return node.text(QAccessible.Text.Value) if node is not None else ""
