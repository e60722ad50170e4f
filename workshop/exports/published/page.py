"""The page of published results: what was shown, without what was hidden and without the answers of small groups."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from workshop.activities.registry import Activity, RoundResults, exports_of
from workshop.exports.basis import ExportTexts
from workshop.exports.published.chart import PublishedChart, published_chart
from workshop.exports.report_parts import PartGroup, ReportPart
from workshop.words.cloud.cloud import Cloud

MAX_TEXTS = 100
"""How many open answers of a round are listed: the page is read on a phone."""


@dataclass(frozen=True)
class ReadableRound:
    """One round that may be read: its id, its number, its counts, and its cloud where it has words."""

    id: int
    number: int
    results: RoundResults | None
    cloud: Cloud | None = None


@dataclass(frozen=True)
class ReadableQuestion:
    """A question with those of its rounds that may be read."""

    activity: Activity
    rounds: tuple[ReadableRound, ...]


@dataclass(frozen=True)
class PublishedRound:
    """One round on the page; `id` is the round's, where a reader's own answers are put in."""

    id: int
    part: ReportPart
    chart: PublishedChart | None
    cloud: Cloud | None


@dataclass(frozen=True)
class PublishedQuestion:
    """A question with its rounds; `kind` is its kind's name."""

    kind: str
    heading: str
    rounds: tuple[PublishedRound, ...]


def published_questions(basis: ExportTexts, questions: Sequence[ReadableQuestion]) -> tuple[PublishedQuestion, ...]:
    """The questions in the programme's order; one that nobody has answered is left out."""
    return tuple(
        PublishedQuestion(
            question.activity.kind,
            question.activity.question(basis.lang),
            tuple(
                _round(basis, question.activity, counted, is_only=len(question.rounds) == 1)
                for counted in question.rounds
            ),
        )
        for question in questions
        if any(counted.results and counted.results.people for counted in question.rounds)
    )


def _round(basis: ExportTexts, activity: Activity, counted: ReadableRound, *, is_only: bool) -> PublishedRound:
    results, exports = counted.results, exports_of(activity)
    people = basis.text("results.people", n=results.people if results else 0)
    number = basis.text("export.report.round", n=counted.number)
    caption = people if is_only else f"{number} · {people}"
    if results is None or not results.people:
        return PublishedRound(counted.id, ReportPart(caption, notes=(basis.text("results.none"),)), None, None)
    if exports.is_withheld and results.people < basis.min_group:
        return PublishedRound(counted.id, ReportPart(caption, notes=(basis.withheld,)), None, None)
    part = exports.part(basis, activity, results, caption)
    if part.words or part.texts or part.groups:
        part = _listed(basis, activity, part, results)
    return PublishedRound(counted.id, part, _chart(basis, activity, part), counted.cloud)


def _chart(basis: ExportTexts, activity: Activity, part: ReportPart) -> PublishedChart | None:
    """The part's chart; cards tell the same as theirs."""
    if part.picture is None or part.picture.chart is None or part.cards:
        return None
    percent = str(basis.text.section("screen")["percent"])
    return published_chart(part.picture.chart, percent, dots=exports_of(activity).has_dots)


def _listed(basis: ExportTexts, activity: Activity, part: ReportPart, results: Any) -> ReportPart:
    """As many words or answers as are listed here, and how many more there are."""
    groups = tuple(_cut(part.groups))
    texts = part.texts[:MAX_TEXTS]
    listed = len(texts) + len(part.words) + sum(len(group.words) + len(group.texts) for group in groups)
    if not listed:
        return part
    left = len(results.shown) - listed
    name = "more_words" if activity.has_words else "more_texts"
    notes = (basis.text(f"published.{name}", n=left),) if left else ()
    return replace(part, texts=texts, groups=groups, notes=notes)


def _cut(groups: Sequence[PartGroup]) -> list[PartGroup]:
    left = MAX_TEXTS
    cut = []
    for group in groups:
        cut.append(replace(group, texts=group.texts[:left]))
        left = max(0, left - len(group.texts))
    return cut
