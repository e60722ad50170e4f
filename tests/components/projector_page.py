"""The projector's component in a page of its own, drawn and updated by tests as Streamlit does."""

import base64
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

from components import projector as component
from workshop.words.cloud.cloud import TALL, WIDE, Cloud
from workshop.words.cloud.layout import arrange

PIXEL = "data:image/gif;base64,R0lGODlhAQABAAAAACw="
HOSTILE = "<img src=x onerror=document.title='run'>"
ROOT = Path(__file__).parents[2]
FONTS = ":root{color-scheme:light dark}" + "".join(
    f"@font-face{{font-family:'Noto Sans';font-weight:{weight};src:url(data:font/woff2;base64,{encoded})}}"
    for weight, name in ((400, "Regular"), (700, "Bold"))
    for encoded in [base64.b64encode((ROOT / f"static/fonts/NotoSans-{name}-fi.woff2").read_bytes()).decode()]
)

Show = Callable[..., Page]
INTENTS: dict[str, dict[str, Any]] = {
    name: {"action": name, "arguments": {}} for name in ("toggle", "next", "previous", "results", "hold")
}
SERVER = """() => {
  window.EventSource = class extends EventTarget {
    static CLOSED = 2;
    static OPEN = 1;
    constructor(address) {
      super();
      this.address = address;
      this.readyState = 1;
      window.source = this;
      window.sources = (window.sources ?? 0) + 1;
    }
    close() { this.readyState = 2; }
  };
  window.presses = [];
  window.states = 0;
  window.reply = { status: 200, body: { rev: 8 } };
  window.newest = { status: 503, body: null };
  const answered = ({ status, body }) => ({ status, json: async () => body });
  window.fetch = async (address, options) => {
    if (options.body) {
      presses.push([address, JSON.parse(options.body)]);
      return answered(reply);
    }
    window.states += 1;
    return answered(newest);
  };
}"""
"""A server of the page's own: keeps every press, gives `reply` to it, and `newest` where the state is asked for."""


def texts(lang: str = "fi") -> dict[str, Any]:
    return dict(yaml.safe_load((ROOT / "data" / "texts" / f"{lang}.yaml").read_text("utf-8"))["screen"])


def state(**changes: Any) -> dict[str, Any]:
    """What the stream tells."""
    return {
        "rev": 7, "intents": INTENTS, "view": "results", "hold": "pause", "published": False, "locked": False,
        "title": "T", "empty": None, "link": False, "picture": None, "choices": [],
        "question": "Mitä tulee mieleen?", "state": "open", "closes_in_ms": None, "answered": 142, "present": 206,
        "result": None, **changes,
    }  # fmt: skip


def mounted(first: dict[str, Any] | None, lang: str = "fi", *, keys: bool = False) -> dict[str, Any]:
    """What the page gives, with the state at the start."""
    addresses = {
        "code": "482 915",
        "address": "propelli.example",
        "url": "propelli.example/482915",
        "qr": PIXEL,
        "closing": "propelli.example/seuraavaksi",
        "results": "propelli.example/tulos/482915",
        "results_qr": f"{PIXEL}#tulos",
    }
    return {
        "room": "482915", "lang": lang, "base": "", "keys": keys, "addresses": addresses, "texts": texts(lang),
        "state": first,
    }  # fmt: skip


def words(*counted: tuple[str, int], before: Cloud | None = None, left_out: int = 0) -> dict[str, Any]:
    entries = [(text, text, count) for text, count in counted]
    wide, tall = arrange(before, entries, WIDE), arrange(None, entries, TALL)
    shown = {"wide": wide.drawing(), "tall": tall.drawing(), "list": [list(word) for word in counted]}
    return {"kind": "words", "left_out": left_out, "themes": [], "list_themes": [], **shown}


def sorted_words(*counted: tuple[str, int, int]) -> dict[str, Any]:
    """Words with their people and the number of their theme, 0 for none."""
    entries = [(text, text, count) for text, count, _ in counted]
    numbers = {text: number for text, _, number in counted}
    wide, tall = (arrange(None, entries, frame, marked=True).themed(numbers).drawing() for frame in (WIDE, TALL))
    shown = words(*((text, count) for text, count, _ in counted))
    sorted_by = {"themes": themes(max(numbers.values())), "list_themes": list(numbers.values())}
    return {**shown, "wide": wide, "tall": tall, **sorted_by}


def themes(number: int) -> list[dict[str, Any]]:
    return [{"id": f"t{n}", "label": f"Teema {n} lähellä ihmistä", "count": 9 * n} for n in range(1, number + 1)]


def choice(*counts: int) -> dict[str, Any]:
    options = [
        {"label": f"Vaihtoehto {place} " + "pitkä " * 5, "count": n, "percent": n} for place, n in enumerate(counts)
    ]
    return {"kind": "choice", "n": 100, "options": options, "note": "Osuus vastaajista."}


QUIZ = {
    "kind": "quiz", "n": 89, "lacking": ["Sinnikäs juurruttaja"],
    "types": [
        {"id": "head", "title": "Propellipää", "count": 58, "picture": PIXEL, "ink": "lakka"},
        {"id": "freak", "title": "Tehokkuusfriikki", "count": 31, "picture": PIXEL, "ink": "jarvi"},
        {"id": "root", "title": "Sinnikäs juurruttaja", "count": 0, "picture": PIXEL, "ink": "kuusi"},
    ],
}  # fmt: skip
ASSESSMENT = {
    "kind": "assessment", "n": 12, "steps": ["Ei vielä", "Aluillaan", "Toteutuu", "Toteutuu vahvasti"],
    "statements": [
        {
            "label": "Uutuus", "steps": [1, 2, 6, 3], "percents": [8, 17, 50, 25], "unsure": 4, "median": None,
            "summary": [],
        },
    ],
    "has_unsure": True, "note": None,
}  # fmt: skip


def dots(*counts: int, unit: int = 1) -> dict[str, Any]:
    options = [
        {"label": f"Vaihtoehto {place} " + "pitkä " * 5, "dots": n, "people": (n + 1) // 2, "drawn": -(-n // unit)}
        for place, n in enumerate(counts)
    ]
    return {"kind": "dots", "n": 20, "options": options, "note": "120 pistettä jaettu, jokaisella 5."}


def ranking(*standings: int, unplaced: int = 0) -> dict[str, Any]:
    """Options that stand so, each put to its own place by all ten people but those who left it out."""
    options = [
        {
            "id": f"o{place}", "label": f"Vaihtoehto {place} " + "pitkä " * 5, "standing": standing,
            "is_tied": standings.count(standing) > 1, "mean": f"{standing},0", "first": 10 if not place else 0,
            "places": [10 - unplaced if other == place else 0 for other in range(len(standings))], "unplaced": unplaced,
        }
        for place, standing in enumerate(standings)
    ]  # fmt: skip
    return {
        "kind": "ranking", "n": 10, "is_partial": unplaced > 0, "options": options,
        "note": "Pylväät: kuinka moni antoi tämän sijan",
    }  # fmt: skip


def cards(*answers: str, people: int = 1) -> dict[str, Any]:
    """Open answers, the first the newest."""
    drawn = [{"key": text, "text": text, "count": people} for text in answers]
    more = {"themes": [], "unsorted": 0, "unlisted": 0}
    return {"kind": "text", "people": 47, "answers": 64, "cards": drawn, **more}


def sorted_cards(number: int, *answers: str) -> dict[str, Any]:
    """Open answers in so many themes in turn, every seventh in none."""
    drawn = [
        {"key": f"{place}", "text": text, "count": 1, "theme": 0 if place % 7 == 6 else place % number + 1}
        for place, text in enumerate(answers)
    ]
    return {**cards(), "cards": drawn, "themes": themes(number), "unsorted": 14}


def statements(count: int, steps: int = 5) -> dict[str, Any]:
    """Statements with one answer on the first step, two on the second and so on."""
    counted = list(range(1, steps + 1))
    shares = [round(100 * people / sum(counted)) for people in counted]
    middle = {"median": [4, 4], "mean": 3.7, "summary": ["mediaani 4", "keskiarvo 3,7"]}
    rows = [
        {"id": f"s{n}", "label": f"Väittämä {n}: " + "tieto kulkee yli rajojen " * 2, "steps": counted,
         "percents": shares, "unsure": n, **middle}
        for n in range(1, count + 1)
    ]  # fmt: skip
    ends = {"low": "Täysin eri mieltä", "high": "Täysin samaa mieltä", "has_unsure": True}
    return {"kind": "scale", "n": 15, "statements": rows, **ends, "note": "Kehystetty kohta on mediaani."}


SENTENCES = ("Yhteinen sauna", "Joku, joka soittaa takaisin. " * 9, "Kyläkierros kerran vuodessa.\nJohto tulee kylään.")
RESULTS = {
    "words": words(("arki", 3)), "bars": choice(3, 0), "quiz": QUIZ, "assessment": ASSESSMENT, "dots": dots(34, 6, 0),
    "ranking": ranking(1, 2, 2, 4, unplaced=3), "cards": cards(*SENTENCES), "scale": statements(4),
    "many statements": statements(10, 7), "by theme": sorted_cards(5, *SENTENCES * 12),
    "eight themes": sorted_cards(8, *SENTENCES * 12),
    "sorted words": sorted_words(("arki", 9, 1), ("sauna", 3, 8), ("talkoot", 2, 0)),
}  # fmt: skip


@pytest.fixture
def show(browser: Browser) -> Iterator[Show]:
    """Draws the projector in a page of its own; called again it sends a state over the page's stream."""
    contexts = []
    opened: list[Page] = []

    def drawn(
        values: dict[str, Any] | None,
        size: tuple[int, int] = (1280, 720),
        *,
        keys: bool = False,
        lang: str = "fi",
        **options: Any,
    ) -> Page:
        if opened:
            opened[0].evaluate("state => source.onmessage({ data: JSON.stringify(state) })", values)
            return opened[0]
        context = browser.new_context(viewport={"width": size[0], "height": size[1]}, **options)
        contexts.append(context)
        page = context.new_page()
        page.clock.install()
        page.set_content(f"<style>:root{{color-scheme:light dark}}{component.CSS}</style><main>{component.HTML}</main>")
        page.evaluate(SERVER)
        module = "data:text/javascript;base64," + base64.b64encode(component.JS.encode()).decode()
        page.evaluate(f"import({json.dumps(module)}).then(module => window.mount = module.default)")
        page.evaluate(
            "data => { window.end = mount({data, parentElement: document.querySelector('main')}) }",
            mounted(values, lang, keys=keys),
        )
        page.evaluate("source.onopen()")
        opened.append(page)
        return page

    yield drawn
    for context in contexts:
        context.close()


def fits(page: Page) -> bool:
    """Nothing readable reaches over the edge of the window, and the page does not scroll aside."""
    return bool(
        page.evaluate("""() => {
          const screen = document.querySelector('.screen');
          const found = [...screen.querySelectorAll('h1, p, dt, dd, li, td, th, button, .pill')].filter((element) => {
            const box = element.getBoundingClientRect();
            const seen = box.width > 1 && !element.closest('[hidden], .cloud');
            const over = box.right > innerWidth + 1 || box.left < -1;
            return seen && over && getComputedStyle(element).clipPath === 'none';
          });
          return found.length === 0 && document.documentElement.scrollWidth <= innerWidth;
        }""")
    )


def reaches_footer(page: Page) -> bool:
    """The middle ends where the footer begins: nothing of a result is drawn over it."""
    return bool(
        page.evaluate("""() => {
          const footer = document.querySelector('.footing').getBoundingClientRect();
          const list = document.querySelector('.list');
          const isHeard = (part) => list.contains(part) && getComputedStyle(list).clipPath !== 'none';
          const kinds = '.middle :is(dt, dd, li, td, th, text, .post, .statement, .label, .count)';
          const all = [...document.querySelectorAll(kinds)];
          const parts = all.filter((part) => !isHeard(part));
          const seen = parts.map((part) => part.getBoundingClientRect()).filter((box) => box.height > 1);
          return footer.bottom <= innerHeight && seen.every((box) => box.bottom <= footer.top + 2);
        }""")
    )
