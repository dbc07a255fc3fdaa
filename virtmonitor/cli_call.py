"""`virtmonitor call` and the plain verbs: one operation on one domain, through the one table. No Qt."""

from __future__ import annotations

import argparse
import math
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Final, cast

from virtmonitor.cli_read import print_json
from virtmonitor.cli_source import Found, source
from virtmonitor.core import operations
from virtmonitor.core.domain import DomainRecord, DomainState
from virtmonitor.core.errors import Failure, FailureKind, VirtmonitorError
from virtmonitor.core.plaintext import one_line
from virtmonitor.ending import end_now
from virtmonitor.hypervisor import commands, reader
from virtmonitor.hypervisor.failures import translated
from virtmonitor.hypervisor.xmlarchive import XmlArchive

POLL_SECONDS: Final = 0.5
"""Between two looks at what an operation under way has come to, while somebody waits for it here."""

TIMED_OUT: Final = 5
"""The exit status when --timeout is over."""

# What is done only some time after libvirt was asked for it, and how one sees that it is.
_EFFECTS: Final[dict[str, Callable[[DomainRecord | None], bool]]] = {
    "shutdown": lambda record: record is None or not record.active,
    "pmSuspend": lambda record: record is None or record.state is not DomainState.RUNNING,
}


def call(options: argparse.Namespace) -> int:
    """Do the operation. Raises VirtmonitorError when it was not done."""
    name = options.operation
    values = operations.checked(name, arguments(name, options.parameters))
    if name == "screenshot" and sys.stdout.isatty():
        raise _error(
            FailureKind.PARAMETER, "A picture is not for a terminal: write it to a file with > FILE."
        )
    limit = _Limit(options.timeout)
    with _opened(options, limit) as found:
        _refuse(name, found)
        if not options.yes:
            limit.rest(lambda: _agree(found, operations.losses(name, values, found.record)))
        try:
            result = _done(name, values, found, limit)
            if options.wait and name in _EFFECTS:
                _wait(found, _EFFECTS[name], limit)
        except TimeoutError as late:
            _end(str(late))
    _print(result)
    return 0


@contextmanager
def _opened(options: argparse.Namespace, limit: _Limit) -> Iterator[Found]:
    """The Source that is meant; its hosts are reached in time, or the program ends. Raises VirtmonitorError."""
    opening = source(options.uris, options.source, gone=options.operation == "restoreXml")
    work = _Work(opening.__enter__)
    while not work.ended.wait(turn := limit.turn()):
        if not turn:
            _end(f"{one_line(options.source)}: there is no answer in time; nothing was done.")
    found = cast("Found", work.result())
    with ExitStack() as stack:
        stack.push(opening)
        yield found


def _end(late: str) -> None:
    """The time is over. Closing a connection would wait for the call that is under way in it."""
    print(f"virtmonitor: {late}", file=sys.stderr)
    end_now(TIMED_OUT)


def arguments(name: str, words: Iterable[str]) -> dict[str, str]:
    """The parameters that NAME=VALUE words give; the value of an XML may be @FILE, or @- for the standard input."""
    values: dict[str, str] = {}
    for word in words:
        key, equals, value = word.partition("=")
        if not equals:
            raise _error(FailureKind.PARAMETER, f"Parameters are written NAME=VALUE, not {word[:100]!r}.")
        values[key] = value
    for parameter in operations.operation(name).parameters:
        value = values.get(parameter.name, "")
        if parameter.type == "xml" and value.startswith("@"):
            values[parameter.name] = _read(value[1:])
    return values


def _read(path: str) -> str:
    try:
        return sys.stdin.read() if path == "-" else Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _error(FailureKind.PARAMETER, f"{path} cannot be read: {error}.") from error


def _refuse(name: str, found: Found) -> None:
    """Raises VirtmonitorError when it cannot be done now."""
    if found.uuid is None:
        raise _error(FailureKind.OPERATION, f"{found.name} is a host: {_label(name)} is for its machines.")
    reason = operations.refusal(name, found.record, read_only=found.connection.read_only)
    if reason is not None:
        kind = FailureKind.RIGHTS if found.connection.read_only else FailureKind.STATE
        raise _error(kind, f"{found.shown}: {reason}")


def _agree(found: Found, losses: tuple[str, ...]) -> None:
    """Ask on the terminal; raises VirtmonitorError when nobody agrees."""
    if not losses:
        return
    told = " ".join(losses)
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise _error(FailureKind.PARAMETER, f"{told} To do it all the same, say --yes.")
    sys.stderr.write(f"{found.shown}: {told}\nDo it? [y/N] ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().lower() not in ("y", "yes"):
        raise _error(FailureKind.CANCELLED, "Nothing was done.")


class _Limit:
    """How long somebody waits here, from now on."""

    def __init__(self, seconds: float | None) -> None:
        self._end = math.inf if seconds is None else time.monotonic() + seconds

    def turn(self) -> float:
        """Seconds until one looks again; 0 when the time is over."""
        return max(0.0, min(POLL_SECONDS, self._end - time.monotonic()))

    def rest(self, asking: Callable[[], object]) -> None:
        """The time that a person takes for an answer does not count."""
        begun = time.monotonic()
        asking()
        self._end += time.monotonic() - begun


class _Work:
    """A call under way, on a thread of its own, so that Ctrl+C is heard and waiting for it can end before it does."""

    def __init__(self, call: Callable[[], object]) -> None:
        self.ended = threading.Event()
        """Waited for instead of the thread: Ctrl+C within Thread.join() leaves a live thread marked as ended."""
        self._result: object = None
        self._failure: VirtmonitorError | None = None
        threading.Thread(target=lambda: self._do(call), daemon=True).start()

    def _do(self, call: Callable[[], object]) -> None:
        try:
            self._result = call()
        except VirtmonitorError as error:
            self._failure = error
        finally:
            self.ended.set()

    def result(self) -> object:
        """What it told, once it ended. Raises VirtmonitorError."""
        if self._failure is not None:
            raise self._failure
        return self._result


def _done(name: str, values: Mapping[str, Any], found: Found, limit: _Limit) -> object:
    """Do it, and wait for its end. Raises VirtmonitorError, or TimeoutError with a sentence."""
    archive = XmlArchive(found.host)
    work = _Work(lambda: commands.execute(found.connection.conn, found.uuid or "", name, values, archive))
    try:
        _follow(work, name, found, limit)
    except KeyboardInterrupt:
        _interrupt(work, name, found)
    return work.result()


def _follow(work: _Work, name: str, found: Found, limit: _Limit) -> None:
    """Wait for the end; on a terminal tell how far a long operation is."""
    tell = operations.OPERATIONS[name].cancellable and sys.stderr.isatty() and _has_another(found)
    while not work.ended.wait(turn := limit.turn()):
        if not turn:
            raise TimeoutError(f"{found.shown}: {_label(name)} has not ended in time; it goes on.")
        if tell:
            _tell_progress(found)
    if tell:
        sys.stderr.write("\r\033[K")


def _tell_progress(found: Found) -> None:
    """Over a connection of its own: two threads within one lose each other's wake-ups (seen with libvirt 9.0)."""
    with suppress(VirtmonitorError), closing(found.connection.sibling()) as beside:
        job = commands.job_progress(beside.conn, found.uuid or "")
        if job is not None and job.progress is not None:
            sys.stderr.write(f"\r\033[K{job.progress:.0f} %")
            sys.stderr.flush()


def _interrupt(work: _Work, name: str, found: Found) -> None:
    """Ctrl+C: cancel what libvirt can cancel and wait for its end; leave alone what it cannot."""
    if not operations.OPERATIONS[name].cancellable or not _has_another(found):
        raise _error(FailureKind.CANCELLED, "Interrupted. The host may do it all the same.") from None
    with closing(found.connection.sibling()) as beside:
        commands.abort(beside.conn, found.uuid or "")
    print("virtmonitor: It is being cancelled.", file=sys.stderr)
    work.ended.wait()


def _has_another(found: Found) -> bool:
    return found.connection.another() is not None


def _label(name: str) -> str:
    return operations.OPERATIONS[name].label


def _wait(found: Found, reached: Callable[[DomainRecord | None], bool], limit: _Limit) -> None:
    try:
        while not reached(_read_again(found, limit)):
            time.sleep(_turn(found, limit))
    except KeyboardInterrupt:
        raise _error(FailureKind.CANCELLED, "Interrupted. The guest was asked; it may do it yet.") from None


def _turn(found: Found, limit: _Limit) -> float:
    turn = limit.turn()
    if not turn:
        raise TimeoutError(f"{found.shown} was asked, and has not done it in time; it may do it yet.")
    return turn


def _read_again(found: Found, limit: _Limit) -> DomainRecord | None:
    def read() -> DomainRecord | None:
        with translated(f"look at {found.shown}"):
            return reader.one(found.connection.conn, found.host, found.uuid or "")

    work = _Work(read)
    while not work.ended.wait(_turn(found, limit)):
        pass
    return cast("DomainRecord | None", work.result())


def _print(result: object) -> None:
    """What an operation tells: JSON, or the bytes of a picture."""
    if isinstance(result, dict) and isinstance(result.get("data"), bytes):
        sys.stdout.buffer.write(result["data"])
    elif result is not None:
        print_json(result)


def _error(kind: FailureKind, sentence: str) -> VirtmonitorError:
    return VirtmonitorError(Failure(kind, sentence))
