"""From a real guest to the desktop: what happens to it is told, offered to be mended, and in the journal."""

import os
import signal
import subprocess

import pytest

from tests.desktop.test_session import Logind
from tests.helpers import display
from tests.helpers.needs import skip_for
from tests.helpers.waiting import until
from virtmonitor.core.connection import HostSettings
from virtmonitor.core.journal import read
from virtmonitor.core.notices import OwnOperations
from virtmonitor.core.settings_schema import Notifications
from virtmonitor.dbus.busaddress import NO_BUS
from virtmonitor.desktop.chronicle import Chronicle
from virtmonitor.desktop.journal import Journal
from virtmonitor.desktop.notifier import Notifier
from virtmonitor.desktop.session import SystemSession
from virtmonitor.engine.dataengine import DataEngine

LONG = 60_000


class Watched:
    """An engine with a chronicle; `told` is what a desktop without a notification service would show."""

    def __init__(self, qtbot, path, address):
        self.qtbot, self.told, own = qtbot, [], OwnOperations()
        self.engine = DataEngine()
        self.journal = Journal(path, 1000)
        settings = Notifications(job_done=False)
        self.notifier = Notifier(settings, own, lambda *told: self.told.append(told), address)
        self.chronicle = Chronicle(self.engine, self.journal, self.notifier, own)

    def add(self, name, uri):
        self.engine.addHost(HostSettings(name, uri, confirmed=True))
        self.wait(lambda: self.engine.host(name).listed)

    def wait(self, condition):
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=LONG)

    def state(self, source):
        record = self.engine.record(source)
        return record.state.word if record else ""

    def call(self, source, operation, **parameters):
        job = self.engine.serviceForSource(source).call(operation, parameters)
        self.wait(lambda: not job.running)
        assert job.errorText == ""

    def titles(self):
        return [told[0] for told in self.told]

    def entries(self):
        assert self.journal.flush(30)
        return [(one.name, one.kind, one.detail) for one in reversed(read(self.journal.path))]

    def close(self):
        self.notifier.close()
        self.engine.close()
        self.journal.close()


@pytest.fixture
def make_watched(qtbot, tmp_path):
    made = []

    def make(address=NO_BUS):
        made.append(Watched(qtbot, tmp_path / "journal.sqlite", address))
        return made[-1]

    yield make
    for watched in made:
        watched.close()


@pytest.fixture
def guest(make_guest):
    return make_guest("chronicled", boots=False).start(wait=False)


@pytest.mark.live
@pytest.mark.desktop
def test_dunst_tells_of_a_crash_and_starts_it_again(desktop, libvirtd, guest, make_watched, tmp_path):
    skip_for(display.why_not("dunst", "dunstctl"))
    config = tmp_path / "dunstrc"
    config.write_text(
        "[global]\n    dmenu = /bin/grep start\n"
    )  # who opens the menu of actions chooses "start"
    desktop.spawn("dunst", "-conf", str(config))
    desktop.wait_for_name("org.freedesktop.Notifications")
    watched = make_watched(desktop.env["DBUS_SESSION_BUS_ADDRESS"])
    watched.add("rack", libvirtd.qemu_uri)
    source = f"rack/{guest.uuid}"
    watched.wait(lambda: watched.state(source) == "running")
    watched.notifier.actionInvoked.connect(
        lambda where, what, _: watched.engine.serviceForSource(where).call(what)
    )

    os.kill(guest.pid, signal.SIGKILL)
    watched.wait(lambda: desktop.run("dunstctl", "count", "displayed") == "1")
    assert watched.state(source) == "shutoff"
    desktop.run("dunstctl", "context")
    watched.wait(lambda: guest.state() == "running")
    watched.wait(lambda: desktop.run("dunstctl", "count", "displayed") == "0")
    assert watched.told == []
    watched.wait(lambda: ("chronicled", "operation", "start done") in watched.entries())
    watched.wait(lambda: ("chronicled", "started", "booted") in watched.entries())
    told = watched.entries()
    assert told[:2] == [("rack", "host", "connected"), ("chronicled", "stopped", "failed")]
    assert "state" not in {kind for _, kind, _ in told}, "each change was explained by its event"


@pytest.mark.live
def test_what_is_done_here_is_no_news_what_others_do_is(libvirtd, guest, make_watched):
    watched = make_watched()
    watched.add("rack", libvirtd.qemu_uri)
    source = f"rack/{guest.uuid}"
    watched.wait(lambda: watched.state(source) == "running")
    watched.call(source, "powerOff")
    watched.wait(lambda: watched.state(source) == "shutoff")
    watched.call(source, "start")
    libvirtd.virsh("destroy", guest.name)
    watched.wait(lambda: watched.told)
    assert watched.titles() == ["\u2068chronicled\u2069 stopped"]
    assert "not from here" in watched.told[0][1]
    watched.wait(lambda: watched.entries().count(("chronicled", "stopped", "destroyed")) == 2)


@pytest.mark.live
def test_what_happened_while_the_daemon_was_away_is_found(own_libvirtd, make_guest, make_watched):
    guest = make_guest("left-alone", daemon=own_libvirtd, boots=False).start(wait=False)
    watched = make_watched()
    watched.add("rack", own_libvirtd.qemu_uri)
    source = f"rack/{guest.uuid}"
    watched.wait(lambda: watched.state(source) == "running")
    pid = guest.pid
    own_libvirtd.kill9()
    watched.wait(lambda: not watched.engine.host("rack").live)
    os.kill(pid, signal.SIGKILL)
    own_libvirtd.start()
    watched.engine.retryHost("rack")
    watched.wait(lambda: watched.state(source) == "shutoff")
    watched.wait(lambda: watched.titles() == ["\u2068left-alone\u2069 crashed"])
    watched.wait(lambda: ("left-alone", "state", "shutoff crashed") in watched.entries())
    assert [entry for entry in watched.entries() if entry[1] == "host"][-1] == ("rack", "host", "connected")


def found(guest):
    """A daemon that has just been started says that its machines run before it has found their monitors."""
    argv = (
        "virsh",
        "-q",
        "-c",
        guest.daemon.qemu_uri,
        "qemu-monitor-command",
        guest.name,
        "--hmp",
        "info status",
    )
    return subprocess.run(argv, capture_output=True, check=False).returncode == 0


@pytest.mark.live
def test_after_a_sleep_all_is_connected_at_once_and_nothing_is_told(
    qtbot, session_bus, own_libvirtd, make_guest, make_watched
):
    """While the computer slept the daemon was restarted, and machines were destroyed by somebody else."""
    guests = [
        make_guest(f"sleeper-{n}", daemon=own_libvirtd, boots=False).start(wait=False) for n in range(4)
    ]
    logind = Logind(qtbot, session_bus)
    session = SystemSession(session_bus.env["DBUS_SESSION_BUS_ADDRESS"])
    assert session.start()
    watched = make_watched()
    watched.add("rack", own_libvirtd.qemu_uri)
    session.woke.connect(watched.engine.retryAll)
    session.woke.connect(watched.chronicle.woke)
    sources = [f"rack/{guest.uuid}" for guest in guests]
    watched.wait(lambda: all(watched.state(source) == "running" for source in sources))
    with qtbot.waitSignal(session.sleeping, timeout=LONG):
        logind.tell("Sleep", "b", (True,))
    own_libvirtd.kill9()
    own_libvirtd.start()  # nothing of this program runs meanwhile, as in a sleep
    for guest in guests:
        until(lambda guest=guest: found(guest), what="the new daemon has found it")
        own_libvirtd.virsh("destroy", guest.name)
    with qtbot.waitSignal(session.woke, timeout=LONG):
        logind.tell("Sleep", "b", (False,))
    watched.wait(lambda: all(watched.state(source) == "shutoff" for source in sources))
    watched.wait(lambda: watched.notifier.idle)
    assert watched.told == []
    assert ("rack", "host", "connected") in watched.entries()
    logind.bus.close()
    session.close()


def test_a_machine_of_the_demo_driver(qtbot, make_watched):
    """In this process: own operations and their journal, without a daemon."""
    watched = make_watched()
    watched.add("demo", "test:///default")
    source = next(record.source for record in watched.engine.records())
    watched.call(source, "suspend")
    watched.call(source, "resume")
    watched.call(source, "powerOff")
    watched.wait(lambda: watched.state(source) == "shutoff")
    expected = {("operation", "suspend done"), ("suspended", "paused"), ("stopped", "destroyed")}
    watched.wait(lambda: expected <= {(kind, detail) for _, kind, detail in watched.entries()})
    assert "state" not in {kind for _, kind, _ in watched.entries()}, "each change was explained by its event"
    assert watched.told == []


def test_a_failed_operation_is_told_and_kept(make_watched):
    watched = make_watched()
    watched.add("demo", "test:///default")
    source = next(record.source for record in watched.engine.records())
    job = watched.engine.serviceForSource(source).call("snapshotDelete", {"name": "none"})
    watched.wait(lambda: not job.running)
    watched.wait(lambda: watched.told)
    assert watched.titles() == ["It did not work: \u2068test\u2069"]
    assert any(
        kind == "operation" and detail.startswith("snapshotDelete ") for _, kind, detail in watched.entries()
    )
