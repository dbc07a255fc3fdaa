"""A desktop session of the test's own: X server, session bus, home; nothing of the user's is touched."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.helpers.processes import lacking, last_words, start, stop
from tests.helpers.waiting import listens, until

_SERVICES = Path("/usr/share/dbus-1/services")
_BUS_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={directory}/run/bus</listen>
  <servicedir>{directory}/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


def private_home(directory: Path) -> dict[str, str]:
    """An environment whose home and XDG directories are below `directory`, without any display or bus."""
    env = {key: value for key, value in os.environ.items() if key not in _OF_THE_USER}
    for key, name, mode in _DIRECTORIES:
        path = directory / name
        path.mkdir(parents=True, exist_ok=True)
        path.chmod(mode)
        env[key] = str(path)
    # A Python program that is made to abort says where it was.
    return env | {"LC_ALL": "C.UTF-8", "PYTHONFAULTHANDLER": "1"}


_DIRECTORIES = (
    ("HOME", "home", 0o700),
    ("XDG_CONFIG_HOME", "home/.config", 0o700),
    ("XDG_DATA_HOME", "home/.local/share", 0o700),
    ("XDG_STATE_HOME", "home/.local/state", 0o700),
    ("XDG_CACHE_HOME", "home/.cache", 0o700),
    ("XDG_RUNTIME_DIR", "run", 0o700),
)
_OF_THE_USER = (
    *("DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS", "SESSION_MANAGER"),
    *("DESKTOP_SESSION", "XDG_CURRENT_DESKTOP", "XDG_SESSION_TYPE", "QT_QPA_PLATFORM"),
    *("LIBVIRT_DEFAULT_URI", "LANGUAGE", "LANG"),
)


def why_not(*programs: str) -> str:
    """Why no session with these programs can be had here: a sentence, "" when it can."""
    missing = lacking("Xvfb", "dbus-daemon", "xdotool", *programs)
    return f"A private desktop session needs {', '.join(missing)}." if missing else ""


class DesktopSession:
    """An X server on a free display, a session bus and a home of its own.

    Attributes:
        env: the environment for programs of this session.
        directory: its files; the output of each program is in NAME.log.
    """

    def __init__(self, size: str = "1280x800", *, bus: bool = True, screen: bool = True) -> None:
        """`screen=False`: no X server, for what only needs the bus; `bus=False`: a desktop without one."""
        self.directory = Path(tempfile.mkdtemp(prefix="desktop-"))
        self.env: dict[str, str] = private_home(self.directory)
        self._size, self._bus, self._screen = size, bus, screen
        self._processes: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        try:
            return self.start()
        except BaseException:
            self.stop()
            raise

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> Self:
        """Start bus and X server; returns when both accept clients."""
        if self._bus:
            self._start_bus()
        if self._screen:
            self._start_screen()
        return self

    def stop(self) -> None:
        """End all programs of the session, the latest first, and remove its files. Safe to repeat."""
        while self._processes:
            stop(self._processes.pop(), 5)
        shutil.rmtree(self.directory, ignore_errors=True)

    def spawn(self, *argv: str, env: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
        """Start a program in the session; it ends with the session."""
        process = start(argv, self.log_file(argv[0]), self.env | dict(env or {}))
        self._processes.append(process)
        return process

    def run(self, *argv: str, env: Mapping[str, str] | None = None, check: bool = True) -> str:
        """Run a program in the session to its end, and return what it printed."""
        environment = self.env | dict(env or {})
        done = subprocess.run(argv, capture_output=True, text=True, check=False, timeout=120, env=environment)
        if check and done.returncode:
            raise AssertionError(f"{' '.join(argv)}: exit {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout.strip()

    def log_file(self, program: str) -> Path:
        """Where the output of a spawned program is."""
        return self.directory / f"{Path(program).name}.log"

    def log(self, program: str) -> str:
        """What a spawned program printed so far, on both streams."""
        file = self.log_file(program)
        return file.read_text(errors="replace") if file.exists() else ""

    def last_words(self) -> str:
        """Of each program, for a report of a failure: whether it lives, what it wrote, where it hangs. Ends them."""
        told = [f"{process.args!r}: {last_words(process)}" for process in reversed(self._processes)]
        told += [f"--- {log.name}\n{log.read_text(errors='replace')[-4000:]}" for log in self._logs()]
        return "\n".join(told)

    def _logs(self) -> list[Path]:
        return sorted(log for log in self.directory.glob("*.log") if log.stat().st_size)

    def activatable(self, *names: str) -> None:
        """Let the bus start the machine's service of that name on demand; nothing else is ever activated."""
        for name in names:
            shutil.copy(_SERVICES / f"{name}.service", self.directory / "services")
        self.bus_call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus.ReloadConfig")

    def bus_call(self, destination: str, path: str, method: str, *arguments: str) -> str:
        """A call on the session bus; arguments as dbus-send writes them ("string:x"); returns the reply."""
        argv = ["dbus-send", "--session", "--print-reply=literal", f"--dest={destination}", path, method]
        return self.run(*argv, *arguments)

    def bus_names(self) -> list[str]:
        """The well-known names that somebody owns on the session bus now."""
        reply = self.bus_call(
            "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus.ListNames"
        )
        return [word for word in reply.split() if "." in word and not word.startswith(":")]

    def wait_for_name(self, name: str, deadline: float = 60.0) -> None:
        """Wait until somebody owns that name on the session bus."""
        until(lambda: name in self.bus_names(), deadline, f"{name} is on the bus")

    def window_manager(self) -> None:
        """Start openbox; returns when it manages the screen."""
        self.spawn("openbox")
        until(lambda: self.run("xdotool", "get_desktop", check=False), what="openbox manages the screen")

    def xdotool(self, *arguments: str) -> str:
        """Real keys and clicks: what `xdotool ARGUMENTS` prints."""
        return self.run("xdotool", *arguments)

    def wait_for_window(self, name: str, deadline: float = 60.0) -> str:
        """Wait for a visible window whose title matches the regular expression; returns its X id."""
        search = ("xdotool", "search", "--onlyvisible", "--name", name)
        return until(lambda: self.run(*search, check=False), deadline, f"window {name}").splitlines()[0]

    def screenshot(self, file: Path, window: str = "root") -> Path:
        """Write the screen, or one window, as a picture; the suffix of `file` says the format."""
        self.run("import", "-window", window, str(file))
        return file

    def _start_bus(self) -> None:
        (self.directory / "services").mkdir()
        config = self.directory / "bus.conf"
        config.write_text(_BUS_CONFIG.format(directory=self.directory))
        self.spawn("dbus-daemon", "--nofork", "--nopidfile", f"--config-file={config}")
        until(lambda: listens(self.directory / "run" / "bus"), what="the session bus listens")
        self.env["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={self.directory}/run/bus"

    def _start_screen(self) -> None:
        number = self.directory / "display"
        argv = ["Xvfb", "-screen", "0", f"{self._size}x24", "-nolisten", "tcp", "-noreset", "-displayfd", "3"]
        # The X server looks for a free display itself and tells its number on a file descriptor.
        server = self.spawn("sh", "-c", 'exec "$@" 3>"$0"', str(number), *argv)
        until(lambda: self._told(number, server), what="the X server accepts clients")
        self.env |= {"DISPLAY": f":{number.read_text().strip()}", "QT_QPA_PLATFORM": "xcb"}

    def _told(self, number: Path, server: subprocess.Popen[bytes]) -> bool:
        if server.poll() is not None:
            raise ChildProcessError(f"Xvfb did not start:\n{self.log('sh')}")
        return number.exists() and number.read_text().endswith("\n")
