"""The bench keeps its form: its entry, its JSON, RESULTS.md. What it measures is no test's business."""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import bench.__main__ as entry
from bench import programs, results, workers
from bench.reasons import REASONS
from bench.results import Run
from bench.tables import Table
from bench.targets import BY_KEY, TARGETS

ROOT = Path(__file__).resolve().parents[1]
Measured = Callable[..., Iterator[Table]]


def met_and_missed() -> Iterator[Table]:
    table = Table("Two figures", ("what", "ms"))
    table.add("a|b", 1.5)
    table.outcome("start-1", 100.0, 400.0, "ms", remark="of a | and b")
    table.outcome("start-100", 300.0, 400.0, "ms")
    table.not_taken("start-1000", reason="virt-manager is not installed here.")
    yield table


@pytest.fixture
def instead(monkeypatch: pytest.MonkeyPatch) -> Callable[[Measured], None]:
    """Puts that in the place of each measurement's process."""

    def put(measured: Measured) -> None:
        monkeypatch.setattr(workers, "measured", measured)

    return put


def test_each_name_is_a_measurement_with_its_time() -> None:
    for module in map(importlib.import_module, (f"bench.{name}" for name in entry.NAMES.values())):
        assert callable(module.measure)
        assert 0 < module.BUDGET < entry.WHOLE


def test_each_target_belongs_to_a_measurement() -> None:
    assert {target.bench for target in TARGETS} <= set(entry.NAMES.values())
    assert len(BY_KEY) == len(TARGETS)


def test_an_unknown_name_is_told_with_those_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        entry.main(["nonsense"])
    assert ended.value.code == 2
    assert "there is no measurement nonsense; there are start-up, idle" in capsys.readouterr().err


def test_the_shares_of_a_whole_run_fit_into_its_time() -> None:
    names, spent = list(entry.NAMES), 0.0
    for number in range(len(names)):
        share = entry.share(names, number, spent)
        assert share > 0
        spent += share
    assert spent <= entry.WHOLE + 1


def test_who_is_alone_has_all_of_its_time() -> None:
    assert entry.share(["listing"], 0, 0.0) == importlib.import_module("bench.listing").BUDGET


def test_json_has_the_machine_the_tables_and_the_targets(
    instead: Callable[[Measured], None], capsys: pytest.CaptureFixture[str]
) -> None:
    instead(lambda *_arguments, **_named: met_and_missed())
    assert entry.main(["start-up", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert set(told) == {"machine", "commit", "date", "seconds", "tables", "failed"}
    (table,) = told["tables"]
    assert table["bench"] == "startup"
    assert table["rows"] == [{"what": "a|b", "ms": 1.5}]
    first, second, third = table["targets"]
    assert first == {
        "key": "start-1",
        "ours": 100.0,
        "theirs": 400.0,
        "unit": "ms",
        "ratio": 0.25,
        "met": True,
        "remark": "of a | and b",
    }
    assert (second["ratio"], second["met"]) == (0.75, False)
    assert (third["ours"], third["met"]) == (None, None)


def test_one_that_fails_is_told_and_the_others_go_on(
    instead: Callable[[Measured], None], capsys: pytest.CaptureFixture[str]
) -> None:
    def measured(name: str, *_arguments: object, **_named: object) -> Iterator[Table]:
        if name == "idle":
            raise workers.MeasurementError("the cable was cut.")
        return met_and_missed()

    instead(measured)
    assert entry.main(["idle", "start-up"]) == 2
    told = capsys.readouterr()
    assert "idle could not be measured: the cable was cut." in told.err
    assert "== Two figures" in told.out


def test_a_worker_that_fails_says_why(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(workers.MeasurementError, match="KeyError: 'nonsense'"):
        list(workers.measured("nonsense", 60, quick=True))
    assert "Traceback" in capfd.readouterr().err


def test_a_worker_that_takes_too_long_is_ended() -> None:
    with pytest.raises(workers.MeasurementError, match="idle was not done after 0 s, and was ended"):
        list(workers.measured("idle", 0.01, quick=True))


def test_a_table_arrives_as_it_was_sent() -> None:
    (sent,) = met_and_missed()
    assert Table.of(json.loads(json.dumps(sent.plain()))) == sent


def test_results_have_a_row_for_each_target() -> None:
    run = Run({"machine": "2 x something"}, "abc123", "2026-11-22 12:00 UTC", 600.0)
    run.tables["startup"] = list(met_and_missed())
    run.failed["idle"] = "the cable was cut."
    lines = results.markdown(run).splitlines()
    assert "Written by `./dev bench` on 2026-11-22 12:00 UTC at commit abc123; never edited by hand." in lines
    rows = [line for line in lines if line.startswith("| ")][2:]
    assert len(rows) == len(TARGETS)
    by_what = {row.split(" | ")[0].removeprefix("| "): row for row in rows}
    assert by_what["start to list shown, 1 domain"].endswith(
        "| ≤ 1 × | 100.0 ms | 400.0 ms | 0.25 × | yes | of a \\| and b |"  # noqa: RUF001
    )
    assert "| 0.75 × | **no** |" in by_what["start to list shown, 100 domains"]  # noqa: RUF001
    assert "virt-manager is not installed here." in by_what["start to list shown, 1,000 domains"]
    assert "the cable was cut." in by_what["nobody looks, 1,000 running domains, 60 s: CPU"]
    assert "not measured in this run" in by_what["`virtmonitor list`, 20 domains"]
    assert f"1 met, 1 missed, {len(TARGETS) - 2} without a verdict." in lines


def test_a_whole_run_writes_its_results(
    instead: Callable[[Measured], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "RESULTS.md"
    monkeypatch.setattr(results, "FILE", file)
    monkeypatch.setattr(results, "commit", lambda: "abc123")
    instead(lambda *_arguments, **_named: iter(()))
    assert entry.main(["listing"]) == 0
    assert not file.exists(), "of one measurement alone the results of the others would be lost"
    assert entry.main([]) == 0
    assert "at commit abc123" in file.read_text()


@pytest.mark.parametrize("what", ["ours", "empty"])
def test_a_probe_shows_the_window_and_the_popup(what: str) -> None:
    arguments = ["--minimized", "-c", "test:///default"] if what == "ours" else []
    with programs.probed(os.environ, what, *arguments) as program:
        if what == "ours":
            assert program.do("rows", 1) == {"rows": 1}
            assert program.do("states") == {"running": 1, "all": 1}
        assert set(program.do("window")) == set(program.do("popup")) == {"ms"}
        assert program.do("frames", "window", 0.2)["frames"]
        assert program.do("hide", "popup") == {"hidden": "popup"}
        assert set(program.do("things")) == {"threads", "descriptors"}
        with pytest.raises(RuntimeError, match="nonsense"):
            program.do("nonsense")
        assert program.pss() > 0


@pytest.mark.live
def test_a_real_measurement_from_the_entry_to_the_file(tmp_path: Path) -> None:
    file = tmp_path / "R.md"
    argv = [sys.executable, "-m", "bench", "listing", "--quick", "--json", "--write", str(file)]
    done = subprocess.run(argv, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr  # 1: a target was missed, which is no failure of the bench
    told = json.loads(done.stdout)
    assert told["failed"] == {}
    assert {"libvirt", "packages", "peers"} <= set(told["machine"])
    assert [target["key"] for table in told["tables"] for target in table["targets"]] == [
        "list-20",
        "list-all",
    ]
    assert "| `virtmonitor list`, 20 domains |" in file.read_text()


def test_reasons_are_of_targets() -> None:
    """A target whose key is another now would lose what was found out of it."""
    assert not REASONS.keys() - {target.key for target in TARGETS}
