"""Open answers: what is taken, under which key they are counted, and in which order they stand."""

import string
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.activities.answers import AnswerError, EmptyAnswerError, LongAnswerError, PersonalDataError
from workshop.activities.text import MAX_KEY, TextActivity, clean_texts, text_key
from workshop.content.content import Content
from workshop.content.localised import Localised
from workshop.words.clean import cleaned_lines
from workshop.words.text_tally import TextTally

QUESTION: dict[str, Any] = {
    "id": "help", "title": Localised.same("Apu"), "question": Localised.same("Mikä auttaisi?"),
}  # fmt: skip
TYPED = st.text(string.ascii_letters + " \n\r\t\u2028.!äö\u200b", max_size=400)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("  yksi \r\n kaksi\r kolme\u2028neljä ", "yksi\nkaksi\nkolme\nneljä"),
        ("\n\nyksi\n\n\n\n\nkaksi\n", "yksi\n\nkaksi"),
        ("sa\u200bna \u202e", "sana"),
        ("a\u0308iti\nisä", "äiti\nisä"),
    ],
)
def test_line_breaks_are_kept_and_nothing_invisible_is(typed: str, expected: str) -> None:
    assert cleaned_lines(typed) == expected


@given(TYPED)
def test_what_is_cleaned_is_clean(typed: str) -> None:
    clean = cleaned_lines(typed)
    assert cleaned_lines(clean) == clean
    assert "\n\n\n" not in clean
    assert clean == clean.strip()


@given(TYPED, TYPED)
def test_a_key_is_short_the_same_in_any_case_and_spacing_and_tells_texts_apart(text: str, other: str) -> None:
    key = text_key(text)
    assert len(key) <= MAX_KEY
    assert text_key(f"  {text.upper()} !\n") == key
    if " ".join(text.split()).casefold() not in " ".join(other.split()).casefold() and text_key(text):
        assert text_key(other) != key


@pytest.mark.parametrize("submitted", [None, [], "vastaus", [""], [" \n "], ["..."], [3], ["a"] * 51])
def test_nothing_typed_is_reported(submitted: object) -> None:
    with pytest.raises(EmptyAnswerError):
        clean_texts(submitted, 280)


def test_a_line_break_counts_as_one_character() -> None:
    assert clean_texts([f"{'ä' * 139}\r\n{'ö' * 140}"], 280)[0].text == f"{'ä' * 139}\n{'ö' * 140}"
    with pytest.raises(LongAnswerError) as caught:
        clean_texts([f"{'ä' * 140}\n{'ö' * 141}"], 280)
    assert caught.value.values["n"] == 2


@pytest.mark.parametrize("text", ["soita 040\n123 4567", "anna@kunta.fi kertoo", "131052-308T", "katso www.kela.fi"])
def test_personal_data_is_refused(text: str, content: Content) -> None:
    with pytest.raises(PersonalDataError):
        TextActivity(**QUESTION).accept([text], content)


def test_one_persons_same_text_twice_is_one(content: Content) -> None:
    activity = TextActivity(**QUESTION, max_answers=3)
    assert [answer.text for answer in activity.accept(["Sauna!", "sauna", "Sauna\nja uinti"], content)] == [
        "Sauna!", "Sauna\nja uinti",
    ]  # fmt: skip


def test_the_newest_comes_first_and_what_two_have_said_is_as_new_as_the_second() -> None:
    tally = TextTally()
    for number, (person, text) in enumerate([(1, "Sauna"), (2, "Kahvi"), (3, "sauna"), (3, "Talkoot"), (4, "Kahvi")]):
        tally.add(person, text_key(text), text, number)
    rows = [(entry.text, entry.count, entry.answers) for entry in tally.entries()]
    assert rows == [("Kahvi", 2, 2), ("Talkoot", 1, 1), ("Sauna", 2, 2)]
    assert len(tally.people) == 4


def test_made_up_answers_are_answers(content: Content) -> None:
    activity = TextActivity(**QUESTION)
    samples = [activity.accept(submitted, content) for submitted in activity.sample_submissions(content)]
    assert len(samples) == 40
    assert len({sample[0].key for sample in samples}) == 12
    assert activity.sample_submissions(content) == activity.sample_submissions(content)


@given(st.lists(TYPED, max_size=4))
def test_no_text_breaks_the_rules(texts: list[str]) -> None:
    try:
        answers = clean_texts(texts, 280)
    except AnswerError:
        return
    assert all(answer.key and 0 < len(answer.text) <= 280 for answer in answers)
