"""Themes in a room: presses at the desk, the wall and every file follow them, and a vote is made of them."""

import io
import json
from typing import Any

import openpyxl
import pytest

from server.service import Service
from server.usecases import downloads
from server.usecases.desk_actions import UnknownActionError
from server.usecases.importing import read_record
from tests.server.filled_rooms import Filled, filled, on_the_wall
from tests.server.items import text_item, words_item
from workshop.activities.themes import ThemeTakenError, TooManyThemesError, UnknownThemeError
from workshop.activities.vote_options import VoteOptionsError
from workshop.errors import PropelliError
from workshop.exports.report import report
from workshop.exports.report_html import report_html
from workshop.exports.report_pdf import report_values

SAUNA, RIDE, OFFICE = "Yhteinen sauna rantaan", "Kimppakyyti kylältä", "Palveluauto kylille"


def sorting(room: Filled, *, suggests: bool = False) -> dict[str, Any]:
    listing = room.service.desk_view.themes(room.code, "fi", suggests=suggests)
    assert listing is not None
    return dict(listing)


def do(room: Filled, action: str, **arguments: Any) -> None:
    room.service.actions.do(room.code, action, {"activity": room.current_activity, **arguments}, None)


def name(room: Filled, *labels: str) -> None:
    for label in labels:
        do(room, "name_theme", theme=None, label=label)


def place(room: Filled, label: str | None, *texts: str) -> None:
    listing = sorting(room)
    keys = [key for entry in listing["entries"] if entry["text"] in texts for key in entry["keys"]]
    assert keys
    theme = next(row["id"] for row in listing["themes"] if row["label"] == label) if label else None
    do(room, "place", keys=keys, theme=theme)


def undo(room: Filled) -> dict[str, Any]:
    answers: Any = room.service.desk_view.picture(room.code, "fi").state["answers"]
    decision: dict[str, Any] = answers["words"]["decisions"][-1]
    do(room, "words", kind="undo", keys=[], target=None, decision=decision["id"])
    return decision


def counts(room: Filled) -> dict[str, int]:
    return {row["label"]: row["count"] for row in sorting(room)["themes"]}


def in_themes(room: Filled) -> dict[str, str]:
    """The texts of what is sorted with the names of their themes."""
    listing = sorting(room)
    names = {row["id"]: row["label"] for row in listing["themes"]}
    return {entry["text"]: names[entry["theme"]] for entry in listing["entries"] if entry["theme"]}


def wall(room: Filled) -> dict[str, Any]:
    result = on_the_wall(room.service, room.code)["result"]
    assert result is not None
    return dict(result)


@pytest.fixture
def texts(service: Service) -> Filled:
    """Three open answers, shown at once, and two themes."""
    room = filled(service)
    service.questions.add(room.code, text_item("Mikä auttaisi?", max_answers=3, approval=False), ["fi"], opens=True)
    for person, text in enumerate((SAUNA, RIDE, OFFICE)):
        room.answer(person, texts=[text])
    name(room, "Kohtaaminen", "Kyydit")
    return room


@pytest.fixture
def words(service: Service) -> Filled:
    """Words merged by a service that knows Finnish."""
    service.lexicon.wait()
    room = filled(service)
    service.questions.add(room.code, words_item("Mitä?"), ["fi"], opens=True)
    room.say("talkoot", "talkoot", "talkoissa", "sauna", "kyyti", "luottamus")
    return room


def test_answers_are_put_into_themes_taken_out_and_every_press_undone(texts: Filled) -> None:
    assert wall(texts)["themes"] == []
    place(texts, "Kyydit", RIDE, OFFICE)
    place(texts, "Kohtaaminen", SAUNA)
    assert counts(texts) == {"Kohtaaminen": 1, "Kyydit": 2}
    place(texts, "Kohtaaminen", RIDE)
    assert in_themes(texts) == {SAUNA: "Kohtaaminen", RIDE: "Kohtaaminen", OFFICE: "Kyydit"}
    place(texts, None, OFFICE)
    assert OFFICE not in in_themes(texts)
    assert undo(texts)["text"] == OFFICE
    undo(texts)
    undo(texts)
    assert in_themes(texts) == {RIDE: "Kyydit", OFFICE: "Kyydit"}
    assert undo(texts)["n"] == 2
    assert in_themes(texts) == {}


def test_themes_are_renamed_and_removed_and_what_stood_in_them_comes_back_by_undoing(texts: Filled) -> None:
    place(texts, "Kyydit", RIDE)
    ride = next(row["id"] for row in sorting(texts)["themes"] if row["label"] == "Kyydit")
    do(texts, "name_theme", theme=ride, label="Kyydit ja tiet")
    assert in_themes(texts) == {RIDE: "Kyydit ja tiet"}
    do(texts, "remove_theme", theme=ride)
    assert (counts(texts), in_themes(texts)) == ({"Kohtaaminen": 0}, {})
    with pytest.raises(UnknownThemeError):
        do(texts, "place", keys=["sauna"], theme=ride)
    undo(texts)
    assert in_themes(texts) == {RIDE: "Kyydit ja tiet"}


def test_a_desk_that_is_behind_is_told_what_is_wrong(texts: Filled) -> None:
    refusals: list[tuple[type[PropelliError], str, dict[str, Any]]] = [
        (ThemeTakenError, "name_theme", {"theme": None, "label": "kyydit"}),
        (UnknownThemeError, "remove_theme", {"theme": "muu"}),
        (UnknownActionError, "place", {"keys": "sauna", "theme": None}),
    ]
    for error, action, arguments in refusals:
        with pytest.raises(error):
            do(texts, action, **arguments)
    name(texts, *(f"Teema {number}" for number in range(6)))
    with pytest.raises(TooManyThemesError):
        name(texts, "Yhdeksäs")


def test_the_themes_hold_in_the_next_round(texts: Filled) -> None:
    place(texts, "Kyydit", RIDE)
    texts.open("own_1", new_round=True)
    texts.answer(9, texts=[RIDE.upper()])
    assert counts(texts) == {"Kohtaaminen": 0, "Kyydit": 1}


def test_the_wall_shows_answers_by_theme_unless_the_desk_wants_them_without(texts: Filled) -> None:
    place(texts, "Kyydit", RIDE, OFFICE)
    result = wall(texts)
    assert [(theme["label"], theme["count"]) for theme in result["themes"]] == [("Kohtaaminen", 0), ("Kyydit", 2)]
    assert {card["text"]: card["theme"] for card in result["cards"]} == {SAUNA: 0, RIDE: 2, OFFICE: 2}
    assert result["unsorted"] == 1
    texts.service.control.show(texts.code, "unsorted")
    assert on_the_wall(texts.service, texts.code)["view"] == "results"
    assert (wall(texts)["themes"], wall(texts)["unsorted"]) == ([], 0)
    answers: Any = texts.service.desk_view.picture(texts.code, "fi").state["answers"]
    assert [each["chosen"] for each in answers["themes"]["view"]["buttons"]] == [True, False]


def test_words_of_the_cloud_have_the_mark_of_their_theme_and_stay_where_they_are(words: Filled) -> None:
    name(words, "Yhdessä", "Arki")
    before = {word["key"]: (word["x"], word["y"], word["size"]) for word in wall(words)["wide"]["words"]}
    assert all(word["theme"] == 0 for word in wall(words)["wide"]["words"])
    place(words, "Yhdessä", "talkoot")
    place(words, "Arki", "kyyti", "sauna")
    result = wall(words)
    themes = {word["lines"][0]: word["theme"] for word in result["wide"]["words"]}
    assert themes == {"talkoot": 1, "sauna": 2, "kyyti": 2, "luottamus": 0}
    assert {word["key"]: (word["x"], word["y"], word["size"]) for word in result["wide"]["words"]} == before
    assert [theme["count"] for theme in result["themes"]] == [3, 2]
    listed = dict(zip((text for text, _ in result["list"]), result["list_themes"], strict=True))
    assert listed == themes
    words.say("talkoilla", person=50)
    assert wall(words)["themes"][0]["count"] == 4


def test_a_suggestion_names_the_shared_word_and_moves_nothing(texts: Filled) -> None:
    texts.service.lexicon.wait()
    texts.answer(7, texts=["Iltasauna kerran viikossa", "Sauna saaressa", "Kyytejä kylille"])
    place(texts, "Kohtaaminen", SAUNA)
    place(texts, "Kyydit", OFFICE)
    suggested = {
        row["text"]: row["suggestion"] for row in sorting(texts, suggests=True)["entries"] if row["suggestion"]
    }
    assert {text: suggestion["word"] for text, suggestion in suggested.items()} == {
        "Sauna saaressa": "sauna", RIDE: "kylä", "Kyytejä kylille": "kylä",
    }  # fmt: skip
    assert set(in_themes(texts)) == {SAUNA, OFFICE}
    assert all(row["suggestion"] is None for row in sorting(texts)["entries"])


def exported(room: Filled, ending: str) -> bytes:
    return downloads.export_file(room.service, room.code, "fi", ending, lambda done: None)


def rows(book: Any, sheet: str) -> list[dict[str, Any]]:
    head, *lines = book[sheet].iter_rows(values_only=True)
    return [dict(zip(head, line, strict=True)) for line in lines]


def test_every_file_tells_the_theme(texts: Filled) -> None:
    place(texts, "Kyydit", RIDE, OFFICE)
    book = openpyxl.load_workbook(io.BytesIO(exported(texts, ".xlsx")))
    themes = {row["Vastaus"]: row["Teema"] or None for row in rows(book, "Avoimet vastaukset")}
    assert themes == {SAUNA: None, RIDE: "Kyydit", OFFICE: "Kyydit"}
    assert {row["Vastaus"]: row["Teema"] or None for row in rows(book, "Vastaukset")} == themes
    record = json.loads(exported(texts, ".json"))
    (results,) = (
        round_["results"] for activity in record["activities"] for round_ in activity["rounds"] if round_["results"]
    )
    assert [(theme["label"]["fi"], theme["count"]) for theme in results["themes"]] == [
        ("Kohtaaminen", 0),
        ("Kyydit", 2),
    ]
    assert {row["text"]: row["theme"] for row in results["texts"]}[RIDE] == results["themes"][1]["id"]


def test_the_summary_and_the_text_for_innokyla_tell_the_fullest_themes(texts: Filled) -> None:
    place(texts, "Kyydit", RIDE, OFFICE)
    place(texts, "Kohtaaminen", SAUNA)
    book = openpyxl.load_workbook(io.BytesIO(exported(texts, ".xlsx")))
    assert [row[6].value for row in book["Yhteenveto"].iter_rows(min_row=3)] == ["Kyydit 2, Kohtaaminen 1"]
    innokyla = exported(texts, ".md").decode()
    assert "Mikä auttaisi? Teemat ja niiden vastaukset: Kyydit 2, Kohtaaminen 1." in innokyla


def test_the_report_lists_answers_under_their_themes(texts: Filled) -> None:
    place(texts, "Kyydit", RIDE)
    basis = texts.service.results.basis(texts.code, "fi")
    whole = report(basis, texts.service.content_of(texts.room), {})
    page = report_html(whole).decode()
    order = [page.index(text) for text in ("1. Kohtaaminen (0)", "2. Kyydit (1)", RIDE, "Ilman teemaa", SAUNA)]
    assert order == sorted(order)
    groups = report_values(whole)["sections"][0]["parts"][0]["groups"]
    assert [group["heading"] for group in groups] == ["1. Kohtaaminen (0)", "2. Kyydit (1)", "Ilman teemaa"]
    assert exported(texts, ".pdf").startswith(b"%PDF")


def test_a_room_read_from_its_file_is_sorted_as_it_was(words: Filled) -> None:
    name(words, "Yhdessä", "Arki")
    place(words, "Yhdessä", "talkoot", "luottamus")
    data = exported(words, ".json")
    assert read_record(data).activities
    copy = Filled(words.service, words.service.importing.from_json(data))
    copy.open("own_1")
    assert in_themes(copy) == in_themes(words)
    page = report_html(report(copy.service.results.basis(copy.code, "fi"), copy.service.content_of(copy.room), {}))
    assert "1. Yhdessä (4)" in page.decode()


@pytest.mark.parametrize("kind", ["choice", "dots", "ranking"])
def test_words_become_the_options_of_a_vote_in_the_order_of_counts(words: Filled, kind: str) -> None:
    keys = [entry["key"] for entry in sorting(words)["entries"] if entry["text"] != "luottamus"]
    values = {"source": "answers", "chosen": keys, "kind": kind, "question": "Mikä on tärkein?", "lang": "fi"}
    do(words, "vote", **values, opens=True)
    current = words.service.desks.get(words.code).current
    model: Any = current.model if current else None
    assert (model.kind, model.question.fi) == (kind, "Mikä on tärkein?")
    assert [option.label.fi for option in model.options] == ["talkoot", "sauna", "kyyti"]
    assert current is not None
    assert current.state == "open"


def test_themes_become_a_vote_that_is_kept_for_later(texts: Filled) -> None:
    name(texts, "Raha")
    place(texts, "Kyydit", RIDE, OFFICE)
    place(texts, "Raha", SAUNA)
    values: dict[str, Any] = {"kind": "choice", "question": "Mistä aloitetaan?", "lang": "fi", "opens": False}
    chosen = [row["id"] for row in sorting(texts)["themes"]]
    with pytest.raises(VoteOptionsError):
        do(texts, "vote", source="themes", chosen=chosen[:2], **values)
    do(texts, "vote", source="themes", chosen=chosen, **values)
    desk = texts.service.desks.get(texts.code)
    assert desk.current is not None
    assert desk.current.model.question.fi == "Mikä auttaisi?"
    later: Any = next(each.model for each in desk.activities if each.name == "own_2")
    assert [option.label.fi for option in later.options] == ["Kyydit", "Raha", "Kohtaaminen"]
