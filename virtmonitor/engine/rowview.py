"""Which rows are shown and in which order, kept sorted as single rows change. No Qt: the model is made of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from virtmonitor.core.domain import DomainRecord, DomainState, needs_attention

Key = tuple[object, ...]

_NUMBERS = re.compile(r"[0-9]+")
COMPARED: Final = 1000
"""Names are compared by so many characters."""


@lru_cache(maxsize=32_768)
def natural(text: str) -> str:
    """A sort key that counts: web-2 before web-10. Of the first COMPARED characters.

    >>> natural("web-2") < natural("web-10")
    True
    """
    return _NUMBERS.sub(_counting, text[:COMPARED].casefold())


def _counting(number: re.Match[str]) -> str:
    """Sorts among letters as digits do, and by its value: the longer number is the larger one."""
    digits = number[0].lstrip("0")
    return f"0{len(digits):04}{digits}"


class Descending:
    """A sort key turned around: what was larger comes first."""

    __slots__ = ("key",)

    def __init__(self, key: object) -> None:
        self.key = key

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Descending) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)

    def __lt__(self, other: Descending) -> bool:
        return bool(other.key < self.key)  # type: ignore[operator]  # keys of one column are of one type


@dataclass(frozen=True, slots=True)
class Marks:
    """What the user says of machines: by UUID, since that follows them to another host; or by Source."""

    favourites: frozenset[str] = frozenset()
    tags: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))

    def is_favourite(self, record: DomainRecord) -> bool:
        """True for a favourite."""
        return record.uuid in self.favourites or record.source in self.favourites

    def tags_of(self, record: DomainRecord) -> tuple[str, ...]:
        """The tags of a machine."""
        return self.tags.get(record.uuid, ())


@dataclass(frozen=True, slots=True)
class RowFilter:
    """Which rows are wanted. `words`: each must stand in a text of the row; empty collections want all.

    `texts` gives what else is searched beside name, title, UUID, state and tags.
    """

    words: tuple[str, ...] = ()
    states: frozenset[DomainState] = frozenset()
    hosts: frozenset[str] = frozenset()
    sources: frozenset[str] | None = None
    attention: bool = False
    favourites: bool = False
    tag: str = ""
    marks: Marks = Marks()
    texts: Callable[[DomainRecord], str] | None = field(default=None, repr=False)

    @property
    def narrows(self) -> bool:
        """True when it may leave something out."""
        chosen = self.words or self.states or self.hosts or self.tag
        return bool(chosen) or self.attention or self.favourites or self.sources is not None

    def wants(self, record: DomainRecord) -> bool:
        """True when the record is to be shown."""
        if self.states and record.state not in self.states:
            return False
        if self.hosts and record.host not in self.hosts:
            return False
        if self.sources is not None and record.source not in self.sources:
            return False
        if self.attention and not needs_attention(record):
            return False
        return self._is_marked(record) and (not self.words or self._has_words(record))

    def _is_marked(self, record: DomainRecord) -> bool:
        if self.favourites and not self.marks.is_favourite(record):
            return False
        return not self.tag or self.tag in self.marks.tags_of(record)

    def _has_words(self, record: DomainRecord) -> bool:
        parts = [record.name, record.title or "", record.uuid, record.state.word, *self.marks.tags_of(record)]
        if self.texts is not None:
            parts.append(self.texts(record))
        text = "\n".join(parts).casefold()
        return all(word in text for word in self.words)


def stretches(rows: Iterable[int], longest: int) -> Iterator[tuple[int, int]]:
    """First and last of each stretch of neighbours among ascending rows, none with more than `longest` rows.

    >>> list(stretches([1, 2, 3, 7], 2))
    [(1, 2), (3, 3), (7, 7)]
    """
    first = last = None
    for row in rows:
        if first is None or last is None or row != last + 1 or row - first >= longest:
            if first is not None and last is not None:
                yield first, last
            first = row
        last = row
    if first is not None and last is not None:
        yield first, last


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

    def place_without(self, row: int, key: Key) -> int:
        """Where a row of that key belongs when the row at `row` is taken out first."""
        place = bisect_left(self._keys, key)
        return place - 1 if place > row else place

    def insert(self, row: int, key: Key, record: DomainRecord) -> None:
        """Put it there: the `place` of its key."""
        self._keys.insert(row, key)
        self.records.insert(row, record)
        self._key_of[record.source] = key

    def remove(self, row: int) -> None:
        """Take that row out."""
        del self._keys[row]
        del self._key_of[self.records.pop(row).source]

    def move(self, row: int, place: int, key: Key, record: DomainRecord) -> None:
        """The row's key is another now; `place`: that of `place_without`."""
        self.remove(row)
        self.insert(place, key, record)

    def unmoved(
        self,
        records: Iterable[DomainRecord],
        wants: Callable[[DomainRecord], bool],
        key: Callable[[DomainRecord], Key],
    ) -> list[tuple[int, DomainRecord]] | None:
        """The rows of those that are shown, when none of them is to come, to go or to move; else None."""
        rows = []
        for record in records:
            row = self.index(record.source)
            if wants(record) != (row is not None) or (row is not None and not self.keeps(row, key(record))):
                return None
            if row is not None:
                rows.append((row, record))
        return rows

    def keeps(self, row: int, key: Key) -> bool:
        """True when that row has that key already."""
        return self._keys[row] == key
