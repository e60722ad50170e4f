"""The questions to the speaker at the desk: those that wait come first, then those with most votes."""

from collections.abc import Mapping

from server.store.rows import SpeakerQuestion
from server.usecases.desk_view.buttons import button
from server.usecases.desk_view.context import DeskViewContext
from server.usecases.desk_view.payloads import DeskButton, DeskSpeakerQuestion, DeskSpeakerQuestions
from server.usecases.speaker_questions import Mark, SpeakerQuestions
from workshop.speaker_questions import QuestionState, by_votes

MAX_LISTED = 100
"""Questions that the desk lists at once."""

WAITING: tuple[QuestionState, ...] = ("waiting", "blocked")

MARKS: Mapping[QuestionState, tuple[Mark, ...]] = {
    "waiting": ("shown", "hidden"),
    "blocked": ("shown", "hidden"),
    "shown": ("answering", "hidden"),
    "answering": ("answered", "shown"),
    "answered": ("answering", "hidden"),
    "hidden": ("shown",),
}
"""State of a question to what can be made of it."""


def speaker_questions_part(ctx: DeskViewContext, questions: SpeakerQuestions) -> DeskSpeakerQuestions | None:
    """Nothing while people cannot ask and nobody has."""
    room = ctx.desk.room
    if not room.speaker_questions:
        return None
    ordered = by_votes(questions.listed(room))
    waiting = [question for question in ordered if question.state in WAITING]
    listed = [*waiting, *(question for question in ordered if question.state not in WAITING)]
    unlisted = len(listed) - MAX_LISTED
    note = ctx.text("speaker_questions.more", n=unlisted) if unlisted > 0 else ""
    return {
        "title": ctx.text("speaker_questions.title"),
        "note": note if listed else ctx.text("speaker_questions.none"),
        "questions": [_listed(ctx, question) for question in listed[:MAX_LISTED]],
    }


def _listed(ctx: DeskViewContext, question: SpeakerQuestion) -> DeskSpeakerQuestion:
    return {
        "id": question.id,
        "text": question.text,
        "votes": ctx.text("speaker_questions.votes", n=question.votes),
        "state": question.state,
        "label": ctx.text(f"speaker_questions.states.{question.state}"),
        "buttons": [_button(ctx, question, mark) for mark in MARKS[question.state]],
    }


def _button(ctx: DeskViewContext, question: SpeakerQuestion, mark: Mark) -> DeskButton:
    """Its label says what it does to a question in this state: showing one that waits is approving it."""
    name: str = "approve" if mark == "shown" and question.state in WAITING else mark
    name = "put_off" if mark == "shown" and question.state == "answering" else name
    return button(
        ctx.text(f"speaker_questions.marks.{name}"),
        "mark_speaker_question",
        {"question": question.id, "state": mark},
    )
