"""The program over a real accessibility bus, as a screen reader gets it: every page and window, by keys and names."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.display import DesktopSession
from tests.helpers.program import Program
from tests.helpers.trayhosts import lxqt_panel
from tests.helpers.waiting import until
from virtmonitor.assets import asset

pytestmark = pytest.mark.desktop
HELPER = ("/usr/bin/python3", str(Path(__file__).parents[1] / "helpers" / "atspi.py"))
INTERACTIVE = {
    "push button", "check box", "radio button", "toggle button", "text", "entry", "spin button", "slider",
    "combo box", "page tab", "list", "list item", "menu item", "check menu item", "table column header", "scroll bar",
    "progress bar", "link", "dialog", "alert",
}  # fmt: skip
PAGES = ("Overview", "Resources", "Devices", "Snapshots", "XML", "Events")
A11Y = ("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties.Set", "string:org.a11y.Status")

Node = dict[str, Any]


class Reader:
    """A screen reader's view of the running program."""

    def __init__(self, desktop: DesktopSession, *arguments: str) -> None:
        self.desktop = desktop
        desktop.activatable("org.a11y.Bus")
        desktop.bus_call(*A11Y, "string:IsEnabled", "variant:boolean:true")
        fleet = f"test://{asset('resources', 'demo', 'fleet.xml')}"
        self.listener = desktop.spawn(*HELPER, "listen")
        self.program = Program(
            desktop, "-c", fleet, *arguments, env={"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        )

    def nodes(self) -> list[Node]:
        """All that is shown now, in reading order."""
        said = self.desktop.run(*HELPER, "tree", str(self.program.process.pid))
        return [json.loads(line) for line in said.splitlines()]

    def once(self, what: str, condition: Callable[[list[Node]], bool]) -> list[Node]:
        """All that is shown, once that is so."""
        seen: list[Node] = []

        def so() -> bool:
            seen[:] = self.nodes()
            return condition(seen)

        until(so, what=what, every=0.3)
        return seen

    def has(self, role: str, name: str) -> list[Node]:
        """All that is shown, once something of that role and name is there."""
        return self.once(
            f"{role} {name!r}",
            lambda nodes: any((node["role"], node["name"]) == (role, name) for node in nodes),
        )

    def press(self, role: str, name: str) -> None:
        """Activate it as a screen reader does: no pointer, no place."""
        self.has(role, name)
        self.desktop.run(*HELPER, "do", str(self.program.process.pid), role, name)

    def key(self, *keys: str) -> None:
        """Real keys, to the window that has the keyboard."""
        self.desktop.xdotool("key", *keys)

    def heard(self, text: str) -> None:
        """Wait until that was announced."""

        def said() -> bool:
            lines = [json.loads(line) for line in self.desktop.log(HELPER[0]).splitlines() if line[:1] == "{"]
            return any("announcement" in line.get("type", "") and text in line["text"] for line in lines)

        until(said, what=f"{text!r} is announced")


def nameless(nodes: list[Node]) -> list[Node]:
    """What can be acted on, or tells something, and has no name."""
    shown = [node for node in nodes if "showing" in node["states"]]
    acts = [
        node for node in shown if node["role"] in INTERACTIVE or set(node["actions"]) & {"Press", "Toggle"}
    ]
    return [node for node in acts if not node["name"].strip()]


def focused(nodes: list[Node]) -> list[str]:
    """What has the keyboard."""
    return [node["name"] for node in nodes if "focused" in node["states"]]


def tab(nodes: list[Node], name: str) -> bool:
    """Whether that page is chosen."""
    return any(
        node["role"] == "page tab" and node["name"] == name and "selected" in node["states"] for node in nodes
    )


@pytest.fixture
def reader(desktop: DesktopSession, request: pytest.FixtureRequest) -> Iterator[Reader]:
    lxqt_panel(desktop)
    made = Reader(desktop, getattr(request, "param", "--window"))
    yield made
    assert made.program.process.poll() is None, made.program.said()


def test_every_page_has_names_and_is_reached_by_keys(reader: Reader) -> None:
    reader.has("list item", "web-1, Running")
    reader.key("w", "e", "b", "minus", "1", "Down")
    reader.has("heading", "web-1")
    for number, page in enumerate(PAGES, 1):
        reader.key(f"alt+{number}")
        nodes = reader.once(page, partial(tab, name=page))
        assert nameless(nodes) == [], page
        assert len(nodes) > 40


def test_a_change_of_state_is_announced(reader: Reader) -> None:
    reader.press("list item", "web-1, Running")
    reader.has("heading", "web-1")
    reader.press("push button", "Pause")
    reader.has("list item", "web-1, Paused")
    reader.heard("web-1, Paused")


def test_every_window_has_names(reader: Reader) -> None:
    for button, wanted in (
        ("Journal", ("list", "Journal")),
        ("Settings…", ("list", "Sections of the settings")),
        ("Hosts…", ("list", "Hosts")),
        ("Shortcuts", ("heading", "Shortcuts")),
    ):
        reader.press("push button", button)
        assert nameless(reader.has(*wanted)) == [], button


@pytest.mark.parametrize("reader", ["--minimized"], indirect=True)
def test_the_popup_has_names_and_unfolds(reader: Reader) -> None:
    reader.program.tell("--toggle")
    reader.once("the search has the keyboard", lambda nodes: "Search" in focused(nodes))
    reader.key("w", "e", "b", "minus", "1", "Down", "Return")
    assert nameless(reader.has("push button", "Pause web-1")) == []
    reader.key("Tab")
    reader.once("a button of the row has the keyboard", lambda nodes: "Shut Down web-1" in focused(nodes))
