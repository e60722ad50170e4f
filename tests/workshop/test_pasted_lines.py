"""Pasted lines become questions; what does not is told, and nothing is lost without a word."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.activities.form_fields import FormField, option_rows
from workshop.content import programme_questions
from workshop.content.pasted_lines import Leftover, PastedProgramme, parse, rewritten, without
from workshop.content.programme_questions import ScaleEnds, draft_items, question_forms
from workshop.content.workshop_document import MAX_ACTIVITIES
from workshop.words.clean import cleaned

MARKERS = {
    "words": ["cloud"],
    "choice": ["choose one"],
    "multiple": ["choose several"],
    "text": ["answer"],
    "scale": ["statements"],
    "ranking": ["rank"],
    "dots": ["points"],
}
ENDS = ScaleEnds("low", "high")
PIECES = st.sampled_from(
    [
        "Why?", "- a", "* b", "•c", "-", "---", "tea", "(1–5)", "(1-9) ", "(choose several)", " 10 min", "999 min",
        "\n", "\r\n", "1. ", "(x", ")", "\t", "\u2028", "?", "\u200b", "-d", "(rank)", "x" * 201,
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=6), max_size=30).map("".join)


def forms(text: str) -> list[str]:
    return [pasted.question.form for pasted in parse(text, MARKERS).questions]


def test_a_question_with_options_is_a_choice_and_one_without_a_word_cloud() -> None:
    programme = parse("Where from?\n- A town\n* A club\n• I live here\n\nWhat is it to you?", MARKERS)
    first, second = programme.questions
    assert (first.question.form, first.question.rows) == ("choice", ("A town", "A club", "I live here"))
    assert (second.line, second.question.form, second.question.rows) == (6, "words", ())
    assert programme.leftovers == ()


def test_brackets_and_minutes_at_the_end_are_no_part_of_the_question() -> None:
    first, second = parse("2. Which (of these)? (choose several) 10 min\n- a\n- b\nWhy? 5 min", MARKERS).questions
    assert (first.question.question, first.question.form, first.question.minutes) == (
        "Which (of these)?", "multiple", 10,
    )  # fmt: skip
    assert (second.question.question, second.question.minutes) == ("Why?", 5)


def test_a_line_that_is_neither_is_told_with_its_number() -> None:
    programme = parse("- lost\nWhy?\ntea and coffee at 10\nWhat?", MARKERS)
    assert programme.leftovers == (
        Leftover(1, "lost", "no_question"), Leftover(3, "tea and coffee at 10", "not_question"),
    )  # fmt: skip
    assert [pasted.line for pasted in programme.questions] == [2, 4]


def test_a_kind_that_is_not_there_yet_becomes_another_with_a_note() -> None:
    pasted = parse("Why? (answer)", {"text": ["answer"]}).questions[0]
    if "text" in question_forms():
        assert (pasted.question.form, pasted.notes) == ("text", ())
    else:
        assert (pasted.question.form, pasted.notes) == ("words", ("form_missing",))


def test_options_that_do_not_fit_are_told() -> None:
    text = "Which?\n- a\n- A\n" + "\n".join(f"- {number}" for number in range(40)) + "\n- " + "x" * 101
    programme = parse(text, MARKERS)
    assert len(programme.questions[0].question.rows) == 30
    reasons = [leftover.reason for leftover in programme.leftovers]
    assert (reasons[0], reasons[1], reasons[-1]) == ("repeated", "options", "long_option")


def test_a_programme_takes_so_many_questions_and_no_more() -> None:
    programme = parse("Why?\n" * (MAX_ACTIVITIES + 2), MARKERS)
    assert len(programme.questions) == MAX_ACTIVITIES
    assert [leftover.reason for leftover in programme.leftovers] == ["items", "items"]


@pytest.fixture
def scales(monkeypatch: pytest.MonkeyPatch) -> None:
    """Statements are a kind, whether or not this version has it."""
    fields = (option_rows("statements", 1, 10, 200), FormField("steps", "choice", choices=("4", "5", "7")))
    activity = SimpleNamespace(answer_field="scale", form_fields=fields)
    kinds = [kind for kind in programme_questions.KINDS if kind.name != "scale"]
    scale = SimpleNamespace(name="scale", activity=activity)
    monkeypatch.setattr(programme_questions, "KINDS", (*kinds, scale))


def test_numbers_in_brackets_ask_for_statements_on_a_scale(scales: None) -> None:
    first, second, third = parse("How? (1–7)\n- well\n- fast\nSo? (1-5) 5 min\nAnd? (1–10)", MARKERS).questions
    assert (first.question.form, first.question.rows, first.question.steps) == ("scale", ("well", "fast"), 7)
    assert (second.question.rows, second.question.minutes) == (("So?",), 5), "a question alone is its own statement"
    assert (third.question.steps, third.notes) == (5, ("steps",))
    item = draft_items([first.question], "sv", ENDS)[0]
    assert item["statements"] == [{"label": {"sv": "well"}}, {"label": {"sv": "fast"}}]
    assert (item["steps"], item["low"]) == (7, {"sv": "low"})


@given(TEXTS)
def test_no_line_is_lost(text: str) -> None:
    programme = parse(text, MARKERS)
    accounted = [leftover.line for leftover in programme.leftovers]
    for pasted in programme.questions:
        accounted += [pasted.line, *pasted.row_lines]
    assert sorted(accounted) == [number for number, line in enumerate(text.splitlines(), 1) if cleaned(line)]


@given(TEXTS)
def test_whatever_comes_out_fits_into_a_programme(text: str) -> None:
    programme = parse(text, MARKERS)
    items = draft_items([pasted.question for pasted in programme.questions], "fi", ENDS)
    assert len(items) <= MAX_ACTIVITIES
    for item in items:
        assert 0 < len(item["question"]["fi"]) <= 200
        rows = item.get("options", [])
        assert len(rows) <= 30
        assert all(0 < len(row["label"]["fi"]) <= 100 for row in rows)


@pytest.mark.parametrize("form", sorted({"words", "choice", "multiple"}))
def test_another_kind_is_chosen_by_writing_it_on_the_line(form: str) -> None:
    text = "tea\nWhich? (choose several) 10 min\n- a\n- b"
    changed = rewritten(text, 2, form, MARKERS)
    assert parse(changed, MARKERS).questions[0].question.form == form
    assert parse(changed, MARKERS).questions[0].question.minutes == 10


def test_a_leftover_is_taken_out_by_its_line() -> None:
    assert parse(without("Why?\ntea\nWhat?", 2), MARKERS) == PastedProgramme(
        parse("Why?\nWhat?", MARKERS).questions, ()
    )  # fmt: skip
