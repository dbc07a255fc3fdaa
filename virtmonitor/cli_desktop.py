"""The part of the command line that concerns the desktop: its options, the journal, menu entry and icons. No Qt."""

from __future__ import annotations

import argparse
import sys
import time
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from virtmonitor.core.journal import JournalEntry

COMMANDS: Final[dict[str | None, tuple[str, str]]] = {
    "journal": ("virtmonitor.cli_desktop", "journal"),
    "install": ("virtmonitor.cli_desktop", "install"),
    "uninstall": ("virtmonitor.cli_desktop", "uninstall"),
}
"""Command -> module and function, as in virtmonitor.cli."""


def add_options(to: argparse.ArgumentParser) -> None:
    """The options of the program without a command: what the one instance of the session shall do."""
    one = to.add_mutually_exclusive_group()
    one.add_argument("--window", action="store_true", help="show the window")
    one.add_argument(
        "--minimized", action="store_true", help="show only the tray icon, where there is a tray"
    )
    one.add_argument(
        "--toggle", action="store_true", help="show the popup, or hide it: for a keyboard shortcut"
    )
    one.add_argument(
        "--show", metavar="NAME", help="show the window at the machine of that name, UUID or HOST/UUID"
    )
    one.add_argument("--quit", action="store_true", help="end the program that runs; the machines go on")
    one.add_argument(
        "--dbus",
        action="store_true",
        help="start without a window, as the session bus does before it asks for one",
    )
    one.add_argument(
        "--serve",
        action="store_true",
        help="only the engine on the session bus, for other programs, until none uses it; needs no display",
    )


def add_commands(commands: Any) -> None:
    """The commands, to what `add_subparsers` gave."""
    told = commands.add_parser("journal", help="what happened to which machine, when and why")
    told.add_argument("machine", nargs="?", default="", help="only of the machine of that name or UUID")
    told.add_argument(
        "--since",
        metavar="WHEN",
        default="",
        help="only what is not older: 2h, 3d, yesterday, 2026-11-22 or 2026-11-22 10:00",
    )
    told.add_argument(
        "--limit", type=int, default=1000, metavar="N", help="the last N entries (default: %(default)s)"
    )
    told.add_argument("--json", action="store_true", help="one JSON object a line")
    commands.add_parser(
        "install", help="put the menu entry, the icons and the D-Bus service into your home directory"
    )
    commands.add_parser("uninstall", help="remove what install put there")


def wanted(options: argparse.Namespace) -> tuple[str, tuple[str, ...]]:
    """The command that the options mean, and its arguments."""
    if options.show is not None:
        return "show", (options.show,)
    names = ("window", "minimized", "toggle", "quit", "dbus", "serve")
    return next((name for name in names if getattr(options, name)), "activate"), ()


def journal(options: argparse.Namespace) -> int:
    """`virtmonitor journal`: oldest first, as logs are read."""
    from virtmonitor.core.journal import read
    from virtmonitor.core.paths import journal_path
    from virtmonitor.core.timespan import since

    start = since(options.since, datetime.now().astimezone()) if options.since else 0.0
    entries = read(journal_path(), since=start, limit=max(1, options.limit))
    for entry in reversed(entries):
        if options.machine in ("", entry.name, entry.uuid):
            print(_as_json(entry) if options.json else _line(entry))
    return 0


def _as_json(entry: JournalEntry) -> str:
    import json

    from virtmonitor.core.journalrules import sentence

    told = {key: value for key, value in entry.as_dict().items() if key != "id"}
    return json.dumps(told | {"sentence": sentence(entry)})


def _line(entry: JournalEntry) -> str:
    from virtmonitor.core.journalrules import sentence
    from virtmonitor.core.plaintext import one_line

    when = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(entry.time))
    where = entry.host if entry.name in ("", entry.host) else f"{entry.host}/{entry.name}"
    return f"{when}  {one_line(where)}  {one_line(sentence(entry))}"


def install(_options: argparse.Namespace) -> int:
    """`virtmonitor install`: for this user alone; a distribution's package does it for all."""
    from virtmonitor.desktop import installation

    written = installation.install()
    print(f"Written, and removed again by `virtmonitor uninstall`: {len(written)} files, such as")
    print(f"  {written[0]}")
    return 0


def uninstall(_options: argparse.Namespace) -> int:
    """`virtmonitor uninstall`: the files of `install`, the start with the session, and what can be made again."""
    from virtmonitor.core.paths import cache_dir, consent_path
    from virtmonitor.desktop import autostart, installation

    removed = installation.uninstall()
    autostart.forget()
    if (done := consent_path()) is not None:
        done.unlink(missing_ok=True)
    if (cache := cache_dir()) is not None:
        import shutil  # 5 ms for one rare option

        shutil.rmtree(cache, ignore_errors=True)
    print(f"{len(removed)} files removed. Settings and journal are yours, and stay.", file=sys.stdout)
    return 0
