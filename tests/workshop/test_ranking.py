"""Ranking: what one person may rank, where the options stand, and ties that are ties."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.workshop.stored_answers import StoredAnswers
from workshop.activities.answers import EmptyAnswerError, UnknownOptionError
from workshop.activities.context import ActivityContext
from workshop.activities.drafts import Draft, FewOptionsError, ManyOptionsError
from workshop.activities.options import Option
from workshop.activities.ranking import (
    LongRankingError,
    RankingActivity,
    RankingRecord,
    RankingResults,
    RepeatedOptionError,
)
from workshop.activities.registry import drafted
from workshop.content.content import Content
from workshop.content.localised import Localised

TEXT = Localised.same("Missä järjestyksessä edetään?")
IDS = ("a", "b", "c", "d", "e")


def activity(ids: Sequence[str] = IDS, **changes: Any) -> RankingActivity:
    options = tuple(Option(id=name, label=Localised.same(name)) for name in ids)
    return RankingActivity(**{"id": "r", "title": TEXT, "question": TEXT, "options": options, **changes})


def stored(rankings: Sequence[Sequence[str]]) -> StoredAnswers:
    return StoredAnswers([{str(place): option for place, option in enumerate(person, 1)} for person in rankings])


def counted(rankings: Sequence[Sequence[str]], content: Content, **changes: Any) -> RankingResults:
    return activity(**changes).count(stored(rankings), content)


def by_id(results: RankingResults) -> Mapping[str, RankingRecord]:
    return {option.id: option for option in results.options}


RANKED = st.permutations(IDS).flatmap(lambda order: st.integers(1, len(IDS)).map(lambda most: order[:most]))
RANKINGS = st.lists(RANKED, min_size=1, max_size=25)


@pytest.mark.parametrize("submitted", [None, "a", {}, [], [1], [None], ["a", 2], ["a"] * 51])
def test_nothing_ranked_is_no_answer(submitted: object, content: Content) -> None:
    with pytest.raises(EmptyAnswerError):
        activity().accept(submitted, content)


def test_a_ranking_is_stored_by_place_and_may_be_shorter(content: Content) -> None:
    answers = activity(places=3).accept(["c", "a"], content)
    assert [(answer.key, answer.text) for answer in answers] == [("1", "c"), ("2", "a")]


def test_foreign_repeated_and_too_many_options_are_refused(content: Content) -> None:
    for submitted, error in ((["z"], UnknownOptionError), (["a", "a"], RepeatedOptionError)):
        with pytest.raises(error):
            activity().accept(submitted, content)
    with pytest.raises(LongRankingError) as caught:
        activity(places=2).accept(["a", "b", "c"], content)
    assert caught.value.values == {"max": 2, "n": 3}


def test_places_are_two_to_all_and_options_three_to_ten() -> None:
    assert (activity().most_places, activity(places=5).most_places, activity(places=2).most_places) == (5, 5, 2)
    for wrong in ({"places": 1}, {"places": 6}, {"ids": ("a", "b")}, {"ids": [f"o{n}" for n in range(11)]}):
        with pytest.raises(ValidationError):
            activity(**wrong)


@given(RANKINGS)
def test_everybodys_places_add_up_whatever_is_left_out(content: Content, rankings: list[list[str]]) -> None:
    results = counted(rankings, content)
    m = len(IDS)
    assert sum(option.mean or 0 for option in results.options) == pytest.approx(m * (m + 1) / 2)
    for option in results.options:
        assert sum(option.places) + option.unplaced == results.people == len(rankings)
        assert option.first == sum(person[0] == option.id for person in rankings)


@given(RANKINGS)
def test_a_mean_is_of_the_places_given_and_of_the_middle_of_those_left(
    content: Content, rankings: list[list[str]]
) -> None:
    def place(name: str, person: list[str]) -> Fraction:
        left = [number for number in range(1, len(IDS) + 1) if number > len(person)]
        return Fraction(person.index(name) + 1) if name in person else Fraction(sum(left), len(left))

    for name, option in by_id(counted(rankings, content)).items():
        places = [place(name, person) for person in rankings]
        assert option.mean == pytest.approx(float(sum(places) / len(places)))


@given(RANKINGS)
def test_equal_means_stand_equal_and_the_next_standing_is_skipped(content: Content, rankings: list[list[str]]) -> None:
    results = counted(rankings, content)
    for option in results.options:
        better = sum((other.mean or 0) < (option.mean or 0) for other in results.options)
        assert option.standing == better + 1
    assert [option.standing for option in results.options] == sorted(option.standing or 0 for option in results.options)
    shown = results.means("fi")
    for option, other in product(results.options, repeat=2):
        assert (shown[option.id] == shown[other.id]) is (option.standing == other.standing)


@given(RANKINGS, st.randoms())
def test_the_order_in_which_people_answer_does_not_matter(
    content: Content, rankings: list[list[str]], random: Any
) -> None:
    shuffled = list(rankings)
    random.shuffle(shuffled)
    assert counted(shuffled, content) == counted(rankings, content)


def test_a_tie_is_one_two_two_four(content: Content) -> None:
    results = counted([["a", "b", "c", "d", "e"], ["a", "c", "b", "d", "e"]], content)
    assert [(option.id, option.standing, option.mean) for option in results.options] == [
        ("a", 1, 1), ("b", 2, 2.5), ("c", 2, 2.5), ("d", 4, 4), ("e", 5, 5)
    ]  # fmt: skip
    assert results.tied == {2}


def test_an_option_that_one_person_puts_first_does_not_win_over_all_others(content: Content) -> None:
    results = counted([["e"], *[["a", "b"]] * 9], content)
    assert results.options[0].id == "a"
    assert (by_id(results)["e"].unplaced, by_id(results)["c"].unplaced) == (9, 10)


def test_means_have_two_decimals_only_where_one_does_not_tell_them_apart(content: Content) -> None:
    apart = counted([["a", "b", "c", "d", "e"]], content)
    assert list(apart.means("sv").values()) == ["1,0", "2,0", "3,0", "4,0", "5,0"]
    near = counted([["a", "b", "c", "d", "e"]] * 12 + [["b", "a", "c", "d", "e"]] * 13, content)
    assert (near.means("en")["a"], near.means("fi")["b"]) == ("1.52", "1,48")


def test_before_the_first_answer_nothing_stands_anywhere(content: Content) -> None:
    results = counted([], content)
    assert [(option.id, option.standing, option.mean) for option in results.options] == [(i, None, None) for i in IDS]
    assert results.means("fi") == {}


def test_an_option_that_was_removed_counts_on(content: Content) -> None:
    removed = (Option(id="sauna", label=TEXT), Option(id="unused", label=TEXT))
    results = counted([["sauna", "a"], ["a", "b"]], content, removed=removed)
    assert set(by_id(results)) == {*IDS, "sauna"}
    assert by_id(results)["sauna"].places[:2] == (1, 0)


def test_stored_places_count_in_their_order_and_garbage_is_left_out(content: Content) -> None:
    odd = StoredAnswers([{"10": "c", "2": "b", "1": "a", "x": "d", "11": "a"}])
    results = activity().count(odd, content)
    assert [option.id for option in results.options[:3]] == ["a", "b", "c"]
    assert by_id(results)["d"].unplaced == 1


@pytest.mark.parametrize("changes", [{}, {"places": 2}])
def test_made_up_people_may_rank_what_they_rank(content: Content, changes: dict[str, Any]) -> None:
    question = activity(**changes)
    samples = question.sample_submissions(content)
    assert samples == question.sample_submissions(content)
    assert all(question.accept(sample, content) for sample in samples)
    assert len({str(sample) for sample in samples}) > 2


def test_a_question_on_the_spot_ranks_all_or_the_best(content: Content) -> None:
    lines = "yksi\nkaksi\nkolme"
    every, best = (drafted(Draft("ranking", "Mitä?", lines, most), "own_1") for most in (10, 2))
    assert isinstance(every, RankingActivity)
    assert isinstance(best, RankingActivity)
    assert (every.places, best.places) == (None, 2)
    draft = best.to_draft("fi")
    assert draft == Draft("ranking", "Mitä?", lines, 2)
    with pytest.raises(FewOptionsError):
        drafted(Draft("ranking", "Mitä?", "yksi\nkaksi"), "own_1")
    with pytest.raises(ManyOptionsError):
        drafted(Draft("ranking", "Mitä?", "\n".join(map(str, range(11)))), "own_1")


def test_the_wall_tells_ties_and_those_without_a_place(content: Content) -> None:
    ctx = ActivityContext(content, "fi", "", "482915")
    whole = activity().projector_result(stored([["a", "b", "c", "d", "e"], ["a", "c", "b", "d", "e"]]), ctx)
    assert [row["is_tied"] for row in whole["options"]] == [False, True, True, False, False]
    assert whole["note"] == "Pylväät: kuinka moni antoi tämän sijan"
    assert not whole["is_partial"]
    assert activity().projector_result(stored([["a"]]), ctx)["is_partial"]
