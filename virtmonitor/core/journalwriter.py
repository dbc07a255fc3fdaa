"""The journal's writer: takes entries from any thread at once, and writes them on a thread of its own."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Final

from virtmonitor.core.errors import VirtmonitorError
from virtmonitor.core.journal import JournalEntry, JournalFile, set_aside

_MOST_WAITING: Final = 10_000  # entries kept while the disk takes none; the oldest go first
_RETRY: Final = 30.0  # seconds between tries to write to a file that refused
_REST: Final = 0.2  # seconds between two transactions
# SQLite says so of a file that is none of its own, or is damaged: only then is it set aside.
_BROKEN: Final = frozenset({sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT})


class JournalWriter:
    """Writes until closed. Its methods may be called on any thread and do not wait for the disk, except `flush`.

    `problem` is called on the writer's thread with a sentence for people, once for each trouble.
    """

    def __init__(self, path: Path | None, limit: int, problem: Callable[[str], object]) -> None:
        self._path = path
        self._limit = limit
        self._problem = problem
        self._waiting: deque[JournalEntry] = deque(maxlen=_MOST_WAITING)
        self._changed = threading.Condition()
        self._closing = False
        self._idle = True
        self._hurry = False
        self._file: JournalFile | None = None
        self._told = ""
        self._rest_until = 0.0
        # A daemon: a disk that hangs must not keep the process from ending.
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
        self._thread.start()

    def record(self, entry: JournalEntry) -> None:
        """Take an entry."""
        with self._changed:
            if not self._waiting:
                self._changed.notify_all()  # who comes for one takes all
            self._waiting.append(entry)
            self._idle = False

    def set_limit(self, limit: int) -> None:
        """Keep that many entries, from the next one on."""
        self._limit = limit

    def flush(self, timeout: float) -> bool:
        """Wait until all that was recorded is on the disk; False when it is not after `timeout` seconds."""
        with self._changed:
            self._hurry = True
            self._changed.notify_all()
            return self._changed.wait_for(lambda: self._idle, timeout)

    def close(self, timeout: float = 2.0) -> bool:
        """Write what waits and end; False when the disk did not take it within `timeout` seconds."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._thread.join(timeout)
        return not self._thread.is_alive() and not self._waiting

    def _run(self) -> None:
        while self._wait():
            batch = self._take()
            written = self._written(batch)
            self._rest_until = time.monotonic() + _REST
            with self._changed:
                if not written:
                    self._waiting.extendleft(reversed(batch[: _MOST_WAITING - len(self._waiting)]))
                self._idle = not self._waiting
                self._changed.notify_all()
            if not written and not self._pause():
                break
        if self._file is not None:
            self._file.close()

    def _wait(self) -> bool:
        """Until there is something to write; False when there is nothing and nothing will come."""
        with self._changed:
            self._changed.wait_for(lambda: bool(self._waiting) or self._closing)
            # In a storm each entry would be a transaction of its own.
            left = self._rest_until - time.monotonic()
            if left > 0:
                self._changed.wait_for(lambda: self._hurry or self._closing, left)
            self._hurry = False
            return bool(self._waiting)

    def _take(self) -> list[JournalEntry]:
        with self._changed:
            batch = list(self._waiting)
            self._waiting.clear()
            return batch

    def _pause(self) -> bool:
        """Before the next try; False when there is none, as we are closing."""
        with self._changed:
            self._changed.wait_for(lambda: self._closing, _RETRY)
            return not self._closing

    def _written(self, batch: list[JournalEntry]) -> bool:
        if self._path is None:
            return self._trouble("There is no home directory to keep the journal in.")
        try:
            self._open(self._path).add(batch, self._limit)
        except sqlite3.Error as error:
            return self._failed(error, self._path, batch)
        except OSError as error:
            return self._trouble(f"The journal {self._path} cannot be written: {error.strerror}.")
        except VirtmonitorError as error:
            return self._trouble(str(error))
        self._told = ""
        return True

    def _open(self, path: Path) -> JournalFile:
        if self._file is None:
            self._file = JournalFile(path)
        return self._file

    def _failed(self, error: sqlite3.Error, path: Path, batch: list[JournalEntry]) -> bool:
        self._drop()
        if not _is_broken(error):
            return self._trouble(f"The journal {path} cannot be written: {error}.")
        try:
            kept = set_aside(path, time.strftime("broken-%Y%m%d-%H%M%S"))
            self._open(path).add(batch, self._limit)
        except (OSError, sqlite3.Error) as again:
            self._drop()
            return self._trouble(f"The journal {path} is damaged and cannot be replaced: {again}.")
        self._trouble(f"The journal was damaged. It is kept as {kept}, and a new one is begun.")
        return True

    def _drop(self) -> None:
        file, self._file = self._file, None
        if file is not None:
            file.close()

    def _trouble(self, sentence: str) -> bool:
        """Tell it, unless it is what was told last; always False."""
        if sentence != self._told:
            self._told = sentence
            self._problem(sentence)
        return False


def _is_broken(error: sqlite3.Error) -> bool:
    code = getattr(error, "sqlite_errorcode", None)
    # quick_check's verdict is raised by us, without a code.
    return (code & 0xFF) in _BROKEN if code is not None else type(error) is sqlite3.DatabaseError
