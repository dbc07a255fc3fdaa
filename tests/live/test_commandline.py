"""The command line as a person or a script runs it: a process of its own, over a real daemon."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any

import pytest

from tests.helpers.libvirtd import PrivateLibvirtd
from tests.helpers.waiting import until
from virtmonitor.core.vocabulary import names

VIRTMONITOR = [sys.executable, "-m", "virtmonitor"]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run it to its end."""
    return subprocess.run([*VIRTMONITOR, *arguments], capture_output=True, text=True, timeout=60, check=False)


def test_list_json_has_the_whole_vocabulary() -> None:
    done = run("list", "--json", "-c", "test:///default")
    assert (done.returncode, done.stderr) == (0, "")
    (domain,) = json.loads(done.stdout)
    assert tuple(domain) == names("domain")
    assert (domain["name"], domain["state"], domain["cpuUsage"]) == ("test", "running", None)


@pytest.mark.parametrize("place", [["-c", "test:///default", "list"], ["list", "-c", "test:///default"]])
def test_the_connection_before_or_after_the_command(place: list[str]) -> None:
    done = run(*place)
    assert done.returncode == 0
    assert "test-default" in done.stdout


@pytest.mark.parametrize(
    "command",
    [["list"], ["list", "--json"], ["show", "test"], ["watch", "--json"], ["top", "--json"], ["--help"]],
)
def test_a_full_disk_is_a_sentence_and_no_success(command: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        argv = [*VIRTMONITOR, "-c", "test:///default", *command]
        done = subprocess.run(argv, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60, check=False)
    said = "virtmonitor: The output cannot be written: No space left on device.\n"
    assert (done.returncode, done.stderr) == (1, said)


def test_nobody_listens() -> None:
    """As some daemons start programs: without an output."""
    argv = ["sh", "-c", 'exec "$@" >&-', "sh", *VIRTMONITOR, "-c", "test:///default", "list"]
    done = subprocess.run(argv, stderr=subprocess.PIPE, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_two_connections_are_two_hosts() -> None:
    done = run("-c", "test:///default", "list", "--json", "-c", "test:///default?x=1")
    assert {domain["host"] for domain in json.loads(done.stdout)} == {"test-default", "test-default-2"}


@pytest.mark.parametrize("command", [["list"], ["list", "--json"], ["watch", "--json"]])
def test_no_connection_is_a_sentence_and_status_3(command: list[str]) -> None:
    done = run(*command, "-c", "qemu+unix:///system?socket=/nonexistent")
    assert done.returncode == 3
    assert "/nonexistent" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("uri", "said"),
    [
        ("nowhere", "nowhere is no address of libvirt."),
        ("http://rack1", "libvirt cannot connect to http://rack1."),
        ("test:////nowhere/fleet.xml", "There is no file /nowhere/fleet.xml."),
        ("qemu+tls://nowhere.invalid/system", "This computer has no certificates"),
        ("esx://nowhere.invalid/?frob=1", "No host named nowhere.invalid can be found."),
    ],
)
@pytest.mark.parametrize("command", [["list"], ["show", "web"], ["watch", "--json"], ["top"]])
def test_whatever_is_wrong_with_an_address_is_one_sentence(command: list[str], uri: str, said: str) -> None:
    done = run(*command, "-c", uri)
    assert done.returncode == 3
    assert done.stderr.startswith(f"virtmonitor: {said}")
    assert done.stderr.count("\n") == 1


def test_show_tells_what_a_machine_uses_now() -> None:
    """The test driver's machine uses half of each vCPU, 50 and 25 kB/s of disk, 100 and 50 kB/s of network."""
    told = json.loads(run("show", "test", "--json", "-c", "test:///default").stdout)
    assert tuple(told) == names("domain")
    assert told["cpuUsage"] == pytest.approx(50, rel=0.01)
    assert told["cpuHostUsage"] == pytest.approx(50 * 2 / 16, rel=0.01)
    assert told["diskReadRate"] == pytest.approx(50_000, rel=0.01)
    assert told["netReceiveRate"] == pytest.approx(100_000, rel=0.01)
    assert told["interfaces"][0]["transmitRate"] == pytest.approx(50_000, rel=0.01)


def test_without_an_address_the_settings_tell_the_hosts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    settings = tmp_path / "virtmonitor" / "settings.toml"
    settings.parent.mkdir()
    here = '[[hosts]]\nname = "here"\nuri = "test:///default"\n'
    settings.write_text(f"{here}{here.replace('here', 'asleep')}autoconnect = false\n")
    assert [one["host"] for one in json.loads(run("list", "--json").stdout)] == ["here"]
    assert json.loads(run("show", "asleep/test", "--json").stdout)["host"] == "asleep"
    assert [one["host"] for one in json.loads(run("top", "--interval", "0.5", "--json").stdout)] == ["here"]
    assert "test-default" in run("list", "-c", "test:///default").stdout
    settings.write_text(here + "hosts")
    done = run("list", "-c", "test:///default")
    assert (done.returncode, done.stderr) == (0, "")
    monkeypatch.setenv("LIBVIRT_DEFAULT_URI", "test:///default")
    done = run("list")
    assert "test-default" in done.stdout
    assert f"{settings} is not used" in done.stderr


def test_one_of_two_hosts_that_fails_is_named() -> None:
    done = run("list", "-c", "test:///default", "-c", "http://rack1")
    assert done.returncode == 3
    assert "test-default  test" in done.stdout
    assert done.stderr.splitlines()[1:] == ["virtmonitor: 1 of 2 hosts could not be read."]


@pytest.mark.parametrize(
    "arguments", [["fly"], ["list", "--frob"], ["list", "-c"], ["--window", "--minimized"]]
)
def test_wrong_usage_is_status_2(arguments: list[str]) -> None:
    assert run(*arguments).returncode == 2


# Whoever frees a libvirt object frees the error of the call before it.
EAGER_COLLECTOR = """
import gc, sys, libvirt
from virtmonitor.cli import main
gc.set_threshold(1)  # at each new object
real = libvirt.virDomain.suspend
def suspend(domain):
    domain.destroy()  # somebody else was quicker
    cycle = [domain.connect().lookupByName("test")]  # only the collector can free it
    cycle.append(cycle)
    del cycle
    return real(domain)
libvirt.virDomain.suspend = suspend
sys.exit(main(["call", "-c", "test:///default", "test", "suspend"]))
"""


def test_no_garbage_takes_an_error_away() -> None:
    done = subprocess.run(
        [sys.executable, "-c", EAGER_COLLECTOR], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "domain 'test' not running" in done.stderr


def test_help_and_version_need_nothing() -> None:
    for argument in ("--help", "--version"):
        done = subprocess.run(
            [*VIRTMONITOR, argument], env={"PATH": ""}, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0
        assert "virtmonitor" in done.stdout


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_closed_pipe_ends_it_quietly(unbuffered: str) -> None:
    """Whether Python notices while it prints, or only when it flushes at the end."""
    shell = f"{' '.join(VIRTMONITOR)} list -c test:///default | true"
    environment = os.environ | {"PYTHONUNBUFFERED": unbuffered}
    done = subprocess.run(["sh", "-c", shell], capture_output=True, text=True, check=False, env=environment)
    assert done.stderr == ""


class Watch:
    """`watch --json` with its lines as they come."""

    def __init__(self, uri: str) -> None:
        self.process = subprocess.Popen(
            [*VIRTMONITOR, "watch", "--json", "-c", uri],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.lines: Queue[str] = Queue()
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    def close(self) -> None:
        """Wait for its end and let go of its pipes."""
        self.process.wait()
        self._reader.join()
        for pipe in (self.process.stdout, self.process.stderr):
            assert pipe is not None
            pipe.close()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line)

    def next(self) -> dict[str, Any]:
        """The next line."""
        try:
            line: dict[str, Any] = json.loads(self.lines.get(timeout=60))
        except Empty:
            raise AssertionError("watch says nothing") from None
        return line


@pytest.fixture
def watch(libvirtd: PrivateLibvirtd) -> Iterator[Watch]:
    """It watches the private daemon's QEMU."""
    watching = Watch(libvirtd.qemu_uri)
    yield watching
    watching.process.kill()
    watching.close()


@pytest.mark.live
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_watch_tells_added_changed_removed_and_ends_well(
    libvirtd: PrivateLibvirtd, watch: Watch, tmp_path: Path, ending: signal.Signals
) -> None:
    """What virsh does, line by line, without polling."""
    xml = tmp_path / "seen.xml"
    xml.write_text(
        "<domain type='qemu'><name>seen</name><memory unit='MiB'>32</memory><os><type>hvm</type></os></domain>"
    )
    # The process is heard only once its connection stands: until then the domain is in the first list.
    libvirtd.virsh("define", str(xml))
    added = watch.next()
    while added["data"]["name"] != "seen":
        added = watch.next()
    assert added["event"] == "added"
    assert added["data"]["state"] == "shutoff"
    assert tuple(added["data"]) == names("domain")

    libvirtd.virsh("start", "seen", "--paused")
    changed: dict[str, Any] = {}
    while changed.get("state") != "paused":
        line = watch.next()
        if line["event"] == "added":  # the rest of the first list: other machines of this daemon
            assert line["source"] != added["source"]
            continue
        assert (line["event"], line["source"]) == ("changed", added["source"])
        assert "name" not in line["data"], "only what changed"
        changed |= line["data"]
    assert changed["active"] is True

    libvirtd.virsh("destroy", "seen")
    libvirtd.virsh("undefine", "seen")
    while (line := watch.next())["event"] != "removed":
        assert line["event"] == "changed"
    assert line == {"event": "removed", "source": added["source"]}

    watch.process.send_signal(ending)
    until(lambda: watch.process.poll() is not None, 20, "watch ends")
    assert watch.process.returncode == 0
    assert watch.process.stderr is not None
    assert watch.process.stderr.read() == ""
