"""The sampler's thread: sleeps while nobody looks, and lets go of what it held after a while."""

import pytest

from tests.helpers.waiting import until
from virtmonitor.core.connection import HostSettings
from virtmonitor.core.sample import Want
from virtmonitor.hypervisor import samplerthread
from virtmonitor.hypervisor.host import connect
from virtmonitor.hypervisor.samplerthread import SamplerThread


@pytest.fixture
def connection():
    connection = connect(HostSettings("demo", "test:///default"))
    yield connection
    assert connection.close() == 0


def test_it_lets_go_when_nobody_has_looked_for_a_while(connection, monkeypatch):
    monkeypatch.setattr(samplerthread, "IDLE_SECONDS", 0.05)
    uuid = connection.conn.lookupByName("test").UUIDString()
    batches = []
    thread = SamplerThread("demo", lambda: connection, batches.append)
    for number in (1, 2):
        thread.sample({uuid: Want.CPU}, of_host=True)
        until(lambda number=number: len(batches) == number)
        assert batches[-1].samples[0].cpu is not None
        assert batches[-1].of_host is not None
        until(lambda: thread._sampler is None, what="it lets go")
    thread.close()
    until(lambda: not thread._thread.is_alive())
