"""The window over a real daemon and a real guest: what virsh does is seen, what a button does virsh sees."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers import accessible
from tests.helpers.accessible import Role
from tests.helpers.guest import Guest
from tests.helpers.libvirtd import PrivateLibvirtd
from virtmonitor.core.connection import HostSettings
from virtmonitor.desktop.face import Face
from virtmonitor.desktop.windows import Windows
from virtmonitor.engine.dataengine import DataEngine

pytestmark = pytest.mark.live


@pytest.fixture
def windows(qtbot: QtBot, libvirtd: PrivateLibvirtd) -> Iterator[Windows]:
    """The program's windows over the private daemon's QEMU."""
    engine = DataEngine()
    engine.addHost(HostSettings("q", libvirtd.qemu_uri, confirmed=True))
    made = Windows(engine, Face())
    made.show_window()
    qtbot.waitExposed(made.window)
    yield made
    made.close()
    engine.close()


def shows(windows: Windows, row: str) -> Callable[[], bool]:
    """Whether the window has a row of that accessible name."""
    return lambda: accessible.find(windows.window, row, Role.ListItem) is not None


def test_virsh_and_the_window_agree(
    qtbot: QtBot, windows: Windows, libvirtd: PrivateLibvirtd, make_guest: Callable[..., Guest]
) -> None:
    """Start by virsh; suspend, resume and shut down by the buttons."""
    guest = make_guest("web-1", title="The web server")
    qtbot.waitUntil(shows(windows, "web-1, Shut off"), timeout=30_000)
    guest.start()
    qtbot.waitUntil(shows(windows, "web-1, Running"), timeout=30_000)

    accessible.click(windows.window, "Pause web-1")
    qtbot.waitUntil(shows(windows, "web-1, Paused"), timeout=30_000)
    assert guest.state() == "paused"

    accessible.click(windows.window, "Resume web-1")
    qtbot.waitUntil(shows(windows, "web-1, Running"), timeout=30_000)
    assert guest.state() == "running"

    accessible.click(windows.window, "Shut Down web-1")
    qtbot.waitUntil(shows(windows, "web-1, Shut off"), timeout=60_000)
    assert guest.state() == "shut off"

    accessible.click(windows.window, "Start web-1")
    qtbot.waitUntil(shows(windows, "web-1, Running"), timeout=30_000)
    accessible.click(windows.window, "Power Off web-1")
    qtbot.waitUntil(shows(windows, "web-1, Shut off"), timeout=30_000)
    assert guest.state() == "shut off"


def test_what_cannot_be_done_is_grey_and_says_why(
    qtbot: QtBot, windows: Windows, make_guest: Callable[..., Guest]
) -> None:
    make_guest("idle")
    qtbot.waitUntil(shows(windows, "idle, Shut off"), timeout=30_000)
    node = accessible.find(windows.window, "Pause idle", Role.Button)
    assert node is not None
    assert node.state().disabled
    assert "It does not run." in node.text(accessible.QAccessible.Text.Description)


def test_searching_narrows_the_rows(qtbot: QtBot, windows: Windows, make_guest: Callable[..., Guest]) -> None:
    make_guest("web-1")
    make_guest("db-1")
    qtbot.waitUntil(shows(windows, "db-1, Shut off"), timeout=30_000)
    qtbot.waitUntil(shows(windows, "web-1, Shut off"), timeout=30_000)
    accessible.type_text(windows.window, "db")
    qtbot.waitUntil(lambda: not shows(windows, "web-1, Shut off")())
    assert shows(windows, "db-1, Shut off")()
