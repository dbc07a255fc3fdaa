"""The autostart file: written when asked, read as sessions read it, valid by the desktop's own checker."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QProcess

from virtmonitor.core.errors import VirtmonitorError
from virtmonitor.desktop import autostart


@pytest.fixture
def homes(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_CONFIG_DIRS", f"relative:{tmp_path / 'etc'}")
    return tmp_path


@pytest.fixture
def own(homes):
    return homes / "config" / "autostart" / "org.virtmonitor.VirtMonitor.desktop"


@pytest.fixture
def administrators(homes):
    path = homes / "etc" / "autostart" / "org.virtmonitor.VirtMonitor.desktop"
    path.parent.mkdir(parents=True)
    path.write_text(autostart.entry(["/usr/bin/virtmonitor"]))
    return path


def test_nothing_is_written_before_it_is_asked_for(homes, own):
    assert not autostart.is_enabled()
    autostart.set_enabled(False)
    assert not own.exists()


def test_on_and_off(own):
    autostart.set_enabled(True)
    assert autostart.is_enabled()
    assert "--minimized" in own.read_text()
    autostart.set_enabled(False)
    assert not autostart.is_enabled()
    assert not own.exists()


def test_the_administrators_file_is_overruled(own, administrators):
    assert autostart.is_enabled()
    autostart.set_enabled(False)
    assert "Hidden=true" in own.read_text()
    assert not autostart.is_enabled()
    autostart.set_enabled(True)
    assert autostart.is_enabled()


def test_who_uninstalls_leaves_the_administrators_file_as_it_was(own, administrators):
    autostart.set_enabled(False)
    autostart.forget()
    assert not own.exists()
    assert autostart.is_enabled()
    autostart.forget()


@pytest.mark.parametrize(
    ("text", "enabled"),
    [
        ("[Desktop Entry]\nExec=virtmonitor\n", True),
        ("[Desktop Entry]\nX-GNOME-Autostart-enabled=false\n", False),
        ("[Desktop Entry]\nHidden=true\n", False),
        ("Hidden=true\n", False),
        ("\0\0", False),
    ],
)
def test_what_the_desktop_wrote_is_understood(own, text, enabled):
    own.parent.mkdir(parents=True)
    own.write_text(text)
    assert autostart.is_enabled() is enabled


def test_a_home_that_takes_no_files_is_told(homes):
    (homes / "config").write_text("")
    with pytest.raises(VirtmonitorError, match="start with the session was not changed"):
        autostart.set_enabled(True)


def test_the_desktops_checker_accepts_it(tmp_path):
    path = tmp_path / "virtmonitor.desktop"
    path.write_text(autostart.entry(["/opt/a $b/`c`/v\\m", "50%"]))
    done = subprocess.run(["desktop-file-validate", path], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_it_starts_this_installation(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["x"])
    command = autostart.program()
    assert command[0].startswith("/")
    done = subprocess.run([*command, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("virtmonitor ")


words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1)


@settings(max_examples=50, deadline=None)
@given(st.lists(words, min_size=1))
def test_quoting_is_undone_to_the_same_words(command):
    value = autostart.exec_line(command)
    # As a launcher does: string escapes, then field codes, then the quotes, which are the shell's.
    line = value.replace("\\\\", "\\").replace("%%", "%")
    told = subprocess.run(["sh", "-c", f"printf '%s\\0' {line}"], capture_output=True, check=True).stdout
    assert told.decode().split("\0")[:-1] == command


def test_qt_splits_it_too():
    assert QProcess.splitCommand(autostart.exec_line(["/a b/c", "d"])) == ["/a b/c", "d"]
