"""The forms of a workshop's parts besides its programme, by the name of their tab in the editor."""

from collections.abc import Mapping

from workshop.activities.form_fields import FormField
from workshop.content.forms.assessment import ASSESSMENT
from workshop.content.forms.details import DETAILS
from workshop.content.forms.pages import PAGES
from workshop.content.forms.quiz import QUIZ

FORMS: Mapping[str, FormField] = {"assessment": ASSESSMENT, "quiz": QUIZ, "pages": PAGES, "details": DETAILS}
"""Each is a `group` whose `name` is the key of its value, and whose root is `ROOTS`."""

ROOTS: Mapping[str, tuple[str, ...]] = {
    "assessment": ("criteria",),
    "quiz": ("quiz",),
    "pages": ("workshop", "pages"),
    "details": ("workshop",),
}
"""Where in the document the value of each form stands."""
