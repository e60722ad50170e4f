"""The `stage` fixture: one server and a service beside it, shared by all accessibility tests."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from server.service import Service
from server.settings import Settings
from tests.accessibility.stage import Stage
from tests.conftest import Server


@pytest.fixture(scope="package")
def beside(server: Server) -> Iterator[Service]:
    """The use cases on the running server's own store, as the command line has them."""
    made = Service(Settings(home=server.home, password="lupa"))
    yield made
    made.close()


@pytest.fixture
def stage(server: Server, browser: Browser, beside: Service) -> Iterator[Stage]:
    """A stage in Finnish; a test sets another language on it."""
    made = Stage(server, browser, beside)
    yield made
    made.close()
