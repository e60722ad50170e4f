"""The form of what concerns the whole workshop: its name, languages, retention and organiser."""

from workshop.activities.form_fields import FormField
from workshop.content.forms.texts import group, line, paragraph
from workshop.content.texts import LANGUAGES

DETAILS = group(
    "details",
    line("title", "workshop_title"),
    FormField("languages", "languages", least=1, choices=LANGUAGES),
    FormField("retention_days", "number", least=1, most=3650),
    FormField("min_group", "number", least=2, most=100),
    FormField("questions", "switch"),
    FormField("pace", "choice", choices=("together", "own")),
    group(
        "organiser",
        line("controller"),
        line("contact"),
        line("feedback"),
        line("status", "accessibility_status"),
        paragraph("known_gaps"),
        line("authority"),
        FormField("updated", "date"),
    ),
)
