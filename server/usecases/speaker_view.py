"""The questions to the speaker as the projector shows them: they stand in the place of what is on."""

from collections.abc import Sequence
from typing import Any, TypedDict

from server.store.rows import SpeakerQuestion
from workshop.content.texts import Texts
from workshop.speaker_questions import PUBLIC, VOTED_FOR, by_votes

MAX_LISTED = 30
"""Questions in the list that takes the picture's place."""


class SpeakerView(TypedDict):
    """What is another in the projector's state while it shows the questions to the speaker."""

    question: str
    state: str
    empty: str
    link: bool
    picture: None
    answered: int
    result: Any


def speaker_view(questions: Sequence[SpeakerQuestion], text: Texts) -> SpeakerView:
    """The view of a room's questions; those that wait or are hidden are not in it."""
    public = by_votes([question for question in questions if question.state in PUBLIC])
    is_open = any(question.state in VOTED_FOR for question in public)
    return {
        "question": text("screen.speaker_title"),
        "state": "open",
        "empty": text("screen.speaker_all_answered" if public and not is_open else "screen.speaker_empty"),
        "link": False,
        "picture": None,
        "answered": len(public),
        "result": {
            "kind": "speaker",
            "is_open": is_open,
            "note": text("screen.speaker_note"),
            "questions": [
                {"text": question.text, "votes": question.votes, "state": question.state}
                for question in public[:MAX_LISTED]
            ],
        },
    }
