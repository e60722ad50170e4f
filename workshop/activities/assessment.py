"""Assessment: the self-assessment of the content, filled as a form and counted level by level."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Literal, cast

from workshop.activities.activity import Count, RoundCounts
from workshop.activities.context import ActivityContent, ActivityContext
from workshop.activities.form import FormActivity
from workshop.activities.payloads import ApiFormQuestion, ApiResult
from workshop.activities.percentages import percentages, rounded
from workshop.activities.round_answers import RoundAnswers
from workshop.assessment.answers import CHOICES
from workshop.assessment.criteria import LEVELS
from workshop.assessment.form import as_form, as_result, level_counts
from workshop.content.parts import PART_PAGES, Part
from workshop.strict_model import StrictModel

ASSESSMENT_PAGE = PART_PAGES["assessment"]


class CriterionRecord(StrictModel):
    """How many chose each level of a criterion, from one to four, and how many could not say."""

    id: str
    levels: tuple[Count, Count, Count, Count]
    unknown: Count


class AssessmentResults(RoundCounts):
    """The group's counts; `criteria` is null where fewer people answered than a distribution may be shown of."""

    kind: Literal["assessment"] = "assessment"
    criteria: tuple[CriterionRecord, ...] | None


class AssessmentActivity(FormActivity):
    """The self-assessment of `data/criteria.yaml`, answered as a form."""

    counts_class: ClassVar[type[RoundCounts] | None] = AssessmentResults
    form_page: ClassVar[str | None] = ASSESSMENT_PAGE
    part: ClassVar[Part | None] = "assessment"

    kind: Literal["assessment"] = "assessment"

    def form_questions(self, content: ActivityContent, lang: str) -> list[ApiFormQuestion]:
        return cast("list[ApiFormQuestion]", as_form(content.criteria, lang))

    def form_options(self, content: ActivityContent) -> Mapping[str, Sequence[str]]:
        return dict.fromkeys(content.criteria.ids, CHOICES)

    def form_result(self, form: Mapping[str, str], ctx: ActivityContext) -> ApiResult | None:
        return cast("ApiResult", as_result(ctx.content.criteria, form, ctx.lang))

    def count(self, answers: RoundAnswers, content: ActivityContent) -> AssessmentResults:
        forms = answers.by_person()
        rows = level_counts(content.criteria, forms, content.min_group)
        if rows is None:
            return AssessmentResults(people=len(forms), criteria=None)
        criteria = (CriterionRecord(id=row.criterion, levels=row.counts, unknown=row.unknown) for row in rows)
        return AssessmentResults(people=len(forms), criteria=tuple(criteria))

    def projector_result(self, answers: RoundAnswers, ctx: ActivityContext) -> dict[str, Any]:
        """The group's counts as statements whose steps are the levels; hidden while the group is small."""
        criteria, results = ctx.content.criteria, self.count(answers, ctx.content)
        if results.criteria is None:
            return {"kind": self.kind, "n": results.people, "hidden": True, "needed": ctx.content.min_group}
        is_rounded = any(rounded(row.levels, sum(row.levels)) for row in results.criteria)
        return {
            "kind": self.kind,
            "n": results.people,
            "steps": [criteria.levels.for_level(level)(ctx.lang) for level in LEVELS],
            "statements": [
                {
                    "label": criteria.criterion(row.id).label(ctx.lang),
                    "steps": list(row.levels),
                    "percents": percentages(row.levels, sum(row.levels)),
                    "unsure": row.unknown,
                    "median": None,
                    "summary": [],
                }
                for row in results.criteria
            ],
            "has_unsure": True,
            "note": ctx.text("screen.shares_rounded") if is_rounded else None,
        }
