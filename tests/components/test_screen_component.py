"""The projector in a real browser: what the hall sees, what a screen reader meets, what the keys do."""

import base64
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect
from streamlit.testing.v1 import AppTest

from components import projector as component
from workshop.words.cloud.layout import TALL, WIDE, Cloud, arrange

PIXEL = "data:image/gif;base64,R0lGODlhAQABAAAAACw="
HOSTILE = "<img src=x onerror=document.title='run'>"
ROOT = Path(__file__).parents[2]
FONTS = ":root{color-scheme:light dark}" + "".join(
    f"@font-face{{font-family:'Noto Sans';font-weight:{weight};src:url(data:font/woff2;base64,{encoded})}}"
    for weight, name in ((400, "Regular"), (700, "Bold"))
    for encoded in [base64.b64encode((ROOT / f"static/fonts/NotoSans-{name}-fi.woff2").read_bytes()).decode()]
)

Show = Callable[..., Page]
INTENTS = {name: {"action": name, "arguments": {}} for name in ("toggle", "next", "previous", "results")}
HEARD = """() => {
  window.presses = [];
  window.heard = (name, press) => {
    presses.push([name, press.action, press.rev]);
    queueMicrotask(() => propelliPresses.join("test", heard, [{ serial: press.serial }]));
  };
}"""
"""Keeps every press and tells at once that it was heard."""


def texts(lang: str = "fi") -> dict[str, Any]:
    return dict(yaml.safe_load((ROOT / "data" / "texts" / f"{lang}.yaml").read_text("utf-8"))["screen"])


def data(**changes: Any) -> dict[str, Any]:
    room = {
        "code": "482 915",
        "address": "propelli.example",
        "url": "propelli.example/482915",
        "qr": PIXEL,
        "title": "T",
    }
    return {
        "lang": "fi", "texts": texts(), "view": "results", "room": room, "question": "Mitä tulee mieleen?",
        "state": "open", "closes_in_ms": None, "answered": 142, "present": 206, "result": None, "rev": 7,
        "intents": INTENTS, "outcomes": [], **changes,
    }  # fmt: skip


def words(*counted: tuple[str, int], before: Cloud | None = None, left_out: int = 0) -> dict[str, Any]:
    entries = [(text, text, count) for text, count in counted]
    wide, tall = arrange(before, entries, WIDE), arrange(None, entries, TALL)
    shown = {"wide": wide.drawing(), "tall": tall.drawing(), "list": [list(word) for word in counted]}
    return {"kind": "words", "left_out": left_out, **shown}


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
    "kind": "assessment", "n": 12, "level_labels": ["Ei vielä", "Aluillaan", "Toteutuu", "Toteutuu vahvasti"],
    "criteria": [{"label": "Uutuus", "levels": [1, 2, 6, 3], "unknown": 0}],
}  # fmt: skip
RESULTS = {"words": words(("arki", 3)), "bars": choice(3, 0), "quiz": QUIZ, "assessment": ASSESSMENT}


@pytest.fixture
def show(browser: Browser) -> Iterator[Show]:
    """Draws the component in a page of its own; called again it updates it, as Streamlit does."""
    contexts = []
    opened: list[Page] = []

    def drawn(values: dict[str, Any], size: tuple[int, int] = (1280, 720), **options: Any) -> Page:
        if not opened:
            context = browser.new_context(viewport={"width": size[0], "height": size[1]}, **options)
            contexts.append(context)
            page = context.new_page()
            page.clock.install()
            page.set_content(
                f"<style>:root{{color-scheme:light dark}}{component.CSS}</style><main>{component.HTML}</main>"
            )
            module = "data:text/javascript;base64," + base64.b64encode(component.JS.encode()).decode()
            page.evaluate(f"import({json.dumps(module)}).then(module => window.draw = module.default)")
            page.evaluate(HEARD)
            opened.append(page)
        opened[0].evaluate(
            "data => { window.end = draw({data, parentElement: document.querySelector('main'),"
            " setTriggerValue: heard}) }",
            values,
        )
        return opened[0]

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
          const parts = [...document.querySelectorAll('.middle :is(dt, dd, li, td, th, text, .post)')];
          const seen = parts.map((part) => part.getBoundingClientRect()).filter((box) => box.height > 1);
          return footer.bottom <= innerHeight && seen.every((box) => box.bottom <= footer.top + 2);
        }""")
    )


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (390, 844)])
def test_every_view_fits_the_window_and_its_smallest_text_can_be_read(show: Show, size: tuple[int, int]) -> None:
    for view in ("join", "question", "hold", *RESULTS):
        page = show(data(view="results" if view in RESULTS else view, result=RESULTS.get(view)), size)
        assert fits(page), view
        smallest = page.evaluate("""() => Math.min(...[...document.querySelectorAll('.screen *:not(.cloud *)')]
            .filter((element) => element.getBoundingClientRect().height > 1 && element.textContent.trim())
            .map((element) => parseFloat(getComputedStyle(element).fontSize)))""")
        assert smallest >= max(15, 0.0135 * size[0]) - 0.1, view


@pytest.mark.parametrize("counts", [(5, 3), (9,) * 10, tuple(range(30, 0, -1)), (0,) * 30])
def test_two_to_thirty_options_fit_between_header_and_footer_each_with_its_count(
    show: Show, counts: tuple[int, ...]
) -> None:
    page = show(data(result=choice(*counts)))
    assert reaches_footer(page)
    assert page.locator(".bars .count").all_inner_texts() == [str(count) for count in counts]
    expect(page.locator(".aside")).to_have_text("Osuus vastaajista.")


def test_equal_counts_have_equal_bars_and_a_count_of_zero_is_drawn(show: Show) -> None:
    page = show(data(result=choice(7, 7, 0)), reduced_motion="reduce")
    widths = page.locator(".bars .bar").evaluate_all("bars => bars.map(bar => bar.getBoundingClientRect().width)")
    assert widths[0] == widths[1] > 100
    assert 0 < widths[2] < 10


def test_an_update_keeps_every_kept_word_and_the_focus_and_moves_nothing_else(show: Show) -> None:
    first = [("arki", 3), ("toivo", 2)]
    before = arrange(None, [(text, text, count) for text, count in first], WIDE)
    page = show(data(result=words(*first)))
    kept = page.locator(".word", has_text="arki").element_handle()
    place = kept.get_attribute("style")
    page.locator(".pause").focus()
    show(data(result=words(("arki", 3), ("uusi", 1), before=before), answered=143))
    assert kept.evaluate("word => word.isConnected")
    assert kept.get_attribute("style") == place
    assert page.evaluate("document.activeElement.className") == "tool pause"
    page.clock.run_for(1000)
    assert page.locator(".word").all_text_contents() == ["arki", "uusi"]
    expect(page.locator(".answered")).to_have_text("143 vastannut")


@pytest.mark.parametrize("result", list(RESULTS.values()))
def test_an_update_of_equal_data_changes_nothing_in_the_page(show: Show, result: dict[str, Any]) -> None:
    page = show(data(result=result))
    page.clock.run_for(2000)
    page.evaluate("""() => {
      window.changes = 0;
      new MutationObserver((list) => (window.changes += list.length))
        .observe(document.querySelector('.screen'), {subtree: true, childList: true, attributes: true});
    }""")
    show(data(result=result))
    page.clock.run_for(600)
    assert page.evaluate("window.changes") == 0


def test_words_and_questions_are_text_never_markup(show: Show) -> None:
    options = [{"label": HOSTILE, "count": 1, "percent": 100}]
    page = show(data(question=HOSTILE, result={**choice(1), "options": options, "note": HOSTILE}))
    expect(page.locator("h1")).to_have_text(HOSTILE)
    expect(page.locator(".bars dt")).to_have_text(HOSTILE)
    expect(page.locator(".aside")).to_have_text(HOSTILE)
    show(data(result=words((HOSTILE, 1))))
    assert page.locator(".word tspan").all_text_contents() == ["<img src=x", "onerror=document.title='run'>"]
    assert page.title() != "run"


def test_the_list_is_read_in_place_of_the_cloud_and_shown_by_its_button_and_by_l(show: Show) -> None:
    page = show(data(result=words(("arki", 3), ("toivo", 1), left_out=12)))
    assert page.locator(".cloud").get_attribute("aria-hidden") == "true"
    assert page.locator(".list li").all_text_contents() == ["arki 3", "toivo 1"]
    assert page.locator(".list").bounding_box()["width"] <= 1  # type: ignore[index]
    expect(page.locator(".aside")).to_have_text("+12 sanaa luettelossa")
    page.get_by_role("button", name="Näytä luettelo").click()
    assert page.locator(".list").bounding_box()["width"] > 600  # type: ignore[index]
    expect(page.locator(".cloud")).to_be_hidden()
    page.keyboard.press("l")
    expect(page.locator(".cloud")).to_be_visible()
    assert page.locator("[aria-live]").count() == 0


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_a_long_list_ends_after_a_whole_row_and_tells_how_many_words_are_below(
    show: Show, size: tuple[int, int]
) -> None:
    page = show(data(result=words(*((f"sana{number}", 2) for number in range(300)))), size)
    page.keyboard.press("l")
    edge = page.locator(".list").bounding_box()
    assert edge is not None
    boxes = [box for row in page.locator(".list li").all() if (box := row.bounding_box())]
    bottom = edge["y"] + edge["height"]
    below = [box for box in boxes if box["y"] >= bottom - 1]
    assert all(box["y"] + box["height"] <= bottom + 1 for box in boxes if box not in below)
    assert 0 < len(below) < 300
    expect(page.locator(".aside")).to_have_text(f"+{len(below)} sanaa alempana")
    page.keyboard.press("l")
    expect(page.locator(".aside")).to_be_hidden()


def test_a_narrow_window_draws_the_tall_cloud(show: Show) -> None:
    result = words(("arki", 3))
    assert show(data(result=result), (390, 844)).locator(".cloud").get_attribute("viewBox") == "0 0 700 1000"


@pytest.mark.parametrize(
    ("state", "result", "sentence"),
    [
        ("open", words(), "Ei vielä vastauksia."),
        ("waiting", words(), "Kysymys avataan pian."),
        ("open", {"kind": "assessment", "hidden": True, "needed": 3}, "vähintään 3"),
        ("open", {**QUIZ, "n": 0}, "Ei vielä vastauksia."),
        ("open", {**words(), "people": 21}, "Vastauksia tulee."),
    ],
)
def test_where_there_is_nothing_to_show_a_sentence_says_why(
    show: Show, state: str, result: dict[str, Any], sentence: str
) -> None:
    assert sentence in show(data(state=state, result=result)).locator(".middle").inner_text()


@pytest.mark.parametrize(
    ("hold", "said"), [("ended", "Kiitos kaikille!"), ("gone", "on poistettu"), ("pause", "Hetki taukoa")]
)
def test_the_holding_picture_says_why_it_is_up(show: Show, hold: str, said: str) -> None:
    page = show(data(view="hold", hold=hold, room={**data()["room"], "closing": "propelli.example/seuraavaksi"}))
    assert said in page.locator(".heading").inner_text()
    assert ("propelli.example/seuraavaksi" in page.locator(".under").inner_text()) == (hold == "ended")


def test_what_is_said_of_the_bars_stands_below_the_types_too(show: Show) -> None:
    page = show(data(result={**QUIZ, "note": "6 vastaajaa sai kaksi tyyppiä."}))
    expect(page.locator(".aside")).to_have_text("6 vastaajaa sai kaksi tyyppiä.")


def test_a_type_that_nobody_is_stands_on_a_dashed_post_and_in_the_sentence(show: Show) -> None:
    page = show(data(result=QUIZ))
    assert "sinnikäs juurruttaja" in page.locator(".lacking").inner_text()
    assert page.locator(".lacks .name").all_inner_texts() == ["Sinnikäs juurruttaja"]
    assert page.locator(".post").all_inner_texts() == ["58", "31", "0"]
    heights = page.locator(".post").evaluate_all("posts => posts.map(post => post.offsetHeight)")
    assert heights == sorted(heights, reverse=True)


def test_the_assessment_is_a_table_of_criteria_and_levels(show: Show) -> None:
    page = show(data(result=ASSESSMENT))
    expect(page.get_by_role("columnheader")).to_have_text(
        ["Tunnusmerkki", "Ei vielä", "Aluillaan", "Toteutuu", "Toteutuu vahvasti", "En osaa sanoa"]
    )
    expect(page.get_by_role("cell")).to_have_text(["1", "2", "6", "3", "0"])


def test_the_countdown_runs_between_updates_and_is_not_shown_when_closed(show: Show) -> None:
    page = show(data(closes_in_ms=84_000))
    expect(page.locator(".countdown")).to_have_text("1:24 jäljellä")
    page.clock.run_for(3000)
    expect(page.locator(".countdown")).to_have_text("1:21 jäljellä")
    show(data(closes_in_ms=81_300))
    expect(page.locator(".countdown")).to_have_text("1:21 jäljellä")
    show(data(closes_in_ms=30_000))
    expect(page.locator(".countdown")).to_have_text("0:30 jäljellä")
    show(data(state="closed"))
    expect(page.locator(".countdown")).to_be_hidden()
    expect(page.locator(".state")).to_have_text("Suljettu")


def test_silence_is_told_as_a_lost_connection_until_the_next_update(show: Show) -> None:
    page = show(data())
    page.clock.run_for(4000)
    expect(page.locator(".lost")).to_be_hidden()
    page.clock.run_for(2000)
    expect(page.locator(".lost")).to_contain_text("Yhteys katkesi")
    show(data())
    expect(page.locator(".lost")).to_be_hidden()


def test_the_facilitators_keys_are_sent_only_when_they_are_asked_for(show: Show) -> None:
    page = show(data())
    page.keyboard.press("Space")
    assert page.evaluate("presses") == []
    show(data(keys=True))
    for key in ("Space", "ArrowRight", "ArrowLeft", "r", "Control+ArrowRight", "x"):
        page.keyboard.press(key)
    assert page.evaluate("presses") == [["press", name, 7] for name in ("toggle", "next", "previous", "results")]
    page.evaluate("end()")
    page.keyboard.press("Space")
    assert len(page.evaluate("presses")) == 4


def test_keys_are_left_alone_while_someone_types_or_stands_on_a_button(show: Show) -> None:
    page = show(data(keys=True))
    page.evaluate("document.body.append(document.createElement('input'))")
    page.locator("body > input").focus()
    page.keyboard.type("r l ")
    for _ in range(9):
        page.keyboard.press("Tab")
        if page.locator(".pause").evaluate("one => one.matches(':focus')"):
            break
    page.keyboard.press("Space")
    assert page.evaluate("presses") == []
    expect(page.locator(".pause")).to_have_attribute("aria-label", "Jatka liikettä")


def test_the_space_bar_means_the_same_after_a_button_was_clicked_with_the_mouse(show: Show) -> None:
    page = show(data(keys=True))
    page.locator(".pause").click()
    label = page.locator(".pause").get_attribute("aria-label")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    assert [one[1] for one in page.evaluate("presses")] == ["toggle", "next"]
    expect(page.locator(".pause")).to_have_attribute("aria-label", str(label))


def test_a_question_mark_lists_the_keys_and_escape_closes_the_list(show: Show) -> None:
    page = show(data(keys=True))
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("Avaa tai sulje kysymys")
    page.keyboard.press("Space")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    assert page.evaluate("presses") == []
    show(data())
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).not_to_contain_text("Avaa tai sulje kysymys")


def test_movement_stops_by_its_button_and_by_the_wish_of_the_system(show: Show) -> None:
    page = show(data(result=words(("arki", 1))))
    moving = "getComputedStyle(document.querySelector('.word')).transitionDuration"
    assert page.evaluate(moving) == "0.9s, 0.6s"
    page.get_by_role("button", name="Pysäytä liike").click()
    assert page.evaluate(moving) == "0s"
    page.get_by_role("button", name="Jatka liikettä").click()
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(moving) == "0s"


def test_the_propeller_turns_once_when_the_holding_picture_comes_on_and_not_at_updates(show: Show) -> None:
    page = show(data(view="join"))
    running = "document.getAnimations().filter((animation) => animation.animationName === 'propeller-turn')"
    assert page.evaluate(f"{running}.length") == 0
    show(data(view="hold"))
    assert page.evaluate(f"{running}.length") == 1
    timing = page.evaluate(f"(() => {{ const a = {running}[0]; window.turn = a; return a.effect.getTiming() }})()")
    assert timing["iterations"] == 1
    assert timing["duration"] <= 5000
    show(data(view="hold"))
    assert page.evaluate(f"{running}[0] === window.turn")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_qr_code_is_dark_on_white_in_both_themes_and_has_a_name(show: Show, scheme: str) -> None:
    page = show(data(view="join"), color_scheme=scheme)
    assert page.locator(".qr").evaluate("qr => getComputedStyle(qr).backgroundColor") == "rgb(255, 255, 255)"
    assert page.get_by_role("img", name="QR-koodi: propelli.example/482915").bounding_box()["width"] > 300  # type: ignore[index]


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_every_language_has_every_text_that_the_screen_asks_for(show: Show, lang: str) -> None:
    for result in RESULTS.values():
        page = show(data(lang=lang, texts=texts(lang), result=result, keys=True))
        assert "undefined" not in page.locator(".screen").inner_html()
    page.keyboard.press("?")
    rows = page.locator(".keys dl div")
    assert all(len(row.split("\n")) == 2 and "key_" not in row for row in rows.all_inner_texts())
    assert rows.count() == 8


def test_the_component_is_drawn_by_a_streamlit_page() -> None:
    def page() -> None:
        import streamlit as st

        from components.projector import screen
        from tests.components.test_screen_component import data

        screen(data(), key="screen", on_press=lambda: None)
        st.text("drawn")

    ran = AppTest.from_function(page, default_timeout=30).run()
    assert not ran.exception
    assert ran.text[0].value == "drawn"
