"""Nothing moves for who wants that: as the desktop has it, or the settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desktop.test_appearance import PORTALS
from virtmonitor.desktop.face import Face
from virtmonitor.desktop.motion import desktop_wants_none
from virtmonitor.desktop.portalsettings import PortalSettings
from virtmonitor.desktop.settings import Settings
from virtmonitor.desktop.windows import Windows
from virtmonitor.engine.dataengine import DataEngine

STILL = {
    "kdeglobals": "[General]\na[$e]=1\n[KDE]\nAnimationDurationFactor=0\n",
    "gtk-3.0/settings.ini": "[Settings]\ngtk-enable-animations=false\n",
    "gtk-4.0/settings.ini": "[Settings]\ngtk-enable-animations=0\n",
}


def write(home: Path, name: str, text: str) -> None:
    (home / name).parent.mkdir(exist_ok=True)
    (home / name).write_text(text)


@pytest.mark.parametrize("name", STILL)
def test_desktops_that_want_nothing_to_move(tmp_path: Path, name: str) -> None:
    assert not desktop_wants_none(config=tmp_path)
    write(tmp_path, name, STILL[name])
    assert desktop_wants_none(config=tmp_path)


@pytest.mark.parametrize("text", ["", "[KDE]\nAnimationDurationFactor=0.5", "KDE]", "[KDE\n", "\x00\x01"])
def test_what_says_nothing_else_is_no_wish(tmp_path: Path, text: str) -> None:
    write(tmp_path, "kdeglobals", text)
    write(tmp_path, "gtk-3.0/settings.ini", text)
    assert not desktop_wants_none(config=tmp_path)


def test_the_settings_have_the_last_word(qapp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    write(tmp_path, "kdeglobals", STILL["kdeglobals"])
    settings = Settings(tmp_path / "settings.toml")
    face = Face(settings)
    assert face.property("reducedMotion")
    settings.setValue("desktop.motion", "full")
    assert not face.property("reducedMotion")
    settings.setValue("desktop.motion", "reduced")
    assert face.property("reducedMotion")


@pytest.mark.desktop
def test_windows_follow_what_gnome_is_told_while_they_are_there(qtbot, desktop, tmp_path: Path, monkeypatch):
    """The real portal, with the backend of GTK; GNOME's switch is gsettings' enable-animations."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    # The file is one that GTK wrote long ago: what the portal tells is what is so now.
    write(tmp_path, "gtk-3.0/settings.ini", STILL["gtk-3.0/settings.ini"])
    desktop.env |= {"XDG_CURRENT_DESKTOP": "GNOME", "GSETTINGS_BACKEND": "keyfile"}
    desktop.activatable(*PORTALS)
    told = [key for key in desktop.env if key.startswith(("XDG_", "DISPLAY", "HOME", "GSETTINGS"))]
    desktop.run("dbus-update-activation-environment", *told)
    portal = PortalSettings(desktop.env["DBUS_SESSION_BUS_ADDRESS"])
    engine = DataEngine()
    windows = Windows(engine, Face(Settings(tmp_path / "settings.toml"), portal=portal))
    windows.show_window()
    assert windows._qml is not None
    theme = windows._qml._engine.singletonInstance("VirtMonitor", "Theme")
    assert theme.property("duration") == 0, "so long nothing is told but by the file"
    qtbot.waitUntil(lambda: theme.property("duration") > 0, timeout=30_000)
    for wanted in ("false", "true"):
        desktop.run("gsettings", "set", "org.gnome.desktop.interface", "enable-animations", wanted)
        qtbot.waitUntil(lambda w=wanted: (theme.property("duration") > 0) is (w == "true"), timeout=30_000)
    windows.close()
    engine.close()
    portal.close()


def test_windows_heed_it_at_once(qtbot, tmp_path: Path) -> None:
    engine = DataEngine()
    settings = Settings(tmp_path / "settings.toml")
    windows = Windows(engine, Face(settings))
    windows.show_window()
    assert windows._qml is not None
    theme = windows._qml._engine.singletonInstance("VirtMonitor", "Theme")
    assert theme.property("duration") > 0
    settings.setValue("desktop.motion", "reduced")
    assert theme.property("duration") == 0
    windows.close()
    engine.close()
