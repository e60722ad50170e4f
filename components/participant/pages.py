"""The light pages: whole documents for phones, without a framework and with nothing inline."""

import json
from collections.abc import Mapping
from html import escape
from typing import Any

from babel import Locale

from components.participant.assets import HTML, MARK, SCRIPT_NAME, STYLE_NAME

_ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='-14 -48 44 44'%3E"
    "%3Cpath fill='%23005B94' d='M-5-7C-8-20-7-36 0-46C6-54 21-52 24-40C27-27 14-14 6-7Z'/%3E%3C/svg%3E"
)
_WRITTEN_HERE = {"room", "noscript", "privacy", "privacy_link"}
_CODE_LENGTH = 6


def _languages(data: Mapping[str, Any]) -> str:
    links = []
    for code in data["languages"]:
        name = Locale(code).get_display_name(code) or code
        current = ' aria-current="true"' if code == data["lang"] else ""
        links.append(f'<a href="?kieli={code}" lang="{code}"{current}>{escape(name[:1].upper() + name[1:])}</a>')
    return "".join(links)


def _foot(data: Mapping[str, Any]) -> str:
    """What is told before answering, where the page's texts tell it, and the language links."""
    texts: Mapping[str, str] = data["texts"]
    told = ""
    if "privacy" in texts:
        promise = texts["privacy"].format(n=data["retention_days"])
        link = f'<a href="{escape(data["privacy_href"])}">{escape(texts["privacy_link"])}</a>'
        told = f"<p>{escape(promise)}</p>{link}"
    return f"{told}<nav>{_languages(data)}</nav>"


def _document(data: Mapping[str, Any], title: str, main: str, *, room: str = "", has_script: bool = False) -> str:
    base = escape(data["base"])
    script = f'<script type="module" src="{base}/assets/{SCRIPT_NAME}"></script>' if has_script else ""
    return (
        f'<!doctype html>\n<html lang="{escape(data["lang"])}" class="propelli"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">'
        '<meta name="color-scheme" content="light dark">'
        f'<title>{escape(title)}</title><link rel="icon" href="{_ICON}">'
        f'<link rel="stylesheet" href="{base}/assets/{STYLE_NAME}">{script}</head>'
        f'<body><header class="top">{MARK}<span translate="no">Propelli</span>{room}</header>{main}</body></html>'
    )


def light_document(data: Mapping[str, Any], title: str, body: str) -> str:
    """A page of the same looks around `body` (ready HTML), with the language links below.

    `data` carries lang, languages, base and texts; where the texts have `privacy`, retention_days and privacy_href too.
    """
    foot = f'<footer class="foot">{_foot(data)}</footer>'
    return _document(data, title, f'<main class="join">{body}</main>{foot}')


def light_page(data: Mapping[str, Any]) -> str:
    """The answering page of one room. The script takes `data` from an attribute, for the policy allows nothing inline.

    `data` carries room, base, lang, languages, texts (the section `ballot`), state (the wire's state), admitted (the
    wire's), retention_days, privacy_href and title.
    """
    texts: Mapping[str, Any] = data["texts"]
    code = data["room"]
    grouped = f"{code[:3]}\u00a0{code[3:]}" if len(code) == _CODE_LENGTH else code
    room = f'<span class="room">{escape(texts["room"])} <b class="num" translate="no">{escape(grouped)}</b></span>'
    carried = {key: data[key] for key in ("room", "base", "lang", "state", "admitted") if key in data}
    carried["texts"] = {key: text for key, text in texts.items() if key not in _WRITTEN_HERE}
    # In single quotes: a document full of &quot; is longer.
    attribute = escape(json.dumps(carried, ensure_ascii=False, separators=(",", ":")), quote=False).replace(
        "'", "&#39;"
    )
    form = HTML.replace("<!--foot-->", _foot(data))
    noscript = f'<noscript><p class="note bad">{escape(texts["noscript"])}</p></noscript>'
    main = f"<main data-ballot='{attribute}'>{noscript}{form}</main>"
    return _document(data, data["title"], main, room=room, has_script=True)


def join_page(data: Mapping[str, Any]) -> str:
    """The page that asks for the workshop's code; a plain form that needs no script.

    `data` carries base, lang, languages, texts (the section `join`), retention_days, privacy_href, title, and `code`:
    what was typed and found no workshop, or an empty text; `complete` says whether that has six digits. The form gets
    `<base>/liity?koodi=…` with the code as typed.
    """
    texts: Mapping[str, str] = data["texts"]
    typed = str(data.get("code") or "")
    told = texts["unknown"] if data.get("complete", True) else texts["incomplete"]
    fault = f'<p class="note bad" role="alert" id="fault">{escape(told)}</p>' if typed else ""
    marked = ' aria-invalid="true" aria-describedby="hint fault"' if typed else ' aria-describedby="hint"'
    body = (
        f'<div class="hello">{MARK}</div><h1>{escape(texts["title"])}</h1>'
        f'<p class="help" id="hint">{escape(texts["help"])}</p>'
        f'<form method="get" action="{escape(data["base"])}/liity"><div class="rows">{fault}<div class="row">'
        f'<label for="code">{escape(texts["label"])}</label>'
        f'<input class="field code num" id="code" name="koodi" value="{escape(typed)}" inputmode="numeric" '
        f'autocomplete="off" required{marked}></div>'
        f'<button class="btn">{escape(texts["send"])}</button></div></form>'
        f'<p class="help">{escape(texts["scan"])}</p>'
    )
    return light_document(data, data["title"], body)
