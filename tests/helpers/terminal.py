"""A terminal as a person sees it."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.helpers.processes import lacking


def why_not() -> str:
    """Why there is none here: a sentence, "" when there is."""
    missing = lacking("tmux")
    return f"A terminal to look at needs {', '.join(missing)}." if missing else ""


class Terminal:
    """80 columns, 30 lines; `run` starts something in it."""

    def __init__(self, directory: Path) -> None:
        self._argv = ["tmux", "-L", directory.name, "-f", "/dev/null"]

    def __call__(self, *words: str) -> str:
        """A command of tmux; what it prints."""
        return subprocess.run([*self._argv, *words], capture_output=True, text=True, check=True).stdout

    def run(self, command: str) -> None:
        """Start a line of shell."""
        self("new-session", "-d", "-x", "80", "-y", "30", command)

    def screen(self) -> str:
        """What stands there now."""
        return self("capture-pane", "-p")

    def close(self) -> None:
        """End what runs in it."""
        subprocess.run([*self._argv, "kill-server"], capture_output=True, check=False)
