"""Writing the settings: only what changed, into the file as it is now, by a new file that takes its place."""

from __future__ import annotations

import contextlib
import errno
import os
import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import tomlkit
from tomlkit.exceptions import TOMLKitError

from virtmonitor.core.atomicfile import replace_file
from virtmonitor.core.connection import HostSettings
from virtmonitor.core.errors import Failure, FailureKind, VirtmonitorError
from virtmonitor.core.settings_file import UnreadableError, load, parse
from virtmonitor.core.settings_schema import HOST_KEYS, SECTIONS, Setting, SettingsRecord, plain, section_keys

_RIGHTS: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_KEPT: Final = "The settings saved earlier are kept."


def save(path: Path | None, before: SettingsRecord, after: SettingsRecord) -> None:
    """Write what differs between the two into `path`; edits made there meanwhile stay. Blocks for an fsync.

    Raises VirtmonitorError with the old file untouched (no home, read-only, disk full).
    """
    if path is None:
        raise _failure("There is no home directory to keep the settings in.", FailureKind.RIGHTS, hint="")
    try:
        target = path.resolve()  # a dotfile manager's link stays a link
        _check_owner(target)
        broken = load(target).broken
        text = _text(target, before, after, fresh=broken)
        replace_file(target, text.encode("utf-8"), keep_old=broken)
    except OSError as error:
        kind = FailureKind.RIGHTS if error.errno in _RIGHTS else FailureKind.FAILED
        raise _failure(f"The settings could not be saved in {path}: {error.strerror}.", kind) from error
    except (TOMLKitError, UnreadableError, UnicodeError) as error:
        raise _failure(f"The settings could not be saved in {path}: {error}.", FailureKind.FAILED) from error


def template() -> str:
    """The file that the first save writes: every key with its description and default, as comments."""
    lines = ["# The settings of virtmonitor. Remove the # before a key to set it; comments are kept.", ""]
    lines += ["# One [[hosts]] section a host:", *(f"#   {key.name}: {_about(key)}" for key in HOST_KEYS), ""]
    for section in SECTIONS:
        lines.append(f"[{section}]")
        for key in section_keys(section):
            lines += [*textwrap.wrap(f"# {_about(key)}", 100, subsequent_indent="# "), f"# {_example(key)}"]
        lines.append("")
    return "\n".join(lines)


def _text(path: Path, before: SettingsRecord, after: SettingsRecord, *, fresh: bool) -> str:
    old = template()
    if not fresh:
        with contextlib.suppress(FileNotFoundError):
            old = path.read_text(encoding="utf-8")
    document = tomlkit.parse(old)
    for section in SECTIONS:
        _change(document, section, getattr(before, section), getattr(after, section))
    _change_hosts(document, _kept(before.hosts), _kept(after.hosts))
    text = tomlkit.dumps(document)
    parse(text, path)  # never leave a file behind that cannot be read again
    return text


def _change(document: Any, section: str, before: Any, after: Any) -> None:
    for key in section_keys(section):
        value = getattr(after, key.name)
        if value == getattr(before, key.name):
            continue
        if not isinstance(document.get(section), Mapping):
            document[section] = tomlkit.table()
        document[section][key.name] = plain(value)


def _kept(hosts: tuple[HostSettings, ...]) -> tuple[HostSettings, ...]:
    return tuple(host for host in hosts if not host.demo)


def _change_hosts(document: Any, before: tuple[HostSettings, ...], after: tuple[HostSettings, ...]) -> None:
    if before == after:
        return
    present = document.get("hosts")
    tables = list(present) if isinstance(present, list) else []
    known = {host.name: host for host in before}
    gone = known.keys() - {host.name for host in after}
    written = []
    for host in after:
        table = _taken(tables, host, known, gone)
        _change_host(table, known.get(host.name), host)
        written.append(table)
    unknown = (table for table in tables if _name(table) not in known)
    written += [_as_table(table) for table in unknown if not any(_is(table, host) for host in before)]
    _put_hosts(document, written)


def _put_hosts(document: Any, tables: list[Any]) -> None:
    """Where they stood, if they stood as sections; comments stay with the section before them."""
    present = document.get("hosts")
    if not isinstance(present, tomlkit.items.AoT):
        document.pop("hosts", None)
        present = tomlkit.aot()
        document.append("hosts", present)
    if [*map(id, present)] == [*map(id, tables)]:
        return
    while len(present):
        del present[0]
    for table in tables:
        present.append(table)
    if not tables:
        document.pop("hosts", None)


def _taken(tables: list[Any], host: HostSettings, known: Mapping[str, HostSettings], gone: Any) -> Any:
    """The host's table taken out of `tables`: by its name, else that of a host renamed; else a new one."""
    for table in tables:
        if _name(table) == host.name or (host.name in known and _is(table, known[host.name])):
            tables.remove(table)
            return _as_table(table)
    for table in tables:
        if _uri(table) == host.uri and (not _name(table) or _name(table) in gone):
            tables.remove(table)
            return _as_table(table)
    return tomlkit.table()


def _name(table: Any) -> Any:
    return table.get("name") if isinstance(table, Mapping) else None


def _uri(table: Any) -> Any:
    return table.get("uri") if isinstance(table, Mapping) else None


def _is(table: Any, host: HostSettings) -> bool:
    """A table without a name belongs to the host that was named after its URI."""
    return not _name(table) and _uri(table) == host.uri


def _as_table(table: Any) -> Any:
    if isinstance(table, tomlkit.items.Table) or not isinstance(table, Mapping):
        return table
    made = tomlkit.table()
    made.update(table)
    return made


def _change_host(table: Any, before: HostSettings | None, after: HostSettings) -> None:
    for key in HOST_KEYS:
        value = getattr(after, key.name)
        old = key.default if before is None else getattr(before, key.name)
        if value != old or (before is None and key.name in table and table[key.name] != value):
            table[key.name] = value


def _about(key: Setting) -> str:
    limits = f"between {key.bounds}" if key.bounds else ", ".join(key.choices)
    return f"{key.description} ({limits})" if limits else key.description


def _example(key: Setting) -> str:
    return f"{key.name} = {tomlkit.item(plain(key.default)).as_string().strip() or '{}'}"


def _check_owner(path: Path) -> None:
    """Root with another user's home (sudo) must not leave files there that their owner cannot read."""
    there = next(place for place in (path, *path.parents) if os.path.lexists(place))
    if there.stat().st_uid not in (os.geteuid(), 0):
        raise PermissionError(errno.EPERM, f"{there} belongs to another user")


def _failure(message: str, kind: FailureKind, hint: str = _KEPT) -> VirtmonitorError:
    return VirtmonitorError(Failure(kind, message, hint))
