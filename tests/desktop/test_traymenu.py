"""The tray icon's menu and tooltip, in one process."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QSystemTrayIcon

from virtmonitor.assets import asset
from virtmonitor.core.connection import HostSettings
from virtmonitor.desktop import panel
from virtmonitor.desktop.appearance import dark_palette
from virtmonitor.desktop.settings import Settings
from virtmonitor.desktop.tray import Tray
from virtmonitor.desktop.traymenu import TrayMenu
from virtmonitor.desktop.traystatus import TrayStatus
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.rowcounts import by_filter
from virtmonitor.engine.rowview import Marks

pytestmark = pytest.mark.desktop


@pytest.fixture
def engine(qtbot) -> Iterator[DataEngine]:
    engine = DataEngine()
    engine.addHost(HostSettings("demo", f"test://{asset('resources', 'demo', 'fleet.xml')}", demo=True))
    qtbot.waitUntil(lambda: engine.states().total() == 22, timeout=30_000)
    yield engine
    engine.close()


def test_the_tooltip_counts_as_the_lists_do(engine):
    status = TrayStatus(engine)
    counts = by_filter(engine, Marks())
    first, *others = status.tooltip.splitlines()
    assert first == f"{counts['running']} of {counts['all']} machines run"
    # What the icon warns of is named.
    assert (status.word, others) == ("attention", ["legacy-erp: Crashed"])


def test_on_gnome_icon_and_menu_are_light_and_the_menu_fits_the_screen(
    qtbot, qapp, engine, tmp_path, monkeypatch
):
    """Its panel and menus are dark in the light scheme too; a menu that is too high has entries nobody reaches."""
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "ubuntu:GNOME")
    menu = TrayMenu(engine, Settings(tmp_path / "settings.toml"))
    menu.sni = True
    menu.refresh()
    machines = [action for action in menu.menu.actions() if action.menu() is not None]
    assert len(machines) == QGuiApplication.primaryScreen().geometry().height() // 40 - 12
    assert f"{22 - len(machines)} more…" in [action.text() for action in menu.menu.actions()]
    white = QColor("white").rgb()
    assert {_ink(machine.icon()) for machine in machines} == {white} == {panel.ink(sni=True).rgb()}
    assert panel.ink(sni=False) == qapp.palette().color(QPalette.ColorRole.WindowText)
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "Budgie:GNOME")
    assert panel.ink(sni=True) == panel.ink(sni=False)
    menu.close()


def test_symbols_follow_the_desktop_to_dark_and_back(qtbot, qapp, engine, tmp_path, monkeypatch):
    """The panel has got the pictures; nothing asks for them again."""
    monkeypatch.setattr(
        QSystemTrayIcon, "show", lambda _icon: None
    )  # there is no tray on no screen, Qt would say
    tray = Tray()
    menu = TrayMenu(engine, Settings(tmp_path / "settings.toml"))
    menu.refresh()
    machine = next(action for action in menu.menu.actions() if action.text().startswith("web-1"))
    entry = machine.menu().actions()[2]
    light, dark = QPalette(qapp.palette()), dark_palette()

    def drawn_in(palette: QPalette) -> bool:
        inks = {_ink(icon) for icon in (tray._icon.icon(), machine.icon(), entry.icon())}
        return inks == {palette.color(QPalette.ColorRole.WindowText).rgb()}

    hints = QGuiApplication.styleHints()
    try:
        for palette in (dark, light):
            hints.colorSchemeChanged.emit(hints.colorScheme())
            qapp.setPalette(palette)  # comes after the scheme: seen with the portal of Plasma
            qtbot.waitUntil(partial(drawn_in, palette), timeout=30_000)
    finally:
        qapp.setPalette(light)
        menu.close()
        tray.close()


def _ink(icon: QIcon) -> int:
    """The colour of what is drawn."""
    image = icon.pixmap(32).toImage()
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return next(
        QColor(image.pixelColor(x, y)).rgb() for x, y in places if image.pixelColor(x, y).alpha() == 255
    )
