"""The tray icon in real panels: seen in a picture, clicked by a mouse, its menu used; panels come late and restart."""

import pytest

from tests.helpers.program import Program, Rect, difference, picture
from tests.helpers.trayhosts import TrayItem, lxqt_panel, middle_clicked, trayer, xfce_panel
from tests.helpers.waiting import listens, until

pytestmark = [pytest.mark.desktop, pytest.mark.live]
PANEL = Rect(0, 0, 1280, 40)
panels = pytest.mark.parametrize("panel", [lxqt_panel, xfce_panel])
FLEET = ("-c", "test:///default", "--minimized")


def seen(session, before):
    """Where the icon is, once something of its size stands still in the panel."""
    places = []

    def is_there():
        places.append(difference(before, picture(session, "icon"), PANEL))
        still = len(places) > 1 and places[-1] == places[-2]
        return places[-1] if still and places[-1] and places[-1].width > 10 else None

    return until(is_there, what="an icon in the panel", every=0.3)  # a picture takes its time


def click(session, place, button=1):
    x, y = place.middle
    session.xdotool("mousemove", str(x), str(y), "click", str(button))


def close(session, window):
    """As its close button does."""
    session.run("wmctrl", "-i", "-c", window)


def open_by_menu(session, icon):
    """A right click, and the first entry by keys: Open."""
    blank = picture(session)
    click(session, icon, 3)
    below = Rect(900, 60, 380, 300)
    until(lambda: difference(blank, picture(session), below), what="the menu is drawn", every=0.3)
    session.xdotool("key", "Down", "Return")


@panels
def test_icon_and_clicks_on_a_panel_with_status_notifier_items(desktop, panel):
    panel(desktop)
    before = picture(desktop)
    program = Program(desktop, *FLEET)
    icon = seen(desktop, before)
    assert 12 <= icon.width <= 40
    assert icon.x > 1100
    click(desktop, icon)
    (popup,) = program.wait_for_windows(1).values()
    assert popup.y < 100, "the popup is below the icon"
    assert popup.x + popup.width > 1200
    click(desktop, icon)
    program.wait_for_windows(0)
    click(desktop, icon, 2)
    ((window, place),) = program.wait_for_windows(1).items()
    assert place.width > popup.width
    close(desktop, window)
    program.wait_for_windows(0)
    open_by_menu(desktop, icon)
    program.wait_for_windows(1)


def test_icon_and_clicks_in_an_xembed_tray(desktop):
    trayer(desktop)
    before = picture(desktop)
    program = Program(desktop, *FLEET)
    icon = seen(desktop, before)
    assert icon.x > 1100
    click(desktop, icon)
    (popup,) = program.wait_for_windows(1).values()
    assert popup.y < 100
    assert popup.x + popup.width > 1200
    click(desktop, icon)
    program.wait_for_windows(0)
    open_by_menu(desktop, icon)
    (window,) = program.wait_for_windows(1).values()
    assert window.width > popup.width


@panels
def test_the_menu_starts_a_machine_and_virsh_agrees(desktop, libvirtd, make_guest, panel):
    guest = make_guest("web_1 & co")
    panel(desktop)
    Program(desktop, "--minimized", "--allow-commands", "-c", libvirtd.qemu_uri)
    with TrayItem(desktop) as item:

        def entry():
            for one in item.menu().children:
                if one.label == "_web__1 & co — Shut off":  # on lxqt's panel: web_1 & co
                    return next(child for child in one.children if child.label == "Start")
            return None

        item.click(until(entry, what="the machine is in the menu"))
    until(lambda: guest.state() == "running", what="virsh says that it runs")


def test_the_menu_has_nothing_that_loses_data(desktop):
    lxqt_panel(desktop)
    Program(desktop, *FLEET)
    with TrayItem(desktop) as item:
        until(lambda: any(one.children for one in item.menu().children), what="the machine is in the menu")
        labels = {entry.label for entry in item.menu()}
    assert {"Pause", "Shut Down", "Save", "Show", "Quit"} <= labels
    assert not {"Power Off", "Reset", "Delete"} & labels


@panels
def test_a_panel_that_comes_late_and_restarts(desktop, panel):
    program = Program(desktop, *FLEET)
    first = panel(desktop)
    with TrayItem(desktop) as item:
        assert item.properties["Id"] == "virtmonitor"
    first.kill()
    first.wait()
    until(lambda: "org.kde.StatusNotifierWatcher" not in desktop.bus_names(), what="the panel is gone")
    panel(desktop)
    until(lambda: middle_clicked(desktop), what="the icon on the new panel is clicked")
    program.wait_for_windows(1)


def test_without_a_tray_the_window_is_shown_and_closing_it_ends_the_program(desktop):
    program = Program(desktop, *FLEET)
    (window,) = program.wait_for_windows(1)
    # Said once, and remembered.
    told = desktop.directory / "home" / ".local" / "state" / "virtmonitor" / "told" / "no-tray"
    until(told.exists, what="it is said that there is no tray")
    close(desktop, window)
    assert program.wait_for_end() == 0


def test_without_a_tray_the_window_is_never_hidden_where_nobody_finds_it(desktop):
    program = Program(desktop, *FLEET)
    (window,) = program.wait_for_windows(1)
    program.tell("--minimized")
    program.wait_for_windows(0)
    assert int(window) in {int(line.split()[0], 16) for line in desktop.run("wmctrl", "-l").splitlines()}
    program.tell()
    assert set(program.wait_for_windows(1)) == {window}


def test_on_weston_which_has_no_tray(session_bus):
    """As GNOME without its extension: a Wayland desktop, a proper window, and the popup is one too."""
    socket = "wayland-test"
    session_bus.spawn("weston", "--backend=headless-backend.so", "--use-pixman", f"--socket={socket}")
    until(lambda: listens(session_bus.directory / "run" / socket), what="weston serves")
    wayland = {"WAYLAND_DISPLAY": socket, "QT_QPA_PLATFORM": "wayland", "QT_QUICK_BACKEND": "software"}
    session_bus.env |= wayland
    program = Program(session_bus, *FLEET)
    told = session_bus.directory / "home" / ".local" / "state" / "virtmonitor" / "told" / "no-tray"
    until(told.exists, what="it is said that there is no tray")
    program.tell("--toggle")
    program.tell("--toggle")
    assert program.process.poll() is None
    program.tell("--quit")
    assert program.wait_for_end() == 0
    assert program.said() == ""


def test_with_a_tray_closing_the_window_leaves_the_icon(desktop):
    lxqt_panel(desktop)
    program = Program(desktop, "-c", "test:///default", "--window")
    (window,) = program.wait_for_windows(1)
    close(desktop, window)
    program.wait_for_windows(0)
    with TrayItem(desktop) as item:
        item.activate_secondary()
        program.wait_for_windows(1)
