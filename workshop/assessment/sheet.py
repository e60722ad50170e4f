"""The printed sheet of one assessment: a tagged PDF of one A4 page with its radar, rendered by Typst."""

from pathlib import Path
from typing import Any

from workshop.assessment.radar import radar_svg
from workshop.assessment.report import AssessmentReport
from workshop.exports.font_letters import all_printable, printable
from workshop.exports.typesetting import typeset

TEMPLATE = Path(__file__).parent / "assessment.typ"


def sheet_pdf(report: AssessmentReport) -> bytes:
    """The sheet as PDF/UA-1: fonts embedded, a text in place of the picture, the language report."""
    return typeset(TEMPLATE, sheet_values(report))[0]


def sheet_values(report: AssessmentReport) -> dict[str, Any]:
    """The sheet for its template, in letters that its font has."""
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
