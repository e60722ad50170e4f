"""Answers are looked at by group only so that nothing of a small group follows, not by subtraction either."""

from collections.abc import Mapping
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.activities.choice import ChoiceActivity
from workshop.activities.group_answers import GroupAnswers
from workshop.activities.groups import (
    SEVERAL,
    PersonAnswer,
    background_of,
    group_of_each,
    groups_in,
    tells_of_groups,
    viewable_groups,
)
from workshop.activities.link import LinkActivity
from workshop.activities.sample_answers import SampleRoundAnswers
from workshop.activities.words import WordsActivity
from workshop.content.content import Content
from workshop.content.localised import Localised

COUNTS = st.dictionaries(st.sampled_from("abcdefg"), st.integers(0, 14), max_size=7)
TEXT = Localised(fi="Missä?", sv="Var?", en="Where?")


@given(COUNTS, st.integers(0, 14), st.integers(2, 8))
def test_no_group_that_can_be_worked_out_is_small(counts: Mapping[str, int], without: int, min_group: int) -> None:
    viewable = viewable_groups(counts, without, min_group)
    everyone = sum(counts.values()) + without
    for size in range(len(viewable) + 1):
        for groups in combinations(viewable, size):
            together = sum(counts[group] for group in groups)
            for people in (together, everyone - together):
                assert people == 0 or people >= min_group or not viewable
    for group in viewable:
        assert counts[group] >= min_group
        assert everyone - counts[group] >= min_group


@given(COUNTS, st.integers(2, 8))
def test_where_every_group_is_large_every_group_is_seen(counts: Mapping[str, int], min_group: int) -> None:
    large = {group: count + min_group for group, count in counts.items()}
    assert viewable_groups(large, 0, min_group) == (list(large) if len(large) > 1 else [])


@pytest.mark.parametrize(
    ("counts", "without", "viewable"),
    [
        ({"a": 23, "b": 119}, 0, ["a", "b"]),
        ({"a": 23, "b": 4}, 0, []),
        ({"a": 23, "b": 9, "c": 2}, 0, ["a"]),
        ({"a": 23, "b": 9, "c": 2}, 3, ["a", "b"]),
        ({"a": 23}, 5, ["a"]),
        ({"a": 23}, 0, []),
        ({}, 30, []),
    ],
)
def test_a_small_rest_takes_the_smallest_group_with_it(
    counts: Mapping[str, int], without: int, viewable: list[str]
) -> None:
    assert viewable_groups(counts, without, 5) == viewable


def test_whoever_chose_several_is_in_a_group_of_their_own() -> None:
    answers = [PersonAnswer(1, "x", "x"), PersonAnswer(2, "x", "x"), PersonAnswer(2, "y", "y")]
    assert group_of_each(answers) == {1: "x", 2: SEVERAL}


@given(st.dictionaries(st.integers(0, 60), st.sampled_from("abc")), st.sets(st.integers(0, 60)), st.integers(2, 6))
def test_a_group_and_its_rest_are_all_who_answered(
    group_of: Mapping[int, str], respondents: set[int], min_group: int
) -> None:
    groups = groups_in(respondents, dict(group_of.items()), min_group)
    for group, members in groups.members.items():
        assert members.isdisjoint(groups.others(group))
        assert members | groups.others(group) == respondents
        assert members == {person for person in respondents if group_of.get(person) == group}


def choice(activity_id: str, *, background: bool = False) -> ChoiceActivity:
    options = [{"id": name, "label": TEXT.model_copy(update={"fi": name})} for name in ("x", "y")]
    return ChoiceActivity.model_validate(
        {"id": activity_id, "title": TEXT, "question": TEXT, "options": options, "background": background}
    )


def test_a_question_is_looked_at_by_the_last_background_question_before_it() -> None:
    link = LinkActivity(id="page", title=TEXT, question=TEXT, href="/esimerkit")
    programme = [choice("first"), choice("where", background=True), link, choice("then"), choice("later")]
    backgrounds = [background_of(programme, activity.id) for activity in programme]
    assert [each and each.id for each in backgrounds] == [None, None, None, "where", "where"]
    assert [tells_of_groups(programme, activity.id) for activity in programme] == [False, True, False, True, False]


def test_the_words_of_a_group_are_those_of_the_whole_with_the_groups_people(content: Content) -> None:
    activity = next(each for each in content.activities if isinstance(each, WordsActivity))
    whole = SampleRoundAnswers.given_to(activity, content, None)
    answers = [
        PersonAnswer(person, answer.key, answer.text) for person, clean in enumerate(whole.people) for answer in clean
    ]
    even = GroupAnswers(frozenset(range(0, len(whole.people), 2)), answers, whole)
    odd = GroupAnswers(frozenset(range(1, len(whole.people), 2)), answers, whole)
    counted = {entry.key: entry.count for entry in whole.words().entries}
    parts = [{entry.key: entry.count for entry in group.words().entries} for group in (even, odd)]
    assert {key: parts[0].get(key, 0) + parts[1].get(key, 0) for key in counted} == counted
    assert even.words().people + odd.words().people == len(whole.people)
