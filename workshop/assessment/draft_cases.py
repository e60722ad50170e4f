"""The worked cases of an assessment that is being written, recomputed by its rules as they stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from pydantic import BaseModel

from workshop.assessment.criteria import LEVELS, AssessmentAnswer, AssessmentOutcome, Case, Criteria, Criterion
from workshop.assessment.rules import assess

Part = Mapping[str, Any]
Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class CaseOutcome:
    """The outcome of one case: `worst` and `best` are ids of outcomes, the same where the case is `firm`.

    `deciding` are the criteria that keep it open, `lowered` those whose level lacks marked aspects.
    """

    case: str
    status: Literal["empty", "firm", "open"]
    worst: str | None
    best: str | None
    deciding: tuple[str, ...]
    lowered: tuple[str, ...]


def case_outcomes(part: Part) -> tuple[CaseOutcome, ...]:
    """The outcomes of all cases of a draft's `criteria`, whose texts may be missing; none where it has no rules yet."""
    criteria = _rules(part)
    if not criteria.criteria or not criteria.verdicts:
        return ()
    outcomes = []
    for case in criteria.cases:
        outcome = assess(criteria, case.answers)
        outcomes.append(
            CaseOutcome(case.id, outcome.status, outcome.worst, outcome.best, outcome.deciding, outcome.lowered)
        )
    return tuple(outcomes)


def _rules(part: Part) -> Criteria:
    """Only what the rules ask for, without texts; what does not fit is left out."""
    criteria = tuple(_criterion(item) for item in _objects(part, "criteria"))
    ids = tuple(criterion.id for criterion in criteria)
    return _unchecked(
        Criteria,
        criteria=criteria,
        verdicts=tuple(
            _unchecked(AssessmentOutcome, id=str(item["id"]), below=_numbers(item.get("below"), ids))
            for item in _objects(part, "verdicts")
        ),
        cases=tuple(
            _unchecked(Case, id=str(item["id"]), answers=_answers(item.get("answers"), ids))
            for item in _objects(part, "cases")
        ),
        advice_order=ids,
        max_advice=1,
    )


def _unchecked(model: type[Model], **values: Any) -> Model:
    """A model of these values alone, unchecked."""
    return model.model_construct(**values)


def _objects(part: Part, name: str) -> Iterator[Part]:
    """The objects of a list that have an id."""
    items = part.get(name)
    return (
        (item for item in items if isinstance(item, dict) and item.get("id")) if isinstance(items, list) else iter(())
    )


def _criterion(item: Part) -> Criterion:
    aspects = item.get("aspects")
    required = _numbers(item.get("aspects_required"), tuple(map(str, LEVELS)))
    return _unchecked(
        Criterion,
        id=str(item["id"]),
        aspects=dict.fromkeys(aspects) if isinstance(aspects, dict) else {},
        aspects_required={int(level): count for level, count in required.items()},
    )


def _numbers(value: object, names: tuple[str, ...]) -> dict[str, int]:
    if not isinstance(value, dict):
        return {}
    return {str(name): n for name, n in value.items() if str(name) in names and isinstance(n, int)}


def _answers(value: object, ids: tuple[str, ...]) -> dict[str, AssessmentAnswer]:
    answers = value if isinstance(value, dict) else {}
    return {name: _answer(answers.get(name)) for name in ids}


def _answer(value: object) -> AssessmentAnswer:
    answer = value if isinstance(value, dict) else {}
    level, aspects = answer.get("level"), answer.get("aspects")
    return AssessmentAnswer(
        level=level if level in LEVELS else None,
        aspects=tuple(map(str, aspects)) if isinstance(aspects, list) else None,
    )
