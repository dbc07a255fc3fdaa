"""The settings file: read without changing it, changed key by key, replaced whole or not at all. No Qt.

A file that cannot be read is never overwritten: it is kept aside at the next save. A key this program
does not know, a bad value and every comment stay as they are.
"""

from __future__ import annotations

import os
import stat
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from virtmonitor.core.connection import HostSettings, short_name
from virtmonitor.core.plaintext import one_line
from virtmonitor.core.settings_schema import (
    HOST_KEYS,
    SECTIONS,
    SettingsRecord,
    frozen,
    problem,
    section_keys,
)

_LARGEST: Final = 1 << 20  # bytes; nobody writes more by hand, and a device or a mistake must not fill memory


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """What a file held. `broken`: it was there and could not be read, so the defaults are used."""

    settings: SettingsRecord
    problems: tuple[str, ...] = ()
    broken: bool = False


class UnreadableError(Exception):
    """The sentence that tells why the file is not used."""


@dataclass(slots=True)
class _Reading:
    """One pass over a parsed file: problems are collected, a bad value gives way to its default."""

    trusted: bool
    problems: list[str] = field(default_factory=list)

    def section(self, name: str, table: object) -> Any:
        """The dataclass of that section."""
        if not isinstance(table, Mapping):
            self.problems.append(f"{name} must be a section, [{name}].")
            table = {}
        values = {}
        for key in section_keys(name):
            if key.name not in table:
                continue
            told = problem(key, table[key.name])
            if told:
                self.problems.append(f"{key.key} {told}; {_shown(key.default)} is used.")
            else:
                values[key.name] = frozen(key, table[key.name])
        return SECTIONS[name](**values)

    def hosts(self, tables: object) -> Iterator[HostSettings]:
        """The usable hosts, each with a name of its own."""
        taken: set[str] = set()
        if not isinstance(tables, list):
            self.problems.append("hosts must be sections, [[hosts]].")
            return
        for table in tables:
            host = self._host(table, taken)
            if host is not None:
                taken.add(host.name)
                yield host

    def _host(self, table: object, taken: set[str]) -> HostSettings | None:
        if not isinstance(table, Mapping) or not isinstance(table.get("uri"), str):
            self.problems.append("A host without a uri is left out.")
            return None
        values = {}
        for key in HOST_KEYS:
            told = problem(key, table[key.name]) if key.name in table else None
            if told:
                self.problems.append(f"{key.key} {told}.")
            elif key.name in table:
                values[key.name] = table[key.name]
        name = values.pop("name", "") or short_name(values["uri"], taken)
        if name in taken:
            self.problems.append(f"Two hosts are called {one_line(name, 64)}; the second is left out.")
            return None
        return HostSettings(
            name=name, **{**values, "confirmed": values.get("confirmed", False) and self.trusted}
        )


def load(path: Path | None) -> LoadedSettings:
    """The settings in `path`; the defaults for what is missing or wrong. Changes nothing, never raises."""
    if path is None:
        return LoadedSettings(SettingsRecord())
    try:
        text, trusted = _read(path)
        return parse(text, path, trusted)
    except FileNotFoundError:
        return LoadedSettings(SettingsRecord())
    except (OSError, UnreadableError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        told = f"{path} is not used: {reason}. The default settings are used and the file is kept."
        return LoadedSettings(SettingsRecord(), (told,), broken=True)


def parse(text: str, path: Path, trusted: bool = True) -> LoadedSettings:
    """The settings that `text` holds; UnreadableError when it is no TOML.

    Untrusted: what lets programs run is not believed.
    """
    try:
        document = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UnreadableError(one_line(str(error), 200) or "it is nested too deeply") from error
    reading = _Reading(trusted)
    sections = {name: reading.section(name, document.get(name, {})) for name in SECTIONS}
    record = SettingsRecord(hosts=tuple(reading.hosts(document.get("hosts", []))), **sections)
    if not trusted:
        record = replace(record, dbus=replace(record.dbus, allowed_operations=()))
        reading.problems.append(
            f"Other users may write {path}: what it allows is not believed. Run: chmod go-w '{path}'"
        )
    return LoadedSettings(record, tuple(reading.problems))


def _read(path: Path) -> tuple[str, bool]:
    """The file's text, and whether only its owner can have written it."""
    # Not blocking: opening a FIFO would wait for a writer.
    with open(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableError("it is not a file")
        if status.st_uid not in (os.geteuid(), 0):
            raise UnreadableError("it belongs to another user")
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise UnreadableError("it is larger than 1 MiB")
    try:
        return data.decode("utf-8"), not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    except UnicodeDecodeError as error:
        raise UnreadableError("it is not UTF-8 text") from error


def _shown(default: Any) -> str:
    if isinstance(default, tuple):
        return ", ".join(default) or "an empty list"
    return "an empty table" if isinstance(default, Mapping) else str(default) or "an empty text"
