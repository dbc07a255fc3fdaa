"""Keeps what operations replace: the definitions that domains had, to be put back later.

STATE/virtmonitor/xml/HOST/UUID/ORDER-OPERATION.xml is one definition, and .snapshots beside it what libvirt knew
of its snapshots where that was deleted too. For the user alone, as they may hold passwords of displays. Bounded for
each domain and in total. Any thread, any number of processes.

ORDER is the time in nanoseconds, or more: the computer's clock may have been set back since the one before, and what
was kept last must stay the last, to be put back first and forgotten last.
"""

from __future__ import annotations

import re
import time
import uuid as uuids
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote

from virtmonitor.core.atomicfile import replace_file
from virtmonitor.core.errors import Failure, FailureKind, VirtmonitorError
from virtmonitor.core.paths import archive_path
from virtmonitor.hypervisor.safexml import parse

MOST_OF_A_DOMAIN: Final = 20
MOST_IN_ALL: Final = 2000

_FILE: Final = re.compile(r"(\d{20})-([A-Za-z]{1,40})\.xml", re.ASCII)
_SNAPSHOTS: Final = ".snapshots"


@dataclass(frozen=True, slots=True)
class ArchiveEntry:
    """One definition that was kept. `entry` names it within its host's archive; `operation` replaced it."""

    entry: str
    uuid: str
    operation: str
    kept_at: float  # Unix time, seconds


class XmlArchive:
    """The definitions kept for the domains of one host, by the short name of its connection."""

    def __init__(
        self,
        host: str,
        directory: Path | None = None,
        most_of_a_domain: int = MOST_OF_A_DOMAIN,
        most_in_all: int = MOST_IN_ALL,
    ) -> None:
        """`directory` holds the archives of all hosts; None is the one in the user's state directory."""
        self._root = directory or archive_path()
        self._name = _file_name(host)
        self._most_of_a_domain = max(most_of_a_domain, 1)
        self._most_in_all = max(most_in_all, 1)

    def keep(self, uuid: str, xml: str, operation: str, snapshots: str = "") -> ArchiveEntry:
        """Keeps `xml` before `operation` replaces it. The same as the latest is not kept twice.

        Raises VirtmonitorError (FAILED) where the disk does not take it: then nothing is to be replaced.
        """
        latest = next(iter(self.entries(uuid)), None)
        if latest is not None and (self._text(latest, ".xml"), self.snapshots(latest)) == (xml, snapshots):
            return latest
        try:
            kept = self._write(uuid, xml, operation, snapshots)
            self._forget_oldest(uuid)
        except OSError as error:
            raise _failed(f"The definition could not be kept, so nothing was changed: {error}.") from error
        return kept

    def entries(self, uuid: str | None = None) -> list[ArchiveEntry]:
        """What is kept, latest first: of one domain, or of all domains of the host."""
        if self._root is None:
            return []
        if uuid is not None:
            return _entries_in(self._directory(self._root, uuid))
        found = [entry for each in _directories(self._root / self._name) for entry in _entries_in(each)]
        return sorted(found, key=lambda entry: entry.entry.partition("/")[2], reverse=True)

    def find(self, uuid: str, entry: str) -> ArchiveEntry:
        """The entry of that domain of that name. Raises VirtmonitorError (PARAMETER): there is none."""
        for candidate in self.entries(uuid):
            if candidate.entry == entry:
                return candidate
        raise _failed(f"No definition named {entry[:100]!r} was kept of it.", FailureKind.PARAMETER)

    def read(self, entry: ArchiveEntry) -> str:
        """The XML of an entry. Raises VirtmonitorError (FAILED): its file cannot be read."""
        text = self._text(entry, ".xml")
        if text is None:
            raise _failed(f"The definition {entry.entry} cannot be read any more.")
        return text

    def snapshots(self, entry: ArchiveEntry) -> str:
        """The snapshots kept with it, as `hypervisor/snapshots.py` has them; "" for none."""
        return self._text(entry, _SNAPSHOTS) or ""

    def name_of(self, entry: ArchiveEntry) -> str:
        """The name the domain had in that definition; "" when it cannot be read."""
        try:
            return parse(self.read(entry)).findtext("name") or ""
        except VirtmonitorError:
            return ""

    def _directory(self, root: Path, uuid: str) -> Path:
        return root / self._name / str(uuids.UUID(uuid))

    def _text(self, entry: ArchiveEntry, suffix: str) -> str | None:
        if self._root is None:
            return None
        try:
            return (self._root / self._name / f"{entry.entry}{suffix}").read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return None

    def _write(self, uuid: str, xml: str, operation: str, snapshots: str) -> ArchiveEntry:
        if self._root is None:
            raise OSError("there is no home directory")
        directory = self._directory(self._root, uuid)
        for level in (self._root, directory.parent, directory):
            level.mkdir(mode=0o700, parents=True, exist_ok=True)
            level.chmod(0o700)
        order = max(time.time_ns(), _latest(self._root) + 1)
        while (path := directory / f"{order:020d}-{operation}.xml").exists():
            order += 1
        if snapshots:
            replace_file(path.with_suffix(_SNAPSHOTS), snapshots.encode())
        replace_file(path, xml.encode())
        return _entry(path)

    def _forget_oldest(self, uuid: str) -> None:
        """What is written last is never forgotten: both bounds are at least 1."""
        assert self._root is not None
        own = sorted(self._directory(self._root, uuid).glob("*.xml"), reverse=True)
        for path in own[self._most_of_a_domain :]:
            _forget(path)
        for path in sorted(_files(self._root), key=lambda path: path.name)[: -self._most_in_all]:
            _forget(path)
            with suppress(OSError):  # others of that domain are still there
                path.parent.rmdir()


def _forget(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.with_suffix(_SNAPSHOTS).unlink(missing_ok=True)


def _entries_in(directory: Path) -> list[ArchiveEntry]:
    try:
        paths = sorted(directory.iterdir(), key=lambda path: path.name, reverse=True)
    except OSError:
        return []
    return [_entry(path) for path in paths if _FILE.fullmatch(path.name)]


def _entry(path: Path) -> ArchiveEntry:
    match = _FILE.fullmatch(path.name)
    assert match is not None, path
    uuid = path.parent.name
    return ArchiveEntry(f"{uuid}/{path.stem}", uuid, match[2], _kept_at(path, int(match[1]) / 1e9))


def _kept_at(path: Path, ordered: float) -> float:
    """Unix time: as its name says, unless it was written before that; a copy of the archive was written later."""
    try:
        written = path.stat().st_mtime
    except OSError:
        return ordered
    return written if written < ordered - 1 else ordered


def _files(root: Path) -> list[Path]:
    """What is kept of all domains of all hosts."""
    found = (path for host in _directories(root) for path in host.glob("*/*.xml"))
    return [path for path in found if _FILE.fullmatch(path.name)]


def _latest(root: Path) -> int:
    """The ORDER of what was kept last."""
    return max((int(path.name[:20]) for path in _files(root)), default=0)


def _directories(parent: Path) -> list[Path]:
    try:
        return [path for path in parent.iterdir() if path.is_dir() and not path.is_symlink()]
    except OSError:
        return []


def _file_name(host: str) -> str:
    """`host` as the name of one directory, whatever it holds: never "", ".", ".." or a path."""
    name = quote(host, safe=" @+,=", errors="replace")[:200] or "%"
    return f"%2E{name[1:]}" if name.startswith(".") else name


def _failed(sentence: str, kind: FailureKind = FailureKind.FAILED) -> VirtmonitorError:
    return VirtmonitorError(Failure(kind, sentence))
