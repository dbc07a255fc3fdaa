"""The objects' paths: a path takes only letters, digits and underscores, a host's name may be anything."""

from __future__ import annotations

import re
from typing import Final

from virtmonitor.core.domain import source_name, split_source
from virtmonitor.dbus.interfaces import ROOT

SOURCES: Final = f"{ROOT}/source"
JOBS: Final = f"{ROOT}/job"
_OTHER: Final = re.compile(rb"[^A-Za-z0-9]")
_ESCAPED: Final = re.compile("_([0-9a-f]{2})")


def escaped(text: str) -> str:
    """`text` as one element of a path, as systemd escapes them.

    >>> escaped("rack-1.büro")
    'rack_2d1_2eb_c3_bcro'
    """
    data = text.encode("utf-8", "surrogateescape")
    return _OTHER.sub(lambda found: b"_%02x" % found[0][0], data).decode("ascii") or "_"


def unescaped(element: str) -> str:
    """What was escaped so.

    >>> unescaped("rack_2d1_2eb_c3_bcro")
    'rack-1.büro'
    """
    if element == "_":
        return ""
    data = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), element)
    return data.encode("latin-1", "replace").decode("utf-8", "surrogateescape")


def of_source(source: str) -> str:
    """The path of a Source's object.

    >>> of_source("rack1/1b4e28ba-2fa1-11d2-883f-0016d3cca427")
    '/org/virtmonitor/Engine1/source/rack1/1b4e28ba_2fa1_11d2_883f_0016d3cca427'
    """
    host, uuid = split_source(source)
    path = f"{SOURCES}/{escaped(host)}"
    return path if uuid is None else f"{path}/{uuid.replace('-', '_')}"


def source_of(path: str) -> str | None:
    """The Source that a path stands for, whether it exists or not; None for the path of something else."""
    if not path.startswith(f"{SOURCES}/"):
        return None
    host, *rest = path.removeprefix(f"{SOURCES}/").split("/")
    if len(rest) > 1 or escaped(unescaped(host)) != host:
        return None
    return source_name(unescaped(host), rest[0].replace("_", "-") if rest else None)
