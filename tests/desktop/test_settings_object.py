"""The settings as QML and the window see them: changed by key, told when refused, followed when edited."""

from dataclasses import replace

import pytest

from virtmonitor.core.connection import HostSettings
from virtmonitor.core.errors import VirtmonitorError
from virtmonitor.core.settings_file import load
from virtmonitor.desktop.settings import Settings

HERE = HostSettings("here", "qemu:///system")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "settings.toml"


@pytest.fixture
def settings(qapp, path):
    return Settings(path)


def test_a_key_is_changed_here_and_in_the_file(qtbot, settings, path):
    with qtbot.waitSignal(settings.changed):
        assert settings.setValue("popup.rows", 7)
    assert settings.value("popup.rows") == 7
    assert load(path).settings == settings.record


def test_setting_the_same_again_tells_nobody(qtbot, settings):
    settings.setValue("popup.columns", ["addresses"])
    with qtbot.assertNotEmitted(settings.changed):
        assert settings.setValue("popup.columns", ["addresses"])


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("popup.rows", 1000, "between 3 and 50"),
        ("popup.rows", None, "whole number"),
        ("popup.nothing", 1, "no setting popup.nothing"),
        ("hosts.name", "x", "no setting hosts.name"),
        ("nothing", 1, "no setting nothing"),
    ],
)
def test_what_is_refused_is_told(qtbot, settings, key, value, told):
    before = settings.record
    with qtbot.waitSignal(settings.failed, check_params_cb=lambda text: told in text):
        assert not settings.setValue(key, value)
    assert settings.record == before


def test_what_cannot_be_saved_changes_nothing(qtbot):
    settings = Settings(None)
    with qtbot.assertNotEmitted(settings.changed), qtbot.waitSignal(settings.failed):
        assert not settings.setValue("popup.rows", 7)
    assert settings.value("popup.rows") == 10
    with pytest.raises(VirtmonitorError):
        settings.set_hosts((HERE,))


def test_an_edit_of_the_file_is_followed(qtbot, settings, path):
    settings.setValue("popup.rows", 7)
    with qtbot.waitSignal(settings.changed):
        path.write_text(path.read_text().replace("rows = 7", "rows = 8"))
    assert settings.value("popup.rows") == 8


def test_a_first_file_is_followed_where_there_was_not_even_a_directory(qtbot, qapp, tmp_path):
    file = tmp_path / "config" / "virtmonitor" / "settings.toml"
    settings = Settings(file)
    for rows in (7, 8):
        with qtbot.waitSignal(settings.changed, timeout=30_000):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"[popup]\nrows = {rows}\n")
        assert settings.value("popup.rows") == rows


def test_a_file_replaced_as_editors_do_is_followed_twice(qtbot, settings, path):
    settings.setValue("popup.rows", 7)
    for rows in (8, 9):
        other = path.with_name("other")
        other.write_text(f"[popup]\nrows = {rows}\n")
        with qtbot.waitSignal(settings.changed):
            other.replace(path)
        assert settings.value("popup.rows") == rows


def test_a_mistake_in_an_edit_is_told_and_the_settings_stay(qtbot, settings, path):
    settings.setValue("popup.rows", 7)
    with qtbot.waitSignal(settings.failed, check_params_cb=lambda text: "is not used" in text):
        path.write_text("[popup")
    assert settings.value("popup.rows") == 7
    assert settings.problems


def test_demo_hosts_stay_through_an_edit(qtbot, settings, path):
    demo = replace(HERE, name="demo", demo=True)
    settings.set_hosts((HERE, demo))
    with qtbot.waitSignal(settings.changed):
        path.write_text(path.read_text() + '\n[[hosts]]\nname = "new"\nuri = "test:///default"\n')
    assert [host.name for host in settings.record.hosts] == ["here", "new", "demo"]


def test_the_table_tells_qml_all_of_a_key(settings):
    row = next(row for row in settings.table if row["key"] == "intervals.visible")
    assert row == {
        "key": "intervals.visible",
        "section": "intervals",
        "type": "number",
        "description": "how often the visible rows are read",
        "unit": "s",
        "minimum": 0.5,
        "maximum": 3600,
        "choices": [],
        "value": 2.0,
        "default": 2.0,
    }
