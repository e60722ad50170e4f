"""A short workshop in Chromium, Firefox and WebKit: phone, projector and desk, light and dark, narrow and wide.

With PROPELLI_PICTURES=folder each station's pictures are kept there.
"""

import os
from pathlib import Path

import pytest

from tests.conftest import Server
from tests.engines.visited_page import DESK, PHONE, Engine, Start, VisitedPage

QUESTION = "Mitä sinulle tulee mieleen sosiaalisista innovaatioista?"
ROLES = "Mikä on roolisi suhteessa ratkaisujen kehittämiseen?"
NEXT = "Seuraava: "
CONTROLS = {
    "phone": ("h1", "input.field", ".send"),
    "screen": ("h1", ".code", ".qr img"),
    "desk": ("h2.question", ".steps button", ".programme button"),
}
"""What must be there at every width, while words are asked for."""


class Room:
    """One facilitator, one wall, one phone, each in a window of its own."""

    def __init__(self, engine: Engine, name: str) -> None:
        self.phone, self.screen, self.desk = (engine.new_page(size) for size in (PHONE, DESK, DESK))
        self._name = name

    @property
    def pages(self) -> dict[str, VisitedPage]:
        return {"phone": self.phone, "screen": self.screen, "desk": self.desk}

    def press(self, label: str) -> None:
        self.desk.press("button", label)

    def all_ask(self, question: str) -> None:
        self.phone.sees("h1", question)
        self.screen.sees("h1", question)
        self.desk.sees("h2.question", question)

    def fit(self, station: str) -> None:
        """Nothing is cut or wider than its window, at a desk's width and at a phone's."""
        for width, size in (("wide", DESK), ("narrow", PHONE)):
            for name, page in self.pages.items():
                page.resize(size)
                page.fits(*CONTROLS[name])
                self.keep_picture(page, f"{station}-{name}-{width}")
        for page in (self.screen, self.desk):
            page.resize(DESK)

    def keep_picture(self, page: VisitedPage, name: str) -> None:
        if folder := os.environ.get("PROPELLI_PICTURES"):
            Path(folder).mkdir(parents=True, exist_ok=True)
            (Path(folder) / f"{self._name}-{name}.png").write_bytes(page.picture())


@pytest.fixture
def engine_name(request: pytest.FixtureRequest) -> str:
    return str(request.node.callspec.params["start_engine"])


def test_a_workshop_from_the_code_over_a_restart_to_the_next_question(
    own_server: Server, start_engine: Start, engine_name: str
) -> None:
    links = own_server.new_room()
    with start_engine(False) as engine:
        room = Room(engine, engine_name)
        room.desk.open(links.control)
        room.screen.open(links.screen)
        room.phone.open(f"{own_server.address}/liity")
        room.phone.write("input#code", links.code)
        room.phone.press("button.btn")
        room.screen.sees(".code", f"{links.code[:3]} {links.code[3:]}")

        room.press("Avaa kysymys")
        room.all_ask(QUESTION)
        room.fit("question")
        room.phone.write("input.field:not([readonly])", "rohkeus")
        room.phone.press(".send")
        room.phone.sees(".said li", "rohkeus")
        room.screen.sees(".cloud .word", "rohkeus")
        room.desk.sees(".counts", "Vastanneita1")
        room.fit("answered")

        own_server.kill()
        room.screen.sees(".lost")
        own_server.start()
        room.screen.sees_no(".lost")
        room.all_ask(QUESTION)
        room.screen.sees(".cloud .word", "rohkeus")
        room.phone.sees(".said li", "rohkeus")

        room.press(f"{NEXT}Kuka olet")
        room.desk.sees("h2.question", ROLES)
        room.press("Avaa kysymys")
        room.all_ask(ROLES)
        room.phone.press("label.choice", "Ideoin uusia ratkaisuja")
        room.phone.press(".send")
        room.phone.sees(".said li", "Ideoin uusia ratkaisuja")
        room.desk.sees(".counts", "Vastanneita1")
        room.keep_picture(room.phone, "roles-phone")


def test_the_dark_theme_reaches_every_page(server: Server, start_engine: Start, engine_name: str) -> None:
    links = server.new_room("--open", "word_cloud")
    with start_engine(True) as engine:
        room = Room(engine, f"{engine_name}-dark")
        for page, address in ((room.desk, links.control), (room.screen, links.screen), (room.phone, links.phone)):
            page.open(address)
        room.all_ask(QUESTION)
        room.fit("dark")
        for page in room.pages.values():
            page.is_dark("h1, h2.question")
