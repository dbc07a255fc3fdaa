"""Operations at random on libvirt's test driver: the table tells the truth, and no definition is ever lost."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import libvirt
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.unit.hypervisor.conftest import UUID, XML, remove
from virtmonitor.core.domain import DomainRecord, DomainState
from virtmonitor.core.errors import Failure, FailureKind, VirtmonitorError
from virtmonitor.core.operations import OPERATIONS, losses, refusal
from virtmonitor.hypervisor import commands
from virtmonitor.hypervisor.domainxml import details
from virtmonitor.hypervisor.xmlarchive import XmlArchive
from virtmonitor.hypervisor.xmlform import digest

NAMES = st.sampled_from(["web1", "web2", "é <&>"])
SNAPSHOTS = st.sampled_from(["one", "two"])
SCOPES = st.sampled_from(["live", "config", "both"])
VALUES: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "start": st.fixed_dictionaries({}),
    "setVcpus": st.fixed_dictionaries(
        {"count": st.integers(1, 6), "scope": SCOPES, "maximum": st.booleans()}
    ),
    "setMemory": st.fixed_dictionaries({"bytes": st.integers(2**20, 2**31), "scope": SCOPES}),
    "setAutostart": st.fixed_dictionaries({"enabled": st.booleans()}),
    "rename": st.fixed_dictionaries({"name": NAMES}),
    "setTitle": st.fixed_dictionaries({"text": NAMES, "scope": SCOPES}),
    "setDescription": st.fixed_dictionaries({"text": NAMES, "scope": SCOPES}),
    "undefine": st.fixed_dictionaries({"managedSave": st.booleans(), "snapshots": st.booleans()}),
    "snapshotCreate": st.fixed_dictionaries({"name": SNAPSHOTS}),
    "snapshotRevert": st.fixed_dictionaries({"name": SNAPSHOTS}),
    "snapshotDelete": st.fixed_dictionaries({"name": SNAPSHOTS, "children": st.booleans()}),
}
CALLS = st.sampled_from(sorted(set(OPERATIONS) - {"defineXml"})).flatmap(
    lambda name: st.tuples(st.just(name), VALUES.get(name, st.just({})))
)
# What the values or the driver may be refused for although the table lets the operation pass.
HONEST = {FailureKind.PARAMETER, FailureKind.UNSUPPORTED, FailureKind.PARTIAL}
# A state that depends on the values too: a scope that does not exist, what undefine would leave behind...
BEYOND_THE_TABLE = {
    "setVcpus", "setMemory", "setTitle", "setDescription", "undefine", "rename", "restoreXml", "snapshotRevert",
}  # fmt: skip


class Operations(RuleBasedStateMachine):
    """One domain and our operations on it."""

    def __init__(self) -> None:
        super().__init__()
        self.directory = tempfile.TemporaryDirectory()
        self.archive = XmlArchive("test", Path(self.directory.name), 10_000, 10_000)
        self.connection = libvirt.open("test:///default")
        self.connection.defineXML(XML.format(name="web1", uuid=UUID))
        self.seen: set[str] = set()

    def teardown(self) -> None:
        remove(self.connection, UUID)
        self.connection.close()
        self.directory.cleanup()

    @rule(call=CALLS)
    def do(self, call: tuple[str, dict[str, Any]]) -> None:
        name, values = call
        record = self.record()
        refused = refusal(name, record, read_only=False)
        losses(name, values, record)
        failure = self.attempt(name, values)
        if failure is None:
            assert record is not None or name == "restoreXml"
        else:
            assert failure.message.endswith(".")
            assert refused or failure.kind in HONEST or name in BEYOND_THE_TABLE, (call, record, failure)

    def attempt(self, name: str, values: dict[str, Any]) -> Failure | None:
        try:
            commands.execute(self.connection, UUID, name, values, self.archive)
        except VirtmonitorError as error:
            return error.failure
        return None

    @rule()
    def virsh_undefines(self) -> None:
        """From outside, without a word: that definition is gone, and what we kept is not."""
        record = self.record()
        if (
            record is not None
            and record.persistent
            and not record.has_managed_save
            and not record.snapshot_count
        ):
            self.seen.discard(self.definition() or "")
            self.connection.lookupByUUIDString(UUID).undefine()

    @invariant()
    def every_definition_that_was_is_in_force_or_kept(self) -> None:
        kept = {digest(self.archive.read(entry)) for entry in self.archive.entries(UUID)}
        now = self.definition()
        assert self.seen <= kept | {now}
        if now is not None:
            self.seen.add(now)

    def definition(self) -> str | None:
        """The digest of the definition in force."""
        record = self.record()
        if record is None or not record.persistent:
            return None
        return digest(commands.definition(self.connection, UUID))

    def record(self) -> DomainRecord | None:
        """As the reader would read it."""
        try:
            domain = self.connection.lookupByUUIDString(UUID)
        except libvirt.libvirtError:
            return None
        return DomainRecord(
            "test",
            UUID,
            domain.name(),
            domain.ID(),
            DomainState(domain.state()[0]),
            persistent=bool(domain.isPersistent()),
            has_managed_save=bool(domain.hasManagedSaveImage()),
            snapshot_count=domain.snapshotNum(),
            **details(domain.XMLDesc(0)),
        )


TestOperations = Operations.TestCase
TestOperations.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
