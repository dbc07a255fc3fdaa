"""The window over a real daemon and a real guest: what virsh does is seen, what a button does virsh sees."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from tests.helpers import accessible
from tests.helpers.accessible import Role
from tests.helpers.guest import Guest
from tests.helpers.libvirtd import PrivateLibvirtd
from virtmonitor.desktop.windows import Windows

pytestmark = pytest.mark.live


def shows(windows: Windows, row: str) -> Callable[[], bool]:
    """Whether the window has a row of that accessible name."""
    return lambda: accessible.find(windows.window, row, Role.ListItem) is not None


def press(qtbot: QtBot, windows: Windows, button: str) -> None:
    """Press a button once it can be pressed and stands still: the page is laid out anew when the state changes."""
    places: list[QRect] = []

    def ready() -> bool:
        node = accessible.find(windows.window, button, Role.Button)
        if node is None or node.state().disabled:
            places.clear()
            return False
        places.append(node.rect())
        return places[-10:] == [node.rect()] * 10

    qtbot.waitUntil(ready, timeout=30_000)
    accessible.click(windows.window, button)


def confirm(windows: Windows, button: str) -> None:
    """Press the button of that name in the dialog, which lies above the page and comes last."""
    nodes = [
        node
        for node in accessible.tree(windows.window)
        if accessible.name_of(node) == button and node.role() == Role.Button
    ]
    accessible.press(windows.window, nodes[-1])


def test_virsh_and_the_window_agree(
    qtbot: QtBot, windows: Windows, libvirtd: PrivateLibvirtd, make_guest: Callable[..., Guest]
) -> None:
    """Start by virsh; suspend, resume and shut down by the buttons."""
    guest = make_guest("web-1", title="The web server")
    qtbot.waitUntil(shows(windows, "web-1, Shut off"), timeout=30_000)
    guest.start()
    qtbot.waitUntil(shows(windows, "web-1, Running"), timeout=30_000)

    accessible.click(windows.window, "web-1, Running", Role.ListItem)
    press(qtbot, windows, "Pause")
    qtbot.waitUntil(shows(windows, "web-1, Paused"), timeout=30_000)
    assert guest.state() == "paused"

    press(qtbot, windows, "Resume")
    qtbot.waitUntil(shows(windows, "web-1, Running"), timeout=30_000)
    assert guest.state() == "running"

    press(qtbot, windows, "Shut Down")
    qtbot.waitUntil(shows(windows, "web-1, Shut off"), timeout=60_000)
    assert guest.state() == "shut off"

    press(qtbot, windows, "Start")
    qtbot.waitUntil(shows(windows, "web-1, Running"), timeout=30_000)
    press(qtbot, windows, "Power Off")
    qtbot.waitUntil(lambda: accessible.find(windows.window, "Cancel", Role.Button) is not None)
    assert guest.state() == "running"  # it was only asked
    confirm(windows, "Power Off")
    qtbot.waitUntil(shows(windows, "web-1, Shut off"), timeout=30_000)
    assert guest.state() == "shut off"


def test_what_cannot_be_done_is_grey_and_says_why(
    qtbot: QtBot, windows: Windows, make_guest: Callable[..., Guest]
) -> None:
    make_guest("idle")
    qtbot.waitUntil(shows(windows, "idle, Shut off"), timeout=30_000)
    accessible.click(windows.window, "idle, Shut off", Role.ListItem)
    qtbot.waitUntil(lambda: accessible.find(windows.window, "Pause", Role.Button) is not None)
    node = accessible.find(windows.window, "Pause", Role.Button)
    assert node is not None
    assert node.state().disabled
    assert "It does not run." in node.text(accessible.QAccessible.Text.Description)


def test_searching_narrows_the_rows(qtbot: QtBot, windows: Windows, make_guest: Callable[..., Guest]) -> None:
    make_guest("web-1")
    make_guest("db-1")
    qtbot.waitUntil(shows(windows, "db-1, Shut off"), timeout=30_000)
    qtbot.waitUntil(shows(windows, "web-1, Shut off"), timeout=30_000)
    accessible.type_text(windows.window, "db")
    qtbot.waitUntil(lambda: not shows(windows, "web-1, Shut off")(), timeout=30_000)
    assert shows(windows, "db-1, Shut off")()


def test_a_guest_without_a_screen_says_so(
    qtbot: QtBot, windows: Windows, make_guest: Callable[..., Guest]
) -> None:
    make_guest("blind", boots=False).start(wait=False)
    qtbot.waitUntil(shows(windows, "blind, Running"), timeout=30_000)
    accessible.click(windows.window, "blind, Running", Role.ListItem)
    qtbot.waitUntil(lambda: accessible.find(windows.window, "It has no screen.") is not None, timeout=30_000)
