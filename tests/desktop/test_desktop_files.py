"""The files by which desktops know the program: valid by their own checkers, complete, and gone without a trace."""

import subprocess
import sys
import xml.etree.ElementTree as ET

import pytest

from virtmonitor import __version__
from virtmonitor.assets import asset
from virtmonitor.core.errors import VirtmonitorError
from virtmonitor.core.paths import APPLICATION_ID
from virtmonitor.desktop import installation
from virtmonitor.desktop.forward import COMMANDS

ENTRY = asset("resources", "desktop", f"{APPLICATION_ID}.desktop")
METAINFO = asset("resources", "desktop", f"{APPLICATION_ID}.metainfo.xml")


def checked(*argv):
    done = subprocess.run(argv, capture_output=True, text=True, check=False, timeout=60)
    return done.returncode, (done.stdout + done.stderr).strip()


def test_the_desktop_entry_is_valid():
    assert checked("desktop-file-validate", ENTRY) == (0, "")


def test_the_metainfo_is_valid():
    code, told = checked("appstreamcli", "validate", "--no-net", "--strict", METAINFO)
    assert code == 0, told
    assert "E:" not in told


def test_the_metainfo_names_the_same_program():
    tree = ET.parse(METAINFO)
    assert tree.findtext("id") == APPLICATION_ID
    assert tree.findtext("launchable") == ENTRY.name
    assert tree.find("releases/release").get("version") == __version__


def test_what_the_entry_starts_exists():
    """Every option in an Exec line is one that the program or its running instance understands."""
    from virtmonitor.cli import parser

    options = {option for action in parser()._actions for option in action.option_strings}
    for line in ENTRY.read_text().splitlines():
        if line.startswith("Exec="):
            option = line.split()[-1]
            assert option in options or option.removeprefix("--") in COMMANDS


def test_its_icon_exists():
    assert asset("resources", "icons", "hicolor", "scalable", "apps", f"{APPLICATION_ID}.svg").is_file()
    assert asset(
        "resources", "icons", "hicolor", "symbolic", "apps", f"{APPLICATION_ID}-symbolic.svg"
    ).is_file()


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    return tmp_path / "share"


def test_installed_files_are_valid_and_readable(home):
    installed = installation.install(["/opt/my apps/100%/virtmonitor"])
    assert all(path.stat().st_mode & 0o777 == 0o644 for path in installed)
    assert checked("desktop-file-validate", home / "applications" / ENTRY.name) == (0, "")
    text = (home / "applications" / ENTRY.name).read_text()
    assert 'Exec="/opt/my apps/100%%/virtmonitor" --window' in text
    assert "DBusActivatable=true" in text
    service = (home / "dbus-1" / "services" / f"{APPLICATION_ID}.service").read_text()
    assert 'Exec="/opt/my apps/100%/virtmonitor" --dbus' in service


def test_uninstalling_leaves_only_what_is_others(home):
    (home / "applications").mkdir(parents=True)
    (home / "applications" / "other.desktop").write_text("")
    installed = installation.install()
    installation.install()
    assert set(installation.uninstall()) == set(installed)
    assert installation.uninstall() == ()
    assert [path for path in home.rglob("*") if path.is_file()] == [home / "applications" / "other.desktop"]
    assert not (home / "icons").exists()


def test_a_home_that_takes_no_files_is_told(home):
    home.write_text("")
    with pytest.raises(VirtmonitorError, match="The desktop was not told"):
        installation.install()


def test_the_bus_starts_the_service_as_it_was_installed(session_bus, tmp_path, monkeypatch):
    """A path with everything in it that has to be quoted; a program that says with what it was started."""
    place = tmp_path / 'my $apps "100%" `x`'
    place.mkdir()
    program = place / "virtmonitor"
    told = tmp_path / "told"
    note = f"open({str(told)!r}, 'w').write(repr(sys.argv[1:]))"
    program.write_text(f"#!{sys.executable}\nimport sys\n{note}\nsys.exit(3)\n")
    program.chmod(0o755)
    name = f"{APPLICATION_ID}.service"
    data = dict(installation.files([str(program)]))[f"dbus-1/services/{name}"]
    (session_bus.directory / "services" / name).write_bytes(data)
    session_bus.bus_call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus.ReloadConfig")
    with pytest.raises(AssertionError, match="ChildExited"):
        session_bus.bus_call(APPLICATION_ID, "/", "a.b.c")
    assert told.read_text() == "['--dbus']"
