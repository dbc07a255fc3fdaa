"""libvirt's event loop on its QThread: all events, on that thread, under load from others, and nothing leaked."""

from __future__ import annotations

import contextlib
import gc
import os
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import libvirt
import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from tests.helpers.libvirtd import PrivateLibvirtd
from virtmonitor.engine.eventloop import EventLoop, event_loop
from virtmonitor.hypervisor import eventimpl

EVENTS = 10_000
DOMAINS = 50

_CHANGER = """
import sys, libvirt
conn = libvirt.open(sys.argv[1])
domains = [conn.lookupByName(f"storm-{i}") for i in range(int(sys.argv[2]))]
for _ in range(int(sys.argv[3]) // 2 // len(domains)):
    for domain in domains:
        domain.suspend()
        domain.resume()
"""


def descriptors() -> int:
    """Open file descriptors of this process."""
    return len(os.listdir("/proc/self/fd"))


@pytest.fixture
def storm_domains(own_libvirtd: PrivateLibvirtd) -> libvirt.virConnect:
    """A connection to a daemon whose test driver has the domains of the storm, running."""
    event_loop()
    conn = libvirt.open(own_libvirtd.test_uri())
    for number in range(DOMAINS):
        conn.createXML(
            f"<domain type='test'><name>storm-{number}</name><memory>1024</memory>"
            "<os><type>hvm</type></os></domain>"
        )
    return conn


@pytest.fixture
def restless_threads() -> Iterator[None]:
    """Python's threads take turns fifty times as often: more of them meet, and nobody waits 5 ms for each turn."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(usual / 50)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.live
@pytest.mark.usefixtures("restless_threads")
def test_ten_thousand_events_none_lost_all_on_the_loops_thread(
    qtbot: QtBot, own_libvirtd: PrivateLibvirtd, storm_domains: libvirt.virConnect
) -> None:
    """While other threads add and remove handles and timers as fast as they can."""
    loop = event_loop()
    conn = storm_domains
    heard: Counter[int] = Counter()
    threads: set[QThread] = set()

    def lifecycle(_conn: object, domain: libvirt.virDomain, event: int, _detail: int, _opaque: None) -> None:
        if domain.name().startswith("storm-"):
            heard[event] += 1
            threads.add(QThread.currentThread())

    entries_before = loop.entry_count
    number = conn.domainEventRegisterAny(None, libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE, lifecycle, None)
    stop = threading.Event()
    errors: list[BaseException] = []
    disturbers = [threading.Thread(target=_disturb, args=(stop, errors)) for _ in range(2)]
    for thread in disturbers:
        thread.start()
    changer = subprocess.Popen(
        [sys.executable, "-c", _CHANGER, own_libvirtd.test_uri(), str(DOMAINS), str(EVENTS)]
    )
    try:
        qtbot.waitUntil(lambda: heard.total() >= EVENTS, timeout=120_000)
        assert changer.wait() == 0
    finally:
        stop.set()
        changer.kill()
        for thread in disturbers:
            thread.join()
    assert not errors
    assert heard == {
        libvirt.VIR_DOMAIN_EVENT_SUSPENDED: EVENTS // 2,
        libvirt.VIR_DOMAIN_EVENT_RESUMED: EVENTS // 2,
    }
    assert threads == {loop.served_by}
    conn.domainEventDeregisterAny(number)
    qtbot.waitUntil(lambda: loop.entry_count == entries_before, timeout=10_000)
    assert conn.close() == 0


def _read_one(_watch: int, fd: int, _events: int, _opaque: None) -> None:
    # A callback may be under way on the loop's thread while another removes the handle and closes the descriptor.
    with contextlib.suppress(OSError):
        os.read(fd, 1)


def _disturb(stop: threading.Event, errors: list[BaseException]) -> None:
    """Handles and timers that come and go, as another libvirt client in this process would make them."""
    read, write = os.pipe()
    os.set_blocking(read, False)
    try:
        while not stop.is_set():
            for _ in range(10):
                watch = libvirt.virEventAddHandle(read, eventimpl.READABLE, _read_one, None)
                timer = libvirt.virEventAddTimeout(1, lambda *_: None, None)
                os.write(write, b"x")
                libvirt.virEventUpdateTimeout(timer, 0)
                libvirt.virEventUpdateHandle(watch, 0)
                libvirt.virEventRemoveTimeout(timer)
                libvirt.virEventRemoveHandle(watch)
            _let_the_loop_catch_up()
            with contextlib.suppress(BlockingIOError):
                os.read(read, 4096)  # else the pipe is full one day, and the next write waits for ever
    except BaseException as error:  # noqa: BLE001 - told to the test, which fails with it
        errors.append(error)
    finally:
        os.close(write)
        os.close(read)


def _let_the_loop_catch_up() -> None:
    """Each handle has a descriptor of its own until the loop has let go of it; the process has not so many."""
    served = threading.Event()
    timer = libvirt.virEventAddTimeout(0, lambda *_: served.set(), None)
    assert served.wait(60)
    libvirt.virEventRemoveTimeout(timer)


def test_handles_tell_reading_and_hanging_up(qtbot: QtBot) -> None:
    """The events libvirt hears are what the descriptor says, not what Qt calls them."""
    event_loop()
    read, write = os.pipe()
    heard: list[int] = []

    def ready(_watch: int, fd: int, events: int, _opaque: None) -> None:
        assert fd == read
        heard.append(events)
        if events & eventimpl.READABLE:
            os.read(read, 100)

    watch = libvirt.virEventAddHandle(read, eventimpl.READABLE, ready, None)
    os.write(write, b"x")
    qtbot.waitUntil(lambda: heard[:1] == [eventimpl.READABLE])
    os.close(write)
    qtbot.waitUntil(lambda: bool(heard and heard[-1] & eventimpl.HANGUP))
    libvirt.virEventRemoveHandle(watch)
    os.close(read)


def test_a_closed_descriptor_is_not_polled(qtbot: QtBot) -> None:
    """libvirt closes its descriptor right after the removal, before the loop hears of it: no warning, no stranger."""
    event_loop()
    for _ in range(200):
        read, write = os.pipe()
        watch = libvirt.virEventAddHandle(read, eventimpl.READABLE, lambda *_: None, None)
        libvirt.virEventRemoveHandle(watch)
        os.close(read)
        os.close(write)
    qtbot.waitUntil(lambda: not event_loop()._changed)


@pytest.mark.live
def test_an_rpc_wakes_no_other_thread(
    qtbot: QtBot, libvirtd: PrivateLibvirtd, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each takes its connection's descriptor out of the loop and puts it back: thousands a second must cost nothing."""
    loop = event_loop()
    conn = libvirt.open(libvirtd.test_uri())
    conn.getLibVersion()
    woken: list[int] = []
    monkeypatch.setattr(loop, "_wake", lambda: woken.append(1))
    for _ in range(100):
        conn.getLibVersion()
    assert not woken
    monkeypatch.undo()
    assert conn.close() == 0


def test_timers_fire_stop_and_start_again(qtbot: QtBot) -> None:
    """-1 is never, 0 is each turn, and both can be changed."""
    event_loop()
    fired: list[int] = []
    timer = libvirt.virEventAddTimeout(-1, lambda number, _opaque: fired.append(number), None)
    libvirt.virEventUpdateTimeout(timer, 0)
    qtbot.waitUntil(lambda: len(fired) > 3)
    libvirt.virEventUpdateTimeout(timer, -1)
    qtbot.waitUntil(lambda: not event_loop()._changed)
    count = len(fired)
    libvirt.virEventUpdateTimeout(timer, 5)
    qtbot.waitUntil(lambda: len(fired) > count)
    libvirt.virEventRemoveTimeout(timer)


def test_unknown_numbers_are_told(qtbot: QtBot) -> None:
    """As libvirt's own loop does: -1, no exception."""
    loop = event_loop()
    assert loop.remove_handle(999_999) == -1
    assert loop.remove_timeout(999_999) == -1
    loop.update_handle(999_999, 1)
    loop.update_timeout(999_999, 1)


def test_a_stopped_loop_takes_up_what_was_asked_meanwhile(qtbot: QtBot) -> None:
    """Stop ends the thread; start serves again, with what came in between."""
    loop = event_loop()
    loop.stop()
    assert not loop.served_by.isRunning()
    fired: list[int] = []
    timer = libvirt.virEventAddTimeout(0, lambda number, _opaque: fired.append(number), None)
    assert not fired
    assert event_loop() is loop
    qtbot.waitUntil(lambda: bool(fired))
    libvirt.virEventRemoveTimeout(timer)


@pytest.mark.live
def test_connections_leave_nothing_behind(qtbot: QtBot, libvirtd: PrivateLibvirtd) -> None:
    """Fifty times open, listen and close: the same entries, descriptors and threads as before."""
    loop = event_loop()

    def once() -> None:
        conn = libvirt.open(libvirtd.test_uri())
        conn.setKeepAlive(5, 3)
        number = conn.domainEventRegisterAny(None, 0, lambda *_: None, None)
        conn.domainEventDeregisterAny(number)
        assert conn.close() == 0

    once()
    qtbot.waitUntil(lambda: not loop._changed)
    gc.collect()
    before = loop.entry_count, threading.active_count()
    files = descriptors()
    for _ in range(10):
        once()
    qtbot.waitUntil(lambda: (loop.entry_count, threading.active_count()) == before, timeout=20_000)
    qtbot.waitUntil(lambda: descriptors() <= files, timeout=20_000)


def test_a_process_that_ends_says_nothing(tmp_path: Path) -> None:
    """No "QThread: Destroyed while thread is still running", which is an abort."""
    code = (
        "from PySide6.QtCore import QCoreApplication\n"
        "app = QCoreApplication([])\n"
        "from virtmonitor.engine.eventloop import event_loop\n"
        "event_loop()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_loop_is_an_event_implementation() -> None:
    """It offers what libvirt asks for."""
    assert isinstance(EventLoop, type)
    for name in ("add", "update", "remove"):
        assert callable(getattr(EventLoop, f"{name}_handle"))
        assert callable(getattr(EventLoop, f"{name}_timeout"))
