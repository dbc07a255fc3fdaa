"""The settings as far as they count on the command line: which hosts are meant. No Qt."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from virtmonitor.core.connection import HostSettings
from virtmonitor.core.paths import settings_path
from virtmonitor.hosts import chosen

if TYPE_CHECKING:
    from virtmonitor.core.settings_schema import SettingsRecord


def settings() -> SettingsRecord | None:
    """What the file says; None where there is none. One that cannot be read is told on stderr."""
    path = settings_path()
    if path is None or not path.exists():
        return None
    from virtmonitor.core.settings_file import load  # takes longer to load than many a command needs in all

    loaded = load(path)
    if loaded.broken:
        print("".join(f"virtmonitor: {told}\n" for told in loaded.problems), end="", file=sys.stderr)
    return loaded.settings


def known(uris: Sequence[str], record: SettingsRecord | None = None) -> tuple[HostSettings, ...]:
    """The hosts that a name may mean: those of `uris`, else those of the settings, else the default; never none.

    `record`: settings that were read already.
    """
    record = record if uris or record is not None else settings()
    return chosen(uris, record.hosts if record is not None else ())


def shown(uris: Sequence[str], record: SettingsRecord | None = None) -> tuple[HostSettings, ...]:
    """The hosts whose machines are shown: as `known`, without those that the settings do not connect by themselves."""
    hosts = known(uris, record)
    return tuple(one for one in hosts if one.autoconnect) or hosts
