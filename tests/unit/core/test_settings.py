"""The settings file: what is read from it, what a save leaves alone, and that nothing is ever lost."""

import os
import resource
import stat
import tomllib
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from virtmonitor.core import settings_schema
from virtmonitor.core.connection import HostSettings
from virtmonitor.core.errors import FailureKind, VirtmonitorError
from virtmonitor.core.notices import NoticeKind
from virtmonitor.core.settings_file import load
from virtmonitor.core.settings_save import save, template
from virtmonitor.core.settings_schema import (
    HOST_KEYS,
    SECTIONS,
    TABLE,
    DBus,
    Machines,
    SettingsRecord,
    problem,
    section_keys,
)

DEFAULTS = SettingsRecord()
UUID = "c7a5fdbd-edaf-9455-926a-d65c16db1809"
RACK = HostSettings("rack1", "qemu+ssh://root@rack1/system", colour="#3daee9")
HERE = HostSettings("here", "qemu:///system")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "virtmonitor" / "settings.toml"


def write(path, text, mode=0o600):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    path.chmod(mode)


def with_(**sections):
    """The defaults with these sections' keys changed."""
    return replace(
        DEFAULTS, **{name: replace(getattr(DEFAULTS, name), **keys) for name, keys in sections.items()}
    )


def left(path):
    return sorted(item.name for item in path.parent.iterdir())


# The table


def test_every_key_is_described_and_takes_its_default():
    for key in TABLE:
        assert key.description
        assert problem(key, key.default) is None, key.key


def test_the_table_has_every_section_and_every_field_of_a_host():
    assert {item.name for item in fields(SettingsRecord)} == {"hosts", *SECTIONS}
    assert {key.name for key in HOST_KEYS} == {item.name for item in fields(HostSettings)} - {"demo"}


def test_the_template_sets_nothing_and_shows_every_key():
    told = tomllib.loads(template())
    assert all(value == {} for value in told.values())
    for key in TABLE:
        assert key.name in template()
        assert key.description.split(",")[0] in template().replace("\n# ", " ")


def test_the_examples_of_the_template_are_the_defaults(path):
    lines = template().splitlines()
    write(
        path,
        "\n".join(line.removeprefix("# ") if " = " in line and line[0] == "#" else line for line in lines),
    )
    loaded = load(path)
    assert loaded.settings == DEFAULTS
    assert loaded.problems == ()


# Reading


def test_no_file_and_no_home_are_the_defaults(path):
    assert load(path) == load(None)
    assert load(path).settings == DEFAULTS


def test_what_the_file_says_is_read(path):
    write(
        path,
        f"""
        [[hosts]]
        uri = "qemu+ssh://root@rack1/system"
        colour = "#3daee9"
        [[hosts]]
        name = "here"
        uri = "qemu:///system"
        [intervals]
        visible = 3
        [machines]
        favourites = ["{UUID}"]
        tags = {{ {UUID} = ["web", "prod"] }}
        """,
    )
    loaded = load(path)
    assert loaded.problems == ()
    assert loaded.settings.hosts == (RACK, HERE)
    assert loaded.settings.intervals.visible == 3.0
    assert loaded.settings.machines.favourites == (UUID,)
    assert loaded.settings.machines.tags[UUID] == ("web", "prod")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[intervals]\nvisible = 'often'", "intervals.visible must be a number; 2.0 is used"),
        ("[intervals]\nvisible = nan", "between 0.5 and 3600 s"),
        ("[intervals]\nvisible = -1", "between 0.5 and 3600 s"),
        ("[intervals]\nvisible = true", "must be a number"),
        ("[popup]\nrows = 4.5", "whole number"),
        ("[popup]\ncolumns = ['size']", "one of cpuUsage"),
        ("[popup]\ncolumns = 'cpuUsage'", "list of texts"),
        ("[notifications]\ncrashed = 1", "true or false"),
        ("[notifications]\nquiet_from = '25:00'", "22:00"),
        ("[desktop]\ncolours = 'pink'", "one of system, light, dark"),
        ("[machines]\nfavourites = ['web']", "UUIDs"),
        ("[machines]\ntags = 1", "must be a table"),
        (f"[machines]\ntags = {{ {UUID} = 'web' }}", "lists of texts"),
        ("intervals = 1", "[intervals]"),
        ("hosts = 1", "[[hosts]]"),
        ("[[hosts]]\nname = 'a'", "without a uri"),
        ("hosts = [1]", "without a uri"),
        ("[[hosts]]\nuri = 'test:///default'\nname = 'a/b'", "hosts.name"),
        (
            "[[hosts]]\nuri = 'x:///'\nname = 'a'\n[[hosts]]\nuri = 'y:///'\nname = 'a'",
            "Two hosts are called a",
        ),
    ],
)
def test_a_wrong_value_is_told_and_the_rest_holds(path, text, told):
    write(path, text + "\n[journal]\nentries = 500\n")
    loaded = load(path)
    assert len(loaded.problems) == 1
    assert told in loaded.problems[0]
    assert not loaded.broken
    assert loaded.settings.journal.entries == 500


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("[intervals\nvisible = 2", "line 1"),
        (b"\xff\xfe", "UTF-8"),
        ("# " + "x" * (1 << 20), "1 MiB"),
        ("a = " + "[" * 100_000, "is not used"),
    ],
)
def test_a_broken_file_is_told_and_left_alone(path, data, told):
    write(path, data)
    before = path.read_bytes()
    loaded = load(path)
    assert loaded.broken
    assert told in loaded.problems[0]
    assert loaded.settings == DEFAULTS
    assert path.read_bytes() == before


def test_what_is_no_file_is_told_at_once(path):
    path.parent.mkdir()
    os.mkfifo(path)
    assert "not a file" in load(path).problems[0]
    path.unlink()
    path.mkdir()
    assert load(path).broken


@given(data=st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace")))
def test_reading_never_raises(tmp_path_factory, data):
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_bytes(data)
    assert isinstance(load(path).settings, SettingsRecord)


@pytest.mark.parametrize("mode", [0o620, 0o602])
def test_what_others_may_write_is_not_believed(path, mode):
    text = (
        "[[hosts]]\nuri='test+ext:///d?command=/x'\nconfirmed=true\n[dbus]\nallowed_operations=['powerOff']"
    )
    write(path, text, 0o600)
    assert load(path).settings.hosts[0].confirmed
    assert load(path).settings.dbus == DBus(allowed_operations=("powerOff",))
    path.chmod(mode)
    loaded = load(path)
    assert not loaded.settings.hosts[0].confirmed
    assert loaded.settings.dbus == DBus()
    assert "chmod go-w" in loaded.problems[0]


# Saving


def test_what_is_saved_is_read_again(path):
    after = replace(
        with_(intervals={"visible": 5.0}, popup={"columns": ("netRate",)}, desktop={"language": "de"}),
        hosts=(HERE, replace(RACK, read_only=True, autoconnect=False, confirmed=True)),
        machines=Machines((UUID,), {UUID: ("web", 'a"b\\n')}),
    )
    save(path, DEFAULTS, after)
    loaded = load(path)
    assert loaded.problems == ()
    assert loaded.settings == after
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert left(path) == ["settings.toml"]


def test_a_demo_host_is_not_saved(path):
    save(path, DEFAULTS, replace(DEFAULTS, hosts=(replace(HERE, demo=True), RACK)))
    assert load(path).settings.hosts == (RACK,)


def test_comments_unknown_keys_bad_values_and_order_survive(path):
    write(
        path,
        """# mine
[popup] # the popup
rows = 5 # five
future = "kept"
columns = "wrong"

[plugin]
x = 1

[intervals]
visible = 2.5
""",
    )
    before = load(path).settings
    save(path, before, replace(before, popup=replace(before.popup, rows=7)))
    assert path.read_text() == (
        """# mine
[popup] # the popup
rows = 7 # five
future = "kept"
columns = "wrong"

[plugin]
x = 1

[intervals]
visible = 2.5
"""
    )


def test_an_edit_made_meanwhile_survives(path):
    write(path, "[popup]\nrows = 5\n")
    before = load(path).settings
    write(path, "[popup]\nrows = 6\n[intervals]\nvisible = 9.0\n")
    save(path, before, replace(before, desktop=replace(before.desktop, style="Fusion")))
    now = load(path).settings
    assert (now.popup.rows, now.intervals.visible, now.desktop.style) == (6, 9.0, "Fusion")


HOSTS = """# all hosts
[[hosts]]
uri = "qemu:///system" # here
name = "here"

# the rack
[[hosts]]
uri = "qemu+ssh://root@rack1/system"
colour = "#3daee9"
shelf = 3

[[hosts]]
name = "no uri yet"
"""


def test_one_host_is_changed_the_others_stay_as_written(path):
    write(path, HOSTS)
    before = load(path).settings
    save(path, before, replace(before, hosts=(HERE, replace(RACK, read_only=True))))
    assert path.read_text() == HOSTS.replace("shelf = 3\n", "shelf = 3\nread_only = true\n")


def test_hosts_are_removed_added_renamed_and_sorted(path):
    write(path, HOSTS)
    before = load(path).settings
    new = HostSettings("new", "test:///default")
    after = replace(before, hosts=(new, replace(RACK, name="rack"), HERE))
    save(path, before, after)
    assert load(path).settings.hosts == after.hosts
    assert "shelf = 3" in path.read_text()
    assert "no uri yet" in path.read_text()
    assert "# here" in path.read_text()
    save(path, after, DEFAULTS)
    assert load(path).settings.hosts == ()
    assert "no uri yet" in path.read_text()


def test_hosts_in_one_line_are_changed_too(path):
    write(path, 'hosts = [{name = "here", uri = "qemu:///system", extra = 1}]\n')
    before = load(path).settings
    save(path, before, replace(before, hosts=(replace(HERE, read_only=True), RACK)))
    assert load(path).settings.hosts == (replace(HERE, read_only=True), RACK)
    assert "extra = 1" in path.read_text()


names = st.text(alphabet="abc", min_size=1, max_size=2)
host = st.builds(
    HostSettings,
    name=names,
    uri=st.sampled_from(["qemu:///system", "test:///default"]),
    read_only=st.booleans(),
    autoconnect=st.booleans(),
    confirmed=st.booleans(),
)
host_lists = st.lists(host, max_size=4, unique_by=lambda one: one.name).map(tuple)


@given(st.lists(host_lists, min_size=1, max_size=4))
def test_any_sequence_of_host_lists_is_read_as_saved(tmp_path_factory, lists):
    path = tmp_path_factory.mktemp("hosts") / "settings.toml"
    before = DEFAULTS
    for hosts in lists:
        after = replace(before, hosts=hosts)
        save(path, before, after)
        assert load(path).settings == after
        before = after


def test_a_broken_file_is_kept_aside_each_time(path):
    for number in (1, 2):
        write(path, f"broken {number}")
        save(path, DEFAULTS, with_(popup={"rows": 4}))
        assert load(path).settings.popup.rows == 4
    kept = [item.read_text() for item in path.parent.glob("settings.toml.broken-*")]
    assert sorted(kept) == ["broken 1", "broken 2"]


def test_a_link_stays_a_link(path, tmp_path):
    real = tmp_path / "dotfiles.toml"
    write(real, "[popup]\nrows = 5\n")
    path.parent.mkdir()
    path.symlink_to(real)
    before = load(path).settings
    save(path, before, replace(before, popup=replace(before.popup, rows=6)))
    assert path.is_symlink()
    assert "rows = 6" in real.read_text()


# What can go wrong


def test_without_a_home_it_is_told():
    with pytest.raises(VirtmonitorError, match="no home directory"):
        save(None, DEFAULTS, with_(popup={"rows": 4}))


def test_a_full_disk_leaves_the_old_file(path):
    save(path, DEFAULTS, with_(popup={"rows": 4}))
    old = path.read_bytes()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1]))
    try:
        with pytest.raises(VirtmonitorError, match=r"could not be saved.*are kept") as told:
            save(path, with_(popup={"rows": 4}), with_(popup={"rows": 5}))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert told.value.failure.kind is FailureKind.FAILED
    assert path.read_bytes() == old
    assert left(path) == ["settings.toml"]


def test_a_home_that_takes_no_files_is_told(tmp_path):
    with pytest.raises(VirtmonitorError, match="could not be saved"):
        save(tmp_path / "file" / "settings.toml", *_file_in_the_way(tmp_path))


def _file_in_the_way(tmp_path):
    (tmp_path / "file").write_text("")
    return DEFAULTS, with_(popup={"rows": 4})


def test_rights_are_told_as_rights(tmp_path):
    """/proc takes no files from anybody, not even from root."""
    from pathlib import Path

    with pytest.raises(VirtmonitorError) as told:
        save(Path("/proc/self/task/settings.toml"), DEFAULTS, with_(popup={"rows": 4}))
    assert "The settings could not be saved" in str(told.value)


def test_text_that_no_file_can_hold_is_told(path):
    save(path, DEFAULTS, with_(popup={"rows": 4}))
    with pytest.raises(VirtmonitorError, match="could not be saved"):
        save(path, DEFAULTS, replace(DEFAULTS, machines=Machines((), {UUID: ("\ud800",)})))
    assert load(path).settings.popup.rows == 4
    assert left(path) == ["settings.toml"]


@pytest.mark.parametrize("section", SECTIONS)
def test_every_key_can_be_set_in_an_empty_file(path, section):
    for key in section_keys(section):
        value = _other(key)
        save(path, DEFAULTS, with_(**{section: {key.name: value}}))
        assert getattr(getattr(load(path).settings, section), key.name) == value


def _other(key):
    if key.choices:
        return (key.choices[-1],) if isinstance(key.default, tuple) else key.choices[-1]
    others = {
        "favourites": (UUID,),
        "tags": {UUID: ("a",)},
        "allowed_operations": ("powerOff",),
        "language": "de",
        "quiet_from": "22:00",
        "quiet_until": "07:30",
    }
    if key.name in others:
        return others[key.name]
    return not key.default if isinstance(key.default, bool) else type(key.default)(key.maximum)


def test_every_key_is_heeded_by_somebody():
    """A switch that nobody reads lies. Kinds of notices are read by their names."""
    kinds = {f"notifications.{kind.value}" for kind in NoticeKind}
    room = Path(settings_schema.__file__).parents[1]
    code = "".join(file.read_text() for file in room.rglob("*.py") if file.name != "settings_schema.py")
    for key in TABLE:
        if key.section != "hosts" and key.key not in kinds:
            holder = {"notifications": "settings", "intervals": "intervals"}.get(key.section, key.section)
            assert f"{holder}.{key.name}" in code, key.key
