"""The facilitator's word list in a browser, over words that the test keeps, as the server does in the store."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.accessibility.inspection import axe_faults
from tests.components.word_desk_page import Case, entry
from tests.conftest import ROOT, eventually
from workshop.content.text_files import packaged_texts


@pytest.fixture
def case(page: Page) -> Iterator[Case]:
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield Case(page)
    assert faults == []


COOPERATION = entry("yhteistyö", 34, ("yhteistyö", 30), ("yhteistyötä", 4))
FEW = [COOPERATION, entry("osallisuus", 27), entry("höpönlöpö", 2)]


def test_hiding_and_restoring_a_word(case: Case) -> None:
    case.open(FEW)
    case.button("Piilota: höpönlöpö").click()
    expect(case.status()).to_have_text("Piilotettu: höpönlöpö")
    expect(case.row("höpönlöpö").locator(".word")).to_have_accessible_name("höpönlöpö piilotettu")
    case.button("Palauta: höpönlöpö").click()
    expect(case.button("Piilota: höpönlöpö")).to_be_visible()
    assert [(action["action"], action["keys"]) for action in case.actions] == [
        ("hide", ["höpönlöpö"]),
        ("restore", ["höpönlöpö"]),
    ]


def test_an_entry_is_hidden_with_all_its_forms(case: Case) -> None:
    case.open(FEW)
    case.button("Piilota: yhteistyö").click()
    eventually(lambda: case.actions[0]["keys"] == ["yhteistyö", "yhteistyötä"])


def test_undo_says_what_it_undoes_and_does_it(case: Case) -> None:
    case.open(FEW)
    expect(case.button("Ei vielä kumottavaa")).to_be_disabled()
    case.button("Piilota: osallisuus").click()
    case.button("Kumoa piilotus: osallisuus").click()
    expect(case.button("Piilota: osallisuus")).to_be_visible()
    expect(case.status()).to_have_text("Kumottu: osallisuus")
    expect(case.button("Ei vielä kumottavaa")).to_be_disabled()


def test_ctrl_z_right_after_a_wrong_press_takes_that_press_back(case: Case) -> None:
    case.open(FEW)
    case.button("Piilota: osallisuus").click()
    expect(case.button("Kumoa piilotus: osallisuus")).to_be_visible()
    case.button("Piilota: höpönlöpö").evaluate(
        """button => {
            button.click();
            button.dispatchEvent(new KeyboardEvent("keydown", {key: "z", ctrlKey: true, bubbles: true}));
        }"""
    )
    eventually(
        lambda: [(action["action"], action["decision"]) for action in case.actions[1:]] == [("hide", None), ("undo", 1)]
    )
    expect(case.button("Piilota: höpönlöpö")).to_be_visible()
    expect(case.button("Palauta: osallisuus")).to_be_visible()


def test_quick_presses_on_several_words_all_reach_the_page(case: Case) -> None:
    case.open([entry(f"sana {n}", 50 - n) for n in range(8)])
    rows = case.page.locator("li[data-key] .main")
    rows.evaluate_all("buttons => buttons.forEach((button) => button.click())")
    expect(case.page.locator("li.hidden-word")).to_have_count(8)
    assert [action["keys"][0] for action in case.actions] == [f"sana {n}" for n in range(8)]


def test_merging_two_words_by_keyboard(case: Case) -> None:
    case.open(FEW)
    case.row("höpönlöpö").locator(".word").focus()
    case.page.keyboard.press("Enter")
    case.button("Yhdistä…: höpönlöpö").focus()
    case.page.keyboard.press("Enter")
    expect(case.status()).to_have_text("Mihin yhdistetään ”höpönlöpö”?")
    expect(case.page.locator(".main", has_text="Yhdistä tähän")).to_have_count(2)
    case.button("Yhdistä tähän: osallisuus").focus()
    case.page.keyboard.press("Enter")
    expect(case.status()).to_have_text("Yhdistetty: höpönlöpö ja osallisuus")
    eventually(lambda: case.words() == ["yhteistyö", "osallisuus"])
    assert case.actions == [{"action": "join", "keys": ["höpönlöpö"], "target": "e-osallisuus", "decision": None}]


def test_escape_leaves_a_merge_without_an_action(case: Case) -> None:
    case.open(FEW)
    case.row("höpönlöpö").locator(".word").click()
    case.button("Yhdistä…: höpönlöpö").click()
    case.page.keyboard.press("Escape")
    expect(case.page.locator(".main", has_text="Yhdistä tähän")).to_have_count(0)
    expect(case.button("Yhdistä…: höpönlöpö")).to_be_focused()
    assert case.actions == []


def test_a_merge_ends_when_its_word_disappears(case: Case) -> None:
    case.open(FEW)
    case.row("höpönlöpö").locator(".word").click()
    case.button("Yhdistä…: höpönlöpö").click()
    case.write(entries=FEW[:2])
    expect(case.status()).to_have_text("Sana muuttui sillä välin. Aloita yhdistäminen uudelleen.")
    expect(case.page.locator(".main", has_text="Yhdistä tähän")).to_have_count(0)


def test_taking_a_typed_form_out_of_a_word(case: Case) -> None:
    case.open(FEW)
    case.row("yhteistyö").locator(".word").click()
    case.button("Irrota: yhteistyötä").click()
    expect(case.status()).to_have_text("Irrotettu: yhteistyötä")
    expect(case.row("yhteistyötä")).to_be_visible()
    expect(case.page.get_by_role("button", name="Irrota", exact=False)).to_have_count(0)
    assert case.actions == [{"action": "apart", "keys": ["yhteistyötä"], "target": None, "decision": None}]


def test_waiting_and_blocked_answers_stand_first_and_can_be_let_through(case: Case) -> None:
    waiting = [entry("rohkeus", 3, waiting=True), entry("luottamus", 2, waiting=True)]
    case.open([*FEW, *waiting, entry("estetty", 1, blocked=True)], approval=True)
    assert case.words() == ["rohkeus", "luottamus", "estetty", "yhteistyö", "osallisuus", "höpönlöpö"]
    expect(case.button("2 sanaa odottaa hyväksyntää")).to_be_visible()
    case.button("Hyväksy: rohkeus").click()
    case.button("Palauta: estetty").click()
    case.away()
    expect(case.button("1 sana odottaa hyväksyntää")).to_be_visible()
    expect(case.button("Piilota: estetty")).to_be_visible()
    expect(case.page.locator("[data-group=blocked]")).to_be_hidden()


def test_approving_all_approves_only_what_is_on_the_screen(case: Case) -> None:
    case.open([entry(f"sana {n}", 500 - n, waiting=True) for n in range(103)], approval=True)
    case.button("Hyväksy näkyvät (100)").click()
    expect(case.status()).to_have_text("Hyväksytty 100 sanaa")
    case.away()
    expect(case.button("3 sanaa odottaa hyväksyntää")).to_be_visible()
    assert [entry["text"] for entry in case.state["entries"] if entry["waiting"]] == [
        "sana 100",
        "sana 101",
        "sana 102",
    ]


def test_a_press_that_is_not_saved_says_so_and_can_be_tried_again(case: Case) -> None:
    case.open(FEW, deaf=True)
    case.button("Piilota: osallisuus").click()
    expect(case.row("osallisuus")).to_have_attribute("aria-busy", "true")
    expect(case.row("osallisuus")).to_contain_text("Ei tallentunut.")
    expect(case.status()).to_have_text("Muutos ei tallentunut. Yritä uudelleen.")
    case.write(deaf=False)
    case.button("Yritä uudelleen: osallisuus").click()
    expect(case.button("Palauta: osallisuus")).to_be_visible()
    expect(case.page.locator(".note:visible")).to_have_count(0)


def test_rows_keep_their_place_under_the_pointer_and_counts_go_on(case: Case) -> None:
    case.open(FEW)
    row = case.row("höpönlöpö")
    row.locator(".main").hover()
    place = row.bounding_box()
    case.write(entries=[entry("höpönlöpö", 90), entry("uusi", 70), COOPERATION], approval=True)
    expect(row.locator(".number").first).to_have_text("90")
    expect(case.row("uusi")).to_be_visible()
    assert row.bounding_box() == place
    expect(case.row("osallisuus")).to_have_class("gone")
    case.away()
    eventually(lambda: case.words() == ["höpönlöpö", "uusi", "yhteistyö"])


def test_new_data_keeps_search_selection_scroll_and_focus(case: Case) -> None:
    words = [entry(f"sana {n}", 300 - n) for n in range(60)]
    case.open(words)
    field = case.page.get_by_role("searchbox", name="Etsi sanaa")
    field.fill("sana")
    field.evaluate("field => { field.setSelectionRange(1, 3); field.marked = true; }")
    groups = case.page.locator(".groups")
    groups.evaluate("box => { box.scrollTop = 400; }")
    case.away()
    case.write(entries=[entry("sana x", 1000), *words])
    expect(case.row("sana x")).to_be_attached()
    expect(field).to_be_focused()
    assert field.evaluate("f => [f.value, f.selectionStart, f.selectionEnd, f.marked]") == ["sana", 1, 3, True]
    assert groups.evaluate("box => box.scrollTop") >= 400


def test_focus_stays_on_a_word_that_rises_and_moves_on_when_it_goes(case: Case) -> None:
    case.open([*FEW, entry("rohkeus", 1)])
    case.button("Piilota: höpönlöpö").focus()
    case.write(entries=[entry("höpönlöpö", 90), *FEW[:2], entry("rohkeus", 1)])
    eventually(lambda: case.words()[0] == "höpönlöpö")
    expect(case.button("Piilota: höpönlöpö")).to_be_focused()
    case.write(entries=[*FEW[:2], entry("rohkeus", 1)])
    expect(case.button("Piilota: yhteistyö")).to_be_focused()


@pytest.mark.parametrize(("typed", "matches"), [("YHTEISTYÖTÄ", ["yhteistyö"]), ("zzz", [])])
def test_search_finds_words_and_typed_forms(case: Case, typed: str, matches: list[str]) -> None:
    case.open([COOPERATION, *(entry(f"sana {n}") for n in range(15))])
    case.page.get_by_role("searchbox").fill(typed)
    eventually(lambda: case.words() == matches)
    expect(case.page.get_by_text("Hakusanalla ”zzz” ei löydy sanoja.")).to_be_visible(visible=not matches)


def test_a_short_list_has_no_search_and_an_empty_one_says_what_comes(case: Case) -> None:
    case.open([])
    expect(case.page.get_by_text("Sanat tulevat tähän, kun ihmiset vastaavat.")).to_be_visible()
    case.write(entries=FEW)
    expect(case.row("yhteistyö")).to_be_visible()
    expect(case.page.get_by_role("searchbox")).to_have_count(0)


def test_a_long_list_is_drawn_in_parts(case: Case) -> None:
    case.open([entry(f"sana {n}", 1000 - n) for n in range(900)])
    expect(case.page.locator("li[data-key]")).to_have_count(100)
    case.button("Näytä lisää (800)").click()
    expect(case.page.locator("li[data-key]")).to_have_count(200)


def test_hostile_words_are_only_text(case: Case) -> None:
    hostile = "<img src=x onerror=alert(1)> {n} **lihava** :red[a]"
    case.open([entry(hostile, 3), entry("muu")])
    case.row(hostile).locator(".word").click()
    expect(case.page.locator(".word-desk img")).to_have_count(0)
    case.button(f"Piilota: {hostile}").click()
    expect(case.status()).to_have_text(f"Piilotettu: {hostile}")


def test_the_pages_own_keys_do_not_hear_keys_of_the_list(case: Case) -> None:
    case.open([entry(f"sana {n}") for n in range(15)])
    case.row("sana 0").locator(".word").focus()
    case.page.keyboard.press("Space")
    expect(case.row("sana 0").locator(".panel")).to_be_visible()
    case.page.get_by_role("searchbox").press_sequentially("sana 1")
    expect(case.row("sana 12")).to_be_visible()
    assert case.page.evaluate("spaces") == 0
    case.page.mouse.click(5, 5)
    case.page.keyboard.press("Space")
    assert case.page.evaluate("spaces") == 1


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_a_phone_shows_every_target_large_and_nothing_wider_than_itself(case: Case, lang: str) -> None:
    long = entry("matalan kynnyksen kohtaamispaikkatoimintasuunnitelmatyöryhmä", 9, ("yksi", 5), ("kaksi", 4))
    flagged = [entry("odottavakinvastaussana", 2, waiting=True), entry("toinen", 2, waiting=True)]
    case.open([long, *flagged, *(entry(f"sana {n}") for n in range(15))], width=390, lang=lang, approval=True)
    case.row(long["text"]).locator(".word").click()
    box = case.page.locator(".word-desk")
    sizes = box.locator("button:visible, input:visible").evaluate_all(
        "all => all.map((one) => [one.getBoundingClientRect().width, one.getBoundingClientRect().height])"
    )
    assert min(min(size) for size in sizes) >= 44
    assert box.evaluate("desk => desk.scrollWidth - desk.clientWidth") <= 0
    assert case.page.evaluate("document.documentElement.scrollWidth") <= 390


def _leaves(tree: dict[str, Any]) -> Iterator[str]:
    for name, value in tree.items():
        if isinstance(value, dict) and not {"one", "other"} <= set(value):
            yield from _leaves(value)
        else:
            yield name


def test_every_text_is_used() -> None:
    folder = ROOT / "components" / "word_desk"
    script = "".join(file.read_text("utf-8") for file in folder.glob("*.js"))
    texts = packaged_texts("fi").section("word_desk")
    unused = [name for name in _leaves(texts) if not re.search(rf"\b{name}\b", script)]
    assert unused == ["theme"]  # the decision of the page that sorts, which is undone here too


SUGGESTED = {
    **COOPERATION, "suggestions": [{"key": "yhteistyötä", "text": "yhteistyötä", "count": 2}],
}  # fmt: skip


def test_a_suggestion_stands_beside_its_word_and_is_told_above_the_list(case: Case) -> None:
    case.open([SUGGESTED, FEW[1]])
    suggestions = case.row("yhteistyö").locator(".suggestions")
    expect(suggestions).to_contain_text("”yhteistyötä” on 2 vastaajan mielestä eri sana")
    expect(case.row("osallisuus").locator(".suggestions")).to_be_hidden()
    expect(case.page.locator(".hint")).to_contain_text("1 ehdotus")
    assert axe_faults(case.page, ["button-name", "color-contrast", "list", "listitem", "target-size"]) == []


def test_a_suggestion_is_taken_or_dismissed_with_one_press(case: Case) -> None:
    case.open([SUGGESTED, FEW[1]])
    case.button("Pidä yhdessä: yhteistyötä").click()
    expect(case.status()).to_have_text("Pidetty yhdessä: yhteistyötä")
    expect(case.row("yhteistyö").locator(".suggestions")).to_be_hidden()
    case.button("Kumoa yhdessä pitäminen: yhteistyötä").click()
    case.button("Irrota: yhteistyötä").focus()
    case.page.keyboard.press("Enter")
    expect(case.status()).to_have_text("Irrotettu: yhteistyötä")
    assert [(action["action"], action["keys"]) for action in case.actions] == [
        ("keep", ["yhteistyötä"]),
        ("undo", []),
        ("apart", ["yhteistyötä"]),
    ]


def test_nothing_is_suggested_of_a_blocked_word(case: Case) -> None:
    case.open([{**SUGGESTED, "blocked": True}, FEW[1]])
    expect(case.page.get_by_role("button", name="Pidä yhdessä")).to_have_count(0)
