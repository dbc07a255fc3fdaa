"""One instance a session, on real buses and without one; commands of others reach it and are answered."""

import json
import os
import socket
import subprocess
import sys
import tempfile
from itertools import count
from pathlib import Path

import pytest
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection
from PySide6.QtDBus import QDBusConnection

from virtmonitor.core.paths import APPLICATION_ID
from virtmonitor.dbus.busaddress import NO_BUS, session_address, settle_session_address
from virtmonitor.desktop.forward import COMMANDS, check, object_path, socket_path
from virtmonitor.desktop.instance import SingleInstance

_number = count()
FORWARD = """
import sys
import tempfile
from virtmonitor.core.errors import VirtmonitorError
from virtmonitor.desktop.forward import forward
try:
    found = forward(sys.argv[1], sys.argv[2:], timeout=float(10))
except VirtmonitorError as error:
    sys.exit(f"{error.failure.kind}: {error}")
assert not any(name.startswith("PySide6") for name in sys.modules), "Qt was loaded"
sys.exit(0 if found else 3)
"""


def forwarding(*arguments, env):
    """A later instance, in a process of its own, that only forwards."""
    argv = [sys.executable, "-W", "error", "-c", FORWARD, *arguments]
    return subprocess.Popen(argv, env=env, stderr=subprocess.PIPE, text=True)


def ended(qtbot, process):
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=30_000)
    _, told = process.communicate()
    return process.returncode, told


@pytest.fixture
def bus_env(session_bus, monkeypatch):
    for key, value in session_bus.env.items():
        monkeypatch.setenv(key, value)
    return session_bus.env


@pytest.fixture
def runtime_dir():
    """A short path: that of a socket has at most 107 characters."""
    with tempfile.TemporaryDirectory(prefix="run-") as directory:
        yield Path(directory)


@pytest.fixture
def no_bus_env(runtime_dir, monkeypatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", NO_BUS)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime_dir))
    return dict(os.environ)


@pytest.fixture
def make_instance(qapp):
    made = []

    def make():
        connection = QDBusConnection.connectToBus(session_address(), f"test-{next(_number)}")
        made.append(SingleInstance(connection=connection))
        return made[-1]

    yield make
    for instance in made:
        instance.release()
        QDBusConnection.disconnectFromBus(instance.connection.name())


@pytest.fixture(params=["bus", "no bus"])
def env(request):
    return request.getfixturevalue("bus_env" if request.param == "bus" else "no_bus_env")


def test_the_second_is_not_the_one_until_the_first_went(env, make_instance):
    first, second = make_instance(), make_instance()
    assert first.claim()
    assert not second.claim()
    first.release()
    assert second.claim()


@pytest.mark.parametrize(
    "arguments", [("window",), ("activate",), ("toggle",), ("show", "-rf ü\u202e"), ("quit",)]
)
def test_a_command_reaches_the_first(qtbot, env, make_instance, arguments):
    instance = make_instance()
    instance.claim()
    with qtbot.waitSignal(instance.commandReceived, timeout=30_000) as heard:
        process = forwarding(*arguments, env=env | {"XDG_ACTIVATION_TOKEN": "the-token"})
    assert heard.args == [arguments[0], list(arguments[1:]), "the-token"]
    assert ended(qtbot, process) == (0, "")


def test_nobody_there_is_told(qtbot, env):
    assert ended(qtbot, forwarding("window", env=env)) == (3, "")


@pytest.mark.parametrize("arguments", [("format-disk",), ("show",), ("window", "x"), ("show", "x" * 5000)])
def test_a_command_that_is_none_is_refused(qtbot, env, make_instance, arguments):
    instance = make_instance()
    instance.claim()
    with qtbot.assertNotEmitted(instance.commandReceived):
        code, told = ended(qtbot, forwarding(*arguments, env=env))
    assert code == 1
    assert told.startswith("parameter: The running virtmonitor refused")


def test_what_a_crash_left_behind_is_no_instance(no_bus_env, make_instance, qtbot):
    path = socket_path()
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(str(path))
    path.with_suffix(".lock").touch()
    assert ended(qtbot, forwarding("window", env=no_bus_env)) == (3, "")
    instance = make_instance()
    assert instance.claim()
    with qtbot.waitSignal(instance.commandReceived, timeout=30_000):
        process = forwarding("window", env=no_bus_env)
    assert ended(qtbot, process) == (0, "")


def test_an_instance_that_hangs_is_told(qtbot, no_bus_env):
    with socket.socket(socket.AF_UNIX) as hung:
        hung.bind(str(socket_path()))
        hung.listen(1)
        argv = [sys.executable, "-c", FORWARD.replace("float(10)", "0.2"), "window"]
        done = subprocess.run(argv, env=no_bus_env, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert "timeout: virtmonitor runs already, but it does not answer." in done.stderr


def test_an_instance_that_hangs_on_the_bus_is_told(bus_env):
    """It owns the name and never reads again."""
    with open_dbus_connection(bus_env["DBUS_SESSION_BUS_ADDRESS"]) as hung:
        hung.send_and_get_reply(message_bus.RequestName(APPLICATION_ID))
        argv = [sys.executable, "-c", FORWARD.replace("float(10)", "0.2"), "window"]
        done = subprocess.run(argv, env=bus_env, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert "timeout: virtmonitor runs already" in done.stderr


@pytest.mark.parametrize(
    "request_line",
    [b"{}", b"[]", b"nonsense", b"[" * 5000, b'{"command": 1, "arguments": [], "token": ""}', b"\xff"],
)
def test_nonsense_at_the_socket_is_refused(qtbot, no_bus_env, make_instance, request_line):
    instance = make_instance()
    instance.claim()
    with socket.socket(socket.AF_UNIX) as stream:
        stream.connect(str(socket_path()))
        stream.sendall(request_line + b"\n")
        stream.setblocking(False)
        answer = bytearray()
        qtbot.waitUntil(lambda: _received(stream, answer), timeout=30_000)
    assert answer.endswith(b".\n")
    assert b"ok" not in answer


def test_more_than_anybody_needs_is_cut_off(qtbot, no_bus_env, make_instance):
    instance = make_instance()
    instance.claim()
    with socket.socket(socket.AF_UNIX) as stream:
        stream.connect(str(socket_path()))
        stream.setblocking(False)
        qtbot.waitUntil(lambda: _cut(stream), timeout=30_000)


def _received(stream, answer):
    try:
        data = stream.recv(4096)
    except BlockingIOError:
        return False
    answer += data
    return not data


def _cut(stream):
    try:
        stream.send(b"x" * 10_000)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return False


def test_only_the_user_can_reach_the_socket(no_bus_env, make_instance, runtime_dir):
    make_instance().claim()
    assert socket_path().stat().st_mode & 0o077 == 0


def test_a_directory_that_others_may_write_is_not_used(no_bus_env, make_instance, runtime_dir):
    runtime_dir.chmod(0o777)
    assert socket_path() is None
    assert make_instance().claim()
    assert list(runtime_dir.iterdir()) == []


# What the session bus sees


def call(env, member, signature, body, interface="org.freedesktop.Application"):
    script = f"""
import json
import os
from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import open_dbus_connection
address = DBusAddress({object_path(APPLICATION_ID)!r}, {APPLICATION_ID!r}, {interface!r})
with open_dbus_connection() as bus:
    reply = bus.send_and_get_reply(new_method_call(address, {member!r}, {signature!r}, {body!r}), timeout=20)
print(json.dumps([reply.header.message_type.name, list(reply.header.fields.values()), list(reply.body)]))
"""
    return subprocess.Popen([sys.executable, "-c", script], env=env, stdout=subprocess.PIPE, text=True)


def answer_of(qtbot, process):
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=30_000)
    kind, fields, body = json.loads(process.communicate()[0])
    return kind, next((field for field in fields if "Error" in str(field)), ""), body


def test_addresses_are_not_opened(qtbot, bus_env, make_instance):
    instance = make_instance()
    instance.claim()
    with qtbot.assertNotEmitted(instance.commandReceived):
        body = (["test+ext:///default?command=/tmp/x"], {})
        kind, error, _ = answer_of(qtbot, call(bus_env, "Open", "asa{sv}", body))
    assert (kind, error) == ("error", "org.freedesktop.DBus.Error.NotSupported")


@pytest.mark.parametrize(
    ("body", "error"),
    [
        (("window", [("u", 3)], {}), "InvalidArgs"),
        (("show", [("as", ["x"])], {}), "InvalidArgs"),
        (("", [], {}), "InvalidArgs"),
        (("x" * 100_000, [], {}), "InvalidArgs"),
        (("show", [("s", "x" * 100_000)], {}), "InvalidArgs"),
    ],
)
def test_a_wrong_call_is_an_error_never_a_success(qtbot, bus_env, make_instance, body, error):
    instance = make_instance()
    instance.claim()
    with qtbot.assertNotEmitted(instance.commandReceived):
        kind, name, _ = answer_of(qtbot, call(bus_env, "ActivateAction", "sava{sv}", body))
    assert (kind, name.rpartition(".")[2]) == ("error", error)


def test_strange_platform_data_is_ignored(qtbot, bus_env, make_instance):
    instance = make_instance()
    instance.claim()
    data = {"activation-token": ("i", 3), "desktop-startup-id": ("s", "id"), "x": ("a(ii)", [(1, 2)])}
    with qtbot.waitSignal(instance.commandReceived, timeout=30_000) as heard:
        process = call(bus_env, "Activate", "a{sv}", (data,))
    assert heard.args == ["activate", [], "id"]
    assert answer_of(qtbot, process)[0] == "method_return"


def test_the_interface_is_introspectable(qtbot, bus_env, make_instance):
    make_instance().claim()
    process = call(bus_env, "Introspect", "", (), "org.freedesktop.DBus.Introspectable")
    text = answer_of(qtbot, process)[2][0]
    for method in ("Activate", "Open", "ActivateAction"):
        assert f'<method name="{method}">' in text


# Where the bus is


def test_the_address_comes_from_the_runtime_directory_else(session_bus, monkeypatch):
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", session_bus.env["XDG_RUNTIME_DIR"])
    settle_session_address()
    assert session_address() == session_bus.env["DBUS_SESSION_BUS_ADDRESS"]


def test_no_library_starts_a_bus_of_its_own(tmp_path, monkeypatch):
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    settle_session_address()
    assert session_address() == NO_BUS


def test_what_may_be_forwarded():
    assert all(check(command, ["x"] * number) is None for command, number in COMMANDS.items())
