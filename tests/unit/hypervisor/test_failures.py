"""libvirt's errors as Failures: real errors of the real library, in process."""

import subprocess
import sys
from collections.abc import Callable, Iterator

import libvirt
import pytest

from virtmonitor.core.errors import Failure, FailureKind, VirtmonitorError
from virtmonitor.hypervisor.failures import failure_of, kind_of, suppress_unsupported, translated


@pytest.fixture(name="domain")
def _domain() -> Iterator[libvirt.virDomain]:
    connection = libvirt.open("test:///default")
    yield connection.lookupByName("test")
    connection.close()


def failing(call: Callable[[], object]) -> Failure:
    with pytest.raises(VirtmonitorError) as caught, translated("do it"):
        call()
    assert isinstance(caught.value.__cause__, libvirt.libvirtError)
    return caught.value.failure


def test_a_domain_that_is_not_there(domain: libvirt.virDomain) -> None:
    failure = failing(lambda: domain.connect().lookupByUUIDString("00000000-0000-4000-8000-000000000000"))
    assert failure.kind is FailureKind.NO_SOURCE
    assert failure.code == libvirt.VIR_ERR_NO_DOMAIN
    assert failure.domain == libvirt.VIR_FROM_TEST
    assert failure.message == "Could not do it: Domain not found."
    assert str(failure).endswith(failure.hint)


def test_a_driver_that_cannot(domain: libvirt.virDomain) -> None:
    failure = failing(domain.pMWakeup)
    assert (failure.kind, failure.code) == (FailureKind.UNSUPPORTED, libvirt.VIR_ERR_NO_SUPPORT)


def test_unknown_flags_refuse_the_way_not_the_operation(domain: libvirt.virDomain) -> None:
    assert failing(lambda: domain.shutdownFlags(1 << 20)).kind is FailureKind.PARAMETER


def test_read_only_is_a_matter_of_rights() -> None:
    connection = libvirt.openReadOnly("test:///default")
    failure = failing(connection.lookupByName("test").destroy)
    assert failure.kind is FailureKind.RIGHTS
    assert failure.code == libvirt.VIR_ERR_OPERATION_DENIED
    connection.close()


def test_no_daemon_there() -> None:
    failure = failing(lambda: libvirt.open("qemu+unix:///system?socket=/nonexistent/socket"))
    assert failure.kind is FailureKind.CONNECTION
    assert "libvirtd" in failure.hint


@pytest.mark.parametrize(
    ("code", "message", "kind"),
    [
        (libvirt.VIR_ERR_INTERNAL_ERROR, "internal error: client socket is closed", FailureKind.CONNECTION),
        (
            libvirt.VIR_ERR_OPERATION_TIMEOUT,
            "Timed out during operation: cannot acquire state change lock (held by monitor=x)",
            FailureKind.BUSY,
        ),
        (
            libvirt.VIR_ERR_SYSTEM_ERROR,
            "Failed to connect socket to '/run/libvirt/libvirt-sock': Permission denied",
            FailureKind.RIGHTS,
        ),
        (libvirt.VIR_ERR_SYSTEM_ERROR, "Cannot open disk.qcow2: Permission denied", FailureKind.FAILED),
        (libvirt.VIR_ERR_OPERATION_TIMEOUT, "Timed out during operation", FailureKind.TIMEOUT),
        (
            libvirt.VIR_ERR_OPERATION_ABORTED,
            "operation aborted: snapshot job: canceled",
            FailureKind.CANCELLED,
        ),
        (libvirt.VIR_ERR_OPERATION_FAILED, "domain moment two already exists", FailureKind.PARAMETER),
        (999_999, "from the future", FailureKind.FAILED),
    ],
)
def test_kinds(code: int, message: str, kind: FailureKind) -> None:
    assert kind_of(code, message) is kind


def test_an_error_without_libvirts_tuple_still_has_a_sentence() -> None:
    libvirt.virResetLastError()
    failure = failure_of(libvirt.libvirtError("virDomainCreate() failed"), "start web1")
    assert failure.message == "Could not start web1: virDomainCreate() failed."
    assert failure.code == failure.domain == 0


def test_only_what_the_driver_lacks_is_suppressed(domain: libvirt.virDomain) -> None:
    with suppress_unsupported():
        domain.pMWakeup()
    with pytest.raises(libvirt.libvirtError), suppress_unsupported():
        domain.connect().lookupByName("nobody")


def test_nothing_is_printed_beside_the_exception() -> None:
    script = (
        "import virtmonitor.hypervisor, libvirt\n"
        "try: libvirt.open('test:///default').lookupByName('nobody')\n"
        "except libvirt.libvirtError: print('raised')\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("raised\n", "")
