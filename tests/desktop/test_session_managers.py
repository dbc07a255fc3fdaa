"""Logging out while a real guest runs here: the session managers of Xfce (by the protocol of X) and MATE (GNOME's)."""

import contextlib
import os
import signal
import socket
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.desktop.test_session_end import LONG, Computer
from tests.helpers import accessible
from tests.helpers.enginebus import DOMAIN, EngineClient, RefusedError
from tests.helpers.program import Program
from tests.helpers.sessionmanagers import mate_session, xfce_session
from tests.helpers.waiting import until
from virtmonitor.dbus.busaddress import NO_BUS
from virtmonitor.desktop import ice, sessionend
from virtmonitor.desktop.gnomesession import GnomeSession
from virtmonitor.desktop.sessionmanager import SessionManager
from virtmonitor.desktop.xsmp import Xsmp

pytestmark = [pytest.mark.desktop, pytest.mark.live]
KINDS = {"Xfce": xfce_session, "MATE": mate_session}


class Person(Computer):
    """Logs out, and answers what is asked."""

    def __init__(self, qtbot, desktop, tmp_path, guest, monkeypatch, start):
        self.desktop = start(desktop)
        monkeypatch.setenv("ICEAUTHORITY", str(_authority(desktop)))
        bus = desktop.env["DBUS_SESSION_BUS_ADDRESS"]
        self.manager = SessionManager(self.desktop.address, bus)
        self.over = []
        self.manager.over.connect(self.has_ended)
        super().__init__(qtbot, desktop, tmp_path, guest, self.manager)

    def has_ended(self):
        """As the program does: it goes."""
        self.over.append(True)
        self.manager.close()

    def want(self, word):
        self.set(word)
        self.wait(lambda: self.manager.is_registered)

    def log_out(self):
        """From elsewhere: what this program says to the manager meanwhile is said by Qt's loop on this thread."""
        with ThreadPoolExecutor(1) as elsewhere:
            done = elsewhere.submit(self.desktop.log_out)
            self.wait(done.done)
            done.result()

    def question(self):
        self.wait(lambda: self.windows.made("SessionEndWindow"))
        window = self.windows.made("SessionEndWindow")
        self.wait(window.isVisible)
        return window

    def close(self):
        super().close()
        self.manager.close()


def _authority(desktop):
    """Which of both files it is depends on libICE."""
    files = [desktop.directory / "run" / "ICEauthority", desktop.directory / "home" / ".ICEauthority"]
    return next((file for file in files if file.exists() and file.stat().st_size), files[1])


@pytest.fixture(params=KINDS.values(), ids=KINDS)
def person(request, qtbot, desktop, tmp_path, make_guest, monkeypatch):
    person = Person(qtbot, desktop, tmp_path, make_guest("web-1").start(), monkeypatch, request.param)
    yield person
    person.close()


xfce = pytest.mark.parametrize("person", [xfce_session], ids=["Xfce"], indirect=True)
mate = pytest.mark.parametrize("person", [mate_session], ids=["MATE"], indirect=True)


@mate  # Xfce's waits for ever when it knows no program at all
def test_by_default_no_session_manager_knows_us(person):
    assert not person.manager.is_registered
    person.log_out()
    person.wait(person.desktop.has_ended)
    assert person.guest.state() == "running"
    assert not person.over


@pytest.mark.parametrize(
    ("button", "state"), [("Save", "shut off"), ("Shut down", "shut off"), ("Leave them", "running")]
)
def test_who_logs_out_is_asked_and_the_session_waits(person, button, state):
    person.want("ask")
    person.log_out()
    window = person.question()
    assert accessible.find(window, "web-1") is not None
    assert not person.desktop.has_ended()
    accessible.click(window, button)
    person.wait(person.desktop.has_ended)
    person.wait(lambda: person.over)
    assert person.guest.state() == state
    assert not window.isVisible()


def test_without_a_question_it_is_done_before_the_session_ends(person):
    person.want("save")
    person.log_out()
    person.wait(person.desktop.has_ended)
    assert person.guest.state() == "shut off"
    assert "SessionEndWindow" not in person.windows._made


def test_nobody_is_asked_when_nothing_runs(person):
    person.guest.destroy()
    person.wait(lambda: person.state() != "running")
    person.want("ask")
    person.log_out()
    person.wait(person.desktop.has_ended)
    person.wait(lambda: person.over)


def test_who_is_away_leaves_the_machines(person, monkeypatch):
    monkeypatch.setattr(sessionend, "ANSWER_LIMIT", 100)
    person.want("ask")
    person.log_out()
    person.wait(person.desktop.has_ended)
    assert person.guest.state() == "running"


@xfce
def test_a_person_may_stay_and_is_asked_again(person):
    person.want("ask")
    person.log_out()
    window = person.question()
    assert person.end.canStay
    accessible.click(window, "Stay")
    assert not window.isVisible()
    assert person.guest.state() == "running"
    assert not person.desktop.has_ended()
    person.log_out()
    accessible.click(person.question(), "Leave them")
    person.wait(person.desktop.has_ended)


@mate
def test_what_was_saved_goes_on_when_the_logout_is_called_off(person):
    """MATE shows what it waits for, and there the person says Cancel."""
    person.want("ask")
    dialog = person.manager._gnome
    person.log_out()
    window = person.question()
    assert not person.end.canStay
    session = person.desktop.session
    session.run("wmctrl", "-i", "-c", until(lambda: _untitled(session), what="MATE's dialog"))
    person.wait(lambda: not window.isVisible())
    assert dialog._cookie is None
    assert person.guest.state() == "running"
    assert not person.desktop.has_ended()


@mate
def test_on_gnome_the_question_can_be_answered_when_the_logout_is_called_off(person, monkeypatch):
    """Its dialog is in front of all windows; MATE's, which is not, stands for it here."""
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "GNOME")
    person.want("ask")
    person.log_out()
    window = person.question()
    session = person.desktop.session
    session.run("wmctrl", "-i", "-c", until(lambda: _untitled(session), what="MATE's dialog"))
    asked = "You stay logged in. What shall become of these machines?"
    person.wait(lambda: accessible.find(window, asked))
    assert person.guest.state() == "running"
    accessible.click(window, "Save")
    person.wait(lambda: person.guest.state() == "shut off")
    assert not window.isVisible()
    assert not person.desktop.has_ended()
    person.log_out()
    person.wait(person.desktop.has_ended)
    assert person.guest.state() == "shut off"


def test_a_session_manager_that_dies_takes_nobody_with_it(person):
    person.want("ask")
    person.log_out()
    person.question()
    person.desktop.process.send_signal(signal.SIGKILL)
    window = person.question()
    accessible.click(window, "Leave them") if window.isVisible() else None
    person.wait(lambda: not window.isVisible())
    assert person.guest.state() == "running"


def test_without_any_nothing_happens(qapp):
    manager = SessionManager("local/nobody:@/tmp/.ICE-unix/0,tcp/there:1,unreadable", NO_BUS)
    manager.open()
    assert not manager.is_registered
    manager.release()
    manager.stay()
    manager.close()


def test_a_bus_without_one_and_a_bus_that_dies(qtbot, session_bus):
    gnome = GnomeSession(session_bus.env["DBUS_SESSION_BUS_ADDRESS"])
    answers = []
    gnome.open(answers.append)
    qtbot.waitUntil(lambda: answers == [False], timeout=LONG)
    gnome.close()


@pytest.fixture
def no_cookie(tmp_path, monkeypatch):
    monkeypatch.setenv("ICEAUTHORITY", str(tmp_path / "none"))


@pytest.fixture
def spoken_to(tmp_path):
    """A client, and the other end of what it has connected to."""
    path = tmp_path / "socket"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))
        server.listen()
        xsmp = Xsmp(f"local/here:{path}")
        assert xsmp.open()
        peer, _ = server.accept()
        with peer:
            yield xsmp, peer
    xsmp.close()


@pytest.mark.parametrize(
    "said",
    [b"", b"\0\1\0\0\0\0\0\0" + b"\xff" * 64, b"\0\1\1\0\0\0\0\0\1\2\0\0\0\0\0\0", b"\0\0\0\0\0\0\0\0"],
    ids=["nothing", "a message of 34 GB", "an id that is none", "an error"],
)
def test_who_speaks_something_else_is_left(qtbot, spoken_to, said):
    xsmp, peer = spoken_to
    with qtbot.waitSignal(xsmp.lost, timeout=LONG):
        peer.sendall(said)
        peer.shutdown(socket.SHUT_WR)


def test_without_a_cookie_none_is_offered(qtbot, no_cookie, spoken_to):
    """As libICE does it: Plasma 5 makes none, and would refuse who then has none."""
    _, peer = spoken_to
    peer.sendall(ice.byte_order().packed())
    said = _said(qtbot, peer, 2)[1]
    setup = (ice.Ice.CONNECTION_SETUP, (1, 0), False)
    assert (said.minor, said.data, ice.COOKIE in said.body) == setup
    peer.sendall(ice.IceMessage(0, ice.Ice.CONNECTION_REPLY).packed())
    said = _said(qtbot, peer, 1)[0]
    assert (said.minor, said.body[:2], ice.COOKIE in said.body) == (7, b"\x01\x00", False)


def _said(qtbot, peer, count):
    """The next messages of the client."""
    reader, said = ice.IceReader(), []
    peer.setblocking(False)

    def all_there():
        with contextlib.suppress(BlockingIOError):
            said.extend(reader.feed(peer.recv(4096)))
        return len(said) == count

    qtbot.waitUntil(all_there, timeout=LONG)
    return said


def test_the_program_asks_and_ends_with_its_session(desktop, make_guest):
    guest = make_guest("web-1").start()
    settings = desktop.directory / "home" / ".config" / "virtmonitor" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('[desktop]\nsession_end = "ask"\n')
    manager = xfce_session(desktop)
    uri = guest.daemon.qemu_uri
    program = Program(
        desktop, "--minimized", "--allow-commands", "-c", uri, env={"SESSION_MANAGER": manager.address}
    )
    until(lambda: _sees(desktop, guest), what="it sees the guest")
    until(lambda: _is_client(desktop, program), what="it is registered")
    manager.log_out()
    window = desktop.wait_for_window("Machines run here")
    desktop.xdotool("windowactivate", "--sync", window, "key", "Return")
    assert program.wait_for_end() == 0
    assert guest.state() == "shut off"
    assert os.environ.get("SESSION_MANAGER") is None
    until(manager.has_ended, what="the session is over")
    assert program.said() == ""


def _sees(desktop, guest):
    with EngineClient(desktop) as client:
        try:
            source = next(one for one in client.engine("Sources") if one.endswith(guest.uuid))
            path = client.engine("Object", "s", source)
            return client.all_properties(path, DOMAIN)["state"] == "running"
        except (RefusedError, StopIteration):
            return False


def _untitled(session):
    """MATE's dialog is the one window, and has no title."""
    lines = session.run("wmctrl", "-l").splitlines()
    return lines[0].split()[0] if lines else ""


def _is_client(desktop, program):
    """Xfce's session manager tells its programs on the bus."""
    name, path = "org.xfce.SessionManager", "/org/xfce/SessionManager"
    clients = desktop.bus_call(name, path, "org.xfce.Session.Manager.ListClients").split()
    told = [
        desktop.bus_call(name, client, "org.xfce.Session.Client.GetAllSmProperties")
        for client in clients
        if client.startswith("/")
    ]
    return any(f"{program.process.pid}" in one for one in told)
