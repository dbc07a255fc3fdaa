"""The journal on real files: order, bounds, readers beside the writer, damage, power loss."""

import os
import resource
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from virtmonitor.core.errors import VirtmonitorError
from virtmonitor.core.journal import SCHEMA, JournalEntry, JournalFile, read
from virtmonitor.core.journalwriter import JournalWriter

UUID = "c7a5fdbd-edaf-9455-926a-d65c16db1809"


def entry(number, **more):
    values = {"host": "h", "uuid": UUID, "name": "web", "kind": "started", "detail": "booted"}
    return JournalEntry(time=float(number), **{**values, **more})


def stripped(entries):
    return [JournalEntry(*[getattr(one, name) for name in one.__slots__[:-1]]) for one in entries]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "virtmonitor" / "journal.sqlite"


@pytest.fixture
def make_writer(path):
    made = []

    def make(limit=1000, place=path):
        told = []
        writer = JournalWriter(place, limit, told.append)
        writer.told = told
        made.append(writer)
        return writer

    yield make
    for writer in made:
        writer.close()


@pytest.mark.parametrize("begun", [False, True])
def test_a_journal_that_is_just_being_made_is_empty(path, begun):
    path.parent.mkdir()
    path.touch()
    if begun:
        with sqlite3.connect(path) as database:
            database.execute("PRAGMA journal_mode = WAL")
    assert read(path) == ()


def test_what_was_recorded_is_read_the_latest_first(make_writer, path):
    writer = make_writer()
    entries = [entry(number, detail=str(number)) for number in range(5)]
    for one in entries:
        writer.record(one)
    assert writer.flush(30)
    assert stripped(read(path)) == entries[::-1]
    assert writer.told == []


def test_only_the_user_can_read_it(make_writer, path):
    writer = make_writer()
    writer.record(entry(1))
    assert writer.flush(30)
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    for part in path.parent.iterdir():
        assert stat.S_IMODE(part.stat().st_mode) == 0o600, part.name


def test_it_is_bounded(make_writer, path):
    writer = make_writer(limit=100)
    for number in range(1000):
        writer.record(entry(number))
        if number % 300 == 0:
            writer.flush(30)
    assert writer.flush(30)
    assert [one.time for one in read(path)] == [float(number) for number in range(999, 899, -1)]


def test_it_is_narrowed_and_paged(make_writer, path):
    writer = make_writer()
    for number in range(10):
        writer.record(entry(number, host="a" if number % 2 else "b", uuid=str(number % 3)))
    assert writer.flush(30)
    assert [one.time for one in read(path, since=7)] == [9, 8, 7]
    assert {one.host for one in read(path, host="a")} == {"a"}
    assert [one.time for one in read(path, host="a", uuid="0")] == [9, 3]
    first = read(path, limit=4)
    assert [one.time for one in read(path, before_id=first[-1].id, limit=3)] == [5, 4, 3]


def test_nothing_there_is_nothing(path):
    assert read(path) == ()
    assert read(None) == ()
    assert not path.parent.exists(), "reading makes nothing"


@given(text=st.text(alphabet=st.characters(exclude_categories=()), max_size=50))
def test_any_text_is_kept_as_far_as_a_file_can(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("journal") / "j.sqlite"
    file = JournalFile(path)
    file.add([entry(1, name=text, text=text * 100)], 10)
    file.close()
    [kept] = read(path)
    assert kept.name == text.encode("utf-8", "replace").decode()
    assert len(kept.text) <= 2000


def test_many_threads_record_and_nothing_is_lost(make_writer, path):
    writer = make_writer(limit=100_000)

    def some(first):
        for number in range(500):
            writer.record(entry(first + number))

    threads = [threading.Thread(target=some, args=(first,)) for first in (0, 1000, 2000, 3000)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert writer.close(30)
    assert len({one.time for one in read(path, limit=10_000)}) == 2000


def test_readers_never_wait_for_an_open_transaction(make_writer, path):
    writer = make_writer()
    writer.record(entry(1))
    assert writer.flush(30)
    with sqlite3.connect(path, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        assert len(read(path)) == 1
        writer.record(entry(2))
        other.execute("ROLLBACK")
    other.close()
    assert writer.flush(30)
    assert len(read(path)) == 2


def test_a_reader_of_another_process_sees_it_at_once(make_writer, path):
    writer = make_writer()
    writer.record(entry(1))
    assert writer.flush(30)
    script = (
        "import sys, pathlib; from virtmonitor.core.journal import read; "
        "print(len(read(pathlib.Path(sys.argv[1]))))"
    )
    told = subprocess.run([sys.executable, "-c", script, path], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "1"


WRITE_AND_DIE = """
import os, pathlib, signal, sys
from virtmonitor.core.journal import JournalEntry
from virtmonitor.core.journalwriter import JournalWriter
writer = JournalWriter(pathlib.Path(sys.argv[1]), 1000, print)
for number in range(50):
    writer.record(JournalEntry(number, "h", "u", "n", "k"))
assert writer.flush(60)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_was_flushed_survives_a_kill_and_a_power_loss(path, tmp_path):
    done = subprocess.run([sys.executable, "-c", WRITE_AND_DIE, path], check=False, timeout=120)
    assert done.returncode == -signal.SIGKILL
    assert path.with_name("journal.sqlite-wal").exists(), "not taken into the file yet"
    # As a disk after a power loss: the file and its log, without what was shared in memory.
    lost = tmp_path / "lost"
    lost.mkdir()
    for name in ("journal.sqlite", "journal.sqlite-wal"):
        shutil.copy(path.with_name(name), lost)
    for place in (path, lost / path.name):
        assert len(read(place)) == 50


def test_half_a_transaction_is_none(path, tmp_path):
    """The log is torn where the power went: what was committed before is there."""
    file = JournalFile(path)
    file.add([entry(1)], 10)
    torn = tmp_path / "torn"
    torn.mkdir()
    before = path.with_name("journal.sqlite-wal").stat().st_size
    file.add([entry(2)], 10)
    for name in ("journal.sqlite", "journal.sqlite-wal"):
        shutil.copy(path.with_name(name), torn)
    os.truncate(torn / "journal.sqlite-wal", before + 100)
    file.close()
    assert [one.time for one in read(torn / path.name)] == [1]


# Damage


def aside(path):
    return sorted(part.name for part in path.parent.iterdir() if ".broken-" in part.name)


def test_a_file_that_is_no_journal_is_kept_aside(make_writer, path):
    path.parent.mkdir()
    path.write_bytes(b"this was a text\n" * 1000)
    with pytest.raises(VirtmonitorError, match="cannot be read"):
        read(path)
    writer = make_writer()
    writer.record(entry(1))
    assert writer.flush(30)
    assert len(read(path)) == 1
    [kept] = aside(path)
    assert (path.parent / kept).read_bytes().startswith(b"this was a text")
    assert writer.told
    assert kept in writer.told[0]


def test_a_damaged_journal_is_kept_aside(make_writer, path):
    writer = make_writer(limit=10_000)
    for number in range(3000):
        writer.record(entry(number, text="x" * 100))
    assert writer.close(30)
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 40_000)
    again = make_writer()
    again.record(entry(1))
    assert again.flush(30)
    assert stripped(read(path)) == [entry(1)]
    assert len(aside(path)) == 1


def test_a_newer_journal_is_left_alone(make_writer, path):
    JournalFile(path).close()
    database = sqlite3.connect(path)
    database.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    database.close()
    with pytest.raises(VirtmonitorError, match="newer virtmonitor"):
        read(path)
    writer = make_writer()
    writer.record(entry(1))
    assert not writer.close(5)
    assert writer.told == ["The journal was written by a newer virtmonitor. It is left as it is."]
    assert aside(path) == []


def test_an_empty_file_is_begun(make_writer, path):
    path.parent.mkdir()
    path.touch()
    writer = make_writer()
    writer.record(entry(1))
    assert writer.flush(30)
    assert writer.told == []


def test_without_a_home_it_is_told_once_and_nothing_breaks(make_writer):
    writer = make_writer(place=None)
    for number in range(20_000):
        writer.record(entry(number))
    assert not writer.close(30)
    assert writer.told == ["There is no home directory to keep the journal in."]
    assert len(writer._waiting) <= 10_000


def test_a_directory_that_takes_no_files_is_told(make_writer, tmp_path):
    (tmp_path / "file").write_text("")
    writer = make_writer(place=tmp_path / "file" / "journal.sqlite")
    writer.record(entry(1))
    assert not writer.close(30)
    assert "cannot be written" in writer.told[0]


def test_a_full_disk_keeps_what_was_there(path):
    """A limit on the size of files, as a full disk, in a process of its own."""
    script = """
import pathlib, resource, sys
from virtmonitor.core.journal import JournalEntry
from virtmonitor.core.journalwriter import JournalWriter
told = []
writer = JournalWriter(pathlib.Path(sys.argv[1]), 100_000, told.append)
writer.record(JournalEntry(1, "h", "u", "n", "k"))
assert writer.flush(60)
size = pathlib.Path(sys.argv[1] + "-wal").stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 5000, resource.RLIM_INFINITY))
for number in range(3000):
    writer.record(JournalEntry(2, "h", "u", "n", "k", "", "x" * 500))
assert not writer.flush(3)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
writer.close(60)
print(*told)
"""
    done = subprocess.run([sys.executable, "-c", script, path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "cannot be written" in done.stdout
    assert read(path, limit=10_000)[-1].time == 1
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY
