"""The interfaces as files and documentation have them are the interfaces that are served."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.enginebus import ROOT, EngineClient
from tests.helpers.program import Program
from tests.helpers.waiting import until
from virtmonitor.assets import asset
from virtmonitor.core.operations import OPERATIONS
from virtmonitor.core.vocabulary import PROPERTIES
from virtmonitor.dbus.interfaces import DOMAIN, HOST, NAME, OWN, property_type
from virtmonitor.dbus.introspection import installed
from virtmonitor.dbus.objects import HARMLESS, EngineObject, JobObject, SourceObject
from virtmonitor.dbus.paths import escaped, of_source, source_of, unescaped
from virtmonitor.dbus.values import clean, typed, variant
from virtmonitor.desktop import installation


def test_the_installed_file_is_current():
    """Made by: python -m virtmonitor.dbus.introspection > resources/dbus/org.virtmonitor.Engine1.xml"""
    assert asset("resources", "dbus", f"{NAME}.xml").read_text() == installed()


def test_every_method_of_the_table_is_there():
    served = (EngineObject, SourceObject, JobObject)
    for told in OWN:
        for method in told.methods:
            assert any(hasattr(one, method.name) for one in served), f"{told.name}.{method.name}"


def test_every_property_of_the_vocabulary_is_there():
    for told in PROPERTIES:
        for kind, interface in (("domain", DOMAIN), ("host", HOST)):
            assert (told.name in {one.name for one in interface.properties}) == (kind in told.kinds)


def test_what_is_harmless_exists_and_loses_nothing():
    assert set(OPERATIONS) >= HARMLESS
    assert not any(OPERATIONS[name].loses for name in HARMLESS)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_host_name_has_a_path(name):
    path = escaped(name)
    assert re.fullmatch("[A-Za-z0-9_]+", path)
    assert unescaped(path) == name
    source = f"{name.replace('/', '')}/1b4e28ba-2fa1-11d2-883f-0016d3cca427"
    assert source_of(of_source(source)) == source


@pytest.mark.parametrize("path", ["/", "/org/virtmonitor/Engine1", "/org/virtmonitor/Engine1/source/a/b/c"])
def test_other_paths_are_no_source(path):
    assert source_of(path) is None


@given(st.text())
def test_text_is_fit_for_the_bus(text):
    assert "\0" not in clean(text)
    clean(text).encode("utf-8")


def test_types_do_not_depend_on_values():
    data = {
        "memoryCurrent": 1,
        "state": "running",
        "vcpuUsage": [1, None, 2.5],
        "disks": [{"a": None, "b": 2**40}],
    }
    assert typed(DOMAIN, data) == {
        "memoryCurrent": ("x", 1),
        "state": ("s", "running"),
        "vcpuUsage": ("ad", [1.0, 2.5]),
        "disks": ("aa{sv}", [{"b": ("x", 2**40)}]),
    }
    assert {property_type(told) for told in PROPERTIES} == {"s", "x", "d", "b", "ad", "as", "a{sx}", "aa{sv}"}
    assert variant([1, "a"]) == ("av", [("x", 1), ("s", "a")])


def test_it_is_printed_as_it_is_installed():
    argv = [sys.executable, "-m", "virtmonitor.dbus.introspection"]
    done = subprocess.run(argv, capture_output=True, text=True, check=True)
    assert done.stdout == installed()


def interfaces(xml):
    """Each interface of a node, as canonical XML, by its name."""
    # Our own file and our own service; no entity is in either.
    root = ET.fromstring(xml)
    return {
        one.get("name"): ET.canonicalize(ET.tostring(one), strip_text=True) for one in root.iter("interface")
    }


def test_what_is_installed_is_what_is_served(session_bus, monkeypatch):
    """The file that `virtmonitor install` writes against what the running service answers, object by object."""
    monkeypatch.setenv("XDG_DATA_HOME", str(session_bus.directory / "share"))
    installation.install()
    file = session_bus.directory / "share" / "dbus-1" / "interfaces" / f"{NAME}.xml"
    Program(session_bus, "--serve", "-c", "test:///default", name=NAME)
    with EngineClient(session_bus) as client:
        until(lambda: len(client.engine("Sources")) == 2, what="the machine is listed")
        host, domain = (of_source(source) for source in sorted(client.engine("Sources")))
        served = {}
        job = client.call(domain, "org.virtmonitor.Service1", "Call", "sa{sv}", "suspend", {})
        for path in (ROOT, host, domain, job):
            served |= interfaces(client.call(path, "org.freedesktop.DBus.Introspectable", "Introspect"))
        until(lambda: client.all_properties(domain)["state"] == "paused", what="the job is done")
    wanted = interfaces(file.read_text())
    assert {name: told for name, told in served.items() if name in wanted} == wanted
    assert {name for name in served if name.startswith("org.virtmonitor")} == wanted.keys()
