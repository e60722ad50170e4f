"""What the report of a room says: values that the PDF and the HTML page are both drawn from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workshop.activities.models import Activity, ChoiceActivity, LinkActivity
from workshop.content.loader import Content
from workshop.content.texts import Texts
from workshop.exports.charts import Bar, BarChart, Heading
from workshop.exports.record import (
    ActivityRecord,
    AssessmentResults,
    ChoiceResults,
    QuizResults,
    RoundRecord,
    RoundResults,
    WordRecord,
    WordsResults,
)
from workshop.exports.summary import deleted_on
from workshop.exports.tables import ExportBasis

MAX_WORDS = 40
"""How many words of a cloud the report lists; the workbook has them all."""

EXAMPLES_PAGE = "/esimerkit"


@dataclass(frozen=True)
class Picture:
    """A drawing with its words for those who listen; PNG too where it has letters that the report's font lacks."""

    svg: str
    description: str
    png: bytes | None = None
    chart: BarChart | None = None


@dataclass(frozen=True)
class Grid:
    """A table: headings, and rows whose first cell is a heading too."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]


@dataclass(frozen=True)
class TypeCard:
    """A type of the quiz: its picture (a file of `static/svg`), its name, how many."""

    picture: str | None
    title: str
    people: str


@dataclass(frozen=True)
class ReportPart:
    """One round: a line above, then what there is of a picture, cards, words, a table, and sentences."""

    caption: str
    picture: Picture | None = None
    cards: tuple[TypeCard, ...] = ()
    words: tuple[tuple[str, int], ...] = ()
    grid: Grid | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Section:
    """One question with its rounds."""

    heading: str
    parts: tuple[ReportPart, ...]


@dataclass(frozen=True)
class Shown:
    """One example: what and where."""

    title: str
    place: str
    summary: str


@dataclass(frozen=True)
class RoomReport:
    """The whole report."""

    lang: str
    text: Texts
    app: str
    title: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    examples_heading: str
    examples: tuple[Shown, ...]
    links_heading: str
    links: tuple[tuple[str, str], ...]
    closing: str


Clouds = Mapping[tuple[str, int], Picture]
"""Activity and number of the round to the cloud as it stood on the projector."""


def report(basis: ExportBasis, content: Content, clouds: Clouds) -> RoomReport:
    """The report of a room. A question nobody has been asked is left out."""
    record, text, lang = basis.record, basis.text, basis.lang
    opened = [of for of in record.activities if of.rounds]
    examples = content.examples if _were_shown(opened) else ()
    return RoomReport(
        lang=lang,
        text=text,
        app=text("app.name"),
        title=record.title,
        facts=(
            (text("export.facts.date"), day(basis, opened)),
            (text("export.columns.respondents"), str(record.people)),
            (text("export.facts.code"), record.code),
        ),
        sections=tuple(
            Section(of.activity.question(lang), tuple(_part(basis, of, one, clouds) for one in of.rounds))
            for of in opened
            if not isinstance(of.activity, LinkActivity)
        ),
        examples_heading=text("export.report.examples"),
        examples=tuple(Shown(one.title(lang), one.place(lang), one.summary(lang)) for one in examples),
        links_heading=text("export.report.links"),
        links=tuple((link.label(lang), link.url) for link in content.pages.links if not link.dated),
        closing=text("export.report.closing", date=_date(basis, deleted_on(record)), version=record.version),
    )


def _were_shown(opened: Sequence[ActivityRecord]) -> bool:
    return any(isinstance(of.activity, LinkActivity) and of.activity.href == EXAMPLES_PAGE for of in opened)


def day(basis: ExportBasis, opened: Sequence[ActivityRecord]) -> str:
    """The day of the workshop: of the first round, else of the room's making."""
    starts = [one.opened_at for of in opened for one in of.rounds]
    return _date(basis, min(starts, default=basis.record.created_at))


def _date(basis: ExportBasis, when: object) -> str:
    from babel.dates import format_date

    return str(format_date(when, format="long", locale=basis.lang))  # type: ignore[arg-type]


def picture_heading(basis: ExportBasis, activity: Activity, one: RoundRecord) -> Heading:
    """What a picture of a round tells of itself when it stands alone."""
    people = basis.text("results.people", n=one.people)
    return activity.question(basis.lang), f"{people} · {_date(basis, one.opened_at)}"


def _part(basis: ExportBasis, of: ActivityRecord, one: RoundRecord, clouds: Clouds) -> ReportPart:
    people = basis.text("results.people", n=one.people)
    number = basis.text("export.report.round", n=one.number)
    caption = f"{number} · {people}" if len(of.rounds) > 1 else people
    results = one.results
    if results is None or not one.people:
        return ReportPart(caption, notes=(basis.text("results.none"),))
    if isinstance(results, WordsResults):
        return _words(basis, results, caption, clouds.get((of.activity.id, one.number)))
    if results.people < basis.min_group:
        return ReportPart(caption, notes=(basis.withheld,))
    return counted(basis, of.activity, results, caption)


def counted(basis: ExportBasis, activity: Activity, results: RoundResults, caption: str) -> ReportPart:
    """A round of options, levels or types: its bars and the same numbers as a table."""
    if isinstance(results, ChoiceResults) and isinstance(activity, ChoiceActivity):
        return _choice(basis, activity, results, caption)
    if isinstance(results, AssessmentResults):
        return _assessment(basis, activity, results, caption)
    if isinstance(results, QuizResults):
        return _quiz(basis, activity, results, caption)
    return ReportPart(caption)


def _words(basis: ExportBasis, results: WordsResults, caption: str, cloud: Picture | None) -> ReportPart:
    shown = results.shown
    first = tuple((word.text, word.people) for word in shown[:MAX_WORDS])
    left = len(shown) - len(first)
    notes = (basis.text("export.report.more_words", n=left),) if left else ()
    if not shown:
        return ReportPart(caption, notes=(basis.text("export.report.no_words"),))
    return ReportPart(caption, cloud, words=first, notes=notes)


def _choice(basis: ExportBasis, activity: ChoiceActivity, results: ChoiceResults, caption: str) -> ReportPart:
    labels = {option.id: option.label(basis.lang) for option in activity.options}
    rows = tuple((labels[one.id], one.people, basis.text("screen.percent", n=one.percent)) for one in results.options)
    bars = [Bar(str(label), (people,), f"{people} ({percent})") for label, people, percent in rows]
    columns = (basis.heading("option"), basis.heading("people"), basis.heading("percent"))
    notes = [activity.note(basis.lang)] if activity.note else []
    notes += [basis.rounded] if results.rounded else []
    return ReportPart(caption, _bars(basis, activity, bars), grid=Grid(columns, rows), notes=tuple(notes))


def _bars(basis: ExportBasis, activity: Activity, bars: Sequence[Bar], names: Sequence[str] = ()) -> Picture:
    told = "; ".join(f"{bar.label}: {_numbers(bar, names)}" for bar in bars)
    chart = BarChart(activity.question(basis.lang), told, tuple(bars), tuple(names))
    return Picture(chart.svg(), told, chart=chart)


def _numbers(bar: Bar, names: Sequence[str]) -> str:
    if not names:
        return str(bar.parts[0])
    return ", ".join(f"{name} {part}" for name, part in zip(names, bar.parts, strict=True))


def _assessment(basis: ExportBasis, activity: Activity, results: AssessmentResults, caption: str) -> ReportPart:
    criteria, lang = basis.criteria, basis.lang
    names = [criteria.levels.for_level(level)(lang) for level in (1, 2, 3, 4)] + [criteria.unknown.label(lang)]
    labels = {criterion.id: criterion.label(lang) for criterion in criteria.criteria}
    rows = [(labels.get(row.id, row.id), *row.levels, row.unknown) for row in results.criteria or ()]
    bars = [Bar(str(label), tuple(parts), "") for label, *parts in rows]
    grid = Grid((basis.heading("criterion"), *names), tuple(rows))
    return ReportPart(caption, _bars(basis, activity, bars, names), grid=grid)


def _quiz(basis: ExportBasis, activity: Activity, results: QuizResults, caption: str) -> ReportPart:
    titles = {one.id: one.title(basis.lang) for one in basis.quiz.types}
    pictures = {one.id: one.picture for one in basis.quiz.types}
    rows = tuple((titles.get(row.id, row.id), row.people) for row in results.types)
    bars = [Bar(title, (people,), str(people)) for title, people in rows]
    cards = tuple(
        TypeCard(pictures.get(row.id), titles.get(row.id, row.id), basis.text("results.people", n=row.people))
        for row in results.types
    )
    grid = Grid((basis.heading("type"), basis.heading("people")), rows)
    notes = (basis.text("results.dual", n=results.dual),) if results.dual else ()
    return ReportPart(caption, _bars(basis, activity, bars), cards, grid=grid, notes=notes)


def described(words: Sequence[WordRecord], most: int = 20) -> str:
    """A cloud in words: the commonest with their people."""
    return ", ".join(f"{word.text} {word.people}" for word in words[:most])
