"""The picture of a guest's screen, as bytes of an image file, for those who draw."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from virtmonitor.hypervisor import commands
from virtmonitor.hypervisor.host import Connection
from virtmonitor.hypervisor.xmlarchive import XmlArchive


def screenshot(connection: Connection, uuid: str, parameters: Mapping[str, Any]) -> bytes:
    """Asks for it: a `Reading` of engine.question. Blocks; raises VirtmonitorError.

    Not through the Service: it changes nothing, and nobody wants to see it as a job.
    """
    archive = XmlArchive(connection.settings.name)
    result = commands.execute(connection.conn, uuid, "screenshot", parameters, archive)
    return bytes(result["data"]) if isinstance(result, dict) else b""
