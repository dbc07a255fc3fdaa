"""A guest's memory is shown only while the guest itself tells it."""

import pytest

from virtmonitor.hypervisor.balloon import STALE, MemoryWatch, Prepared, period_of


def xml(inside):
    return f"<domain><devices>{inside}</devices></domain>"


@pytest.mark.parametrize(
    ("told", "period"),
    [
        (xml("<memballoon model='virtio'/>"), 0),
        (xml("<memballoon model='virtio'><stats period='7'/></memballoon>"), 7),
        (xml("<memballoon model='virtio'><stats period='-7'/></memballoon>"), 0),
        (xml("<memballoon model='none'/>"), None),
        (xml(""), None),
        ("no xml", None),
    ],
)
def test_the_period_as_the_xml_tells_it(told, period):
    assert period_of(told) == period


def watch(before, now):
    watch = MemoryWatch(periodic=True)
    watch.begin("u")
    watch.prepared("u", 1, Prepared(before, now))
    return watch


def test_an_old_answer_is_not_shown_before_the_guest_gives_a_new_one():
    watching = watch(0, 2)
    assert not watching.is_fresh("u", 1, {"last_update": 100}, 0.0)
    assert watching.is_fresh("u", 1, {"last_update": 102}, 2.0)


def test_a_guest_that_was_asked_before_is_believed_at_once():
    assert watch(1, 1).is_fresh("u", 1, {"last_update": 100}, 0.0)


def test_a_guest_that_has_stopped_telling_is_unknown_after_a_while():
    watching = watch(1, 1)
    assert watching.is_fresh("u", 1, {"last_update": 100}, 0.0)
    assert watching.is_fresh("u", 1, {"last_update": 100}, STALE)
    assert not watching.is_fresh("u", 1, {"last_update": 100}, STALE + 1)


def test_the_next_run_begins_anew():
    watching = watch(0, 2)
    watching.is_fresh("u", 1, {"last_update": 100}, 0.0)
    assert watching.is_fresh("u", 1, {"last_update": 102}, 2.0)
    assert not watching.is_fresh("u", 2, {"last_update": 200}, 4.0)


def test_drivers_that_read_the_memory_themselves_are_always_fresh():
    watching = MemoryWatch(periodic=False)
    watching.begin("u")
    assert not watching.due("u", 1)
    assert watching.is_fresh("u", 1, {"last_update": 1}, 1e6)
    assert MemoryWatch(periodic=True).is_fresh("u", 1, {}, 0.0)


def test_looks_are_counted_and_what_was_changed_is_owed_once():
    watching = MemoryWatch(periodic=True)
    watching.begin("u")
    watching.begin("u")
    assert watching.due("u", 1)
    watching.prepared("u", 1, Prepared(0, 2))
    assert not watching.due("u", 1)
    assert watching.due("u", 2)
    watching.end("u")
    assert watching.owed() == []
    watching.end("u")
    assert watching.owed() == [("u", 1, Prepared(0, 2))]
    watching.settled("u")
    assert watching.owed() == []


def test_what_was_not_changed_is_not_owed():
    watching = watch(1, 1)
    watching.end("u")
    assert watching.owed() == []
