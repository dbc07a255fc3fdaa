"""What guests tell is bounded, checked and plain text, whatever they tell."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from virtmonitor.core import guest
from virtmonitor.core.guest import GuestFacts
from virtmonitor.core.vocabulary import BY_NAME

ANYTHING = st.none() | st.integers() | st.text(alphabet=st.characters(exclude_categories=()), max_size=600)


def test_facts_are_the_guest_group_of_the_vocabulary():
    assert set(GuestFacts().values()) == {p.name for p in BY_NAME.values() if p.group == "guest"}


@given(st.lists(ANYTHING, max_size=100))
def test_only_addresses_are_addresses(told):
    found = guest.addresses([*told, "192.0.2.7"])
    assert "192.0.2.7" in found or len(found) == guest.MOST_ADDRESSES
    assert all(len(address) <= 45 and set(address) <= set("0123456789abcdef.:") for address in found)


def test_loopback_is_none_of_them_and_link_local_the_last_resort():
    assert guest.addresses(["127.0.0.1", "::1", "fe80::1%eth0", "0.0.0.0"]) == ["fe80::1"]
    assert guest.addresses(["fe80::1", "2001:db8::1", "10.0.0.1", "169.254.0.1"]) == [
        "10.0.0.1",
        "2001:db8::1",
    ]


def test_a_guest_with_a_thousand_addresses_has_few():
    told = [f"10.0.{i // 250}.{i % 250}" for i in range(1000)]
    assert len(guest.addresses(told)) == guest.MOST_ADDRESSES


@given(ANYTHING)
def test_names_are_one_short_line(told):
    name = guest.name(told)
    if name is not None:
        assert 0 < len(name) <= guest.LONGEST_NAME
        assert not {unicodedata.category(ch) for ch in name} & {"Cc", "Cs", "Zl", "Zp"}


@given(ANYTHING, ANYTHING, ANYTHING)
def test_a_file_system_is_never_fuller_than_full(mountpoint, total, used):
    found = guest.filesystem(mountpoint, total, used)
    if found is not None:
        assert found["mountpoint"]
        assert len(found["mountpoint"]) <= guest.LONGEST_PATH
        sizes = found["totalBytes"], found["usedBytes"]
        assert all(size is None or 0 <= size < 2**63 for size in sizes)
        assert None in sizes or sizes[1] <= sizes[0]


def test_what_an_agent_tells():
    told = {
        "os.name": "debian",
        "os.version": "12",
        "fs.count": 2,
        "fs.0.mountpoint": "/",
        "fs.0.total-bytes": 1000,
        "fs.0.used-bytes": 400,
        "fs.1.mountpoint": "/boot\n",
    }
    assert guest.system_name(told) == "debian 12"
    assert guest.system_name(told | {"os.pretty-name": "Debian GNU/Linux 12"}) == "Debian GNU/Linux 12"
    assert guest.filesystems_of(told) == [
        {"mountpoint": "/", "totalBytes": 1000, "usedBytes": 400},
        {"mountpoint": "/boot", "totalBytes": None, "usedBytes": None},
    ]
    assert guest.filesystems_of({}) is None
    assert guest.system_name({}) is None


def test_a_guest_that_claims_a_million_file_systems_is_cut_short():
    told = {"fs.count": 10**6} | {f"fs.{i}.mountpoint": f"/{i}" for i in range(1000)}
    assert len(guest.filesystems_of(told)) == guest.MOST_FILESYSTEMS
