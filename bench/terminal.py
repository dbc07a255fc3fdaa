"""Programs for a terminal, on one of their own: how long until a text is on it."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from bench.programs import ROOT

VIRTUI: Final = ROOT / ".cache" / "virtui" / "bin" / "virtui-manager"
"""Where ./dev installs it."""
ROWS, COLUMNS = 40, 120


def first_text(argv: Sequence[str], env: Mapping[str, str], text: str, deadline: float = 40.0) -> float:
    """Milliseconds from the start of the program until it has written that; it is ended then. Raises TimeoutError."""
    began = time.monotonic()
    pid, terminal = pty.fork()
    if not pid:
        os.execvpe(argv[0], list(argv), {**env, "TERM": "xterm-256color", "PYTHONPATH": str(ROOT)})
    try:
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        _until(terminal, text.encode(), began + deadline)
        return (time.monotonic() - began) * 1e3
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(terminal)


def _until(terminal: int, text: bytes, end: float) -> None:
    seen = b""
    while text not in seen:
        if not select.select([terminal], [], [], max(0.0, end - time.monotonic()))[0]:
            raise TimeoutError(f"{text.decode()} did not come")
        with contextlib.suppress(OSError):
            piece = os.read(terminal, 1 << 16)
            if piece:
                seen += piece
                continue
        raise TimeoutError(f"{text.decode()} did not come, the program ended: {seen[-200:]!r}")


def virtui_home(home: Path, uri: str) -> None:
    """The settings that make virtui-manager connect there by itself."""
    settings = home / ".config" / "virtui-manager"
    settings.mkdir(parents=True, exist_ok=True)
    server = f"servers:\n- name: bench\n  uri: {uri}\n  autoconnect: true\n"
    (settings / "config.yaml").write_text(server)
