"""The tray icon on Wayland: sway and waybar's tray, seen in a picture, clicked by a mouse that the compositor moves."""

import pytest

from tests.helpers import display
from tests.helpers.needs import skip_for
from tests.helpers.program import Program, Rect, difference
from tests.helpers.sway import HEIGHT, PANEL, WIDTH, Sway
from tests.helpers.trayhosts import TrayItem
from tests.helpers.waiting import until

pytestmark = [pytest.mark.desktop, pytest.mark.live]
FLEET = ("-c", "test:///default", "--minimized")
BELOW = Rect(0, PANEL.height, WIDTH, HEIGHT - PANEL.height)


@pytest.fixture
def sway(session_bus):
    """A desktop with a panel; skipped only where its programs are not."""
    skip_for(display.why_not("sway", "waybar", "grim"))
    started = Sway(session_bus)
    started.waybar()
    yield started
    started.close()


def seen(sway, before, area=PANEL):
    """Where something new is, once it stands still there."""
    places = []

    def is_there():
        places.append(difference(before, sway.picture("seen"), area))
        still = len(places) > 1 and places[-1] == places[-2]
        return places[-1] if still and places[-1] and places[-1].width > 10 else None

    return until(is_there, what="something new is drawn", every=0.3)


def drawn_panel(sway):
    """The panel, before there is an icon in it."""
    pictures = [sway.picture("panel")]

    def is_drawn():
        pictures.append(sway.picture("panel"))
        colour = pictures[-1].pixelColor(5, 5).name()
        return pictures[-1] if colour == "#303030" else None

    return until(is_drawn, what="the panel is drawn", every=0.3)


def test_icon_and_clicks(sway):
    before = drawn_panel(sway)
    Program(sway.session, *FLEET)
    icon = seen(sway, before)
    assert 12 <= icon.width <= 40
    assert icon.x > WIDTH - 60
    sway.click(*icon.middle)
    sway.wait_for_windows(1)  # the popup is a window of its own: a panel lends nobody its surface
    sway.click(*icon.middle)
    sway.wait_for_windows(0)
    blank = sway.picture("blank")
    sway.click(*icon.middle, button=3)
    menu = seen(sway, blank, BELOW)
    sway.click(
        menu.x + menu.width // 2, menu.y + 2
    )  # its first entry, Open: it begins above the panel's edge
    sway.wait_for_windows(1)
    sway.session.run("swaymsg", "[app_id=.*] kill")
    sway.wait_for_windows(0)
    sway.click(*icon.middle, button=2)
    sway.wait_for_windows(1)


def test_the_menu_starts_a_machine_and_virsh_agrees(sway, libvirtd, make_guest):
    guest = make_guest("web-1")
    Program(sway.session, "--minimized", "--allow-commands", "-c", libvirtd.qemu_uri)
    with TrayItem(sway.session) as item:

        def entry():
            machine = next((one for one in item.menu().children if one.label == "web-1 — Shut off"), None)
            return machine and next(child for child in machine.children if child.label == "Start")

        item.click(until(entry, what="the machine is in the menu"))
    until(lambda: guest.state() == "running", what="virsh says that it runs")


def test_a_panel_that_comes_late_and_restarts(session_bus, sway):
    """waybar serves the watcher itself: with it the icon goes and comes."""
    program = Program(sway.session, *FLEET)
    with TrayItem(sway.session) as item:
        item.activate_secondary()
    sway.wait_for_windows(1)
    program.tell("--minimized")
    sway.wait_for_windows(0)
    sway.stop_waybar()
    sway.waybar()
    with TrayItem(sway.session) as item:
        item.activate_secondary()
    sway.wait_for_windows(1)
    program.tell("--quit")
    assert program.wait_for_end() == 0
