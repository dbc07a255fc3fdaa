"""Definitions: nothing is replaced unseen, nothing is lost, and hostile XML stays outside."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import libvirt
import pytest

from tests.unit.hypervisor.conftest import UUID, XML
from virtmonitor.core.errors import Failure, FailureKind
from virtmonitor.hypervisor import commands
from virtmonitor.hypervisor.domainxml import details
from virtmonitor.hypervisor.xmlarchive import XmlArchive
from virtmonitor.hypervisor.xmlform import canonical, digest

Do = Callable[..., Any]
Refuse = Callable[..., Failure]


def definition(domain: libvirt.virDomain) -> str:
    return str(domain.XMLDesc(libvirt.VIR_DOMAIN_XML_INACTIVE))


def retitled(xml: str, title: str) -> str:
    return xml.replace("<title>old</title>", f"<title>{title}</title>")


@pytest.mark.parametrize(
    "name_of_base", [lambda xml: xml, digest, lambda xml: f"{canonical(xml)}<!-- seen -->"]
)
def test_an_unchanged_definition_is_replaced(
    domain: libvirt.virDomain, do: Do, archive: XmlArchive, name_of_base: Callable[[str], str]
) -> None:
    read = commands.definition(domain.connect(), UUID)
    kept = do("defineXml", xml=retitled(read, "new"), base=name_of_base(read))["kept"]
    assert details(definition(domain))["title"] == "new"
    assert archive.read(archive.find(UUID, kept)) == read


def test_a_definition_changed_meanwhile_is_not_replaced(
    domain: libvirt.virDomain, do: Do, refuse: Refuse
) -> None:
    read = commands.definition(domain.connect(), UUID)
    do("setDescription", text="by somebody else")
    now = definition(domain)
    for base in (read, digest(read), "sha256:nonsense"):
        failure = refuse("defineXml", xml=retitled(read, "new"), base=base)
        assert failure.kind is FailureKind.CHANGED
        assert failure.hint
    assert definition(domain) == now


def test_without_a_base_the_last_one_wins_and_nothing_is_lost(
    domain: libvirt.virDomain, do: Do, archive: XmlArchive
) -> None:
    read = commands.definition(domain.connect(), UUID)
    do("setTitle", text="by somebody else")
    do("defineXml", xml=retitled(read, "new"))
    assert [details(archive.read(entry))["title"] for entry in archive.entries(UUID)] == [
        "by somebody else",
        "old",
    ]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (UUID, UUID.replace("1", "9"), "has not the UUID of web1"),
        (f"<uuid>{UUID}</uuid>", "", "has not the UUID"),
        (UUID, "no uuid", "has not the UUID"),
        ("<name>web1</name>", "<name>web2</name>", "renaming is an operation of its own"),
        ("<name>web1</name>", "", "has not the name"),
        ("</domain>", "", "not well-formed"),
        ("<domain", "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><domain", "document type"),
        ("<vcpu", "<teapot/><vcpu", "Could not change the definition of web1"),
        ("type='test'", "type='nonsense'", "Could not change the definition of web1"),
    ],
)
def test_another_domain_and_hostile_xml_are_refused(
    domain: libvirt.virDomain, refuse: Refuse, old: str, new: str, words: str
) -> None:
    before = definition(domain)
    xml = XML.format(name="web1", uuid=UUID)
    assert old in xml
    failure = refuse("defineXml", xml=xml.replace(old, new))
    assert words in failure.message
    assert failure.kind is FailureKind.PARAMETER
    assert definition(domain) == before


@pytest.mark.parametrize("name", ["base", "xml"])
def test_a_document_of_ten_megabytes_is_refused(domain: libvirt.virDomain, refuse: Refuse, name: str) -> None:
    xml = XML.format(name="web1", uuid=UUID)
    values = {"xml": xml} | {name: xml.replace("old", "x" * 10_000_000)}
    assert refuse("defineXml", **values).kind is FailureKind.PARAMETER


def test_the_uuid_may_be_spelt_otherwise(domain: libvirt.virDomain, do: Do) -> None:
    spelt = XML.format(name="web1", uuid=f" {UUID.replace('-', '').upper()} ")
    do("defineXml", xml=retitled(spelt, "new"), validate=False)
    assert details(definition(domain))["title"] == "new"


def test_an_undefined_domain_comes_back_with_its_snapshots(
    connection: libvirt.virConnect, domain: libvirt.virDomain, do: Do, refuse: Refuse
) -> None:
    before = definition(domain)
    for name in ("one", "two"):
        do("snapshotCreate", name=name, description=f"<{name}>")
    refused = refuse("undefine")
    assert refused.kind is FailureKind.STATE
    assert refused.hint == "The parameter snapshots deletes that too."
    kept = do("undefine", snapshots=True)["kept"]
    assert UUID not in [each.UUIDString() for each in connection.listAllDomains()]
    assert do("restoreXml") == {"restored": kept, "snapshots": 2}
    again = connection.lookupByUUIDString(UUID)
    assert definition(again) == before
    assert set(again.snapshotListNames()) == {"one", "two"}
    assert again.snapshotCurrent().getName() == "two"
    assert again.snapshotLookupByName("two").getParent().getName() == "one"


def test_what_was_undefined_while_it_ran_is_defined_again(domain: libvirt.virDomain, do: Do) -> None:
    do("start")
    do("undefine")
    assert not domain.isPersistent()
    do("restoreXml")
    assert domain.isPersistent()
    assert domain.isActive()


def test_a_restore_is_itself_undone_by_the_next(domain: libvirt.virDomain, do: Do) -> None:
    do("setTitle", text="new")
    do("restoreXml")
    assert details(definition(domain))["title"] == "old"
    do("restoreXml")
    assert details(definition(domain))["title"] == "new"


def test_nothing_kept_is_told(domain: libvirt.virDomain, do: Do, refuse: Refuse) -> None:
    assert refuse("restoreXml").message == "No other definition of it was kept."
    assert "named 'x'" in refuse("restoreXml", entry="x").message
    do("setTitle", text="new")
    do("setTitle", text="old")
    assert refuse("restoreXml", entry="../../etc/passwd").kind is FailureKind.PARAMETER


def test_a_damaged_file_is_passed_over(domain: libvirt.virDomain, do: Do, tmp_path: Path) -> None:
    do("setTitle", text="new")
    do("setTitle", text="newer")
    latest = max((tmp_path / "xml").rglob("*.xml"))
    latest.write_text("<domain")
    do("restoreXml")
    assert details(definition(domain))["title"] == "old"


@pytest.mark.parametrize(
    ("operation", "values"),
    [
        ("defineXml", {"xml": XML.format(name="web1", uuid=UUID).replace("old", "new")}),
        ("undefine", {}),
        ("rename", {"name": "web2"}),
        ("setTitle", {"text": "new"}),
        ("setVcpus", {"count": 2, "scope": "config"}),
        ("setMemory", {"bytes": "64MiB", "scope": "both"}),
    ],
)
def test_where_nothing_can_be_kept_nothing_is_changed(
    domain: libvirt.virDomain, tmp_path: Path, operation: str, values: dict[str, object]
) -> None:
    (tmp_path / "file").write_text("")
    before = definition(domain)
    with pytest.raises(Exception, match="nothing was changed"):
        commands.execute(domain.connect(), UUID, operation, values, XmlArchive("x", tmp_path / "file"))
    assert definition(domain) == before
    assert domain.name() == "web1"
