"""The report of one assessment in one language: values for the page, the printed sheet and the Markdown file."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from workshop.assessment.criteria import AssessmentAnswer, Criteria, Criterion
from workshop.assessment.form import advice, text, title
from workshop.assessment.rules import Assessment, assess
from workshop.content.texts import Texts

_MARKS = re.compile(r"([\\`*_\[\]<>|~&])")


@dataclass(frozen=True)
class ScaleStep:
    """One verdict of the scale; `possible` where the outcome may be this one."""

    label: str
    possible: bool


@dataclass(frozen=True)
class Row:
    """One criterion: its effective level, None where open, with its words.

    `description` is the level's step and what was marked; `lowered` says that the level is not the chosen one.
    """

    label: str
    level: int | None
    level_text: str
    description: str
    lowered: str


@dataclass(frozen=True)
class NextStep:
    """What to do next, with its heading."""

    label: str
    text: str


@dataclass(frozen=True)
class AssessmentReport:
    """All texts of one assessment; `solution`, `basis` and `made_on` are empty where not known."""

    question: str
    solution: str
    basis: str
    made_on: str
    status: str
    title: str
    text: str
    scale: tuple[ScaleStep, ...]
    rows: tuple[Row, ...]
    why_lowered: str
    steps: tuple[NextStep, ...]
    disclaimer: str
    text_of: Texts

    @property
    def has_outcome(self) -> bool:
        """Whether anything was answered, so that there is an outcome."""
        return any(step.possible for step in self.scale)

    @property
    def is_firm(self) -> bool:
        """Whether one outcome is the only possible one."""
        return sum(step.possible for step in self.scale) == 1

    @property
    def levels(self) -> tuple[int | None, ...]:
        """The effective levels in the order of the rows."""
        return tuple(row.level for row in self.rows)

    @property
    def lowered(self) -> tuple[str, ...]:
        """A sentence for each criterion whose level was lowered, and why last; empty where none was."""
        sentences = [f"{row.label}: {row.lowered}" for row in self.rows if row.lowered]
        return (*sentences, self.why_lowered) if sentences else ()

    @property
    def about(self) -> tuple[tuple[str, str], ...]:
        """The solution, the basis and the date: name and value of each that is known."""
        facts = (("solution", self.solution), ("based_on", self.basis), ("made_on", self.made_on))
        return tuple((self.text_of(f"assessment.{name}"), value) for name, value in facts if value)

    @property
    def picture(self) -> str:
        """The radar in words, for screen-reader users."""
        levels = "; ".join(f"{row.label}: {row.level_text}" for row in self.rows)
        return self.text_of("assessment.radar_alt", levels=levels)


@dataclass(frozen=True)
class About:
    """What a visitor may add to the answers: the solution's name, ids of the basis, and the day in words."""

    question: str
    solution: str = ""
    basis: tuple[str, ...] = ()
    made_on: str = ""


def report(criteria: Criteria, answers: Mapping[str, AssessmentAnswer], about: About, texts: Texts) -> AssessmentReport:
    """The assessment's outcome in the language of `texts`."""
    lang, outcome = texts.lang, assess(criteria, answers)
    step = criteria.result_texts.step(lang)
    return AssessmentReport(
        question=about.question,
        solution=about.solution,
        basis=", ".join(label(lang) for name, label in criteria.basis.options.items() if name in about.basis),
        made_on=about.made_on,
        status=texts(f"assessment.status.{outcome.status}"),
        title=title(criteria, outcome, lang),
        text=text(criteria, outcome, lang),
        scale=_scale(criteria, outcome, lang),
        rows=tuple(_row(criteria, criterion, answers, outcome, texts) for criterion in criteria.criteria),
        why_lowered=criteria.result_texts.lowered(lang),
        steps=tuple(
            NextStep(
                step.format(criterion=criteria.criterion(next_step.criterion).label(lang)),
                advice(criteria, next_step, lang),
            )
            for next_step in outcome.steps
        ),
        disclaimer=criteria.disclaimer(lang),
        text_of=texts,
    )


def level_text(criteria: Criteria, level: int | None, lang: str) -> str:
    """A level as its number and its words; the words of an open answer for None."""
    return criteria.unknown.label(lang) if level is None else f"{level} – {criteria.levels.for_level(level)(lang)}"


def _scale(criteria: Criteria, outcome: Assessment, lang: str) -> tuple[ScaleStep, ...]:
    names = [verdict.id for verdict in criteria.verdicts]
    if outcome.worst is None or outcome.best is None:
        possible = range(0)
    else:
        possible = range(names.index(outcome.worst), names.index(outcome.best) + 1)
    return tuple(ScaleStep(verdict.label(lang), place in possible) for place, verdict in enumerate(criteria.verdicts))


def _row(
    criteria: Criteria, criterion: Criterion, answers: Mapping[str, AssessmentAnswer], outcome: Assessment, texts: Texts
) -> Row:
    lang, level = texts.lang, outcome.levels[criterion.id]
    answer = answers.get(criterion.id, AssessmentAnswer(level=None))
    note = ""
    if criterion.id in outcome.lowered:
        note = texts("assessment.lowered", chosen=answer.level, level=level)
    return Row(
        label=criterion.label(lang),
        level=level,
        level_text=level_text(criteria, level, lang),
        description=_description(criterion, level, answer.aspects or (), texts),
        lowered=note,
    )


def _description(criterion: Criterion, level: int | None, marked: Collection[str], texts: Texts) -> str:
    if level is None:
        return ""
    step = criterion.anchors.for_level(level)(texts.lang)
    aspects = ", ".join(label(texts.lang) for name, label in criterion.aspects.items() if name in marked)
    return texts("assessment.shows", step=step, aspects=aspects) if aspects else step


def markdown(report: AssessmentReport) -> str:
    """The assessment as a Markdown file; nothing that a visitor typed is read as markup."""
    texts = report.text_of
    head = " | ".join(markdown_text(texts(f"assessment.{name}")) for name in ("criterion", "level", "description"))
    rows = [
        " | ".join(markdown_text(cell) for cell in (row.label, row.level_text, row.description)) for row in report.rows
    ]
    parts = [
        f"# {markdown_text(report.question)}",
        "\n".join(f"- **{markdown_text(name)}:** {markdown_text(value)}" for name, value in report.about),
        f"## {markdown_text(report.title)}",
        f"**{markdown_text(report.status)}.** {markdown_text(report.text)}",
        "\n".join(f"| {row} |" for row in (head, "--- | --- | ---", *rows)),
        "\n".join(f"- {markdown_text(sentence)}" for sentence in report.lowered),
        f"## {markdown_text(texts('assessment.steps'))}",
        "\n".join(f"- **{markdown_text(step.label)}.** {markdown_text(step.text)}" for step in report.steps),
        f"---\n\n{markdown_text(report.disclaimer)}",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def markdown_text(words: str) -> str:
    """The words on one line, none of their signs read as markup."""
    return _MARKS.sub(r"\\\1", " ".join(words.split()))
