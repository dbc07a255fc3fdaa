"""Sleep, wake-up, shutdown and network; on a bus of the test's own that stands for the system's."""

import sys
from pathlib import Path

import pytest
from jeepney import DBusAddress

from virtmonitor.dbus.busaddress import NO_BUS
from virtmonitor.dbus.busclient import BusClient, value
from virtmonitor.desktop.session import SystemSession

CONTROL = DBusAddress("/org/freedesktop/login1", "org.freedesktop.login1", "org.virtmonitor.Test")


class Logind:
    """The fake of a test."""

    def __init__(self, qtbot, session):
        session.spawn(sys.executable, str(Path(__file__).with_name("fake_logind.py")))
        session.wait_for_name("org.freedesktop.login1")
        self.qtbot = qtbot
        self.bus = BusClient(session.env["DBUS_SESSION_BUS_ADDRESS"])

    def tell(self, member, signature="", body=()):
        answers = []
        self.bus.call(CONTROL, member, signature, body, answers.append)
        self.qtbot.waitUntil(lambda: bool(answers), timeout=30_000)
        return answers[0]

    def locks(self):
        return value(self.tell("Locks"), -1)


@pytest.fixture
def logind(qtbot, session_bus):
    logind = Logind(qtbot, session_bus)
    yield logind
    logind.bus.close()


@pytest.fixture
def session(qapp, session_bus):
    session = SystemSession(session_bus.env["DBUS_SESSION_BUS_ADDRESS"])
    assert session.start()
    yield session
    session.close()


def test_sleep_waits_until_it_is_released_and_is_held_again(qtbot, logind, session):
    session.hold("machines run here")
    qtbot.waitUntil(lambda: session.is_held, timeout=30_000)
    assert logind.locks() == 1
    with qtbot.waitSignal(session.sleeping, timeout=30_000):
        logind.tell("Sleep", "b", (True,))
    assert logind.locks() == 1
    session.release()
    assert logind.locks() == 0
    with qtbot.waitSignal(session.woke, timeout=30_000):
        logind.tell("Sleep", "b", (False,))
    qtbot.waitUntil(lambda: session.is_held, timeout=30_000)
    assert logind.locks() == 1
    session.release(for_good=True)
    assert logind.locks() == 0


def test_who_does_not_hold_hears_all_the_same(qtbot, logind, session):
    for member, signal in (("Sleep", session.sleeping), ("Shutdown", session.shuttingDown)):
        with qtbot.waitSignal(signal, timeout=30_000):
            logind.tell(member, "b", (True,))
    assert logind.locks() == 0


def test_let_go_before_the_lock_came(qtbot, logind, session):
    session.hold("machines run here")
    session.release(for_good=True)
    qtbot.waitUntil(lambda: logind.locks() == 0, timeout=30_000)
    assert not session.is_held


@pytest.mark.parametrize(
    ("member", "signature", "down", "up"), [("Network", "u", 20, 70), ("Networkd", "s", "offline", "online")]
)
def test_a_network_that_is_back(qtbot, logind, session, member, signature, down, up):
    with qtbot.assertNotEmitted(session.networkBack, wait=0):
        logind.tell(member, signature, (down,))
    with qtbot.waitSignal(session.networkBack, timeout=30_000):
        logind.tell(member, signature, (up,))


def test_no_system_bus_is_quiet(qapp):
    session = SystemSession(NO_BUS)
    assert not session.start()
    session.hold("machines run here")
    session.release()
    session.close()


def test_no_logind_is_quiet(qtbot, session):
    session.hold("machines run here")
    done = []
    session._bus.call(DBusAddress("/", "org.freedesktop.DBus"), "GetId", answered=done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=30_000)
    assert not session.is_held
