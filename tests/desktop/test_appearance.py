"""Style, light and dark: by the settings, on desktops with and without a theme that Qt knows."""

import pytest
from PySide6.QtGui import QGuiApplication, QImage, QPalette

from tests.helpers.program import Program, picture
from tests.helpers.waiting import until
from virtmonitor.desktop.appearance import Appearance, dark_palette, styles
from virtmonitor.desktop.settings import Settings

PORTALS = ("org.freedesktop.portal.Desktop", "org.freedesktop.impl.portal.desktop.gtk")
NONE = {"XDG_CURRENT_DESKTOP": "LXQt"}
KDE = {"XDG_CURRENT_DESKTOP": "KDE", "KDE_FULL_SESSION": "true", "KDE_SESSION_VERSION": "5"}


def lightness(image: QImage) -> float:
    """Of the whole picture, 0 to 255."""
    small = image.scaled(16, 16)
    return sum(small.pixelColor(x, y).lightness() for x in range(16) for y in range(16)) / 256


def test_dark_and_back_where_qt_knows_no_theme(qtbot, tmp_path):
    before = QGuiApplication.palette()
    settings = Settings(tmp_path / "settings.toml")
    appearance = Appearance(settings)
    settings.set_key("desktop.colours", "dark")
    qtbot.waitUntil(lambda: QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 64)
    settings.set_key("desktop.colours", "light")
    qtbot.waitUntil(lambda: QGuiApplication.palette() == before)
    appearance.deleteLater()


def test_what_is_dark_can_be_read(qapp):
    dark = dark_palette()
    for back in (QPalette.ColorRole.Window, QPalette.ColorRole.Base, QPalette.ColorRole.AlternateBase):
        assert dark.color(QPalette.ColorRole.Text).lightness() - dark.color(back).lightness() > 180
    tip = dark.color(QPalette.ColorRole.ToolTipBase).lightness()
    assert dark.color(QPalette.ColorRole.ToolTipText).lightness() - tip > 180
    assert tip < 100


def test_what_is_disabled_can_be_told_from_what_is_not_and_from_the_window(qapp):
    dark, disabled = dark_palette(), QPalette.ColorGroup.Disabled
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        grey = dark.color(disabled, role).lightness()
        assert dark.color(disabled, QPalette.ColorRole.Window).lightness() + 70 < grey
        assert grey + 70 < dark.color(role).lightness()
    assert dark.color(QPalette.ColorRole.Accent) == dark.color(QPalette.ColorRole.Highlight)


def test_the_styles_that_are_offered_are_there(qapp):
    assert {"Fusion", "Basic"} <= set(styles())


@pytest.mark.desktop
@pytest.mark.parametrize("name", ["GNOME", "sway"])
def test_as_the_desktop_tells_programs_by_its_portal(desktop, name):
    """The real portal, with the backend of GTK; Qt alone follows it on neither."""
    # Told by a file: there is no dconf in this session.
    desktop.env |= {"XDG_CURRENT_DESKTOP": name, "GSETTINGS_BACKEND": "keyfile"}
    desktop.activatable(*PORTALS)
    told = [key for key in desktop.env if key.startswith(("XDG_", "DISPLAY", "HOME", "GSETTINGS"))]
    desktop.run("dbus-update-activation-environment", *told)

    def prefer(scheme):
        desktop.run("gsettings", "set", "org.gnome.desktop.interface", "color-scheme", scheme)

    prefer("prefer-dark")
    program = Program(desktop, "-c", "test:///default", "--window")
    (window,) = program.wait_for_windows(1)
    desktop.run("wmctrl", "-i", "-r", window, "-b", "add,fullscreen")
    until(lambda: lightness(picture(desktop)) < 90, what="dark from the start")
    prefer("default")
    until(lambda: lightness(picture(desktop)) > 180, what="light")
    prefer("prefer-dark")
    until(lambda: lightness(picture(desktop)) < 90, what="dark")
    program.tell("--quit")
    assert program.wait_for_end() == 0


@pytest.mark.desktop
@pytest.mark.parametrize("style", ["system", "Fusion", "Basic"])
@pytest.mark.parametrize("theme", [NONE, KDE], ids=["no theme", "KDE"])
def test_the_window_in_each_style_light_and_dark(desktop, style, theme):
    settings = desktop.directory / "home" / ".config" / "virtmonitor" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(f'[desktop]\nstyle = "{style}"\ncolours = "light"\n')
    program = Program(desktop, "-c", "test:///default", "--window", env=theme)
    (window,) = program.wait_for_windows(1)
    desktop.run("wmctrl", "-i", "-r", window, "-b", "add,fullscreen")
    until(lambda: lightness(picture(desktop)) > 180, what="light")
    settings.write_text(f'[desktop]\nstyle = "{style}"\ncolours = "dark"\n')
    until(lambda: lightness(picture(desktop)) < 90, what="dark")
    program.tell("--quit")
    assert program.wait_for_end() == 0
    # Qt looks for a portal on the desktops that have one; it says so when this one has none.
    assert [line for line in program.said().splitlines() if "host portal" not in line] == []
