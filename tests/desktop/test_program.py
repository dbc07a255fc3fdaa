"""The program from start to end in a real session: one instance, its commands, how it ends."""

import json
import os
import signal
import time

import pytest

from tests.helpers.program import COMMAND, NAME, Program, Rect
from tests.helpers.trayhosts import lxqt_panel
from tests.helpers.waiting import until
from virtmonitor.assets import asset

pytestmark = pytest.mark.desktop
FLEET = ("-c", "test:///default")
DEMO = ("-c", f"test://{asset('resources', 'demo', 'fleet.xml')}")


def processes(program):
    return len(program.session.run("pgrep", "-f", "-c", "m virtmonitor", check=False))


@pytest.fixture
def program(desktop):
    lxqt_panel(desktop)
    return Program(desktop, *FLEET, "--minimized")


def test_a_second_one_shows_the_window_of_the_first(program):
    assert program.windows() == {}
    assert program.tell() == ""
    program.wait_for_windows(1)
    assert program.tell("--minimized") == ""
    program.wait_for_windows(0)
    assert program.process.poll() is None


def test_a_window_that_fills_the_screen_does_so_again(program):
    program.tell()
    (window,) = program.wait_for_windows(1)

    def fills():
        return program.windows().get(window, Rect(0, 0, 0, 0)).width == 1280

    program.session.run("wmctrl", "-i", "-r", window, "-b", "add,maximized_vert,maximized_horz")
    until(fills, what="it fills the screen")
    program.tell("--minimized")
    program.wait_for_windows(0)
    program.tell()
    until(fills, what="it fills the screen again")
    program.session.xdotool("windowminimize", window)
    program.wait_for_windows(0)
    program.tell()
    until(fills, what="it fills the screen as before it was minimized")
    program.tell("--show", "test")
    until(fills, what="it fills the screen as before")


def test_toggle_shows_and_hides_the_popup(program):
    program.tell("--toggle")
    program.wait_for_windows(1)
    program.tell("--toggle")
    program.wait_for_windows(0)


def test_show_goes_to_a_machine(program):
    program.tell("--show", "test")
    program.wait_for_windows(1)
    program.tell("--show", "no such machine")
    assert program.process.poll() is None


def test_quit_ends_it_at_once_and_frees_the_name(program):
    program.tell("--window")
    program.wait_for_windows(1)
    program.tell("--quit")
    assert program.wait_for_end() == 0
    assert NAME not in program.session.bus_names()
    assert program.said() == ""
    program.tell("--quit")  # nothing runs: nothing to do


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_it_in_order(program, number):
    os.kill(program.process.pid, number)
    assert program.wait_for_end() == 0
    assert program.said() == ""


def test_its_connections_are_told_to_stay(program):
    told = program.session.run("sh", "-c", '"$@" 2>&1', "sh", *COMMAND, "-c", "test:///default", "--window")
    assert told == "virtmonitor runs already and keeps its connections; `virtmonitor --quit` ends it."


def test_the_journal_tells_of_the_connection(program):
    line = until(lambda: program.tell("journal", "--json", "--since", "1h"), what="the journal has an entry")
    entry = json.loads(line.splitlines()[0])
    assert (entry["kind"], entry["detail"], entry["host"]) == ("host", "connected", "test-default")
    assert "connected" in program.tell("journal")
    assert program.tell("journal", "no such machine") == ""


def test_it_remembers_across_a_restart(program):
    until(lambda: program.tell("journal", "--json"), what="there is something to remember")
    program.tell("--quit")
    program.wait_for_end()
    again = Program(program.session, *FLEET, "--minimized")
    again.tell("--window")
    again.wait_for_windows(1)
    until(
        lambda: len(program.tell("journal", "--json").splitlines()) >= 2, what="both runs are in the journal"
    )


def resting(program):
    """Where its one window is, once all rows are there and it stands still."""
    places = []

    def rests():
        places.append(program.wait_for_windows(1).popitem()[1])
        return places[-1].height > 250 and places[-4:] == [places[-1]] * 4

    until(rests, what="the popup rests", every=0.2)
    return places[-1]


def drag(program, start, end, done):
    """With the left button, to and fro until that is so: the window manager takes the pointer a moment later.

    Where nothing took it, as when the window was just put elsewhere, the button is pressed again.
    """

    def moved():
        program.session.xdotool("mousemove", *map(str, start))
        program.session.xdotool("mousemove", *map(str, end))
        return any(done(place) for place in program.windows().values())

    def dragged():
        program.session.xdotool("mousemove", *map(str, start), "mousedown", "1")
        followed = any(moved() for _ in range(20))
        program.session.xdotool("mouseup", "1")
        return followed

    until(dragged, what="it follows the hand", every=0.1)


def test_the_popup_keeps_the_size_that_it_was_given_across_a_restart(desktop):
    lxqt_panel(desktop)
    program = Program(desktop, *DEMO, "--minimized")
    program.tell("--toggle")
    before = resting(program)
    middle = before.y + before.height // 2
    drag(program, (before.x + 1, middle), (before.x - 89, middle), lambda now: now.width > before.width + 60)
    wide = resting(program)
    assert wide.x < before.x - 60, "the other edge stays"
    top = (wide.x + wide.width // 2, wide.y)
    drag(program, top, (top[0], wide.y + 120), lambda now: now.height < wide.height - 80)
    given = resting(program)
    program.tell("--quit")
    assert program.wait_for_end() == 0
    again = Program(desktop, *DEMO, "--minimized")
    again.tell("--toggle")
    until(lambda: again.wait_for_windows(1).popitem()[1][2:] == given[2:], what="it is as large as it was")


@pytest.mark.live
def test_quitting_does_not_wait_for_a_host_that_hangs(desktop, own_libvirtd):
    lxqt_panel(desktop)
    program = Program(desktop, "--allow-commands", "-c", own_libvirtd.qemu_uri, "--minimized")
    until(lambda: "connected" in program.tell("journal"), what="the host is connected")
    own_libvirtd.sigstop()
    program.tell("--window")
    program.wait_for_windows(1)
    before = time.monotonic()
    program.tell("--quit")
    assert program.wait_for_end() == 0
    seconds = time.monotonic() - before
    own_libvirtd.sigcont()
    assert seconds < 20, "it waits for the host"  # keepalive gives up later
