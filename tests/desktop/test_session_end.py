"""Sleep and shutdown while a real guest runs here; a login1 of the test's own."""

import pytest

from tests.desktop.test_session import Logind
from tests.helpers import accessible
from virtmonitor.core.connection import HostSettings
from virtmonitor.desktop.face import Face
from virtmonitor.desktop.session import SystemSession
from virtmonitor.desktop.sessionend import SessionEnd
from virtmonitor.desktop.settings import Settings
from virtmonitor.desktop.windows import Windows
from virtmonitor.engine.dataengine import DataEngine

pytestmark = pytest.mark.live
LONG = 60_000


class Computer:
    """An engine with a guest that runs, and what becomes of it."""

    def __init__(self, qtbot, session_bus, tmp_path, guest, manager=None):
        self.qtbot, self.guest = qtbot, guest
        self.logind = Logind(qtbot, session_bus)
        self.settings = Settings(tmp_path / "settings.toml")
        self.engine = DataEngine()
        self.session = SystemSession(session_bus.env["DBUS_SESSION_BUS_ADDRESS"])
        assert self.session.start()
        self.end = SessionEnd(self.engine, self.settings, self.session, manager)
        self.face = Face(self.settings)
        self.face.set_session_end(self.end)
        self.windows = Windows(self.engine, self.face)
        self.end.asked.connect(self.windows.ask_for_session_end)
        self.engine.addHost(HostSettings("q", guest.daemon.qemu_uri, confirmed=True))
        self.wait_for("running")

    def wait(self, condition):
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=LONG)

    def state(self):
        record = self.engine.record(f"q/{self.guest.uuid}")
        return record.state.word if record else ""

    def wait_for(self, state):
        self.wait(lambda: self.state() == state)

    def set(self, word):
        assert self.settings.setValue("desktop.session_end", word)

    def close(self):
        self.windows.close()
        self.session.close()
        self.engine.close()
        self.logind.bus.close()


@pytest.fixture
def computer(qtbot, session_bus, tmp_path, make_guest):
    computer = Computer(qtbot, session_bus, tmp_path, make_guest("web-1").start())
    yield computer
    computer.close()


def test_by_default_nothing_is_held_and_nothing_happens(computer):
    assert computer.logind.locks() == 0
    with computer.qtbot.waitSignal(computer.session.sleeping, timeout=LONG):
        computer.logind.tell("Sleep", "b", (True,))
    assert computer.guest.state() == "running"
    assert computer.engine.runningJobs == []


def test_saved_for_the_sleep_and_running_after_it(computer):
    computer.set("save")
    computer.wait(lambda: computer.session.is_held)
    computer.logind.tell("Sleep", "b", (True,))
    computer.wait_for("shutoff")
    computer.wait(lambda: not computer.session.is_held)
    assert computer.logind.locks() == 0
    assert "yes" in computer.guest.daemon.virsh("dominfo", "web-1").split("Managed save:")[1]
    computer.logind.tell("Sleep", "b", (False,))
    computer.wait_for("running")
    computer.wait(lambda: computer.session.is_held)  # for the next time
    computer.set("leave")
    computer.wait(lambda: computer.logind.locks() == 0)


def test_shut_down_before_the_computer_is(computer):
    computer.set("shutdown")
    computer.wait(lambda: computer.session.is_held)
    computer.logind.tell("Shutdown", "b", (True,))
    computer.wait(lambda: not computer.session.is_held)
    assert computer.guest.state() == "shut off"


@pytest.mark.parametrize(("button", "state"), [("Leave them", "running"), ("Save", "shut off")])
def test_a_person_is_asked(computer, button, state):
    computer.set("ask")
    computer.wait(lambda: computer.session.is_held)
    computer.logind.tell("Sleep", "b", (True,))
    computer.wait(lambda: computer.windows.made("SessionEndWindow"))
    window = computer.windows.made("SessionEndWindow")
    computer.qtbot.waitExposed(window)
    assert accessible.find(window, "web-1") is not None
    assert computer.session.is_held
    accessible.click(window, button)
    computer.wait(lambda: not computer.session.is_held)
    assert computer.guest.state() == state
    assert not window.isVisible()
