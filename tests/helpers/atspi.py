"""What a screen reader gets over the accessibility bus; run by /usr/bin/python3, which has Debian's gi.

atspi.py tree PID          one JSON object a line: path, role, name, description, states, actions, of all that is shown
atspi.py do PID ROLE NAME  what that thing does when it is activated
atspi.py listen            one JSON object a line, as they come: announcements and changes of focus
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

import gi  # type: ignore[import-not-found]

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # type: ignore[import-not-found]  # noqa: E402

_STATES = (
    "focusable", "focused", "enabled", "sensitive", "showing", "visible", "checked", "selected", "editable",
)  # fmt: skip


def application(pid: int) -> Any:
    """The program's root."""
    desktop = Atspi.get_desktop(0)
    found = [desktop.get_child_at_index(index) for index in range(desktop.get_child_count())]
    return next((app for app in found if app is not None and app.get_process_id() == pid), None)


def walk(node: Any, path: tuple[int, ...] = ()) -> Iterator[tuple[tuple[int, ...], Any]]:
    """All that is visible, parents first."""
    yield path, node
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None and (not path or child.get_state_set().contains(Atspi.StateType.VISIBLE)):
            yield from walk(child, (*path, index))


def told(path: tuple[int, ...], node: Any) -> dict[str, Any]:
    """What is known of one thing."""
    held = node.get_state_set()
    states = [name for name in _STATES if held.contains(getattr(Atspi.StateType, name.upper()))]
    action = node.get_action_iface()
    names = [action.get_action_name(number) for number in range(action.get_n_actions())] if action else []
    return {
        "path": path,
        "role": node.get_role_name(),
        "name": node.get_name(),
        "description": node.get_description(),
        "states": states,
        "actions": names,
    }


def tree(pid: int) -> None:
    """Print all."""
    root = application(pid)
    for path, node in walk(root) if root is not None else ():
        print(json.dumps(told(path, node)))


def do(pid: int, role: str, name: str) -> int:
    """Activate the first thing of that role and name."""
    for _, node in walk(application(pid)):
        if node.get_role_name() == role and node.get_name() == name:
            actions = told((), node)["actions"]
            wanted = next((name for name in ("Press", "Toggle") if name in actions), None)
            if wanted is None:
                return 3
            return 0 if node.get_action_iface().do_action(actions.index(wanted)) else 3
    return 2


def heard(event: Any) -> None:
    """Print what came."""
    text = event.any_data if isinstance(event.any_data, str) else event.source.get_name()
    print(json.dumps({"type": event.type, "text": text}), flush=True)


def listen() -> None:
    """Until it is ended."""
    listener = Atspi.EventListener.new(heard)
    for kind in ("object:announcement", "object:state-changed:focused"):
        listener.register(kind)
    print("{}", flush=True)
    Atspi.event_main()


if __name__ == "__main__":
    command, *arguments = sys.argv[1:]
    if command == "tree":
        tree(int(arguments[0]))
    elif command == "do":
        sys.exit(do(int(arguments[0]), *arguments[1:]))
    else:
        listen()
