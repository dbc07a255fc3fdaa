"""Finding things in a window as a screen reader does, and pressing them as a person does. GUI thread, any platform."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWindow
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

Role = QAccessible.Role
_PATIENCE = 30_000  # ms


def tree(window: QWindow) -> Iterator[QAccessibleInterface]:
    """All accessible things of a window that are not hidden, the window first."""
    root = QAccessible.queryAccessibleInterface(window)
    if root is not None:
        yield from _below(root)


def _below(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield node
    for index in range(node.childCount()):
        child = node.child(index)
        if child is not None and child.isValid() and not child.state().invisible:
            yield from _below(child)


def name_of(node: QAccessibleInterface) -> str:
    """What a screen reader calls it."""
    return node.text(QAccessible.Text.Name)


def find(window: QWindow, name: str, role: Role | None = None) -> QAccessibleInterface | None:
    """The first thing of that exact name (and role); None when there is none."""
    for node in tree(window):
        if name_of(node) == name and (role is None or node.role() == role):
            return node
    return None


def names(window: QWindow, role: Role) -> list[str]:
    """The names of all things of a role, in reading order."""
    return [name_of(node) for node in tree(window) if node.role() == role]


def click(window: QWindow, name: str, role: Role = Role.Button) -> None:
    """Press and release the left mouse button in the middle of the thing of that name."""
    node = find(window, name, role)
    assert node is not None, f"nothing is called {name!r}; there is {sorted(set(names(window, role)))}"
    press(window, node)


def press(window: QWindow, node: QAccessibleInterface) -> None:
    """Press and release the left mouse button in the middle of that thing."""
    assert not node.state().disabled, (
        f"{name_of(node)!r} is disabled: {node.text(QAccessible.Text.Description)}"
    )
    middle = QPointF(node.rect().center())
    place = window.mapFromGlobal(middle).toPoint()
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(place))


def activate(window: QWindow) -> None:
    """Give it the keyboard, if another window has it: keys that are sent to a window without are lost.

    Offscreen the window that was shown last has the keyboard, also if nobody looks at that one.
    """
    if not window.isActive():
        window.requestActivate()
        assert QTest.qWaitForWindowActive(window, _PATIENCE), "another window keeps the keyboard"


def type_text(window: QWindow, text: str) -> None:
    """Press the keys of the text (letters and digits), one after the other."""
    activate(window)
    for character in text:
        QTest.keyClick(window, Qt.Key(ord(character.upper())))


def focused(window: QQuickWindow) -> str:
    """The name of what has the keyboard, or of the control that it is a part of."""
    item: QQuickItem | None = window.activeFocusItem()
    while item is not None:
        node = QAccessible.queryAccessibleInterface(item)
        if node is not None and name_of(node):
            return name_of(node)
        item = item.parentItem()
    return ""
