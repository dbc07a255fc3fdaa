"""A Wayland desktop without a screen: sway with waybar's tray, and a mouse whose clicks go through the compositor.

sway has no pointer where there are no devices, and so no panel would ever ask for one: a virtual one is made first
(wlr-virtual-pointer-unstable-v1), by the few words of the wire protocol that it takes.
"""

from __future__ import annotations

import json
import os
import socket
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from PySide6.QtGui import QImage

from tests.helpers.display import DesktopSession
from tests.helpers.program import Rect
from tests.helpers.trayhosts import WATCHER
from tests.helpers.waiting import until

WIDTH, HEIGHT = 1024, 600
PANEL: Final = Rect(0, 0, WIDTH, 30)
_NOBODY: Final = 65534
_CONFIG: Final = (
    f"output HEADLESS-1 resolution {WIDTH}x{HEIGHT} position 0,0\ndefault_border normal\nxwayland disable\n"
)
_BAR: Final = {
    "layer": "top",
    "position": "top",
    "height": PANEL.height,
    "modules-right": ["tray"],
    "tray": {"icon-size": 20, "spacing": 6},
}
_STYLE: Final = "* { font-size: 12px; } window#waybar { background: #303030; color: white; }"
_LEFT, _RIGHT, _MIDDLE = 0x110, 0x111, 0x112
_BUTTONS: Final = {1: _LEFT, 2: _MIDDLE, 3: _RIGHT}
_MANAGER: Final = b"zwlr_virtual_pointer_manager_v1"


class Sway:
    """A compositor for the programs of `session`, which need only its environment; ends with the session.

    Attributes:
        session: bus, home and programs.
    """

    def __init__(self, session: DesktopSession) -> None:
        """Returns when it accepts clients and there is a pointer."""
        self.session = session
        self._home = session.directory / "sway"
        self._home.mkdir(mode=0o700)
        (self._home / "config").write_text(_CONFIG)
        self._start()
        until(self._socket, what="sway serves")
        session.env |= {
            "WAYLAND_DISPLAY": str(self._socket()),
            "SWAYSOCK": str(self._home / "ipc"),
            "QT_QPA_PLATFORM": "wayland",
            "QT_QUICK_BACKEND": "software",
            "GDK_BACKEND": "wayland",
            "XDG_SESSION_TYPE": "wayland",
        }
        self._pointer = _Pointer(Path(session.env["WAYLAND_DISPLAY"]))
        until(self._has_pointer, what="sway has a pointer")

    def waybar(self) -> None:
        """Start a panel with a tray; returns when it serves."""
        (self._home / "bar.json").write_text(json.dumps(_BAR))
        (self._home / "bar.css").write_text(_STYLE)
        files = ("-c", str(self._home / "bar.json"), "-s", str(self._home / "bar.css"))
        self._bar = self.session.spawn("waybar", *files)
        self.session.wait_for_name(WATCHER)

    def stop_waybar(self) -> None:
        """Kill the panel; returns when nobody serves a tray."""
        self._bar.kill()
        self._bar.wait()
        until(lambda: WATCHER not in self.session.bus_names(), what="the panel is gone")

    def click(self, x: int, y: int, button: int = 1) -> None:
        """A mouse button (1 left, 2 middle, 3 right), pressed and released there."""
        self._pointer.click(x, y, _BUTTONS[button])

    def windows(self) -> dict[str, Rect]:
        """The windows that are shown: title -> place of its content."""
        tree = json.loads(self.session.run("swaymsg", "-t", "get_tree", "--raw"))
        return {node["name"]: _place(node) for node in _nodes(tree) if node.get("app_id")}

    def wait_for_windows(self, count: int) -> dict[str, Rect]:
        """Until so many windows are there."""

        def found() -> tuple[dict[str, Rect]] | None:
            windows = self.windows()
            return (windows,) if len(windows) == count else None

        (windows,) = until(found, what=f"{count} windows are shown") or ({},)
        return windows

    def picture(self, name: str = "screen") -> QImage:
        """The screen now."""
        file = self.session.directory / f"{name}.png"
        self.session.run("grim", str(file))
        return QImage(str(file))

    def close(self) -> None:
        """Take the pointer away; sway itself ends with the session."""
        self._pointer.close()

    def _start(self) -> None:
        environment = {
            "WLR_BACKENDS": "headless",
            "WLR_LIBINPUT_NO_DEVICES": "1",
            "WLR_RENDERER": "pixman",
            "XDG_RUNTIME_DIR": str(self._home),
            "SWAYSOCK": str(self._home / "ipc"),
        }
        # It does not run as root.
        user: tuple[str, ...] = ()
        if os.geteuid() == 0:
            user = (
                "setpriv",
                f"--reuid={_NOBODY}",
                f"--regid={_NOBODY}",
                "--clear-groups",
                "--pdeathsig=KILL",
            )
            self.session.directory.chmod(0o711)
            for path in (self._home, self._home / "config"):
                os.chown(path, _NOBODY, _NOBODY)
        self.session.spawn(*user, "sway", "-c", str(self._home / "config"), env=environment)

    def _socket(self) -> Path | None:
        return next((path for path in self._home.glob("wayland-*") if path.is_socket()), None)

    def _has_pointer(self) -> bool:
        seats = json.loads(self.session.run("swaymsg", "-t", "get_seats", "--raw"))
        return any(seat["capabilities"] & 1 for seat in seats)


def _nodes(node: Any) -> Iterator[Any]:
    yield node
    for child in (*node.get("nodes", ()), *node.get("floating_nodes", ())):
        yield from _nodes(child)


def _place(node: Any) -> Rect:
    outer, inner = node["rect"], node["window_rect"]
    return Rect(outer["x"] + inner["x"], outer["y"] + inner["y"], inner["width"], inner["height"])


class _Pointer:
    """One connection to the compositor; its objects have the numbers that we give them."""

    _DISPLAY, _REGISTRY, _BOUND, _CREATED, _SYNCED = 1, 2, 3, 4, 5

    def __init__(self, path: Path) -> None:
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(60)
        self._socket.connect(str(path))
        self._time = 0
        self._send(self._DISPLAY, 1, struct.pack("=I", self._REGISTRY))
        name = self._find(_MANAGER)
        interface = struct.pack(f"=I{(len(_MANAGER) + 4) // 4 * 4}s", len(_MANAGER) + 1, _MANAGER)
        self._send(
            self._REGISTRY, 0, struct.pack("=I", name) + interface + struct.pack("=II", 1, self._BOUND)
        )
        self._send(self._BOUND, 0, struct.pack("=II", 0, self._CREATED))

    def click(self, x: int, y: int, button: int) -> None:
        self._time += 1000  # no double click, and GTK's menus ignore what comes soon after they opened
        self._at_once(1, x, y, WIDTH, HEIGHT)
        for state in (1, 0):
            self._at_once(2, button, state)

    def close(self) -> None:
        self._socket.close()

    def _at_once(self, request: int, *numbers: int) -> None:
        """One request with its moment, as a frame of its own."""
        self._time += 10
        self._send(self._CREATED, request, struct.pack(f"={len(numbers) + 1}I", self._time, *numbers))
        self._send(self._CREATED, 4, b"")

    def _send(self, sender: int, request: int, body: bytes) -> None:
        self._socket.sendall(struct.pack("=II", sender, (8 + len(body)) << 16 | request) + body)

    def _find(self, interface: bytes) -> int:
        """The number under which the compositor announces it."""
        while True:
            sender, head = struct.unpack("=II", self._read(8))
            body = self._read((head >> 16) - 8)
            if sender == self._REGISTRY and head & 0xFFFF == 0 and interface in body:
                return int.from_bytes(body[:4], "little")

    def _read(self, size: int) -> bytes:
        data = b""
        while len(data) < size:
            more = self._socket.recv(size - len(data))
            if not more:
                raise ConnectionError("sway ended.")
            data += more
        return data
