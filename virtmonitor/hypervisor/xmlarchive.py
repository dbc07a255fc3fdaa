"""Keeps what operations replace: the definitions that domains had, to be put back later.

One file a definition: STATE/virtmonitor/xml/HOST/UUID/TIME-OPERATION.xml, for the user alone (they may hold
passwords of displays). Bounded for each domain and in total. Any thread, any number of processes.
"""

from __future__ import annotations

import os
import re
import time
import uuid as uuids
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote

import platformdirs

from virtmonitor.core.errors import Failure, FailureKind, VirtmonitorError
from virtmonitor.hypervisor.safexml import parse

MOST_OF_A_DOMAIN: Final = 20
MOST_IN_ALL: Final = 2000

_FILE: Final = re.compile(r"(\d{20})-([A-Za-z]{1,40})\.xml", re.ASCII)


@dataclass(frozen=True, slots=True)
class ArchiveEntry:
    """One definition that was kept. `entry` names it within its host's archive; `operation` replaced it."""

    entry: str
    uuid: str
    operation: str
    kept_at: float  # Unix time, seconds


class XmlArchive:
    """The definitions kept for the domains of one host, by the short name of its connection.

    Raises VirtmonitorError (FAILED) where the disk does not take them: nothing is then to be replaced.
    """

    def __init__(
        self,
        host: str,
        directory: Path | None = None,
        most_of_a_domain: int = MOST_OF_A_DOMAIN,
        most_in_all: int = MOST_IN_ALL,
    ) -> None:
        """`directory` holds the archives of all hosts; None is the one in the user's state directory."""
        self._root = directory or platformdirs.user_state_path("virtmonitor") / "xml"
        self._host = self._root / _file_name(host)
        self._most_of_a_domain = max(most_of_a_domain, 1)
        self._most_in_all = max(most_in_all, 1)

    def keep(self, uuid: str, xml: str, operation: str) -> ArchiveEntry:
        """Keeps `xml` before `operation` replaces it. The same as the latest is not kept twice."""
        latest = next(iter(self.entries(uuid)), None)
        if latest is not None and self._read(latest) == xml:
            return latest
        try:
            kept = self._write(uuid, xml, operation)
            self._forget_oldest(uuid)
        except OSError as error:
            raise _failed(f"The definition could not be kept, so nothing was changed: {error}.") from error
        return kept

    def entries(self, uuid: str | None = None) -> list[ArchiveEntry]:
        """What is kept, latest first: of one domain, or of all domains of the host."""
        if uuid is not None:
            return _entries_in(self._directory(uuid))
        found = [entry for directory in _directories(self._host) for entry in _entries_in(directory)]
        return sorted(found, key=lambda entry: entry.kept_at, reverse=True)

    def read(self, uuid: str, entry: str = "") -> str:
        """The XML of an entry of that domain; "" is the latest. Raises VirtmonitorError (PARAMETER): none."""
        for candidate in self.entries(uuid):
            if entry in ("", candidate.entry):
                text = self._read(candidate)
                if text is not None:
                    return text
        what = f"named {entry[:100]!r}" if entry else "for it"
        raise VirtmonitorError(Failure(FailureKind.PARAMETER, f"No definition {what} was kept."))

    def name_of(self, entry: ArchiveEntry) -> str:
        """The name the domain had in that definition; "" when it cannot be read."""
        try:
            return parse(self._read(entry) or "").findtext("name") or ""
        except VirtmonitorError:
            return ""

    def _directory(self, uuid: str) -> Path:
        return self._host / str(uuids.UUID(uuid))

    def _read(self, entry: ArchiveEntry) -> str | None:
        try:
            return (self._host / f"{entry.entry}.xml").read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return None

    def _write(self, uuid: str, xml: str, operation: str) -> ArchiveEntry:
        directory = self._directory(uuid)
        for level in (self._root, self._host, directory):
            level.mkdir(mode=0o700, parents=True, exist_ok=True)
            level.chmod(0o700)
        kept_at = time.time_ns()
        while (path := directory / f"{kept_at:020d}-{operation}.xml").exists():
            kept_at += 1
        _write_private(path, xml.encode("utf-8", "replace"))
        return _entry(path)

    def _forget_oldest(self, uuid: str) -> None:
        """What is written last is never forgotten: both bounds are at least 1."""
        for entry in self.entries(uuid)[self._most_of_a_domain :]:
            (self._host / f"{entry.entry}.xml").unlink(missing_ok=True)
        files = [path for host in _directories(self._root) for path in host.glob("*/*.xml")]
        for path in sorted(files, key=lambda path: path.name)[: -self._most_in_all]:
            path.unlink(missing_ok=True)
            with suppress(OSError):  # others of that domain are still there
                path.parent.rmdir()


def _write_private(path: Path, content: bytes) -> None:
    """All or nothing, readable by the user alone from its first moment, and on the disk when this returns."""
    temporary = path.with_suffix(f".{os.getpid()}.tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    try:
        with open(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


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
    return ArchiveEntry(f"{uuid}/{path.stem}", uuid, match[2], int(match[1]) / 1e9)


def _directories(parent: Path) -> list[Path]:
    try:
        return [path for path in parent.iterdir() if path.is_dir() and not path.is_symlink()]
    except OSError:
        return []


def _file_name(host: str) -> str:
    """`host` as the name of one directory, whatever it holds: never "", ".", ".." or a path."""
    return quote(host, safe=" @+,=")[:200].replace(".", "%2E", 1 if host.startswith(".") else 0) or "%"


def _failed(sentence: str) -> VirtmonitorError:
    return VirtmonitorError(Failure(FailureKind.FAILED, sentence))
