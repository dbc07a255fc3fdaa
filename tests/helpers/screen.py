"""The program, and what its windows say and do over the accessibility bus."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

from tests.helpers.display import DesktopSession
from tests.helpers.program import Program
from tests.helpers.waiting import until

_HELPER = ("/usr/bin/python3", str(Path(__file__).with_name("atspi.py")))


class Screen:
    """A running virtmonitor, as somebody who hears and presses has it."""

    def __init__(
        self, desktop: DesktopSession, *arguments: str, env: Mapping[str, str] | None = None
    ) -> None:
        self._desktop = desktop
        desktop.activatable("org.a11y.Bus")
        status = ("org.freedesktop.DBus.Properties.Set", "string:org.a11y.Status", "string:IsEnabled")
        desktop.bus_call("org.a11y.Bus", "/org/a11y/bus", *status, "variant:boolean:true")
        environment = {**(env or {}), "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        self.program = Program(desktop, "--allow-commands", *arguments, env=environment)

    def texts(self) -> list[str]:
        """All names of what is shown."""
        said = self._desktop.run(*_HELPER, "tree", str(self.program.process.pid))
        return [json.loads(line)["name"] for line in said.splitlines()]

    def once(self, pattern: str, but: str = "") -> str:
        """The first text that the pattern is found in, once there is one; not `but`."""
        found = until(
            lambda: [text for text in self.texts() if re.search(pattern, text) and text != but],
            what=f"the window says {pattern!r}",
            every=0.3,
        )
        return found[0]

    def press(self, name: str) -> None:
        """The button of that name."""
        self._desktop.run(*_HELPER, "do", str(self.program.process.pid), "push button", name)
