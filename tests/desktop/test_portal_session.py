"""The end of the session as a sandbox hears of it, from a portal of the test's own; and from the real one."""

import os
import sys

import pytest

from tests.desktop.test_session_managers import _sees
from tests.desktop.test_shortcut import Portal
from tests.helpers import program
from tests.helpers.needs import skip_for
from tests.helpers.sessionmanagers import mate_session
from tests.helpers.waiting import until
from virtmonitor.dbus.busaddress import NO_BUS
from virtmonitor.desktop.portalsession import PortalSession
from virtmonitor.desktop.sessionmanager import SessionManager

LONG = 60_000
RUNNING, QUERY_END, ENDING = 1, 2, 3


class Told:
    """What a session manager said."""

    def __init__(self, manager, why="web-1 runs"):
        self.signals = []
        manager.wanted = lambda: why
        for name in ("mayAsk", "ending", "stays", "lost"):
            getattr(manager, name).connect(lambda name=name: self.signals.append(name))


@pytest.fixture
def sandbox(tmp_path):
    mark = tmp_path / "flatpak-info"
    mark.touch()
    return mark


@pytest.fixture
def make(qtbot, session_bus, sandbox):
    made = []

    def make(*arguments):
        portal = Portal(qtbot, session_bus, *arguments)
        manager = SessionManager("", session_bus.env["DBUS_SESSION_BUS_ADDRESS"], sandbox=sandbox)
        made.append((portal, manager))
        manager.open()
        return portal, manager

    yield make
    for portal, manager in made:
        manager.close()
        portal.bus.close()


def test_who_is_asked_holds_the_session_until_the_answer(qtbot, make):
    portal, manager = make()
    told = Told(manager)
    qtbot.waitUntil(lambda: manager.is_registered, timeout=LONG)
    assert not manager.may_stay
    portal.tell("State", "u", RUNNING)  # the screen was locked: nothing of ours
    portal.tell("State", "u", QUERY_END)
    qtbot.waitUntil(lambda: told.signals == ["mayAsk"], timeout=LONG)
    assert portal.tell("Asked") == "monitor inhibit=1:web-1 runs answered"
    portal.tell("State", "u", QUERY_END)  # the screen was locked: asked already
    manager.release()
    qtbot.waitUntil(lambda: portal.tell("Asked").endswith("answered answered closed=inhibitor"), timeout=LONG)
    portal.tell("State", "u", ENDING)
    qtbot.waitUntil(lambda: told.signals == ["mayAsk", "ending"], timeout=LONG)
    manager.close()
    qtbot.waitUntil(lambda: portal.tell("Asked").endswith("closed=virtmonitor_monitor"), timeout=LONG)
    assert not manager.is_registered


def test_where_nobody_is_to_be_asked_it_is_answered_at_once(qtbot, make):
    portal, manager = make()
    told = Told(manager, why="")
    qtbot.waitUntil(lambda: manager.is_registered, timeout=LONG)
    portal.tell("State", "u", QUERY_END)
    qtbot.waitUntil(lambda: portal.tell("Asked") == "monitor answered", timeout=LONG)
    portal.tell("State", "u", RUNNING)
    qtbot.waitUntil(lambda: told.signals == ["stays"], timeout=LONG)


def test_a_logout_that_is_called_off_ends_the_question(qtbot, make):
    portal, manager = make()
    told = Told(manager)
    qtbot.waitUntil(lambda: manager.is_registered, timeout=LONG)
    portal.tell("State", "u", QUERY_END)
    qtbot.waitUntil(lambda: told.signals == ["mayAsk"], timeout=LONG)
    portal.tell("State", "u", RUNNING)
    qtbot.waitUntil(lambda: told.signals == ["mayAsk", "stays"], timeout=LONG)
    qtbot.waitUntil(lambda: portal.tell("Asked").endswith("closed=inhibitor"), timeout=LONG)


def test_a_portal_that_wants_nobody_or_none_at_all(qtbot, make, session_bus, sandbox):
    portal, manager = make("refuse")
    qtbot.waitUntil(lambda: portal.tell("Asked") == "monitor" and not manager._asking, timeout=LONG)
    assert not manager.is_registered
    for bus in (NO_BUS, session_bus.env["DBUS_SESSION_BUS_ADDRESS"]):
        answers = []
        nobody = PortalSession(bus)
        nobody.open(answers.append)
        qtbot.waitUntil(lambda answers=answers: answers == [False], timeout=LONG)
        nobody.close()


# GTK's backend of the portal believes only in a session manager that has a screen saver beside it.
SCREEN_SAVER = """
from jeepney import MessageType, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection
with open_dbus_connection() as bus:
    bus.send_and_get_reply(message_bus.RequestName("org.gnome.ScreenSaver", 4))
    while True:
        message = bus.receive()
        if message.header.message_type is MessageType.method_call:
            bus.send(new_method_return(message, "b", (False,)))
"""
PORTALS = ("org.freedesktop.portal.Desktop", "org.freedesktop.impl.portal.desktop.gtk")


def mate_behind_the_portal(desktop):
    session = mate_session(desktop)
    desktop.spawn(sys.executable, "-c", SCREEN_SAVER)
    desktop.wait_for_name("org.gnome.ScreenSaver")
    desktop.env["XDG_CURRENT_DESKTOP"] = "GNOME"  # whose backend it is
    desktop.activatable(*PORTALS)
    told = [key for key in desktop.env if key.startswith(("XDG_", "DISPLAY", "HOME", "GSETTINGS"))]
    desktop.run("dbus-update-activation-environment", *told)
    return session


# A root of its own in which there is Flatpak's mark, as the portal looks for it in whoever calls: it names the program.
IN_SANDBOX = """
root=$0/root
mkdir "$root" && mount -t tmpfs tmpfs "$root"
for place in /*; do
    if [ -L "$place" ]; then cp -P "$place" "$root"
    elif [ -d "$place" ]; then mkdir "$root$place" && mount --rbind "$place" "$root$place"
    fi
done
printf '[Application]\\nname=org.virtmonitor.VirtMonitor\\n[Instance]\\ninstance-id=1\\n' >"$root/.flatpak-info"
exec chroot "$root" "$@"
"""


@pytest.mark.desktop
@pytest.mark.live
def test_the_program_in_a_sandbox_asks_at_logout(desktop, make_guest, monkeypatch):
    """The real portal, and behind it the session manager of MATE."""
    skip_for("" if os.geteuid() == 0 else "A root directory of its own needs root.")
    guest = make_guest("web-1").start()
    settings = desktop.directory / "home" / ".config" / "virtmonitor" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('[desktop]\nsession_end = "ask"\n')
    manager = mate_behind_the_portal(desktop)
    sandbox = ("unshare", "-m", "sh", "-c", IN_SANDBOX, str(desktop.directory))
    monkeypatch.setattr(program, "COMMAND", (*sandbox, *program.COMMAND))
    made = program.Program(desktop, "--minimized", "--allow-commands", "-c", guest.daemon.qemu_uri)
    until(lambda: _sees(desktop, guest), what="it sees the guest")
    manager.log_out()
    window = desktop.wait_for_window("Machines run here")
    assert not manager.has_ended()
    desktop.xdotool("windowactivate", "--sync", window, "key", "Return")
    until(manager.has_ended, what="the session is over")
    assert guest.state() == "shut off"
    made.process.terminate()
    assert made.wait_for_end() == 0
