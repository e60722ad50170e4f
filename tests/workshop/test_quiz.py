"""The quiz: the type of an answer form, a fair share for every type, and the missing types of a group."""

from collections import Counter
from itertools import combinations, product

import numpy as np
import pytest
from numpy.typing import NDArray

from workshop.content.content import Content
from workshop.quiz.models import Quiz
from workshop.quiz.rules import QuizResult, as_form, as_result, result, result_from_code, title, type_counts

TYPES = ("efficiency_freak", "propeller_head", "bridge_builder", "everyday_detective", "root_grower")


@pytest.fixture(scope="module")
def quiz(content: Content) -> Quiz:
    return content.quiz


def form_of(quiz: Quiz, letters: str) -> dict[str, str]:
    return {question.id: letter for question, letter in zip(quiz.questions, letters, strict=True)}


def form_toward(quiz: Quiz, type_id: str) -> dict[str, str]:
    """Each question answered with the option that gives this type the most."""
    return {
        question.id: max(question.options, key=lambda option: option.points.get(type_id, 0)).id
        for question in quiz.questions
    }


def outcomes(quiz: Quiz) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The leading type and the second (-1: none) of all 65,536 combinations, by the rules in arrays."""
    answers = np.array(list(product(range(4), repeat=8)))
    points = np.array([[[o.points.get(t, 0) for t in TYPES] for o in q.options] for q in quiz.questions])
    own = np.array([[TYPES.index(o.main_type) for o in q.options] for q in quiz.questions])
    questions = np.arange(8)
    scores = points[questions, answers].sum(axis=1)
    chosen = own[questions, answers][:, :, None] == np.arange(5)
    latest = (chosen * (questions + 1)[None, :, None]).max(axis=1)
    rank = ((scores * 10 + chosen.sum(axis=1)) * 10 + latest) * 10 - np.arange(5)
    order = np.argsort(-rank, axis=1)
    everyone = np.arange(len(answers))
    tied = scores[everyone, order[:, 0]] == scores[everyone, order[:, 1]]
    return order[:, 0], np.where(tied, order[:, 1], -1)


def test_every_type_has_its_fair_share_and_every_pair_can_be_had(quiz: Quiz) -> None:
    lead, second = outcomes(quiz)
    assert len(lead) == 65_536
    for index in range(5):
        alone = np.count_nonzero((lead == index) & (second == -1))
        shared = np.count_nonzero(((lead == index) & (second != -1)) | (second == index))
        assert 0.19 <= (alone + shared / 2) / len(lead) <= 0.21
        assert alone > 0
    pairs = Counter(frozenset(pair) for pair in zip(lead.tolist(), second.tolist(), strict=True) if pair[1] != -1)
    assert set(pairs) == {frozenset(pair) for pair in combinations(range(5), 2)}


def test_the_rules_agree_with_the_arrays(quiz: Quiz) -> None:
    lead, second = outcomes(quiz)
    every = list(product("abcd", repeat=8))
    for number in range(0, len(every), 97):
        quiz_result = result(quiz, form_of(quiz, "".join(every[number])))
        assert quiz_result is not None
        expected = (TYPES[lead[number]], None if second[number] == -1 else TYPES[second[number]])
        assert (quiz_result.lead, quiz_result.second) == expected


@pytest.mark.parametrize("type_id", TYPES)
def test_own_answers_give_the_own_type(quiz: Quiz, type_id: str) -> None:
    quiz_result = result(quiz, form_toward(quiz, type_id))
    assert quiz_result is not None
    assert quiz_result.types == (type_id,)
    assert quiz_result.flavour in set(TYPES) - {type_id}


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        # both 9 points, the propeller head by three own options against two
        ("aababdca", QuizResult("propeller_head", "efficiency_freak", "root_grower")),
        # both 8 points and two own options, the propeller head's the latest
        ("aaaaadba", QuizResult("propeller_head", "bridge_builder", "efficiency_freak")),
        # three types with 7 points and two own options each: the third in order is the flavour
        ("aabacbdd", QuizResult("everyday_detective", "propeller_head", "bridge_builder")),
        # four types with 7 points
        ("acabaaac", QuizResult("efficiency_freak", "root_grower", "propeller_head")),
    ],
)
def test_ties_are_settled_by_own_options_then_by_the_latest(quiz: Quiz, letters: str, expected: QuizResult) -> None:
    assert result(quiz, form_of(quiz, letters)) == expected


def test_an_unfinished_or_foreign_form_has_no_result(quiz: Quiz, content: Content) -> None:
    form = form_of(quiz, "aaaaaaaa")
    assert result(quiz, {**form, "coffee": "e"}) is None
    assert result(quiz, dict(list(form.items())[:7])) is None
    assert as_result(quiz, content.core_elements, {}, "fi") is None


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_a_phone_gets_eight_questions(quiz: Quiz, lang: str) -> None:
    form = as_form(quiz, lang)
    assert len(form) == 8
    for question in form:
        assert [option["id"] for option in question["options"]] == ["a", "b", "c", "d"]


def test_a_phone_gets_its_result_in_words_and_a_picture(quiz: Quiz, content: Content) -> None:
    form_result = as_result(quiz, content.core_elements, form_toward(quiz, "propeller_head"), "fi")
    assert form_result is not None
    assert form_result["title"] == "Kehittäjätyyppisi: Propellipää"
    assert "Mausteena: " in form_result["text"]
    assert form_result["picture"] == "propeller_head.svg"
    details = {detail["label"]: detail["text"] for detail in form_result["details"]}
    assert list(details) == [
        "Vahvuutesi",
        "Sokea pisteesi",
        "Paras parisi: Sinnikäs juurruttaja",
        "Vinkki huomiselle",
        "Sinun tunnusmerkkisi",
    ]
    assert details["Sinun tunnusmerkkisi"] == "Uutuus"
    assert not any(figure in str(details) for figure in "0123456789%")


def test_a_dual_type_is_named_the_same_in_either_order(quiz: Quiz) -> None:
    named = {
        title(quiz, QuizResult(first, second), "fi")
        for first, second in [("bridge_builder", "propeller_head"), ("propeller_head", "bridge_builder")]
    }
    assert named == {"Kaksoistyyppi: Ilmasilta (Propellipää + Sillanrakentaja)"}


@pytest.mark.parametrize(
    "outcome",
    [
        QuizResult("propeller_head"),
        QuizResult("propeller_head", None, "root_grower"),
        QuizResult("root_grower", "bridge_builder", "propeller_head"),
    ],
)
def test_a_shared_address_shows_the_same_result(quiz: Quiz, outcome: QuizResult) -> None:
    assert result_from_code(quiz, outcome.code) == outcome


@pytest.mark.parametrize(
    "code", ["", "propeller_head", "-propeller_head-", "genius--", "propeller_head-propeller_head-", "a-b-c-d", "<b>--"]
)
def test_a_made_up_address_shows_none(quiz: Quiz, code: str) -> None:
    assert result_from_code(quiz, code) is None


def test_the_crowd_is_counted_and_what_it_lacks_is_reported(quiz: Quiz) -> None:
    forms = [form_toward(quiz, "propeller_head")] * 3 + [form_toward(quiz, "root_grower"), {}]
    types = type_counts(quiz, forms)
    assert (types.n, types.counts["propeller_head"], types.counts["root_grower"]) == (4, 3, 1)
    assert types.missing == ("efficiency_freak", "bridge_builder", "everyday_detective")


def test_an_empty_crowd_lacks_nobody_yet(quiz: Quiz) -> None:
    assert type_counts(quiz, []).missing == ()


def test_everybody_is_somebodys_best_pair_and_stands_for_one_core_element(quiz: Quiz, content: Content) -> None:
    assert sorted(quiz_type.best_pair for quiz_type in quiz.types) == sorted(TYPES)
    assert {quiz_type.core_element for quiz_type in quiz.types} == set(content.criteria.ids)
