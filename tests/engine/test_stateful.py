"""Five hundred operations at random on a fleet over a daemon, while somebody else changes it: the picture is true.

The test driver emits events for what changes a life, a definition or its texts, and for nothing else: so from outside
only such things are changed. What the engine does itself it reads again, event or not.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from typing import Any

import libvirt
import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.errors import FlakyStrategyDefinition
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test
from pytestqt.qtbot import QtBot

from tests.helpers.libvirtd import PrivateLibvirtd
from virtmonitor.core.connection import HostSettings
from virtmonitor.core.operations import OPERATIONS
from virtmonitor.core.parameters import Parameter
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.service import Service
from virtmonitor.engine.servicejob import ServiceJob
from virtmonitor.hypervisor import reader

pytestmark = pytest.mark.live

FLEET = 12
EXAMPLES, STEPS, AT_LEAST = 30, 100, 500
NAMES = [f"vm-{number}" for number in range(FLEET)]
UUIDS = [f"00000000-0000-4000-8000-{number:012}" for number in range(FLEET)]
_XML = """<domain type='test'><name>{name}</name><uuid>{uuid}</uuid><memory unit='MiB'>64</memory>
<vcpu current='2'>4</vcpu><os><type>hvm</type></os></domain>"""


def xml_of(uuid: str, name: str = "") -> str:
    return _XML.format(uuid=uuid, name=name or NAMES[UUIDS.index(uuid)])


def values(parameter: Parameter) -> st.SearchStrategy[Any]:
    """What people and programs give, right and sometimes wrong."""
    right: dict[str, st.SearchStrategy[Any]] = {
        "boolean": st.booleans(),
        "integer": st.integers(0, 6),
        "bytes": st.integers(1, 64).map(lambda mebibytes: mebibytes * 1024**2),
        "word": st.sampled_from([*parameter.choices, "wrong"]),
        "line": st.sampled_from(["", "A title", "Ein schöner Titel"]),
        "text": st.sampled_from(["", "One line", "Two\nlines"]),
        "name": st.sampled_from([*NAMES, "new-1", "new-2", "a/b"]),
        "xml": st.sampled_from(["", "<domain/>", "no xml", *map(xml_of, UUIDS)]),
        "keys": st.sampled_from(["ctrl+alt+del", "wrong"]),
    }
    return right[parameter.type]


def parameters(name: str) -> st.SearchStrategy[dict[str, Any]]:
    """What it needs, and some of what it does not; flags that the test driver has not are left out more often."""
    known = OPERATIONS[name].parameters
    required = {one.name: values(one) for one in known if one.required}
    optional = {one.name: values(one) for one in known if not one.required}
    whole = st.fixed_dictionaries(required, optional=optional)
    return st.one_of(st.fixed_dictionaries(required), st.fixed_dictionaries(required), whole)


CALLS = st.sampled_from(list(OPERATIONS)).flatmap(lambda name: st.tuples(st.just(name), parameters(name)))
DOMAINS = st.sampled_from(UUIDS)

# What somebody else does, each of it with an event.
OUTSIDE: dict[str, Callable[[libvirt.virConnect, libvirt.virDomain, str], object]] = {
    "start": lambda _conn, domain, _uuid: domain.create(),
    "destroy": lambda _conn, domain, _uuid: domain.destroy(),
    "suspend": lambda _conn, domain, _uuid: domain.suspend(),
    "resume": lambda _conn, domain, _uuid: domain.resume(),
    "undefine": lambda _conn, domain, _uuid: domain.undefineFlags(
        libvirt.VIR_DOMAIN_UNDEFINE_MANAGED_SAVE | libvirt.VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA
    ),
    "define": lambda conn, _domain, uuid: conn.defineXML(xml_of(uuid)),
    "rename": lambda _conn, domain, uuid: domain.rename(f"other-{UUIDS.index(uuid)}"),
    "title": lambda _conn, domain, uuid: domain.setMetadata(
        libvirt.VIR_DOMAIN_METADATA_TITLE, f"by somebody {uuid[-2:]}", None, None
    ),
}


class Fleet:
    """The engine under test, and somebody else's connection to the same host."""

    def __init__(self, qtbot: QtBot, engine: DataEngine, outside: libvirt.virConnect) -> None:
        self.qtbot, self.engine, self.outside = qtbot, engine, outside
        self.jobs: list[ServiceJob] = []
        self.ended: list[tuple[str, int, str]] = []

    def call(self, uuid: str, operation: str, parameters: dict[str, Any]) -> None:
        service: Service = self.engine.serviceForSource(f"t/{uuid}")
        job = service.call(operation, parameters)
        job.finished.connect(lambda one: self.ended.append((one.operation, one.error, one.errorText)))
        self.jobs.append(job)

    def enables(self, uuid: str, operation: str) -> bool:
        service: Service = self.engine.serviceForSource(f"t/{uuid}")
        return service.isOperationEnabled(operation)

    def change(self, uuid: str, what: str) -> None:
        with contextlib.suppress(libvirt.libvirtError):
            domain = self.outside.lookupByUUIDString(uuid) if what != "define" else None
            OUTSIDE[what](self.outside, domain, uuid)

    def settle(self) -> None:
        """Every job ends, and then the picture is what libvirt says."""
        self.qtbot.waitUntil(lambda: len(self.ended) == len(self.jobs), timeout=30_000)
        assert all(text.endswith((".", "!", "?")) for _, error, text in self.ended if error)
        self.qtbot.waitUntil(lambda: self.picture() == self.truth(), timeout=30_000)

    def renew(self) -> None:
        """The fleet is whole again, and half of it runs."""
        for uuid in UUIDS:
            self.change(uuid, "define")
        for uuid in UUIDS[::2]:
            self.change(uuid, "start")
        self.qtbot.waitUntil(lambda: self.picture() == self.truth(), timeout=30_000)

    def picture(self) -> dict[str, Any]:
        return dict(self.engine.host("t").records)  # type: ignore[union-attr]

    def truth(self) -> dict[str, Any]:
        return {record.uuid: record for record in reader.everything(self.outside, "t")}


@pytest.fixture
def fleet(qtbot: QtBot, own_libvirtd: PrivateLibvirtd) -> Iterator[Fleet]:
    uri = own_libvirtd.test_uri()
    outside = libvirt.open(uri)
    for domain in outside.listAllDomains():
        domain.destroy()
        domain.undefine()
    engine = DataEngine()
    engine.addHost(HostSettings("t", uri, confirmed=True))
    made = Fleet(qtbot, engine, outside)
    qtbot.waitUntil(lambda: engine.host("t").live, timeout=30_000)  # type: ignore[union-attr]
    yield made
    engine.close()
    outside.close()


def test_the_picture_is_true_after_operations_at_random(fleet: Fleet, own_libvirtd: PrivateLibvirtd) -> None:
    class Machine(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            fleet.renew()

        @rule(uuid=DOMAINS, call=CALLS)
        def act(self, uuid: str, call: tuple[str, dict[str, Any]]) -> None:
            fleet.call(uuid, *call)

        @rule(uuid=DOMAINS, some=st.lists(CALLS, min_size=6, max_size=6))
        def do_what_is_enabled(self, uuid: str, some: list[tuple[str, dict[str, Any]]]) -> None:
            enabled = [call for call in some if fleet.enables(uuid, call[0])]
            for call in enabled[:2]:
                fleet.call(uuid, *call)

        @rule(uuid=DOMAINS, what=st.sampled_from(list(OUTSIDE)))
        def somebody_else_acts(self, uuid: str, what: str) -> None:
            fleet.change(uuid, what)

        @rule(turns=st.integers(1, 5))
        def let_it_run(self, turns: int) -> None:
            fleet.qtbot.wait(turns)

        def teardown(self) -> None:
            fleet.settle()

    random = bool(os.environ.get("VIRTMONITOR_RANDOM"))  # else the same each time
    chosen = settings(
        max_examples=EXAMPLES,
        stateful_step_count=STEPS,
        derandomize=not random,
        database=None,
        deadline=None,
        phases=[Phase.generate],  # what threads do cannot be replayed, and to try takes minutes
        suppress_health_check=list(HealthCheck),
    )
    # Hypothesis may notice that what threads do differs each time, and stops; what counts is judged below.
    with contextlib.suppress(FlakyStrategyDefinition):
        run_state_machine_as_test(Machine, settings=chosen)
    if len(fleet.jobs) < AT_LEAST:
        run_state_machine_as_test(Machine, settings=settings(chosen, derandomize=False))
    assert len(fleet.jobs) >= AT_LEAST
    judged_by_virsh(fleet, own_libvirtd)
    done = {operation for operation, error, _ in fleet.ended if not error}
    assert {"start", "setVcpus", "setTitle", "undefine", "restoreXml", "managedSave"} <= done, (
        "it did something"
    )


def judged_by_virsh(fleet: Fleet, daemon: PrivateLibvirtd) -> None:
    uri = daemon.test_uri()
    records = fleet.picture()
    assert set(daemon.virsh("list", "--all", "--uuid", uri=uri).split()) == set(records)
    for uuid, record in records.items():
        told = dict(
            line.split(":", 1) for line in daemon.virsh("dominfo", uuid, uri=uri).splitlines() if ":" in line
        )
        told = {key: value.strip() for key, value in told.items()}
        assert told["Name"] == record.name
        assert told["State"].replace(" ", "") == record.state.word
        assert told["Persistent"] == ("yes" if record.persistent else "no")
        assert told["Autostart"] == ("enable" if record.autostart else "disable")
        assert told["Managed save"] == ("yes" if record.has_managed_save else "no")
