"""Stands between a client and libvirtd's socket: counts what is said, and makes the way as long as wanted.

`python -m bench.wire LISTEN TARGET [DELAY_MS]` serves until its input ends; each line on its input is answered with
the counts so far, as JSON. A process of its own, so that it costs the measured ones nothing but the way.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import struct
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# Programs of libvirt's RPC (src/remote/*.x, src/rpc/virkeepaliveprotocol.x) and the type of a call.
_PROGRAMS = {0x20008086: "remote", 0x20008087: "qemu", 0x20008088: "lxc", 0x6B656570: "keepalive"}
_CALL = 0
_HEADER = struct.Struct("!IIIiIII")  # length, program, version, procedure, type, serial, status


class Frames:
    """Finds the messages in a stream of bytes and counts them by kind."""

    def __init__(self, counts: Counter[str], side: str) -> None:
        self._counts, self._side = counts, side
        self._left = b""
        self._skip = 0

    def feed(self, data: bytes) -> None:
        """The next bytes of the stream."""
        self._counts[f"{self._side} bytes"] += len(data)
        skipped = min(self._skip, len(data))
        self._skip -= skipped
        self._left += data[skipped:]
        while not self._skip and len(self._left) >= _HEADER.size:
            length, program, _version, _procedure, kind, _serial, _status = _HEADER.unpack_from(self._left)
            name = _PROGRAMS.get(program, hex(program))
            what = name if name == "keepalive" else "call" if kind == _CALL else "other"
            self._counts[f"{self._side} {what}"] += 1
            taken = min(length, len(self._left))
            self._skip, self._left = length - taken, self._left[taken:]


async def _pass_on(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, frames: Frames, delay: float
) -> None:
    loop = asyncio.get_running_loop()
    with contextlib.suppress(ConnectionError):
        while data := await reader.read(1 << 16):
            frames.feed(data)
            if delay:
                loop.call_later(delay, writer.write, data)  # one after the other: call_later keeps the order
            else:
                writer.write(data)
    loop.call_later(delay, writer.close)


async def _serve(listen: str, target: str, delay: float, counts: Counter[str]) -> None:
    tasks = set()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        counts["connections"] += 1
        there, back = await asyncio.open_unix_connection(target)
        for task in (
            asyncio.create_task(_pass_on(reader, back, Frames(counts, "sent"), delay)),
            asyncio.create_task(_pass_on(there, writer, Frames(counts, "received"), delay)),
        ):
            tasks.add(task)
            task.add_done_callback(tasks.discard)

    await asyncio.start_unix_server(connected, listen)
    print(json.dumps(counts), flush=True)
    loop = asyncio.get_running_loop()
    while await loop.run_in_executor(None, sys.stdin.readline):
        print(json.dumps(counts), flush=True)


class Wire:
    """Such a proxy, running. `there_and_back`: how many ms it adds to a round trip."""

    def __init__(self, target: Path, there_and_back: float = 0.0, name: str = "") -> None:
        self.socket = target.with_name(f"wire-{name or f'{there_and_back:g}'}")
        self.socket.unlink(missing_ok=True)
        argv = [sys.executable, "-m", "bench.wire", str(self.socket), str(target), str(there_and_back / 2)]
        self._process = subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._answer()

    def counts(self) -> dict[str, int]:
        """What went over it so far: `sent call`, `sent keepalive`, `received other`, `sent bytes`..."""
        assert self._process.stdin
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        return self._answer()

    def close(self) -> None:
        """Ends it, and the connections through it."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

    def _answer(self) -> dict[str, int]:
        assert self._process.stdout
        counts: dict[str, int] = json.loads(self._process.stdout.readline())
        return counts


@contextlib.contextmanager
def wire(target: Path, there_and_back: float = 0.0, name: str = "") -> Iterator[Wire]:
    """A Wire, closed at the end. `name`: of its socket, where there are several."""
    proxy = Wire(target, there_and_back, name)
    try:
        yield proxy
    finally:
        proxy.close()


def main(arguments: list[str]) -> Any:
    """The proxy's own process."""
    listen, target, *delay = arguments
    milliseconds = float(delay[0]) if delay else 0.0
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_serve(listen, target, milliseconds / 1e3, Counter()))


if __name__ == "__main__":
    main(sys.argv[1:])
