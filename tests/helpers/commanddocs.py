"""Man page and shell completions, made of the one parser: python -m tests.helpers.commanddocs writes them.

They are kept in resources/, because those who build a package should need no further tools; a test tells when they
are not current.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import shtab
import tomlkit
from argparse_manpage.manpage import Manpage

from virtmonitor import __version__
from virtmonitor.cli import parser
from virtmonitor.core.settings_schema import SECTIONS, TABLE, Setting, plain

ROOT = Path(__file__).resolve().parents[2]
RESOURCES = ROOT / "resources"
COMPLETIONS = {
    "bash": "completions/bash/virtmonitor",
    "zsh": "completions/zsh/_virtmonitor",
    "fish": "completions/fish/virtmonitor.fish",
}
MAN = "man/virtmonitor.1"
# The page's date is the release's: it changes with what it says, not with the day.
_DATE = re.compile(r'<release version="([^"]+)" date="(\d{4})-(\d{2})-(\d{2})"')
_TODAY = re.compile(r"\d{4}\\-\d{2}\\-\d{2}")
_MORE = r"""
.SH FILES
.TP
\fI~/.config/virtmonitor/settings.toml\fR
The settings, in TOML; see SETTINGS. The program writes it as a whole and keeps comments.
.TP
\fI~/.local/state/virtmonitor/journal.sqlite\fR
The journal.
.TP
\fI~/.config/autostart/org.virtmonitor.VirtMonitor.desktop\fR
Start with the session, written when the settings want it.

%SETTINGS%
.SH ENVIRONMENT
.TP
\fBLIBVIRT_DEFAULT_URI\fR
The connection, where neither \fB\-c\fR nor the settings name one.

.SH EXIT STATUS
0 done, 1 the operation failed, 2 wrong usage, 3 no connection, 4 no such machine, 5 not within \fB\-\-timeout\fR.

.SH D-BUS
The engine is at \fIorg.virtmonitor.Engine1\fR on the session bus; its interfaces are described in
\fIorg.virtmonitor.Engine1.xml\fR.

.SH SEE ALSO
\fBvirsh\fR(1), \fBlibvirtd\fR(8)
"""


def files() -> Iterator[tuple[Path, str]]:
    """Each file and what belongs into it."""
    yield RESOURCES / MAN, manpage()
    for shell, name in COMPLETIONS.items():
        yield RESOURCES / name, completion(shell)


def completion(shell: str) -> str:
    """The completions for that shell."""
    text: str = shtab.complete(parser(), shell=shell)
    return "\n".join(line.rstrip() for line in text.splitlines()) + "\n"


def manpage() -> str:
    """virtmonitor(1)."""
    metainfo = (RESOURCES / "desktop" / "org.virtmonitor.VirtMonitor.metainfo.xml").read_text()
    found = _DATE.search(metainfo)
    assert found is not None
    assert found[1] == __version__
    with mock.patch.dict(os.environ, COLUMNS="100"):  # argparse breaks lines for the terminal
        text = str(_page())
    date = r"\-".join(found.groups()[1:])
    head, _, rest = "\n".join(line.rstrip() for line in text.splitlines()).partition("\n")
    more = _MORE.replace("%SETTINGS%", _settings())
    return f"{re.sub(_TODAY, lambda _: date, head)}\n{rest.rstrip()}\n{more}"


def _settings() -> str:
    """Every key of the settings' table, by its sections."""
    lines = [".SH SETTINGS"]
    for section in ("hosts", *SECTIONS):
        lines.append(f".SS {'[[hosts]], one a host' if section == 'hosts' else f'[{section}]'}")
        for key in (key for key in TABLE if key.section == section):
            lines += [".TP", rf"\fB{key.name}\fR = {_escaped(_value(key))}", _escaped(_about(key))]
    return "\n".join(lines) + "\n"


def _value(key: Setting) -> str:
    return tomlkit.item(plain(key.default)).as_string().strip() or "{}"


def _about(key: Setting) -> str:
    limits = (
        f" (between {key.bounds})" if key.bounds else f" ({', '.join(key.choices)})" if key.choices else ""
    )
    return f"{key.description[:1].upper()}{key.description[1:]}{limits}."


def _escaped(text: str) -> str:
    """Fit for troff, which takes a quote or a dot at the start of a line for its own."""
    return r"\&" + text.replace("\\", r"\e").replace("-", r"\-")


def _page() -> Manpage:
    return Manpage(
        parser(),
        {
            "project_name": "virtmonitor",
            "version": __version__,
            "description": "virtual machines of libvirt hosts, live in the tray, in a window and on a terminal",
            "long_description": parser().description,
            "manual_title": "User Commands",
            "manual_section": 1,
        },
    )


def main() -> int:
    """Write them."""
    for path, text in files():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
