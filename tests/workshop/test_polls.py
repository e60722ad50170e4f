"""Validation of answers, and their counts."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.activities.answers import EmptyAnswerError, LongAnswerError, UnknownOptionError
from workshop.activities.form import clean_form
from workshop.activities.options import clean_choices
from workshop.activities.percentages import percentages
from workshop.activities.words import clean_words

ODD: list[Any] = [None, "sana", 5, {}, [], [1], [None], ["a"] * 51, [["a"]], True]


@pytest.mark.parametrize("given_words", [*ODD, [""], ["  "], ["\u200b"], ["..."], ["sisu", ""]])
def test_nothing_typed_is_reported(given_words: object) -> None:
    with pytest.raises(EmptyAnswerError):
        clean_words(given_words, 40)


def test_length_is_code_points_after_composition() -> None:
    assert clean_words(["a\u0308" * 40], 40)[0].text == "ä" * 40
    with pytest.raises(LongAnswerError) as caught:
        clean_words(["ä" * 43], 40)
    assert caught.value.values["n"] == 3


def test_the_same_word_twice_in_one_submit_is_one() -> None:
    assert [answer.text for answer in clean_words(["Sisu", "sisu!", "ilo"], 40)] == ["Sisu", "ilo"]


@pytest.mark.parametrize("chosen", [["z"], ["a", "b"], ["a", "z"]])
def test_only_the_questions_options_and_one_of_them(chosen: list[str]) -> None:
    with pytest.raises(UnknownOptionError):
        clean_choices(chosen, ["a", "b"], multiple=False)


def test_several_options_are_kept_in_the_questions_order() -> None:
    assert [answer.key for answer in clean_choices(["c", "a"], ["a", "b", "c"], multiple=True)] == ["a", "c"]


def test_a_form_wants_every_question_answered_with_its_own_options() -> None:
    questions = {"q1": ["a", "b"], "q2": ["a", "b"]}
    assert [answer.text for answer in clean_form({"q2": "b", "q1": "a"}, questions)] == ["a", "b"]
    with pytest.raises(EmptyAnswerError):
        clean_form({"q1": "a"}, questions)
    for wrong in ({"q1": "z", "q2": "a"}, {"q1": "a", "q2": "a", "q3": "a"}, {"q1": ["a"], "q2": "a"}):
        with pytest.raises(UnknownOptionError):
            clean_form(wrong, questions)


COUNTS = st.lists(st.integers(0, 500), min_size=1, max_size=12)


@given(COUNTS)
def test_ties_are_ties_and_larger_is_never_smaller(counts: list[int]) -> None:
    shares = percentages(counts, sum(counts))
    pairs = sorted(zip(counts, shares, strict=True))
    for (count, share), (next_count, next_share) in pairwise(pairs):
        assert share == next_share if count == next_count else share <= next_share


@given(COUNTS.filter(lambda counts: len(set(counts)) == len(counts) and sum(counts) > 0))
def test_single_choice_without_ties_adds_up_to_a_hundred(counts: list[int]) -> None:
    assert sum(percentages(counts, sum(counts))) == 100


@given(st.lists(st.integers(0, 50), min_size=1, max_size=12), st.integers(50, 90))
def test_each_share_is_within_one_of_the_exact(counts: list[int], respondents: int) -> None:
    for count, share in zip(counts, percentages(counts, respondents), strict=True):
        assert abs(share - 100 * count / respondents) < 1


def test_nobody_has_answered() -> None:
    assert percentages([0, 0], 0) == [0, 0]
