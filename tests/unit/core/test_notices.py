"""What deserves a notice, and when it is shown."""

from dataclasses import fields, replace
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from virtmonitor.core.connection import ConnectionState
from virtmonitor.core.domain import DomainRecord, DomainState
from virtmonitor.core.errors import Failure, FailureKind
from virtmonitor.core.events import EventKind, EventRecord
from virtmonitor.core.noticeflow import GATHER, HOST_GRACE, MANY, RATE, REPEAT, NoticeFlow, is_quiet
from virtmonitor.core.notices import (
    Notice,
    NoticeAction,
    NoticeKind,
    Urgency,
    of_change,
    of_connection,
    of_event,
    of_job,
)
from virtmonitor.core.settings_schema import Notifications

NOON = time(12)
CRASH = Notice(NoticeKind.CRASHED, "h/1", "web")
STOP = Notice(NoticeKind.STOPPED, "h/1", "web")


def event(kind, detail="", reason=""):
    return EventRecord("h", "1", "web", EventKind(kind), 5.0, detail, reason)


def test_every_kind_has_its_switch():
    names = {item.name for item in fields(Notifications)}
    assert {kind.value for kind in NoticeKind} <= names


def test_nothing_offered_loses_data():
    offered = {action for kind in NoticeKind for action in Notice(kind, "h/1", "web").actions}
    assert offered == {NoticeAction.OPEN, NoticeAction.START, NoticeAction.LOG}
    assert NoticeAction.START not in Notice(NoticeKind.IO_ERROR, "h/1", "web").actions


@pytest.mark.parametrize(
    ("event", "kind", "detail"),
    [
        (event("lifecycle", "stopped", "crashed"), NoticeKind.CRASHED, "crashed"),
        (event("lifecycle", "stopped", "failed"), NoticeKind.CRASHED, "failed"),
        (event("lifecycle", "stopped", "shutdown"), NoticeKind.STOPPED, "shutdown"),
        (event("lifecycle", "stopped", "destroyed"), NoticeKind.STOPPED, "destroyed"),
        (event("lifecycle", "crashed", "panicked"), NoticeKind.PANICKED, "panicked"),
        (event("lifecycle", "suspended", "ioerror"), NoticeKind.IO_ERROR, "ioerror"),
        (event("ioError", "pause", "enospc"), NoticeKind.IO_ERROR, "enospc"),
        (event("watchdog", "reset"), NoticeKind.WATCHDOG, "reset"),
        (event("blockJob", "failed", "vda"), NoticeKind.JOB_FAILED, "vda"),
    ],
)
def test_events_that_deserve_a_notice(event, kind, detail):
    assert of_event(event) == Notice(kind, "h/1", "web", detail)


@pytest.mark.parametrize(
    "event",
    [
        event("lifecycle", "started", "booted"),
        event("lifecycle", "stopped", "migrated"),
        event("lifecycle", "stopped", "saved"),
        event("lifecycle", "stopped", "from_snapshot"),
        event("lifecycle", "suspended", "paused"),
        event("lifecycle", "shutdown", "finished"),
        event("ioError", "none"),
        event("watchdog", "none"),
        event("blockJob", "completed", "vda"),
        event("balloonChange"),
        event("memoryFailure", "x", "y"),
    ],
)
def test_events_that_do_not(event):
    assert of_event(event) is None


def record(state, reason=0):
    return DomainRecord("h", "1", "web", id=1, state=state, reason=reason)


RUNNING = record(DomainState.RUNNING, 1)


@pytest.mark.parametrize(
    ("after", "kind"),
    [
        (record(DomainState.SHUTOFF, 3), NoticeKind.CRASHED),
        (record(DomainState.SHUTOFF, 6), NoticeKind.CRASHED),
        (record(DomainState.SHUTOFF, 1), NoticeKind.STOPPED),
        (record(DomainState.SHUTOFF, 2), NoticeKind.STOPPED),
        (record(DomainState.CRASHED, 1), NoticeKind.PANICKED),
        (record(DomainState.CRASHED, 0), NoticeKind.CRASHED),
        (record(DomainState.PAUSED, 5), NoticeKind.IO_ERROR),
        (record(DomainState.PAUSED, 6), NoticeKind.WATCHDOG),
        (record(DomainState.PAUSED, 10), NoticeKind.PANICKED),
    ],
)
def test_a_re_read_tells_what_events_did_not(after, kind):
    assert of_change(RUNNING, after).kind is kind


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, record(DomainState.SHUTOFF, 3)),
        (record(DomainState.NOSTATE), record(DomainState.SHUTOFF, 3)),
        (record(DomainState.SHUTOFF, 1), record(DomainState.SHUTOFF, 3)),
        (record(DomainState.PAUSED, 5), record(DomainState.PAUSED, 5)),
        (RUNNING, record(DomainState.PAUSED, 1)),
        (RUNNING, record(DomainState.SHUTOFF, 5)),
        (RUNNING, record(DomainState.SHUTOFF, 4)),
        (RUNNING, record(DomainState.RUNNING, 99)),
    ],
)
def test_what_is_no_news(before, after):
    assert of_change(before, after) is None


def test_a_host_lost_and_back():
    up, down = ConnectionState.CONNECTED, ConnectionState.RECONNECTING
    failure = Failure(FailureKind.CONNECTION, "The daemon is gone.")
    lost = of_connection("h", up, down, failure)
    assert lost == Notice(NoticeKind.HOST_LOST, "h", "h", "The daemon is gone.")
    assert of_connection("h", down, ConnectionState.FAILED) is None
    assert of_connection("h", down, ConnectionState.READ_ONLY).kind is NoticeKind.HOST_BACK
    assert of_connection("h", up, ConnectionState.READ_ONLY) is None


def test_how_jobs_end():
    failed = Failure(FailureKind.FAILED, "Could not start it: no.")
    assert of_job("h/1", "web", "start", failed, 0.1).kind is NoticeKind.JOB_FAILED
    assert of_job("h/1", "web", "start", Failure(FailureKind.CANCELLED, "Stopped."), 9) is None
    assert of_job("h/1", "web", "start", None, 1) is None
    assert of_job("h/1", "web", "managedSave", None, 60).kind is NoticeKind.JOB_DONE
    assert of_job("h/1", "web", "snapshotCreate", None, 5).kind is NoticeKind.SNAPSHOT_DONE
    assert of_job("h/1", "web", "snapshotCreate", None, 0.5) is None


# When they are shown


@pytest.fixture
def flow():
    return NoticeFlow(Notifications())


def shown(flow, now, clock=NOON):
    return flow.due(now, clock)


def test_a_notice_is_shown_once_after_a_moment(flow):
    flow.add(CRASH, 0)
    assert flow.due_at == GATHER
    assert shown(flow, 0.1) == ()
    flow.add(CRASH, 0.2)
    assert shown(flow, GATHER) == ((CRASH,),)
    flow.add(CRASH, 1)
    assert flow.due_at is None
    flow.add(CRASH, GATHER + REPEAT)
    assert flow.due_at is not None


def test_of_two_about_the_same_the_one_that_says_more_is_shown(flow):
    full = Notice(NoticeKind.IO_ERROR, "h/1", "web", "no space left")
    for notice in (full, replace(full, detail="ioerror")):
        flow.add(notice, 0)
    assert shown(flow, 1) == ((full,),)


def test_what_was_just_done_here_is_no_news_once(flow):
    flow.own.started("h/1", "shutdown")
    flow.own.ended("h/1", "shutdown", 1, done=True)
    flow.add(STOP, 100)
    flow.add(STOP, 100.1)  # the re-read after the event
    assert flow.due_at is None
    flow.add(STOP, 200)
    assert shown(flow, 201) == ((STOP,),)


def test_the_same_once_more_after_it_ran_again_is_news(flow):
    flow.add(STOP, 0)
    assert shown(flow, 1) == ((STOP,),)
    flow.forget("h/1")
    flow.add(STOP, 2)
    assert shown(flow, 3) == ((STOP,),)


def test_a_crash_during_an_own_shutdown_is_news(flow):
    flow.own.started("h/1", "shutdown")
    flow.add(CRASH, 1)
    assert shown(flow, 2) == ((CRASH,),)


def test_what_failed_here_excuses_nothing(flow):
    flow.own.started("h/1", "powerOff")
    flow.own.ended("h/1", "powerOff", 1, done=False)
    flow.add(STOP, 2)
    assert shown(flow, 3) == ((STOP,),)


def test_what_was_done_to_another_machine_excuses_nothing(flow):
    flow.own.started("h/2", "shutdown")
    flow.add(STOP, 1)
    assert shown(flow, 2) == ((STOP,),)


def test_a_hosts_reboot_is_one_notice(flow):
    stops = tuple(Notice(NoticeKind.STOPPED, f"h/{n}", f"vm{n}") for n in range(50))
    for number, notice in enumerate(stops):
        flow.add(notice, number * GATHER / 100)
    assert shown(flow, GATHER) == (stops,)


def test_a_few_are_shown_one_by_one(flow):
    few = [Notice(NoticeKind.STOPPED, f"h/{n}", f"vm{n}") for n in range(MANY)]
    for notice in few:
        flow.add(notice, 0)
    assert shown(flow, 1) == tuple((notice,) for notice in few)


def test_a_steady_stream_is_gathered_for_longer(flow):
    now, popups = 0.0, 0
    for number in range(120):
        flow.add(Notice(NoticeKind.STOPPED, f"h/{number}", "vm"), now)
        now += 0.5
        popups += len(shown(flow, now))
    assert popups <= RATE + 60 / 15 + 1


def test_a_daemon_that_is_restarted_is_no_news(flow):
    flow.add(Notice(NoticeKind.HOST_LOST, "h", "h"), 0)
    flow.add(Notice(NoticeKind.HOST_BACK, "h", "h"), HOST_GRACE / 2)
    assert flow.due_at is None


def test_a_host_that_was_told_lost_is_told_back_once(flow):
    lost, back = Notice(NoticeKind.HOST_LOST, "h", "h"), Notice(NoticeKind.HOST_BACK, "h", "h")
    flow.add(back, 0)
    assert flow.due_at is None, "connecting for the first time"
    flow.add(lost, 0)
    assert shown(flow, HOST_GRACE) == ((lost,),)
    flow.add(back, 100)
    flow.add(back, 100)
    assert shown(flow, 101) == ((back,),)


def test_a_lost_host_does_not_hold_up_its_machines(flow):
    flow.add(Notice(NoticeKind.HOST_LOST, "h", "h"), 0)
    flow.add(CRASH, 1)
    assert shown(flow, 1 + GATHER) == ((CRASH,),)


def test_after_a_wake_up_only_what_is_critical(flow):
    flow.hush(0, 30)
    flow.add(STOP, 1)
    flow.add(CRASH, 1)
    assert shown(flow, 2) == ((CRASH,),)
    flow.add(Notice(NoticeKind.STOPPED, "h/2", "db"), 40)
    assert len(shown(flow, 41)) == 1


def test_switches_are_heeded():
    flow = NoticeFlow(Notifications(crashed=False))
    flow.add(CRASH, 0)
    flow.add(STOP, 0)
    assert shown(flow, 1) == ((STOP,),)
    flow.settings = Notifications(enabled=False)
    flow.add(replace(STOP, source="h/3"), 2)
    assert shown(flow, 3) == ()


def test_quiet_hours_let_only_the_critical_through():
    settings = Notifications(quiet_from="22:00", quiet_until="07:00")
    for lets, expected in ((True, ((CRASH,),)), (False, ())):
        flow = NoticeFlow(replace(settings, quiet_lets_critical_through=lets))
        flow.add(CRASH, 0)
        flow.add(STOP, 0)
        assert flow.due(1, time(23)) == expected


@pytest.mark.parametrize(
    ("start", "end", "clock", "quiet"),
    [
        ("22:00", "07:00", time(23, 30), True),
        ("22:00", "07:00", time(6, 59), True),
        ("22:00", "07:00", time(7), False),
        ("22:00", "07:00", time(12), False),
        ("12:00", "13:00", time(12, 30), True),
        ("12:00", "13:00", time(13), False),
        ("12:00", "12:00", time(12), False),
        ("", "07:00", time(6), False),
        ("22:00", "", time(23), False),
    ],
)
def test_quiet_hours(start, end, clock, quiet):
    assert is_quiet(Notifications(quiet_from=start, quiet_until=end), clock) is quiet


notices = st.builds(
    Notice,
    kind=st.sampled_from(NoticeKind),
    source=st.sampled_from(["h/1", "h/2", "g/1", "h"]),
    name=st.just("vm"),
)


@given(st.lists(st.tuples(notices, st.floats(0, 5)), max_size=40))
def test_nothing_waits_for_ever_and_nothing_is_shown_twice_at_once(arrivals):
    flow, now, told = NoticeFlow(Notifications()), 0.0, []
    for notice, pause in arrivals:
        flow.add(notice, now)
        now += pause
        told += [(now, one) for group in flow.due(now, NOON) for one in group]
    while (due := flow.due_at) is not None:
        assert due <= now + HOST_GRACE + 15
        now = max(now, due)
        told += [(now, one) for group in flow.due(now, NOON) for one in group]
    machines = [(at, one.source, one.kind) for at, one in told if not one.kind.startswith("host")]
    for index, (at, *what) in enumerate(machines):
        assert not [1 for then, *other in machines[:index] if other == what and at - then < REPEAT]


def test_urgency():
    assert CRASH.urgency is Urgency.CRITICAL
    assert STOP.urgency is Urgency.NORMAL
    assert Notice(NoticeKind.HOST_BACK, "h", "h").urgency is Urgency.LOW
