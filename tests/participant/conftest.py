"""A controlled fake server, and phones that open its page."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Request, expect

from tests.conftest import PATIENCE_MS
from tests.participant.fake_server import ROOM, FakeServer, served
from workshop.content.texts import LANGUAGES, Texts

TEXTS = Path(__file__).parents[2] / "data" / "texts"
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2,
}  # fmt: skip
COUNT_STREAMS = """
window.openStreams = new Set();
const Native = EventSource;
window.EventSource = class extends Native {
  constructor(address) { super(address); openStreams.add(this); }
  close() { super.close(); openStreams.delete(this); }
};
window.EventSource.OPEN = Native.OPEN;
"""


class Phone:
    """One person's browser page, with the words a test needs."""

    def __init__(self, context: BrowserContext, fake_server: FakeServer) -> None:
        self.context, self.fake_server = context, fake_server
        context.add_init_script(COUNT_STREAMS)
        self.page: Page = context.new_page()
        self.problems: list[str] = []
        self.hosts: set[str] = set()
        self.expected_hosts = {f"127.0.0.1:{fake_server.port}"}
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        self.page.on("console", self._console)
        self.asking: set[Request] = set()
        self.page.on("request", lambda request: self.asking.add(request))
        self.page.on("requestfinished", lambda request: self.asking.discard(request))
        self.page.on("requestfailed", lambda request: self.asking.discard(request))
        self.page.on(
            "request", lambda request: self.hosts.add(request.url.split("/")[2]) if request.url[:4] == "http" else None
        )

    def _console(self, message: Any) -> None:
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.problems.append(message.text)

    def visit(self, query: str = "") -> "Phone":
        self.page.goto(f"{self.fake_server.address}/{ROOM}{query}")
        expect(self.title).not_to_be_empty()
        return self

    @property
    def title(self) -> Locator:
        return self.page.locator("h1:visible")

    @property
    def send(self) -> Locator:
        return self.page.locator(".send")

    @property
    def status(self) -> Locator:
        return self.page.locator(".status")

    @property
    def receipt(self) -> Locator:
        """What those who listen hear of an answer that is saved."""
        return self.page.locator(".announcement")

    @property
    def saved(self) -> Locator:
        return self.page.locator(".said li")

    @property
    def fields(self) -> Locator:
        return self.page.locator(".field:visible")

    @property
    def note(self) -> Locator:
        return self.page.locator(".note")

    def field(self, number: int) -> Locator:
        return self.page.get_by_label(f"{number}. sana tai ilmaus")

    def option(self, label: str) -> Locator:
        return self.page.get_by_label(label)

    def focused(self) -> str:
        return str(self.page.evaluate("document.activeElement.className + ' ' + document.activeElement.tagName"))

    def wait_for_replies(self) -> None:
        """Until nothing that the page has asked for is on its way; a page with an open stream never comes to that."""
        self.page.wait_for_timeout(20)
        for _ in range(0, PATIENCE_MS, 20):
            if not self.asking:
                return
            self.page.wait_for_timeout(20)
        raise AssertionError([request.url for request in self.asking])

    def streams(self) -> int:
        return int(self.page.evaluate("openStreams.size"))


@pytest.fixture(scope="session")
def texts() -> dict[str, Texts]:
    return {lang: Texts(lang, yaml.safe_load((TEXTS / f"{lang}.yaml").read_text("utf-8"))) for lang in LANGUAGES}


@pytest.fixture(scope="session")
def _running_server(texts: dict[str, Texts]) -> Iterator[FakeServer]:
    with served(texts) as fake_server:
        yield fake_server


@pytest.fixture
def fake_server(_running_server: FakeServer) -> Iterator[FakeServer]:
    _running_server.reset()
    yield _running_server
    assert _running_server.violations == []


NewPhone = Callable[..., Phone]


@pytest.fixture
def new_phone(browser: Browser, fake_server: FakeServer) -> Iterator[NewPhone]:
    """Phones of different people; at the end none may have met an error or another host."""
    phones: list[Phone] = []

    def make(**options: Any) -> Phone:
        phone = Phone(browser.new_context(**{**PHONE, **options}), fake_server)
        phones.append(phone)
        return phone

    yield make
    for phone in phones:
        phone.context.close()
        assert phone.problems == []
        assert phone.hosts <= phone.expected_hosts


@pytest.fixture
def phone(new_phone: NewPhone) -> Phone:
    return new_phone()


@pytest.fixture
def launch(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """How a browser of its own is started."""
    return {
        name: browser_type_launch_args[name] for name in ("args", "executable_path") if name in browser_type_launch_args
    }
