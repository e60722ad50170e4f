"""Renders the gallery: real pages of a real server, a small crowd's answers.  `make pictures`

`python docs/pictures/make.py results quiz` renders those whose name begins so.
"""

import random
import re
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from server.service import Service  # noqa: E402
from server.settings import Settings  # noqa: E402
from tests.conftest import QUIET, RoomLinks, Server, eventually  # noqa: E402
from tests.find_browser import find_browser  # noqa: E402
from tests.idle import UNFINISHED  # noqa: E402
from tests.server.api_client import Phone  # noqa: E402
from workshop.quiz.rules import result  # noqa: E402

FOLDER = Path(__file__).resolve().parent
SIZES = {"phone": (390, 844), "desk": (1280, 800), "screen": (1920, 1080)}
WORDS = (
    "yhteistyö yhteistyötä yhteistyössä osallisuus osallisuutta asukkaat kokeilut kokeilu rohkeus|yhdessä tekeminen|"
    "matala kynnys|uudet toimintamallit|digipalvelut hyvinvointi kohtaaminen yhteisöllisyys verkostot luottamus|"
    "lähiruoka kumppanuus tekoäly nuoret palvelupolku kylätalo neuvola vertaistuki talkoot arki ennaltaehkäisy|"
    "kuntalaisten olohuone|Innokylä luonto kulttuuri uteliaisuus helppous kahvihetki toivo kestävyys liikunta pulla|"
    "kokemusasiantuntijat|kaikki mukaan|matalan kynnyksen kohtaamispaikka"
)
PHRASES = {"yhdessä tekeminen", "matala kynnys", "uudet toimintamallit", "kuntalaisten olohuone", "kaikki mukaan"}
CROWD = 90
PASSWORD = "lupa"  # noqa: S105
LINES = (
    "Mistä tulet? 2 min\n- Kunta\n- Hyvinvointialue\n- Järjestö tai yhdistys\n- Olen asukas\n"
    "Mitä lähipalvelu sinulle merkitsee? 6 min\nMikä auttaisi ihmisiä kohtaamaan? 10 min\ntauko ja kahvi klo 10\n"
    "Mihin lähtisimme ensin? (valitse useita) 6 min\n- Yhteinen kyläkahvila\n- Kyytirinki ja kimppakyydit\n"
    "- Digiapua kotiin vietynä\n- Kylätalo auki joka päivä"
)
"""Pasted lines, one of which is neither a question nor an option."""


@dataclass(frozen=True)
class Shot:
    """One picture: who looks, at what, in which theme, what must be there first, what is typed into its text.

    `pressed` is a button that is pressed where it is there.
    """

    name: str
    who: str
    url: str
    dark: bool = False
    wait_for: str | None = None
    seconds: float = 2.5
    typed: str = ""
    pressed: str = ""


def words() -> list[str]:
    """The crowd's vocabulary, commonest first."""
    listed: list[str] = []
    for part in WORDS.split("|"):
        listed += [part] if part in PHRASES or part.startswith("matalan") else part.split()
    return listed


def say_words(phones: list[Phone], chance: random.Random) -> None:
    """A crowd answers the word cloud: a few words are said by many, many words by a few."""
    vocabulary = words()
    for number, phone in enumerate(phones):
        chosen = {vocabulary[int(chance.triangular(0, len(vocabulary), 0))] for _ in range(3)}
        if number < len(vocabulary):
            chosen = {vocabulary[number], *list(chosen)[:2]}
        phone.send(round=phone.me()["round"], words=sorted(chosen)[:3])


def choose(phones: list[Phone], chance: random.Random) -> None:
    """A crowd answers whatever is on by choosing: the first options more often than the last."""
    state = phones[0].state()

    def random_option(options: list[dict[str, str]]) -> str:
        return options[int(chance.triangular(0, len(options), len(options) / 4))]["id"]

    for phone in phones:
        answers = (
            {"choices": [random_option(state["options"])]}
            if state["kind"] == "choice"
            else {"form": {question["id"]: random_option(question["options"]) for question in state["questions"]}}
        )
        phone.send(round=state["round"], **answers)


@contextmanager
def opened(browser: Browser, shot: Shot, *, first: str | None = None, sign_in: str | None = None) -> Iterator[Page]:
    width, height = SIZES[shot.who]
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme="dark" if shot.dark else "light", locale="fi-FI",
        reduced_motion="reduce",
    )  # fmt: skip
    page = context.new_page()
    if first:
        page.goto(first)
    if sign_in:
        page.goto(sign_in)
        page.locator("#password").fill(PASSWORD)
        page.locator("form button").click()
        page.locator(".workshops h1").wait_for()
    page.goto(shot.url)
    if shot.wait_for:
        page.get_by_text(re.compile(shot.wait_for)).filter(visible=True).first.wait_for()
    if shot.typed:
        page.locator("textarea").fill(shot.typed)
    button = page.get_by_role("button", name=shot.pressed)
    if shot.pressed and button.count():
        button.click()
    page.wait_for_timeout(shot.seconds * 1000)
    expect(page.locator(UNFINISHED)).to_have_count(0)
    yield page
    context.close()


def pages(base: str, beside: Service) -> Iterator[Shot]:
    """What anyone may open, without a workshop."""
    content = beside.content
    mine = result(content.quiz, {question.id: question.options[0].id for question in content.quiz.questions})
    listed = {
        "home": "", "join": "liity", "vote": "vastaa", "assessment": "arviointi",
        "assessment_example": f"arviointi?esimerkki={content.examples[0].id}",
        "assessment_result": f"arviointi?esimerkki={content.examples[0].id}&kohta={len(content.criteria.ids) + 1}",
        "sign_in": "ohjaus", "examples": "esimerkit", "quiz": "testi",
        "quiz_result": f"testi?tulos={mine.code if mine else ''}", "closing": "seuraavaksi", "about": "tietoa",
    }  # fmt: skip
    for name, path in listed.items():
        yield Shot(name, "desk", f"{base}/{path}", seconds=5)
        yield Shot(f"{name}_phone", "phone", f"{base}/{path}", seconds=5)
        yield Shot(f"{name}_dark", "desk", f"{base}/{path}", dark=True, seconds=5)


def organiser(base: str, beside: Service) -> Iterator[Shot]:
    """The organiser's pages: the list of workshops, and the ways to a new one."""
    villages = beside.written_workshops.from_lines("Lähipalvelut kylillä: mitä tehdään yhdessä?", LINES, "fi")
    beside.rooms.end(beside.rooms.create(workshop=villages).code)
    beside.rooms.create(workshop=villages)
    beside.written_workshops.from_lines("Kotoutumisen kumppanuuspäivä", f"{LINES}\nMitä nyt? (valitse yksi)", "fi")
    for name, who, dark in (("", "desk", False), ("_dark", "desk", True), ("_phone", "phone", False)):
        yield Shot(f"workshops{name}", who, f"{base}/ohjaus", dark=dark, wait_for="Lähipalvelut", seconds=1)
        lines = f"{base}/ohjaus?uusi=rivit"
        yield Shot(f"paste{name}", who, lines, dark=dark, wait_for="Liitä", typed=LINES, seconds=1.5)
        yield Shot(f"editor{name}", who, f"{base}/muokkaa?tyopaja={villages}", dark=dark, wait_for="Ohjelma", seconds=5)


def _has_left(phone: Phone, before: object) -> bool:
    return bool(phone.state()["round"] != before)


def workshop(server: Server, room: RoomLinks, beside: Service) -> Iterator[Shot]:
    """A workshop from its beginning; each moment is on when its pictures are taken."""
    control, code, chance = beside.control, room.code, random.Random(7)
    phones = [Phone(server, code) for _ in range(CROWD)]
    for phone in phones:
        phone.join()

    def projected(name: str) -> Iterator[Shot]:
        for theme in ("", "_dark"):
            yield Shot(f"projector{name}{theme}", "screen", room.screen, dark=bool(theme), seconds=5)

    yield from projected("_join")
    yield Shot("phone_waiting", "phone", room.phone)
    control.open(code, "word_cloud")
    control.show(code, "question")
    yield from projected("_question")
    control.show(code, "results")
    yield from projected("_empty")
    say_words(phones, chance)
    yield from projected("")
    yield Shot("phone", "phone", room.phone, wait_for="Mitä sinulle")
    yield Shot("phone_dark", "phone", room.phone, dark=True, wait_for="Mitä sinulle")
    desk = f"{server.address}/ohjaus?huone={code}"
    right = beside.texts("fi")("control.flood.accept")  # a crowd without pages is taken for a flood
    yield Shot("desk", "desk", desk, wait_for="Ohjelma", seconds=4, pressed=right)
    yield Shot("desk_dark", "desk", desk, dark=True, wait_for="Ohjelma", seconds=4, pressed=right)
    yield Shot("desk_phone", "phone", desk, wait_for="Mitä sinulle", seconds=4, pressed=right)
    for activity in ("roles", "assessment", "quiz"):
        before = phones[0].state()["round"]
        control.open(code, activity)
        eventually(partial(_has_left, phones[0], before))
        choose(phones, chance)
        yield from projected(f"_{activity}")
        yield Shot(f"phone_{activity}", "phone", room.phone)
    control.show(code, "hold")
    yield from projected("_hold")
    results = f"{server.address}/tulokset?huone={code}"
    yield Shot("results", "desk", results, wait_for="Vastaajia", seconds=4)
    yield Shot("results_dark", "desk", results, dark=True, wait_for="Vastaajia", seconds=4)
    yield Shot("results_phone", "phone", results, wait_for="Vastaajia", seconds=4)


def main(chosen: tuple[str, ...] = ()) -> None:
    """All pictures, or those whose name begins with one of `chosen`."""
    home = Path(tempfile.mkdtemp())
    server = Server(home)
    server.start()
    beside = Service(Settings(home=home, password=PASSWORD))
    try:
        room = server.new_room("--code", "482915")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_browser(), args=QUIET)
            shots = chain(
                workshop(server, room, beside), pages(server.address, beside), organiser(server.address, beside)
            )
            for shot in shots:
                if chosen and not shot.name.startswith(chosen):
                    continue
                first = room.control if shot.name.startswith(("desk", "results")) else None
                is_organisers = shot.name.startswith(("workshops", "paste", "editor"))
                sign_in = f"{server.address}/ohjaus" if is_organisers else None
                with opened(browser, shot, first=first, sign_in=sign_in) as page:
                    page.screenshot(path=FOLDER / f"{shot.name}.png")
                print(shot.name)
            browser.close()
    finally:
        beside.close()
        server.kill(signal.SIGTERM)


if __name__ == "__main__":
    main(tuple(sys.argv[1:]))
