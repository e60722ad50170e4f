"""The participant pages: weight, languages, reflow, targets, themes, code entry, the form inside Streamlit."""

import gzip
import itertools
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from components.palette import COLOURS
from components.participant import ASSETS
from server.web.plain_pages import join_page, notice_page, participant_page
from tests.conftest import free_port
from tests.participant.conftest import NewPhone, Phone
from tests.participant.fake_server import PLANS, ROOM, FakeServer
from workshop.content.texts import LANGUAGES, Texts

SOURCES = Path(__file__).parents[2] / "components" / "participant"
RULES = (Path(__file__).parents[2] / "server" / "usecases", Path(__file__).parents[2] / "workshop")
TEMPLATES = Path(__file__).parents[2] / "server" / "web" / "html"
# Of it, 2 kB tell of what the first phones were not told: the end, a deleted or locked room, what was refused. Dots and
# a ranking are 3.1 kB, open answers 1 kB, statements with their results 2 kB, own answers that are taken back and the
# button to the questions to the speaker 1.2 kB; their page is a module of its own.
BUDGET = 26_000
SIZES = [(390, 844), (320, 640), (1280, 800)]


def ask_long_question(fake_server: FakeServer) -> dict[str, Any]:
    fake_server.ask_words("Mitä sinulle tulee mieleen sosiaalisista innovaatioista?")
    return fake_server.public_state()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_page_style_and_script_stay_within_their_budget_gzipped(fake_server: FakeServer, lang: str) -> None:
    fake_server.rev = fake_server.rounds = 0  # numbers of the earlier tests are longer
    ask_long_question(fake_server)
    parts = [participant_page(fake_server.data(lang)).encode(), *ASSETS.values()]
    assert sum(len(gzip.compress(part)) for part in parts) < BUDGET


def test_a_visit_is_at_most_27_kb_and_4_requests_before_the_live_ones(phone: Phone, fake_server: FakeServer) -> None:
    ask_long_question(fake_server)
    requests: list[str] = []
    phone.page.on("request", lambda request: requests.append(request.url) if "/live/" not in request.url else None)
    phone.visit()
    expect(phone.fields).to_have_count(3)
    sent = phone.page.evaluate(
        """[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
           .filter(entry => !entry.name.includes('/live/')).map(entry => entry.transferSize)"""
    )
    assert sum(sent) <= 27_000
    assert len([url for url in requests if not url.startswith("data:")]) <= 4


class _TagReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_nothing_is_inline_and_data_cannot_leave_its_attribute(fake_server: FakeServer) -> None:
    fake_server.ask_words("""'"></main><script>alert(1)</script>&amp;""")
    page = participant_page({**fake_server.data("fi"), "title": "<i>'\"", "privacy_href": '"><script>'})
    tag_reader = _TagReader()
    tag_reader.feed(page)
    assert [attributes.get("src") for tag, attributes in tag_reader.tags if tag == "script"] == [
        f"/assets/{name}" for name in ASSETS if name.endswith(".js")
    ]
    assert not [tag for tag, attributes in tag_reader.tags if "style" in attributes or tag == "style"]
    assert not [name for _, attributes in tag_reader.tags for name in attributes if name.startswith("on")]


def test_every_address_carries_the_base_path(fake_server: FakeServer) -> None:
    page = participant_page({**fake_server.data("fi"), "base": "/tyopaja"})
    assert page.count('"/tyopaja/assets/') == 2
    texts = fake_server.texts["fi"].section("join")
    assert 'action="/tyopaja/liity"' in join_page(
        {**fake_server.data("fi"), "base": "/tyopaja", "texts": texts, "code": ""}
    )


def walk(phone: Phone, fake_server: FakeServer) -> Iterator[str]:
    """Every kind and state in turn, each after another one."""
    phone.visit("?kieli=" + fake_server.lang)
    yield "waiting"
    ask_long_question(fake_server)
    expect(phone.fields).to_have_count(3)
    yield "words"
    phone.fields.first.fill("x" * 41)
    yield "too long"
    phone.fields.first.fill("lentokonesuihkuturbiinimoottoriapumekaan")
    fake_server.counts = {"n": 2, "words": [{"text": "x" * 40, "count": 2}]}
    phone.send.click()
    expect(phone.saved).to_have_count(1)
    fake_server.change(results="shown", closes_in_ms=60_000)
    expect(phone.page.locator(".results li")).to_have_count(1)
    yield "saved"
    fake_server.change(open=False, results="hidden")
    expect(phone.note).to_have_count(1)
    yield "closed"
    fake_server.outcome = {
        "title": "x" * 40,
        "text": "x",
        "picture": "/picture.svg",
        "details": [{"label": "x", "text": "x" * 80}],
    }
    fake_server.ask_form()
    for _ in range(3):
        phone.page.locator("label.choice").last.click()
        yield "form"
        phone.send.click()
    expect(phone.page.locator(".outcome")).to_be_visible()
    yield "outcome"
    fake_server.ask_choice(multiple=True)
    phone.page.locator("input[type=checkbox]").first.check()
    yield "choice"
    phone.send.click()
    expect(phone.saved).to_have_count(1)
    yield "chosen"
    fake_server.ask_dots(max_per_option=2, options=[*PLANS, {"id": "long", "label": "x" * 100}])
    phone.page.locator(".round").last.click()
    phone.send.click(trial=True)
    yield "dots"
    phone.send.click()
    expect(phone.saved).to_have_count(1)
    yield "dots saved"
    fake_server.ask_ranking(places=2, options=[*PLANS, {"id": "long", "label": "x" * 100}])
    for _ in range(2):
        phone.page.locator(".unranked button").last.click()
    yield "ranking, full"
    fake_server.ask("link", "Tutustu", href="/elsewhere")
    expect(phone.page.locator("a.btn")).to_be_visible()
    expect(phone.page.locator(".moment, .outcome, .choices").filter(visible=True)).to_have_count(0)
    yield "link"
    ask_long_question(fake_server)
    expect(phone.fields).to_have_count(3)
    yield "words again"


SMALL = """[...document.querySelectorAll('a, button, .field, .choice')].filter(one => one.checkVisibility())
  .map(one => [one.textContent, one.getBoundingClientRect()]).filter(([, box]) => box.height < 44 || box.width < 44)
  .map(([text, box]) => `${text} ${box.width}x${box.height}`)"""


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_no_sideways_scroll_and_large_targets_in_every_state(
    new_phone: NewPhone, fake_server: FakeServer, width: int, height: int
) -> None:
    phone = new_phone(viewport={"width": width, "height": height}, is_mobile=width < 1000)
    for state in walk(phone, fake_server):
        wide, small = phone.page.evaluate(f"[document.documentElement.scrollWidth, {SMALL}]")
        assert wide <= width, state
        assert small == [], state
    sizes = phone.page.evaluate(
        "[...document.querySelectorAll('.field')].map(one => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert min(sizes) >= 19


# Values of the room (question, options, answers) are the facilitator's own and stay as they were written.
ROOM_OWN = (
    ".participant h1, .said, .choices, .dots, .ranked, .unranked, .results li span, .kicker, .outcome, .field, nav, "
    ".announcement, .status"
)


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_no_finnish_word_is_left_on_the_page(
    new_phone: NewPhone, fake_server: FakeServer, lang: str, texts: dict[str, Texts]
) -> None:
    fake_server.lang = lang
    finnish = _words(texts["fi"]) - _words(texts[lang])
    phone = new_phone()
    for state in walk(phone, fake_server):
        assert phone.page.evaluate("document.documentElement.lang") == lang
        visible_text = phone.page.evaluate(
            f"""(() => {{ const copy = document.body.cloneNode(true);
              copy.querySelectorAll({ROOM_OWN!r}).forEach(one => one.remove()); return copy.textContent }})()"""
        )
        assert not finnish & set(re.findall(r"\w{4,}", visible_text.lower())), state


def _words(texts: Texts) -> set[str]:
    return set(re.findall(r"\w{4,}", str([texts.section(name) for name in ("participant", "join")]).lower()))


def test_every_text_is_used_and_every_used_text_exists(texts: dict[str, Texts]) -> None:
    code = "".join(path.read_text("utf-8") for path in SOURCES.rglob("*") if path.suffix in {".js", ".py"})
    rules = "".join(path.read_text("utf-8") for folder in RULES for path in folder.rglob("*.py"))
    in_templates = set(re.findall(r"texts\.(\w+)", "".join(path.read_text("utf-8") for path in TEMPLATES.glob("*"))))
    for name in texts["fi"].section("participant").keys() | texts["fi"].section("join").keys():
        is_numbered = name.startswith("list_") and "`list_${n}`" in code
        is_sent = f'"participant.{name}"' in rules
        assert f'"{name}"' in code or name in in_templates or is_numbered or is_sent, name
    used = set(re.findall(r'\bt\("(\w+)"', code))
    assert used <= texts["fi"].section("participant").keys()


def test_language_links_name_each_language_in_itself(phone: Phone, fake_server: FakeServer) -> None:
    ask_long_question(fake_server)
    phone.visit()
    nav = phone.page.locator("nav a")
    expect(nav).to_have_text(["Suomi", "Svenska", "English"])
    expect(nav.first).to_have_attribute("aria-current", "true")
    nav.nth(1).click()
    expect(phone.send).to_have_text("Skicka")
    expect(phone.page.locator("html")).to_have_attribute("lang", "sv")


def test_retention_and_privacy_are_told_before_answering(phone: Phone, fake_server: FakeServer) -> None:
    ask_long_question(fake_server)
    phone.visit()
    expect(phone.page.locator(".foot")).to_contain_text("Vastaukset poistetaan viimeistään 90 päivän kuluttua")
    expect(phone.page.get_by_role("link", name="Tietosuoja")).to_have_attribute("href", "/tietoa")


def test_reduced_motion_stops_the_propeller(new_phone: NewPhone, fake_server: FakeServer) -> None:
    ask_long_question(fake_server)
    phone = new_phone(reduced_motion="reduce").visit()
    phone.field(1).fill("ilo")
    phone.send.tap()
    expect(phone.page.locator(".spin.turning")).to_be_visible()
    assert phone.page.evaluate("document.getAnimations().length") == 0


def test_forced_colours_keep_borders(new_phone: NewPhone, fake_server: FakeServer) -> None:
    fake_server.ask_choice()
    phone = new_phone(forced_colors="active").visit()
    for part in (".choice", ".send"):
        assert phone.page.locator(part).first.evaluate("one => getComputedStyle(one).borderTopStyle") == "solid"


def test_the_dark_theme_follows_the_device(new_phone: NewPhone, fake_server: FakeServer) -> None:
    ask_long_question(fake_server)
    grounds = [
        new_phone(color_scheme=scheme)
        .visit()
        .page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        for scheme in ("light", "dark")
    ]
    assert grounds == ["rgb(251, 247, 240)", "rgb(15, 26, 38)"]


def test_a_whole_answer_by_keyboard_alone(phone: Phone, fake_server: FakeServer) -> None:
    ask_long_question(fake_server)
    phone.visit()
    phone.page.keyboard.press("Tab")
    phone.page.keyboard.type("näppäimillä")
    for _ in range(3):
        phone.page.keyboard.press("Enter")
    expect(phone.saved).to_have_text(["näppäimillä"])
    assert "INPUT" in phone.focused()
    fake_server.ask_choice()
    expect(phone.title).to_be_focused()
    phone.page.keyboard.press("Tab")
    phone.page.keyboard.press("ArrowDown")
    phone.page.keyboard.press("Enter")
    expect(phone.saved).to_have_count(1)


@pytest.mark.parametrize("script", [True, False])
def test_the_code_page_joins_and_tells_an_unknown_code(
    new_phone: NewPhone, fake_server: FakeServer, script: bool
) -> None:
    ask_long_question(fake_server)
    phone = new_phone(java_script_enabled=script)
    phone.page.goto(f"{fake_server.address}/liity")
    code = phone.page.get_by_label("Työpajan koodi")
    code.fill("111-222")
    phone.page.get_by_role("button", name="Liity mukaan").click()
    expect(phone.page.get_by_role("alert")).to_contain_text("Tällä koodilla ei löytynyt työpajaa.")
    expect(code).to_have_value("111-222")
    expect(code).to_have_attribute("aria-invalid", "true")
    code.fill("78 52 22 2")
    phone.page.get_by_role("button", name="Liity mukaan").click()
    expect(phone.page.get_by_role("alert")).to_contain_text("Koodissa on kuusi numeroa.")
    expect(code).to_have_value("78 52 22 2")
    code.fill(" ٤٨٢ ٩١٥")
    phone.page.get_by_role("button", name="Liity mukaan").click()
    phone.page.wait_for_url(f"{fake_server.address}/{ROOM}")
    if not script:
        assert "salli JavaScript" in phone.page.content()


def test_typed_codes_are_escaped(fake_server: FakeServer) -> None:
    data = {
        **fake_server.data("fi"),
        "texts": fake_server.texts["fi"].section("join"),
        "code": '"><script>alert(1)</script>',
    }
    assert "<script" not in join_page(data)


def test_a_document_without_privacy_texts_has_language_links_only() -> None:
    data = {"base": "", "lang": "en", "languages": ["fi", "en"], "title": "A <title>", "sentence": "Hello"}
    page = notice_page(data)
    assert "<title>A &lt;title&gt;</title>" in page
    assert page.count("?kieli=") == 2


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(colour: str, background: str) -> float:
    low, high = sorted([luminance(colour), luminance(background)])
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [0, 1])
def test_colours_keep_their_contrast(theme: int) -> None:
    colour = {name: pair[theme] for name, pair in COLOURS.items()}
    grounds = ["bg", "surface", "sunken", *(name for name in colour if name.endswith("-tint"))]
    for text, ground in itertools.product(["ink", "muted", "jarvi", "lakka", "kuusi", "bad"], grounds):
        assert contrast(colour[text], colour[ground]) >= 4.5, (text, ground)
    for ground in ("jarvi", "action-press"):
        assert contrast(colour["on-action"], colour[ground]) >= 4.5
    for ground in ("bg", "surface", "sunken"):
        assert contrast(colour["line"], colour[ground]) >= 3


STREAMLIT_APP = """
import json, streamlit as st
from components.participant.component import participant_form
participant_form(json.loads({data!r}), key="vote")
st.button("Aja uudelleen")
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_same_form_lives_inside_streamlit(
    new_phone: NewPhone, fake_server: FakeServer, tmp_path: Path, scheme: str
) -> None:
    fake_server.ask_words()
    (tmp_path / "page.py").write_text(STREAMLIT_APP.format(data=json.dumps(fake_server.data("fi"))), "utf-8")
    port = free_port()
    options = {
        "server.port": port,
        "server.address": "127.0.0.1",
        "server.headless": "true",
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": "false",
    }
    arguments = [f"--{name}={value}" for name, value in options.items()]
    root = SOURCES.parents[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(tmp_path / "page.py"), *arguments],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _use_streamlit(new_phone(color_scheme=scheme), fake_server, port, scheme)
    finally:
        process.terminate()
        process.wait(20)


def _use_streamlit(phone: Phone, fake_server: FakeServer, port: int, scheme: str) -> None:
    """The page comes from Streamlit; what it asks of the server is passed on to the fake server's own port."""
    phone.expected_hosts.add(f"127.0.0.1:{port}")
    phone.page.route(
        "**/live/**", lambda route: route.continue_(url=route.request.url.replace(str(port), str(fake_server.port)))
    )
    end = time.monotonic() + 30
    while time.monotonic() < end:
        try:
            phone.page.goto(f"http://127.0.0.1:{port}/")
            break
        except Exception:
            time.sleep(0.3)
    expect(phone.fields).to_have_count(3)
    ink = phone.title.evaluate("one => getComputedStyle(one).color")
    assert ink == {"light": "rgb(22, 36, 58)", "dark": "rgb(244, 241, 234)"}[scheme]
    phone.field(1).fill("kesken oleva")
    phone.page.get_by_text("Aja uudelleen").click()
    phone.page.wait_for_timeout(1000)
    expect(phone.field(1)).to_have_value("kesken oleva")
    assert phone.streams() == 1
    phone.page.close()
    phone.problems.clear()
