"""The printed sheet of one assessment: a tagged PDF of one A4 page with its radar, made without a browser."""

from pathlib import Path
from typing import Any

from workshop.assessment.radar import radar_svg
from workshop.assessment.report import AssessmentReport
from workshop.exports.font_letters import all_printable, printable
from workshop.exports.typesetting import typeset

TEMPLATE = Path(__file__).parent / "assessment.typ"


def sheet_pdf(told: AssessmentReport) -> bytes:
    """The sheet as PDF/UA-1: fonts embedded, a text in place of the picture, the language told."""
    return typeset(TEMPLATE, sheet_values(told))[0]


def sheet_values(told: AssessmentReport) -> dict[str, Any]:
    """The sheet for its template, in letters that its font has."""
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
