"""WebKit: its GTK port's own small browser on a display without a screen, by WebDriver (https://w3c.github.io/webdriver/)."""

import base64
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import httpx

from tests.conftest import PATIENCE_MS, eventually, free_port
from tests.engines.actions import Actions, click_actions, key_actions
from tests.engines.processes import running
from tests.engines.visited_page import Engine, Size, VisitedPage

NARROW_TOOLBAR = "* { min-width: 0; padding: 0; margin: 0; } image { -gtk-icon-transform: scale(0.5); }"
"""Without it, the browser's own buttons keep its window wider than a phone."""
DISPLAY = "2000x1200x24"
SETTLED_SECONDS = 0.15


class WebDriverError(Exception):
    """What the driver answered to a command that it refused."""


class WebDriver:
    """Commands of one session, each to the window that it names."""

    def __init__(self, address: str) -> None:
        self._client = httpx.Client(base_url=address, timeout=PATIENCE_MS / 1000)
        self._session = self._window = ""

    def is_ready(self) -> bool:
        return bool(self._client.get("/status").json()["value"]["ready"])

    def begin(self, options: dict[str, Any]) -> None:
        capabilities = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        answer = self._answer(self._client.post("/session", json={"capabilities": capabilities}))
        self._session = f"/session/{answer['sessionId']}"
        self._window = self.get("/window")

    def end(self) -> None:
        self._client.delete(self._session)
        self._client.close()

    def get(self, path: str, window: str = "") -> Any:
        self._turn_to(window)
        return self._answer(self._client.get(self._session + path))

    def post(self, path: str, window: str = "", **body: Any) -> Any:
        self._turn_to(window)
        return self._answer(self._client.post(self._session + path, json=body))

    def _turn_to(self, window: str) -> None:
        if window and window != self._window:
            self._window = window
            self.post("/window", handle=window)

    def _answer(self, response: httpx.Response) -> Any:
        answer = response.json()["value"]
        if response.is_error:
            raise WebDriverError(answer)
        return answer


class WebKitPage(VisitedPage):
    def __init__(self, driver: WebDriver, window: str) -> None:
        self._driver, self._window = driver, window

    def open(self, address: str) -> None:
        self._driver.post("/url", self._window, url=address)

    def value(self, expression: str) -> Any:
        return self._driver.post("/execute/sync", self._window, script=f"return {expression};", args=[])

    def resize(self, size: Size) -> None:
        """Until the page has the size: the window has bars of its own, and what it was told reaches the page later."""
        eventually(lambda: self._has_come_to(size), PATIENCE_MS / 1000)

    def _has_come_to(self, size: Size) -> bool:
        inner = self._settled_size()
        if inner == size:
            return True
        outer = self._driver.get("/window/rect", self._window)
        width, height = outer["width"] + size[0] - inner[0], outer["height"] + size[1] - inner[1]
        if min(width, height) > 0:
            self._driver.post("/window/rect", self._window, x=0, y=0, width=width, height=height)
        return False

    def _settled_size(self) -> Size:
        """The page's size when two looks in a row agree."""
        before: Size | None = None
        while True:
            width, height = self.value("[innerWidth, innerHeight]")
            if before == (width, height):
                return width, height
            before = width, height
            time.sleep(SETTLED_SECONDS)

    def click(self, x: float, y: float) -> None:
        self._perform(click_actions(x, y))

    def type_keys(self, words: str) -> None:
        self._perform(key_actions(words))

    def picture(self) -> bytes:
        return base64.b64decode(self._driver.get("/screenshot", self._window))

    def _perform(self, actions: Actions) -> None:
        self._driver.post("/actions", self._window, actions=actions)


class WebKit(Engine):
    """Its windows share one profile, as those of one person do."""

    def __init__(self, driver: WebDriver) -> None:
        self._driver = driver

    def new_page(self, size: Size) -> WebKitPage:
        page = WebKitPage(self._driver, self._driver.post("/window/new", type="window")["handle"])
        page.resize(size)
        return page


@contextmanager
def webkit(
    driver_program: str, browser_program: str, display_program: str, home: Path, *, dark: bool
) -> Iterator[Engine]:
    (home / "gtk-3.0").mkdir(parents=True)
    (home / "gtk-3.0" / "gtk.css").write_text(NARROW_TOOLBAR, "utf-8")
    homes = {f"XDG_{name}_HOME": str(home) for name in ("CONFIG", "DATA", "CACHE")}
    port = free_port()
    screen = [display_program, "-displayfd", "1", "-screen", "0", DISPLAY, "-nolisten", "tcp"]
    with running(screen, home / "display.txt", {}) as display:
        number = display.says(re.compile(r"^(\d+)\n", re.MULTILINE))
        served = {"DISPLAY": f":{number}", **homes}
        with running([driver_program, f"--port={port}"], home / "driver.txt", served):
            driver = WebDriver(f"http://127.0.0.1:{port}")
            eventually(driver.is_ready, PATIENCE_MS / 1000)
            driver.begin({"binary": browser_program, "args": ["--automation", *(["--dark-mode"] if dark else [])]})
            yield WebKit(driver)
            with suppress(httpx.HTTPError):
                driver.end()
