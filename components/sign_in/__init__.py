"""The sign-in page: a light page like the phone's, with one field."""

from collections.abc import Mapping
from html import escape
from typing import Any

from components.participant import light_document


def sign_in_page(data: Mapping[str, Any]) -> str:
    """`data` carries lang, languages, base, the section's texts, the form's action, and an error's sentence or None."""
    texts: Mapping[str, str] = data["texts"]
    error = data["error"]
    told = f'<p class="note bad" role="alert" id="fault">{escape(error)}</p>' if error else ""
    described = ' aria-describedby="fault" aria-invalid="true"' if error else ""
    body = (
        f'<h1>{escape(texts["title"])}</h1><p class="help">{escape(texts["help"])}</p>'
        f'<form method="post" action="{escape(data["action"])}"><div class="rows"><div class="row">'
        f'<label for="password">{escape(texts["password"])}</label>'
        f'<input class="field" id="password" name="password" type="password" required autofocus '
        f'autocomplete="current-password"{described}></div></div>{told}'
        f'<button class="btn">{escape(texts["send"])}</button></form>'
        f'<p class="help">{escape(texts["link"])}</p>'
        f'<p><a href="{escape(data["base"])}/liity">{escape(texts["answer"])}</a></p>'
    )
    return light_document(data, texts["title"], body)
