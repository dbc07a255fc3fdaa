"""Telling a view which rows have other data, so that a hundred at once hold no frame up."""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import QAbstractListModel, QTimer, Slot

from virtmonitor.core.domain import DomainRecord
from virtmonitor.engine.domainroles import STATE_ROLES, is_described_otherwise
from virtmonitor.engine.inturns import REST
from virtmonitor.engine.rowview import SortedRows, stretches

AT_ONCE: Final = 4
"""Rows that are told of at once."""
SLICE: Final = 0.003
"""Seconds in a turn of the event loop in which rows are told of."""


class FreshRows(QTimer):
    """The rows of a model whose data is another and that its views were not told of yet. The model's thread only.

    What is told of a row that is seen makes its delegate anew in parts: a hundred of them cost several frames.
    """

    def __init__(self, model: QAbstractListModel, rows: SortedRows) -> None:
        super().__init__(model, singleShot=True)
        self._model, self._rows = model, rows
        self._sources: dict[str, None] = {}
        self._whole = False
        self.timeout.connect(self.tell)

    def replace(self, row: int, record: DomainRecord) -> None:
        """Put what is known now into a row that is there; `tell` tells it."""
        self._whole = self._whole or is_described_otherwise(self._rows.records[row], record)
        self._rows.records[row] = record
        self._sources[record.source] = None

    def all_roles(self) -> None:
        """More than states is another in what is told next."""
        self._whole = True

    def forget(self) -> None:
        """A reset tells of all."""
        self._sources.clear()

    def tell_at_once(self) -> None:
        """Tell of all rows as one: thousands have changed, and of those few are seen."""
        roles = [] if self._whole else list(STATE_ROLES)
        self._sources, self._whole = {}, False
        if len(self._rows):
            self._model.dataChanged.emit(self._model.index(0), self._model.index(len(self._rows) - 1), roles)

    @Slot()
    def tell(self) -> None:
        """Tell of them, for a few milliseconds; of what is left in the turns that follow."""
        until = time.monotonic() + SLICE
        roles = [] if self._whole else list(STATE_ROLES)
        index = self._rows.index
        waiting = sorted(row for source in self._sources if (row := index(source)) is not None)
        for first, last in stretches(waiting, AT_ONCE):
            self._model.dataChanged.emit(self._model.index(first), self._model.index(last), roles)
            if time.monotonic() > until:
                self._sources = dict.fromkeys(self._rows.records[row].source for row in waiting if row > last)
                self.start(REST)
                return
        self._sources, self._whole = {}, False
