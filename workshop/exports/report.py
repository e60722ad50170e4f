"""The content of a room's report: values for both the PDF and the HTML page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from workshop.activities.registry import Activity, exports_of
from workshop.content.content import Content
from workshop.content.texts import Texts
from workshop.exports.charts import Heading
from workshop.exports.dates import long_date
from workshop.exports.record import ActivityRecord, RoundRecord
from workshop.exports.report_parts import Picture, ReportPart
from workshop.exports.speaker_questions import speaker_part
from workshop.exports.summary import deleted_on
from workshop.exports.tables import ExportBasis

EXAMPLES_PAGE = "/esimerkit"


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
    min_group: int
    made_at: datetime


Clouds = Mapping[tuple[str, int], Picture]
"""Activity and number of the round to the cloud as it stood on the projector."""


def report(basis: ExportBasis, content: Content, clouds: Clouds) -> RoomReport:
    """The report of a room. A question nobody has been asked is left out."""
    record, text, lang = basis.record, basis.text, basis.lang
    opened = [activity for activity in record.activities if activity.rounds]
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
        sections=(*_sections(basis, opened, clouds), *_speaker_sections(basis)),
        examples_heading=text("export.report.examples"),
        examples=tuple(Shown(example.title(lang), example.place(lang), example.summary(lang)) for example in examples),
        links_heading=text("export.report.links"),
        links=tuple((link.label(lang), link.url) for link in content.pages.links if not link.dated),
        closing=text("export.report.closing", date=long_date(deleted_on(record), lang), version=record.version),
        min_group=basis.min_group,
        made_at=record.exported_at.replace(tzinfo=None),
    )


def _sections(basis: ExportBasis, opened: Sequence[ActivityRecord], clouds: Clouds) -> Iterator[Section]:
    for activity in opened:
        if activity.activity.takes_answers:
            parts = tuple(_part(basis, activity, round_record, clouds) for round_record in activity.rounds)
            yield Section(activity.activity.question(basis.lang), parts)


def _speaker_sections(basis: ExportBasis) -> Iterator[Section]:
    part = speaker_part(basis)
    if part is not None:
        yield Section(basis.text("export.sheets.speaker_questions"), (part,))


def _were_shown(opened: Sequence[ActivityRecord]) -> bool:
    return any(activity.activity.shown_page == EXAMPLES_PAGE for activity in opened)


def day(basis: ExportBasis, opened: Sequence[ActivityRecord]) -> str:
    """The day of the workshop: of the first round, else of the room's making."""
    starts = [round_record.opened_at for activity in opened for round_record in activity.rounds]
    return long_date(min(starts, default=basis.record.created_at), basis.lang)


def picture_heading(basis: ExportBasis, activity: Activity, round_record: RoundRecord) -> Heading:
    """What a picture of a round tells of itself when it stands alone."""
    people = basis.text("results.people", n=round_record.people)
    return activity.question(basis.lang), f"{people} · {long_date(round_record.opened_at, basis.lang)}"


def _part(basis: ExportBasis, activity: ActivityRecord, round_record: RoundRecord, clouds: Clouds) -> ReportPart:
    people = basis.text("results.people", n=round_record.people)
    number = basis.text("export.report.round", n=round_record.number)
    caption = f"{number} · {people}" if len(activity.rounds) > 1 else people
    day = long_date(round_record.opened_at, basis.lang)
    results, exports = round_record.results, exports_of(activity.activity)
    if results is None or not round_record.people:
        return ReportPart(caption, notes=(basis.text("results.none"),), day=day)
    if exports.is_withheld and results.people < basis.min_group:
        return ReportPart(caption, notes=(basis.withheld,), day=day)
    cloud = clouds.get((activity.activity.id, round_record.number))
    part = exports.part(basis, activity.activity, results, caption, cloud)
    return replace(
        part,
        chart=exports.chart(basis, activity.activity, results, part),
        items=tuple(exports.items(basis, activity.activity, results)),
        rule=exports.rule(basis, activity.activity),
        day=day,
    )
