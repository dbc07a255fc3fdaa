"""virt-manager as it is, with an eye on its list: run by the system's Python, which has GTK.

`ROWS [--minimize] [--busy] [--events] -- ARGUMENTS of virt-manager`. Prints CLOCK_MONOTONIC when its tree holds that
many machines, its window is on the screen and its loop had nothing more to do (with --busy it need not be so); then,
for each line on its input, the longest and the whole time (ms) that its loop was late since the line before, of a timer
that is due every 5 ms. With --events it prints the time of each change of a machine as soon as its tree has it.
"""

from __future__ import annotations

import sys
import threading
import time
from typing import Any

INTERVAL = 5  # ms

sys.path.insert(0, "/usr/share/virt-manager")
from virtManager import virtmanager  # type: ignore[import-not-found]  # noqa: E402


class Eye:
    """Looks at the manager's window from within. GTK's thread."""

    def __init__(self, manager: Any, rows: int, minimize: bool, busy: bool) -> None:
        from gi.repository import GLib  # type: ignore[import-not-found]

        self._glib, self._manager, self._rows, self._minimize = GLib, manager, rows, minimize
        self._priority = GLib.PRIORITY_HIGH if busy else GLib.PRIORITY_LOW
        self._waiting = self._told = False
        self.longest = self.late = 0.0
        self._last = 0.0
        manager.model.connect("row-inserted", self._look)
        manager.topwin.connect("map-event", self._look)

    def _look(self, *_ignored: Any) -> bool:
        if not self._waiting and not self._told and self._is_all():
            self._waiting = True
            self._glib.idle_add(self._idle, priority=self._priority)
        return False

    def _is_all(self) -> bool:
        model = self._manager.model
        first = model.get_iter_first()
        shown = self._manager.topwin.get_mapped()
        return shown and first is not None and model.iter_n_children(first) >= self._rows

    def _idle(self) -> bool:
        self._waiting, self._told = False, True
        print(time.monotonic(), flush=True)
        if self._minimize:
            self._manager.topwin.iconify()
        self._last = time.monotonic()
        self._glib.timeout_add(INTERVAL, self._tick, priority=self._glib.PRIORITY_HIGH)
        threading.Thread(target=self._answer, daemon=True).start()
        return False

    def _tick(self) -> bool:
        now = time.monotonic()
        late = max(0.0, (now - self._last) * 1e3 - INTERVAL)
        self._last = now
        self.longest = max(self.longest, late)
        self.late += late if late > INTERVAL else 0.0
        return True

    def _answer(self) -> None:
        for _line in sys.stdin:
            print(self.longest, self.late, flush=True)
            self.longest = self.late = 0.0


def main() -> None:
    """virt-manager's own main, its window watched."""
    split = sys.argv.index("--")
    own, sys.argv = sys.argv[1:split], ["virt-manager", *sys.argv[split + 1 :]]
    load_gtk = virtmanager._import_gtk

    def loaded(leftovers: list[str]) -> Any:
        left = load_gtk(leftovers)
        from virtManager.manager import vmmManager  # type: ignore[import-not-found]

        made, changed = vmmManager.__init__, vmmManager.vm_changed

        def watched(self: Any) -> None:
            made(self)
            self.eye = Eye(self, int(own[0]), "--minimize" in own, "--busy" in own)

        def told(self: Any, machine: Any) -> None:
            changed(self, machine)
            print(time.monotonic(), flush=True)

        vmmManager.__init__ = watched
        if "--events" in own:
            vmmManager.vm_changed = told
        return left

    virtmanager._import_gtk = loaded
    virtmanager.runcli()


if __name__ == "__main__":
    main()
