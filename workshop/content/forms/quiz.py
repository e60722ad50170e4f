"""The form of the quiz: questions whose answers give points to types, the types, and how often each comes."""

from workshop.activities.form_fields import FormField
from workshop.content.forms.texts import group, line, paragraph

MAX_QUESTIONS, MAX_ANSWERS, MAX_TYPES = 20, 6, 10

_TYPES = ("quiz", "types")

_QUESTION = (
    line("question"),
    FormField(
        "options",
        "list",
        label="quiz_options",
        least=2,
        most=MAX_ANSWERS,
        fields=(line("label", "answer_label"), FormField("points", "points", least=1, most=10, source=_TYPES)),
    ),
)

_TYPE = (
    line("title", "type_title"),
    paragraph("tagline"),
    paragraph("strength"),
    paragraph("blind_spot"),
    paragraph("tip"),
    FormField("best_pair", "reference", source=_TYPES),
    paragraph("pair_reason"),
    FormField("core_element", "reference", is_required=False, source=("criteria", "criteria")),
)

QUIZ = group(
    "quiz",
    line("title", "heading"),
    paragraph("intro"),
    FormField("balance", "balance", is_required=False),
    FormField("questions", "list", label="quiz_questions", least=1, most=MAX_QUESTIONS, fields=_QUESTION),
    FormField("types", "list", label="quiz_types", least=2, most=MAX_TYPES, fields=_TYPE),
    FormField("pairs", "pairs", is_required=False, max_length=120, source=_TYPES),
    group(
        "result_texts",
        line("single"),
        line("dual"),
        line("flavour"),
        line("strength", "strength_heading"),
        line("blind_spot", "blind_spot_heading"),
        line("best_pair", "best_pair_heading"),
        line("tip", "tip_heading"),
        line("core_element", "core_element_heading"),
        paragraph("group", "group_text"),
        label="quiz_result_texts",
    ),
    paragraph("disclaimer"),
)
