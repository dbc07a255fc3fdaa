"""The popup as people use it: found by accessible name, pressed with keys and clicks, over libvirt's test driver."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import libvirt
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.helpers import accessible
from tests.helpers.accessible import Role, name_of
from tests.helpers.libvirtd import PrivateLibvirtd
from virtmonitor.assets import asset
from virtmonitor.core.connection import HostSettings
from virtmonitor.desktop.face import Face
from virtmonitor.desktop.settings import Settings
from virtmonitor.desktop.windows import Windows
from virtmonitor.desktop.windowsizes import WindowSizes
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.eventloop import event_loop

FLEET = f"test://{asset('resources', 'demo', 'fleet.xml')}"
TEST = HostSettings("t", "test:///default")
DEMO = HostSettings("demo", FLEET, demo=True)
NOWHERE = HostSettings("q", "qemu+unix:///system?socket=/nowhere/libvirt-sock", confirmed=True)
INTERACTIVE = {
    Role.Button, Role.CheckBox, Role.RadioButton, Role.EditableText, Role.List, Role.ListItem, Role.Slider,
    Role.SpinBox, Role.ComboBox, Role.MenuItem, Role.Link, Role.PageTab, Role.ScrollBar, Role.Dialog,
    Role.ProgressBar, Role.Graphic,
}  # fmt: skip


class Shown:
    """A popup that is on the screen."""

    def __init__(self, qtbot: QtBot, home: Path, *hosts: HostSettings) -> None:
        QAccessible.setActive(True)
        self.qtbot = qtbot
        self.engine = DataEngine()
        self.face = Face(Settings(home / "settings.toml"), WindowSizes(home / "windows.json"))
        self.windows = Windows(self.engine, self.face)
        for host in hosts:
            self.engine.addHost(host)
        self.show()

    def show(self) -> None:
        """As a click on the icon does, as often as it takes: one that just closed it is not one that opens it."""

        def visible() -> bool:
            if not self.popup.isVisible():
                self.windows.toggle_popup(QRect(700, 0, 24, 24))
            return bool(self.popup.isVisible())

        self.until(visible)
        self.qtbot.waitUntil(self.popup.isActive)

    @property
    def popup(self):
        return self.windows.popup

    def close(self) -> None:
        self.windows.close()
        self.engine.close()

    def until(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=30_000)

    def node(self, name: str, role: Role | None = None) -> QAccessibleInterface:
        """The thing of that name, once it is there."""
        self.until(lambda: accessible.find(self.popup, name, role))
        found = accessible.find(self.popup, name, role)
        assert found is not None
        return found

    def has(self, name: str, role: Role | None = None) -> bool:
        return accessible.find(self.popup, name, role) is not None

    @property
    def rows(self) -> list[str]:
        """The accessible names of the machines and hosts, from above."""
        found = [n for n in accessible.tree(self.popup) if n.role() == Role.ListItem]
        return [name_of(n) for n in sorted(found, key=lambda n: n.rect().y())]

    def click(self, name: str, role: Role = Role.Button) -> None:
        """Click on it, once it can be pressed and moves no more."""
        places: list[QRect] = []

        def rests() -> bool:
            node = accessible.find(self.popup, name, role)
            places.append(node.rect() if node is not None else QRect())
            return node is not None and not node.state().disabled and places[-3:] == [places[-1]] * 3

        self.until(rests)
        accessible.click(self.popup, name, role)

    def key(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.popup, key)

    def tab_to(self, name: str) -> None:
        """Press Tab until that has the keyboard."""
        for _ in range(100):
            if self.focused == name:
                return
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"no Tab leads to {name!r}")

    def type(self, text: str) -> None:
        accessible.type_text(self.popup, text)

    @property
    def search(self) -> str:
        return self.node("Search", Role.EditableText).text(QAccessible.Text.Value)

    @property
    def focused(self) -> str:
        found = [n for n in accessible.tree(self.popup) if n.state().focused and n.role() != Role.Window]
        return name_of(found[-1]) if found else ""


Show = Callable[..., Shown]


@pytest.fixture
def show(qtbot: QtBot, tmp_path: Path) -> Iterator[Show]:
    """A popup over these hosts."""
    made: list[Shown] = []

    def make(*hosts: HostSettings) -> Shown:
        made.append(Shown(qtbot, tmp_path, *hosts))
        return made[-1]

    yield make
    for shown in made:
        shown.close()


@pytest.fixture
def outside(qtbot: QtBot) -> Iterator[libvirt.virConnect]:
    """Somebody else with a connection to test:///default, which is put in order afterwards."""
    event_loop()
    conn = libvirt.open("test:///default")
    yield conn
    for domain in conn.listAllDomains():
        if domain.name() != "test":
            if domain.isActive():
                domain.destroy()
            if domain.isPersistent():
                domain.undefine()
    test = conn.lookupByName("test")
    if not test.isActive():
        test.create()
    elif test.state()[0] == libvirt.VIR_DOMAIN_PAUSED:
        test.resume()


def define(conn: libvirt.virConnect, name: str, title: str = "", start: bool = False) -> libvirt.virDomain:
    told = f"<title>{escape(title)}</title>" if title else ""
    about = f"<name>{escape(name)}</name>{told}<memory>8192</memory><os><type>hvm</type></os>"
    domain = conn.defineXML(f"<domain type='test'>{about}</domain>")
    if start:
        domain.create()
    return domain


# The keyboard


def test_who_opens_it_types_to_search(show: Show) -> None:
    shown = show(DEMO)
    shown.node("backup, Shutting down")
    shown.type("legacy")
    assert shown.search == "legacy"
    shown.until(lambda: shown.rows == ["legacy-erp, Crashed"])
    shown.key(Qt.Key.Key_Escape)
    assert shown.search == ""
    assert shown.popup.isVisible()
    shown.key(Qt.Key.Key_Escape)
    assert not shown.popup.isVisible()


def test_down_goes_to_the_machines_and_typing_back_to_the_search(show: Show) -> None:
    shown = show(DEMO)
    shown.node("backup, Shutting down")
    shown.key(Qt.Key.Key_Down)
    assert shown.focused == "backup, Shutting down"
    shown.key(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert shown.focused == shown.rows[1]
    shown.key(Qt.Key.Key_End)
    shown.until(lambda: shown.focused == shown.rows[-1])
    shown.key(Qt.Key.Key_Home, Qt.Key.Key_Up)
    assert shown.focused == "Search"
    shown.key(Qt.Key.Key_Down)
    shown.type("dns")
    assert shown.search == "dns"


def test_enter_in_the_search_goes_to_what_was_found_and_unfolds_it(show: Show) -> None:
    shown = show(DEMO)
    shown.node("backup, Shutting down")
    shown.type("mail")
    shown.key(Qt.Key.Key_Return)
    assert shown.focused == "mail, Running"
    shown.key(Qt.Key.Key_Return)
    shown.node("Reboot mail", Role.Button)
    shown.key(Qt.Key.Key_Return)
    shown.until(lambda: not shown.has("Reboot mail", Role.Button))


def test_of_several_hosts_the_search_leads_to_the_machine(show: Show) -> None:
    shown = show(TEST, NOWHERE)
    shown.until(lambda: shown.rows == ["q", "t", "test, Running"])
    shown.type("running")
    shown.until(lambda: shown.rows == ["t", "test, Running"])
    shown.key(Qt.Key.Key_Down)
    assert shown.focused == "test, Running"


def test_space_does_what_most_people_want(show: Show, outside: libvirt.virConnect) -> None:
    shown = show(TEST)
    shown.node("Shut Down test", Role.Button)
    shown.key(Qt.Key.Key_Down, Qt.Key.Key_Space)
    shown.node("test, Shut off")
    assert not outside.lookupByName("test").isActive()
    shown.node("Start test", Role.Button)
    shown.key(Qt.Key.Key_Space)
    shown.node("test, Running")
    outside.lookupByName("test").suspend()
    shown.node("Resume test", Role.Button)
    shown.key(Qt.Key.Key_Space)
    shown.node("test, Running")


def test_space_held_down_powers_off(show: Show, outside: libvirt.virConnect) -> None:
    shown = show(TEST)
    node = shown.node("Shut Down test", Role.Button)
    assert "Hold to Power Off" in node.text(QAccessible.Text.Description)
    shown.key(Qt.Key.Key_Down)
    QTest.keyPress(shown.popup, Qt.Key.Key_Space)
    fill = next(item for item in _below(shown.popup.contentItem()) if item.objectName() == "fill")
    shown.until(lambda: fill.property("share") > 0 and fill.isVisible())  # how long is still to hold is seen
    shown.node("test, Shut off")
    QTest.keyRelease(shown.popup, Qt.Key.Key_Space)
    assert outside.lookupByName("test").state()[1] == libvirt.VIR_DOMAIN_SHUTOFF_DESTROYED


def _below(item: QQuickItem) -> Iterator[QQuickItem]:
    yield item
    for child in item.childItems():
        yield from _below(child)


def test_tab_goes_round_and_each_stop_has_a_name(show: Show) -> None:
    shown = show(DEMO)
    shown.node("backup, Shutting down")
    shown.key(Qt.Key.Key_Down)
    stops = []
    for _ in range(12):
        shown.key(Qt.Key.Key_Tab)
        stops.append(shown.focused)
    assert all(stops)
    assert {"Search", "Open the window", "Keep open", "Shut Down backup"} <= set(stops)
    # One row has stops of its own: nobody wants to Tab through a thousand.
    assert "Shut Down build-arm64" not in stops


def test_the_menu_key_opens_all_that_can_be_done(show: Show, outside: libvirt.virConnect) -> None:
    shown = show(TEST)
    shown.node("test, Running")
    shown.key(Qt.Key.Key_Down, Qt.Key.Key_Menu)
    assert shown.node("Start", Role.MenuItem).state().disabled
    shown.node("Delete", Role.MenuItem)
    low = shown.popup.height()
    shown.key(Qt.Key.Key_Escape)
    shown.until(lambda: not shown.has("Start", Role.MenuItem))
    shown.until(lambda: shown.popup.height() < low)
    assert shown.popup.isVisible()
    shown.key(Qt.Key.Key_Menu)
    shown.click("Pause", Role.MenuItem)
    shown.node("test, Paused")


def test_a_machine_is_named_and_made_a_favourite_by_the_keys_that_the_menu_tells(
    show: Show, outside: libvirt.virConnect
) -> None:
    define(outside, "aaa", start=True)
    shown = show(TEST)
    shown.until(lambda: shown.rows == ["aaa, Running", "test, Running"])
    shown.key(Qt.Key.Key_F2)
    assert not shown.has("aaa", Role.Heading), "who searches is at no machine"
    shown.key(Qt.Key.Key_Down, Qt.Key.Key_F2)
    shown.node("aaa", Role.Heading)
    shown.until(lambda: shown.focused == "Title")
    shown.type("first")
    shown.key(Qt.Key.Key_Return)
    shown.until(lambda: "<title>first</title>" in outside.lookupByName("aaa").XMLDesc().lower())
    shown.until(lambda: not shown.has("aaa", Role.Heading))
    shown.key(Qt.Key.Key_Down)
    QTest.keyClick(shown.popup, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    shown.until(lambda: shown.rows == ["test, Running", "aaa, Running"])
    shown.key(Qt.Key.Key_Menu)
    entry = shown.node("Favourite", Role.MenuItem)
    assert entry.state().checked
    assert entry.text(QAccessible.Text.Description) == "Ctrl+D"
    shown.key(Qt.Key.Key_Escape)


# What is shown


def test_chips_count_and_filter(show: Show) -> None:
    shown = show(DEMO)
    shown.node("Paused: 2", Role.CheckBox)
    shown.tab_to("Paused: 2")
    shown.key(Qt.Key.Key_Space)
    shown.until(lambda: len(shown.rows) == 2)
    shown.key(Qt.Key.Key_Space)
    shown.until(lambda: len(shown.rows) > 2)
    shown.click("Off: 6", Role.CheckBox)
    shown.until(lambda: len(shown.rows) == 6)


def test_nothing_found_offers_to_show_all(show: Show) -> None:
    shown = show(DEMO)
    shown.node("backup, Shutting down")
    shown.type("zzz")
    shown.node("Nothing found")
    shown.click("Show all")
    assert shown.search == ""
    shown.until(lambda: len(shown.rows) > 2)


def test_a_demo_says_so(show: Show) -> None:
    shown = show(DEMO)
    shown.until(lambda: any("demo" in name for name in accessible.names(shown.popup, Role.AlertMessage)))


def test_without_a_connection_it_says_why_and_offers_to_try_again(show: Show) -> None:
    shown = show(NOWHERE)
    node = shown.node("Not connected", Role.Grouping)
    assert "/nowhere/libvirt-sock" in node.text(QAccessible.Text.Description)
    shown.click("Try again")
    shown.node("Not connected", Role.Grouping)


def test_without_a_host_it_says_so(show: Show) -> None:
    shown = show()
    shown.node("No host yet")
    with shown.qtbot.waitSignal(shown.face.hostsRequested):
        shown.click("Add a host")


def test_a_host_without_machines_says_so(show: Show, tmp_path: Path) -> None:
    file = tmp_path / "empty.xml"
    file.write_text("<node/>")
    shown = show(HostSettings("e", f"test://{file}"))
    shown.node("No machines yet")
    with shown.qtbot.waitSignal(shown.face.windowRequested):
        shown.click("Open the window")


def test_read_only_shows_everything_and_says_why_nothing_can_be_done(show: Show) -> None:
    shown = show(HostSettings("t", "test:///default", read_only=True))
    node = shown.node("Shut Down test", Role.Button)
    assert node.state().disabled
    assert "read-only" in node.text(QAccessible.Text.Description)
    assert any("read-only" in name for name in accessible.names(shown.popup, Role.AlertMessage))


def test_hosts_fold_by_key_and_click_and_tell_their_connection(show: Show) -> None:
    shown = show(TEST, NOWHERE)
    shown.until(lambda: shown.rows == ["q", "t", "test, Running"])
    assert shown.node("q", Role.ListItem).text(QAccessible.Text.Description).startswith("Not connected")
    shown.key(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Left)
    shown.until(lambda: shown.rows == ["q", "t"])
    shown.key(Qt.Key.Key_Right)
    shown.until(lambda: shown.rows == ["q", "t", "test, Running"])
    shown.key(Qt.Key.Key_Space)
    shown.until(lambda: shown.rows == ["q", "t"])


def test_what_cannot_be_refreshed_is_stale_with_its_age(show: Show, own_libvirtd: PrivateLibvirtd) -> None:
    shown = show(HostSettings("t", own_libvirtd.test_uri(), confirmed=True))
    shown.node("test, Running")
    own_libvirtd.kill9()
    shown.until(
        lambda: any(
            "Not connected" in name and " ago" in name
            for name in accessible.names(shown.popup, Role.AlertMessage)
        )
    )
    assert shown.rows == ["test, Running"]
    node = shown.node("Shut Down test", Role.Button)
    shown.until(lambda: node.state().disabled)
    own_libvirtd.start()
    shown.click("Try again")
    shown.until(lambda: not node.state().disabled)


# An unfolded row


def unfold(shown: Shown, name: str) -> None:
    """Unfold the first row."""
    shown.until(lambda: shown.rows and shown.rows[0].startswith(name))
    shown.key(Qt.Key.Key_Down, Qt.Key.Key_Return)
    shown.node(f"Memory of {name}", Role.Slider)


def test_memory_is_changed_with_keys_and_applied(show: Show, outside: libvirt.virConnect) -> None:
    shown = show(TEST)
    unfold(shown, "test")
    slider = shown.node("Memory of test", Role.Slider)
    shown.until(lambda: not slider.state().disabled)
    before = outside.lookupByName("test").info()[2]
    while shown.focused != "Memory of test":
        shown.key(Qt.Key.Key_Tab)
    shown.key(Qt.Key.Key_Left)
    shown.click("Apply")
    shown.until(lambda: outside.lookupByName("test").info()[2] < before)
    shown.until(lambda: not shown.has("Apply", Role.Button))


def test_a_choice_can_be_left(show: Show, outside: libvirt.virConnect) -> None:
    shown = show(TEST)
    unfold(shown, "test")
    before = outside.lookupByName("test").info()[2]
    shown.until(lambda: not shown.node("Memory of test", Role.Slider).state().disabled)
    while shown.focused != "Memory of test":
        shown.key(Qt.Key.Key_Tab)
    shown.key(Qt.Key.Key_Left)
    shown.click("Leave as it is")
    shown.until(lambda: not shown.has("Apply", Role.Button))
    assert outside.lookupByName("test").info()[2] == before


def test_what_loses_something_is_asked_about(show: Show, outside: libvirt.virConnect) -> None:
    shown = show(TEST)
    unfold(shown, "test")
    shown.click("Power Off test")
    shown.node("What the guest has not written to its disks is lost.")
    shown.key(Qt.Key.Key_Escape)
    shown.until(lambda: not shown.has("Cancel", Role.Button))
    assert outside.lookupByName("test").isActive()
    shown.click("Power Off test")
    shown.click("Power Off")
    shown.node("test, Shut off")


def test_other_operations_are_a_click_away(show: Show, outside: libvirt.virConnect) -> None:
    shown = show(TEST)
    unfold(shown, "test")
    shown.click("Pause test")
    shown.node("test, Paused")
    assert "It is paused" in shown.node("Reboot test", Role.Button).text(QAccessible.Text.Description)
    shown.click("Resume test")
    shown.node("test, Running")


def test_what_fails_is_told_with_the_machines_name(show: Show, outside: libvirt.virConnect) -> None:
    shown = show(TEST)
    shown.node("test, Running")
    shown.engine.serviceForSource(shown.engine.sources()[-1]).call("pmSuspend", {})
    shown.until(lambda: any("Sleep" in name for name in accessible.names(shown.popup, Role.ListItem)))
    shown.click("Dismiss")


def test_a_favourite_goes_up(show: Show, outside: libvirt.virConnect) -> None:
    define(outside, "aaa", start=True)
    shown = show(TEST)
    shown.until(lambda: shown.rows == ["aaa, Running", "test, Running"])
    shown.key(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    shown.node("Favourite", Role.CheckBox)
    shown.tab_to("Favourite")
    shown.key(Qt.Key.Key_Space)
    shown.until(lambda: shown.rows == ["test, Running", "aaa, Running"])
    shown.node("Favourite", Role.Graphic)
    assert shown.face.favourites == [outside.lookupByName("test").UUIDString()]


def test_the_window_is_one_press_away(show: Show) -> None:
    shown = show(TEST)
    unfold(shown, "test")
    with shown.qtbot.waitSignal(shown.face.windowRequested) as asked:
        shown.click("Show in the window")
    assert asked.args is not None
    assert asked.args[0].startswith("t/")


def test_who_takes_the_host_is_told_and_leads_there(show: Show) -> None:
    shown = show(DEMO)
    shown.click("Who takes it", Role.CheckBox)
    shown.until(lambda: shown.has("Most memory", Role.List) and len(children(shown, "Most memory")) == 5)
    name = children(shown, "Most memory")[0].partition(":")[0]
    shown.click(children(shown, "Most memory")[0], Role.ListItem)  # which waits until it rests
    shown.node(f"Memory of {name}", Role.Slider)


def children(shown: Shown, name: str) -> list[str]:
    node = accessible.find(shown.popup, name, Role.List)
    below = [node.child(i) for i in range(node.childCount())] if node is not None else []
    return [name_of(child) for child in below if child is not None and not child.state().invisible]


def test_an_unfolded_row_grows_the_popup_and_folds_again(show: Show) -> None:
    shown = show(DEMO)
    shown.until(lambda: len(shown.rows) > 5)
    height = shown.popup.height()
    shown.key(Qt.Key.Key_Down, Qt.Key.Key_Return)
    shown.until(lambda: shown.popup.height() > height)
    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert screen.contains(shown.popup.geometry())
    shown.key(Qt.Key.Key_Return)
    shown.until(lambda: shown.popup.height() == height)


def test_it_opens_at_its_height(show: Show) -> None:
    """A row that comes into being does not make it low for a moment, or for ever."""
    shown = show()
    heights: list[int] = []
    shown.popup.heightChanged.connect(heights.append)
    shown.windows.hide()
    shown.engine.addHost(DEMO)
    for _ in range(3):
        shown.show()
        shown.until(lambda: len(shown.rows) > 8)
        shown.windows.hide()
    assert heights.index(max(heights)) == len(heights) - 1  # reached once, and kept


# What it costs, and where it stays


def test_no_row_jumps_under_the_pointer(show: Show, outside: libvirt.virConnect) -> None:
    define(outside, "zzz")
    shown = show(TEST)
    shown.until(lambda: shown.rows == ["test, Running", "zzz, Shut off"])
    middle = shown.node("zzz, Shut off").rect().center()
    QTest.mouseMove(shown.popup, shown.popup.mapFromGlobal(middle))
    outside.lookupByName("test").destroy()
    define(outside, "aaa", start=True)
    shown.until(lambda: shown.rows == ["test, Shut off", "zzz, Shut off"])
    QTest.mouseMove(shown.popup, QPoint(5, 5))
    shown.until(lambda: shown.rows == ["aaa, Running", "test, Shut off", "zzz, Shut off"])


def test_hidden_it_looks_at_nothing(show: Show) -> None:
    shown = show(TEST)
    shown.node("test, Running")
    source = shown.engine.sources()[-1]
    container = shown.engine.containerForSource(source)
    assert container is not None
    assert [look.interval for look in container.looks] == [2000]
    shown.popup.hide()
    shown.until(lambda: list(container.looks) == [])
    shown.show()
    shown.node("test, Running")
    found = shown.engine.containerForSource(source)
    assert found is not None
    assert [look.interval for look in found.looks] == [2000]


def test_only_rows_that_are_seen_are_sampled(show: Show) -> None:
    shown = show(DEMO)
    shown.until(lambda: len(shown.rows) > 5)
    looked_at = [
        source
        for source in shown.engine.sources()
        if any(look.interval for look in shown.engine.containerForSource(source).looks)  # type: ignore[union-attr]
    ]
    assert len(looked_at) - 1 <= len(shown.rows) < 22


def test_it_closes_when_another_window_is_used_unless_it_is_pinned(show: Show) -> None:
    shown = show(TEST)
    shown.node("test, Running")
    shown.windows.show_window()
    shown.until(lambda: not shown.popup.isVisible())
    shown.windows.window.hide()
    shown.show()
    shown.click("Keep open", Role.CheckBox)
    shown.windows.show_window()
    shown.until(shown.windows.window.isActive)
    assert shown.popup.isVisible()


def test_it_shows_what_the_settings_want(show: Show) -> None:
    shown = show(DEMO)
    settings = shown.face.settings
    shown.until(lambda: len(shown.rows) > 5 and shown.popup.height() > 300)
    height = shown.popup.height()
    assert settings.setValue("popup.rows", 4)
    shown.until(lambda: shown.popup.height() < height - 100)
    shown.popup.resize(420, 500)  # who then changes it by hand has the last word
    shown.until(lambda: shown.popup.height() == 500)
    assert settings.setValue("popup.columns", ["diskRate", "netRate"])
    groups = {group for look in looks(shown) for group in look.groups}
    assert groups == {"disk", "network"}
    assert settings.setValue("popup.columns", [])
    assert {look.interval for look in looks(shown)} == {0}, "nothing is measured that nobody sees"


def looks(shown: Shown) -> list[Any]:
    """The looks at machines, of the rows that are seen."""
    containers = [
        shown.engine.containerForSource(source) for source in shown.engine.sources() if "/" in source
    ]
    return [look for container in containers if container is not None for look in container.looks]


def test_machines_that_are_off_are_hidden_until_they_are_looked_for(show: Show) -> None:
    shown = show(DEMO)
    shown.until(lambda: len(shown.rows) > 5)
    assert shown.face.settings.setValue("popup.inactive", False)
    shown.until(lambda: not any(row.endswith("Shut off") for row in shown.rows))
    shown.click("Off: 6", Role.CheckBox)
    shown.until(lambda: any(row.endswith("Shut off") for row in shown.rows))


def test_where_nothing_runs_it_is_said_why_nothing_is_seen(show: Show, outside: libvirt.virConnect) -> None:
    shown = show(TEST)
    assert shown.face.settings.setValue("popup.inactive", False)
    shown.until(lambda: shown.rows == ["test, Running"])
    outside.lookupByName("test").destroy()
    shown.node("No machine runs")
    shown.click("Show all")
    shown.until(lambda: shown.rows == ["test, Shut off"])


def test_favourites_stand_where_the_settings_want_them(show: Show) -> None:
    shown = show(DEMO)
    shown.until(lambda: len(shown.rows) > 5)
    before = shown.rows
    third = next(one for one in shown.engine.records() if one.name == before[2].partition(",")[0])
    shown.face.setFavourite(third.uuid, True)
    shown.until(lambda: shown.rows[0] == before[2])
    assert shown.face.settings.setValue("popup.favourites_first", False)
    shown.until(lambda: shown.rows[2] == before[2])


def test_it_looks_as_often_as_the_settings_want(show: Show) -> None:
    shown = show(DEMO)
    shown.until(lambda: looks(shown) and {look.interval for look in looks(shown)} == {2000})
    shown.engine.setIntervals(5, 3, 60)
    assert {look.interval for look in looks(shown)} == {5000}
    shown.key(Qt.Key.Key_Down, Qt.Key.Key_Return)
    shown.until(lambda: {look.interval for look in looks(shown)} == {5000, 3000})


def test_its_size_is_remembered(show: Show, tmp_path: Path) -> None:
    (tmp_path / "windows.json").write_text('{"popup": [420, 300]}')
    shown = show(DEMO)
    shown.until(lambda: len(shown.rows) > 2)
    assert (shown.popup.width(), shown.popup.height()) == (420, 300)


# For every eye, and every text


def unnamed(shown: Shown) -> list[str]:
    """Roles of the things that a person may use or hear of and that have no name."""
    nodes = accessible.tree(shown.popup)
    return [node.role().name for node in nodes if node.role() in INTERACTIVE and not name_of(node).strip()]


@pytest.mark.parametrize("hosts", [(), (DEMO,), (NOWHERE,), (DEMO, TEST, NOWHERE)])
def test_nothing_is_without_a_name(show: Show, hosts: tuple[HostSettings, ...]) -> None:
    shown = show(*hosts)
    if DEMO in hosts:
        shown.until(lambda: len(shown.rows) > 5)
        shown.key(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
        shown.until(
            lambda: any(name.startswith("Memory of") for name in accessible.names(shown.popup, Role.Slider))
        )
        shown.node("Who takes it", Role.CheckBox)
        shown.click("Who takes it", Role.CheckBox)
        assert unnamed(shown) == []
        shown.click("More")
        shown.node("Pause", Role.MenuItem)
    assert unnamed(shown) == []


HOSTILE = (
    '<img src="x">', "<b>bold", "\u202egnp.exe", "x" * 300, "a & b && _c_", "%1 %n", "-rf", "' OR 1=1", "&lt;",
)  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_and_titles_are_text(show: Show, outside: libvirt.virConnect, name: str) -> None:
    define(outside, name, title=name, start=True)
    shown = show(TEST)
    shown.node(f"{name}, Running")
    shown.type("Z")
    shown.key(Qt.Key.Key_Backspace)
    shown.until(lambda: len(shown.rows) == 2)
    place = shown.rows.index(f"{name}, Running")
    shown.key(*[Qt.Key.Key_Down] * (place + 1), Qt.Key.Key_Return)
    shown.node(f"Memory of {name}", Role.Slider)
    shown.click(f"Power Off {name}")
    shown.node("Cancel", Role.Button)
    assert not shown.popup.grabWindow().isNull()
    assert shown.popup.width() <= 400


def test_a_name_that_is_cut_short_is_told_where_the_pointer_rests(
    show: Show, outside: libvirt.virConnect
) -> None:
    name = "a-name-that-is-far-too-long-for-a-row-of-the-popup-and-goes-on"
    define(outside, name)
    shown = show(TEST)
    rect = shown.node(f"{name}, Shut off", Role.ListItem).rect()
    QTest.mouseMove(shown.popup, shown.popup.mapFromGlobal(rect.topLeft() + QPoint(60, rect.height() // 4)))
    shown.node(name, Role.ToolTip)


def test_it_tells_that_it_is_hidden(show: Show) -> None:
    """Where there is no tray the window takes its place then."""
    shown = show(TEST)
    with shown.qtbot.waitSignal(shown.windows.popupHidden, timeout=30_000):
        shown.key(Qt.Key.Key_Escape)
    assert not shown.windows.any_visible
