"""The one parser of this program, for XML that comes from hosts, people and files alike.

All functions are pure; any thread.
"""

from __future__ import annotations

import threading
from typing import Final

from lxml import etree

from virtmonitor.core.errors import Failure, FailureKind, VirtmonitorError

#: Bytes of UTF-8 that libvirt's protocol takes as one string (REMOTE_STRING_MAX).
MAXIMUM_SIZE: Final = 4 * 1024 * 1024


def parse(xml: str) -> etree._Element:
    """The root of a libvirt document. Entities, DTDs, the network and huge trees are refused.

    Raises VirtmonitorError (PARAMETER) for what is not well-formed, too long, or has a document type.
    """
    try:
        raw = xml.encode()
    except UnicodeEncodeError:
        raise refused_xml("The XML has a character that is half of a pair (a lone surrogate).") from None
    if len(raw) > MAXIMUM_SIZE:
        raise refused_xml("The XML is longer than the 4 MiB that libvirt takes.")
    if "<!DOCTYPE" in xml:
        # Attribute values expand entities whatever the parser is told, so none are let in.
        raise refused_xml("The XML has a document type (<!DOCTYPE>); libvirt's has none.")
    try:
        return etree.fromstring(raw, _parser())
    except etree.XMLSyntaxError as error:
        raise refused_xml(f"The XML is not well-formed: {error.msg}.") from error


_of_thread: Final = threading.local()


def _parser() -> etree.XMLParser:
    """One for each thread: lxml makes threads that share one wait for each other."""
    parser: etree.XMLParser | None = getattr(_of_thread, "parser", None)
    if parser is None:
        parser = _of_thread.parser = etree.XMLParser(
            encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
    return parser


def refused_xml(message: str) -> VirtmonitorError:
    """What is raised for XML that is not taken. `message` is a sentence."""
    return VirtmonitorError(Failure(FailureKind.PARAMETER, message))
