"""Texts as fields: what forms of whole pages are made of."""

from workshop.activities.form_fields import FormField

MAX_LINE, MAX_TEXT, MAX_PAGE = 200, 1000, 6000
"""The longest heading, paragraph and page, in characters."""


def line(name: str, label: str = "", *, is_required: bool = True) -> FormField:
    """A heading or another short text."""
    return FormField(name, "text", is_required=is_required, label=label, max_length=MAX_LINE)


def paragraph(name: str, label: str = "", *, is_required: bool = True) -> FormField:
    """A text of some sentences."""
    return FormField(name, "text", is_required=is_required, label=label, max_length=MAX_TEXT, is_multiline=True)


def group(name: str, *fields: FormField, label: str = "", is_required: bool = True) -> FormField:
    """Fields that belong together under a heading."""
    return FormField(name, "group", is_required=is_required, label=label, fields=fields)
