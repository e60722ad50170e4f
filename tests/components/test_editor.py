"""The editor's programme and forms in a browser, over a draft that the test keeps."""

import re

import pytest
from playwright.sync_api import expect

from tests.accessibility.inspection import axe_faults
from tests.components.editor_page import Case, paste
from tests.components.editor_server import DENSE, choice
from tests.conftest import eventually


def test_enter_adds_the_next_row_and_backspace_in_an_empty_one_removes_it(editor: Case) -> None:
    editor.open()
    editor.item(1).click()
    editor.row(0).focus()
    editor.press("Enter")
    expect(editor.row(1)).to_be_focused()
    editor.page.keyboard.type("Lava")
    eventually(lambda: editor.server.options(1) == ["Kahvila", "Lava", "Kimppakyydit", "Kylätalo"])
    expect(editor.page.get_by_text("4/30")).to_be_visible()
    expect(editor.row(1)).to_be_focused()
    editor.press(*["Backspace"] * 5)
    eventually(lambda: editor.server.options(1) == ["Kahvila", "Kimppakyydit", "Kylätalo"])
    expect(editor.row(0)).to_be_focused()


def test_the_last_row_becomes_a_real_one_when_it_is_typed_in(editor: Case) -> None:
    editor.open()
    editor.item(2).click()
    new = editor.page.get_by_role("textbox", name="Vaihtoehdot, uusi rivi")
    new.press_sequentially("Kolme", delay=30)
    editor.press("Enter")
    editor.page.keyboard.type("Neljä")
    eventually(lambda: editor.server.options(2) == ["Yksi", "Kaksi", "Kolme", "Neljä"])
    ids = [option["id"] for option in editor.server.items[2]["options"]]
    assert len(set(ids)) == 4


def test_ten_pasted_lines_make_ten_rows_without_their_bullets(editor: Case) -> None:
    editor.open()
    editor.item(2).click()
    lines = "\n".join(f"- Rivi {number}" for number in range(10))
    paste(editor.page.get_by_role("textbox", name="Vaihtoehdot, uusi rivi"), lines)
    expect(editor.page.get_by_text("12/30")).to_be_visible()
    expect(editor.status()).to_have_text("Liitetty 10 riviä")
    eventually(lambda: editor.server.options(2) == ["Yksi", "Kaksi", *(f"Rivi {number}" for number in range(10))])
    assert len(editor.changes()) == 1, "one step, so that one undo takes it back"


def test_lines_pasted_in_another_language_translate_the_rows_that_are_there(editor: Case) -> None:
    editor.open()
    editor.item(2).click()
    rows = editor.page.get_by_role("group", name=re.compile("^Vaihtoehdot"))
    rows.get_by_role("tab", name=re.compile("Svenska")).click()
    paste(editor.row(0), "Ett\nTvå")
    eventually(lambda: [o["label"] for o in editor.server.items[2]["options"]] == [
        {"fi": "Yksi", "sv": "Ett"}, {"fi": "Kaksi", "sv": "Två"}
    ])  # fmt: skip


def test_rows_move_by_buttons_and_by_keys_and_keep_the_focus(editor: Case) -> None:
    editor.open()
    editor.item(1).click()
    editor.button("Siirrä alas: Kahvila").click()
    eventually(lambda: editor.server.options(1) == ["Kimppakyydit", "Kahvila", "Kylätalo"])
    expect(editor.button("Siirrä alas: Kahvila")).to_be_focused()
    editor.row(2).focus()
    editor.press("Alt+ArrowUp", "Alt+ArrowUp")
    expect(editor.row(0)).to_be_focused()
    expect(editor.row(0)).to_have_value("Kylätalo")
    eventually(lambda: editor.server.options(1) == ["Kylätalo", "Kimppakyydit", "Kahvila"])


def test_a_fault_stands_at_its_field_in_the_programme_and_on_the_tab(editor: Case) -> None:
    editor.open()
    editor.item(1).click()
    editor.row(1).fill("Kahvila")
    sentence = "”Kahvila” on mukana kahdesti. Poista toinen."
    expect(editor.row(1)).to_have_accessible_description(re.compile(re.escape(sentence)))
    expect(editor.row(1)).to_have_attribute("aria-invalid", "true")
    expect(editor.row(0)).not_to_have_attribute("aria-invalid", "true")
    expect(editor.page.get_by_role("tab", name="Ohjelma 1 korjattava")).to_be_visible()
    expect(editor.item(1)).to_have_accessible_name(re.compile("1 korjattava"))
    start = editor.button("Aloita kerta").locator("visible=true")
    expect(start).to_have_attribute("aria-disabled", "true")
    editor.item(0).click()
    start.click(force=True)  # disabled, it says why
    expect(editor.row(1)).to_be_focused()
    assert editor.server.rooms == 0
    editor.row(1).fill("Lava")
    expect(editor.page.locator(".fault:visible")).to_have_count(0)
    expect(editor.row(1)).not_to_have_attribute("aria-invalid", "true")


def test_a_removed_item_comes_back_by_its_undo(editor: Case) -> None:
    editor.open()
    editor.item(1).click()
    editor.button("Poista kohta").click()
    eventually(lambda: [item["id"] for item in editor.server.items] == ["first", "third"])
    expect(editor.item(1)).to_be_focused()
    expect(editor.status()).to_have_text("Poistettu: Mihin lähtisimme ensin?")
    editor.page.locator(".toast").get_by_role("button", name="Kumoa").click()
    eventually(lambda: [item["id"] for item in editor.server.items] == ["first", "second", "third"])
    expect(editor.page.locator(".toast")).to_be_hidden()


def test_items_move_by_keys_by_buttons_and_by_drag(editor: Case) -> None:
    editor.open()
    editor.item(0).focus()
    editor.press("Alt+ArrowDown")
    expect(editor.item(1)).to_be_focused()
    eventually(lambda: [item["id"] for item in editor.server.items] == ["second", "first", "third"])
    expect(editor.item(1)).to_have_attribute("aria-current", "true")
    editor.button("Siirrä ylös").click()
    eventually(lambda: [item["id"] for item in editor.server.items] == ["first", "second", "third"])
    editor.item(2).hover()
    editor.page.mouse.down()
    box = editor.item(0).bounding_box()
    assert box
    editor.page.mouse.move(box["x"] + 40, box["y"] + 40, steps=5)
    editor.page.mouse.move(box["x"] + 40, box["y"] + 4, steps=5)
    editor.page.mouse.up()
    eventually(lambda: [item["id"] for item in editor.server.items] == ["third", "first", "second"])


def test_an_item_is_added_by_keys_alone_and_typed_in(editor: Case) -> None:
    editor.open()
    editor.item(2).click()
    add = editor.button("Lisää kohta").locator("visible=true")
    add.focus()
    editor.press("Enter")
    dialog = editor.page.get_by_role("dialog", name="Mitä lisätään?")
    expect(dialog.get_by_role("button", name=re.compile("Sanapilvi"))).to_be_focused()
    editor.press("Escape")
    expect(add).to_be_focused()
    editor.press("Enter", "ArrowDown", "Enter")
    expect(editor.text("Kysymys")).to_be_focused()
    editor.page.keyboard.type("Mitä teemme?")
    editor.press("Tab", "Tab", "Tab", "Tab")
    eventually(lambda: len(editor.server.items) == 4 and editor.server.items[3]["question"] == {"fi": "Mitä teemme?"})
    assert editor.server.items[3]["kind"] == "choice"
    expect(editor.item(3)).to_have_attribute("aria-current", "true")
    expect(editor.page.get_by_role("heading", name="4 kohtaa")).to_be_visible()


def test_another_kind_keeps_what_both_ask(editor: Case) -> None:
    editor.open()
    editor.item(1).click()
    editor.button("Vaihda laji").click()
    editor.page.get_by_role("dialog").get_by_role("button", name=re.compile("Järjestä")).click()
    expect(editor.page.get_by_role("heading", name="Järjestä")).to_be_visible()
    eventually(lambda: editor.server.items[1]["kind"] == "ranking")
    assert editor.server.options(1) == ["Kahvila", "Kimppakyydit", "Kylätalo"]
    assert editor.server.items[1]["id"] == "second"
    assert editor.server.items[1]["minutes"] == 5


def test_the_next_missing_text_is_one_press_away(editor: Case) -> None:
    editor.open()
    missing = editor.button("Ruotsiksi puuttuu 7 tekstiä")
    missing.click()
    expect(editor.item(1)).to_have_attribute("aria-current", "true")
    expect(editor.text("Kysymys")).to_be_focused()
    expect(editor.text("Kysymys")).to_have_attribute("lang", "sv")
    editor.page.keyboard.type("Vart först?")
    expect(editor.button("Ruotsiksi puuttuu 6 tekstiä")).to_be_visible()
    tab = editor.page.locator(".field.text").first.get_by_role("tab", name=re.compile("Svenska"))
    expect(tab).to_have_accessible_name("Svenska")
    editor.button("Ruotsiksi puuttuu 6 tekstiä").click()
    expect(editor.row(0)).to_be_focused()
    expect(editor.row(0)).to_have_attribute("placeholder", "Kahvila")


def test_the_forms_of_other_parts_are_drawn_by_their_fields(editor: Case) -> None:
    editor.open("?osa=details")
    editor.text("Nimi").fill("Uusi nimi")
    expect(editor.page.get_by_role("heading", level=1)).to_have_text("Uusi nimi")
    editor.page.get_by_role("tab", name="Sivut").click()
    editor.button("Lisää: Linkit").click()
    editor.text("Teksti").fill("Innokylä")
    editor.text("Osoite").fill("https://example.org")
    links = [{"label": {"fi": "Innokylä"}, "url": "https://example.org"}]
    eventually(lambda: editor.server.document["workshop"]["pages"]["links"] == links)
    assert editor.page.url.endswith("?osa=pages")
    editor.page.get_by_role("tab", name="Esimerkit").click()
    assert [shown["part"] for shown in editor.page.evaluate("parts")] == ["examples"]


def test_numbers_stay_within_their_bounds(editor: Case) -> None:
    editor.open()
    minutes = editor.page.get_by_role("spinbutton", name=re.compile("Aikaa"))
    minutes.fill("9999")
    minutes.blur()
    expect(minutes).to_have_value("480")
    minutes.fill("")
    minutes.blur()
    eventually(lambda: "minutes" not in editor.server.items[0])
    editor.button("Enemmän: Aikaa").click()
    eventually(lambda: editor.server.items[0].get("minutes") == 1)


def test_on_a_phone_the_programme_the_form_and_the_preview_are_three_screens(editor: Case) -> None:
    editor.open(width=390, height=844)
    expect(editor.page.locator(".form")).to_be_hidden()
    editor.item(1).click()
    expect(editor.page.locator(".programme")).to_be_hidden()
    expect(editor.page.get_by_role("heading", name="Vaihtoehdot")).to_be_focused()
    editor.row(1).focus()
    editor.button("Siirrä ylös: Kimppakyydit").click()
    eventually(lambda: editor.server.options(1)[0] == "Kimppakyydit")
    editor.button("Esikatsele").click()
    expect(editor.page.get_by_role("heading", name="Esikatselu")).to_be_focused()
    editor.button("Takaisin lomakkeeseen").click()
    editor.button("Seuraava").click()
    expect(editor.text("Kysymys")).to_have_value("Missä järjestyksessä?")
    editor.button("Ohjelma").click()
    expect(editor.item(2)).to_be_focused()


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1920])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_many_long_items_fit_every_width_and_pass_axe(editor: Case, width: int, theme: str) -> None:
    editor.server.reset(DENSE)
    editor.page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    editor.open(width=width)
    assert axe_faults(editor.page) == []
    editor.item(20).click()
    editor.row(3).focus()
    assert axe_faults(editor.page) == []
    wide = "document.documentElement.scrollWidth"
    assert editor.page.evaluate(wide) <= width
    editor.page.evaluate("window.scrollTo(0, 0)")


def test_a_new_question_is_named_as_one_without_a_question(editor: Case) -> None:
    editor.server.reset([choice("only", "")])
    editor.open()
    assert editor.questions() == ["Ei vielä kysymystä"]


def open_paste(editor: Case) -> None:
    editor.item(0).click()
    editor.button("Lisää kohta").click()
    editor.button("Liitä monta kysymystä kerralla").click()
    expect(editor.page.get_by_role("textbox", name="Kysymykset, kukin")).to_be_focused()


def test_pasted_questions_come_after_the_chosen_item_as_one_step(editor: Case) -> None:
    editor.open()
    open_paste(editor)
    expect(editor.page.get_by_role("textbox", name="Kysymykset, kukin omalle rivilleen")).to_be_focused()
    editor.page.keyboard.insert_text("Mistä tulet?\n- Kunta\n- Järjestö\nkahvi\nMitä toivot?")
    expect(editor.page.locator(".paste-questions li")).to_have_count(3)
    expect(editor.page.locator(".paste-questions .left-over")).to_contain_text("Rivi 4:")
    assert axe_faults(editor.page) == []
    editor.button("Lisää 2 kysymystä").click()
    expect(editor.page.locator(".paste-questions")).to_be_hidden()
    expect(editor.status()).to_have_text("Lisättiin 2 kysymystä.")
    assert editor.questions()[:3] == ["Mitä kuuluu?", "Mistä tulet?", "Mitä toivot?"]
    eventually(lambda: len(editor.server.items) == 5)
    assert len(editor.changes()) == 1, "one step, so that one undo takes it back"
    editor.button("Kumoa").click()
    eventually(lambda: len(editor.server.items) == 3)


def test_pasting_that_is_left_keeps_its_text_and_gives_the_focus_back(editor: Case) -> None:
    editor.open()
    open_paste(editor)
    editor.page.keyboard.insert_text("Miksi?")
    editor.press("Escape")
    expect(editor.button("Lisää kohta")).to_be_focused()
    assert len(editor.questions()) == 3
    open_paste(editor)
    expect(editor.page.get_by_role("textbox", name="Kysymykset, kukin")).to_have_value("Miksi?")
    expect(editor.button("Lisää 1 kysymys")).to_be_enabled()


def test_more_pasted_questions_than_there_is_room_for_are_not_taken(editor: Case) -> None:
    editor.server.reset(DENSE[:59])
    editor.open()
    open_paste(editor)
    editor.page.keyboard.insert_text("Yksi?\nKaksi?")
    expect(editor.page.get_by_text("Ohjelmaan mahtuu vielä 1 kohta. Poista rivejä.")).to_be_visible()
    expect(editor.button("Lisää 2 kysymystä")).to_be_disabled()
