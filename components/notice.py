"""A plain page that says one thing and where to go from it."""

from collections.abc import Mapping
from html import escape
from typing import Any

from components.participant import light_document


def notice_page(data: Mapping[str, Any]) -> str:
    """`data` carries lang, languages, base, texts (may be empty), title, sentence, and link and href of the way on."""
    body = (
        f'<h1>{escape(data["title"])}</h1><p class="note bad" role="alert">{escape(data["sentence"])}</p>'
        f'<p><a href="{escape(data["href"])}">{escape(data["link"])}</a></p>'
    )
    return light_document(data, data["title"], body)
