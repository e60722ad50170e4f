"""The form of the pages around the programme: home, closing, the statements, links."""

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
        paragraph("familiar", is_required=False),
        label="home_page",
    ),
    group(
        "closing",
        paragraph("service"),
        line("benefits_title"),
        FormField("benefits", "texts", is_required=False, most=MAX_ROWS, max_length=120),
        paragraph("europe", is_required=False),
        paragraph("centre", is_required=False),
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
        ),
    ),
    FormField("hashtag", "plain", is_required=False, max_length=60),
    group(
        "assessment",
        paragraph("recognise"),
        paragraph("features_intro"),
        FormField("features", "texts", is_required=False, most=MAX_ROWS, max_length=120),
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
