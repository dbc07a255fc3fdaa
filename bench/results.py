"""bench/RESULTS.md: each target with ours, theirs and the ratio, written by the bench and by nobody else."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from bench.reasons import REASONS
from bench.tables import Outcome, Table, shown
from bench.targets import TARGETS, Target

ROOT: Final = Path(__file__).resolve().parent.parent
FILE: Final = ROOT / "bench" / "RESULTS.md"
_HEAD: Final = ("what", "against", "target", "ours", "theirs", "ratio", "met", "remark")


@dataclass(slots=True)
class Run:
    """One run of the bench: where and when, what came of it, and what could not be measured."""

    machine: Mapping[str, str]
    commit: str
    date: str
    seconds: float = 0.0
    tables: dict[str, list[Table]] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)
    took: dict[str, float] = field(default_factory=dict)

    def outcomes(self) -> dict[str, Outcome]:
        """By the key of their target."""
        every = (table for tables in self.tables.values() for table in tables)
        return {outcome.key: outcome for table in every for outcome in table.outcomes}

    def plain(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "machine": dict(self.machine),
            "commit": self.commit,
            "date": self.date,
            "seconds": round(self.seconds, 1),
            "tables": [
                {"bench": name, **table.plain()} for name, tables in self.tables.items() for table in tables
            ],
            "failed": self.failed,
        }


def begin(machine: Mapping[str, str]) -> Run:
    """A run that begins now."""
    return Run(machine, commit(), datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"))


def commit() -> str:
    """What is measured: the commit, and whether the files differ from it."""
    changed = _git(
        "status", "--porcelain", "--", "virtmonitor", "qml", "bench", f":!{FILE.relative_to(ROOT)}"
    )
    return (_git("rev-parse", "--short=12", "HEAD") or "unknown") + (" with changes" if changed else "")


def _git(*arguments: str) -> str:
    try:
        done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip()


def markdown(run: Run) -> str:
    """The whole file."""
    lines = ["# What was measured", ""]
    lines += [f"Written by `./dev bench` on {run.date} at commit {run.commit}; never edited by hand.", ""]
    lines += [
        f"The run took {run.seconds / 60:.1f} minutes. Small machines: trust ratios, not milliseconds.",
        "",
    ]
    lines += [f"- {name}: {value}" for name, value in run.machine.items()]
    lines += ["", "## The targets", "", *_table(_rows(run)), ""]
    lines += [_sum(run), ""]
    lines += _reasons(run)
    if run.failed:
        lines += ["## What could not be measured", ""]
        lines += [f"- {name}: {reason}" for name, reason in run.failed.items()] + [""]
    lines += ["## The tables", ""]
    for name, tables in run.tables.items():
        lines += [f"### {name} ({run.took.get(name, 0):.0f} s)", ""]
        for table in tables:
            lines += ["```text", str(table), "```", ""]
    return "\n".join(lines)


def _reasons(run: Run) -> list[str]:
    outcomes = run.outcomes()
    missed = [one for one in TARGETS if one.key in outcomes and outcomes[one.key].met is False]
    if not missed:
        return []
    told = [f"- {one.what}: {REASONS.get(one.key, 'not looked into yet.')}" for one in missed]
    return ["## Why some are missed", "", *told, ""]


def _sum(run: Run) -> str:
    told = run.outcomes().values()
    met, missed = sum(one.met is True for one in told), sum(one.met is False for one in told)
    return f"{met} met, {missed} missed, {len(TARGETS) - met - missed} without a verdict."


def _rows(run: Run) -> Iterable[tuple[str, ...]]:
    outcomes = run.outcomes()
    for target in TARGETS:
        yield _row(target, outcomes.get(target.key), run.failed.get(target.bench, "not measured in this run"))


def _row(target: Target, outcome: Outcome | None, otherwise: str) -> tuple[str, ...]:
    about = (target.what, target.against, target.target)
    if outcome is None:
        return (*about, "—", "—", "—", "—", otherwise)
    ours, theirs = (_figure(value, outcome.unit) for value in (outcome.ours, outcome.theirs))
    ratio = "—" if outcome.ratio is None else f"{outcome.ratio:.3g} ×"
    met = {True: "yes", False: "**no**", None: "—"}[outcome.met]
    return (*about, ours, theirs, ratio, met, outcome.remark)


def _figure(value: float | None, unit: str) -> str:
    return "—" if value is None else f"{shown(value)} {unit}".strip()


def _table(rows: Iterable[tuple[str, ...]]) -> list[str]:
    lines = [_HEAD, ("---",) * len(_HEAD), *rows]
    return ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in lines]
