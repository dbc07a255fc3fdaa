"""What can be done with a domain, when, and with which parameters. Everything here reads the one table.

Pure functions; any thread. Sentences are for people; an unmarked one names what was given and stays English.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from virtmonitor.core.domain import DomainRecord, DomainState
from virtmonitor.core.errors import Failure, FailureKind, VirtmonitorError
from virtmonitor.core.operationtable import TABLE, Operation
from virtmonitor.core.parameters import Parameter, Value
from virtmonitor.core.translation import N_

__all__ = [
    "OPERATIONS",
    "Operation",
    "Parameter",
    "checked",
    "description",
    "losses",
    "operation",
    "primary",
    "refusal",
]

#: Every operation by its name, in the table's order.
OPERATIONS: Final[Mapping[str, Operation]] = MappingProxyType({o.name: o for o in TABLE})

_NOT_RUNNING: Final = N_("It does not run.")
_RUNNING: Final = N_("It runs; it has to be shut off for this.")
_WRONG_STATE: Final = N_("Its state does not allow it.")
_IN_STATE: Final = MappingProxyType(
    {
        DomainState.PAUSED: N_("It is paused; resume it first."),
        DomainState.PMSUSPENDED: N_("The guest sleeps; wake it up first."),
        DomainState.SHUTDOWN: N_("It is shutting down."),
        DomainState.CRASHED: N_("The guest has crashed."),
    }
)


def operation(name: str) -> Operation:
    """The operation of that name. Raises VirtmonitorError (OPERATION)."""
    found = OPERATIONS.get(name)
    if found is None:
        raise VirtmonitorError(Failure(FailureKind.OPERATION, f"There is no operation {name[:100]!r}."))
    return found


def description(name: str) -> dict[str, Value | None]:
    """Plasma's operationDescription: each parameter with its default (None: to be given), and `_name`.

    It can be filled in and handed back as the values. Raises as `operation`.
    """
    return {"_name": name} | {p.name: p.default for p in operation(name).parameters}


def checked(name: str, values: Mapping[str, object]) -> dict[str, Value]:
    """All parameters of an operation, each of its type; absent or None is the default. `_name` may be there.

    Raises VirtmonitorError (OPERATION or PARAMETER).
    """
    wanted = operation(name)
    given = {key: value for key, value in values.items() if value is not None}
    if given.pop("_name", name) != name:
        raise _wrong(f"These are parameters of another operation than {name}.")
    names = [p.name for p in wanted.parameters]
    for key in given:
        if key not in names:
            known = f"it has {', '.join(names)}" if names else "it has none"
            raise _wrong(f"The operation {name} has no parameter {str(key)[:100]!r}; {known}.")
    return {p.name: _value(wanted, p, given) for p in wanted.parameters}


def _value(wanted: Operation, parameter: Parameter, given: Mapping[str, object]) -> Value:
    if parameter.name in given:
        return parameter.checked(given[parameter.name])
    if parameter.default is None:
        raise _wrong(f"The operation {wanted.name} needs the parameter {parameter.name}.")
    return parameter.default


def _wrong(sentence: str) -> VirtmonitorError:
    return VirtmonitorError(Failure(FailureKind.PARAMETER, sentence))


def losses(name: str, values: Mapping[str, object], record: DomainRecord | None = None) -> tuple[str, ...]:
    """Sentences that tell what is lost with these values: what a face asks about. Empty: do not ask.

    Raises as `checked`.
    """
    wanted, read = operation(name), checked(name, values)
    sentences = [wanted.loses] if wanted.loses else []
    sentences += [p.loses for p in wanted.parameters if p.loses and read[p.name] is True]
    if record is not None and record.persistent is False and name in ("powerOff", "shutdown"):
        sentences.append(
            N_("It is transient: when it stops, it is gone from the list. Its definition is kept.")
        )
    return tuple(sentences)


def primary(state: DomainState, *, active: bool) -> tuple[str, str]:
    """The operation that most people want in that state, and the stronger one behind it ("" for none)."""
    if state is DomainState.PAUSED:
        return "resume", ""
    if state is DomainState.PMSUSPENDED:
        return "pmWakeup", ""
    return ("shutdown", "powerOff") if active else ("start", "")


def refusal(
    name: str, record: DomainRecord | None, *, read_only: bool, unsupported: bool = False
) -> str | None:
    """Why the operation cannot be done now, as a sentence; None when it can. Raises as `operation`.

    `record` None: there is no such domain (any more); its definition can still be restored.
    """
    wanted = operation(name)
    if unsupported:
        return N_("This host's libvirt driver cannot do this.")
    if read_only:
        return N_("The connection to the host is read-only.")
    if record is None:
        return None if name == "restoreXml" else N_("It is not there any more.")
    return _state_refusal(wanted, record) or _need_refusal(wanted, record)


def _state_refusal(wanted: Operation, record: DomainRecord) -> str | None:
    if wanted.active is True and not record.active:
        return _NOT_RUNNING
    if wanted.active is False and record.active:
        return wanted.unless or _RUNNING
    if record.state not in wanted.states:
        return wanted.unless or _IN_STATE.get(record.state, _WRONG_STATE)
    return None


def _need_refusal(wanted: Operation, record: DomainRecord) -> str | None:
    if wanted.persistent and record.persistent is False:
        return N_("It is transient: it has no definition that outlives it.")
    if wanted.saved and record.has_managed_save is False:
        return N_("It has no saved memory.")
    if wanted.snapshots and record.snapshot_count == 0:
        return N_("It has no snapshots.")
    return None
