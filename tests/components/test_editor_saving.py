"""The editor keeps what is typed, whatever happens: a line that is down, a tab that is killed, another who edits."""

import re

from playwright.sync_api import expect

from tests.components.editor_page import Case
from tests.conftest import eventually

ITEMS = ["workshop", "activities"]


def test_typing_is_saved_once_and_joined(editor: Case) -> None:
    editor.open()
    editor.text("Kysymys").press_sequentially("!? Entä sitten", delay=5)
    eventually(lambda: editor.server.items[0]["question"]["fi"] == "Mitä kuuluu?!? Entä sitten")
    expect(editor.saved).to_have_text(re.compile(r"Tallennettu \d\d\.\d\d"))
    assert len(editor.changes()) < 4, "what is typed in one go is not a change a letter"
    assert editor.questions()[0] == "Mitä kuuluu?!? Entä sitten"


def test_what_is_typed_keeps_its_caret_while_answers_come(editor: Case) -> None:
    editor.open()
    question = editor.text("Kysymys")
    question.focus()
    question.evaluate("field => field.setSelectionRange(4, 4)")
    editor.page.keyboard.type(" sinulle", delay=60)
    eventually(lambda: editor.server.items[0]["question"]["fi"] == "Mitä sinulle kuuluu?")
    expect(question).to_be_focused()


def test_starting_waits_for_what_is_typed_and_leads_to_the_room(editor: Case) -> None:
    editor.open()
    editor.text("Kysymys").fill("Uusi kysymys?")
    editor.button("Aloita kerta").locator("visible=true").click()
    editor.page.wait_for_url(re.compile(r"/ohjaus\?huone=482915"))
    assert editor.server.items[0]["question"]["fi"] == "Uusi kysymys?"
    assert editor.server.rooms == 1


def test_undo_and_redo_take_the_whole_session_back_and_forth(editor: Case) -> None:
    editor.open()
    expect(editor.button("Kumoa")).to_have_attribute("aria-disabled", "true")
    editor.text("Kysymys").fill("Toinen?")
    expect(editor.button("Kumoa")).not_to_have_attribute("aria-disabled", "true")
    eventually(lambda: editor.server.items[0]["question"]["fi"] == "Toinen?")
    editor.item(1).click()
    editor.button("Kumoa").click()
    expect(editor.text("Kysymys")).to_have_value("Mitä kuuluu?")
    expect(editor.status()).to_have_text("Kumottu")
    editor.item(0).focus()
    editor.press("Control+Shift+z")
    expect(editor.text("Kysymys")).to_have_value("Toinen?")
    expect(editor.status()).to_have_text("Tehty uudelleen")


def test_undo_keys_are_the_fields_own_where_it_is_typed_in(editor: Case) -> None:
    editor.open()
    editor.text("Kysymys").focus()
    editor.press("End")
    editor.page.keyboard.type("xyz")
    eventually(lambda: editor.server.items[0]["question"]["fi"] == "Mitä kuuluu?xyz")
    editor.press("Control+z", "Control+z", "Control+z")
    eventually(lambda: editor.server.items[0]["question"]["fi"] == "Mitä kuuluu?")
    assert not any("undo" in post for post in editor.server.posts)
    editor.item(1).click()
    editor.row(0).focus()
    editor.press("Enter")
    eventually(lambda: len(editor.server.options(1)) == 4)
    editor.press("Control+z")  # the new row has not been typed in
    eventually(lambda: len(editor.server.options(1)) == 3)


def test_a_killed_tab_loses_nothing_that_was_typed(editor: Case) -> None:
    editor.open()
    editor.server.failing = 503
    editor.text("Kysymys").fill("Keskeneräinen sa")
    expect(editor.page.locator(".saved.lost")).to_have_text("Ei yhteyttä – muutokset säilyvät tässä selaimessa")
    editor.page.close()
    assert editor.server.items[0]["question"]["fi"] == "Mitä kuuluu?"
    editor.server.failing = 0
    other = Case(editor.page.context.new_page(), editor.server).open()
    eventually(lambda: editor.server.items[0]["question"]["fi"] == "Keskeneräinen sa")
    expect(other.text("Kysymys")).to_have_value("Keskeneräinen sa")
    eventually(lambda: not other.page.evaluate("JSON.stringify(localStorage)").count("changes"))


def test_a_change_whose_answer_was_lost_is_not_done_twice(editor: Case) -> None:
    editor.open()
    editor.item(1).click()
    editor.server.lost = 2
    editor.row(0).focus()
    editor.press("Enter")
    expect(editor.saved).to_be_visible()
    eventually(lambda: len(editor.server.posts) == 3)
    assert len(editor.server.options(1)) == 4


def test_a_line_that_is_down_is_told_and_what_was_typed_goes_when_it_is_back(editor: Case) -> None:
    editor.open()
    editor.page.context.set_offline(True)
    editor.text("Kysymys").fill("Ilman verkkoa")
    editor.item(1).click()
    editor.button("Siirrä alas").click()
    expect(editor.page.locator(".saved.lost")).to_be_visible()
    expect(editor.button("Kumoa")).to_have_attribute("aria-disabled", "true")
    editor.page.context.set_offline(False)
    expect(editor.saved).to_be_visible()
    eventually(lambda: [item["id"] for item in editor.server.items] == ["first", "third", "second"])
    assert editor.server.items[0]["question"]["fi"] == "Ilman verkkoa"


def test_a_change_made_elsewhere_comes_in_and_the_typed_field_keeps_its_focus(editor: Case) -> None:
    editor.open()
    editor.item(1).click()
    question = editor.text("Kysymys")
    question.focus()
    editor.server.edit(
        {"op": "move", "path": [*ITEMS, 0], "to": 2},
        {"op": "set", "path": [*ITEMS, 1, "question", "fi"], "value": "Muuttui muualla"},
    )
    question.fill("Mihin nyt?")
    eventually(
        lambda: (
            [item["question"]["fi"] for item in editor.server.items]
            == ["Mihin nyt?", "Muuttui muualla", "Mitä kuuluu?"]
        )
    )
    expect(question).to_be_focused()
    expect(question).to_have_value("Mihin nyt?")
    expect(editor.item(0)).to_have_attribute("aria-current", "true")
    expect(editor.page.locator(".toast")).to_contain_text("Työpajaa oli muutettu muualla.")


def test_an_idle_tab_follows_what_another_changes(editor: Case) -> None:
    editor.open()
    editor.server.edit({"op": "set", "path": [*ITEMS, 0, "question", "fi"], "value": "Toiselta"})
    expect(editor.text("Kysymys")).to_have_value("Toiselta")


def test_the_second_editor_is_told_and_may_take_over(editor: Case) -> None:
    editor.server.editor = "another"
    editor.open()
    note = editor.page.locator(".note")
    expect(note).to_contain_text(re.compile(r"Toinen muokkaa tätä työpajaa. Hän aloitti kello \d\d\.\d\d"))
    expect(editor.text("Kysymys")).to_be_disabled()
    note.get_by_role("button", name="Ota muokkaus itsellesi").click()
    expect(note).to_be_hidden()
    editor.text("Kysymys").fill("Minun")
    eventually(lambda: editor.server.items[0]["question"]["fi"] == "Minun")


def test_whoever_is_taken_over_keeps_what_waits(editor: Case) -> None:
    editor.open()
    editor.server.editor = "another"
    editor.text("Kysymys").fill("Odottaa")
    expect(editor.page.locator(".note")).to_be_visible()
    assert editor.server.items[0]["question"]["fi"] == "Mitä kuuluu?"
    editor.button("Ota muokkaus itsellesi").click()
    eventually(lambda: editor.server.items[0]["question"]["fi"] == "Odottaa")


def test_two_tabs_are_two_editors_and_a_reload_is_the_same(editor: Case) -> None:
    editor.open()
    editor.text("Kysymys").fill("Eka")
    eventually(lambda: editor.server.editor)
    mine = editor.server.editor
    other = Case(editor.page.context.new_page(), editor.server)
    other.page.goto(editor.server.address)
    expect(other.page.locator(".note")).to_be_visible()
    other.page.close()
    editor.page.reload()
    editor.text("Kysymys").fill("Toka")
    eventually(lambda: editor.server.items[0]["question"]["fi"] == "Toka")
    assert editor.server.editor == mine
