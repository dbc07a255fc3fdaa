"""What went wrong, as it crosses threads and reaches a person: a kind, a sentence and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FailureKind(StrEnum):
    """Why something failed, as far as a program has to tell cases apart."""

    CONNECTION = "connection"  # no connection to the host, or it was lost
    RIGHTS = "rights"  # the connection or the user may not do it
    UNSUPPORTED = "unsupported"  # this driver or this version cannot do it
    NO_SOURCE = "noSource"  # no such domain (any more)
    STATE = "state"  # the domain's state does not allow it
    PARAMETER = "parameter"  # a parameter is missing or wrong
    OPERATION = "operation"  # no operation of that name
    BUSY = "busy"  # the same operation is under way, or another job holds the domain
    TIMEOUT = "timeout"  # no answer within the deadline
    CANCELLED = "cancelled"  # a person or a program stopped it
    CHANGED = "changed"  # the thing changed since it was read
    IDENTITY = "identity"  # a key or certificate is missing, unknown or wrong: who is who is not proven
    PARTIAL = "partial"  # one part was done, another was refused
    FAILED = "failed"  # libvirt said no, for any other reason


@dataclass(frozen=True, slots=True)
class Failure:
    """One failure. `message` is a sentence for people; `code` and `domain` are libvirt's (0: not libvirt's)."""

    kind: FailureKind
    message: str
    hint: str = ""
    code: int = 0
    domain: int = 0

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".rstrip()


class VirtmonitorError(Exception):
    """The one exception of this program: carries a Failure. str() is the sentence and its hint."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(str(failure))
        self.failure = failure


class NotConnectedError(VirtmonitorError):
    """A host could not be opened, for whatever kind of reason."""
