"""Statements: what is taken, and what is told of answers on ordered steps."""

import statistics
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop.activities.answers import AnswerError, EmptyAnswerError, UnknownOptionError
from workshop.activities.distribution import FEWEST_OF_MEAN, mean, median
from workshop.activities.scale import UNSURE, ScaleActivity
from workshop.content.content import Content
from workshop.content.localised import Localised

COUNTS = st.lists(st.integers(0, 30), min_size=4, max_size=7)
LINES = "Asukkaat ovat mukana\nTieto kulkee"


def scale(**more: Any) -> ScaleActivity:
    fields: dict[str, Any] = {
        "id": "now", "title": Localised.same("Nyt"), "question": Localised.same("Miten nyt tehdään?"),
        "statements": [{"id": name, "label": Localised.same(name)} for name in ("a", "b")],
        "low": Localised.same("Eri mieltä"), "high": Localised.same("Samaa mieltä"), **more,
    }  # fmt: skip
    return ScaleActivity.model_validate(fields)


def test_every_statement_gets_a_step_or_not_being_able_to_say(content: Content) -> None:
    answers = scale().accept({"b": None, "a": 5}, content)
    assert [(answer.key, answer.text) for answer in answers] == [("a", "5"), ("b", UNSURE)]


@pytest.mark.parametrize(
    ("submitted", "error"),
    [
        (None, EmptyAnswerError), ([], EmptyAnswerError), ({}, EmptyAnswerError), ({"a": 1}, EmptyAnswerError),
        ({"a": 1, "b": 0}, UnknownOptionError), ({"a": 1, "b": 6}, UnknownOptionError),
        ({"a": 1, "b": True}, UnknownOptionError), ({"a": 1, "b": "2"}, UnknownOptionError),
        ({"a": 1, "b": 2.0}, UnknownOptionError), ({"a": 1, "b": [2]}, UnknownOptionError),
        ({"a": 1, "b": 2, "c": 3}, UnknownOptionError), ({"a": 1, "c": 2}, UnknownOptionError),
    ],
)  # fmt: skip
def test_nothing_else_is_taken(submitted: object, error: type[AnswerError], content: Content) -> None:
    with pytest.raises(error):
        scale().accept(submitted, content)


def test_where_everybody_can_say_nobody_may_say_that_they_cannot(content: Content) -> None:
    with pytest.raises(UnknownOptionError):
        scale(unsure=False).accept({"a": 1, "b": None}, content)


@pytest.mark.parametrize(
    ("steps", "is_right"), [(4, True), (5, True), (7, True), ("7", True), (6, False), ("x", False)]
)
def test_there_are_four_five_or_seven_steps(steps: object, is_right: bool) -> None:
    if is_right:
        assert scale(steps=steps).steps == int(str(steps))
    else:
        with pytest.raises(ValidationError):
            scale(steps=steps)


@given(COUNTS.filter(any))
def test_the_median_are_the_two_middle_answers(counts: list[int]) -> None:
    answers = [step for step, count in enumerate(counts, 1) for _ in range(count)]
    assert median(counts) == (statistics.median_low(answers), statistics.median_high(answers))


@given(COUNTS)
def test_a_mean_is_of_five_or_more(counts: list[int]) -> None:
    answers = [step for step, count in enumerate(counts, 1) for _ in range(count)]
    if len(answers) < FEWEST_OF_MEAN:
        assert mean(counts) is None
    else:
        assert mean(counts) == round(statistics.mean(answers), 2)


def test_nobody_has_answered() -> None:
    assert median([0, 0, 0, 0]) is None
    assert mean([0, 0, 0, 0]) is None


def test_made_up_answers_are_answers(content: Content) -> None:
    for activity in (scale(), scale(steps=4, unsure=False), scale(steps=7)):
        samples = activity.sample_submissions(content)
        assert len([activity.accept(submitted, content) for submitted in samples]) == 40
        assert {step for sample in samples for step in sample.values()} >= {1, 2, 3}  # type: ignore[attr-defined]
