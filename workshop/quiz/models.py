"""The quiz's questions, types and dual types: models of `data/quiz.yaml`."""

from collections.abc import Collection, Iterator
from functools import partial
from itertools import combinations
from typing import Annotated

from pydantic import Field

from workshop.assessment.criteria import Id
from workshop.content.errors import Finding, Path
from workshop.content.localised import Localised
from workshop.content.validation import filled, repeated, undefined
from workshop.strict_model import StrictModel


class QuizOption(StrictModel):
    """One answer and the points it gives to types; the type with the most is its main type."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9_]{0,39}$")
    points: dict[str, Annotated[int, Field(ge=1, le=10)]] = Field(min_length=1)
    label: Localised

    @property
    def main_type(self) -> str:
        """The type with the most points."""
        return max(self.points, key=self.points.__getitem__)


class QuizQuestion(StrictModel):
    """One question, answered with one option."""

    id: Id
    question: Localised
    options: tuple[QuizOption, ...] = Field(min_length=2, max_length=6)


class QuizType(StrictModel):
    """One developer type; `picture` is a file of `static/svg`, `core_element` a criterion of the self-assessment."""

    id: Id
    core_element: str | None = None
    picture: str | None = Field(default=None, pattern=r"^[a-z0-9_]+\.svg$")
    title: Localised
    tagline: Localised
    strength: Localised
    blind_spot: Localised
    tip: Localised
    best_pair: str
    pair_reason: Localised


class Pair(StrictModel):
    """A dual type and its name."""

    types: tuple[str, ...] = Field(min_length=2, max_length=2)
    title: Localised


class QuizTexts(StrictModel):
    """The headings of a result."""

    single: Annotated[Localised, filled("type")]
    dual: Annotated[Localised, filled("pair", "a", "b")]
    flavour: Annotated[Localised, filled("type")]
    strength: Localised
    blind_spot: Localised
    best_pair: Localised
    tip: Localised
    core_element: Localised
    group: Localised


class Quiz(StrictModel):
    """The whole quiz; the order of `types` decides a tie."""

    title: Localised
    intro: Localised
    disclaimer: Localised
    result_texts: QuizTexts
    types: tuple[QuizType, ...] = Field(min_length=2, max_length=10)
    pairs: tuple[Pair, ...]
    questions: tuple[QuizQuestion, ...] = Field(min_length=1, max_length=20)

    @property
    def ids(self) -> tuple[str, ...]:
        """The types' ids in their order."""
        return tuple(quiz_type.id for quiz_type in self.types)

    def type(self, type_id: str) -> QuizType:
        """The type of this id. Raises KeyError."""
        return {quiz_type.id: quiz_type for quiz_type in self.types}[type_id]

    def pair(self, first: str, second: str) -> Pair:
        """The dual type of two types, in either order. Raises KeyError."""
        return {frozenset(pair.types): pair for pair in self.pairs}[frozenset((first, second))]


def findings(quiz: Quiz, core_elements: Collection[str] | None) -> Iterator[Finding]:
    """What does not hold together across the file.

    `core_elements` are the ids of the self-assessment's criteria, None where they are not known.
    """
    yield from repeated(quiz.ids, lambda index: ("types", index, "id"))
    yield from repeated([question.id for question in quiz.questions], lambda index: ("questions", index, "id"))
    for index, quiz_type in enumerate(quiz.types):
        yield from undefined([quiz_type.best_pair], quiz.ids, partial(_type_path, index, "best_pair"))
        if quiz_type.core_element is not None and core_elements is not None:
            yield from undefined([quiz_type.core_element], core_elements, partial(_type_path, index, "core_element"))
    yield from _pairs(quiz)
    yield from _options(quiz)


def _type_path(index: int, key: str, _: str) -> Path:
    return ("types", index, key)


def _pairs(quiz: Quiz) -> Iterator[Finding]:
    for index, pair in enumerate(quiz.pairs):
        yield from undefined(pair.types, quiz.ids, partial(_pair_path, index))
    named = [frozenset(pair.types) for pair in quiz.pairs]
    names = [" + ".join(pair.types) for pair in quiz.pairs]
    for index, types in enumerate(named):
        if types in named[:index] or len(types) == 1:
            yield Finding(("pairs", index), "repeated", {"name": names[index]})
    for first, second in combinations(dict.fromkeys(quiz.ids), 2):
        if frozenset((first, second)) not in named:
            yield Finding(("pairs",), "pair", {"name": f"{first} + {second}"})


def _pair_path(index: int, _: str) -> Path:
    return ("pairs", index, "types")


def _options(quiz: Quiz) -> Iterator[Finding]:
    for place, question in enumerate(quiz.questions):
        path: Path = ("questions", place, "options")
        yield from repeated([option.id for option in question.options], partial(_option_path, path))
        for index, option in enumerate(question.options):
            points: Path = (*path, index, "points")
            yield from undefined(option.points, quiz.ids, partial(_points_path, points))
            if list(option.points.values()).count(max(option.points.values())) > 1:
                yield Finding(points, "own_type")


def _option_path(path: Path, index: int) -> Path:
    return (*path, index, "id")


def _points_path(path: Path, name: str) -> Path:
    return (*path, name)
