"""Addresses on the command line that run programs: consent, or nothing is opened."""

from __future__ import annotations

import pytest

from virtmonitor.cli_confirm import confirmed
from virtmonitor.core.connection import HostSettings
from virtmonitor.core.errors import FailureKind, VirtmonitorError
from virtmonitor.hosts import chosen

RUNS = "test+ext:///default?command=/bin/false"


def test_without_a_terminal_nothing_is_asked_and_nothing_opened() -> None:
    with pytest.raises(VirtmonitorError) as refused:
        confirmed(["test:///default", RUNS], allow=False)
    assert refused.value.failure.kind is FailureKind.PARAMETER
    assert "runs the program /bin/false" in str(refused.value)
    assert "--allow-commands" in str(refused.value)


def test_the_option_is_consent() -> None:
    uris = confirmed([RUNS], allow=True)
    assert chosen(uris) == (HostSettings("test-default", RUNS, confirmed=True),)


def test_the_settings_come_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIBVIRT_DEFAULT_URI", "test:///default")
    kept = HostSettings("kept", "qemu:///system")
    assert chosen(confirmed([], allow=False), [kept]) == (kept,)
    assert [host.uri for host in chosen(confirmed([], allow=False))] == ["test:///default"]
