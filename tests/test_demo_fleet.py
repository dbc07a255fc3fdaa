"""The demo fleet opens in libvirt's test driver and has one of everything."""

from __future__ import annotations

from collections.abc import Iterator

import libvirt
import pytest

from virtmonitor.assets import asset
from virtmonitor.core.domain import DomainState


@pytest.fixture(scope="module")
def fleet() -> Iterator[dict[str, libvirt.virDomain]]:
    connection = libvirt.open(f"test://{asset('resources', 'demo', 'fleet.xml')}")
    domains = {domain.name(): domain for domain in connection.listAllDomains()}
    yield domains
    domains.clear()
    assert connection.close() == 0


def test_every_state_is_there(fleet: dict[str, libvirt.virDomain]) -> None:
    assert {domain.state()[0] for domain in fleet.values()} == set(DomainState)
    assert len(fleet) >= 20


def test_what_the_faces_show_is_there(fleet: dict[str, libvirt.virDomain]) -> None:
    assert [name for name, domain in fleet.items() if not domain.isPersistent()] == ["ci-runner-7f3a"]
    assert [name for name, domain in fleet.items() if domain.hasManagedSaveImage()] == ["fedora-workstation"]
    assert max(domain.snapshotNum() for domain in fleet.values()) == 3
    assert fleet["fedora-workstation"].snapshotCurrent().getName() == "experiment"
    assert fleet["db-primary"].metadata(libvirt.VIR_DOMAIN_METADATA_TITLE, None) == "PostgreSQL, primary"


def test_a_machine_can_be_started(fleet: dict[str, libvirt.virDomain]) -> None:
    assert fleet["web-3"].create() == 0
    assert fleet["web-3"].isActive()
