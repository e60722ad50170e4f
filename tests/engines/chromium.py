"""Chromium, by Playwright: the browser of the other tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from tests.conftest import PATIENCE_MS
from tests.engines.visited_page import Engine, Size, VisitedPage


class ChromiumPage(VisitedPage):
    def __init__(self, page: Page) -> None:
        self._page = page

    def open(self, address: str) -> None:
        self._page.goto(address)

    def value(self, expression: str) -> Any:
        return self._page.evaluate(expression)

    def resize(self, size: Size) -> None:
        self._page.set_viewport_size({"width": size[0], "height": size[1]})

    def click(self, x: float, y: float) -> None:
        self._page.mouse.click(x, y)

    def type_keys(self, words: str) -> None:
        self._page.keyboard.type(words)

    def picture(self) -> bytes:
        return self._page.screenshot()


class Chromium(Engine):
    def __init__(self, browser: Browser, *, dark: bool) -> None:
        self._browser, self._dark = browser, dark
        self.contexts: list[BrowserContext] = []

    def new_page(self, size: Size) -> ChromiumPage:
        context = self._browser.new_context(locale="fi-FI", color_scheme="dark" if self._dark else "light")
        self.contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        visited = ChromiumPage(page)
        visited.resize(size)
        return visited


@contextmanager
def chromium(browser: Browser, *, dark: bool) -> Iterator[Engine]:
    engine = Chromium(browser, dark=dark)
    yield engine
    for context in engine.contexts:
        context.close()
