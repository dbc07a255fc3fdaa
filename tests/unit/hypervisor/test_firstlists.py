"""Which hosts others leave the first word to, and for how long."""

from virtmonitor.hypervisor import firstlists
from virtmonitor.hypervisor.firstlists import FirstLists


def test_it_is_over_when_the_last_has_its_list():
    lists, told = FirstLists(), []
    lists.expect("slow")
    lists.expect("fast")
    lists.done("fast")
    lists.tell_when_over(lambda: told.append("fast"))
    assert 0 < lists.left() <= firstlists.PATIENCE
    assert not told
    lists.done("slow")
    lists.done("slow")
    assert told == ["fast"]
    assert lists.left() == 0


def test_nobody_is_told_when_nobody_is_waited_for():
    lists = FirstLists()
    lists.done("alone")
    lists.tell_when_over(lambda: 1 / 0)
    lists.expect("next")
    lists.done("next")


def test_one_that_hangs_is_waited_for_only_so_long(monkeypatch):
    lists = FirstLists()
    monkeypatch.setattr(firstlists, "PATIENCE", 0.0)
    lists.expect("hangs")
    assert lists.left() == 0
    told = []
    lists.tell_when_over(lambda: told.append("late"))
    lists.done("hangs")
    assert not told, "who no longer waits is not kept to be told"
