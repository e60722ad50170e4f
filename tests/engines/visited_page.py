"""One window of a real browser, as a visitor uses it: what Chromium, Firefox and WebKit must be able to do.

An engine adds the few primitives that have no body here. What a visitor does is written once, above them: elements are
looked for in open shadow roots too, and pressed at their middle once they stand still and nothing covers them.
"""

import json
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import cache
from pathlib import Path
from typing import Any

from tests.conftest import PATIENCE_MS, eventually

JS = Path(__file__).parent / "js"
Size = tuple[int, int]
PHONE: Size = (390, 844)
DESK: Size = (1280, 800)


@cache
def _script(name: str) -> str:
    common, function = ((JS / f"{part}.js").read_text("utf-8") for part in ("common", name))
    return f"((...parts) => {{ {common} return ({function.strip()})(...parts); }})"


class VisitedPage(ABC):
    """A window; every wait ends after `PATIENCE_MS` with what was looked for."""

    @abstractmethod
    def open(self, address: str) -> None:
        """Goes to an address and waits until the document is loaded."""

    @abstractmethod
    def value(self, expression: str) -> Any:
        """What a JavaScript expression gives, as JSON has it."""

    @abstractmethod
    def resize(self, size: Size) -> None:
        """Makes the viewport this many CSS pixels wide and high."""

    @abstractmethod
    def click(self, x: float, y: float) -> None:
        """Presses the pointer's button at a place in the viewport."""

    @abstractmethod
    def type_keys(self, words: str) -> None:
        """Types into whatever has the focus."""

    @abstractmethod
    def picture(self) -> bytes:
        """The viewport as PNG."""

    def _run(self, name: str, *arguments: str) -> Any:
        return self.value(f"{_script(name)}({', '.join(json.dumps(argument) for argument in arguments)})")

    def waits_for(self, check: Callable[[], object], what: str) -> None:
        try:
            eventually(check, PATIENCE_MS / 1000)
        except AssertionError as error:
            size = self.value("[innerWidth, document.documentElement.scrollWidth]")
            raise AssertionError(f"{what}; widths {size}; the page says: {self._run('page_text')}") from error

    def sees(self, selector: str, text: str = "") -> None:
        """Waits until an element with these words in it is drawn."""
        self.waits_for(lambda: self._run("is_drawn", selector, text), f"no {selector} {text!r}")

    def sees_no(self, selector: str, text: str = "") -> None:
        self.waits_for(lambda: not self._run("is_drawn", selector, text), f"still {selector} {text!r}")

    def press(self, selector: str, text: str = "") -> None:
        places: list[object] = [None]

        def stands_still() -> bool:
            places.append(self._run("middle", selector, text))
            return places[-1] is not None and places[-1] == places[-2]

        self.waits_for(stands_still, f"{selector} {text!r} cannot be pressed")
        x, y = self._run("middle", selector, text)
        self.click(x, y)

    def write(self, selector: str, words: str) -> None:
        self.press(selector)
        self.type_keys(words)
        self.waits_for(lambda: self._run("field_value", selector) == words, f"{selector} does not hold {words!r}")

    def fits(self, *controls: str) -> None:
        """Waits until the page does not scroll sideways and each of these controls is there, whole in its width."""
        self.waits_for(lambda: self._run("layout_faults", *controls) == [], f"{controls} do not fit")

    def is_dark(self, selector: str) -> None:
        """Waits until the element's words are lighter than what is behind them."""
        self.waits_for(lambda: self._run("is_dark", selector), f"{selector} is not dark")


class Engine(ABC):
    """A started browser; `new_page` gives a window of its own, where the engine can in a profile of its own."""

    @abstractmethod
    def new_page(self, size: Size) -> VisitedPage: ...


Start = Callable[[bool], AbstractContextManager[Engine]]
"""Starts a browser, whose theme is dark where asked, for as long as the block lasts."""
