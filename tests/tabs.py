"""Tabs of the browser that are used again: its scripts compiled, a page of Streamlit takes half of the work.

What is given back has no cookies, no storage, no routes and no permissions; whoever adds a script to a page or a
setting to its context that stays opens a context of their own.
"""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Error, Page

MOST_VISITORS = 30
"""A tab is closed after so many: what pages leave in memory goes with it."""
QUIET_MS = 10_000

Settings = tuple[tuple[str, object], ...]


@dataclass
class Tabs:
    """The free tabs of a browser by the settings of their contexts; each has a context of its own."""

    browser: Browser
    _free: dict[Settings, list[Page]] = field(default_factory=dict)
    _lent: dict[Page, Settings] = field(default_factory=dict)
    _visitors: dict[Page, int] = field(default_factory=dict)

    def lend(self, *, viewport: Any, color_scheme: Any = "light", **settings: Any) -> Page:
        """A tab of a visitor who has never been here."""
        key = tuple(sorted(settings.items()))
        free = self._free.setdefault(key, [])
        page = free.pop() if free else self.browser.new_context(**settings).new_page()
        page.set_viewport_size(viewport)
        page.emulate_media(color_scheme=color_scheme)
        self._lent[page] = key
        self._visitors[page] = self._visitors.get(page, 0) + 1
        return page

    def give_back(self, page: Page) -> None:
        """Ends the visit; a tab that cannot be made as new is closed."""
        key = self._lent.pop(page)
        try:
            is_new = self._visitors[page] < MOST_VISITORS and _made_new(page)
        except Error:
            is_new = False
        if is_new:
            self._free[key].append(page)
        else:
            del self._visitors[page]
            page.context.close()

    def close(self) -> None:
        for page in [*self._lent, *(page for free in self._free.values() for page in free)]:
            page.context.close()


def _made_new(page: Page) -> bool:
    """Leaves for a page without scripts at the same address, so that the tab keeps its process; empties its stores."""
    context, here = page.context, urlsplit(page.url)
    if page.is_closed() or here.hostname != "127.0.0.1":
        return False
    for other in context.pages:
        if other is not page:
            other.close()
    page.unroute_all(behavior="ignoreErrors")
    context.unroute_all(behavior="ignoreErrors")
    context.set_offline(False)
    answer = page.goto(f"{here.scheme}://{here.netloc}/healthz", timeout=QUIET_MS)
    context.clear_cookies()
    context.clear_permissions()
    browser = context.new_cdp_session(page)
    browser.send("Storage.clearDataForOrigin", {"origin": f"{here.scheme}://{here.netloc}", "storageTypes": "all"})
    browser.detach()
    page.evaluate("sessionStorage.clear()")
    return bool(answer and answer.ok)
