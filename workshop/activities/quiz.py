"""Quiz: the quiz of the content, filled as a form; each person is of a type, and the crowd's types are counted."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Literal, cast

from workshop.activities.activity import Count, RoundCounts
from workshop.activities.context import ActivityContent, ActivityContext
from workshop.activities.form import FormActivity
from workshop.activities.payloads import ApiFormQuestion, ApiResult
from workshop.activities.round_answers import RoundAnswers
from workshop.content.parts import Part
from workshop.quiz import rules
from workshop.strict_model import StrictModel

INKS = ("jarvi", "lakka", "kanerva", "yo", "kuusi")


class TypeRecord(StrictModel):
    """A type of the quiz; one who is two types is counted in both."""

    id: str
    people: Count


class QuizResults(RoundCounts):
    """The types in the quiz's order."""

    kind: Literal["quiz"] = "quiz"
    types: tuple[TypeRecord, ...]

    @property
    def dual(self) -> int:
        """Number of people who are two types."""
        return sum(row.people for row in self.types) - self.people


class QuizActivity(FormActivity):
    """The quiz of `data/quiz.yaml`, answered as a form."""

    counts_class: ClassVar[type[RoundCounts] | None] = QuizResults
    part: ClassVar[Part | None] = "quiz"

    kind: Literal["quiz"] = "quiz"

    def form_questions(self, content: ActivityContent, lang: str) -> list[ApiFormQuestion]:
        return cast("list[ApiFormQuestion]", rules.as_form(content.quiz, lang))

    def form_options(self, content: ActivityContent) -> Mapping[str, Sequence[str]]:
        return {question.id: [option.id for option in question.options] for question in content.quiz.questions}

    def form_result(self, form: Mapping[str, str], ctx: ActivityContext) -> ApiResult | None:
        """The person's type, with the address of its picture in place of the file's name."""
        result = rules.as_result(ctx.content.quiz, ctx.content.core_elements, form, ctx.lang)
        if result is not None and "picture" in result:
            result = {**result, "picture": ctx.picture(result["picture"])}
        return cast("ApiResult | None", result)

    def count(self, answers: RoundAnswers, content: ActivityContent) -> QuizResults:
        crowd = rules.type_counts(content.quiz, answers.by_person())
        types = (TypeRecord(id=name, people=count) for name, count in crowd.counts.items())
        return QuizResults(people=crowd.n, types=tuple(types))

    def projector_result(self, answers: RoundAnswers, ctx: ActivityContext) -> dict[str, Any]:
        """The crowd's types; one who is two types stands in both."""
        quiz = ctx.content.quiz
        crowd = rules.type_counts(quiz, answers.by_person())
        types = [
            {
                "id": quiz_type.id,
                "title": quiz_type.title(ctx.lang),
                "count": crowd.counts[quiz_type.id],
                "picture": ctx.picture(quiz_type.picture) if quiz_type.picture else None,
                "ink": INKS[place % len(INKS)],
            }
            for place, quiz_type in enumerate(quiz.types)
        ]
        lacking = [quiz.type(name).title(ctx.lang) for name in crowd.missing]
        note = ctx.text("results.dual", n=crowd.dual) if crowd.dual else None
        return {"kind": self.kind, "n": crowd.n, "types": types, "lacking": lacking, "note": note}
