"""The printed sheet of one assessment: a tagged PDF of one A4 page with its radar, rendered by Typst."""

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workshop.assessment.radar import radar_svg
from workshop.assessment.report import AssessmentReport
from workshop.exports.font_letters import FONTS, all_printable, printable

if TYPE_CHECKING:
    from typst import Fonts

TEMPLATE = Path(__file__).parent / "assessment.typ"


def sheet_pdf(report: AssessmentReport) -> bytes:
    """The sheet as PDF/UA-1: fonts embedded, alternative text of the picture, the language declared."""
    return _compiled(report, format="pdf", pdf_standards="ua-1")[0]


def sheet_png(report: AssessmentReport, ppi: float = 72) -> list[bytes]:
    """Each page of the sheet as a picture."""
    return _compiled(report, format="png", ppi=ppi)


def _compiled(report: AssessmentReport, **options: Any) -> list[bytes]:
    import typst

    compiled = typst.compile(
        TEMPLATE,
        root=TEMPLATE.parent,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"report": json.dumps(_values(report), ensure_ascii=False)},
        **options,
    )
    return list(compiled) if isinstance(compiled, list) else [compiled]


@cache
def _fonts() -> "Fonts":
    from typst import Fonts

    return Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


def _values(report: AssessmentReport) -> dict[str, Any]:
    texts = report.text_of
    unknown = next((row.level_text for row in report.rows if row.level is None), "")
    values = {
        "lang": texts.lang,
        "name": texts("app.name"),
        "question": report.question,
        "about": [list(pair) for pair in report.about],
        "status": report.status,
        "title": report.title,
        "text": report.text,
        "scale": [{"label": step.label, "possible": step.possible} for step in report.scale],
        "rows": [[row.label, row.level_text, row.description or "–"] for row in report.rows],
        "columns": [texts(f"assessment.{name}") for name in ("criterion", "level", "description")],
        "lowered": list(report.lowered),
        "steps_title": texts("assessment.steps"),
        "steps": [[step.label, step.text] for step in report.steps],
        "disclaimer": report.disclaimer,
        "picture": report.picture,
    }
    labels = [printable(row.label, texts) for row in report.rows]
    radar = radar_svg(labels, report.levels, printable(unknown, texts))
    return {**all_printable(values, texts), "radar": radar}
