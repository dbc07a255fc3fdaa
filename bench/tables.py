"""Tables of what was measured, for people and as JSON, and what they say about the targets."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, Self

from bench.targets import BY_KEY


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one figure of targets.py came to. None: could not be taken, `remark` says why."""

    key: str
    ours: float | None
    theirs: float | None
    unit: str
    ratio: float | None
    met: bool | None
    remark: str = ""


@dataclass(slots=True)
class Table:
    """One table. `notes` say how it was measured; `missed` are the targets that were not met, as sentences."""

    name: str
    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)

    def add(self, *values: Any) -> None:
        """One more row."""
        assert len(values) == len(self.columns) == len(set(self.columns)), values
        self.rows.append(values)

    def target(self, met: bool, sentence: str) -> None:
        """Notes a target that was not met and is none of targets.py."""
        if not met:
            self.missed.append(sentence)

    def outcome(
        self,
        key: str,
        ours: float | None,
        theirs: float | None,
        unit: str,
        *,
        ratio: float | None = None,
        met: bool | None = None,
        remark: str = "",
    ) -> None:
        """What the figure `key` came to; without `met`, its ratio decides."""
        target = BY_KEY[key]
        if ratio is None and ours is not None and theirs:
            ratio = ours / theirs
        if met is None and target.most is not None and ratio is not None:
            met = ratio <= target.most
        self.outcomes.append(Outcome(key, ours, theirs, unit, ratio, met, remark))
        if met is False:
            seen = (
                f"{ratio:.2f} ×" if target.most is not None and ratio is not None else f"{shown(ours)} {unit}"
            )
            self.missed.append(f"{target.what}: {seen} ({target.target} against {target.against})")

    def not_taken(self, *keys: str, reason: str) -> None:
        """These figures could not be taken."""
        for key in keys:
            self.outcomes.append(Outcome(key, None, None, "", None, None, reason))

    def plain(self) -> dict[str, Any]:
        """For JSON: one map a row, and one a figure of targets.py."""
        return {
            "name": self.name,
            "rows": [dict(zip(self.columns, row, strict=True)) for row in self.rows],
            "notes": self.notes,
            "missed": self.missed,
            "targets": [asdict(outcome) for outcome in self.outcomes],
        }

    @classmethod
    def of(cls, plain: dict[str, Any]) -> Self:
        """The table that `plain` told."""
        columns = tuple(plain["rows"][0]) if plain["rows"] else ("nothing",)
        rows = [tuple(row.values()) for row in plain["rows"]]
        outcomes = [Outcome(**outcome) for outcome in plain["targets"]]
        return cls(plain["name"], columns, rows, plain["notes"], plain["missed"], outcomes)

    def __str__(self) -> str:
        cells = [self.columns, *(tuple(shown(value) for value in row) for row in self.rows)]
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


def shown(value: Any) -> str:
    """A cell for people: as many digits as say something."""
    if value is None:
        return "—"
    if not isinstance(value, float):
        return str(value)
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.1f}" if abs(value) >= 100 else f"{value:.2f}"


def _aligned(cell: str, width: int, column: int) -> str:
    return cell.ljust(width) if column == 0 else cell.rjust(width)
