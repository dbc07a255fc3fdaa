"""The journal: what happened to which machine, when and why, in SQLite; written by one thread, read by anybody.

WAL, so that readers (the command line) never wait for the writer nor it for them. synchronous=FULL: what was
committed survives a power loss; the cost, an fsync for each batch, is on the writer's thread, and a batch is all
that came while the one before was written. Sources: sqlite.org/wal.html, sqlite.org/pragma.html.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from virtmonitor.core.errors import Failure, FailureKind, VirtmonitorError

SCHEMA: Final = 1
_APPLICATION: Final = 0x76697274  # "virt", PRAGMA application_id
_LONGEST: Final = 2000  # characters of a text; a guest chooses some of them
_BUSY: Final = 5.0  # seconds to wait for another instance's write
_TABLE: Final = """
CREATE TABLE entries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    time REAL NOT NULL,
    host TEXT NOT NULL,
    uuid TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    detail TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX by_time ON entries (time);
CREATE INDEX by_machine ON entries (uuid, time);
"""


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One thing that happened. `time` is Unix time in seconds; `uuid` is "" when it happened to the host.

    `kind` and `detail` are words (see core.journalrules), `text` a sentence from outside, "" when there is none.
    `id` is the place in the file, 0 when it is not from a file.
    """

    time: float
    host: str
    uuid: str
    name: str
    kind: str
    detail: str = ""
    text: str = ""
    id: int = 0

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)


class JournalFile:
    """An open journal, for the thread that opened it."""

    def __init__(self, path: Path) -> None:
        """Open or make the file, readable by its owner alone. Raises OSError or sqlite3.Error."""
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
        self._database = sqlite3.connect(path, timeout=_BUSY, isolation_level=None)
        try:
            self._prepare()
        except BaseException:
            self._database.close()
            raise

    def close(self) -> None:
        """Close; the write-ahead log is taken into the file."""
        self._database.close()

    def add(self, entries: Iterable[JournalEntry], limit: int) -> None:
        """Append in one transaction that is on the disk on return; of all entries the last `limit` stay."""
        with self._transaction():
            self._database.executemany(
                "INSERT INTO entries (time, host, uuid, name, kind, detail, text) VALUES (?, ?, ?, ?, ?, ?, ?)",
                map(_row, entries),
            )
            self._database.execute(
                "DELETE FROM entries WHERE id <= (SELECT max(id) FROM entries) - ?", (limit,)
            )

    def _prepare(self) -> None:
        database = self._database
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = FULL")
        # KiB: of the 2 MB that are usual, most would be filled in a day, of a file that is only appended to.
        database.execute("PRAGMA cache_size = -256")
        told = database.execute("PRAGMA quick_check(1)").fetchone()[0]
        if told != "ok":
            raise sqlite3.DatabaseError(told)
        with self._transaction():
            version = _version(database)
            if version > SCHEMA:
                raise _newer()
            if version == 0:
                for statement in _TABLE.split(";")[:-1]:
                    database.execute(statement)
                database.execute(f"PRAGMA application_id = {_APPLICATION}")
                database.execute(f"PRAGMA user_version = {SCHEMA}")

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._database.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._database.execute("ROLLBACK")
            raise
        self._database.execute("COMMIT")


def read(
    path: Path | None,
    *,
    since: float = 0.0,
    host: str = "",
    uuid: str = "",
    before_id: int = 0,
    limit: int = 1000,
) -> tuple[JournalEntry, ...]:
    """The last `limit` entries that match, the latest first. Changes nothing; no file is an empty journal.

    `since`: Unix time; `before_id`: older than that one, to page on. Raises VirtmonitorError.
    """
    if path is None or not path.exists():
        return ()
    wanted: tuple[tuple[str, float | str | int, bool], ...] = (
        ("time >= ?", since, since > 0),
        ("host = ?", host, bool(host)),
        ("uuid = ?", uuid, bool(uuid)),
        ("id < ?", before_id, before_id > 0),
    )
    where = " AND ".join(condition for condition, _, given in wanted if given) or "1"
    values = [value for _, value, given in wanted if given]
    columns = "time, host, uuid, name, kind, detail, text, id"
    # Only the conditions above are put together; every value is bound.
    query = f"SELECT {columns} FROM entries WHERE {where} ORDER BY id DESC LIMIT ?"  # noqa: S608
    try:
        with closing(_read_only(path)) as database:
            version = _version(database)
            if version > SCHEMA:
                raise _newer()
            if version == 0 and _is_empty(database):
                return ()  # its writer is just making it
            return tuple(JournalEntry(*row) for row in database.execute(query, [*values, limit]))
    except sqlite3.Error as error:
        told = f"The journal {path} cannot be read: {error}."
        raise VirtmonitorError(Failure(FailureKind.FAILED, told)) from error


def set_aside(path: Path, name: str) -> Path:
    """Move a broken journal, with what belongs to it, out of the way; where it is now."""
    # The clock may have been set back: what was set aside before stays.
    names = (path.with_name(f"{path.name}.{name}{f'-{again}' if again else ''}") for again in range(1000))
    kept = next(free for free in names if not free.exists())
    for suffix in ("-wal", "-shm", ""):
        part = path.with_name(path.name + suffix)
        if part.exists():
            part.replace(kept.with_name(kept.name + suffix))
    return kept


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True, timeout=_BUSY)


def _version(database: sqlite3.Connection) -> int:
    return int(database.execute("PRAGMA user_version").fetchone()[0])


def _is_empty(database: sqlite3.Connection) -> bool:
    return database.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone() is None


def _row(entry: JournalEntry) -> tuple[Any, ...]:
    texts = (entry.host, entry.uuid, entry.name, entry.kind, entry.detail, entry.text)
    return (entry.time, *(text[:_LONGEST].encode("utf-8", "replace").decode() for text in texts))


def _newer() -> VirtmonitorError:
    told = "The journal was written by a newer virtmonitor."
    return VirtmonitorError(Failure(FailureKind.UNSUPPORTED, told, "It is left as it is."))
