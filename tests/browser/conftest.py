"""Browser fixtures: phones, a projector, a desk. Any request to another host fails the test."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

from tests.conftest import PATIENCE_MS
from tests.tabs import Tabs

OURS = {"127.0.0.1", "localhost"}
WIDTHS = {"phone": (390, 844), "desk": (1280, 800), "screen": (1920, 1080)}
OpenPage = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, tabs: Tabs) -> Iterator[OpenPage]:
    """Opens an address as a new visitor: `open_page(url, "phone")`.

    In a context of its `own` where the test adds a script to the page, or a setting to the context.
    """
    contexts: list[BrowserContext] = []
    lent: list[Page] = []
    foreign: list[str] = []

    def watch(request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname not in OURS:
            foreign.append(request.url)

    def opened(url: str, who: str = "phone", *, dark: bool = False, lang: str = "fi-FI", own: bool = False) -> Page:
        width, height = WIDTHS[who]
        settings: dict[str, Any] = {
            "viewport": {"width": width, "height": height},
            "color_scheme": "dark" if dark else "light",
            "locale": lang,
        }
        if own:
            contexts.append(browser.new_context(**settings))
            page = contexts[-1].new_page()
        else:
            page = tabs.lend(**settings)
            lent.append(page)
        page.context.on("request", watch)
        page.set_default_timeout(PATIENCE_MS)
        page.goto(url)
        return page

    yield opened
    for page in lent:
        page.context.remove_listener("request", watch)
        tabs.give_back(page)
    for context in contexts:
        context.close()
    assert foreign == []
