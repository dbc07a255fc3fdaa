"""The engine on the session bus: a real bus, a real daemon, real guests; other programs on both sides of it."""

import json
import socket
import subprocess
from contextlib import contextmanager, suppress

import pytest

from tests.desktop.test_session import Logind
from tests.helpers.display import private_home
from tests.helpers.enginebus import DOMAIN, HOST, NAME, PROPERTIES, ROOT, SERVICE, RefusedError, member
from tests.helpers.program import COMMAND, Program
from tests.helpers.program import ROOT as ROOT_DIRECTORY
from tests.helpers.waiting import until
from virtmonitor.dbus.paths import of_source

pytestmark = pytest.mark.live


@pytest.fixture
def client(serve, make_client, libvirtd):
    serve("-c", libvirtd.qemu_uri)
    return make_client()


def listed(client, name):
    """The object and the Source of the machine of that name, once it is there with all that is read of it."""

    def found():
        for source in client.engine("Sources"):
            path = of_source(source)
            if "/" in source:
                data = client.all_properties(path, DOMAIN)
                if data["name"] == name and "memoryCurrent" in data:
                    return path, source
        return None

    return until(found, what=f"{name} is listed")


def test_what_it_tells_is_what_the_command_line_tells(client, make_guest, session_bus, libvirtd):
    guest = make_guest("web-1", title="The web server")
    path, source = listed(client, "web-1")
    assert source == f"qemu-system/{guest.uuid}"
    assert client.engine("Object", "s", source) == path
    told = client.all_properties(path, DOMAIN)
    command = [*COMMAND, "show", "--json", "--allow-commands", "-c", libvirtd.qemu_uri, source]
    shown = json.loads(session_bus.run(*command))
    for name in (
        "name",
        "uuid",
        "title",
        "state",
        "stateReason",
        "memoryCurrent",
        "vcpuCurrent",
        "persistent",
    ):
        assert told[name] == shown[name], name
    host = client.all_properties(of_source("qemu-system"), HOST)
    assert host["connection"] == "connected"
    assert host["domainCount"] == len([one for one in client.engine("Sources") if "/" in one])
    assert "cpuUsage" not in told
    with pytest.raises(RefusedError, match=r"Error\.Unknown: cpuUsage is not known now"):
        client.call(path, PROPERTIES, "Get", "ss", DOMAIN, "cpuUsage")


def test_a_property_has_always_the_same_type(client, running_guest):
    path, _ = listed(client, "running-guest")
    types = {name: kind for name, (kind, _) in client.call(path, PROPERTIES, "GetAll", "s", DOMAIN).items()}
    assert (types["memoryCurrent"], types["vcpuCurrent"], types["id"]) == ("x", "x", "x")


def test_only_what_changed_is_told(client, make_guest, session_bus):
    """As dbus-monitor sees it, which sees all."""
    guest = make_guest("web-1").start()
    path, _ = listed(client, "web-1")
    until(lambda: client.all_properties(path, DOMAIN)["state"] == "running", what="it runs")
    session_bus.spawn("dbus-monitor", "--session", f"type=signal,path={path}")
    until(lambda: "NameAcquired" in session_bus.log("dbus-monitor"), what="dbus-monitor listens")
    guest.daemon.virsh("suspend", "web-1")
    client.wait_until(path, "state", "paused")
    guest.daemon.virsh("resume", "web-1")
    client.wait_until(path, "state", "running")
    told = until(
        lambda: text if (text := session_bus.log("dbus-monitor")).count("PropertiesChanged") == 2 else "",
        what="dbus-monitor tells of both",
    )
    changed = told[told.index("PropertiesChanged") :]
    keys = [line.split('"')[1] for line in changed.splitlines() if line.startswith(" " * 9 + "string")]
    assert keys == ["state", "stateReason"] * 2


def test_statistics_come_while_somebody_is_connected(client, make_client, running_guest):
    path, source = listed(client, "running-guest")
    looker = make_client()
    looker.engine("Connect", "suas", source, 500, ["cpu", "memory"])
    assert client.change_of(path, "cpuUsage") >= 0
    data = client.all_properties(path, DOMAIN)
    assert data["cpuUsage"] >= 0
    assert data["memoryResident"] > 0
    looker.close()  # it dies without a word
    while True:
        _, unknown = client.changes(path)
        if "cpuUsage" in unknown:
            break
    assert "cpuUsage" not in client.all_properties(path, DOMAIN)


def test_looks_of_two_programs_do_not_disturb_each_other(client, make_client, running_guest):
    path, source = listed(client, "running-guest")
    other = make_client()
    for one in (client, other):
        one.engine("Connect", "suas", source, 500, ["cpu"])
    client.change_of(path, "cpuTime")
    other.engine("Disconnect", "s", source)
    client.change_of(path, "cpuTime")
    client.engine("DisconnectAll")
    until(lambda: "cpuUsage" not in client.all_properties(path, DOMAIN), what="nobody looks")


def test_machines_come_and_go(client, make_guest):
    guest = make_guest("short-lived", define=False)
    guest.define()
    added = client.wait_for(lambda told: member(told) == "SourceAdded" and guest.uuid in told.body[0])
    assert added.body == (f"qemu-system/{guest.uuid}", of_source(f"qemu-system/{guest.uuid}"))
    guest.daemon.virsh("undefine", "short-lived")
    client.wait_for(lambda told: member(told) == "SourceRemoved" and guest.uuid in told.body[0])
    with pytest.raises(RefusedError, match="UnknownObject"):
        client.all_properties(added.body[1])


def test_operations_are_jobs(client, make_guest):
    guest = make_guest("web-1")
    path, _ = listed(client, "web-1")
    assert client.operate(path, "start", paused=("b", True)) == ("", "")
    assert guest.state() == "paused"
    assert client.operate(path, "resume") == ("", "")
    assert guest.state() == "running"
    with pytest.raises(RefusedError, match=r"Error\.State: It runs already"):
        client.call(path, SERVICE, "Call", "sa{sv}", "start", {})
    with pytest.raises(RefusedError, match="InvalidArgs"):
        client.call(path, SERVICE, "Call", "sa{sv}", "start", {"paused": ("s", "perhaps")})
    with pytest.raises(RefusedError, match=r"Error\.Operation: There is no operation 'format'"):
        client.call(path, SERVICE, "Call", "sa{sv}", "format", {})


@pytest.mark.parametrize(
    ("operation", "parameters"),
    [
        ("powerOff", {}),
        ("undefine", {}),
        ("reset", {}),
        ("injectNmi", {}),
        ("sendKey", {}),
        ("screenshot", {}),
        ("defineXml", {"xml": ("s", "<domain/>")}),
        ("start", {"forceBoot": ("b", True)}),
    ],
)
def test_what_loses_or_reveals_needs_to_be_allowed(client, make_guest, operation, parameters):
    make_guest("web-1")
    path, _ = listed(client, "web-1")
    with pytest.raises(RefusedError, match=r"Error\.NotAllowed: Other programs may not call"):
        client.call(path, SERVICE, "Call", "sa{sv}", operation, parameters)


def test_what_the_settings_allow_is_done(serve, make_client, session_bus, libvirtd, make_guest):
    config = session_bus.directory / "home" / ".config" / "virtmonitor"
    config.mkdir(parents=True)
    (config / "settings.toml").write_text('[dbus]\nallowed_operations = ["powerOff"]\n')
    guest = make_guest("web-1").start()
    serve("-c", libvirtd.qemu_uri)
    client = make_client()
    path, _ = listed(client, "web-1")
    until(lambda: client.all_properties(path, DOMAIN)["state"] == "running", what="it runs")
    assert client.call(path, SERVICE, "Operations")["powerOff"]["allowed"] == ("b", True)
    assert client.operate(path, "powerOff") == ("", "")
    assert guest.state() == "shut off"


def test_a_host_that_is_lost_is_told(serve, make_client, own_libvirtd):
    serve("-c", own_libvirtd.qemu_uri)
    client = make_client()
    path = of_source("qemu-system")
    until(lambda: client.all_properties(path, HOST)["connection"] == "connected", what="connected")
    own_libvirtd.kill9()
    client.wait_until(path, "connection", "reconnecting")
    own_libvirtd.start()
    client.wait_until(path, "connection", "connected")


@pytest.mark.parametrize(
    ("member", "signature", "body"),
    [("Sleep", "b", (False,)), ("Network", "u", (70,))],
    ids=["sleep", "network"],
)
def test_after_a_sleep_connections_are_looked_at(
    qtbot, session_bus, serve, make_client, own_libvirtd, member, signature, body
):
    """Of tries that nobody wants none is told, so "connecting" is one that was wanted."""
    logind = Logind(qtbot, session_bus)
    session_bus.env["DBUS_SYSTEM_BUS_ADDRESS"] = session_bus.env["DBUS_SESSION_BUS_ADDRESS"]
    serve("-c", own_libvirtd.qemu_uri)
    client = make_client()
    path = of_source("qemu-system")

    def state():
        return client.all_properties(path, HOST)["connection"]

    until(lambda: state() == "connected", what="connected")
    own_libvirtd.kill9()
    client.wait_until(path, "connection", "reconnecting")
    with silent_daemon(own_libvirtd) as refuse:

        def told_again():
            """A try that is under way already is refused, and the wish comes after it."""
            logind.tell(member, signature, body)
            return state() == "connecting" or refuse()

        until(told_again, what="a try that was wanted")
    own_libvirtd.start()
    until(lambda: state() == "connected", what="connected again")
    logind.bus.close()


@contextmanager
def silent_daemon(daemon):
    """One that takes connections and says nothing; gives a function that drops one which waits, and returns False."""
    daemon.socket.unlink(missing_ok=True)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(daemon.socket))
        server.listen()
        server.settimeout(0.5)

        def refuse():
            with suppress(TimeoutError):
                server.accept()[0].close()
            return False

        yield refuse
    daemon.socket.unlink()


def test_who_has_a_screen_takes_the_place_of_who_has_none(serve, make_client, session_bus, libvirtd):
    service = serve("-c", "test:///default")
    program = Program(
        session_bus, "-c", "test:///default", "--minimized", env={"QT_QPA_PLATFORM": "offscreen"}
    )
    assert service.wait_for_end() == 0
    client = make_client()
    until(lambda: NAME in session_bus.bus_names(), what="the engine is on the bus")
    assert "test-default" in client.engine("Sources")
    program.tell("--quit")
    assert program.wait_for_end() == 0


def test_tools_can_read_it(client, session_bus, running_guest):
    path, _ = listed(client, "running-guest")
    tree = session_bus.run("busctl", "--user", "tree", NAME)
    assert path in tree
    told = session_bus.run("gdbus", "introspect", "--session", "--dest", NAME, "--object-path", path)
    assert "readonly s state = 'running'" in told
    assert "Call(" in told
    sources = session_bus.run("gdbus", "call", "--session", "-d", NAME, "-o", ROOT, "-m", f"{NAME}.Sources")
    assert running_guest.uuid in sources


def test_without_a_bus_it_says_so(tmp_path):
    environment = private_home(tmp_path)
    done = subprocess.run(
        [*COMMAND, "--serve"],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        cwd=ROOT_DIRECTORY,
    )
    assert (done.returncode, done.stderr) == (3, "virtmonitor: There is no session bus.\n")
