"""A terminal as a person sees it."""

from __future__ import annotations

import subprocess
import tempfile

from tests.helpers.processes import lacking


def why_not() -> str:
    """Why there is none here: a sentence, "" when there is."""
    missing = lacking("tmux")
    return f"A terminal to look at needs {', '.join(missing)}." if missing else ""


class Terminal:
    """80 columns; `run` starts something in it."""

    def __init__(self) -> None:
        self._directory = tempfile.TemporaryDirectory(prefix="terminal-")
        socket = f"{self._directory.name}/tmux"
        # What the terminal of this run is like, if it has one, is not what this one is like.
        self._argv = ["env", "-u", "LINES", "-u", "COLUMNS", "tmux", "-S", socket, "-f", "/dev/null"]

    def __call__(self, *words: str) -> str:
        """A command of tmux; what it prints."""
        return subprocess.run([*self._argv, *words], capture_output=True, text=True, check=True).stdout

    def run(self, command: str, *, lines: int = 30) -> None:
        """Start a line of shell; the last of the terminal's lines is tmux's own."""
        # What ended leaves on the screen what it wrote last.
        stays = ("set-option", "-g", "remain-on-exit", "on", ";")
        self(*stays, "new-session", "-d", "-x", "80", "-y", str(lines), command)

    def screen(self) -> str:
        """What stands there now."""
        return self("capture-pane", "-p")

    def close(self) -> None:
        """End what runs in it."""
        subprocess.run([*self._argv, "kill-server"], capture_output=True, check=False)
        self._directory.cleanup()
