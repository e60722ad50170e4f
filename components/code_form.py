"""The form that asks for a workshop's code: the same on every page that has it. All texts are escaped."""

from dataclasses import dataclass
from html import escape

import streamlit as st


@dataclass(frozen=True)
class CodeField:
    """A field for a workshop's code; the form opens `action` with the code in `name`. `error` is about `value`."""

    label: str
    send: str
    action: str
    name: str
    value: str = ""
    error: str = ""


def code_form(field: CodeField) -> None:
    """The form, on its own."""
    st.html(code_form_html(field))


def code_form_html(field: CodeField) -> str:
    """The form, for a page that puts it among its own markup."""
    error = f'<p class="fault" role="alert" id="code-fault">{escape(field.error)}</p>' if field.error else ""
    invalid = ' aria-invalid="true" aria-describedby="code-fault"' if error else ""
    return (
        f'<form class="code-form" action="{escape(field.action)}" method="get">{error}'
        f'<label for="code">{escape(field.label)}</label>'
        f'<input id="code" name="{escape(field.name)}" value="{escape(field.value)}" inputmode="numeric" '
        f'autocomplete="off" placeholder="000 000" maxlength="12"{invalid}>'
        f'<button type="submit">{escape(field.send)}</button></form>'
    )
