"""The form of the pages around the programme: home, closing, the statements, links, events."""

from workshop.activities.form_fields import FormField
from workshop.content.forms.texts import MAX_PAGE, group, line, paragraph

MAX_ROWS = 20
LINK_PAGES = ("home", "assessment", "examples", "quiz", "closing", "about")


def _statement(name: str) -> FormField:
    return FormField(name, "text", max_length=MAX_PAGE, is_multiline=True)


def _chart(name: str) -> FormField:
    return group(name, line("title", "heading"), paragraph("caption"), label=f"chart_{name}")


PAGES = group(
    "pages",
    group(
        "home",
        paragraph("why"),
        paragraph("what", is_required=False),
        paragraph("who", is_required=False),
        group(
            "actors",
            line("title", "heading"),
            FormField("groups", "texts", label="actor_groups", least=1, most=MAX_ROWS, max_length=120),
            paragraph("note", "actor_note", is_required=False),
            line("source", is_required=False),
            is_required=False,
        ),
        paragraph("familiar", is_required=False),
        label="home_page",
    ),
    group(
        "closing",
        paragraph("service"),
        line("benefits_title"),
        FormField("benefits", "texts", is_required=False, most=MAX_ROWS, max_length=120),
        group(
            "activities",
            line("intro"),
            FormField("items", "texts", label="activity_names", least=1, most=MAX_ROWS, max_length=120),
            label="service_activities",
            is_required=False,
        ),
        paragraph("europe", is_required=False),
        paragraph("centre", is_required=False),
        FormField("centre_points", "texts", is_required=False, most=MAX_ROWS, max_length=200),
        label="closing_page",
    ),
    FormField(
        "links",
        "list",
        is_required=False,
        most=MAX_ROWS,
        fields=(
            line("label", "link_label"),
            FormField("url", "plain", max_length=500),
            FormField("page", "choice", choices=LINK_PAGES),
            line("action", is_required=False),
            FormField("dated", "switch", is_required=False),
            FormField("open", "switch", is_required=False, label="is_open"),
        ),
    ),
    FormField(
        "events",
        "list",
        is_required=False,
        most=MAX_ROWS,
        fields=(
            line("title", "event_title"),
            FormField("date", "date", is_required=False),
            FormField("start", "plain", is_required=False, max_length=5),
            FormField("end", "plain", is_required=False, max_length=5),
            FormField("link", "plain", is_required=False, label="sign_up_link", max_length=500),
            FormField("after_link", "plain", is_required=False, max_length=500),
        ),
    ),
    FormField("hashtag", "plain", is_required=False, max_length=60),
    group(
        "assessment",
        paragraph("recognise"),
        paragraph("features_intro"),
        FormField("features", "texts", is_required=False, most=MAX_ROWS, max_length=120),
        line("features_source", is_required=False),
        label="assessment_page",
        is_required=False,
    ),
    group(
        "examples",
        paragraph("note", "examples_note"),
        group("charts", *map(_chart, ("evidence", "themes", "partners", "regions"))),
        label="examples_page",
        is_required=False,
    ),
    group("about", _statement("privacy"), _statement("accessibility"), label="about_page"),
)
