"""The canonical form and the difference, and what the one parser refuses."""

from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from virtmonitor.core.errors import FailureKind, VirtmonitorError
from virtmonitor.hypervisor.domainxml import details, devices
from virtmonitor.hypervisor.safexml import MAXIMUM_SIZE, parse
from virtmonitor.hypervisor.xmlform import canonical, difference, digest

LAUGHS = "<!DOCTYPE d [<!ENTITY a 'ha'>{}]><d>&z;</d>".format(
    "".join(f"<!ENTITY {chr(98 + i)} '{f'&{chr(97 + i)};' * 10}'>" for i in range(25))
)


def test_spellings_of_one_thing_are_one_text() -> None:
    one = "<domain b='2' a='1'><!-- note --><name>x</name><os/></domain>"
    other = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<domain a="1" b="2">\n <name>x</name><os></os>\n</domain>'
    )
    assert canonical(one) == canonical(other) == canonical(canonical(one))
    assert digest(one) == digest(other)
    assert difference(one, other) == ""


@pytest.mark.parametrize(
    "other",
    [
        "<domain><name>y</name></domain>",
        "<domain><name>x </name></domain>",
        "<domain id='1'><name>x</name></domain>",
        "<domain><name>x</name><name>x</name></domain>",
        "<domain><name>x<!-- a --> </name></domain>",
    ],
)
def test_what_differs_differs(other: str) -> None:
    assert digest("<domain><name>x</name></domain>") != digest(other)


def test_a_comment_inside_a_text_is_no_end_of_it() -> None:
    assert canonical("<d><n>a<!-- c -->b</n></d>") == canonical("<d><n>ab</n></d>")
    assert canonical("<d><n>a<x/><!-- c -->b</n></d>") == canonical("<d><n>a<x/>b</n></d>")


def test_the_difference_names_the_lines() -> None:
    lines = difference("<d><a>1</a><b/></d>", "<d><a>2</a><b/></d>", "kept", "now").splitlines()
    assert lines[:2] == ["--- kept", "+++ now"]
    assert "-  <a>1</a>" in lines
    assert "+  <a>2</a>" in lines


@pytest.mark.parametrize(
    ("xml", "words"),
    [
        ("", "not well-formed"),
        ("<a><b></a>", "not well-formed"),
        ("<a>\0</a>", "not well-formed"),
        ("<a>\ud800</a>", "lone surrogate"),
        (LAUGHS, "document type"),
        ("<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><d>&x;</d>", "document type"),
        ("<!DOCTYPE d SYSTEM 'http://127.0.0.1:9/d.dtd'><d/>", "document type"),
        ("<d>&undefined;</d>", "not well-formed"),
        ("<d>" + "x" * MAXIMUM_SIZE + "</d>", "4 MiB"),
        ("<d>" + "é" * (MAXIMUM_SIZE // 2) + "</d>", "4 MiB"),
        ("<d>" * 5000 + "</d>" * 5000, "not well-formed"),
        ("<d xmlns:a='rel'><a:b/></d>" * 2, "not well-formed"),
    ],
)
def test_refused(xml: str, words: str) -> None:
    with pytest.raises(VirtmonitorError, match=words) as caught:
        parse(xml)
    assert caught.value.failure.kind is FailureKind.PARAMETER


def test_a_relative_namespace_cannot_be_compared_but_says_so() -> None:
    with pytest.raises(VirtmonitorError, match="cannot be compared"):
        canonical("<d xmlns='relative'/>")


def test_an_escaped_doctype_is_only_text() -> None:
    assert parse("<d>&lt;!DOCTYPE x&gt;</d>").text == "<!DOCTYPE x>"


NAMES = st.sampled_from(
    ["domain", "name", "memory", "vcpu", "os", "type", "devices", "disk", "source", "target"]
)
TEXTS = st.text(st.characters(), max_size=30)
ELEMENTS = st.recursive(
    st.builds("<{0}>{1}</{0}>".format, NAMES, TEXTS.map(escape)),
    lambda inner: st.builds(
        "<{0} dev='{1}' unit={2}>{3}</{0}>".format,
        NAMES,
        st.integers(),
        TEXTS.map(quoteattr),
        st.lists(inner, max_size=4).map(" ".join),
    ),
)


@given(ELEMENTS | TEXTS)
def test_any_text_is_read_quietly_and_has_one_form_or_a_sentence(xml: str) -> None:
    assert len(details(xml)) == 9
    assert set(devices(xml)) == {"disks", "interfaces", "displays"}
    try:
        form = canonical(xml)
    except VirtmonitorError as error:
        str(error).encode()
        return
    assert canonical(form) == form
    assert difference(xml, form) == ""
