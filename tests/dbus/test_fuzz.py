"""Calls that nobody should make: each gets an answer, no answer is an empty success, and the engine stays alive."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jeepney import DBusAddress, HeaderFields, MatchRule, MessageFlag, new_method_call, new_signal

from tests.helpers.enginebus import DOMAIN, HOST, JOB, NAME, PROPERTIES, ROOT, SERVICE, RefusedError
from tests.helpers.waiting import until
from virtmonitor.dbus.interfaces import INTROSPECTABLE, OWN, PEER, PROPERTIES_INTERFACE
from virtmonitor.dbus.paths import of_source

UUID = "6695eb01-f6a4-8304-79aa-97f2502e193f"
DOMAIN_PATH = of_source(f"test-default/{UUID}")
INTERFACES = (*OWN, PROPERTIES_INTERFACE, INTROSPECTABLE, PEER)
GIVES_NOTHING = {method.name for told in INTERFACES for method in told.methods if not method.gives}

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=50)
values = {
    "s": texts | st.sampled_from(["x" * 1_000_000, "test-default", "start", "../..", DOMAIN, "state"]),
    "u": st.integers(0, 2**32 - 1),
    "i": st.integers(-(2**31), 2**31 - 1),
    "x": st.integers(-(2**63), 2**63 - 1),
    "b": st.booleans(),
    "d": st.floats(allow_nan=True),
    "as": st.lists(texts, max_size=5),
    "o": st.sampled_from(["/", ROOT, "/a/b"]),
    "v": st.tuples(st.just("s"), texts) | st.just(("v", ("v", ("i", 1)))),
    "a{sv}": st.dictionaries(
        texts | st.sampled_from(["paused", "_name", "mode"]),
        st.tuples(st.just("s"), texts) | st.just(("av", [("b", True)])),
        max_size=3,
    ),
}


@st.composite
def bodies(draw):
    kinds = draw(st.lists(st.sampled_from(sorted(values)), max_size=3))
    return "".join(kinds), tuple(draw(values[kind]) for kind in kinds)


@st.composite
def fitting(draw):
    """A method that there is, with arguments of its types."""
    told = draw(st.sampled_from([one for one in INTERFACES if one.methods]))
    method = draw(st.sampled_from(told.methods))
    body = tuple(draw(values[argument.type]) for argument in method.takes)
    return told.name, method.name, method.signature, body


names = st.from_regex(r"[A-Za-z_][A-Za-z0-9_]{0,20}", fullmatch=True)
paths = st.sampled_from(
    [ROOT, DOMAIN_PATH, of_source("test-default"), f"{ROOT}/job/1", "/", "/a", f"{ROOT}/source/_"]
)
interfaces = st.sampled_from([told.name for told in INTERFACES]) | st.just("a.b")


@st.composite
def strange(draw):
    signature, body = draw(bodies())
    known = [method.name for told in INTERFACES for method in told.methods]
    return draw(interfaces), draw(st.sampled_from(known) | names), signature, body


@pytest.fixture(scope="module")
def client(request, tmp_path_factory):
    from tests.helpers.display import DesktopSession
    from tests.helpers.enginebus import EngineClient
    from tests.helpers.program import Program

    with DesktopSession(screen=False) as session:
        program = Program(session, "--serve", "-c", "test:///default", name=NAME)
        client = EngineClient(session)
        until(lambda: len(client.engine("Sources")) == 2, what="the machine is listed")
        yield client
        assert program.process.poll() is None
        assert program.said() == ""
        client.close()


def attempt(client, *call):
    """The reply, or why there is none."""
    try:
        return client.call(*call), None
    except RefusedError as error:
        return None, error


@settings(deadline=None, max_examples=300, suppress_health_check=list(HealthCheck))
@given(paths, fitting() | strange())
def test_every_call_is_answered(client, path, call):
    interface, member, signature, body = call
    reply, refused = attempt(client, path, interface, member, signature, *body)
    if refused is None:
        assert member in GIVES_NOTHING or reply is not None
    else:
        assert refused.name.startswith(("org.freedesktop.DBus.Error.", "org.virtmonitor.Error."))
        assert refused.text.strip()
    assert UUID in str(client.engine("Sources"))


@pytest.mark.parametrize(
    ("path", "interface", "member", "signature", "body", "error"),
    [
        ("/a", NAME, "Sources", "", (), "UnknownObject"),
        (f"{ROOT}/job/99", JOB, "Cancel", "", (), "UnknownObject"),
        (of_source("elsewhere"), HOST, "Sources", "", (), "UnknownObject"),
        (ROOT, "a.b", "Sources", "", (), "UnknownInterface"),
        (ROOT, NAME, "Nothing", "", (), "UnknownMethod"),
        (ROOT, NAME, "properties", "", (), "UnknownMethod"),
        (ROOT, NAME, "_check", "s", ("x",), "UnknownMethod"),
        (ROOT, NAME, "Sources", "s", ("x",), "InvalidArgs"),
        (ROOT, NAME, "Connect", "suas", ("nobody", 0, []), "NoSource"),
        (ROOT, NAME, "Connect", "suas", ("test-default", 0, ["colours"]), "InvalidArgs"),
        (DOMAIN_PATH, PROPERTIES, "Get", "ss", (DOMAIN, "nothing"), "UnknownProperty"),
        (DOMAIN_PATH, PROPERTIES, "Get", "ss", ("a.b", "state"), "UnknownInterface"),
        (DOMAIN_PATH, PROPERTIES, "Set", "ssv", (DOMAIN, "name", ("s", "x")), "PropertyReadOnly"),
        (DOMAIN_PATH, SERVICE, "Describe", "s", ("nothing",), "Operation"),
    ],
)
def test_what_is_wrong_is_said(client, path, interface, member, signature, body, error):
    with pytest.raises(RefusedError) as refused:
        client.call(path, interface, member, signature, *body)
    assert refused.value.name.endswith(f".{error}")


def test_ten_thousand_calls_in_a_row(client):
    """A hundred at a time, which is what a bus lets one program have unanswered."""
    bus = client.bus
    message = new_method_call(DBusAddress(ROOT, NAME, NAME), "Sources")
    with bus.filter(MatchRule(type="method_return"), bufsize=200) as replies:
        for _ in range(100):
            for _ in range(100):
                bus.send(message)
            while len(replies) < 100:
                bus.recv_messages(timeout=60)
            assert all(UUID in str(replies.popleft().body) for _ in range(100))


def test_a_signal_that_pretends_to_be_the_bus_ends_no_look(client, make_intruder):
    client.engine("Connect", "suas", f"test-default/{UUID}", 500, ["cpu"])
    until(lambda: "cpuUsage" in client.all_properties(DOMAIN_PATH), what="it is sampled")
    make_intruder(client.bus.unique_name)
    for _ in range(3):
        client.change_of(DOMAIN_PATH, "cpuTime")
    client.engine("DisconnectAll")


@pytest.fixture
def make_intruder(client):
    from jeepney.io.blocking import open_dbus_connection

    opened = []

    def lie(name):
        bus = open_dbus_connection(client.address)
        opened.append(bus)
        address = DBusAddress("/org/freedesktop/DBus", NAME, "org.freedesktop.DBus")
        signal = new_signal(address, "NameOwnerChanged", "sss", (name, name, ""))
        signal.header.fields[HeaderFields.destination] = NAME
        signal.header.flags |= MessageFlag.no_reply_expected
        bus.send(signal)

    yield lie
    for bus in opened:
        bus.close()
