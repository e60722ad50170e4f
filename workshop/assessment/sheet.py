"""The printed sheet of one assessment: a tagged PDF of one A4 page with its radar, made without a browser."""

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


def sheet_pdf(told: AssessmentReport) -> bytes:
    """The sheet as PDF/UA-1: fonts embedded, a text in place of the picture, the language told."""
    return _compiled(told, format="pdf", pdf_standards="ua-1")[0]


def sheet_png(told: AssessmentReport, ppi: float = 72) -> list[bytes]:
    """Each page of the sheet as a picture."""
    return _compiled(told, format="png", ppi=ppi)


def _compiled(told: AssessmentReport, **how: Any) -> list[bytes]:
    import typst

    made = typst.compile(
        TEMPLATE,
        root=TEMPLATE.parent,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"told": json.dumps(_values(told), ensure_ascii=False)},
        **how,
    )
    return list(made) if isinstance(made, list) else [made]


@cache
def _fonts() -> "Fonts":
    from typst import Fonts

    return Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


def _values(told: AssessmentReport) -> dict[str, Any]:
    texts = told.text_of
    unknown = next((row.level_text for row in told.rows if row.level is None), "")
    values = {
        "lang": texts.lang,
        "name": texts("app.name"),
        "question": told.question,
        "about": [list(pair) for pair in told.about],
        "status": told.status,
        "title": told.title,
        "text": told.text,
        "ladder": [{"label": rung.label, "within": rung.within} for rung in told.ladder],
        "rows": [[row.label, row.level_text, row.description or "–"] for row in told.rows],
        "columns": [texts(f"assessment.{name}") for name in ("criterion", "level", "description")],
        "lowered": list(told.lowered),
        "steps_title": texts("assessment.steps"),
        "steps": [[step.label, step.text] for step in told.steps],
        "disclaimer": told.disclaimer,
        "picture": told.picture,
    }
    labels = [printable(row.label, texts) for row in told.rows]
    radar = radar_svg(labels, told.levels, printable(unknown, texts))
    return {**all_printable(values, texts), "radar": radar}
