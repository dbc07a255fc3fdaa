"""The settings window: every key of the table can be reached, changed and put back; a refusal is told, not kept."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QAbstractItemModelTester, QTest

from tests.desktop.gallery import dark_palette
from tests.desktop.test_shortcut import Portal
from tests.helpers import accessible
from tests.helpers.accessible import Role
from virtmonitor.core.settings_schema import SECTIONS, section_keys
from virtmonitor.desktop import autostart
from virtmonitor.desktop.consent import Consent
from virtmonitor.desktop.face import Face
from virtmonitor.desktop.settings import Settings
from virtmonitor.desktop.settingsmodel import TITLES, SettingsModel
from virtmonitor.desktop.settingsmodel import Role as Row
from virtmonitor.desktop.windows import Windows
from virtmonitor.engine.dataengine import DataEngine


@pytest.fixture
def settings(qapp, tmp_path):
    return Settings(tmp_path / "settings.toml")


@pytest.fixture
def model(settings):
    model = SettingsModel()
    model.settings = settings
    return model


@pytest.fixture
def window(qtbot, settings):
    engine = DataEngine()
    windows = Windows(engine, Face(settings))
    windows.show_settings()
    made = windows.made("SettingsWindow")
    qtbot.waitExposed(made)
    yield made
    windows.close()
    engine.close()


def rows(model, section):
    model.section = section
    return {model.index(row).data(Row.Key): row for row in range(model.rowCount())}


def test_every_key_has_a_row(model):
    seen = {key for section in TITLES for key in rows(model, section)}
    wanted = {one.key for section in SECTIONS for one in section_keys(section)}
    assert wanted - seen == {"machines.favourites", "machines.tags"}


@pytest.mark.parametrize("section", list(TITLES))
def test_each_value_can_be_set_to_what_it_is(model, section):
    QAbstractItemModelTester(model)
    for key, row in rows(model, section).items():
        assert model.setValue(row, model.index(row).data(Row.Value)), key
        assert model.index(row).data(Row.IsDefault)


def test_a_refused_value_is_told_and_not_kept(model, settings):
    row = rows(model, "intervals")["intervals.visible"]
    assert not model.setValue(row, -1.0)
    assert "must be between 0.5 and 3600 s" in model.index(row).data(Row.Problem)
    assert settings.record.intervals.visible == 2.0
    assert model.setValue(row, 5.0)
    assert model.index(row).data(Row.Problem) == ""
    model.reset(row)
    assert model.index(row).data(Row.IsDefault)


def test_a_language_is_chosen_by_its_own_name(model, settings):
    row = rows(model, "desktop")["desktop.language"]
    told = dict(zip(model.index(row).data(Row.Choices), model.index(row).data(Row.ChoiceTexts), strict=True))
    assert told == {"": "As the system has it", "cs": "Čeština", "de": "Deutsch", "en": told["en"]}
    assert "English" in told["en"]
    settings.set_key("desktop.language", "de_AT")
    assert model.index(row).data(Row.Choices)[-1] == "de_AT"
    assert model.setValue(row, "cs")
    assert settings.record.desktop.language == "cs"


def test_lists_are_read_from_a_line(model, settings):
    row = rows(model, "dbus")["dbus.allowed_operations"]
    assert model.setValue(row, " powerOff,  reset ,")
    assert settings.record.dbus.allowed_operations == ("powerOff", "reset")


def test_a_box_is_ticked_and_saved(window, settings):
    assert settings.record.desktop.close_to_tray
    label = "Closing the window leaves the tray icon, where there is a tray"
    accessible.click(window, label, Role.CheckBox)
    assert not settings.record.desktop.close_to_tray
    assert Settings(settings._path).record.desktop.close_to_tray is False


def test_of_several_words_each_can_be_unticked_the_last_too(qtbot, window, settings):
    for _ in range(2):
        QTest.keyClick(window, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: any(name.endswith(": CPU") for name in accessible.names(window, Role.CheckBox)))
    boxes = [name for name in accessible.names(window, Role.CheckBox) if ": " in name]
    for name in boxes[:2]:
        accessible.click(window, name, Role.CheckBox)
    assert settings.record.popup.columns == ()
    accessible.click(window, boxes[-1], Role.CheckBox)
    assert settings.record.popup.columns == ("addresses",)


def test_sections_and_keys_by_keyboard(qtbot, window, settings):
    sections = accessible.names(window, Role.ListItem)
    assert sections == ["Desktop", "Notices", "Popup", "Intervals", "Journal", "Other programs"]
    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_Down)
    field = "How often the visible rows are read (s)"
    qtbot.waitUntil(lambda: accessible.find(window, field) is not None)
    accessible.click(window, field, Role.EditableText)
    QTest.keyClick(window, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    accessible.type_text(window, "7")
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert settings.record.intervals.visible == 7.0
    accessible.type_text(window, "99999")
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert settings.record.intervals.visible == 7.0
    told = "intervals.visible must be between 0.5 and 3600 s."
    qtbot.waitUntil(lambda: accessible.find(window, told) is not None)


def test_the_session_starts_it_only_by_consent(settings, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    consent = Consent(settings)
    settings.set_key("desktop.close_to_tray", False)
    assert not (tmp_path / "config" / "autostart").exists()
    settings.set_key("desktop.autostart", True)
    assert autostart.is_enabled()
    settings.set_key("desktop.autostart", False)
    assert not autostart.is_enabled()
    consent.close()


def test_what_the_file_says_before_the_start_counts_once(settings, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    memory = tmp_path / "state" / "starts-with-session"
    settings.set_key("desktop.autostart", True)

    def start():
        consent = Consent(settings, memory)
        consent.apply()
        consent.close()

    start()
    assert autostart.is_enabled()
    autostart.set_enabled(False)  # by the desktop's own settings
    start()
    assert not autostart.is_enabled()
    settings.set_key("desktop.autostart", False)
    start()
    settings.set_key("desktop.autostart", True)
    start()
    assert autostart.is_enabled()


@pytest.mark.parametrize("answer", ["", "refuse"])
def test_in_a_sandbox_the_portal_is_asked(qtbot, settings, session_bus, monkeypatch, tmp_path, answer):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", session_bus.env["DBUS_SESSION_BUS_ADDRESS"])
    (tmp_path / "flatpak-info").touch()
    portal = Portal(qtbot, session_bus, answer)
    consent = Consent(settings, sandbox=tmp_path / "flatpak-info")
    told = []
    settings.failed.connect(told.append)
    settings.set_key("desktop.autostart", True)
    qtbot.waitUntil(lambda: portal.tell("Asked") == "autostart=True", timeout=30_000)
    if answer:
        qtbot.waitUntil(lambda: told == ["The desktop does not start programs of a sandbox."], timeout=30_000)
    assert not (tmp_path / "config" / "autostart").exists()
    settings.set_key("desktop.autostart", False)
    qtbot.waitUntil(lambda: portal.tell("Asked") == "autostart=True autostart=False", timeout=30_000)
    assert len(told) == bool(answer)
    consent.close()
    portal.bus.close()


def test_a_window_made_after_the_desktop_turned_dark_is_dark(qtbot, qapp, settings):
    engine = DataEngine()
    windows = Windows(engine, Face(settings))
    windows.show_window()
    light = qapp.palette()
    qapp.setPalette(dark_palette())
    windows.show_settings()
    made = windows.made("SettingsWindow")
    qtbot.waitUntil(lambda: made.color() == dark_palette().color(QPalette.ColorRole.Window))
    qapp.setPalette(light)
    windows.close()
    engine.close()
