"""The rows of a record without what links one person's answers over questions."""

from collections.abc import Callable, Sequence

from workshop.activities.registry import exports_of
from workshop.exports.record import ActivityRecord, AnswerRecord, RoomRecord, RoundRecord, SpeakerQuestionRecord

Draw = Callable[[int], Sequence[int]]
"""Gives the numbers from 1 to n in an order drawn by chance."""


def unlinked(record: RoomRecord, min_group: int, draw: Draw) -> RoomRecord:
    """The record with people numbered anew in each round, times to the minute, and no forms of a small group.

    Rows stand by their minute and then by the drawn number: the order of arrival would tell who is who as well.
    """
    activities = tuple(_activity(activity, min_group, draw) for activity in record.activities)
    questions = tuple(_question(question, place) for place, question in enumerate(record.speaker_questions, 1))
    return record.model_copy(update={"linked": False, "activities": activities, "speaker_questions": questions})


def _question(question: SpeakerQuestionRecord, number: int) -> SpeakerQuestionRecord:
    """A question as one of nobody's others, with as many votes."""
    votes = tuple(range(1, len(question.votes) + 1))
    minute = question.at.replace(second=0, microsecond=0)
    return question.model_copy(update={"person": number, "votes": votes, "at": minute})


def _activity(activity: ActivityRecord, min_group: int, draw: Draw) -> ActivityRecord:
    is_form = exports_of(activity.activity).is_form
    rounds = tuple(
        _round(round_record, draw, keeps_rows=not is_form or round_record.people >= min_group)
        for round_record in activity.rounds
    )
    return activity.model_copy(update={"rounds": rounds})


def _round(round_record: RoundRecord, draw: Draw, *, keeps_rows: bool) -> RoundRecord:
    if not keeps_rows:
        return round_record.model_copy(update={"answers": ()})
    people = dict.fromkeys(answer.person for answer in round_record.answers)
    numbers = dict(zip(people, draw(len(people)), strict=True))
    answers = [_answer(answer, numbers[answer.person]) for answer in round_record.answers]
    answers.sort(key=lambda answer: (answer.at, answer.person, answer.slot))
    return round_record.model_copy(update={"answers": tuple(answers)})


def _answer(answer: AnswerRecord, number: int) -> AnswerRecord:
    return answer.model_copy(update={"person": number, "at": answer.at.replace(second=0, microsecond=0)})
