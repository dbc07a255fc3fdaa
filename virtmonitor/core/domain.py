"""A domain as libvirt tells it: a frozen record, its states and their reasons.

Source: virDomainState and the virDomain*Reason enums of libvirt-domain.h.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from types import MappingProxyType
from typing import Any, Final, NamedTuple


class DomainState(IntEnum):
    """virDomainState; the values are libvirt's."""

    NOSTATE = 0
    RUNNING = 1
    BLOCKED = 2
    PAUSED = 3
    SHUTDOWN = 4
    SHUTOFF = 5
    CRASHED = 6
    PMSUSPENDED = 7

    @property
    def word(self) -> str:
        """libvirt's constant in lower case: the word of JSON, D-Bus and the command line."""
        return self.name.lower()


ACTIVE_STATES: Final = frozenset(
    {
        DomainState.RUNNING,
        DomainState.BLOCKED,
        DomainState.PAUSED,
        DomainState.SHUTDOWN,
        DomainState.PMSUSPENDED,
    }
)

_REASONS: Final = MappingProxyType(
    {
        DomainState.NOSTATE: ("unknown",),
        DomainState.RUNNING: (
            "unknown", "booted", "migrated", "restored", "from_snapshot", "unpaused", "migration_canceled",
            "save_canceled", "wakeup", "crashed", "postcopy", "postcopy_failed",
        ),
        DomainState.BLOCKED: ("unknown",),
        DomainState.PAUSED: (
            "unknown", "user", "migration", "save", "dump", "ioerror", "watchdog", "from_snapshot",
            "shutting_down", "snapshot", "crashed", "starting_up", "postcopy", "postcopy_failed", "api_error",
        ),
        DomainState.SHUTDOWN: ("unknown", "user"),
        DomainState.SHUTOFF: (
            "unknown", "shutdown", "destroyed", "crashed", "migrated", "saved", "failed", "from_snapshot",
            "daemon",
        ),
        DomainState.CRASHED: ("unknown", "panicked"),
        DomainState.PMSUSPENDED: ("unknown",),
    }
)  # fmt: skip


def reason_word(state: DomainState, reason: int) -> str:
    """libvirt's reason constant of that state in lower case; "unknown" for one this program has not heard of."""
    words = _REASONS[state]
    return words[reason] if 0 <= reason < len(words) else "unknown"


class _Fields(NamedTuple):
    source: str
    host: str
    uuid: str
    name: str
    id: int = -1
    state: DomainState = DomainState.NOSTATE
    reason: int = 0
    persistent: bool | None = None
    autostart: bool | None = None
    has_managed_save: bool | None = None
    snapshot_count: int | None = None
    detailed: bool = False
    title: str | None = None
    description: str | None = None
    os_type: str | None = None
    arch: str | None = None
    virt_type: str | None = None
    vcpu_current: int | None = None
    vcpu_maximum: int | None = None
    memory_current: int | None = None  # bytes, <currentMemory>: the soft limit (the balloon)
    memory_maximum: int | None = None  # bytes, <memory>: the hard limit
    started_at: float | None = None


class DomainRecord(_Fields):
    """All that is known of one domain without asking its guest. None: not read yet, or libvirt does not tell.

    Bytes, seconds and counts are plain numbers. Only the UUID identifies a domain: it may be renamed, and its
    id changes at each start. `detailed` is True once the XML was read: then the XML's fields are final. `started_at`:
    when it was seen to start (core.clock, s), for libvirt does not tell; None: before somebody looked. `source` is
    the name of its Source, HOST/UUID, made of the two: one string for all who keep it.

    A tuple, unlike the other records: frozen too, and made in an eighth of the time; lists have thousands.
    """

    __slots__ = ()

    def __new__(cls, host: str, uuid: str, name: str, *more: Any, **fields: Any) -> DomainRecord:
        """The fields in their order, `source` aside."""
        return super().__new__(cls, f"{host}/{uuid}", host, uuid, name, *more, **fields)

    @classmethod
    def lean(
        cls, host: str, uuid: str, name: str, number: int, state: DomainState, reason: int
    ) -> DomainRecord:
        """One of which only the list is known; `number` is its id. In a third of the time of the other way."""
        return tuple.__new__(cls, (f"{host}/{uuid}", host, uuid, name, number, state, reason, *_UNREAD))

    def __eq__(self, other: object) -> bool:
        """What libvirt tells is the same; `started_at` is what was seen here."""
        return isinstance(other, DomainRecord) and self[:-1] == other[:-1]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[:-1])

    def with_flags(
        self, persistent: bool | None, autostart: bool | None, saved: bool | None, snapshots: int | None
    ) -> DomainRecord:
        """The same record with these. By hand: `_replace` takes four times as long."""
        return DomainRecord._make((*self[:7], persistent, autostart, saved, snapshots, *self[11:]))

    def with_details(self, details: Mapping[str, Any]) -> DomainRecord:
        """The same record with what its XML tells: all the fields after `detailed`, by their names."""
        return self._replace(detailed=True, **details)

    @property
    def active(self) -> bool:
        """True when the domain has a process or the like: libvirt gives it an id."""
        return self.id >= 0

    @property
    def reason_word(self) -> str:
        """libvirt's reason constant in lower case."""
        return reason_word(self.state, self.reason)


_UNREAD: Final = tuple(_Fields._field_defaults.values())[3:]

_BROKEN: Final = frozenset(
    (state, _REASONS[state].index(word))
    for state, words in {
        DomainState.PAUSED: ("ioerror", "watchdog", "crashed", "api_error"),
        DomainState.SHUTOFF: ("crashed", "failed"),
    }.items()
    for word in words
)
MAY_NEED_ATTENTION: Final = frozenset({DomainState.CRASHED, *(state for state, _ in _BROKEN)})


def needs_attention(record: DomainRecord) -> bool:
    """True when it is in its state because something broke: a person should look at it."""
    return record.state is DomainState.CRASHED or (record.state, record.reason) in _BROKEN


def source_name(host: str, uuid: str | None = None) -> str:
    """HOST/UUID for a domain, HOST for a host."""
    return host if uuid is None else f"{host}/{uuid}"


def split_source(name: str) -> tuple[str, str | None]:
    """The host and the UUID (None for a host) of a Source's name."""
    host, slash, uuid = name.partition("/")
    return host, uuid if slash else None
