"""The guests' addresses, for a search that may be for one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from PySide6.QtCore import QObject, Signal, Slot

from virtmonitor.core.domain import DomainRecord
from virtmonitor.engine.calm import Gathered
from virtmonitor.engine.dataengine import DataEngine

GATHER: Final = 100
"""Milliseconds in which addresses are gathered before rows come and go."""

_ADDRESS: Final = re.compile(r"(?=.*[.:]|\d+$)[0-9a-f.:]+")


class AddressSearch(QObject):
    """Has all guests that run asked for their addresses, as often as the settings allow, when somebody searches one.

    `changed(sources)`: of these another address is known. The engine's thread only; no timer while nobody searches.
    """

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine: DataEngine | None = None
        self._texts: dict[str, str] = {}
        self._fresh = Gathered(GATHER, self)
        self._fresh.due.connect(self.changed)

    def search(self, engine: DataEngine | None, words: Iterable[str]) -> None:
        """Somebody searches for these words in what the engine has; none ends it."""
        wanted = engine if any(_ADDRESS.fullmatch(word) for word in words) else None
        if wanted is not self._engine:
            if self._engine is not None:
                self._engine.measured.disconnect(self._measured)
            if wanted is not None:
                wanted.measured.connect(self._measured)
            self._texts.clear()
            self._engine = wanted
        if wanted is not None:
            wanted.sample([record.source for record in wanted.records() if record.active], ("guest",))

    def text(self, record: DomainRecord) -> str:
        """The addresses of a guest as far as they are known."""
        return self._texts.get(record.source, "")

    @Slot(str, dict)
    def _measured(self, source: str, data: dict[str, Any]) -> None:
        if "addresses" not in data:
            return
        text = "\n".join(str(address) for address in data["addresses"] or ())
        if text != self._texts.get(source, ""):
            self._texts[source] = text
            self._fresh.add(source)
