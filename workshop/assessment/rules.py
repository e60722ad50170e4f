"""The rules of the self-assessment: levels, the verdict, open answers, the next steps.

The five elements are all necessary, so nothing is summed: a strong element does not make up for a missing one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from workshop.assessment.criteria import LEVELS, MET, AssessmentAnswer, Case, Criteria, Criterion

Levels = Mapping[str, int | None]
StepKind = Literal["1", "2", "unknown", "strong"]


@dataclass(frozen=True)
class Step:
    """A next step: the advice of one criterion, for a level, an open answer or a strength."""

    criterion: str
    kind: StepKind


@dataclass(frozen=True)
class Assessment:
    """The outcome of one set of answers.

    `levels` are the effective ones, None where open. `worst` and `best` are verdict ids, the same where the open
    answers do not matter (`firm`), None where nothing was answered (`empty`). `deciding` names the criteria that keep
    the outcome open; `lowered` the ones whose level was lowered for lack of marked aspects.
    """

    status: Literal["empty", "firm", "open"]
    worst: str | None
    best: str | None
    deciding: tuple[str, ...]
    levels: Levels
    lowered: tuple[str, ...]
    steps: tuple[Step, ...]

    @property
    def unknown(self) -> tuple[str, ...]:
        """The criteria left open."""
        return tuple(name for name, level in self.levels.items() if level is None)


def effective_level(criterion: Criterion, answer: AssessmentAnswer) -> int | None:
    """The highest level up to the answer whose required aspects are marked; None for an open answer.

    An answer given where aspects were not asked keeps its level.
    """
    if answer.level is None or answer.aspects is None:
        return answer.level
    marked = len(set(answer.aspects) & set(criterion.aspects))
    fitting = [
        level for level in LEVELS if level <= answer.level and marked >= criterion.aspects_required.get(level, 0)
    ]
    return max(fitting, default=LEVELS[0])


def verdict(criteria: Criteria, levels: Mapping[str, int]) -> str:
    """The id of the first verdict of which some criterion stays below its level; else the last one."""
    for candidate in criteria.verdicts[:-1]:
        if any(levels[name] < level for name, level in candidate.below.items()):
            return candidate.id
    return criteria.verdicts[-1].id


def assess(criteria: Criteria, answers: Mapping[str, AssessmentAnswer]) -> Assessment:
    """The outcome with every open answer taken once as the lowest and once as the highest level."""
    complete = {
        criterion.id: answers.get(criterion.id, AssessmentAnswer(level=None)) for criterion in criteria.criteria
    }
    levels = {criterion.id: effective_level(criterion, complete[criterion.id]) for criterion in criteria.criteria}
    if all(level is None for level in levels.values()):
        return Assessment("empty", None, None, (), levels, (), ())
    worst = verdict(criteria, _filled(levels, LEVELS[0]))
    best = verdict(criteria, _filled(levels, LEVELS[-1]))
    deciding = tuple(
        name
        for name, level in levels.items()
        if level is None and verdict(criteria, _filled({**levels, name: LEVELS[0]}, LEVELS[-1])) != best
    )
    lowered = tuple(name for name, level in levels.items() if level != complete[name].level)
    status: Literal["firm", "open"] = "firm" if worst == best else "open"
    return Assessment(status, worst, best, deciding, levels, lowered, steps(criteria, levels))


def _filled(levels: Levels, unknown: int) -> dict[str, int]:
    return {name: unknown if level is None else level for name, level in levels.items()}


def steps(criteria: Criteria, levels: Levels) -> tuple[Step, ...]:
    """The next steps: the criteria that are open or not met, in the order of advice.

    Where all are met, the lowest one's advice on how to make the most of it.
    """
    not_met = [name for name in criteria.advice_order if (levels[name] or 0) < MET]
    if not_met:
        return tuple(Step(name, _kind(levels[name])) for name in not_met[: criteria.max_advice])
    lowest = min(criteria.advice_order, key=lambda name: levels[name] or 0)
    return (Step(lowest, "strong"),)


def _kind(level: int | None) -> StepKind:
    if level is None:
        return "unknown"
    return "1" if level == LEVELS[0] else "2"


@dataclass(frozen=True)
class Comparison:
    """One worked case beside one's own answers: the criteria where the levels are the same, and where one is higher.

    Criteria that either leaves open are in none of the three.
    """

    case: Case
    outcome: Assessment
    same: tuple[str, ...]
    own_higher: tuple[str, ...]
    case_higher: tuple[str, ...]


def comparisons(criteria: Criteria, outcome: Assessment) -> tuple[Comparison, ...]:
    """Every worked case, the most alike first."""
    compared = [_compared(case, assess(criteria, case.answers), outcome.levels) for case in criteria.cases]
    return tuple(sorted(compared, key=lambda comparison: -len(comparison.same)))


def _compared(case: Case, outcome: Assessment, own: Levels) -> Comparison:
    pairs = {name: (mine, outcome.levels[name]) for name, mine in own.items()}
    known = {name: mine - theirs for name, (mine, theirs) in pairs.items() if mine is not None and theirs is not None}
    return Comparison(
        case,
        outcome,
        same=tuple(name for name, difference in known.items() if difference == 0),
        own_higher=tuple(name for name, difference in known.items() if difference > 0),
        case_higher=tuple(name for name, difference in known.items() if difference < 0),
    )
