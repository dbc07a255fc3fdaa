"""The roles of the list of machines, and where their values come from."""

from __future__ import annotations

import math
from collections.abc import Callable
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import Qt

from virtmonitor.core.domain import DomainRecord, needs_attention
from virtmonitor.core.plaintext import elided
from virtmonitor.engine.statetext import state_text

LONGEST: Final = 1000
"""Characters of a name or title in a list: Qt stands still for seconds over a megabyte in one line."""


class Role(IntEnum):
    """The roles; their names in QML are these with a small first letter."""

    Source = Qt.ItemDataRole.UserRole + 1
    Host = Qt.ItemDataRole.UserRole + 2
    Uuid = Qt.ItemDataRole.UserRole + 3
    Name = Qt.ItemDataRole.UserRole + 4
    Title = Qt.ItemDataRole.UserRole + 5
    DomainState = Qt.ItemDataRole.UserRole + 6
    StateText = Qt.ItemDataRole.UserRole + 7
    Active = Qt.ItemDataRole.UserRole + 8
    Stale = Qt.ItemDataRole.UserRole + 9
    Favourite = Qt.ItemDataRole.UserRole + 10
    Tags = Qt.ItemDataRole.UserRole + 11
    Attention = Qt.ItemDataRole.UserRole + 12
    StartedAt = Qt.ItemDataRole.UserRole + 13


#: Of the roles that a record tells by itself.
VALUES: Final[dict[int, Callable[[DomainRecord], Any]]] = {
    Role.Source: lambda record: record.source,
    Role.Host: lambda record: record.host,
    Role.Uuid: lambda record: record.uuid,
    Role.Name: lambda record: elided(record.name, LONGEST),
    Role.Title: lambda record: elided(record.title or "", LONGEST),
    Role.DomainState: lambda record: int(record.state),
    Role.StateText: state_text,
    Role.Active: lambda record: record.active,
    Role.Attention: needs_attention,
    Role.StartedAt: lambda record: math.nan if record.started_at is None else record.started_at,
    Qt.ItemDataRole.DisplayRole: lambda record: elided(record.name, LONGEST),
}

#: The roles that tell of a state: what changes by the second in a row that stays what it is.
STATE_ROLES: Final = (Role.DomainState, Role.StateText, Role.Active, Role.Attention, Role.StartedAt)


def is_described_otherwise(before: DomainRecord, after: DomainRecord) -> bool:
    """True when more than STATE_ROLES may be another."""
    return (before.name, before.title) != (after.name, after.title)
