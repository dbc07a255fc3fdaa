"""A program to be run as a user without rights: connects to qemu:///system and tells, line by line, what it sees.

Arguments: "agent": first make polkit able to ask on this terminal; then, one after the other: "retry",
"authenticate", "end" after what was told before.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys

from PySide6.QtCore import QCoreApplication, QTimer

from virtmonitor.core.batch import ConnectionStatus
from virtmonitor.core.connection import ConnectionState, HostSettings
from virtmonitor.core.operations import OPERATIONS
from virtmonitor.engine.dataengine import DataEngine


def start_agent() -> subprocess.Popen[bytes]:
    """polkit's own agent for a terminal, ready to ask for a password here."""
    ready, write = os.pipe()
    agent = subprocess.Popen(
        ["pkttyagent", "--process", str(os.getpid()), "--notify-fd", str(write)], pass_fds=[write]
    )
    os.close(write)
    os.read(ready, 1)  # closed when it is registered
    return agent


class Telling:
    """Tells each settled state of the connection, then does the next thing."""

    def __init__(self, steps: list[str]) -> None:
        self._steps = steps
        self.engine = DataEngine()
        self.engine.connectionChanged.connect(self.changed)
        self.engine.addHost(HostSettings("h", "qemu:///system"))

    def changed(self, status: ConnectionStatus) -> None:
        if status.state is not ConnectionState.CONNECTING:
            # The rows come before: what the connection says of itself is the last of it.
            QTimer.singleShot(500, self.tell)

    def tell(self) -> None:
        state = self.engine.host("h")
        assert state is not None
        uuids = list(state.records)
        reasons = {}
        if uuids:
            service = self.engine.serviceForSource(f"h/{uuids[0]}")
            reasons = {name: service.disabledReason(name) for name in OPERATIONS}
        data = state.host_data()
        seen = {key: data[key] for key in ("connection", "error", "canAuthenticate")}
        seen["names"] = [record.name for record in state.records.values()]
        print(json.dumps(seen | {"reasons": reasons}), flush=True)
        step = self._steps.pop(0)
        if step == "retry":
            self.engine.retryAll()
            QTimer.singleShot(1500, self.tell)
        elif step == "authenticate":
            self.engine.authenticateHost("h")
        else:
            QCoreApplication.quit()


def main() -> None:
    app = QCoreApplication([])
    steps = sys.argv[1:]
    agent = start_agent() if steps[0] == "agent" else None
    telling = Telling(steps[1:] if agent else steps)
    app.exec()
    telling.engine.close()
    if agent is not None:
        agent.kill()
        agent.wait()


main()
