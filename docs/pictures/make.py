"""Renders the gallery: real pages of a real server with a small crowd's answers.  `make pictures`"""

import random
import re
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.conftest import QUIET, RoomLinks, Server  # noqa: E402
from tests.find_browser import found  # noqa: E402
from tests.server.wire import Phone  # noqa: E402

FOLDER = Path(__file__).resolve().parent
SIZES = {"phone": (390, 844), "desk": (1280, 800), "screen": (1920, 1080)}
WORDS = (
    "yhteistyö yhteistyötä yhteistyössä osallisuus osallisuutta asukkaat kokeilut kokeilu rohkeus|yhdessä tekeminen|"
    "matala kynnys|uudet toimintamallit|digipalvelut hyvinvointi kohtaaminen yhteisöllisyys verkostot luottamus|"
    "lähiruoka kumppanuus tekoäly nuoret palvelupolku kylätalo neuvola vertaistuki talkoot arki ennaltaehkäisy|"
    "kuntalaisten olohuone|Innokylä luonto kulttuuri uteliaisuus helppous kahvihetki toivo kestävyys liikunta pulla|"
    "kokemusasiantuntijat kaikki mukaan|matalan kynnyksen kohtaamispaikka"
)
PHRASES = {"yhdessä tekeminen", "matala kynnys", "uudet toimintamallit", "kuntalaisten olohuone", "kaikki mukaan"}
CROWD = 90


@dataclass(frozen=True)
class Shot:
    """One picture: who looks, at what, in which theme, and what must be there first."""

    name: str
    who: str
    url: str
    dark: bool = False
    wait_for: str | None = None
    seconds: float = 2.5


def words() -> list[str]:
    """The crowd's vocabulary, commonest first."""
    listed: list[str] = []
    for part in WORDS.split("|"):
        listed += [part] if part in PHRASES or part.startswith("matalan") else part.split()
    return listed


def answer(server: Server, room: RoomLinks, random_numbers: random.Random) -> None:
    """A crowd answers the word cloud: a few words are said by many, many words by a few."""
    vocabulary = words()
    for number in range(CROWD):
        phone = Phone(server, room.code)
        phone.join()
        chosen = {vocabulary[int(random_numbers.triangular(0, len(vocabulary), 0))] for _ in range(3)}
        if number < len(vocabulary):
            chosen = {vocabulary[number], *list(chosen)[:2]}
        phone.send(round=phone.me()["round"], words=sorted(chosen)[:3])
        phone.client.close()


@contextmanager
def opened(browser: Browser, shot: Shot, *, first: str | None = None) -> Iterator[Page]:
    width, height = SIZES[shot.who]
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme="dark" if shot.dark else "light", locale="fi-FI",
        reduced_motion="reduce",
    )  # fmt: skip
    page = context.new_page()
    if first:
        page.goto(first)
    page.goto(shot.url)
    if shot.wait_for:
        page.get_by_text(re.compile(shot.wait_for)).first.wait_for()
    page.wait_for_timeout(shot.seconds * 1000)
    yield page
    context.close()


def shots(server: Server, room: RoomLinks) -> list[Shot]:
    """The gallery, in the order of a workshop."""
    base = server.address
    listed = [
        Shot("phone", "phone", room.phone, wait_for="Mitä sinulle"),
        Shot("phone_dark", "phone", room.phone, dark=True, wait_for="Mitä sinulle"),
        Shot("projector", "screen", room.screen, wait_for="yhteistyö", seconds=4),
        Shot("projector_dark", "screen", room.screen, dark=True, wait_for="yhteistyö", seconds=4),
        Shot("desk", "desk", f"{base}/ohjaus?huone={room.code}", wait_for="Ohjelma", seconds=4),
        Shot("desk_phone", "phone", f"{base}/ohjaus?huone={room.code}", wait_for="Mitä sinulle", seconds=4),
        Shot("results", "desk", f"{base}/tulokset?huone={room.code}", wait_for="Tulokset", seconds=4),
    ]
    for name, path in (
        ("home", ""), ("assessment", "arviointi"), ("examples", "esimerkit"), ("quiz", "testi"),
        ("closing", "seuraavaksi"), ("about", "tietoa"),
    ):  # fmt: skip
        listed += [
            Shot(name, "desk", f"{base}/{path}", seconds=5),
            Shot(f"{name}_phone", "phone", f"{base}/{path}", seconds=5),
            Shot(f"{name}_dark", "desk", f"{base}/{path}", dark=True, seconds=5),
        ]
    return listed


def main() -> None:
    home = Path(tempfile.mkdtemp())
    server = Server(home)
    server.start()
    try:
        room = server.new_room("--code", "482915", "--open", "word_cloud")
        answer(server, room, random.Random(7))
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=found(), args=QUIET)
            for shot in shots(server, room):
                first = room.control if shot.name.startswith(("desk", "results")) else None
                with opened(browser, shot, first=first) as page:
                    page.screenshot(path=FOLDER / f"{shot.name}.png")
                print(shot.name)
            browser.close()
    finally:
        server.kill(signal.SIGTERM)


if __name__ == "__main__":
    main()
