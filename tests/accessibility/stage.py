"""The test environment: one server, rooms controlled through a service beside it, visitors with a language."""

from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Page

from server.service import Service
from tests.conftest import PATIENCE_MS, RoomLinks, Server
from tests.idle import wait_until_idle
from tests.server.api_client import Phone
from workshop.content.texts import Texts

WINDOW = {"width": 1280, "height": 800}
LOCALES = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}

Release = Callable[[], None]


@dataclass
class Stage:
    """One language's visitors on a running server; `beside` is a second process's service on the same store.

    `settings` are those of every browser context.
    """

    server: Server
    browser: Browser
    beside: Service
    lang: str = "fi"
    settings: dict[str, object] = field(default_factory=dict)
    _open: list[Release] = field(default_factory=list)

    @property
    def text(self) -> Texts:
        return self.beside.texts(self.lang)

    def close(self) -> None:
        while self._open:
            self._open.pop()()

    def new_room(self, opened: str | None = None) -> RoomLinks:
        """A room in the stage's language, made and steered from beside the server."""
        room = self.beside.rooms.create(None, lang=self.lang)
        links = self.beside.rooms.links(room, self.server.address)
        if opened:
            self.beside.control.open(room.code, opened)
        return RoomLinks(room.code, links.phone, links.control, links.screen)

    def context(self, **given: object) -> BrowserContext:
        settings: dict[str, object] = {
            "viewport": WINDOW,
            "locale": LOCALES[self.lang],
            **self.settings,
            **given,
        }
        made = self.browser.new_context(**settings)  # type: ignore[arg-type]
        self._open.append(made.close)
        return made

    def page(self, **given: object) -> Page:
        """A page of a new visitor, still empty."""
        made = self.context(**given).new_page()
        made.set_default_timeout(PATIENCE_MS)
        return made

    def visit(self, address: str, **given: object) -> Page:
        """A new visitor at an address of the server, or at a whole link."""
        return self.go(self.page(**given), address)

    def go(self, page: Page, address: str) -> Page:
        page.goto(address if "://" in address else f"{self.server.address}{address}")
        wait_until_idle(page)
        return page

    def phone(self, code: str) -> Phone:
        """A participant without a screen, who has joined."""
        made = Phone(self.server, code)
        self._open.append(made.client.close)
        made.join()
        return made
