"""Reads a domain's XML: the fields of its record, and its devices; quiet where parts are missing.

Source: https://libvirt.org/formatdomain.html. All functions are pure; any thread.
"""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from virtmonitor.core.errors import VirtmonitorError
from virtmonitor.core.sizes import unit_bytes
from virtmonitor.hypervisor.safexml import parse

Device = dict[str, object]

_NUMBER: Final = re.compile(r"\s*\+?(\d{1,20})\s*", re.ASCII)

# The attribute of <source> that names the thing: it depends on the type, and only one is there.
_DISK_SOURCES: Final = ("file", "dev", "dir", "volume", "name", "path")
_INTERFACE_SOURCES: Final = ("network", "bridge", "dev", "path", "address")


def details(xml: str) -> dict[str, object]:
    """The fields of DomainRecord that only the XML tells. Bytes; None where the XML has none or is no XML.

    An absent title or description is known to be empty: "".
    """
    root = _root(xml)
    # One walk instead of a search for each field: a first list reads thousands of these.
    parts = {str(child.tag): child for child in reversed(root)}
    vcpu, system = parts.get("vcpu"), parts.get("os")
    os_type = None if system is None else system.find("type")
    maximum = None if vcpu is None else _integer(vcpu.text)
    current = None if vcpu is None else _integer(vcpu.get("current"))
    memory = memory_bytes(parts.get("memory"))
    return {
        "title": _content(parts.get("title")),
        "description": _content(parts.get("description")),
        "os_type": _text(os_type) or None,
        "arch": None if os_type is None else os_type.get("arch"),
        "virt_type": root.get("type"),
        "vcpu_current": _or(current, maximum),
        "vcpu_maximum": maximum,
        "memory_current": _or(memory_bytes(parts.get("currentMemory")), memory),
        "memory_maximum": memory,
    }


def memory_bytes(element: etree._Element | None) -> int | None:
    """The bytes of a <memory>-like element, KiB where it has no unit. None: absent, or not an amount."""
    if element is None:
        return None
    amount, scale = _integer(element.text), unit_bytes(element.get("unit", "KiB"))
    return None if amount is None or scale is None else amount * scale


def devices(xml: str) -> dict[str, list[Device]]:
    """The lists `disks`, `interfaces` and `displays`, in the XML's order; empty for what is no XML.

    A disk: target, source, device, bus, format, readOnly. An interface: target, mac, source, model, type.
    A display: type, address ("" until it listens). No secrets. Missing texts are "".
    """
    root = _root(xml)
    return {
        "disks": [_disk(element) for element in root.iterfind("devices/disk")],
        "interfaces": [_interface(element) for element in root.iterfind("devices/interface")],
        "displays": [_display(element) for element in root.iterfind("devices/graphics")],
    }


def _disk(element: etree._Element) -> Device:
    return {
        "target": _get(element, "target", "dev"),
        "source": _source(element, _DISK_SOURCES),
        "device": element.get("device", "disk"),
        "bus": _get(element, "target", "bus"),
        "format": _get(element, "driver", "type"),
        "readOnly": element.find("readonly") is not None,
    }


def _interface(element: etree._Element) -> Device:
    return {
        "target": _get(element, "target", "dev"),
        "mac": _get(element, "mac", "address"),
        "source": _source(element, _INTERFACE_SOURCES),
        "model": _get(element, "model", "type"),
        "type": element.get("type", ""),
    }


def _display(element: etree._Element) -> Device:
    return {"type": element.get("type", ""), "address": _address(element)}


def _address(graphics: etree._Element) -> str:
    """A socket's path or ADDRESS:PORT; "" while libvirt has not chosen a port (-1) or there is none."""
    socket = _get(graphics, "listen", "socket") or graphics.get("socket", "")
    if socket:
        return socket
    port = next((p for p in map(graphics.get, ("port", "tlsPort")) if p and p.isdecimal() and p != "0"), "")
    if not port:
        return ""
    address = _get(graphics, "listen", "address") or graphics.get("listen", "")
    return f"[{address}]:{port}" if ":" in address else f"{address}:{port}"


def _source(element: etree._Element, attributes: tuple[str, ...]) -> str:
    source = element.find("source")
    if source is None:
        return ""
    value = next((source.get(name, "") for name in attributes if source.get(name)), "")
    pool = source.get("pool")
    return f"{pool}/{value}" if pool and value else value


def _get(element: etree._Element, child: str, attribute: str) -> str:
    found = element.find(child)
    return "" if found is None else found.get(attribute, "")


def _root(xml: str) -> etree._Element:
    try:
        return parse(xml)
    except VirtmonitorError:
        return etree.Element("domain")


def _integer(text: str | None) -> int | None:
    match = _NUMBER.fullmatch(text or "")
    return int(match[1]) if match else None


def _content(element: etree._Element | None) -> str:
    return "" if element is None else element.text or ""


def _text(element: etree._Element | None) -> str:
    return "" if element is None else (element.text or "").strip()


def _or(value: int | None, otherwise: int | None) -> int | None:
    return otherwise if value is None else value
