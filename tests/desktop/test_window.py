"""The window over the demo fleet: every page and control, by keyboard and by accessible name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.helpers import accessible
from tests.helpers.accessible import Role
from virtmonitor.assets import asset
from virtmonitor.core.connection import HostSettings
from virtmonitor.core.domain import DomainRecord
from virtmonitor.desktop.face import Face
from virtmonitor.desktop.observers import Observers
from virtmonitor.desktop.settings import Settings
from virtmonitor.desktop.windows import Windows
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.domainmodel import DomainModel
from virtmonitor.engine.jobmodel import JobModel

KEY = Qt.Key
CTRL, SHIFT, ALT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.NoModifier,
)
INTERACTIVE = {
    Role.Button, Role.CheckBox, Role.RadioButton, Role.EditableText, Role.SpinBox, Role.Slider, Role.PageTab,
    Role.ListItem, Role.MenuItem, Role.ComboBox, Role.ColumnHeader, Role.List, Role.ProgressBar, Role.Chart,
}  # fmt: skip
PAGES = ("Overview", "Resources", "Devices", "Snapshots", "XML", "Events")


class Shown:
    """A window that is open over hosts whose machines were all read."""

    def __init__(self, qtbot: QtBot, directory: Path, **uris: str) -> None:
        QAccessible.setActive(True)
        self.qtbot = qtbot
        self.engine = DataEngine()
        settings = Settings(directory / "settings.toml")
        self.face = Face(settings)
        for name, uri in uris.items():
            self.engine.addHost(HostSettings(name, uri, demo=name == "demo"))
        self.observers = Observers(self.engine, settings, directory / "journal.sqlite", lambda *_: None)
        self.face.set_journal(self.observers.journal)
        self.windows = Windows(self.engine, self.face)
        self.windows.show_window()
        self.window = self.windows.window
        qtbot.waitExposed(self.window)
        qtbot.waitUntil(self._is_listed, timeout=120_000)

    def _is_listed(self) -> bool:
        hosts = [self.engine.host(name) for name in self.engine.hosts]
        return all(
            host is not None and host.listed and all(record.detailed for record in host.records.values())
            for host in hosts
        )

    def close(self) -> None:
        self.windows.close()
        self.observers.end()
        self.engine.close()
        self.observers.close()

    def record(self, name: str) -> DomainRecord:
        return next(record for record in self.engine.records() if record.name == name)

    def find(self, name: str, role: Role | None = None) -> QAccessibleInterface | None:
        return accessible.find(self.window, name, role)

    def all(self, name: str, role: Role = Role.Button) -> list[QAccessibleInterface]:
        nodes = accessible.tree(self.window)
        return [node for node in nodes if accessible.name_of(node) == name and node.role() == role]

    def until(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=60_000)

    def click(self, name: str, role: Role = Role.Button, *, last: bool = False) -> None:
        """Click on it once it is there and can be clicked; `last`: the topmost of several."""

        def there() -> bool:
            found = self.all(name, role)
            return bool(found) and not found[-1 if last else 0].state().disabled

        self.until(there)
        self.window.grabWindow()  # all is where it will be
        accessible.press(self.window, self.all(name, role)[-1 if last else 0])

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.window, key, modifiers)

    def type(self, text: str) -> None:
        accessible.type_text(self.window, text)

    def go_to(self, name: str, page: int = 1) -> None:
        """Choose a machine, and a page of it."""
        record = self.record(name)
        self.face.sourceRequested.emit(record.source)
        self.key(Qt.Key(Qt.Key.Key_0 + page), ALT)
        self.until(lambda: self.find(name, Role.Heading))

    def rows(self) -> list[str]:
        """The names of the rows that are seen, from the top."""
        found = self.all_rows()
        return [accessible.name_of(node).rpartition(", ")[0] for node in found]

    def all_rows(self) -> list[QAccessibleInterface]:
        table = next(node for node in accessible.tree(self.window) if _is(node, "Machines", Role.List))
        rows = [table.child(index) for index in range(table.childCount())]
        shown = [row for row in rows if row is not None and row.role() == Role.ListItem]
        return sorted((row for row in shown if not row.state().invisible), key=lambda row: row.rect().y())

    def selected(self) -> list[str]:
        rows = [row for row in self.all_rows() if row.state().selected]
        return [accessible.name_of(row).rpartition(", ")[0] for row in rows]

    def focused(self) -> str:
        """The name of what has the keyboard, or of the control that it is a part of."""
        return accessible.focused(self.window)


def _is(node: QAccessibleInterface, name: str, role: Role) -> bool:
    return node.role() == role and accessible.name_of(node) == name


Open = Callable[..., Shown]


@pytest.fixture
def open_window(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    """Opens windows over hosts NAME=URI; they are closed after the test."""
    made: list[Shown] = []

    def make(**uris: str) -> Shown:
        made.append(Shown(qtbot, tmp_path, **uris))
        return made[-1]

    yield make
    for window in made:
        window.close()


@pytest.fixture
def shown(open_window: Open) -> Shown:
    return open_window(demo=f"test://{asset('resources', 'demo', 'fleet.xml')}")


# What is there


@pytest.mark.parametrize("name", ["web-1", "web-3", "win2022-dc", "legacy-erp", "staging"])
def test_every_page_of_every_kind_of_machine_has_named_controls(shown: Shown, name: str) -> None:
    for number, page in enumerate(PAGES, 1):
        shown.go_to(name, number)
        shown.until(lambda page=page: _is_chosen(shown, page))
        shown.window.grabWindow()
        nameless = [
            node.role().name
            for node in accessible.tree(shown.window)
            if node.role() in INTERACTIVE and not accessible.name_of(node)
        ]
        assert not nameless, page


def _is_chosen(shown: Shown, page: str) -> bool:
    node = shown.find(page, Role.PageTab)
    return node is not None and bool(node.state().selected)


def test_the_page_of_a_host(shown: Shown) -> None:
    shown.click("demo: 22", Role.RadioButton)
    shown.until(lambda: shown.find("demo", Role.Heading))
    shown.until(lambda: shown.find("default", Role.Grouping))  # a network
    shown.until(lambda: shown.find("images", Role.Grouping))  # a pool
    shown.until(lambda: shown.find("Version: TEST 0.0.2, libvirt 9.0.0", Role.StaticText) or True)
    assert shown.find("Machines that use most", Role.List) is not None


def test_the_rows_stay_where_they_are_when_one_is_chosen(shown: Shown) -> None:
    """The host's page goes then, and whatever that said must not come into the list above them."""
    shown.until(lambda: shown.find("demo", Role.Heading))
    shown.window.grabWindow()
    places = {name: row.rect().y() for name, row in zip(shown.rows(), shown.all_rows(), strict=True)}
    accessible.press(shown.window, next(row for row in shown.all_rows() if row.rect().y() == places["dns"]))
    shown.until(lambda: shown.find("dns", Role.Heading))
    shown.window.grabWindow()
    assert {name: row.rect().y() for name, row in zip(shown.rows(), shown.all_rows(), strict=True)} == places


def test_one_who_eats_is_a_click_away(shown: Shown) -> None:
    shown.until(lambda: shown.find("dns", Role.Button))
    shown.click("dns")
    shown.until(lambda: shown.find("dns", Role.Heading))
    assert shown.selected() == ["dns"]


def test_of_many_machines_only_those_in_sight_are_measured_until_a_ranking_is_asked_for(
    qtbot: QtBot, tmp_path: Path
) -> None:
    domain = "<domain type='test'><name>m{}</name><memory>1024</memory><os><type>hvm</type></os></domain>"
    fleet = tmp_path / "many.xml"
    fleet.write_text(f"<node>{''.join(domain.format(number) for number in range(100))}</node>")
    shown = Shown(qtbot, tmp_path, many=f"test://{fleet}")
    try:
        shown.until(lambda: shown.find("Rank the Machines", Role.Button))
        measured: set[str] = set()
        shown.engine.measured.connect(lambda source, _: measured.add(source))
        shown.until(lambda: len(measured) > 10)
        assert len(shown.engine.relays.sources()) < 60
        shown.click("Rank the Machines")
        shown.until(lambda: len(measured) >= 100)
        shown.until(lambda: shown.find("Machines that use most", Role.List))
    finally:
        shown.close()


# Search, places, sorting


def test_typing_anywhere_in_the_list_searches(shown: Shown) -> None:
    shown.key(KEY.Key_Down)  # from the search to the list
    shown.until(lambda: shown.selected())
    shown.type("web-")
    shown.until(lambda: set(shown.rows()) == {"web-1", "web-2", "web-3"})
    shown.key(KEY.Key_Escape)
    shown.until(lambda: len(shown.rows()) > 10)


def test_enter_in_the_search_chooses_what_was_found(shown: Shown) -> None:
    shown.type("mail")
    shown.until(lambda: shown.rows() == ["mail"])
    shown.key(KEY.Key_Return)
    shown.until(lambda: shown.selected() == ["mail"])
    shown.until(lambda: shown.find("mail", Role.Heading))


def test_an_address_is_searched_also_of_machines_that_nobody_looked_at(shown: Shown) -> None:
    shown.type("10.40.0.18")
    shown.until(lambda: shown.find("backup, Shutting down", Role.ListItem))
    assert shown.rows() == ["backup"]
    shown.type("9")
    shown.until(lambda: shown.find("Machines", Role.List) is None)
    shown.key(KEY.Key_Escape)
    shown.until(lambda: len(shown.rows()) > 10)


def test_sorted_by_address_those_without_come_last(shown: Shown) -> None:
    model = shown.window.findChild(DomainModel)
    model.sortColumn = "address"
    shown.until(lambda: [record.name for record in model.shown[:3]] == ["web-1", "web-2", "mail"])
    assert not shown.engine.record(model.sourceAt(model.count - 1)).active


def test_nothing_found_says_so_and_what_to_do(shown: Shown) -> None:
    shown.type("zzz")
    shown.until(lambda: shown.find("Nothing found", Role.Grouping))
    shown.click("Clear the search", last=True)
    shown.until(lambda: "web-1" in shown.rows())


def test_places_narrow_the_list(shown: Shown) -> None:
    shown.click("Paused: 2", Role.RadioButton)
    shown.until(lambda: set(shown.rows()) == {"win2022-dc", "lab-laptop"})
    shown.click("Needs attention: 1", Role.RadioButton)
    shown.until(lambda: shown.rows() == ["legacy-erp"])
    shown.click("All machines: 22", Role.RadioButton)
    shown.until(lambda: len(shown.rows()) > 10)


def test_columns_sort_and_sort_back(shown: Shown) -> None:
    usual = shown.rows()
    shown.click("Name", Role.ColumnHeader)
    shown.until(lambda: shown.rows() != usual)
    assert shown.rows()[0] == "backup"
    assert shown.rows().index("build-riscv64") < shown.rows().index("cache-1")
    shown.click("Name", Role.ColumnHeader)
    shown.until(lambda: shown.rows()[0] == "win2022-dc")
    shown.click("Name", Role.ColumnHeader)
    shown.until(lambda: shown.rows() == usual)


def test_columns_are_left_out_and_put_back_by_keys(shown: Shown) -> None:
    while shown.focused() != "CPU":
        shown.key(KEY.Key_Tab)
    shown.key(KEY.Key_Menu)
    shown.until(lambda: shown.find("Memory", Role.MenuItem))
    while shown.focused() != "Memory":
        shown.key(KEY.Key_Down)
    shown.key(KEY.Key_Return)
    shown.until(lambda: shown.find("Memory", Role.ColumnHeader) is None)
    shown.key(KEY.Key_Menu)
    shown.until(lambda: shown.find("Memory", Role.MenuItem))
    shown.key(KEY.Key_Escape)
    shown.until(lambda: shown.find("Memory", Role.MenuItem) is None)


def test_sorted_by_memory_the_largest_come_first_and_the_unknown_last(shown: Shown) -> None:
    shown.click("Memory", Role.ColumnHeader)
    shown.until(lambda: shown.rows()[:2] in (["db-primary", "db-replica"], ["db-replica", "db-primary"]))
    shown.window.hide()
    shown.until(lambda: not shown.engine.relays.intervals)


def test_sorted_by_uptime_what_was_seen_to_start_comes_before_the_unknown(shown: Shown) -> None:
    shown.window.resize(2200, 900)
    for name in ("web-3", "fedora-workstation"):
        service = shown.engine.serviceForSource(shown.record(name).source)
        job = service.call("start")
        shown.until(lambda job=job: not job.running)
        shown.until(lambda name=name: shown.record(name).active)
    shown.click("Uptime", Role.ColumnHeader)
    shown.until(lambda: shown.rows()[:2] == ["web-3", "fedora-workstation"])
    row, ran_before = shown.find("web-3, Running", None), "It ran before virtmonitor looked"
    assert row is not None
    assert ran_before not in row.text(QAccessible.Text.Description)
    others = [node for node in shown.all_rows() if accessible.name_of(node).endswith(", Running")][2:]
    shown.until(lambda: all(ran_before in node.text(QAccessible.Text.Description) for node in others))
    assert others
    shown.click("Uptime", Role.ColumnHeader)
    shown.until(lambda: shown.rows()[:2] == ["fedora-workstation", "web-3"])


def test_favourites_and_tags(shown: Shown) -> None:
    shown.go_to("dns")
    shown.key(KEY.Key_D, CTRL)
    shown.until(lambda: shown.find("Favourites: 1", Role.RadioButton))
    assert shown.face.favourites == [shown.record("dns").uuid]
    shown.click("Favourites: 1", Role.RadioButton)
    shown.until(lambda: shown.rows() == ["dns"])
    shown.face.setTags(shown.record("mail").uuid, "office, old")
    shown.click("old: 1", Role.RadioButton)
    shown.until(lambda: shown.rows() == ["mail"])
    shown.face.setTags(shown.record("mail").uuid, "")
    shown.until(lambda: shown.find("old: 1", Role.RadioButton) is None)


# Selection and many at once


def test_selecting_by_keys(shown: Shown) -> None:
    shown.key(KEY.Key_Down)
    shown.until(lambda: len(shown.selected()) == 1)
    first, second, third = shown.rows()[:3]
    shown.key(KEY.Key_Down, SHIFT)
    shown.key(KEY.Key_Down, SHIFT)
    shown.until(lambda: shown.selected() == [first, second, third])
    shown.key(KEY.Key_Up)
    shown.until(lambda: shown.selected() == [second])
    shown.key(KEY.Key_End)
    shown.until(lambda: shown.selected() == ["web-3"])
    shown.key(KEY.Key_Home)
    shown.key(KEY.Key_A, CTRL)
    shown.until(lambda: shown.find("22 selected", None))
    shown.key(KEY.Key_Space, CTRL)
    shown.until(lambda: shown.find("21 selected", None))


def test_many_at_once_and_each_failure_is_told(shown: Shown) -> None:
    shown.type("web")
    shown.until(lambda: len(shown.rows()) == 3)
    shown.key(KEY.Key_Down)
    shown.key(KEY.Key_A, CTRL)
    shown.click("Pause (2)")
    shown.until(lambda: shown.find("web-1, Paused", Role.ListItem))
    shown.until(lambda: shown.find("web-2, Paused", Role.ListItem))
    shown.click("Resume (2)")
    shown.until(lambda: shown.find("web-2, Running", Role.ListItem))
    shown.click("Power Off (2)")
    shown.until(lambda: shown.find("Cancel", Role.Button))
    assert shown.find("web-1, Running", Role.ListItem)
    shown.click("Power Off", last=True)
    shown.until(lambda: shown.find("web-1, Shut off", Role.ListItem))
    shown.until(lambda: shown.find("web-2, Shut off", Role.ListItem))
    shown.click("Start (3)")
    shown.until(lambda: shown.find("web-3, Running", Role.ListItem))
    shown.until(lambda: shown.find("Start: 3 of 3 done", Role.ListItem))


def test_the_sum_of_many_lists_failures_by_machine_to_try_again(shown: Shown) -> None:
    jobs = shown.window.findChild(JobModel)
    jobs.startAll("resume", [record.source for record in shown.engine.records() if "web" in record.name])
    shown.until(lambda: shown.find("Resume: 0 of 3 done · 3 failed", Role.ListItem))
    told = "web-3: Resume: It does not run."
    shown.until(lambda: any(told in _plain(name) for name in _items(shown)))
    shown.click("Try Again")
    shown.until(lambda: shown.find("Resume: 0 of 3 done · 3 failed", Role.ListItem))
    job = shown.engine.serviceForSource(shown.record("web-1").source).call("suspend")
    shown.until(lambda: not job.running)
    shown.click("Try All Again")
    shown.until(lambda: shown.find("Resume: 1 of 3 done · 2 failed", Role.ListItem))
    shown.click("Dismiss all")
    shown.until(lambda: shown.find("Jobs", Role.Grouping) is None)


def test_the_rest_of_many_is_cancelled_by_a_button(shown: Shown) -> None:
    jobs = shown.window.findChild(JobModel)
    jobs.startAll("resume", [record.source for record in shown.engine.records()])
    button = next(node for node in accessible.tree(shown.window) if _is(node, "Cancel the Rest", Role.Button))
    button.actionInterface().doAction("Press")
    shown.until(lambda: shown.find("Resume: 0 of 22 done · 22 cancelled", Role.ListItem))


def _items(shown: Shown) -> list[str]:
    nodes = accessible.tree(shown.window)
    return [accessible.name_of(node) for node in nodes if node.role() == Role.ListItem]


def _plain(text: str) -> str:
    """Without the marks around a name that keep its direction to itself."""
    return text.replace("\u2068", "").replace("\u2069", "")


# One machine


def test_power_off_asks_and_the_safe_answer_has_the_keyboard(shown: Shown) -> None:
    shown.go_to("web-1")
    shown.click("Power Off")
    shown.until(lambda: shown.focused() == "Cancel")
    assert shown.find("What the guest has not written to its disks is lost.") is not None
    shown.key(KEY.Key_Return)
    shown.until(lambda: shown.find("Cancel", Role.Button) is None)
    assert shown.record("web-1").active
    shown.click("Power Off")
    shown.until(lambda: shown.focused() == "Cancel")
    shown.click("Power Off", last=True)
    shown.until(lambda: not shown.record("web-1").active)


def test_what_was_asked_about_and_has_changed_is_not_touched(shown: Shown) -> None:
    shown.go_to("web-3")
    shown.click("More")
    shown.click("Delete", Role.MenuItem)
    shown.until(lambda: shown.focused() == "Cancel")
    service = shown.engine.serviceForSource(shown.record("web-3").source)
    job = service.call("rename", {"name": "web-9"})
    shown.until(lambda: not job.running)
    shown.until(lambda: shown.find("It has changed since you asked. Look at it again."))
    assert shown.all("Delete")[-1].state().disabled


def test_deleting_can_be_undone_for_a_while(shown: Shown) -> None:
    shown.go_to("web-3")
    shown.click("More")
    shown.click("Delete", Role.MenuItem)
    shown.click("Delete", last=True)
    shown.until(lambda: not any(record.name == "web-3" for record in shown.engine.records()))
    shown.click("Undo")
    shown.until(lambda: any(record.name == "web-3" for record in shown.engine.records()))


def test_a_failure_stays_until_it_is_dismissed(shown: Shown) -> None:
    shown.go_to("web-1")
    service = shown.engine.serviceForSource(shown.record("web-1").source)
    service.call("setVcpus", {"count": 64, "scope": "live"})
    shown.until(lambda: shown.find("Dismiss", Role.Button))
    told = [accessible.name_of(node) for node in accessible.tree(shown.window)]
    assert any("web-1" in text and "Could not" in text for text in told)
    shown.click("Dismiss")
    shown.until(lambda: shown.find("Dismiss", Role.Button) is None)


def test_resources_are_changed_where_it_is_said(shown: Shown) -> None:
    shown.go_to("web-1", 2)
    shown.until(lambda: shown.find("vCPUs now", Role.SpinBox))
    node = shown.find("vCPUs at the next start", Role.SpinBox)
    assert node is not None
    shown.until(lambda: node.valueInterface().currentValue() == 4)
    shown.window.grabWindow()
    accessible.press(shown.window, node)
    shown.key(KEY.Key_Up)
    shown.key(KEY.Key_Up)
    shown.click("Apply")
    source = shown.record("web-1").source
    shown.until(lambda: "current='6'" in _definition(shown, source))
    assert shown.record("web-1").vcpu_current == 4  # what runs has not changed
    shown.until(lambda: shown.find("Apply", Role.Button) is None)


def _definition(shown: Shown, source: str) -> str:
    host = shown.engine.host(source.partition("/")[0])
    assert host is not None
    assert host.link.connection is not None
    domain = host.link.connection.conn.lookupByUUIDString(source.partition("/")[2])
    return str(domain.XMLDesc(2))  # VIR_DOMAIN_XML_INACTIVE


def test_snapshots_are_taken_returned_to_and_deleted(shown: Shown) -> None:
    shown.go_to("web-3", 4)
    shown.click("Name of the snapshot", Role.EditableText)
    shown.type("before")
    shown.key(KEY.Key_Return)
    shown.until(lambda: shown.find("before", Role.ListItem))
    shown.click("Return to Snapshot")
    shown.until(lambda: shown.focused() == "Cancel")
    texts = accessible.names(shown.window, Role.StaticText)
    assert any(text.startswith("before · ") for text in texts), "it says which"
    assert not any("off afterwards" in text for text in texts), "it is off already"
    shown.click("Return to Snapshot", last=True)
    shown.until(lambda: shown.find("Cancel", Role.Button) is None)
    shown.click("Delete Snapshot")
    shown.until(lambda: shown.focused() == "Cancel")
    shown.click("Delete Snapshot", last=True)
    shown.until(lambda: shown.find("No snapshots", Role.Grouping))
    shown.go_to("win11-office", 4)
    shown.until(lambda: shown.find("fresh-install", Role.ListItem))
    shown.click("Return to Snapshot")
    shown.until(lambda: shown.find("It has no memory: the machine is off afterwards.", Role.StaticText))
    shown.click("Cancel")


def test_a_definition_is_edited_reviewed_applied_and_put_back(shown: Shown) -> None:
    shown.go_to("web-3", 5)
    shown.until(lambda: "web-3" in _text(shown, "Definition"))
    _replace(shown, "Definition", "Shop front end (spare)", "Spare")
    shown.click("Review changes")
    shown.until(lambda: "+  <title>Spare</title>" in _text(shown, "Changes"))
    assert shown.record("web-3").title == "Shop front end (spare)"
    shown.click("Change Definition")
    shown.until(lambda: shown.record("web-3").title == "Spare")
    shown.click("History", Role.CheckBox)
    shown.click("Compare and restore")
    shown.until(lambda: "+  <title>Shop front end (spare)</title>" in _text(shown, "Changes"))
    shown.click("Change Definition")
    shown.until(lambda: shown.record("web-3").title == "Shop front end (spare)")


def test_what_is_no_xml_cannot_be_applied(shown: Shown) -> None:
    shown.go_to("web-3", 5)
    shown.until(lambda: "web-3" in _text(shown, "Definition"))
    _replace(shown, "Definition", "</domain>", "</doman>")
    shown.until(lambda: shown.find("Review changes", Role.Button))
    node = shown.find("Review changes", Role.Button)
    assert node is not None
    assert node.state().disabled
    assert "XML" in node.text(QAccessible.Text.Description)


def _text(shown: Shown, name: str) -> str:
    node = shown.find(name, Role.EditableText)
    return node.text(QAccessible.Text.Value) if node is not None else ""


def _replace(shown: Shown, name: str, old: str, new: str) -> None:
    node = shown.find(name, Role.EditableText)
    assert node is not None
    item = node.object()
    text = item.property("text")
    assert old in text
    item.setProperty("text", text.replace(old, new))


def test_what_happens_is_told_and_since_when_it_is_so(shown: Shown) -> None:
    shown.go_to("web-1")
    shown.until(lambda: shown.find("State: Running, since before virtmonitor looked", Role.StaticText))
    shown.go_to("web-1", 6)
    shown.click("Pause")
    shown.until(lambda: any("Paused" in text for text in accessible.names(shown.window, Role.ListItem)))
    shown.until(
        lambda: any(text == "Done from here: Pause" for text in accessible.names(shown.window, Role.ListItem))
    )
    shown.go_to("web-1", 1)
    facts = accessible.names(shown.window, Role.StaticText)
    assert any(text.startswith("State: Paused, since ") for text in facts)


def test_names_and_tags_are_edited(shown: Shown) -> None:
    shown.go_to("web-3")
    shown.click("More")
    shown.click("Name, Title and Tags…", Role.MenuItem)
    shown.until(lambda: shown.focused() == "Title")
    shown.click("Cancel")
    shown.until(lambda: shown.find("Cancel", Role.Button) is None)
    shown.key(KEY.Key_F2)
    shown.until(lambda: shown.focused() == "Title")
    shown.key(KEY.Key_A, CTRL)
    shown.type("spare")
    shown.key(KEY.Key_Tab)
    shown.key(KEY.Key_Tab)
    assert shown.focused() == "Tags, separated by commas"
    shown.type("shop")
    shown.key(KEY.Key_Return)
    shown.until(lambda: shown.record("web-3").title == "spare")
    shown.until(lambda: shown.find("shop: 1", Role.RadioButton))
    assert shown.record("web-3").description
    while shown.focused() != "shop: 1":
        shown.key(KEY.Key_Tab)
    shown.key(KEY.Key_Space)
    shown.until(lambda: shown.rows() == ["web-3"])


def test_the_menu_key_opens_the_menu_of_the_row(shown: Shown) -> None:
    shown.go_to("web-1")
    shown.key(KEY.Key_F, CTRL)
    shown.key(KEY.Key_Down)
    shown.key(KEY.Key_Menu)
    shown.until(lambda: shown.find("Serial Console", Role.MenuItem))
    node = shown.find("Start", Role.MenuItem)
    assert node is not None
    assert node.state().disabled
    assert node.text(QAccessible.Text.Description) == "It runs already."
    for key, entry in ((KEY.Key_Up, "Delete"), (KEY.Key_Down, "Pause"), (KEY.Key_End, "Delete")):
        shown.key(key)
        assert shown.focused() == entry
    shown.key(KEY.Key_Escape)
    shown.until(lambda: shown.find("Serial Console", Role.MenuItem) is None)


def test_the_xml_of_what_runs_is_shown_apart(shown: Shown) -> None:
    shown.go_to("web-1", 5)
    shown.click("What runs", Role.CheckBox)
    shown.until(lambda: "id='" in _text(shown, "XML of what runs"))


def test_a_fact_is_copied(shown: Shown) -> None:
    shown.go_to("web-1")
    shown.click("Copy UUID")
    assert QGuiApplication.clipboard().text() == shown.record("web-1").uuid


def test_a_console_of_the_demo_says_why_there_is_none(shown: Shown) -> None:
    shown.go_to("web-1")
    shown.click("Console")
    shown.until(lambda: any("live inside this program" in text for text in _alerts(shown)))


def test_what_is_only_information_looks_and_sounds_like_it(shown: Shown) -> None:
    shown.face.told.emit("This desktop has no tray.")
    shown.until(lambda: shown.find("This desktop has no tray.", Role.AlertMessage))
    told = shown.find("This desktop has no tray.", Role.AlertMessage)
    assert told is not None
    assert told.text(QAccessible.Text.Description) == "Information"
    shown.go_to("web-1")
    shown.click("Console")
    shown.until(lambda: told.text(QAccessible.Text.Description) == "Error")
    shown.click("Close")
    shown.until(lambda: shown.find("Close", Role.Button) is None)


def _alerts(shown: Shown) -> list[str]:
    return accessible.names(shown.window, Role.AlertMessage)


# Everywhere


def test_shortcuts_are_shown_and_closed_by_keys(shown: Shown) -> None:
    shown.key(KEY.Key_F1)
    shown.until(lambda: shown.find("Shortcuts", Role.Heading))
    shown.key(KEY.Key_Escape)
    shown.until(lambda: shown.find("Shortcuts", Role.Heading) is None)


def test_the_journal_and_the_settings_are_reached_by_button_and_by_key(shown: Shown) -> None:
    for signal, button, key in (
        (shown.face.journalRequested, "Journal", KEY.Key_J),
        (shown.face.settingsRequested, "Settings…", KEY.Key_Comma),
    ):
        with shown.qtbot.waitSignal(signal):
            accessible.click(shown.window, button)
        with shown.qtbot.waitSignal(signal):
            shown.key(key, CTRL)


def test_tab_goes_everywhere_and_comes_back(shown: Shown) -> None:
    shown.go_to("web-1", 2)
    shown.until(lambda: shown.find("vCPUs now", Role.SpinBox))
    shown.key(KEY.Key_F, CTRL)
    seen: list[str] = []
    for _ in range(120):
        shown.key(KEY.Key_Tab)
        seen.append(shown.focused())
        if seen[-1] == "Search":
            break
    assert seen[-1] == "Search"
    assert "" not in seen
    wanted = {"web-1, Running", "Shut Down", "More", "Name", "All machines: 22", "vCPUs now", "Shortcuts"}
    assert wanted <= set(seen), wanted - set(seen)


def test_a_window_that_nobody_sees_looks_at_nothing(shown: Shown) -> None:
    shown.go_to("web-1")
    shown.until(lambda: shown.engine.relays.intervals)
    shown.window.hide()
    shown.until(lambda: not shown.engine.relays.intervals)
    assert not shown.engine.relays.waiting


HOSTILE = (
    '<img src="x">', '<img src="x:127.0.0.1:9"> <b>bold', "&start _stop_", "\u202egnp.exe\u202d",
    "x" * 200, "%1 %n %%", "a b;rm -rf", "$(id)",
)  # fmt: skip


def test_hostile_names_and_texts_on_every_page(open_window: Open, tmp_path: Path) -> None:
    domains = "".join(
        f"<domain type='test'><name>{escape(text)}</name><title>{escape(text)}</title>"
        f"<description>{escape(text)}\n{escape(text)}</description><memory>8192</memory><os><type>hvm</type></os>"
        f"<devices><disk type='file'><source file='/{escape(text, {chr(39): '', chr(34): ''})[:60]}'/>"
        "<target dev='vda'/></disk></devices></domain>"
        for text in HOSTILE
    )
    fleet = tmp_path / "fleet.xml"
    fleet.write_text(f"<node>{domains}</node>")
    shown = open_window(hostile=f"test://{fleet}")
    for text in HOSTILE:
        for page in range(1, 7):
            shown.go_to(text, page)
            shown.window.grabWindow()
        shown.click("Power Off")
        shown.until(lambda: shown.focused() == "Cancel")
        shown.key(KEY.Key_Escape)
    assert len(shown.rows()) == len(HOSTILE)


def test_ten_thousand_machines_have_few_rows(open_window: Open, tmp_path: Path) -> None:
    domains = "".join(
        f"<domain type='test'><name>vm-{n}</name><memory>8192</memory><os><type>hvm</type></os></domain>"
        for n in range(10_000)
    )
    fleet = tmp_path / "fleet.xml"
    fleet.write_text(f"<node>{domains}</node>")
    shown = open_window(many=f"test://{fleet}")
    shown.key(KEY.Key_Down)
    for _ in range(5):
        shown.key(KEY.Key_PageDown)
    shown.key(KEY.Key_End)
    shown.until(lambda: shown.rows()[-1:] == ["vm-9999"])
    assert len(shown.all_rows()) < 60
    shown.until(lambda: len(shown.engine._containers) < 120)
