"""The engine on a bus of the test's own, without a screen, and a program that uses it."""

import pytest

from tests.helpers.enginebus import NAME, EngineClient
from tests.helpers.program import Program


@pytest.fixture
def serve(session_bus):
    """Starts the service with these arguments."""

    def start(*arguments):
        return Program(session_bus, "--serve", "--allow-commands", *arguments, name=NAME)

    return start


@pytest.fixture
def make_client(session_bus):
    clients = []

    def make():
        clients.append(EngineClient(session_bus))
        return clients[-1]

    yield make
    for client in clients:
        client.close()
