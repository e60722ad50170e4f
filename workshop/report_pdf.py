"""The report as a tagged PDF (PDF/UA-1) with its fonts inside, and a chart as PNG: made without a browser."""

import base64
import json
from dataclasses import asdict, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workshop.assessment_sheet import printable
from workshop.report import Part, Picture, Report

if TYPE_CHECKING:
    from typst import Fonts

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = Path(__file__).parent / "templates"
FONTS = ROOT / "static" / "fonts"
CHART_PPI = 144


def report_pdf(told: Report) -> bytes:
    """The report on A4 pages; signs that its font lacks are left out of the text and stay in the cloud's picture."""
    sections = [
        {"heading": printable(section.heading), "parts": [_part(part) for part in section.parts]}
        for section in told.sections
    ]
    plain = _printable(asdict(replace(told, sections=())))
    return _compiled("report.typ", {**plain, "sections": sections}, format="pdf", pdf_standards="ua-1")


def chart_png(picture: Picture, ppi: float = CHART_PPI) -> bytes:
    """A chart's SVG as a PNG, twice its size unless another density is asked."""
    return _compiled("chart.typ", {"svg": picture.svg}, format="png", ppi=ppi)


def _compiled(template: str, told: dict[str, Any], **how: Any) -> bytes:
    import typst

    made = typst.compile(
        TEMPLATES / template,
        root=ROOT,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"told": json.dumps(told, ensure_ascii=False)},
        **how,
    )
    return bytes(made[0] if isinstance(made, list) else made)


@cache
def _fonts() -> "Fonts":
    from typst import Fonts

    return Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


def _part(part: Part) -> dict[str, Any]:
    values: dict[str, Any] = _printable(
        {"caption": part.caption, "cards": [asdict(card) for card in part.cards], "notes": list(part.notes)}
    )
    values["words"] = [[_cell(text), people] for text, people in part.words]
    if part.grid is not None and not part.cards:
        values["columns"] = [printable(column) for column in part.grid.columns]
        values["rows"] = [[_cell(cell) for cell in row] for row in part.grid.rows]
    if part.picture is not None:
        values["alt"] = printable(part.picture.description)
        values["svg"] = _wrapped(part.picture.png) if part.picture.png else printable(part.picture.svg)
    return values


def _wrapped(png: bytes) -> str:
    """A PNG inside an SVG: the one form in which a picture reaches the template as data."""
    width, height = (int.from_bytes(png[at : at + 4], "big") for at in (16, 20))
    data = base64.b64encode(png).decode("ascii")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<image width="{width}" height="{height}" href="data:image/png;base64,{data}"/></svg>'
    )


def _cell(cell: str | int) -> str | int:
    return cell if isinstance(cell, int) else printable(cell) or "–"


def _printable(value: Any) -> Any:
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, list | tuple):
        return [_printable(one) for one in value]
    return {name: _printable(one) for name, one in value.items()} if isinstance(value, dict) else value
