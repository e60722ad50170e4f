"""Firefox, by WebDriver BiDi (https://w3c.github.io/webdriver-bidi/), which it speaks itself on a WebSocket."""

import base64
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

from tests.conftest import PATIENCE_MS
from tests.engines.actions import Actions, click_actions, key_actions
from tests.engines.processes import running
from tests.engines.visited_page import Engine, Size, VisitedPage

DARK, LIGHT = 0, 1


class FirefoxError(Exception):
    """What the browser answered to a command that it refused."""


class BiDi:
    """Commands and their answers, one at a time; events are not subscribed to."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket, self._number = socket, 0

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        self._number += 1
        self._socket.send(json.dumps({"id": self._number, "method": method, "params": params}))
        while (answer := json.loads(self._socket.recv(PATIENCE_MS / 1000))).get("id") != self._number:
            pass
        if answer["type"] == "error":
            raise FirefoxError(f"{method}: {answer['error']}, {answer['message']}")
        result: dict[str, Any] = answer["result"]
        return result


class FirefoxPage(VisitedPage):
    def __init__(self, bidi: BiDi, context: str) -> None:
        self._bidi, self._context = bidi, context

    def open(self, address: str) -> None:
        self._bidi.call("browsingContext.navigate", context=self._context, url=address, wait="complete")

    def value(self, expression: str) -> Any:
        target, evaluated = {"context": self._context}, f"JSON.stringify({expression})"
        answer = self._bidi.call("script.evaluate", expression=evaluated, target=target, awaitPromise=False)
        if answer["type"] == "exception":
            raise FirefoxError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"].get("value", "null"))

    def resize(self, size: Size) -> None:
        viewport = {"width": size[0], "height": size[1]}
        self._bidi.call("browsingContext.setViewport", context=self._context, viewport=viewport)

    def click(self, x: float, y: float) -> None:
        self._perform(click_actions(x, y))

    def type_keys(self, words: str) -> None:
        self._perform(key_actions(words))

    def picture(self) -> bytes:
        return base64.b64decode(self._bidi.call("browsingContext.captureScreenshot", context=self._context)["data"])

    def _perform(self, actions: Actions) -> None:
        self._bidi.call("input.performActions", context=self._context, actions=actions)


class Firefox(Engine):
    def __init__(self, bidi: BiDi) -> None:
        self._bidi = bidi

    def new_page(self, size: Size) -> FirefoxPage:
        profile = self._bidi.call("browser.createUserContext")["userContext"]
        # A window of its own: a tab behind another is hidden, and its page lets its stream go.
        context = self._bidi.call("browsingContext.create", type="window", userContext=profile)["context"]
        page = FirefoxPage(self._bidi, context)
        page.resize(size)
        return page


@contextmanager
def firefox(program: str, profile: Path, *, dark: bool) -> Iterator[Engine]:
    preferences = {
        "layout.css.prefers-color-scheme.content-override": DARK if dark else LIGHT,
        "intl.accept_languages": "fi-FI, fi",
        "app.normandy.enabled": False,
        "browser.shell.checkDefaultBrowser": False,
        "datareporting.policy.dataSubmissionEnabled": False,
        "services.settings.server": "data:,",
    }
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(setting)});" for name, setting in preferences.items()]
    (profile / "user.js").write_text("\n".join(lines), "utf-8")
    command = [program, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
    with running(command, profile / "log.txt", {}) as browser:
        address = browser.says(re.compile(r"BiDi listening on (ws://\S+)"))
        with connect(f"{address}/session", max_size=None, compression=None, open_timeout=PATIENCE_MS / 1000) as socket:
            bidi = BiDi(socket)
            bidi.call("session.new", capabilities={})
            yield Firefox(bidi)
            bidi.call("browser.close")
        browser.process.wait(PATIENCE_MS / 1000)
