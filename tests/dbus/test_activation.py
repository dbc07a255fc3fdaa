"""The bus starts the engine for who asks; the examples of README, as they stand there."""

import re
import sys
from pathlib import Path

import pytest

from tests.helpers.enginebus import NAME, EngineClient
from tests.helpers.program import COMMAND, ROOT, Program
from tests.helpers.waiting import until
from virtmonitor.desktop import installation

README = (ROOT / "README.md").read_text()


def example(language: str) -> str:
    section = README[README.index("## On D-Bus") :]
    found = re.search(rf"```{language}\n(.*?)```", section, re.DOTALL)
    assert found
    return found[1]


@pytest.fixture
def activatable(session_bus):
    """As `virtmonitor install` leaves it."""
    start = session_bus.directory / "virtmonitor"
    words = " ".join(f"'{word}'" for word in (*COMMAND, "-c", "test:///default"))
    start.write_text(f'#!/bin/sh\ncd {ROOT} && exec {words} "$@"\n')
    start.chmod(0o755)
    for name, data in installation.files([str(start)]):
        if name.startswith("dbus-1/services/"):
            (session_bus.directory / "services" / Path(name).name).write_bytes(data)
    session_bus.bus_call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus.ReloadConfig")
    return session_bus


def test_the_bus_starts_the_engine(activatable):
    assert NAME not in activatable.bus_names()
    with EngineClient(activatable) as client:
        assert client.engine("Sources")[0] == "test-default"


def test_the_bus_shows_the_window(activatable, desktop):
    """A launcher that calls Activate of a program that does not run."""
    for service in (activatable.directory / "services").iterdir():
        (desktop.directory / "services" / service.name).write_bytes(service.read_bytes())
    desktop.bus_call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus.ReloadConfig")
    screen = [f"string:{name}={desktop.env[name]}" for name in ("DISPLAY", "QT_QPA_PLATFORM")]
    told = ",".join(one.removeprefix("string:").replace("=", ",", 1) for one in screen)
    environment = "org.freedesktop.DBus.UpdateActivationEnvironment"
    bus = "org.freedesktop.DBus"
    desktop.bus_call(bus, "/org/freedesktop/DBus", environment, f"dict:string:string:{told}")
    desktop.run(
        *("gdbus", "call", "--session", "-d", "org.virtmonitor.VirtMonitor"),
        *("-o", "/org/virtmonitor/VirtMonitor", "-m", "org.freedesktop.Application.Activate", "{}"),
    )
    desktop.wait_for_window("virtmonitor")
    desktop.run(*COMMAND, "--quit", env={"PYTHONPATH": str(ROOT)})


def test_the_example_in_python(session_bus):
    program = Program(session_bus, "--serve", "-c", "test:///default", name=NAME)
    with EngineClient(session_bus) as client:
        until(lambda: len(client.engine("Sources")) == 2, what="the machine is listed")
    (session_bus.directory / "example.py").write_text(example("python"))
    session_bus.spawn(sys.executable, "-W", "error", str(session_bus.directory / "example.py"))
    # The program's own output is in the same log: it says nothing.
    told = until(
        lambda: text if "cpuUsage" in (text := session_bus.log("python")) else "", what="CPU usage is printed"
    )
    assert "/org/virtmonitor/Engine1/source/test_2ddefault/6695eb01" in told.splitlines()[1]
    assert told.splitlines()[1].endswith(" test")
    assert program.process.poll() is None


@pytest.mark.live
def test_the_example_for_the_shell(session_bus, libvirtd, make_guest):
    guest = make_guest("web-1").start()
    other = make_guest("db-1")
    Program(session_bus, "--serve", "--allow-commands", "-c", libvirtd.qemu_uri, name=NAME)
    with EngineClient(session_bus) as client:
        until(lambda: guest.uuid in str(client.engine("Sources")), what="the machines are listed")
        path = f"/org/virtmonitor/Engine1/source/qemu_2dsystem/{guest.uuid.replace('-', '_')}"
        until(lambda: client.all_properties(path).get("state") == "running", what="it runs")
        script = session_bus.directory / "example.sh"
        script.write_text(example("sh"))
        session_bus.spawn("sh", str(script))
        client.wait_until(path, "state", "shutoff")
    assert guest.state() == "shut off"
    assert other.state() == "shut off"
    assert "PropertiesChanged" in session_bus.log("sh")
