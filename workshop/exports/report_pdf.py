"""The report as a tagged PDF (PDF/UA-1) with embedded fonts, and a chart as PNG, without a browser."""

import base64
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from workshop.content.texts import Texts
from workshop.exports.charts import BarChart, Heading, inks
from workshop.exports.font_letters import all_printable, printable
from workshop.exports.report import RoomReport
from workshop.exports.report_parts import PartGroup, Picture, ReportPart
from workshop.exports.typesetting import typeset

TEMPLATES = Path(__file__).parent / "templates"
REPORT = TEMPLATES / "report.typ"
CHART_PPI = 144


def report_pdf(room_report: RoomReport) -> bytes:
    """The report on A4 pages; what its font lacks is told in the text and stays in the cloud's picture."""
    return typeset(REPORT, report_values(room_report))[0]


def chart_png(picture: Picture, heading: Heading | None, text: Texts, ppi: float = CHART_PPI) -> bytes:
    """A chart as a PNG, with its heading where it stands alone; twice its size unless another density is asked."""
    svg = picture.svg if picture.chart is None else picture.chart.svg(heading, lambda label: printable(label, text))
    return typeset(TEMPLATES / "chart.typ", {"svg": svg}, ppi)[0]


def report_values(room_report: RoomReport) -> dict[str, Any]:
    """The report for its template; pictures and the spoken words of pictures as they are, all else printable."""
    text = room_report.text
    values: dict[str, Any] = {
        "lang": room_report.lang,
        "app": room_report.app,
        "title": room_report.title,
        "facts": room_report.facts,
        "examples_heading": room_report.examples_heading,
        "examples": [asdict(example) for example in room_report.examples],
        "links_heading": room_report.links_heading,
        "links": room_report.links,
        "closing": room_report.closing,
    }
    sections = [
        {"heading": printable(section.heading, text), "parts": [_part(part, text) for part in section.parts]}
        for section in room_report.sections
    ]
    return {**all_printable(values, text), "sections": sections}


def _part(part: ReportPart, text: Texts) -> dict[str, Any]:
    values: dict[str, Any] = all_printable(
        {"caption": part.caption, "cards": [asdict(card) for card in part.cards], "notes": list(part.notes)}, text
    )
    values["texts"] = _lines(part.texts, text)
    values["words"] = [[_cell(word, text), people] for word, people in part.words]
    values["groups"] = [_group(group, text) for group in part.groups]
    if part.grid is not None and part.grid.rows:
        values["columns"] = [printable(column, text) for column in part.grid.columns]
        values["rows"] = [[_cell(cell, text) for cell in row] for row in part.grid.rows]
        chart = part.picture.chart if part.picture is not None else None
        values["bars"] = _bars(chart) if chart is not None else []
        values["inks"] = list(inks(chart)) if chart is not None else []
    elif part.picture is not None:
        values["alt"] = part.picture.description
        values["svg"] = _wrapped(part.picture.png) if part.picture.png else part.picture.svg
    return values


def _group(group: PartGroup, text: Texts) -> dict[str, Any]:
    words = [[_cell(word, text), people] for word, people in group.words]
    return {"heading": printable(group.heading, text), "words": words, "texts": _lines(group.texts, text)}


def _lines(texts: Sequence[str], text: Texts) -> list[list[str]]:
    """Texts with the lines that were typed."""
    return [[printable(line, text) for line in written.split("\n")] for written in texts]


def _bars(chart: BarChart) -> list[list[float]]:
    """The parts of each bar as shares of the longest bar."""
    most = max((sum(bar.parts) for bar in chart.bars), default=0) or 1
    return [[part / most for part in bar.parts] for bar in chart.bars]


def _wrapped(png: bytes) -> str:
    """A PNG inside an SVG: the one form in which a picture reaches the template as data."""
    width, height = (int.from_bytes(png[offset : offset + 4], "big") for offset in (16, 20))
    data = base64.b64encode(png).decode("ascii")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<image width="{width}" height="{height}" href="data:image/png;base64,{data}"/></svg>'
    )


def _cell(cell: str | int, text: Texts) -> str | int:
    return cell if isinstance(cell, int) else printable(cell, text) or "–"
