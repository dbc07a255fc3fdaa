"""The journal in the window: pages as they are reached, new entries on top, nothing twice."""

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from virtmonitor.core.journal import JournalEntry, JournalFile
from virtmonitor.desktop.journal import Journal, JournalModel


def entry(number, uuid="1", host="h"):
    return JournalEntry(float(number), host, uuid, "web", "stopped", "crashed")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "journal.sqlite"


@pytest.fixture
def journal(qapp, path):
    file = JournalFile(path)
    file.add([entry(number, uuid=str(number % 2)) for number in range(500)], 1000)
    file.close()
    journal = Journal(path, 1000)
    yield journal
    journal.close()


def model_of(journal):
    model = JournalModel()
    model.journal = journal
    return model


@pytest.fixture
def model(journal):
    model = model_of(journal)
    QAbstractItemModelTester(model)
    return model


def times(model):
    return [model.data(model.index(row), JournalModel.Role.Time) for row in range(model.rowCount())]


def test_pages_are_read_as_they_are_reached(journal):
    model = model_of(journal)  # the tester would fetch by itself
    assert model.rowCount() == 0
    seen = []
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
        seen.append(model.rowCount())
    assert seen == [200, 400, 500]
    assert times(model) == [float(number) for number in range(499, -1, -1)]


def test_new_entries_come_on_top_once(qtbot, journal, model):
    model.reload()
    journal.record(entry(1000))
    journal.record(None)
    qtbot.waitUntil(lambda: times(model)[:2] == [1000.0, 499.0])
    model.fetchMore(QModelIndex())
    assert sorted(set(times(model))) == sorted(times(model))
    journal.recorded.emit((entry(499, uuid="1"),))  # word of it came late
    journal.record(entry(1001))
    qtbot.waitUntil(lambda: times(model)[:3] == [1001.0, 1000.0, 499.0])


def test_a_storm_is_shown_in_few_steps_and_the_list_stays_short(qtbot, journal, model):
    model.reload()
    steps = []
    model.rowsInserted.connect(lambda *_: steps.append(1))
    for number in range(1000, 4000):
        journal.record(entry(number))
    qtbot.waitUntil(lambda: times(model)[0] == 3999.0)
    assert times(model) == [float(number) for number in range(3999, 1999, -1)]
    assert len(steps) < 30


def test_before_it_was_read_nothing_is_added_twice(qtbot, journal):
    model = model_of(journal)  # the tester would read by itself
    journal.record(entry(1000))
    model.fetchMore(QModelIndex())
    assert times(model)[:2] == [1000.0, 499.0]
    journal.recorded.emit((entry(1000),))
    journal.record(entry(1001))
    qtbot.waitUntil(lambda: times(model)[:3] == [1001.0, 1000.0, 499.0])


def test_one_machine_alone(qtbot, journal, model):
    with qtbot.waitSignal(model.sourceChanged):
        model.source = "h/0"
    journal.record(entry(1000, uuid="0"))
    journal.record(entry(1001, uuid="1"))
    journal.record(entry(1002, uuid="0", host="g"))
    qtbot.waitUntil(lambda: times(model)[:3] == [1000.0, 498.0, 496.0])
    model.source = "g"
    assert times(model) == [1002.0]


def test_roles_and_the_sentence(model):
    model.reload()
    names = {bytes(name.data()).decode(): role for role, name in model.roleNames().items()}
    assert set(names) == {"display", "time", "host", "uuid", "name", "kind", "detail", "text", "day", "glyph"}
    index = model.index(0)
    assert model.data(index) == "Stopped: it crashed"
    assert model.data(index, names["name"]) == "web"
    assert model.data(index, names["glyph"]) == "error"
    assert "1970" in model.data(index, names["day"])


def test_a_journal_that_cannot_be_read_is_told(qtbot, qapp, tmp_path):
    path = tmp_path / "j.sqlite"
    path.write_bytes(b"not a database, at all " * 100)
    journal = Journal(path, 10)
    model = model_of(journal)
    with qtbot.waitSignal(model.failed):
        model.reload()
    assert model.rowCount() == 0
    with qtbot.waitSignal(journal.failed, timeout=30_000, check_params_cb=lambda text: "damaged" in text):
        journal.record(entry(1))
    journal.close()
