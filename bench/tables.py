"""Tables of what was measured, for people and as JSON."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Table:
    """One table. `notes` say how it was measured; `missed` are the targets that were not met, as sentences."""

    name: str
    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def add(self, *values: Any) -> None:
        """One more row."""
        assert len(values) == len(self.columns), values
        self.rows.append(values)

    def target(self, met: bool, sentence: str) -> None:
        """Notes a target that was not met."""
        if not met:
            self.missed.append(sentence)

    def plain(self) -> dict[str, Any]:
        """For JSON: one map a row."""
        rows = [dict(zip(self.columns, row, strict=True)) for row in self.rows]
        return {"name": self.name, "rows": rows, "notes": self.notes, "missed": self.missed}

    def __str__(self) -> str:
        cells = [self.columns, *(tuple(_shown(value) for value in row) for row in self.rows)]
        widths = [max(len(row[i]) for row in cells) for i in range(len(self.columns))]
        lines = [
            "  ".join(
                _aligned(cell, width, i) for i, (cell, width) in enumerate(zip(row, widths, strict=True))
            )
            for row in cells
        ]
        lines.insert(1, "  ".join("-" * width for width in widths))
        notes = [f"  {note}" for note in self.notes] + [f"  MISSED: {sentence}" for sentence in self.missed]
        return "\n".join([f"== {self.name}", *lines, *notes])


def _shown(value: Any) -> str:
    if value is None:
        return "—"
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def _aligned(cell: str, width: int, column: int) -> str:
    return cell.ljust(width) if column == 0 else cell.rjust(width)
