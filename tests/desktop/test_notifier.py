"""Notices on real buses: with dunst, with a service that is strict, that hangs, goes, comes back, or lies."""

import json
import sys
from pathlib import Path

import pytest
from jeepney import DBusAddress, HeaderFields, new_signal

from tests.helpers import display
from tests.helpers.needs import skip_for
from virtmonitor.core.errors import Failure, FailureKind
from virtmonitor.core.notices import Notice, NoticeKind, Urgency, of_job
from virtmonitor.core.settings_schema import Notifications
from virtmonitor.dbus.busaddress import NO_BUS
from virtmonitor.dbus.busclient import BusClient
from virtmonitor.desktop.notifier import Notifier

NAME = "org.freedesktop.Notifications"
CONTROL = DBusAddress("/org/freedesktop/Notifications", NAME, "org.virtmonitor.Test")
ALL = ("actions", "body", "body-markup", "persistence")
CRASH = Notice(NoticeKind.CRASHED, "h/1", "web", "failed")
STOP = Notice(NoticeKind.STOPPED, "h/2", "db", "shutdown")
HOSTILE = '<img src="http://x/">&lt;\u202eb'


class Service:
    """The strict service of a test: what it was asked, and how to make it do things."""

    def __init__(self, session, capabilities=ALL):
        self.session = session
        self.log = session.directory / "calls.log"
        self.log.touch()
        self.process = session.spawn(
            sys.executable, str(Path(__file__).with_name("strict_daemon.py")), str(self.log), *capabilities
        )
        session.wait_for_name(NAME)
        self.bus = BusClient(session.env["DBUS_SESSION_BUS_ADDRESS"])

    def calls(self, member="Notify"):
        lines = [json.loads(line) for line in self.log.read_text().splitlines()]
        return [body for name, _, body in lines if name == member]

    def signatures(self):
        return {line[1] for line in map(json.loads, self.log.read_text().splitlines()) if line[0] == "Notify"}

    def tell(self, member, signature="", body=()):
        self.bus.call(CONTROL, member, signature, body)


@pytest.fixture
def address(session_bus):
    return session_bus.env["DBUS_SESSION_BUS_ADDRESS"]


@pytest.fixture
def make_service(session_bus, qapp):
    made = []

    def make(*capabilities):
        made.append(Service(session_bus, capabilities or ALL))
        return made[-1]

    yield make
    for service in made:
        service.bus.close()


@pytest.fixture
def make_notifier(qapp, address):
    made = []

    def make(**options):
        told = []
        notifier = Notifier(
            options.pop("settings", Notifications()),
            fallback=lambda *told_now: told.append(told_now),
            address=options.pop("address", address),
            **options,
        )
        notifier.told = told
        made.append(notifier)
        return notifier

    yield make
    for notifier in made:
        notifier.close()


def shown(qtbot, service, count=1):
    qtbot.waitUntil(lambda: bool(len(service.calls()) >= count), timeout=30_000)
    return service.calls()


def test_a_notice_as_the_specification_wants_it(qtbot, make_service, make_notifier):
    service, notifier = make_service(), make_notifier()
    notifier.notify(CRASH)
    [(app, replaces, icon, title, body, actions, hints, expiry)] = shown(qtbot, service)
    assert service.signatures() == {"susssasa{sv}i"}
    assert (app, replaces, icon, expiry) == ("virtmonitor", 0, "org.virtmonitor.VirtMonitor", -1)
    assert title == "\u2068web\u2069 crashed"
    assert body == "Its process on the host ended."
    assert actions == ["default", "Open", "open", "Open", "start", "Start again", "log", "Show log"]
    assert hints == {
        "urgency": ["y", 2],
        "desktop-entry": ["s", "org.virtmonitor.VirtMonitor"],
        "category": ["s", "device.error"],
    }
    assert notifier.told == []


def test_markup_is_escaped_only_where_it_would_act(qtbot, make_service, make_notifier):
    service, notifier = make_service(), make_notifier()
    failed = Failure(FailureKind.FAILED, f"No {HOSTILE}.")
    notifier.notify(of_job("h/1", HOSTILE, "start", failed, 1))
    [(_, _, _, title, body, *_)] = shown(qtbot, service)
    assert '<img src="http://x/">&lt;b' in title
    assert body == 'No &lt;img src="http://x/"&gt;&amp;lt;b.'


def test_a_service_without_actions_and_markup_gets_none(qtbot, make_service, make_notifier):
    service, notifier = make_service("body"), make_notifier()
    notifier.notify(Notice(NoticeKind.JOB_FAILED, "h/1", "web", "a < b & c"))
    [(_, _, _, _, body, actions, *_)] = shown(qtbot, service)
    assert body == "a < b & c"
    assert actions == []


def test_each_machine_has_one_popup(qtbot, make_service, make_notifier):
    service, notifier = make_service(), make_notifier()
    notifier.notify(CRASH)
    shown(qtbot, service, 1)
    qtbot.waitUntil(lambda: bool(notifier._ids), timeout=30_000)
    notifier.notify(STOP)
    notifier.notify(Notice(NoticeKind.STOPPED, "h/1", "web", "shutdown"))
    replaced = {call[3]: call[1] for call in shown(qtbot, service, 3)}
    assert replaced["\u2068db\u2069 stopped"] == 0
    assert replaced["\u2068web\u2069 stopped"] == 1


def test_many_at_once_are_one(qtbot, make_service, make_notifier):
    service, notifier = make_service(), make_notifier()
    for number in range(50):
        notifier.notify(Notice(NoticeKind.STOPPED, f"h/{number}", f"vm{number}"))
    [(_, _, _, title, body, actions, *_)] = shown(qtbot, service)
    assert title.startswith("50 ")
    assert "vm0" in body
    assert "and 44 more" in body
    assert actions[:2] == ["default", "Open"]


def test_the_host_is_told_where_there_are_several(qtbot, make_service, make_notifier):
    service, notifier = make_service(), make_notifier()
    notifier.with_host = True
    notifier.notify(CRASH)
    assert "On host \u2068h\u2069" in shown(qtbot, service)[0][4]


@pytest.mark.parametrize(("key", "action"), [("default", "open"), ("start", "start"), ("log", "log")])
def test_what_is_chosen_is_told(qtbot, make_service, make_notifier, key, action):
    service, notifier = make_service(), make_notifier()
    notifier.notify(CRASH)
    shown(qtbot, service)
    with qtbot.waitSignal(notifier.actionInvoked, timeout=30_000) as chosen:
        service.tell("Invoke", "uss", (1, key, "token-7"))
    assert chosen.args == ["h/1", action, "token-7"]


def test_what_nobody_offered_is_ignored(qtbot, make_service, make_notifier, address):
    """A wrong action, and the signals of a program that is not the service."""
    service, notifier = make_service(), make_notifier()
    notifier.notify(CRASH)
    shown(qtbot, service)
    liar = BusClient(address)
    liar.open()
    qtbot.waitUntil(lambda: bool(notifier._bus.unique_name and liar.unique_name), timeout=30_000)
    signal = new_signal(DBusAddress("/x", interface=NAME), "ActionInvoked", "us", (1, "start"))
    signal.header.fields[HeaderFields.destination] = notifier._bus.unique_name
    heard = []
    notifier.actionInvoked.connect(lambda *told: heard.append(told))
    liar._queue(signal, None)
    liar.call(DBusAddress("/", "org.freedesktop.DBus"), "GetId", answered=lambda _: heard.append("sent"))
    qtbot.waitUntil(lambda: bool(heard), timeout=30_000)
    service.tell("Invoke", "uss", (1, "undefine", ""))
    service.tell("Invoke", "uss", (1, "open", ""))
    qtbot.waitUntil(lambda: bool(len(heard) == 2), timeout=30_000)
    assert heard == ["sent", ("h/1", "open", "")]
    liar.close()


def test_what_is_no_longer_true_is_taken_back(qtbot, make_service, make_notifier):
    service, notifier = make_service(), make_notifier()
    notifier.notify(CRASH)
    shown(qtbot, service)
    qtbot.waitUntil(lambda: bool(notifier._ids), timeout=30_000)
    notifier.withdraw("h/1")
    qtbot.waitUntil(lambda: bool(service.calls("CloseNotification") == [[1]]), timeout=30_000)


def test_a_service_that_was_restarted_is_asked_afresh(qtbot, make_service, make_notifier):
    first, notifier = make_service(), make_notifier()
    notifier.notify(CRASH)
    shown(qtbot, first)
    qtbot.waitUntil(lambda: bool(notifier._ids), timeout=30_000)
    first.tell("Quit")
    qtbot.waitUntil(lambda: bool(not notifier._ids), timeout=30_000)
    second = make_service("body")
    notifier.notify(Notice(NoticeKind.STOPPED, "h/1", "web", "shutdown"))
    call = shown(qtbot, second, 2)[-1]
    assert (call[1], call[5]) == (0, [])
    assert len(second.calls("GetCapabilities")) == 2


def test_a_service_that_hangs_costs_nothing_but_time(qtbot, make_service, make_notifier):
    service, notifier = make_service(), make_notifier()
    service.tell("Hang")
    qtbot.waitUntil(lambda: bool(service.calls("Hang") == [[]]), timeout=30_000)
    turns = []
    notifier.notify(CRASH)
    qtbot.waitUntil(lambda: bool(turns.append(1) or notifier.told), timeout=30_000)
    assert notifier.told == [("\u2068web\u2069 crashed", "Its process on the host ended.", Urgency.CRITICAL)]
    assert len(turns) > 20, "the event loop ran meanwhile"


def test_nobody_serves_notifications(qtbot, make_notifier, session_bus):
    notifier = make_notifier()
    notifier.notify(STOP)
    qtbot.waitUntil(lambda: bool(notifier.told), timeout=30_000)
    assert notifier.told[0][2] is Urgency.NORMAL


@pytest.mark.parametrize(
    "nowhere", [NO_BUS, "unix:path=/nonexistent", "nonsense", "tcp:host=localhost,port=1", ""]
)
def test_no_bus_at_all(qtbot, make_notifier, nowhere):
    notifier = make_notifier(address=nowhere)
    notifier.notify(CRASH)
    notifier.withdraw("h/1")
    qtbot.waitUntil(lambda: bool(notifier.told), timeout=30_000)


def test_the_bus_goes_and_no_notice_is_lost(qtbot, make_service, make_notifier, session_bus):
    service, notifier = make_service(), make_notifier()
    notifier.notify(CRASH)
    shown(qtbot, service)
    with qtbot.waitSignal(notifier._bus.lost, timeout=30_000):
        session_bus.stop()
    notifier.notify(STOP)
    qtbot.waitUntil(lambda: bool(notifier.told), timeout=30_000)


def test_what_is_switched_off_is_not_shown(qtbot, make_service, make_notifier):
    service, notifier = make_service(), make_notifier(settings=Notifications(crashed=False))
    notifier.notify(CRASH)
    notifier.notify(STOP)
    assert [call[3] for call in shown(qtbot, service)] == ["\u2068db\u2069 stopped"]


# dunst


@pytest.fixture
def dunst(desktop, qapp):
    skip_for(display.why_not("dunst", "dunstctl"))
    desktop.spawn("dunst", "-conf", "/dev/null")
    desktop.wait_for_name(NAME)
    return desktop


@pytest.mark.desktop
def test_dunst_shows_it_and_its_button_works(qtbot, dunst, make_notifier, tmp_path):
    notifier = make_notifier(address=dunst.env["DBUS_SESSION_BUS_ADDRESS"])
    notifier.notify(Notice(NoticeKind.CRASHED, "h/1", HOSTILE, "failed"))
    qtbot.waitUntil(lambda: bool(dunst.run("dunstctl", "count", "displayed") == "1"), timeout=30_000)
    assert int(dunst.run("identify", "-format", "%k", str(dunst.screenshot(tmp_path / "s.png")))) > 1
    with qtbot.waitSignal(notifier.actionInvoked, timeout=30_000) as chosen:
        dunst.run("dunstctl", "action", "0")
    assert chosen.args[:2] == ["h/1", "open"]
    assert notifier.told == []


@pytest.mark.desktop
def test_dunst_replaces_what_it_shows_of_a_machine(qtbot, dunst, make_notifier):
    notifier = make_notifier(address=dunst.env["DBUS_SESSION_BUS_ADDRESS"])
    notifier.notify(CRASH)
    qtbot.waitUntil(lambda: bool(notifier._ids), timeout=30_000)
    notifier.notify(Notice(NoticeKind.IO_ERROR, "h/1", "web", "enospc"))
    notifier.notify(STOP)
    qtbot.waitUntil(lambda: bool(len(notifier._ids) == 2), timeout=30_000)
    assert dunst.run("dunstctl", "count", "displayed") == "2"
    dunst.run("dunstctl", "close-all")
    history = json.loads(dunst.run("dunstctl", "history"))["data"][0]
    told = {entry["summary"]["data"]: entry["body"]["data"] for entry in history}
    assert told["A disk of \u2068web\u2069 failed"] == "The disk of the host is full."
    assert {entry["appname"]["data"] for entry in history} == {"virtmonitor"}
