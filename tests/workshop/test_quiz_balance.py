"""The balance of a quiz is what its own rules give over all combinations of answers."""

from collections.abc import Mapping, Sequence
from itertools import product
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop.content.content import Content
from workshop.quiz import balance as balance_module
from workshop.quiz.balance import balance, points_of
from workshop.quiz.rules import result

Questions = Sequence[Sequence[Mapping[str, int]]]
TYPES = ("maker", "listener", "binder", "measurer")

POINTS = st.dictionaries(st.sampled_from(TYPES), st.integers(1, 4), min_size=1, max_size=3)
QUESTIONS = st.lists(st.lists(POINTS, min_size=1, max_size=3), min_size=1, max_size=5)


def enumerated(types: Sequence[str], questions: Questions) -> dict[str, float]:
    """The shares by asking the rules for every combination."""
    quiz: Any = SimpleNamespace(
        ids=tuple(types),
        questions=[
            SimpleNamespace(
                id=str(place),
                options=[
                    SimpleNamespace(
                        id=str(index), points=dict(points), main_type=max(points, key=lambda name: points[name])
                    )
                    for index, points in enumerate(options)
                ],
            )
            for place, options in enumerate(questions)
        ],
    )
    shares = dict.fromkeys(types, 0.0)
    combinations = list(product(*(range(len(options)) for options in questions)))
    for combination in combinations:
        outcome = result(quiz, {str(place): str(index) for place, index in enumerate(combination)})
        assert outcome is not None
        for name in outcome.types:
            shares[name] += 1 / len(outcome.types) / len(combinations)
    return shares


@settings(max_examples=120)
@given(QUESTIONS)
def test_it_is_exactly_what_the_rules_give(questions: Questions) -> None:
    counted = balance(TYPES, questions)
    assert counted is not None
    assert counted.is_exact
    assert dict(counted.shares) == pytest.approx(enumerated(TYPES, questions))
    assert sum(counted.shares.values()) == pytest.approx(1)


def test_among_three_with_equal_points_those_chosen_last_lead() -> None:
    order = ("binder", "measurer", "measurer", "maker", "maker", "listener", "listener", "binder")
    questions = [[{name: 1}] for name in order]
    counted = balance(TYPES, questions)
    assert counted is not None
    assert dict(counted.shares) == enumerated(TYPES, questions)
    assert (counted.shares["binder"], counted.shares["listener"]) == (0.5, 0.5)


def test_the_packaged_quiz_is_even(content: Content) -> None:
    questions = [[option.points for option in question.options] for question in content.quiz.questions]
    counted = balance(content.quiz.ids, questions)
    assert counted is not None
    assert counted.is_exact
    assert counted.combinations == 4**8
    assert all(0.19 <= share <= 0.21 for share in counted.shares.values())
    assert counted.rare == ()


def test_a_large_quiz_is_sampled_and_says_so(monkeypatch: pytest.MonkeyPatch, content: Content) -> None:
    questions = [[option.points for option in question.options] for question in content.quiz.questions]
    exact = balance(content.quiz.ids, questions)
    monkeypatch.setattr(balance_module, "MAX_STATES", 10)
    sampled = balance(content.quiz.ids, questions)
    assert exact is not None
    assert sampled is not None
    assert not sampled.is_exact
    assert dict(sampled.shares) == pytest.approx(dict(exact.shares), abs=0.005)


def test_the_largest_quiz_has_a_balance() -> None:
    types = [f"type_{n}" for n in range(10)]
    questions = [
        [{types[(place + index) % 10]: 3, types[(place * 3 + index * 7 + 1) % 10]: 1} for index in range(6)]
        for place in range(20)
    ]
    counted = balance(types, questions)
    assert counted is not None
    assert counted.combinations == 6**20
    assert sum(counted.shares.values()) == pytest.approx(1)


def test_a_type_that_no_answer_leads_to_is_rare() -> None:
    counted = balance(TYPES[:2], [[{"maker": 1}, {"maker": 2}]])
    assert counted is not None
    assert counted.rare == ("listener",)


@pytest.mark.parametrize(
    "quiz",
    [
        {},
        {"types": None, "questions": "no"},
        {"types": [{"id": "maker"}], "questions": []},
        {"types": [], "questions": [{"options": [{"points": {"maker": 1}}]}]},
        {"types": [{"id": "maker"}], "questions": [{"options": []}, {}]},
    ],
)
def test_an_unfinished_quiz_has_none(quiz: dict[str, Any]) -> None:
    assert balance(*points_of(quiz)) is None


def test_points_that_lead_nowhere_count_nothing() -> None:
    quiz = {
        "types": [{"id": "maker"}, {"id": "listener"}],
        "questions": [{"options": [{"points": {"maker": 2, "gone": 9}}, {"points": {"listener": "x"}}, {}]}],
    }
    counted = balance(*points_of(quiz))
    assert counted is not None
    assert counted.shares["maker"] > counted.shares["listener"]
