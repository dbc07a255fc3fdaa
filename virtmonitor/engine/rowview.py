"""Which rows are shown and in which order, kept sorted as single rows change. No Qt: the model is made of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from virtmonitor.core.domain import DomainRecord, DomainState

Key = tuple[object, ...]

_NUMBERS = re.compile(r"(\d+)")


@lru_cache(maxsize=32_768)
def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """A sort key that counts: web-2 before web-10.

    >>> natural("web-2") < natural("web-10")
    True
    """
    parts = _NUMBERS.split(text.casefold())
    return tuple((1, int(part), "") if part.isdecimal() else (0, 0, part) for part in parts if part)


@dataclass(frozen=True, slots=True)
class RowFilter:
    """Which rows are wanted. `words`: each must stand in name, title or UUID; empty collections want all."""

    words: tuple[str, ...] = ()
    states: frozenset[DomainState] = frozenset()
    hosts: frozenset[str] = frozenset()
    sources: frozenset[str] | None = None

    @property
    def narrows(self) -> bool:
        """True when it may leave something out."""
        return bool(self.words or self.states or self.hosts) or self.sources is not None

    def wants(self, record: DomainRecord) -> bool:
        """True when the record is to be shown."""
        if self.states and record.state not in self.states:
            return False
        if self.hosts and record.host not in self.hosts:
            return False
        if self.sources is not None and record.source not in self.sources:
            return False
        if not self.words:
            return True
        text = f"{record.name}\n{record.title or ''}\n{record.uuid}\n{record.state.word}".casefold()
        return all(word in text for word in self.words)


class SortedRows:
    """Records in the order of their keys. Keys are unique: they end in the UUID."""

    def __init__(self) -> None:
        self.records: list[DomainRecord] = []
        self._keys: list[Key] = []
        self._key_of: dict[str, Key] = {}

    def __len__(self) -> int:
        return len(self.records)

    def fill(self, pairs: Iterable[tuple[Key, DomainRecord]]) -> None:
        """Begin anew with these."""
        ordered = sorted(pairs, key=lambda pair: pair[0])
        self._keys = [key for key, _ in ordered]
        self.records = [record for _, record in ordered]
        self._key_of = {record.source: key for key, record in ordered}

    def index(self, source: str) -> int | None:
        """The row of a Source; None when it is not shown."""
        key = self._key_of.get(source)
        return None if key is None else bisect_left(self._keys, key)

    def place(self, key: Key) -> int:
        """Where a row of that key belongs."""
        return bisect_left(self._keys, key)

    def insert(self, row: int, key: Key, record: DomainRecord) -> None:
        """Put it there: the `place` of its key."""
        self._keys.insert(row, key)
        self.records.insert(row, record)
        self._key_of[record.source] = key

    def remove(self, row: int) -> None:
        """Take that row out."""
        del self._keys[row]
        del self._key_of[self.records.pop(row).source]

    def keeps(self, row: int, key: Key) -> bool:
        """True when that row has that key already."""
        return self._keys[row] == key
