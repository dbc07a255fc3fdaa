"""Words for people: states, reasons, connections. Translated here, at the edge, and never compared."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from virtmonitor.core.connection import ConnectionState
from virtmonitor.core.domain import DomainRecord, DomainState
from virtmonitor.engine.qt import QT_TRANSLATE_NOOP

_STATES: Final[dict[DomainState, str]] = {
    DomainState.NOSTATE: QT_TRANSLATE_NOOP("state", "Unknown"),
    DomainState.RUNNING: QT_TRANSLATE_NOOP("state", "Running"),
    DomainState.BLOCKED: QT_TRANSLATE_NOOP("state", "Blocked"),
    DomainState.PAUSED: QT_TRANSLATE_NOOP("state", "Paused"),
    DomainState.SHUTDOWN: QT_TRANSLATE_NOOP("state", "Shutting down"),
    DomainState.SHUTOFF: QT_TRANSLATE_NOOP("state", "Shut off"),
    DomainState.CRASHED: QT_TRANSLATE_NOOP("state", "Crashed"),
    DomainState.PMSUSPENDED: QT_TRANSLATE_NOOP("state", "Asleep"),
}
# Only the reasons that tell more than the state does.
_REASONS: Final[dict[tuple[DomainState, str], str]] = {
    (DomainState.PAUSED, "ioerror"): QT_TRANSLATE_NOOP("state", "Paused by an I/O error"),
    (DomainState.PAUSED, "watchdog"): QT_TRANSLATE_NOOP("state", "Paused by its watchdog"),
    (DomainState.PAUSED, "migration"): QT_TRANSLATE_NOOP("state", "Paused for migration"),
    (DomainState.PAUSED, "save"): QT_TRANSLATE_NOOP("state", "Paused to be saved"),
    (DomainState.PAUSED, "snapshot"): QT_TRANSLATE_NOOP("state", "Paused for a snapshot"),
    (DomainState.PAUSED, "crashed"): QT_TRANSLATE_NOOP("state", "Paused after a crash"),
    (DomainState.PAUSED, "starting_up"): QT_TRANSLATE_NOOP("state", "Starting"),
    (DomainState.PAUSED, "api_error"): QT_TRANSLATE_NOOP("state", "Paused by a failed operation"),
    (DomainState.SHUTOFF, "crashed"): QT_TRANSLATE_NOOP("state", "Shut off by a crash"),
    (DomainState.SHUTOFF, "saved"): QT_TRANSLATE_NOOP("state", "Saved"),
    (DomainState.SHUTOFF, "failed"): QT_TRANSLATE_NOOP("state", "Failed to start"),
    (DomainState.SHUTOFF, "migrated"): QT_TRANSLATE_NOOP("state", "Moved to another host"),
    (DomainState.CRASHED, "panicked"): QT_TRANSLATE_NOOP("state", "Crashed: the guest panicked"),
}
_CONNECTIONS: Final[dict[ConnectionState, str]] = {
    ConnectionState.CONNECTING: QT_TRANSLATE_NOOP("connection", "Connecting"),
    ConnectionState.CONNECTED: QT_TRANSLATE_NOOP("connection", "Connected"),
    ConnectionState.READ_ONLY: QT_TRANSLATE_NOOP("connection", "Connected, read-only"),
    ConnectionState.RECONNECTING: QT_TRANSLATE_NOOP("connection", "Not connected, trying again"),
    ConnectionState.UNRESPONSIVE: QT_TRANSLATE_NOOP("connection", "Not answering"),
    ConnectionState.FAILED: QT_TRANSLATE_NOOP("connection", "Not connected"),
}


def state_text(record: DomainRecord) -> str:
    """The state, with its reason where that says more."""
    return text_of(record.state, record.reason_word)


def text_of(state: DomainState, reason: str) -> str:
    """As `state_text`, from the state and libvirt's word for the reason."""
    return QCoreApplication.translate("state", _REASONS.get((state, reason)) or _STATES[state])


def connection_text(state: ConnectionState) -> str:
    """How the connection is."""
    return QCoreApplication.translate("connection", _CONNECTIONS[state])


def core_text(text: str) -> str:
    """A text that the core marked with N_, in the user's language."""
    return QCoreApplication.translate("", text)


def host_notice(data: Mapping[str, Any], *, demo: bool) -> str:
    """What there is to tell of a host's connection, from its Source's data; "" when all is well."""
    sentences = []
    if demo:
        sentences.append(
            QCoreApplication.translate(
                "connection",
                "This is a demo: the machines below are not real. Connect to a host to see yours.",
            )
        )
    state = ConnectionState(data.get("connection") or ConnectionState.CONNECTING)
    if state is ConnectionState.READ_ONLY:
        sentences.append(
            QCoreApplication.translate(
                "connection", "Connected read-only: you see everything and can change nothing."
            )
        )
    elif state is not ConnectionState.CONNECTED:
        sentences.append(f"{data.get('name')}: {connection_text(state)}.")
    if data.get("error"):
        sentences.append(str(data["error"]))
    return " ".join(sentences)
