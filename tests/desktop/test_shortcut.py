"""A shortcut of the desktop, by a portal of the test's own; and where there is none."""

import sys
from pathlib import Path

import pytest
from jeepney import DBusAddress

from virtmonitor.core.paths import APPLICATION_ID
from virtmonitor.dbus.busaddress import NO_BUS
from virtmonitor.dbus.busclient import BusClient, value
from virtmonitor.desktop.settings import Settings
from virtmonitor.desktop.shortcut import Shortcut

NAME = "org.freedesktop.portal.Desktop"
CONTROL = DBusAddress("/org/freedesktop/portal/desktop", NAME, "org.virtmonitor.Test")


class Portal:
    def __init__(self, qtbot, session_bus, *arguments):
        session_bus.spawn(sys.executable, str(Path(__file__).with_name("fake_portal.py")), *arguments)
        session_bus.wait_for_name(NAME)
        self.qtbot, self.bus = qtbot, BusClient(session_bus.env["DBUS_SESSION_BUS_ADDRESS"])

    def tell(self, member, signature="", *body):
        answers = []
        self.bus.call(CONTROL, member, signature, body, answers.append)
        self.qtbot.waitUntil(lambda: bool(answers), timeout=30_000)
        return value(answers[0], "")


@pytest.fixture
def settings(qapp, tmp_path):
    return Settings(tmp_path / "settings.toml")


@pytest.fixture
def shortcut(settings, session_bus):
    shortcut = Shortcut(settings, session_bus.env["DBUS_SESSION_BUS_ADDRESS"])
    yield shortcut
    shortcut.close()


@pytest.fixture
def make_portal(qtbot, session_bus):
    made = []

    def make(*arguments):
        made.append(Portal(qtbot, session_bus, *arguments))
        return made[-1]

    yield make
    for portal in made:
        portal.bus.close()


@pytest.mark.parametrize("kind", ["", "gnome"])
def test_it_is_asked_for_when_the_settings_want_it(qtbot, settings, shortcut, make_portal, kind):
    portal = make_portal(kind)
    shortcut.apply()
    assert portal.tell("Asked") == ""
    settings.set_key("desktop.shortcut", True)
    qtbot.waitUntil(lambda: portal.tell("Asked") == f"{APPLICATION_ID} list toggle", timeout=30_000)
    with qtbot.waitSignal(shortcut.pressed, timeout=30_000) as heard:
        portal.tell("Press", "s", "the-token")
    assert heard.args == ["the-token"]
    settings.set_key("desktop.shortcut", False)
    with qtbot.assertNotEmitted(shortcut.pressed):
        portal.tell("Press", "s", "another")


def test_a_desktop_that_knows_it_is_not_asked_for_it_again(qtbot, settings, shortcut, make_portal):
    """Plasma shows its settings for each that is."""
    portal = make_portal("knows")
    settings.set_key("desktop.shortcut", True)
    qtbot.waitUntil(lambda: portal.tell("Asked") == f"{APPLICATION_ID} list", timeout=30_000)
    with qtbot.waitSignal(shortcut.pressed, timeout=30_000):
        portal.tell("Press", "s", "the-token")
    assert portal.tell("Asked") == f"{APPLICATION_ID} list"


def test_who_took_its_keys_away_is_asked_when_it_is_wanted_again(qtbot, settings, session_bus, make_portal):
    portal = make_portal("keyless")
    settings.set_key("desktop.shortcut", True)
    shortcut = Shortcut(settings, session_bus.env["DBUS_SESSION_BUS_ADDRESS"])
    shortcut.apply()
    qtbot.waitUntil(lambda: portal.tell("Asked") == f"{APPLICATION_ID} list", timeout=30_000)
    settings.set_key("desktop.shortcut", False)
    settings.set_key("desktop.shortcut", True)
    twice = f"{APPLICATION_ID} list {APPLICATION_ID} list toggle"
    qtbot.waitUntil(lambda: portal.tell("Asked") == twice, timeout=30_000)
    shortcut.close()


def test_a_person_who_wants_none_is_not_asked_again(qtbot, settings, shortcut, make_portal):
    portal = make_portal("refuse")
    settings.set_key("desktop.shortcut", True)
    qtbot.waitUntil(lambda: portal.tell("Asked").endswith("toggle"), timeout=30_000)
    with qtbot.assertNotEmitted(shortcut.pressed):
        portal.tell("Press", "s", "x")
    asked = portal.tell("Asked")
    settings.set_key("desktop.style", "Basic")
    assert portal.tell("Asked") == asked


def test_without_a_portal_nothing_happens(qtbot, settings, shortcut):
    settings.set_key("desktop.shortcut", True)
    qtbot.waitUntil(lambda: not shortcut._bus.is_open, timeout=30_000)


def test_without_a_bus_nothing_happens(settings):
    shortcut = Shortcut(settings, NO_BUS)
    settings.set_key("desktop.shortcut", True)
    shortcut.close()
