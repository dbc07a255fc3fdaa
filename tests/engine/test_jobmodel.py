"""The list of jobs: what runs, what failed and why, what waits for a guest, what can be undone."""

from __future__ import annotations

import libvirt
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


def test_what_cannot_be_cancelled_goes_on_and_says_why(
    qtbot: QtBot, engine: DataEngine, jobs: JobModel
) -> None:
    job = engine.serviceForSource(SOURCE).call("suspend")
    job.killFailed.emit("The host does not let it be stopped.")
    assert row(jobs)["Text"] == "The host does not let it be stopped."
    assert row(jobs)["Phase"] == JobPhase.Running
    assert not row(jobs)["Stopping"]
    job.set_stopping()
    assert row(jobs)["Stopping"]
    finish(qtbot, job)
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


# Many at once


@pytest.fixture
def three(qtbot: QtBot, engine: DataEngine, outside: libvirt.virConnect) -> list[str]:
    """Two that run and one that is shut off."""
    for name in ("one", "two"):
        about = f"<name>{name}</name><memory>8192</memory><os><type>hvm</type></os>"
        domain = outside.defineXML(f"<domain type='test'>{about}</domain>")
        if name == "one":
            domain.create()
    qtbot.waitUntil(lambda: len(list(engine.records())) == 3)
    return [record.source for record in sorted(engine.records(), key=lambda record: record.name)]


def test_of_many_the_sum_is_told_and_each_failure_with_its_machine(
    qtbot: QtBot, engine: DataEngine, jobs: JobModel, three: list[str]
) -> None:
    jobs.done_seconds = 0.0
    jobs.startAll("suspend", three)
    (batch,) = jobs.batches
    assert (batch.label, batch.total, batch.pending, jobs.count) == ("Pause", 3, 3, 0)
    qtbot.waitUntil(lambda: batch.over)
    assert (batch.done, batch.failed, batch.pending) == (2, 1, 0)
    assert (row(jobs)["Name"], row(jobs)["Text"]) == ("two", "It does not run.")
    finish(qtbot, engine.serviceForSource(three[2]).call("start"))
    jobs.retry(row(jobs)["Key"])
    assert (batch.total, batch.failed, batch.pending) == (3, 0, 1)
    qtbot.waitUntil(lambda: jobs.batches == [] and jobs.count == 0)


def test_what_failed_of_many_is_tried_again_together(
    qtbot: QtBot, engine: DataEngine, jobs: JobModel, three: list[str]
) -> None:
    finish(qtbot, engine.serviceForSource(three[0]).call("suspend"))
    jobs.startAll("resume", three)
    (batch,) = jobs.batches
    qtbot.waitUntil(lambda: batch.over)
    assert (batch.done, batch.failed, jobs.failed) == (1, 2, 2)
    jobs.retryBatch(batch.key)
    (again,) = jobs.batches
    assert (again.key != batch.key, again.total, again.operation) == (True, 2, "resume")
    qtbot.waitUntil(lambda: again.over)
    jobs.dismissBatch(again.key)
    assert (jobs.batches, jobs.count) == ([], 0)


def test_the_rest_of_many_is_cancelled(qtbot: QtBot, jobs: JobModel, three: list[str]) -> None:
    jobs.done_seconds = 0.0
    jobs.startAll("suspend", three)
    (batch,) = jobs.batches
    told: list[tuple[int, int]] = []
    batch.changed.connect(lambda: told.append((batch.cancelled, batch.pending)))
    jobs.cancelBatch(batch.key)
    assert told[-2:] == [(1, 2), (2, 1)]  # with the last it is over, and goes
    assert jobs.batches == []


def test_many_guests_that_take_their_time_are_counted_and_shown_when_late(
    qtbot: QtBot, engine: DataEngine, jobs: JobModel, three: list[str]
) -> None:
    jobs.startAll("reboot", three)
    (batch,) = jobs.batches
    qtbot.waitUntil(lambda: batch.over)
    waiting = batch.rows[0]
    waiting.phase, waiting.until = JobPhase.Waiting, 0.0
    jobs._arm()
    assert (batch.waiting, batch.over) == (1, False)
    qtbot.waitUntil(lambda: JobPhase.Late in [row(jobs, number)["Phase"] for number in range(jobs.count)])
    finish(qtbot, engine.serviceForSource(waiting.source).call("powerOff"))
    qtbot.waitUntil(lambda: batch.over and batch.waiting == 0)


def test_of_one_machine_no_sum_is_told(qtbot: QtBot, jobs: JobModel) -> None:
    jobs.startAll("suspend", [SOURCE])
    assert (jobs.batches, jobs.count) == ([], 1)
    qtbot.waitUntil(lambda: jobs.count == 0)
