"""What events ask the reader for: as little as they can have changed."""

import pytest

from virtmonitor.core.events import EventKind, EventRecord
from virtmonitor.hypervisor.mailbox import Mailbox


def event(kind: EventKind, detail: str, uuid: str = "u") -> EventRecord:
    return EventRecord("host", uuid, "web", kind, 0.0, detail)


@pytest.mark.parametrize("detail", ["suspended", "resumed", "shutdown", "pmsuspended", "crashed"])
def test_where_only_the_state_can_be_another_only_the_state_is_read(detail: str) -> None:
    mailbox = Mailbox()
    mailbox.hear(event(EventKind.LIFECYCLE, detail))
    work = mailbox.take()
    assert (work.states, work.uuids) == ({"u"}, set())
    assert [one.detail for one in work.events] == [detail]


@pytest.mark.parametrize("detail", ["defined", "undefined", "started", "stopped", "unknown"])
def test_where_more_can_be_another_all_is_read(detail: str) -> None:
    mailbox = Mailbox()
    mailbox.hear(event(EventKind.LIFECYCLE, "resumed"))
    mailbox.hear(event(EventKind.LIFECYCLE, detail))
    assert mailbox.take().uuids == {"u"}


@pytest.mark.parametrize("kind", sorted(set(EventKind) - {EventKind.LIFECYCLE}))
def test_other_events_may_mean_anything(kind: EventKind) -> None:
    mailbox = Mailbox()
    mailbox.hear(event(kind, "suspended"))
    assert mailbox.take().uuids == {"u"}
