"""The made-up people of a preview answer every kind of question as real people could, and the same at every call."""

from pathlib import Path

import pytest

from tests.conftest import ROOT
from workshop.activities.context import ActivityContext
from workshop.activities.registry import Activity
from workshop.activities.sample_answers import SampleRoundAnswers
from workshop.activities.samples import SAMPLE_PEOPLE
from workshop.content.content import Content
from workshop.content.loader import load

CONTENTS = {folder: load(ROOT / folder) for folder in ("data", "data/examples/library")}
QUESTIONS = [
    pytest.param(content, activity, id=f"{Path(folder).name}-{activity.id}")
    for folder, content in CONTENTS.items()
    for activity in content.activities
    if activity.takes_answers
]


@pytest.mark.parametrize(("content", "activity"), QUESTIONS)
def test_everybody_submits_what_the_question_takes_and_the_same_again(content: Content, activity: Activity) -> None:
    submissions = activity.sample_submissions(content)
    assert len(submissions) == SAMPLE_PEOPLE
    assert all(activity.accept(submitted, content) for submitted in submissions)
    assert activity.sample_submissions(content) == submissions


@pytest.mark.parametrize(("content", "activity"), QUESTIONS)
def test_the_picture_shows_everybody_and_differences(content: Content, activity: Activity) -> None:
    answers = SampleRoundAnswers.given_to(activity, content, None)
    result = activity.projector_result(answers, ActivityContext(content, "fi", "", "000000"))
    counts = activity.count(answers, content)
    assert result is not None
    assert counts is not None
    assert counts.people == SAMPLE_PEOPLE
    assert len(set(answers.counts()[1].values())) > 1


def test_words_keep_to_the_length_that_the_question_allows() -> None:
    content = CONTENTS["data"]
    cloud = next(activity for activity in content.activities if activity.has_words)
    short = cloud.model_copy(update={"max_chars": 2})
    assert {len(word) for words in short.sample_submissions(content) for word in words} == {2}  # type: ignore[attr-defined]
