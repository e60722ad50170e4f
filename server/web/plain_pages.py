"""The plain pages: whole HTML documents without Streamlit, nothing inline, from the templates in `html/`."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from components.participant import shrink
from components.participant.assets import ENTRY_STYLE_NAME, HTML, MARK, SCRIPT_NAME, SIGN_IN_STYLE_NAME, STYLE_NAME
from components.projector import assets as projector
from components.published import STYLE_NAME as RESULTS_STYLE_NAME

_WRITTEN_HERE = {"code", "noscript", "privacy", "privacy_link"}
_CODE_LENGTH = 6


class _CompactLoader(FileSystemLoader):
    """Reads a template without the white space between its elements, which means nothing there."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        source, name, is_current = super().get_source(environment, template)
        return shrink.markup(source), name, is_current


@cache
def _language_name(code: str) -> str:
    name = Locale(code).get_display_name(code) or code
    return name[:1].upper() + name[1:]


_TEMPLATES = Environment(
    loader=_CompactLoader(Path(__file__).parent / "html"),
    autoescape=True,
    undefined=StrictUndefined,
    auto_reload=False,
)
_TEMPLATES.filters["language_name"] = _language_name
_TEMPLATES.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
_TEMPLATES.globals.update(
    mark=Markup(MARK),  # noqa: S704  our own file
    form=[Markup(part) for part in HTML.split("<!--foot-->")],  # noqa: S704  our own file
    style_name=STYLE_NAME,
    entry_style_name=ENTRY_STYLE_NAME,
    sign_in_style_name=SIGN_IN_STYLE_NAME,
    results_style_name=RESULTS_STYLE_NAME,
    script_name=SCRIPT_NAME,
    projector=Markup(projector.HTML),  # noqa: S704  our own file
    projector_style_name=projector.STYLE_NAME,
    projector_script_name=projector.SCRIPT_NAME,
)


def _render(name: str, data: Mapping[str, Any]) -> str:
    return _TEMPLATES.get_template(name).render(data)


def participant_page(data: Mapping[str, Any]) -> str:
    """The answering page of one room. The script takes `data` from an attribute, for the policy allows nothing inline.

    `data` carries room, base, lang, languages, texts (the section `participant`), state and admitted (both the
    API's), retention_days, recording where answers are recorded from paper, privacy_href and title.
    """
    code = data["room"]
    script_data = {key: data[key] for key in ("room", "base", "lang", "state", "admitted", "recording") if key in data}
    script_data["texts"] = {key: text for key, text in data["texts"].items() if key not in _WRITTEN_HERE}
    room_digits = f"{code[:3]}\u00a0{code[3:]}" if len(code) == _CODE_LENGTH else code
    return _render("participant.html", {**data, "room_digits": room_digits, "script_data": script_data})


def projector_page(data: Mapping[str, Any]) -> str:
    """The projector of one room. The script takes `data` from an attribute, as on the participant page.

    `data` carries lang, title and `data`: what `components.projector` is mounted with.
    """
    return _render("projector.html", data)


def join_page(data: Mapping[str, Any]) -> str:
    """The page that asks for the workshop's code; a plain form that needs no script.

    `data` carries base, lang, languages, texts (the section `join`), retention_days, privacy_href, title, and `code`:
    what was typed and found no workshop, or an empty text; `complete` says whether that has six digits. The form gets
    `<base>/liity?koodi=…` with the code as typed.
    """
    return _render("join.html", {"complete": True, **data})


def sign_in_page(data: Mapping[str, Any]) -> str:
    """The page that asks for the organiser's password.

    `data` carries lang, languages, base, texts (the section `sign_in`), the form's action, room (the code asked for, or
    an empty text), and an error's sentence or None.
    """
    return _render("sign_in.html", data)


def results_page(data: Mapping[str, Any]) -> str:
    """The published results of a room: HTML and SVG to read, without a script.

    `data` carries base, lang, languages, texts (the section `published`), title, code as it is shown, the `page` of
    `server.usecases.published_results`, and its dates and links as text. A NUL, a place's name and a NUL stand where
    `own_answers` of a reader are put.
    """
    return _render("results.html", data)


def own_answers(texts: Mapping[str, Any], answers: Sequence[str], count: int = 0) -> bytes:
    """What is put into published results for one reader: the answers of a round, or with a `count` the page's top."""
    return _render("own_answers.html", {"texts": texts, "answers": answers, "count": count}).encode()


def notice_page(data: Mapping[str, Any]) -> str:
    """A page that says one thing. `data` carries lang, languages, base, title, sentence; link and href where to go."""
    return _render("notice.html", {"texts": {}, **data})


def shell_head(base: str, title: str, words: str) -> str:
    """What Streamlit's page gets in place of its title: ours, and the script with `words`, its own texts in ours."""
    return _render("shell_head.html", {"base": base, "title": title, "words": words})
