"""Where the program's files live: the XDG directories, None where there is none to be had."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import platformdirs

APPLICATION: Final = "virtmonitor"
APPLICATION_ID: Final = "org.virtmonitor.VirtMonitor"


def config_home() -> Path | None:
    """XDG_CONFIG_HOME, for files of other programs' making too (autostart); None without a home."""
    return _absolute(platformdirs.user_config_path())


def data_home() -> Path | None:
    """XDG_DATA_HOME, for what desktops look for (applications, icons, services); None without a home."""
    return _absolute(platformdirs.user_data_path())


def settings_path() -> Path | None:
    """The settings file; None when the user has no home directory."""
    return _absolute(platformdirs.user_config_path(APPLICATION) / "settings.toml")


def journal_path() -> Path | None:
    """The journal's file; None when the user has no home directory."""
    return _absolute(platformdirs.user_state_path(APPLICATION) / "journal.sqlite")


def archive_path() -> Path | None:
    """The directory of replaced definitions (hypervisor/xmlarchive.py); None when the user has no home."""
    return _absolute(platformdirs.user_state_path(APPLICATION) / "xml")


def window_sizes_path() -> Path | None:
    """The file of the windows' sizes; None when the user has no home directory."""
    return _absolute(platformdirs.user_state_path(APPLICATION) / "windows.json")


def cache_dir() -> Path | None:
    """The directory of what can be made again; None when the user has no home."""
    return _absolute(platformdirs.user_cache_path(APPLICATION))


def consent_path() -> Path | None:
    """The file that is there while the start with the session is set up as the settings want it."""
    return _absolute(platformdirs.user_state_path(APPLICATION) / "starts-with-session")


def told_path(what: str) -> Path | None:
    """The file that says that a person was told something once; None when the user has no home directory."""
    return _absolute(platformdirs.user_state_path(APPLICATION) / "told" / what)


def runtime_dir() -> Path | None:
    """XDG_RUNTIME_DIR if it is set, absolute and there; else None: a guessed one might be another user's."""
    path = _absolute(Path(os.environ.get("XDG_RUNTIME_DIR", "")))
    return path if path is not None and path.is_dir() else None


def _absolute(path: Path) -> Path | None:
    """A user whom the system does not know leaves "~" as it is: a path relative to wherever we are."""
    return path if path.is_absolute() and "~" not in path.parts else None
