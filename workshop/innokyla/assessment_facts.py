"""What a self-assessment tells under Innokylä's headings, in Finnish."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from workshop.assessment.criteria import MET, AssessmentAnswer, Criteria, Criterion
from workshop.assessment.report import About, AssessmentReport, report
from workshop.assessment.rules import assess
from workshop.content.texts import Texts
from workshop.innokyla.template import Template, Verdict

LANG = "fi"
HEADINGS = {
    "implementation": "conditions", "social_need": "needs", "effectiveness": "measuring", "capacity": "change",
}  # fmt: skip
"""The packaged criteria to the heading under which each is told; a workshop's own criteria are in the summary alone."""


@dataclass(frozen=True)
class OwnWords:
    """What a visitor has typed of the solution; all of it may be empty."""

    name: str = ""
    summary: str = ""
    place: str = ""
    area: str = ""
    idea: str = ""

    @property
    def facts(self) -> dict[str, Sequence[str]]:
        """Id of a field or a heading to its text."""
        return {name: [text] for name, text in vars(self).items() if text}


def assessment_facts(
    template: Template, criteria: Criteria, answers: Mapping[str, AssessmentAnswer], basis: Sequence[str], texts: Texts
) -> dict[str, list[str]]:
    """Id of a heading to its sentences; nothing where nothing was answered. `texts` are Finnish."""
    outcome = assess(criteria, answers)
    assessment = report(criteria, answers, About(question="", basis=tuple(basis)), texts)
    if not assessment.has_outcome:
        return {}
    facts: dict[str, list[str]] = {}
    for criterion in criteria.criteria:
        if heading := HEADINGS.get(criterion.id):
            marked = answers.get(criterion.id, AssessmentAnswer(level=None)).aspects or ()
            facts[heading] = list(_criterion(template, criterion, outcome.levels[criterion.id], marked))
    if assessment.basis and "measuring" in facts:
        facts["measuring"].append(template.sentence("basis", basis=assessment.basis))
    facts["evaluation"] = list(_summary(template, assessment))
    if set(template.award.names) - {"answer"} <= set(criteria.ids):
        facts["award"] = [_award(template, outcome.levels)]
    return facts


def _criterion(template: Template, criterion: Criterion, level: int | None, marked: Sequence[str]) -> Iterator[str]:
    label = criterion.label(LANG)
    if level is None:
        yield template.sentence("open", label=label)
        return
    text = criterion.anchors.for_level(level)(LANG)
    yield template.sentence("level" if level >= MET else "gap", label=label, level=level, text=text)
    aspects = ", ".join(name(LANG) for aspect, name in criterion.aspects.items() if aspect in marked)
    if aspects:
        yield template.sentence("compared" if criterion.id == "effectiveness" else "aspects", aspects=aspects)


def _summary(template: Template, assessment: AssessmentReport) -> Iterator[str]:
    yield template.sentence("own_view")
    if assessment.basis:
        yield template.sentence("basis", basis=assessment.basis)
    for row in assessment.rows:
        if row.level is None:
            yield template.sentence("open", label=row.label)
        else:
            yield template.sentence("row", label=row.label, level=row.level_text)
    yield template.sentence("result", title=assessment.title, text=assessment.text)
    for step in assessment.steps:
        yield template.sentence("step", label=step.label, text=step.text)


def _award(template: Template, levels: Mapping[str, int | None]) -> str:
    """The three conditions; a need is answered where both the need and the effect are met."""
    conditions = {
        "implementation": [levels["implementation"]],
        "novelty": [levels["novelty"]],
        "answer": [levels.get("social_need"), levels.get("effectiveness")],
    }
    answers = template.award.answers
    return " ".join(
        template.sentence("award", name=template.award.names[name], answer=answers[_verdict(conditions[name])])
        for name in template.award.names
    )


def _verdict(levels: Sequence[int | None]) -> Verdict:
    if any(level is not None and level < MET for level in levels):
        return "unmet"
    return "unknown" if None in levels else "met"
