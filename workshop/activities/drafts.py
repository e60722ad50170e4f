"""A question made on the spot: from what the facilitator typed to an activity, every fault told by its field."""

from dataclasses import dataclass
from typing import Literal

from workshop.activities.models import MAX_OPTIONS, MAX_QUESTION, Activity, ChoiceActivity, Option, WordsActivity
from workshop.content.localised import Localised
from workshop.errors import PropelliError
from workshop.words.clean import cleaned

MAX_OPTION = 100
MIN_OPTIONS = 2
TITLE_LENGTH = 40
Kind = Literal["words", "one", "many"]


class QuestionError(PropelliError):
    """A field of the question that must be mended; the sentence names it."""


class EmptyQuestionError(QuestionError):
    """The question has no text."""

    id = "question_empty"


class LongQuestionError(QuestionError):
    """The question is longer than fits a projector."""

    id = "question_long"


class FewOptionsError(QuestionError):
    """A choice needs at least two options."""

    id = "options_few"


class ManyOptionsError(QuestionError):
    """More options than a phone and a projector can show."""

    id = "options_many"


class EqualOptionsError(QuestionError):
    """Two options say the same."""

    id = "options_equal"


class LongOptionError(QuestionError):
    """An option is longer than fits a bar's label."""

    id = "option_long"


@dataclass(frozen=True)
class Draft:
    """What the facilitator typed; `options` are the lines of one text, empty lines left out."""

    kind: Kind
    question: str
    options: str = ""
    max_answers: int = 3

    def activity(self, name: str) -> Activity:
        """The activity, named `name` in the room. Raises QuestionError."""
        question = cleaned(self.question)
        if not question:
            raise EmptyQuestionError
        if len(question) > MAX_QUESTION:
            raise LongQuestionError(max=MAX_QUESTION, n=len(question))
        common = {"id": name, "title": Localised.same(_title(question)), "question": Localised.same(question)}
        if self.kind == "words":
            return WordsActivity(**common, max_answers=self.max_answers)
        return ChoiceActivity(**common, multiple=self.kind == "many", options=self._options())

    def _options(self) -> tuple[Option, ...]:
        labels = [label for line in self.options.splitlines() if (label := cleaned(line))]
        if len(labels) < MIN_OPTIONS:
            raise FewOptionsError(min=MIN_OPTIONS)
        if len(labels) > MAX_OPTIONS:
            raise ManyOptionsError(max=MAX_OPTIONS, n=len(labels))
        for place, label in enumerate(labels):
            if len(label) > MAX_OPTION:
                raise LongOptionError(max=MAX_OPTION, option=f"{label[:30]}…")
            if label.casefold() in {earlier.casefold() for earlier in labels[:place]}:
                raise EqualOptionsError(option=label)
        return tuple(
            Option(id=f"option_{number}", label=Localised.same(label)) for number, label in enumerate(labels, 1)
        )


def draft_of(activity: Activity, lang: str) -> Draft | None:
    """The fields to edit or copy an activity by; None for one that is not made of such fields."""
    if isinstance(activity, WordsActivity):
        return Draft("words", activity.question(lang), max_answers=activity.max_answers)
    if isinstance(activity, ChoiceActivity):
        labels = "\n".join(option.label(lang) for option in activity.options)
        return Draft("many" if activity.multiple else "one", activity.question(lang), labels)
    return None


def _title(question: str) -> str:
    """The question as the programme lists it."""
    if len(question) <= TITLE_LENGTH:
        return question
    return question[:TITLE_LENGTH].rsplit(" ", 1)[0].rstrip(" ,.;:–-") + "…"
