"""The objects on the bus: each offers interfaces of the table, by Python methods of the same names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Protocol

from virtmonitor.core import operations
from virtmonitor.core.domain import split_source
from virtmonitor.core.errors import VirtmonitorError
from virtmonitor.core.parameters import Parameter
from virtmonitor.dbus import paths
from virtmonitor.dbus.clients import Clients
from virtmonitor.dbus.errors import BusError, not_allowed, of_failure, unknown
from virtmonitor.dbus.interfaces import DOMAIN, ENGINE, HOST, JOB, SERVICE, Interface
from virtmonitor.dbus.jobs import Jobs, properties
from virtmonitor.dbus.told import Told
from virtmonitor.dbus.values import Variant, mapping, plain, typed
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.servicejob import ServiceJob

HARMLESS: Final = frozenset(
    {
        *("start", "resume", "suspend", "shutdown", "reboot", "pmSuspend", "pmWakeup", "managedSave"),
        *("snapshotCreate", "setTitle", "setDescription"),
    }
)
"""What other programs may do unasked, as far as nothing is lost: nothing that shows, changes or types into a guest."""


class BusObject(Protocol):
    """An object: its interfaces, and what their properties are now."""

    @property
    def interfaces(self) -> tuple[Interface, ...]:
        """What it offers, beside what all offer."""

    def properties(self, interface: Interface) -> dict[str, Variant]:
        """Those of one interface that are known."""


class EngineObject:
    """The engine: what there is, and who looks."""

    interfaces = (ENGINE,)

    def __init__(self, engine: DataEngine, told: Told, clients: Clients) -> None:
        self._engine, self._told, self._clients = engine, told, clients

    def properties(self, interface: Interface) -> dict[str, Variant]:
        """See BusObject."""
        from importlib.metadata import version  # few ask, and it loads much

        return typed(interface, {"Version": version("virtmonitor"), "Hosts": self._engine.hosts})

    def Sources(self, _sender: str) -> tuple[list[str]]:
        """See the table."""
        return (self._engine.sources(),)

    def Object(self, _sender: str, source: str) -> tuple[str]:
        """See the table."""
        self._check(source)
        return (paths.of_source(source),)

    def Connect(self, sender: str, source: str, interval: int, groups: list[str]) -> tuple[str]:
        """See the table."""
        self._check(source)
        self._clients.connect_source(sender, source, interval, groups)
        return (paths.of_source(source),)

    def Disconnect(self, sender: str, source: str) -> tuple[()]:
        """See the table."""
        self._clients.disconnect_source(sender, source)
        return ()

    def DisconnectAll(self, sender: str) -> tuple[()]:
        """See the table."""
        self._clients.drop(sender)
        return ()

    def _check(self, source: str) -> None:
        if self._told.now(source) is None:
            raise BusError("org.virtmonitor.Error.NoSource", f"There is no {source[:200]}.")


class SourceObject:
    """A machine with its operations, or a host."""

    def __init__(
        self, engine: DataEngine, told: Told, jobs: Jobs, source: str, allowed: frozenset[str]
    ) -> None:
        self._engine, self._told, self._jobs = engine, told, jobs
        self._source, self._allowed = source, allowed
        self.interfaces = (DOMAIN, SERVICE) if split_source(source)[1] is not None else (HOST,)

    def properties(self, interface: Interface) -> dict[str, Variant]:
        """See BusObject."""
        return typed(interface, self._told.now(self._source) or {}) if interface is not SERVICE else {}

    def Operations(self, _sender: str) -> tuple[dict[str, dict[str, Variant]]]:
        """See the table."""
        service = self._engine.serviceForSource(self._source)
        return (
            {
                name: mapping(
                    {
                        "label": told.label,
                        "description": told.description,
                        "enabled": service.isOperationEnabled(name),
                        "reason": service.disabledReason(name),
                        "loses": told.loses,
                        "allowed": self._may(name, told.loses != ""),
                    }
                )
                for name, told in operations.OPERATIONS.items()
            },
        )

    def Describe(self, _sender: str, operation: str) -> tuple[list[dict[str, Variant]]]:
        """See the table."""
        told = _checked(lambda: operations.operation(operation))
        return ([mapping(_described(parameter)) for parameter in told.parameters],)

    def Call(self, sender: str, operation: str, parameters: Mapping[str, Variant]) -> tuple[str]:
        """See the table."""
        values = {name: plain(value) for name, value in parameters.items()}
        record = self._engine.record(self._source)
        losses = _checked(lambda: operations.losses(operation, values, record))
        if not self._may(operation, bool(losses)):
            raise not_allowed(operation)
        service = self._engine.serviceForSource(self._source)
        if not service.isOperationEnabled(operation):
            raise BusError("org.virtmonitor.Error.State", service.disabledReason(operation))
        self._jobs.check(sender)
        return (self._jobs.add(sender, service.call(operation, values)),)

    def _may(self, operation: str, loses: bool) -> bool:
        return operation in self._allowed or (operation in HARMLESS and not loses)


class JobObject:
    """An operation that was called over the bus."""

    interfaces = (JOB,)

    def __init__(self, job: ServiceJob) -> None:
        self._job = job

    def properties(self, interface: Interface) -> dict[str, Variant]:
        """See BusObject."""
        return properties(self._job) if interface is JOB else {}

    def Cancel(self, _sender: str) -> tuple[()]:
        """See the table."""
        if not self._job.kill():
            raise BusError("org.virtmonitor.Error.State", "It cannot be stopped (any more).")
        return ()


def _described(parameter: Parameter) -> dict[str, Any]:
    numeric = parameter.type in ("integer", "bytes")
    return {
        "name": parameter.name,
        "type": parameter.type,
        "label": parameter.label,
        "required": parameter.required,
        "default": parameter.default,
        "choices": list(parameter.choices),
        "unit": parameter.unit,
        "minimum": parameter.minimum if numeric else None,
        "maximum": parameter.maximum if numeric else None,
        "loses": parameter.loses,
    }


def _checked(read: Any) -> Any:
    try:
        return read()
    except VirtmonitorError as error:
        raise of_failure(error.failure) from None


def of_missing(path: str) -> BusError:
    """Nothing is at that path."""
    return unknown("Object", f"There is nothing at {path[:300]}.")
