"""Whether two rooms have asked the same question."""

from collections.abc import Sequence

from workshop.activities.activity import BaseActivity
from workshop.content.workshop_document import WorkshopDocument
from workshop.exports.record import ActivityRecord, RoomRecord

_BESIDE_THE_QUESTION = {
    "id", "title", "help", "minutes", "speaker_note", "max_answers", "max_chars", "empty", "note", "themes",
    "background", "approval", "removed",
}  # fmt: skip
"""The fields that do not change what an answer to the question means."""


def same_question(
    first: BaseActivity, other: BaseActivity,
    first_document: WorkshopDocument | None = None, other_document: WorkshopDocument | None = None,
) -> bool:  # fmt: skip
    """Whether the two ask the same in the same words, with the same rows and steps.

    A kind whose questions stand in a part of the workshop needs the same part.
    """
    if first.kind != other.kind or _meaning(first) != _meaning(other):
        return False
    return first.part is None or _part(first.part, first_document) == _part(first.part, other_document)


def asked_in(record: RoomRecord, activity: BaseActivity, document: WorkshopDocument | None) -> ActivityRecord | None:
    """The activity of a room that asks the same as this one of a workshop with this document."""
    candidates: Sequence[ActivityRecord] = sorted(
        record.activities, key=lambda candidate: candidate.activity.id != activity.id
    )
    return next(
        (each for each in candidates if same_question(activity, each.activity, document, record.workshop)), None
    )


def _meaning(activity: BaseActivity) -> dict[str, object]:
    return activity.model_dump(exclude=_BESIDE_THE_QUESTION)


def _part(part: str, document: WorkshopDocument | None) -> object:
    if document is None:
        return None
    return {"assessment": document.criteria, "quiz": document.quiz}.get(part)
