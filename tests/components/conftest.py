"""Tests of components in a browser share the servers that they ask."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.components.editor_page import Case
from tests.components.editor_server import FEW, EditorServer, served


@pytest.fixture(scope="module")
def running() -> Iterator[EditorServer]:
    with served() as server:
        yield server


@pytest.fixture
def editor(running: EditorServer, page: Page) -> Iterator[Case]:
    """One tab, with a draft of its own."""
    running.reset(FEW)
    opened = Case(page, running)
    yield opened
    assert opened.faults == []
