"""A domain that goes while its operation runs, or is replaced by one of its name: no operation hits another one."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

import libvirt
import pytest

from tests.faults.conftest import Watched
from tests.helpers.guest import Guest
from tests.helpers.libvirtd import PrivateLibvirtd
from virtmonitor.engine.servicejob import JobError, ServiceJob

pytestmark = pytest.mark.live
DOMAIN = """<domain type='qemu'><name>{name}</name><uuid>{uuid}</uuid><memory unit='MiB'>32</memory>
<os><type>hvm</type></os></domain>"""
FIRST, SECOND = (f"00000000-0000-4000-8000-00000000000{i}" for i in (1, 2))


def test_replaced_by_one_of_its_name(watched: Watched, own_libvirtd: PrivateLibvirtd) -> None:
    """The picture is older than the click: it hits what was clicked, or nothing."""
    conn = libvirt.open(own_libvirtd.qemu_uri)
    conn.defineXML(DOMAIN.format(name="web", uuid=FIRST))
    watched.up("h", own_libvirtd.qemu_uri)
    service = watched.engine.serviceForSource(f"h/{FIRST}")
    assert service.isOperationEnabled("start")
    # All of this happens before the engine hears of it: its event loop does not run.
    conn.lookupByUUIDString(FIRST).undefine()
    conn.defineXML(DOMAIN.format(name="web", uuid=SECOND))
    jobs: list[ServiceJob] = [
        service.call("start"),
        service.call("setDescription", {"text": "changed"}),
        service.call("undefine"),
    ]
    watched.until(lambda: not any(job.running for job in jobs))
    assert [job.error for job in jobs] == [JobError.NoSource] * 3, [job.errorText for job in jobs]
    other = conn.lookupByUUIDString(SECOND)
    assert (other.isActive(), "changed" in other.XMLDesc()) == (0, False)
    watched.until(lambda: list(watched.state("h").records) == [SECOND])
    conn.close()


def test_undefined_while_its_operation_runs(
    watched: Watched, own_libvirtd: PrivateLibvirtd, make_guest: Callable[..., Guest]
) -> None:
    """A guest that ignores the shutdown is taken away meanwhile; another of its name comes."""
    guest = make_guest("web", daemon=own_libvirtd, boots=False).start(wait=False)
    state = watched.up("h", own_libvirtd.qemu_uri)
    service = watched.engine.serviceForSource(f"h/{guest.uuid}")
    save = service.call("managedSave")
    watched.until(lambda: watched.engine.runningJobs == [save])
    assert watched.engine.runningJobTexts[0].endswith(": web")
    conn = libvirt.open(own_libvirtd.qemu_uri)
    domain = conn.lookupByUUIDString(guest.uuid)
    for go in (domain.destroy, lambda: domain.undefineFlags(libvirt.VIR_DOMAIN_UNDEFINE_MANAGED_SAVE)):
        # The save may have been quicker than the test; then there is nothing left to destroy.
        with contextlib.suppress(libvirt.libvirtError):
            go()
    conn.defineXML(DOMAIN.format(name="web", uuid=SECOND))
    watched.until(lambda: not save.running, 60)
    watched.until(lambda: list(state.records) == [SECOND])
    assert watched.engine.runningJobs == []
    assert conn.lookupByUUIDString(SECOND).hasManagedSaveImage() == 0
    again = service.call("start")
    watched.until(lambda: not again.running)
    assert again.error == JobError.NoSource
    assert conn.lookupByUUIDString(SECOND).isActive() == 0
    conn.close()
