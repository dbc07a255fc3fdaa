"""The window by its keyboard alone, over a real daemon and real guests: what a key does virsh sees."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.helpers.accessible import Role
from tests.helpers.guest import Guest
from tests.helpers.keyboard import KEY, Keyboard
from tests.helpers.libvirtd import PrivateLibvirtd
from tests.helpers.slowsave import save_that_waits
from virtmonitor.desktop.windows import Windows
from virtmonitor.engine.jobmodel import JobModel

pytestmark = pytest.mark.live
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
LONG = 3600.0
SAVING = "\u2068busy\u2069: Save"


@pytest.fixture
def keyboard(qtbot: QtBot, windows: Windows) -> Keyboard:
    """The keyboard of that window."""
    return Keyboard(qtbot, windows.window)


def jobs_of(keyboard: Keyboard) -> JobModel:
    found = keyboard.window.findChild(JobModel)
    assert found is not None
    return found


def choose(keyboard: Keyboard, guest: Guest, state: str) -> None:
    """Search it, and go to it."""
    keyboard.key(KEY.Key_F, KEY.Key_A, modifiers=CTRL)
    keyboard.type(guest.name)
    keyboard.until(lambda: keyboard.find(f"{guest.name}, {state}", Role.ListItem))
    keyboard.key(KEY.Key_Return)
    keyboard.until(lambda: keyboard.find(guest.name, Role.Heading))


def test_a_guest_that_does_not_shut_down_is_given_time_then_stopped_and_a_save_is_cancelled(
    keyboard: Keyboard, make_guest: Callable[..., Guest], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    busy = make_guest("busy").start(wait=False)
    guest = make_guest("stubborn", boots=False).start(wait=False)
    choose(keyboard, guest, "Running")

    # There is no program to show a screen with.
    with monkeypatch.context() as bare:
        bare.setenv("PATH", str(tmp_path))
        keyboard.press("Console")
        keyboard.until(lambda: keyboard.said(Role.AlertMessage, "Install virt-viewer", "package"))

    # Nobody in it hears that it shall shut down.
    jobs = jobs_of(keyboard)
    jobs.patience = 0.0
    keyboard.press("Shut Down")
    keyboard.until(lambda: keyboard.said(Role.ListItem, "stubborn", "has not shut down"))
    jobs.patience = LONG
    keyboard.press("Wait longer")
    keyboard.until(lambda: keyboard.said(Role.ListItem, "stubborn", "waiting for the guest"))
    assert keyboard.find("Wait longer", Role.Button) is None
    keyboard.press("Dismiss")
    keyboard.until(lambda: keyboard.find("Jobs", Role.Grouping) is None)
    jobs.patience = 0.0
    keyboard.press("Shut Down")
    keyboard.tab_to("Hold to Power Off")
    assert guest.state() == "running"
    QTest.keyPress(keyboard.window, KEY.Key_Space)
    keyboard.until(lambda: keyboard.find("stubborn, Shut off", Role.ListItem))
    QTest.keyRelease(keyboard.window, KEY.Key_Space)
    assert guest.state() == "shut off"

    # What takes long is cancelled.
    busy.wait_ready()
    choose(keyboard, busy, "Running")
    with save_that_waits(busy) as go_on:
        keyboard.press("More")
        keyboard.press("Save", role=Role.MenuItem)
        keyboard.until(lambda: keyboard.value(SAVING, Role.ProgressBar) > 0)
        keyboard.press("Cancel")
        keyboard.until(lambda: keyboard.said(Role.ListItem, SAVING, "is being cancelled"))
        rest = Thread(target=go_on)
        rest.start()
        keyboard.until(lambda: keyboard.find("Jobs", Role.Grouping) is None)
        rest.join()
    assert busy.state() == "running"


def test_a_definition_is_edited_undone_restored_and_a_deleted_machine_comes_back(
    keyboard: Keyboard, make_guest: Callable[..., Guest], libvirtd: PrivateLibvirtd
) -> None:
    guest = make_guest("shop", boots=False, title="Shop")
    jobs_of(keyboard).undo_seconds = LONG
    choose(keyboard, guest, "Shut off")

    def title() -> str:
        return libvirtd.virsh("desc", guest.uuid, "--title").strip()

    # What is no XML is refused, with a sentence.
    keyboard.key(KEY.Key_5, modifiers=ALT)
    keyboard.until(lambda: "<title>Shop</title>" in keyboard.text("Definition"))
    keyboard.tab_to("Definition", role=Role.EditableText)
    keyboard.key(KEY.Key_Home, modifiers=CTRL)
    keyboard.type("x")
    keyboard.until(lambda: keyboard.said(Role.AlertMessage, "not well-formed"))
    review = keyboard.find("Review changes", Role.Button)
    assert review is not None
    assert review.state().disabled
    assert "not well-formed" in review.text(QAccessible.Text.Description)
    keyboard.key(KEY.Key_Backspace)
    keyboard.until(lambda: not keyboard.said(Role.AlertMessage, "not well-formed"))

    # What libvirt does not know is refused by it, and nothing is changed.
    lines = keyboard.text("Definition").splitlines()
    keyboard.key(*[KEY.Key_Down] * next(n for n, line in enumerate(lines) if "<title>" in line), KEY.Key_End)
    keyboard.type("<bogus/>")
    keyboard.press("Review changes")
    keyboard.press("Change Definition")
    keyboard.until(lambda: keyboard.said(Role.ListItem, "shop", "bogus"))
    keyboard.press("Dismiss")

    # What it knows is compared, applied, and undone. The cursor is where it was.
    keyboard.tab_to("Definition", role=Role.EditableText)
    keyboard.key(*[KEY.Key_Backspace] * len("<bogus/>"), *[KEY.Key_Left] * len("</title>"))
    keyboard.type("s")
    keyboard.press("Review changes")
    keyboard.until(lambda: "+  <title>Shops</title>" in keyboard.text("Changes"))
    assert title() == "Shop"
    keyboard.press("Change Definition")
    keyboard.until(lambda: keyboard.said(Role.ListItem, "shop", "can be undone for"))
    assert title() == "Shops"
    keyboard.press("Undo")
    keyboard.until(lambda: title() == "Shop")

    # What was kept is compared, and put back.
    keyboard.press("History", role=Role.CheckBox)
    keyboard.press("Compare and restore")  # the latest: what the undoing replaced
    keyboard.until(lambda: "+  <title>Shops</title>" in keyboard.text("Changes"))
    keyboard.press("Change Definition")
    keyboard.until(lambda: title() == "Shops")

    # What was deleted comes back.
    keyboard.press("Dismiss")
    keyboard.press("More")
    keyboard.press("Delete", role=Role.MenuItem)
    keyboard.until(lambda: keyboard.focused == "Cancel")
    keyboard.press("Delete")
    keyboard.until(lambda: guest.uuid not in libvirtd.virsh("list", "--all", "--uuid"))
    keyboard.press("Undo")
    keyboard.until(lambda: guest.uuid in libvirtd.virsh("list", "--all", "--uuid"))
    assert title() == "Shops"
    keyboard.until(lambda: keyboard.find("shop, Shut off", Role.ListItem))
