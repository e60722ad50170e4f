"""What the kinds have in common that are answered as a form: several questions, one option each, sent together."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, TypedDict, cast

from workshop.activities.activity import BaseActivity
from workshop.activities.answers import CleanAnswer, EmptyAnswerError, KeyedText, UnknownOptionError
from workshop.activities.context import ActivityContent, ActivityContext
from workshop.activities.payloads import ApiFormQuestion, ApiResult, OwnAnswers
from workshop.activities.samples import SAMPLE_PEOPLE, sample_form


class FormStateFields(TypedDict):
    """What the participant's state has of a form."""

    questions: list[ApiFormQuestion]


class FormActivity(BaseActivity):
    """A form; its questions stand in a file of the content."""

    api_kind: ClassVar[str] = "form"
    answer_field: ClassVar[str | None] = "form"

    def form_questions(self, content: ActivityContent, lang: str) -> list[ApiFormQuestion]:
        """The questions in one language."""
        raise NotImplementedError

    def form_options(self, content: ActivityContent) -> Mapping[str, Sequence[str]]:
        """Question to the options it may be answered with."""
        raise NotImplementedError

    def form_result(self, form: Mapping[str, str], ctx: ActivityContext) -> ApiResult | None:
        """What a filled form tells its sender; None for one that does not answer every question."""
        raise NotImplementedError

    def accept(self, submitted: object, content: ActivityContent) -> list[CleanAnswer]:
        """The filled form. Raises AnswerError."""
        return clean_form(submitted, self.form_options(content))

    def state_fields(self, ctx: ActivityContext) -> FormStateFields:
        return {"questions": self.form_questions(ctx.content, ctx.lang)}

    def own_answers(self, answers: Sequence[KeyedText], ctx: ActivityContext) -> OwnAnswers:
        """Each answer as `question=option`, and the result."""
        return {
            "left": 0 if answers else 1,
            "answers": [f"{answer.key}={answer.text}" for answer in answers],
            "result": self.form_result({answer.key: answer.text for answer in answers}, ctx) if answers else None,
        }

    def outcome(self, submitted: object, ctx: ActivityContext) -> ApiResult | None:
        return self.form_result(cast("dict[str, str]", submitted), ctx) if isinstance(submitted, dict) else None

    def sample_submissions(self, content: ActivityContent) -> list[dict[str, str]]:
        options = self.form_options(content)
        return [sample_form(options, person) for person in range(SAMPLE_PEOPLE)]


def clean_form(submitted: object, questions: Mapping[str, Sequence[str]]) -> list[CleanAnswer]:
    """The answers of a form, one option a question, every question answered.

    Raises EmptyAnswerError where a question is unanswered, UnknownOptionError for a foreign question or option.
    """
    if not isinstance(submitted, dict) or not submitted:
        raise EmptyAnswerError
    for question, option in submitted.items():
        if not isinstance(option, str) or option not in questions.get(question, ()):
            raise UnknownOptionError
    if set(submitted) != set(questions):
        raise EmptyAnswerError
    return [CleanAnswer(question, submitted[question]) for question in questions]
