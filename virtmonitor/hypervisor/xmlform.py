"""A canonical form of XML, to compare two texts by what they say and to show a person the difference.

All functions are pure; any thread.
"""

from __future__ import annotations

import difflib
import hashlib

from lxml import etree

from virtmonitor.hypervisor.safexml import parse, refused_xml


def canonical(xml: str) -> str:
    """One form for all spellings of the same XML: attributes sorted, no comments, an element a line.

    Order of elements counts, as it does for libvirt's devices. Raises as `parse`.
    """
    root = parse(xml)
    for node in list(root.iter(etree.Comment, etree.ProcessingInstruction)):
        _remove_keeping_tail(node)
    for element in root.iter():
        if len(element) and not (element.text or "").strip():
            element.text = None
        if not (element.tail or "").strip():
            element.tail = None
    etree.indent(root)
    try:
        return etree.tostring(root, method="c14n").decode() + "\n"
    except etree.C14NError as error:
        raise refused_xml(f"The XML cannot be compared: {error}.") from error


def digest(xml: str) -> str:
    """A short name of the canonical form: the same for two spellings of the same XML. Raises as `parse`."""
    return "sha256:" + hashlib.sha256(canonical(xml).encode()).hexdigest()


def difference(old: str, new: str, old_label: str = "before", new_label: str = "after") -> str:
    """A unified diff of two domain XMLs by their canonical forms; "" when they say the same."""
    before, after = canonical(old).splitlines(), canonical(new).splitlines()
    lines = difflib.unified_diff(before, after, old_label, new_label, lineterm="")
    return "".join(f"{line}\n" for line in lines)


def _remove_keeping_tail(node: etree._Element) -> None:
    parent, before, tail = node.getparent(), node.getprevious(), node.tail or ""
    if parent is None:
        return
    if before is None:
        parent.text = (parent.text or "") + tail
    else:
        before.tail = (before.tail or "") + tail
    node.tail = None
    parent.remove(node)
