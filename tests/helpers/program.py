"""The program in a DesktopSession, as a person starts it, and what of it can be seen there."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QImage

from tests.helpers.display import DesktopSession
from tests.helpers.waiting import until

ROOT = Path(__file__).resolve().parents[2]
NAME = "org.virtmonitor.VirtMonitor"
# PySide keeps some of its own to the end of the interpreter, and then gc tells of it.
COMMAND = (sys.executable, "-W", "error", "-W", "ignore:gc", "-m", "virtmonitor")


class Rect(NamedTuple):
    """A rectangle on the screen, pixels."""

    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> tuple[int, int]:
        """The point in its middle."""
        return self.x + self.width // 2, self.y + self.height // 2


class Program:
    """A running virtmonitor."""

    def __init__(
        self,
        session: DesktopSession,
        *arguments: str,
        env: Mapping[str, str] | None = None,
        name: str = NAME,
    ) -> None:
        """Returns when it owns `name` on the session bus, where there is one."""
        self.session, self._name = session, name
        session.env["PYTHONPATH"] = str(ROOT)
        self.process: subprocess.Popen[bytes] = session.spawn(*COMMAND, *arguments, env=env)
        if "DBUS_SESSION_BUS_ADDRESS" in session.env and not (env or {}).get("DBUS_SESSION_BUS_ADDRESS"):
            until(self._is_there, what="virtmonitor is on the bus")

    def _is_there(self) -> bool:
        assert self.process.poll() is None, self.said()
        return self._name in self.session.bus_names()

    def said(self) -> str:
        """All that it wrote so far."""
        return self.session.log(COMMAND[0])

    def tell(self, *arguments: str) -> str:
        """Start it once more, with these arguments, to their end; what that printed."""
        return self.session.run(*COMMAND, *arguments)

    def windows(self) -> dict[str, Rect]:
        """Its visible windows: X id -> place."""
        found = self.session.run(
            "xdotool",
            "search",
            "--all",
            "--onlyvisible",
            "--pid",
            str(self.process.pid),
            "--name",
            ".",
            check=False,
        )
        places = {window: _place(self.session, window) for window in found.split()}
        return {window: place for window, place in places.items() if place is not None and place.width > 100}

    def wait_for_windows(self, count: int) -> dict[str, Rect]:
        """Until so many of its windows are visible."""

        def found() -> tuple[dict[str, Rect]] | None:
            windows = self.windows()
            return (windows,) if len(windows) == count else None

        (windows,) = until(found, what=f"{count} windows are visible") or ({},)
        return windows

    def wait_for_end(self, seconds: float = 60) -> int:
        """Its exit status."""
        return self.process.wait(seconds)


def _place(session: DesktopSession, window: str) -> Rect | None:
    told = session.run("xdotool", "getwindowgeometry", "--shell", window, check=False)
    values = dict(line.split("=") for line in told.split() if "=" in line)
    if "WIDTH" not in values:
        return None  # it went meanwhile
    return Rect(int(values["X"]), int(values["Y"]), int(values["WIDTH"]), int(values["HEIGHT"]))


def picture(session: DesktopSession, name: str = "screen") -> QImage:
    """The screen now."""
    image = QImage(str(session.screenshot(session.directory / f"{name}.png")))
    assert not image.isNull()
    return image


def difference(before: QImage, after: QImage, area: Rect) -> Rect | None:
    """The smallest rectangle in `area` that holds all pixels that differ; None when none does."""
    points = [
        (x, y)
        for y in range(area.y, area.y + area.height)
        for x in range(area.x, area.x + area.width)
        if before.pixel(x, y) != after.pixel(x, y)
    ]
    if not points:
        return None
    left, top = min(x for x, _ in points), min(y for _, y in points)
    right, bottom = max(x for x, _ in points), max(y for _, y in points)
    return Rect(left, top, right - left + 1, bottom - top + 1)
