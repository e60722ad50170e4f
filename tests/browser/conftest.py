"""Browser fixtures: phones, a projector, a desk. Any request to another host fails the test."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

from tests.conftest import PATIENCE_MS

OURS = {"127.0.0.1", "localhost"}
WIDTHS = {"phone": (390, 844), "desk": (1280, 800), "screen": (1920, 1080)}
OpenPage = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Opens an address as a new visitor: `open_page(url, "phone")`."""
    contexts: list[BrowserContext] = []
    foreign: list[str] = []

    def watch(request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname not in OURS:
            foreign.append(request.url)

    def opened(url: str, who: str = "phone", *, dark: bool = False, lang: str = "fi-FI") -> Page:
        width, height = WIDTHS[who]
        settings: dict[str, Any] = {
            "viewport": {"width": width, "height": height},
            "color_scheme": "dark" if dark else "light",
            "locale": lang,
        }
        contexts.append(browser.new_context(**settings))
        page = contexts[-1].new_page()
        page.context.on("request", watch)
        page.set_default_timeout(PATIENCE_MS)
        page.goto(url)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert foreign == []
