"""The list of jobs: what runs, what failed and why, what waits for a guest, what can be undone."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.engine.conftest import SOURCE, MakeEngine, finish
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.jobmodel import JobModel
from virtmonitor.engine.jobrow import JobPhase, JobRow

R = JobModel.Role


@pytest.fixture
def engine(make_engine: MakeEngine, outside: object) -> DataEngine:
    return make_engine(t="test:///default")


@pytest.fixture
def jobs(engine: DataEngine) -> JobModel:
    """The list under Qt's tester."""
    model = JobModel()
    model.engine = engine
    model.tester = QAbstractItemModelTester(  # type: ignore[attr-defined]
        model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    return model


def row(model: JobModel, number: int = 0) -> dict[str, object]:
    return {role.name: model.data(model.index(number), role) for role in R}


def test_what_runs_is_there_and_what_succeeded_goes(qtbot: QtBot, engine: DataEngine, jobs: JobModel) -> None:
    job = engine.serviceForSource(SOURCE).call("suspend")
    assert (jobs.count, jobs.running, jobs.failed) == (1, 1, 0)
    assert (row(jobs)["Name"], row(jobs)["Label"]) == ("test", "Pause")
    finish(qtbot, job)
    assert jobs.count == 0


def test_what_failed_stays_and_says_why_until_it_is_dismissed_or_tried_again(
    qtbot: QtBot, engine: DataEngine, jobs: JobModel
) -> None:
    service = engine.serviceForSource(SOURCE)
    finish(qtbot, service.call("setVcpus", {"count": 999, "scope": "live"}))
    assert (jobs.running, jobs.failed) == (0, 1)
    assert "test" in str(row(jobs)["Text"])
    again = service.call("setVcpus", {"count": 999, "scope": "live"})
    assert (jobs.count, jobs.running) == (1, 1)
    finish(qtbot, again)
    jobs.dismiss(row(jobs)["Key"])
    assert jobs.count == 0
    finish(qtbot, service.call("setVcpus", {"count": 999, "scope": "live"}))
    finish(qtbot, service.call("setMemory", {"bytes": 2**50, "scope": "live"}))
    jobs.dismissFailed()
    assert jobs.count == 0


def test_a_picture_is_no_job_that_anybody_wants_to_see(
    qtbot: QtBot, engine: DataEngine, jobs: JobModel
) -> None:
    job = engine.serviceForSource(SOURCE).call("screenshot")
    assert jobs.count == 0
    finish(qtbot, job)


def test_undefine_is_undone(qtbot: QtBot, engine: DataEngine, jobs: JobModel) -> None:
    service = engine.serviceForSource(SOURCE)
    finish(qtbot, service.call("powerOff"))
    finish(qtbot, service.call("undefine"))
    qtbot.waitUntil(lambda: engine.record(SOURCE) is None)
    assert row(jobs)["Phase"] == JobPhase.Undoable
    jobs.undo(row(jobs)["Key"])
    qtbot.waitUntil(lambda: engine.record(SOURCE) is not None)
    qtbot.waitUntil(lambda: jobs.count == 0)


def test_undoing_is_offered_for_a_while_only(qtbot: QtBot, engine: DataEngine, jobs: JobModel) -> None:
    jobs.undo_seconds = 0.0
    service = engine.serviceForSource(SOURCE)
    finish(qtbot, service.call("powerOff"))
    finish(qtbot, service.call("undefine"))
    key = row(jobs)["Key"]
    qtbot.waitUntil(lambda: jobs.count == 0)
    jobs.undo(key)
    finish(qtbot, service.call("restoreXml"))


def test_a_guest_that_does_not_shut_down_is_waited_for_or_forced(
    qtbot: QtBot, engine: DataEngine, jobs: JobModel
) -> None:
    jobs.patience = 0.0
    shown = _asked_to_shut_down(jobs, engine)
    qtbot.waitUntil(lambda: row(jobs)["Phase"] == JobPhase.Late)
    jobs.patience = 3600.0
    jobs.wait(shown)
    assert row(jobs)["Phase"] == JobPhase.Waiting
    jobs.powerOff(shown)  # only where it was offered
    assert row(jobs)["Phase"] == JobPhase.Waiting
    jobs._rows[0].phase = JobPhase.Late
    jobs.powerOff(shown)
    record = engine.record(SOURCE)
    assert record is not None
    qtbot.waitUntil(lambda: not engine.record(SOURCE).active)  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: jobs.count == 0)


def test_a_guest_that_has_shut_down_is_waited_for_no_more(
    qtbot: QtBot, engine: DataEngine, jobs: JobModel
) -> None:
    _asked_to_shut_down(jobs, engine)
    finish(qtbot, engine.serviceForSource(SOURCE).call("powerOff"))
    qtbot.waitUntil(lambda: jobs.count == 0)


def _asked_to_shut_down(jobs: JobModel, engine: DataEngine) -> int:
    """As after libvirt has asked a guest that takes its time; the test driver's guests obey at once."""
    service = engine.serviceForSource(SOURCE)
    waiting = JobRow(SOURCE, "test", "shutdown", service, 0.0, JobPhase.Waiting)
    jobs._append(waiting)
    jobs._arm()
    return waiting.key
