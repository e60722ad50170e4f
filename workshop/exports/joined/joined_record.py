"""Several rooms as the record of one, which every file can be made from."""

from collections.abc import Iterator, Mapping, Sequence

from workshop.activities.context import ActivityContent
from workshop.activities.registry import Activity
from workshop.exports.joined.joined_rounds import JoinedRound
from workshop.exports.record import ActivityRecord, AnswerRecord, RoomRecord, RoundRecord
from workshop.exports.summary import deleted_on

MAX_TITLE = 200


def joined_record(
    rooms: Mapping[str, RoomRecord], rounds: Sequence[JoinedRound], content: ActivityContent
) -> RoomRecord:  # fmt: skip
    """A record of the questions that the rooms share, one round each; `rooms` by their names, the first one's code.

    A person in two rooms is two. It has no decisions, no questions to the speaker, and the date of deletion of the room
    that is deleted first.
    """
    first = next(iter(rooms.values()))
    soonest = min(rooms.values(), key=deleted_on)
    people: dict[tuple[str, int], int] = {}
    title = " + ".join(dict.fromkeys(record.title for record in rooms.values()))
    return first.model_copy(
        update={
            "title": title if len(title) <= MAX_TITLE else f"{title[: MAX_TITLE - 1]}…",
            "created_at": soonest.created_at,
            "retention_days": soonest.retention_days,
            "activities": tuple(_activity(joined, people, content) for joined in rounds if joined.rooms),
            "takes_questions": False,
            "speaker_questions": (),
        }
    )


def _activity(joined: JoinedRound, people: dict[tuple[str, int], int], content: ActivityContent) -> ActivityRecord:
    rounds = [room.round_record for room in joined.rooms]
    closed = [each.closed_at for each in rounds if each.closed_at is not None]
    round_record = RoundRecord(
        number=1,
        opened_at=min(each.opened_at for each in rounds),
        ends_at=None,
        closed_at=max(closed, default=None),
        results=joined.results(content),
        answers=tuple(_answers(joined, people)),
        retracted=sum(each.retracted for each in rounds),
    )
    return ActivityRecord(
        activity=_without_groups(joined.activity.activity),
        results_rule=joined.activity.results_rule,
        phone_results=joined.activity.phone_results,
        decisions=(),
        rounds=(round_record,),
    )


def _without_groups(activity: Activity) -> Activity:
    """The activity as no background question: a group that is small in one room would follow from the sum of all."""
    return activity.model_copy(update={"background": False}) if activity.is_background else activity


def _answers(joined: JoinedRound, people: dict[tuple[str, int], int]) -> Iterator[AnswerRecord]:
    for room in joined.rooms:
        for answer in room.round_record.answers:
            number = people.setdefault((room.label, answer.person), len(people) + 1)
            yield answer.model_copy(update={"person": number})
