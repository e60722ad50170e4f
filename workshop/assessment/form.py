"""The self-assessment as a form on the participant page: questions, one person's outcome, counts of all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from workshop.assessment.criteria import LEVELS, AssessmentAnswer, Criteria
from workshop.assessment.rules import Assessment, Step, assess

UNKNOWN = "unknown"


def as_form(criteria: Criteria, lang: str) -> list[dict[str, Any]]:
    """The questions for the API: options `1` to `4` and `unknown`, the steps as their labels."""
    unknown = {"id": UNKNOWN, "label": criteria.unknown.label(lang)}
    return [
        {
            "id": criterion.id,
            "question": criterion.question(lang),
            "help": criterion.help(lang),
            "options": [
                *({"id": str(level), "label": criterion.anchors.for_level(level)(lang)} for level in LEVELS),
                unknown,
            ],
        }
        for criterion in criteria.criteria
    ]


def from_form(criteria: Criteria, form: Mapping[str, str]) -> dict[str, AssessmentAnswer]:
    """The answers of a form; a form asks for no aspects, and what it does not know stays open."""
    levels = {str(level): level for level in LEVELS}
    return {name: AssessmentAnswer(level=levels.get(form.get(name, UNKNOWN))) for name in criteria.ids}


def advice(criteria: Criteria, step: Step, lang: str) -> str:
    """The sentence of a next step."""
    texts = criteria.criterion(step.criterion).advice
    chosen = {"1": texts.level_1, "2": texts.level_2, "unknown": texts.unknown, "strong": texts.strong}[step.kind]
    return chosen(lang)


def title(criteria: Criteria, outcome: Assessment, lang: str) -> str:
    """The outcome's heading: a verdict, or the two between which it is open."""
    if outcome.worst is None or outcome.best is None:
        return criteria.title(lang)
    worst, best = (criteria.verdict(name).label(lang) for name in (outcome.worst, outcome.best))
    return worst if worst == best else f"{worst} – {best}"


def text(criteria: Criteria, outcome: Assessment, lang: str) -> str:
    """What the outcome means, or what would decide it."""
    texts = criteria.result_texts
    if outcome.worst is None or outcome.best is None:
        return texts.empty(lang)
    if outcome.status == "open":
        return texts.open(lang).format(
            worst=criteria.verdict(outcome.worst).label(lang),
            best=criteria.verdict(outcome.best).label(lang),
            deciding=", ".join(criteria.criterion(name).label(lang) for name in outcome.deciding),
        )
    meaning = criteria.verdict(outcome.worst).text(lang)
    return f"{meaning} {texts.firm_despite_unknown(lang)}" if outcome.unknown else meaning


def as_result(criteria: Criteria, form: Mapping[str, str], lang: str) -> dict[str, Any]:
    """One person's outcome for the response: `title`, `text` and `details`, the next steps."""
    outcome = assess(criteria, from_form(criteria, form))
    return {
        "title": title(criteria, outcome, lang),
        "text": text(criteria, outcome, lang),
        "details": [
            {
                "label": criteria.result_texts.step(lang).format(
                    criterion=criteria.criterion(step.criterion).label(lang)
                ),
                "text": advice(criteria, step, lang),
            }
            for step in outcome.steps
        ],
    }


@dataclass(frozen=True)
class LevelCounts:
    """How many chose each level of one criterion, and how many could not say."""

    criterion: str
    counts: tuple[int, int, int, int]
    unknown: int


def level_counts(
    criteria: Criteria, forms: Iterable[Mapping[str, str]], min_group: int
) -> tuple[LevelCounts, ...] | None:
    """The counts of each criterion, without mean or verdict; None where fewer than `min_group` answered."""
    answers = [from_form(criteria, form) for form in forms]
    if len(answers) < min_group:
        return None
    rows = []
    for name in criteria.ids:
        chosen = [answer[name].level for answer in answers]
        level_1, level_2, level_3, level_4 = (chosen.count(level) for level in LEVELS)
        rows.append(LevelCounts(name, (level_1, level_2, level_3, level_4), chosen.count(None)))
    return tuple(rows)
