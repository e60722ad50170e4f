"""From answers to the next question: entries or themes become the options of a question, in the order of counts."""

from collections.abc import Collection, Sequence
from typing import Any, Literal

from workshop.activities.options import MAX_OPTION
from workshop.errors import PropelliError

MIN_VOTED, MAX_VOTED = 3, 10

VoteKind = Literal["choice", "dots", "ranking"]
Counted = tuple[str, str, int]
"""What may be voted on: its key, its text and its count."""


class VoteOptionsError(PropelliError):
    """A vote is on three to ten different things."""

    id = "vote_options"


class VoteQuestionError(PropelliError):
    """A vote needs a question."""

    id = "vote_question"


def vote_labels(counted: Sequence[Counted], chosen: Collection[str]) -> list[str]:
    """The texts of the chosen keys, the largest count first, each short enough for an option.

    Raises VoteOptionsError where there are too few or too many of them, or where two are shown alike.
    """
    ranked = sorted((row for row in counted if row[0] in chosen), key=lambda row: -row[2])
    labels = [_option_text(text) for _, text, _ in ranked]
    if not MIN_VOTED <= len(labels) <= MAX_VOTED or len({label.casefold() for label in labels}) < len(labels):
        raise VoteOptionsError(least=MIN_VOTED, most=MAX_VOTED)
    return labels


def vote_item(kind: VoteKind, question: str, labels: Sequence[str], lang: str) -> dict[str, Any]:
    """The question as the editor's forms hold one. Raises VoteQuestionError."""
    if not question.strip():
        raise VoteQuestionError
    options = [{"label": {lang: label}} for label in labels]
    return {"kind": kind, "question": {lang: question}, "options": options}


def _option_text(text: str) -> str:
    """The text on one line, cut after a whole word where it is too long for an option."""
    line = " ".join(text.split())
    if len(line) <= MAX_OPTION:
        return line
    cut = line[: MAX_OPTION - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(" ,.;:–-") + "…"
