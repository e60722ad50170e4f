"""The self-assessment's questions and the rules of its outcome: models of `data/criteria.yaml`."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Annotated

from pydantic import Field

from workshop.content.errors import Finding, Path
from workshop.content.localised import Localised
from workshop.content.validation import filled, repeated, undefined
from workshop.strict_model import StrictModel

MET = 3
"""A core element is met from this level up: the scale has no neutral middle, so the upper half counts."""

LEVELS = (1, 2, 3, 4)

Level = Annotated[int, Field(ge=1, le=4)]
Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]


class LevelTexts(StrictModel):
    """A text for each level from one to four."""

    level_1: Localised = Field(alias="1")
    level_2: Localised = Field(alias="2")
    level_3: Localised = Field(alias="3")
    level_4: Localised = Field(alias="4")

    def for_level(self, level: int) -> Localised:
        """The text of a level from one to four."""
        return (self.level_1, self.level_2, self.level_3, self.level_4)[level - 1]


class Advice(StrictModel):
    """The next step: for a level that is not met, for an answer left open, and for what already holds."""

    level_1: Localised = Field(alias="1")
    level_2: Localised = Field(alias="2")
    unknown: Localised
    strong: Localised


class Criterion(StrictModel):
    """One core element; a level that lacks its required number of aspects is lowered."""

    id: Id
    label: Localised
    question: Localised
    help: Localised
    anchors: LevelTexts
    aspects_question: Localised | None = None
    aspects: dict[str, Localised] = Field(default_factory=dict)
    aspects_required: dict[Level, Annotated[int, Field(ge=0)]] = Field(default_factory=dict)
    advice: Advice


class Unknown(StrictModel):
    """The answer that leaves a core element open: missing information, never a zero."""

    label: Localised
    hint: Localised


class EvidenceBasis(StrictModel):
    """What a view may rest on; shown beside the outcome and never scored."""

    label: Localised
    options: dict[str, Localised]


class AssessmentOutcome(StrictModel):
    """One outcome; it is the result where a criterion of `below` stays under its level and no earlier one is.

    Raising an answer can only leave verdicts behind, so the outcome is monotone whatever the file says.
    """

    id: Id
    below: dict[str, Annotated[int, Field(ge=2, le=4)]] = Field(default_factory=dict)
    label: Localised
    text: Localised


class AssessmentAnswer(StrictModel):
    """A level with the aspects that show; `level` is None for "I can't say", `aspects` None where none were asked."""

    level: Level | None
    aspects: tuple[str, ...] | None = None


class Case(StrictModel):
    """A worked case to compare with."""

    id: Id
    title: Localised
    note: Localised | None = None
    answers: dict[str, AssessmentAnswer]


class ResultTexts(StrictModel):
    """Texts that accompany an outcome."""

    empty: Localised
    firm_despite_unknown: Localised
    open: Annotated[Localised, filled("worst", "best", "deciding")]
    lowered: Localised
    step: Annotated[Localised, filled("criterion")]


class Criteria(StrictModel):
    """The whole self-assessment. Source of the five elements: TEPSIE D1.1, Caulier-Grice et al. 2012."""

    title: Localised
    intro: Localised
    disclaimer: Localised
    levels: LevelTexts
    unknown: Unknown
    basis: EvidenceBasis
    criteria: tuple[Criterion, ...] = Field(min_length=1, max_length=10)
    verdicts: tuple[AssessmentOutcome, ...] = Field(min_length=1)
    advice_order: tuple[str, ...]
    max_advice: int = Field(default=2, ge=1, le=10)
    result_texts: ResultTexts
    cases: tuple[Case, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """The criteria's ids in the order they are asked."""
        return tuple(criterion.id for criterion in self.criteria)

    def criterion(self, criterion_id: str) -> Criterion:
        """The criterion of this id. Raises KeyError."""
        return {criterion.id: criterion for criterion in self.criteria}[criterion_id]

    def verdict(self, verdict_id: str) -> AssessmentOutcome:
        """The verdict of this id. Raises KeyError."""
        return {verdict.id: verdict for verdict in self.verdicts}[verdict_id]


def findings(criteria: Criteria) -> Iterator[Finding]:
    """What does not hold together across the file."""
    yield from repeated(criteria.ids, lambda index: ("criteria", index, "id"))
    yield from repeated([verdict.id for verdict in criteria.verdicts], lambda index: ("verdicts", index, "id"))
    yield from repeated([case.id for case in criteria.cases], lambda index: ("cases", index, "id"))
    yield from _aspects(criteria)
    yield from _verdicts(criteria)
    yield from _advice_order(criteria)
    for index, case in enumerate(criteria.cases):
        yield from _case(criteria, case, ("cases", index, "answers"))


def _aspects(criteria: Criteria) -> Iterator[Finding]:
    for index, criterion in enumerate(criteria.criteria):
        for level, count in criterion.aspects_required.items():
            if count > len(criterion.aspects):
                path: Path = ("criteria", index, "aspects_required", str(level))
                yield Finding(path, "aspects", {"limit": len(criterion.aspects)})


def _verdicts(criteria: Criteria) -> Iterator[Finding]:
    """A verdict is reachable where one criterion just under its level, all others strong, falls to no earlier one."""
    last = len(criteria.verdicts) - 1
    for index, verdict in enumerate(criteria.verdicts):
        yield from undefined(verdict.below, criteria.ids, partial(_below, index))
        if index == last and verdict.below:
            yield Finding(("verdicts", index, "below"), "otherwise")
        earlier = criteria.verdicts[:index]
        reachable = any(
            all(other.below.get(name, 0) < level for other in earlier) for name, level in verdict.below.items()
        )
        if index < last and not reachable:
            yield Finding(("verdicts", index), "reachable", {"name": verdict.id})


def _below(index: int, name: str) -> Path:
    return ("verdicts", index, "below", name)


def _advice_order(criteria: Criteria) -> Iterator[Finding]:
    order = criteria.advice_order
    yield from repeated(order, lambda index: ("advice_order", index))
    yield from undefined(order, criteria.ids, lambda name: ("advice_order", order.index(name)))
    for name in criteria.ids:
        if name not in order:
            yield Finding(("advice_order",), "missing", {"name": name})


def _case(criteria: Criteria, case: Case, path: Path) -> Iterator[Finding]:
    yield from undefined(case.answers, criteria.ids, lambda name: (*path, name))
    for criterion in criteria.criteria:
        answer = case.answers.get(criterion.id)
        if answer is None:
            yield Finding(path, "missing", {"name": criterion.id})
        else:
            yield from _marked(answer.aspects or (), criterion, (*path, criterion.id, "aspects"))


def _marked(marked: Iterable[str], criterion: Criterion, path: Path) -> Iterator[Finding]:
    return undefined(marked, criterion.aspects, lambda _: path)
