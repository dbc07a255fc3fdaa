"""A user who has nothing yet installs it, logs in, finds it in the tray, comes back the next day, and removes it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator

import pytest

from tests.helpers import display, wheel
from tests.helpers.display import DesktopSession
from tests.helpers.needs import skip_for
from tests.helpers.program import NAME
from tests.helpers.trayhosts import TrayItem, lxqt_panel
from tests.helpers.waiting import until

pytestmark = [pytest.mark.desktop, pytest.mark.live]
AUTOSTART = f".config/autostart/{NAME}.desktop"
SETTINGS = ".config/virtmonitor/settings.toml"
MINE = '# What I wrote myself\n[desktop]\nlanguage = "de"\n\n[[hosts]]\nuri = "test:///default"\n'


class Account:
    """A home with nothing in it, and a desktop that knows it by HOME alone."""

    def __init__(self, session: DesktopSession) -> None:
        self.session = session
        self.home = session.directory / "home"
        shutil.rmtree(self.home)
        self.home.mkdir(mode=0o700)
        for key in [key for key in session.env if key.startswith("XDG_") and key != "XDG_RUNTIME_DIR"]:
            del session.env[key]
        session.env["PATH"] = f"{self.home / '.local' / 'bin'}:/usr/bin:/bin"

    def install(self) -> None:
        """As pipx does: an environment of its own, and a link to the program."""
        environment = self.home / ".local/share/pipx/venvs/virtmonitor"
        python = wheel.install(wheel.build(self.session.directory / "dist"), environment)
        (self.home / ".local/bin").mkdir()
        (self.home / ".local/bin/virtmonitor").symlink_to(python.with_name("virtmonitor"))

    def files(self) -> set[str]:
        """All of the user's files but those of pipx."""
        found = (path.relative_to(self.home).as_posix() for path in self.home.rglob("*") if not path.is_dir())
        return {name for name in found if not name.startswith((".local/share/pipx/", ".local/bin/"))}

    def run(self, *arguments: str) -> str:
        return self.session.run("virtmonitor", *arguments)

    def log_in(self) -> None:
        """What a session does with the autostart file, and until the icon is in the tray."""
        self.session.spawn("gio", "launch", str(self.home / AUTOSTART))
        self.wait_for_icon()

    def wait_for_icon(self) -> None:
        with TrayItem(self.session) as item:
            assert item.properties["Id"] == "virtmonitor"
            until(lambda: "Beenden" in {one.label for one in item.menu()}, what="its menu is in German")

    def log_out(self) -> None:
        """The program says goodbye."""
        self.run("--quit")
        until(lambda: NAME not in self.session.bus_names(), what="it has ended")


@pytest.fixture
def account() -> Iterator[Account]:
    skip_for(display.why_not("openbox", "lxqt-panel", "gio", "desktop-file-validate"))
    with DesktopSession() as session:
        account = Account(session)
        assert account.files() == set()
        session.window_manager()
        yield account


def test_installed_used_and_removed(account: Account) -> None:
    account.install()
    account.run("install")
    share = account.home / ".local/share"
    entry = share / f"applications/{NAME}.desktop"
    checked = subprocess.run(["desktop-file-validate", entry], capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stdout) == (0, "")
    assert f"Exec={account.home}/.local/" in entry.read_text()
    assert AUTOSTART not in account.files(), "nobody was asked yet"

    settings = account.home / SETTINGS
    settings.parent.mkdir(parents=True)
    settings.write_text(MINE)
    settings.chmod(0o600)
    lxqt_panel(account.session)
    account.session.spawn("virtmonitor", "--minimized")
    account.wait_for_icon()
    settings.write_text(MINE.replace("[desktop]\n", "[desktop]\nautostart = true\n"))  # the consent
    until((account.home / AUTOSTART).exists, what="the session is to start it")
    account.log_out()

    account.log_in()
    assert "test" in account.run("list", "-c", "test:///default")
    account.log_out()
    account.log_in()
    account.log_out()
    assert settings.read_text() == MINE.replace("[desktop]\n", "[desktop]\nautostart = true\n")
    assert account.run("journal").count("connected") == 3

    account.run("uninstall")
    ours = {name for name in account.files() if "virtmonitor" in name}
    journal = {f".local/state/virtmonitor/journal.sqlite{end}" for end in ("", "-wal", "-shm")}
    assert ours - journal == {SETTINGS}
    assert not share.joinpath("icons").exists()
