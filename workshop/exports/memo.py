"""The results as a memo that is edited further: headings, tables, and pictures with their words."""

from collections.abc import Callable
from typing import Any

from workshop.exports.memo_base import Memo
from workshop.exports.report import RoomReport
from workshop.exports.report_parts import Grid, Picture, ReportPart
from workshop.innokyla.description import Description

CLOUD_CM, CHART_CM = 15.5, 12.0
"""How wide a picture is."""

Drawn = Callable[[Picture], bytes]
"""Makes a chart's PNG."""


def memo_docx(report: RoomReport, drawn: Drawn, description: Description | None = None) -> bytes:
    """The report in the order of the programme; after it the room as a description of a model, where there is one."""
    memo = Memo(report.title, report.lang, report.app, report.made_at)
    memo.heading(report.title, 0)
    for name, value in report.facts:
        memo.paragraph(f"{name}: {value}")
    for section in report.sections:
        memo.heading(section.heading, 1)
        for part in section.parts:
            _part(memo, report, section.heading, part, drawn)
    if report.examples:
        memo.heading(report.examples_heading, 1)
        for example in report.examples:
            memo.heading(f"{example.title}, {example.place}", 2)
            memo.paragraph(example.summary)
    if report.links:
        memo.heading(report.links_heading, 1)
        for label, url in report.links:
            memo.item(f"{label}: {url}")
    if description is not None:
        add_description(memo, description)
    memo.paragraph(report.closing, small=True)
    return memo.content()


def description_docx(description: Description, app: str, made_at: Any) -> bytes:
    """The description of a model alone, in Finnish."""
    memo = Memo(description.title, "fi", app, made_at)
    add_description(memo, description, top=0)
    return memo.content()


def add_description(memo: Memo, description: Description, top: int = 1) -> None:
    """The description under its headings, in Finnish whatever the memo's language."""
    memo.heading(description.title, top, "fi")
    for line in description.intro:
        memo.paragraph(line, lang="fi")
    for section in description.sections:
        memo.heading(section.title, top + 1, "fi")
        for described in section.lines:
            memo.paragraph(described.plain, lang="fi")


def _part(memo: Memo, report: RoomReport, question: str, part: ReportPart, drawn: Drawn) -> None:
    memo.caption(part.dated_caption)
    _picture(memo, question, part, drawn)
    if part.words:
        text = report.text
        memo.table(Grid((text("export.columns.word"), text("export.columns.people")), part.words))
    for answer in part.texts:
        memo.item(answer)
    for group in part.groups:
        memo.heading(group.heading, 2)
        for line in (*(f"{word} {people}" for word, people in group.words), *group.texts):
            memo.item(line)
    if part.grid is not None and part.grid.rows:
        memo.table(part.grid)
    for line in (*part.notes, part.rule):
        if line:
            memo.paragraph(line, small=True)


def _picture(memo: Memo, question: str, part: ReportPart, drawn: Drawn) -> None:
    if part.picture is not None:
        png = drawn(part.picture) if part.chart is not None else part.picture.png
        if png:
            width = CHART_CM if part.chart is not None else CLOUD_CM
            memo.picture(png, question, part.picture.description, width)
