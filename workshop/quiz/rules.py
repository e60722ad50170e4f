"""The rules of the quiz: the type that the answers lead to, its texts, and the types of a group of people."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workshop.content.localised import Localised
from workshop.quiz.models import Quiz, QuizOption, QuizType


@dataclass(frozen=True)
class QuizResult:
    """A type, or a dual type where `second` shares the highest score; `flavour` comes next, if it got any points."""

    lead: str
    second: str | None = None
    flavour: str | None = None

    @property
    def types(self) -> tuple[str, ...]:
        """The one or two types of the result, the leading one first."""
        return (self.lead,) if self.second is None else (self.lead, self.second)

    @property
    def code(self) -> str:
        """The result as a word for an address; `result_from_code` reads it."""
        return "-".join((self.lead, self.second or "", self.flavour or ""))


def result_from_code(quiz: Quiz, code: str) -> QuizResult | None:
    """The result of a shared address's code; None where it is none of this quiz."""
    parts = code.split("-")
    if len(parts) != 3 or parts[0] not in quiz.ids:
        return None
    types = [part for part in parts if part]
    if len(set(types)) < len(types) or not set(types) <= set(quiz.ids):
        return None
    return QuizResult(parts[0], parts[1] or None, parts[2] or None)


def result(quiz: Quiz, form: Mapping[str, str]) -> QuizResult | None:
    """The result of a form, None where a question has no answer of this quiz.

    Types stand in the order of score, then of options chosen whose main type it is, then of the latest question
    answered with such an option, then of the quiz's list.
    """
    chosen = _chosen(quiz, form)
    if chosen is None:
        return None
    scores = {name: sum(option.points.get(name, 0) for option in chosen) for name in quiz.ids}
    ranked = _ranked(quiz, chosen, scores)
    top = [name for name in ranked if scores[name] == scores[ranked[0]]]
    leading = top[:2]
    runner_up = ranked[len(leading)] if len(ranked) > len(leading) else None
    flavour = runner_up if runner_up is not None and scores[runner_up] else None
    return QuizResult(leading[0], leading[1] if len(leading) > 1 else None, flavour)


def _chosen(quiz: Quiz, form: Mapping[str, str]) -> list[QuizOption] | None:
    chosen = []
    for question in quiz.questions:
        option = next((option for option in question.options if option.id == form.get(question.id)), None)
        if option is None:
            return None
        chosen.append(option)
    return chosen


def _ranked(quiz: Quiz, chosen: Sequence[QuizOption], scores: Mapping[str, int]) -> list[str]:
    main_types = [option.main_type for option in chosen]
    latest = {name: place for place, name in enumerate(main_types, start=1)}
    return sorted(quiz.ids, key=lambda name: (-scores[name], -main_types.count(name), -latest.get(name, 0)))


def as_form(quiz: Quiz, lang: str) -> list[dict[str, Any]]:
    """The questions for the API."""
    return [
        {
            "id": question.id,
            "question": question.question(lang),
            "options": [{"id": option.id, "label": option.label(lang)} for option in question.options],
        }
        for question in quiz.questions
    ]


def title(quiz: Quiz, outcome: QuizResult, lang: str) -> str:
    """The result's heading; a dual type's two types are named in the order of the quiz's list."""
    texts = quiz.result_texts
    if outcome.second is None:
        return texts.single(lang).format(type=quiz.type(outcome.lead).title(lang))
    first, second = sorted(outcome.types, key=quiz.ids.index)
    return texts.dual(lang).format(
        pair=quiz.pair(first, second).title(lang), a=quiz.type(first).title(lang), b=quiz.type(second).title(lang)
    )


def text(quiz: Quiz, outcome: QuizResult, lang: str) -> str:
    """The leading type's tagline, and the flavour."""
    tagline = quiz.type(outcome.lead).tagline(lang)
    if outcome.flavour is None:
        return tagline
    return f"{tagline} {quiz.result_texts.flavour(lang).format(type=quiz.type(outcome.flavour).title(lang))}."


def details(quiz: Quiz, elements: Mapping[str, Localised], outcome: QuizResult, lang: str) -> list[dict[str, str]]:
    """Strength, blind spot, best pair, tip and core element of the leading type, as `label` and `text`.

    `elements` are the labels of the assessment's criteria.
    """
    texts, lead = quiz.result_texts, quiz.type(outcome.lead)
    pairing = paired_type(quiz, outcome)
    sections = [
        (texts.strength(lang), lead.strength(lang)),
        (texts.blind_spot(lang), lead.blind_spot(lang)),
        (f"{texts.best_pair(lang)}: {quiz.type(pairing.best_pair).title(lang)}", pairing.pair_reason(lang)),
        (texts.tip(lang), lead.tip(lang)),
    ]
    if lead.core_element is not None:
        sections.append((texts.core_element(lang), elements[lead.core_element](lang)))
    return [{"label": label, "text": text} for label, text in sections]


def paired_type(quiz: Quiz, outcome: QuizResult) -> QuizType:
    """The type whose best pair is shown: the leading one, unless the other half of a dual type is that pair."""
    types = (quiz.type(name) for name in outcome.types)
    return next((quiz_type for quiz_type in types if quiz_type.best_pair not in outcome.types), quiz.type(outcome.lead))


def as_result(
    quiz: Quiz, elements: Mapping[str, Localised], form: Mapping[str, str], lang: str
) -> dict[str, Any] | None:
    """One person's result for the response: `title`, `text`, `details` and the file name of the `picture`.

    None where the form does not answer every question.
    """
    outcome = result(quiz, form)
    if outcome is None:
        return None
    values: dict[str, Any] = {
        "title": title(quiz, outcome, lang),
        "text": text(quiz, outcome, lang),
        "details": details(quiz, elements, outcome, lang),
    }
    picture = quiz.type(outcome.lead).picture
    return values if picture is None else {**values, "picture": picture}


@dataclass(frozen=True)
class QuizTypeCounts:
    """The types of `n` people; a dual type counts in both of its types. `missing` are the types that nobody is."""

    n: int
    counts: Mapping[str, int]
    missing: tuple[str, ...]

    @property
    def dual(self) -> int:
        """How many are of two types."""
        return sum(self.counts.values()) - self.n


def type_counts(quiz: Quiz, forms: Iterable[Mapping[str, str]]) -> QuizTypeCounts:
    """How many people are of each type; unfinished forms are left out."""
    results = [outcome for outcome in (result(quiz, form) for form in forms) if outcome is not None]
    counts = {name: sum(name in outcome.types for outcome in results) for name in quiz.ids}
    missing = tuple(name for name, count in counts.items() if count == 0)
    return QuizTypeCounts(len(results), counts, missing if results else ())
