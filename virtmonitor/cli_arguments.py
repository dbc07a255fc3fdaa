"""The arguments of the commands that name a Source, and of the verbs: made of the one table of operations."""

from __future__ import annotations

import argparse
import math
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

#: Verbs as people type them, and the operations that they are.
VERBS: Final = {
    "start": "start",
    "shutdown": "shutdown",
    "reboot": "reboot",
    "poweroff": "powerOff",
    "reset": "reset",
    "suspend": "suspend",
    "resume": "resume",
    "save": "managedSave",
    "undefine": "undefine",
}

_SOURCE: Final = "HOST/UUID, a UUID, HOST/NAME, or a machine's name if no other host has one of that name"


def add_operations(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Add `show`, `operations`, `call` and the verbs to the parser's commands; `common` has what all take."""
    from virtmonitor.core.operations import OPERATIONS

    showing = commands.add_parser("show", parents=[common], help="all about one machine or host")
    showing.add_argument("source", metavar="SOURCE", help=f"{_SOURCE}; or HOST")
    showing.add_argument("--json", action="store_true", help="one JSON object; unknown values are null")
    listing = commands.add_parser("operations", parents=[common], help="what can be done with a machine now")
    listing.add_argument("source", metavar="SOURCE", help=_SOURCE)
    listing.add_argument("--json", action="store_true", help="a JSON array, one object an operation")
    calling = commands.add_parser(
        "call", parents=[common], help="do an operation", epilog="Operations: " + ", ".join(OPERATIONS)
    )
    calling.add_argument("source", metavar="SOURCE", help=_SOURCE)
    calling.add_argument("operation", metavar="OPERATION", help="one of those that `operations` lists")
    _add_call(calling)
    for verb, operation in VERBS.items():
        one = OPERATIONS[operation]
        parser = commands.add_parser(
            verb, parents=[common], help=one.description, description=one.description
        )
        parser.add_argument("source", metavar="SOURCE", help=_SOURCE)
        parser.set_defaults(operation=operation)
        _add_call(parser, operation)


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0 < seconds < math.inf:
        raise ValueError(text)
    return seconds


def _add_call(parser: argparse.ArgumentParser, operation: str = "") -> None:
    from virtmonitor.core.operations import OPERATIONS

    known = OPERATIONS[operation].parameters if operation else ()
    names = ", ".join(f"{one.name} ({one.label.lower()})" for one in known)
    what = f"parameters: {names}" if names else "its parameters; an XML may be @FILE"
    keywords: dict[str, Any] = {"help": what if names or not operation else "it has none"}
    parser.add_argument("parameters", metavar="NAME=VALUE", nargs="*", **keywords)
    parser.add_argument("--wait", action="store_true", help="until the guest has done what it was asked for")
    parser.add_argument(
        "--timeout",
        metavar="SECONDS",
        type=_seconds,
        help="wait no longer, for the host or for the end; what was begun goes on, and the exit status is 5",
    )
    parser.add_argument("--yes", action="store_true", help="also when something is lost by it")
