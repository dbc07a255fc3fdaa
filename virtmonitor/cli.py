"""The command line. `--help`, `--version`, `list` and the like work without a display and import no Qt."""

from __future__ import annotations

import argparse
import gc
import os
import signal
import sys
from collections.abc import Callable, Sequence
from enum import IntEnum
from importlib import import_module
from typing import Final, NoReturn

from virtmonitor import __version__, cli_desktop, qtimport
from virtmonitor.cli_arguments import VERBS, add_operations
from virtmonitor.cli_confirm import OPTION, confirmed
from virtmonitor.core.errors import Failure, FailureKind, NotConnectedError, VirtmonitorError


class Exit(IntEnum):
    """What the program's exit status means."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    NO_CONNECTION = 3
    NO_SOURCE = 4
    TIMED_OUT = 5


_STATUS: Final = {
    FailureKind.CONNECTION: Exit.NO_CONNECTION,
    FailureKind.NO_SOURCE: Exit.NO_SOURCE,
    FailureKind.PARAMETER: Exit.USAGE,
    FailureKind.OPERATION: Exit.USAGE,
}

# Command -> module and function that runs it; imported when it is called, because start-up time is paid by all.
_COMMANDS: Final[dict[str | None, tuple[str, str]]] = {
    "list": ("virtmonitor.cli_read", "list_domains"),
    "show": ("virtmonitor.cli_show", "show"),
    "operations": ("virtmonitor.cli_show", "list_operations"),
    "call": ("virtmonitor.cli_call", "call"),
    **dict.fromkeys(VERBS, ("virtmonitor.cli_call", "call")),
    "top": ("virtmonitor.cli_top", "top"),
    "watch": ("virtmonitor.cli_watch", "watch"),
    **cli_desktop.COMMANDS,
    None: ("virtmonitor.app", "run"),
}
_WITH_QT: Final = ("virtmonitor.cli_top", "virtmonitor.cli_watch")
_WITHOUT_QT: Final = ("virtmonitor.cli_read", "virtmonitor.cli_show", "virtmonitor.cli_call")


class _NotQuickError(Exception):
    """The quick parser does not know what to say."""


class _Quick(argparse.ArgumentParser):
    """Says nothing itself: neither mistakes nor help, which need all commands."""

    def _get_formatter(self) -> argparse.HelpFormatter:
        """Asked for at each option. Of a width, else it looks for the terminal's with shutil, which takes 5 ms."""
        return argparse.HelpFormatter(self.prog, width=80)

    def error(self, message: str) -> NoReturn:
        """Somebody else knows."""
        raise _NotQuickError(message)

    def print_help(self, file: object = None) -> None:
        """Somebody else knows."""
        raise _NotQuickError


def _parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    """First without the commands of the table of operations, which takes longer to load than `list` needs in all."""
    try:
        return parser(_Quick, operations=False).parse_args(arguments)
    except _NotQuickError:
        return parser().parse_args(arguments)


def parser(
    kind: type[argparse.ArgumentParser] = argparse.ArgumentParser, *, operations: bool = True
) -> argparse.ArgumentParser:
    """The one parser: help, completions and the man page are made of it."""
    common = kind(add_help=False)
    _add_connect(common, "connect_after")
    _add_allow(common, "allow_after")
    top = kind(
        prog="virtmonitor",
        description="The virtual machines of your libvirt hosts, live in the tray, in a window and here.",
        epilog="Without a command: the tray icon and its window; on a terminal without a display, a live table.",
    )
    top.add_argument("--version", action="version", version=f"virtmonitor {__version__}")
    top.add_argument("--debug", action="store_true", help="tell on stderr what goes on")
    _add_connect(top, "connect")
    _add_allow(top, "allow")
    cli_desktop.add_options(top)
    commands = top.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    listing = commands.add_parser("list", parents=[common], help="all machines, once")
    listing.add_argument("--json", action="store_true", help="a JSON array, one object a machine")
    watching = commands.add_parser("watch", parents=[common], help="all machines, live, until interrupted")
    watching.add_argument("--json", action="store_true", help="one JSON object a line for each change")
    usage = commands.add_parser(
        "top", parents=[common], help="what the running machines cost, the dearest first"
    )
    usage.add_argument("--json", action="store_true", help="one sample as a JSON array, and the end")
    usage.add_argument(
        "--sort",
        choices=("cpu", "memory", "disk", "network", "name", "host"),
        default="cpu",
        help="what comes first (default: %(default)s)",
    )
    usage.add_argument(
        "--interval",
        type=_seconds,
        default=2.0,
        metavar="SECONDS",
        help="between samples (default: %(default)s)",
    )
    if operations:
        add_operations(commands, common)
    cli_desktop.add_commands(commands)
    return top


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0.5 <= seconds <= 3600:
        raise argparse.ArgumentTypeError("between 0.5 and 3600 seconds")
    return seconds


def _add_connect(to: argparse.ArgumentParser, dest: str) -> None:
    to.add_argument(
        "-c",
        "--connect",
        dest=dest,
        metavar="URI",
        action="append",
        default=[],
        help="libvirt connection; may be repeated (default: the settings, LIBVIRT_DEFAULT_URI, "
        "qemu:///system where a daemon answers, else a demo)",
    )


def _add_allow(to: argparse.ArgumentParser, dest: str) -> None:
    to.add_argument(
        OPTION,
        dest=dest,
        action="store_true",
        help="open also a URI that runs a program (+ext, command=, netcat=) without asking",
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; its exit status. Failures are sentences on stderr."""
    # A libvirt object that the cycle collector frees between a failed call and its exception takes the error with it.
    gc.disable()  # a command is over soon; what lasts has a collector on another thread (engine.garbage)
    try:
        status = _run(_parsed(arguments))
        sys.stdout.flush()  # now, while a reader that has gone can be answered for
    except VirtmonitorError as error:
        print(f"virtmonitor: {error}", file=sys.stderr)
        return Exit.NO_CONNECTION if isinstance(error, NotConnectedError) else _status(error.failure)
    except KeyboardInterrupt:
        return Exit.DONE
    except BrokenPipeError:
        _write_nowhere()  # whoever read has gone (`| head`): nothing is left to say
        return Exit.DONE
    except OSError as error:
        _write_nowhere()
        what = error.filename or "The output cannot be written"
        print(f"virtmonitor: {what}: {error.strerror or error}.", file=sys.stderr)
        return Exit.FAILED
    else:
        return status


def _run(options: argparse.Namespace) -> int:
    module, name = _COMMANDS[options.command]
    if module in _WITH_QT:
        qtimport.load()
    command: Callable[[argparse.Namespace], int] = getattr(import_module(module), name)
    if module in _WITHOUT_QT:
        signal.signal(signal.SIGINT, signal.default_int_handler)  # the others have engine.signals
    typed = [*options.connect, *getattr(options, "connect_after", [])]
    options.uris = confirmed(typed, allow=options.allow or getattr(options, "allow_after", False))
    return command(options)


def _write_nowhere() -> None:
    """Also what Python flushes at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _status(failure: Failure) -> Exit:
    """What libvirt refuses is an operation that failed, also where it blames a parameter."""
    status = _STATUS.get(failure.kind, Exit.FAILED)
    return Exit.FAILED if status is Exit.USAGE and failure.code else status


if __name__ == "__main__":
    sys.exit(main())
