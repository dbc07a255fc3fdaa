"""The archive of replaced definitions: private, whole or not at all, bounded, and never in anybody's way."""

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from virtmonitor.core.errors import FailureKind, VirtmonitorError
from virtmonitor.hypervisor.xmlarchive import XmlArchive

UUID = "11111111-2222-4333-8444-555555555555"
OTHER = "99999999-2222-4333-8444-555555555555"


@pytest.fixture(name="root")
def _root(tmp_path: Path) -> Path:
    return tmp_path / "state" / "xml"


@pytest.fixture(name="archive")
def _archive(root: Path) -> XmlArchive:
    return XmlArchive("rack1", root, most_of_a_domain=3, most_in_all=5)


def kept(archive: XmlArchive, uuid: str | None = UUID) -> list[str]:
    return [archive.read(entry) for entry in archive.entries(uuid)]


def test_what_is_kept_is_read_latest_first(archive: XmlArchive) -> None:
    first = archive.keep(UUID, "<domain><name>a é</name></domain>", "rename")
    second = archive.keep(UUID, "<domain>2</domain>", "undefine", "<snapshots/>")
    assert archive.entries(UUID) == archive.entries() == [second, first]
    assert (first.operation, second.operation, second.uuid) == ("rename", "undefine", UUID)
    assert first.kept_at <= second.kept_at
    assert archive.read(first) == "<domain><name>a é</name></domain>"
    assert (archive.name_of(first), archive.name_of(second)) == ("a é", "")
    assert (archive.snapshots(first), archive.snapshots(second)) == ("", "<snapshots/>")
    assert archive.find(UUID, second.entry) == second


def test_only_the_user_can_read_it(archive: XmlArchive, root: Path) -> None:
    previous = os.umask(0)
    try:
        archive.keep(UUID, "<domain/>", "undefine", "<snapshots/>")
    finally:
        os.umask(previous)
    for path in (root, *root.rglob("*")):
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path


def test_a_directory_that_others_could_read_is_closed(archive: XmlArchive, root: Path) -> None:
    root.mkdir(parents=True, mode=0o755)
    archive.keep(UUID, "<domain/>", "undefine")
    assert root.stat().st_mode & 0o777 == 0o700


def test_the_same_is_not_kept_twice(archive: XmlArchive) -> None:
    first = archive.keep(UUID, "<domain/>", "setTitle")
    assert archive.keep(UUID, "<domain/>", "rename") == first
    archive.keep(UUID, "<domain>1</domain>", "rename")
    archive.keep(UUID, "<domain/>", "rename")
    assert kept(archive) == ["<domain/>", "<domain>1</domain>", "<domain/>"]
    archive.keep(UUID, "<domain/>", "undefine", "<snapshots/>")
    assert archive.snapshots(archive.entries(UUID)[0]) == "<snapshots/>"


def test_what_is_kept_last_is_the_last_whatever_the_clock_says(
    archive: XmlArchive, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ahead = time.time() + 365 * 86400
    with monkeypatch.context() as patched:
        patched.setattr(time, "time_ns", lambda: int(ahead * 1e9))
        for number in range(3):
            path = archive.keep(UUID, f"<domain>{number}</domain>", "setTitle").entry
            os.utime(root / "rack1" / f"{path}.xml", (ahead, ahead))
    for number in (3, 4):
        archive.keep(UUID, f"<domain>{number}</domain>", "setTitle")
    assert kept(archive) == kept(archive, None) == [f"<domain>{number}</domain>" for number in (4, 3, 2)]
    assert [entry.kept_at > time.time() + 1 for entry in archive.entries(UUID)] == [False, False, True]
    other_host = XmlArchive("rack2", root, most_of_a_domain=3, most_in_all=3)
    other_host.keep(OTHER, "<domain/>", "undefine")
    assert kept(other_host, OTHER) == ["<domain/>"]


def test_bounded_for_each_domain_and_in_all(archive: XmlArchive, root: Path) -> None:
    for number in range(6):
        archive.keep(UUID, f"<domain>{number}</domain>", "setTitle", "<snapshots/>")
    assert kept(archive) == [f"<domain>{number}</domain>" for number in (5, 4, 3)]
    other_host = XmlArchive("rack2", root, most_of_a_domain=3, most_in_all=5)
    for number in range(3):
        other_host.keep(OTHER, f"<domain>{number}</domain>", "setTitle")
    assert kept(archive) == ["<domain>5</domain>", "<domain>4</domain>"]
    assert len(kept(other_host, OTHER)) == 3
    assert len(list(root.rglob("*.snapshots"))) == 2
    for number in range(3):
        other_host.keep(UUID, f"<domain>{number}</domain>", "setTitle")
    assert kept(archive) == []
    assert not (root / "rack1" / UUID).exists()


def test_what_was_just_kept_stays_whatever_the_bounds(root: Path) -> None:
    archive = XmlArchive("rack1", root, most_of_a_domain=0, most_in_all=-5)
    archive.keep(UUID, "<domain>1</domain>", "setTitle")
    archive.keep(UUID, "<domain>2</domain>", "setTitle")
    assert kept(archive) == ["<domain>2</domain>"]


@pytest.mark.parametrize("host", ["..", ".", "", "a/b", "../../etc", "~", "%2E", "é ü", "x" * 300, "\ud800"])
def test_no_name_of_a_host_leads_elsewhere(root: Path, host: str) -> None:
    archive = XmlArchive(host, root)
    archive.keep(UUID, "<domain/>", "undefine")
    assert kept(archive) == ["<domain/>"]
    assert [path.parent.parent.parent for path in root.rglob("*.xml")] == [root]


def test_hosts_do_not_see_each_other(root: Path) -> None:
    XmlArchive("a", root).keep(UUID, "<domain/>", "undefine")
    assert XmlArchive("b", root).entries() == []


@pytest.mark.parametrize("entry", ["../../x", f"{UUID}/../x", "", f"{OTHER}/00000000000000000001-a"])
def test_no_entry_leads_elsewhere(archive: XmlArchive, entry: str) -> None:
    archive.keep(UUID, "<domain/>", "undefine")
    with pytest.raises(VirtmonitorError, match="was kept") as caught:
        archive.find(UUID, entry)
    assert caught.value.failure.kind is FailureKind.PARAMETER


def test_foreign_and_damaged_files_are_no_entries(archive: XmlArchive, root: Path) -> None:
    entry = archive.keep(UUID, "<domain/>", "undefine")
    directory = root / "rack1" / UUID
    for name in ("notes.txt", "1-undefine.xml", ".00000000000000000001-a.xml.tmp"):
        (directory / name).write_text("x")
    assert archive.entries(UUID) == [entry]
    (root / "rack1" / f"{entry.entry}.xml").write_bytes(b"\xff\xfe")
    assert archive.name_of(entry) == ""
    with pytest.raises(VirtmonitorError, match="cannot be read"):
        archive.read(entry)


def test_where_nothing_can_be_kept_that_is_told(tmp_path: Path) -> None:
    (tmp_path / "xml").write_text("a file where the directory has to be")
    archive = XmlArchive("rack1", tmp_path / "xml")
    with pytest.raises(VirtmonitorError, match="nothing was changed") as caught:
        archive.keep(UUID, "<domain/>", "undefine")
    assert caught.value.failure.kind is FailureKind.FAILED
    assert archive.entries() == archive.entries(UUID) == []


def test_a_user_without_a_home_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("virtmonitor.hypervisor.xmlarchive.archive_path", lambda: None)
    archive = XmlArchive("rack1")
    assert archive.entries() == archive.entries(UUID) == []
    with pytest.raises(VirtmonitorError, match="no home directory"):
        archive.keep(UUID, "<domain/>", "undefine")


def test_it_lives_in_the_users_state_directory(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    XmlArchive("rack1").keep(UUID, "<domain/>", "undefine")
    assert len(list((tmp_path / "virtmonitor" / "xml" / "rack1" / UUID).glob("*-undefine.xml"))) == 1


def test_many_threads_keep_at_once(root: Path) -> None:
    failures: list[Exception] = []

    def keep(texts: Iterator[str]) -> None:
        archive = XmlArchive("rack1", root, most_of_a_domain=10, most_in_all=15)
        try:
            for text in texts:
                archive.keep(UUID, text, "setTitle", "<snapshots/>")
                archive.keep(OTHER, text, "setTitle")
        except Exception as error:  # noqa: BLE001 - whatever it is fails the test
            failures.append(error)

    threads = [
        threading.Thread(target=keep, args=(iter([f"<d>{n}-{i}</d>" for i in range(30)]),)) for n in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    archive = XmlArchive("rack1", root)
    assert all(text.startswith("<d>") for text in kept(archive, None))
    assert 1 <= len(archive.entries()) <= 15
