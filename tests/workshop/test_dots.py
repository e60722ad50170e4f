"""Dots: what one person may place, how they are counted, and how many are drawn."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workshop.stored_answers import StoredAnswers
from workshop.activities.answers import EmptyAnswerError, UnknownOptionError
from workshop.activities.context import ActivityContext
from workshop.activities.dots import (
    MAX_DRAWN,
    UNITS,
    DotsActivity,
    ManyDotsError,
    ManyDotsOnOptionError,
    drawn_dots,
    drawn_unit,
)
from workshop.activities.options import Option
from workshop.content.content import Content
from workshop.content.localised import Localised

TEXT = Localised.same("Mihin lähtisimme ensin?")
IDS = ("hall", "rides", "cafe")


def activity(**changes: Any) -> DotsActivity:
    options = tuple(Option(id=name, label=Localised.same(name)) for name in IDS)
    return DotsActivity(**{"id": "d", "title": TEXT, "question": TEXT, "options": options, "dots": 5, **changes})


def counted(people: Sequence[Mapping[str, str]], content: Content, **changes: Any) -> dict[str, tuple[int, int]]:
    results = activity(**changes).count(StoredAnswers(people), content)
    assert results.people == len(people)
    return {option.id: (option.dots, option.people) for option in results.options}


@pytest.mark.parametrize("submitted", [None, [], "hall", {}, {"hall": 0}, {"hall": -1}, {"hall": 1.0}, {"hall": True},
                                       {"hall": "2"}, {"hall": None}, {"hall": 3, "cafe": -1}])  # fmt: skip
def test_no_dots_are_no_answer(submitted: object, content: Content) -> None:
    with pytest.raises(EmptyAnswerError):
        activity().accept(submitted, content)


def test_dots_are_stored_by_option_in_the_questions_order(content: Content) -> None:
    answers = activity().accept({"cafe": 1, "hall": 4, "rides": 0}, content)
    assert [(answer.key, answer.text) for answer in answers] == [("hall", "4"), ("cafe", "1")]


def test_foreign_options_and_too_many_dots_are_refused(content: Content) -> None:
    with pytest.raises(UnknownOptionError):
        activity().accept({"sauna": 1}, content)
    with pytest.raises(ManyDotsError):
        activity().accept({"hall": 3, "cafe": 3}, content)
    with pytest.raises(ManyDotsOnOptionError):
        activity(max_per_option=2).accept({"hall": 3}, content)
    assert len(activity(max_per_option=2).accept({"hall": 2, "cafe": 2}, content)) == 2


PLACED = st.lists(st.sampled_from(IDS), min_size=1, max_size=5).map(lambda placed: dict(Counter(placed)))


@given(st.lists(PLACED, max_size=30))
def test_every_dot_and_every_person_is_counted_once(content: Content, people: list[dict[str, int]]) -> None:
    stored = [{answer.key: answer.text for answer in activity().accept(person, content)} for person in people]
    counts = counted(stored, content)
    for option in IDS:
        placed = [person[option] for person in people if option in person]
        assert counts[option] == (sum(placed), len(placed))


def test_dots_on_an_option_that_was_removed_count_on(content: Content) -> None:
    removed = (Option(id="sauna", label=TEXT), Option(id="unused", label=TEXT))
    counts = counted([{"hall": "2", "sauna": "3"}, {"old": "1"}], content, removed=removed)
    assert list(counts) == [*IDS, "sauna", "old"]
    assert (counts["sauna"], counts["old"]) == ((3, 1), (1, 1))


@pytest.mark.parametrize("text", ["", "x", "-1", "²", "1e3", "11", "99999999999", "٣"])
def test_a_stored_text_that_no_phone_sends_is_no_dot(content: Content, text: str) -> None:
    assert counted([{"hall": text}], content)["hall"] == (0, 0)


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=30))
def test_no_option_has_more_drawn_dots_than_fit_and_more_is_never_fewer(counts: list[int]) -> None:
    unit = drawn_unit(counts)
    drawn = [drawn_dots(count, unit) for count in sorted(counts)]
    assert drawn == sorted(drawn)
    assert drawn[-1] <= MAX_DRAWN
    assert all(bool(number) is bool(count) for number, count in zip(drawn, sorted(counts), strict=True))
    smaller = [other for other in UNITS if other < unit]
    assert not smaller or max(counts) > MAX_DRAWN * smaller[-1]


def test_one_drawn_dot_is_one_dot_up_to_sixty() -> None:
    assert [drawn_unit([most]) for most in (0, 60, 61, 300, 301, 600, 601)] == [1, 1, 5, 5, 10, 10, 50]
    assert [drawn_dots(count, 1) for count in (0, 1, 60)] == [0, 1, 60]


@pytest.mark.parametrize("changes", [{}, {"max_per_option": 1}, {"dots": 10, "max_per_option": 2}])
def test_made_up_people_may_place_what_they_place(content: Content, changes: dict[str, int]) -> None:
    question = activity(**changes)
    samples = question.sample_submissions(content)
    assert samples == question.sample_submissions(content)
    assert all(question.accept(sample, content) for sample in samples)
    assert len({str(sample) for sample in samples}) > 1 or "max_per_option" in changes


def test_the_wall_is_told_what_one_mark_stands_for(content: Content) -> None:
    ctx = ActivityContext(content, "fi", "", "482915")
    few = activity().projector_result(StoredAnswers([{"hall": "5"}] * 12), ctx)
    assert (few["options"][0]["drawn"], few["note"]) == (60, "60 pistettä jaettu, jokaisella 5.")
    many = activity().projector_result(StoredAnswers([{"hall": "5"}] * 13), ctx)
    assert (many["options"][0]["drawn"], many["options"][0]["dots"]) == (13, 65)
    assert many["note"] == "65 pistettä jaettu, jokaisella 5. Yksi merkki on 5 pistettä."
