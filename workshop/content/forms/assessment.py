"""The form of the self-assessment: criteria with their levels, outcomes with their rules, worked cases."""

from workshop.activities.form_fields import FormField
from workshop.assessment.criteria import LEVELS
from workshop.content.forms.texts import group, line, paragraph

MAX_CRITERIA, MAX_OUTCOMES, MAX_ASPECTS, MAX_CASES = 10, 10, 10, 20

_CRITERIA = ("criteria", "criteria")


def _level_texts(name: str) -> FormField:
    fields = (FormField(str(level), "text", label=f"level_{level}", max_length=400) for level in LEVELS)
    return group(name, *fields)


_CRITERION = (
    line("label", "criterion_label"),
    line("question"),
    paragraph("help"),
    _level_texts("anchors"),
    line("aspects_question", is_required=False),
    FormField("aspects", "entries", is_required=False, most=MAX_ASPECTS, max_length=120),
    group(
        "aspects_required",
        *(
            FormField(str(level), "number", is_required=False, label=f"level_{level}", least=0, most=MAX_ASPECTS)
            for level in LEVELS[1:]
        ),
        is_required=False,
    ),
    group(
        "advice",
        paragraph("1", "advice_1"),
        paragraph("2", "advice_2"),
        paragraph("unknown", "advice_unknown"),
        paragraph("strong", "advice_strong"),
    ),
)

ASSESSMENT = group(
    "assessment",
    line("title", "heading"),
    paragraph("intro"),
    FormField("criteria", "list", least=1, most=MAX_CRITERIA, fields=_CRITERION),
    FormField(
        "verdicts",
        "list",
        least=1,
        most=MAX_OUTCOMES,
        fields=(
            line("label", "outcome_label"),
            FormField("below", "outcomes", is_required=False),
            paragraph("text", "outcome_text"),
        ),
    ),
    FormField(
        "cases",
        "list",
        is_required=False,
        most=MAX_CASES,
        fields=(
            line("title", "case_title"),
            paragraph("note", "case_note", is_required=False),
            FormField("answers", "cases", label="case_answers"),
        ),
    ),
    FormField("advice_order", "order", source=_CRITERIA),
    FormField("max_advice", "number", is_required=False, least=1, most=10),
    _level_texts("levels"),
    group("unknown", line("label", "answer_label"), line("hint")),
    group("basis", line("label", "question"), FormField("options", "entries", most=MAX_ASPECTS, max_length=120)),
    group(
        "result_texts",
        paragraph("empty", "no_answers"),
        paragraph("firm_despite_unknown"),
        paragraph("open", "open_outcome"),
        paragraph("lowered"),
        line("step"),
        label="assessment_result_texts",
    ),
    paragraph("disclaimer"),
)
