"""The files of the participant page: one HTML, style sheet and script, put together from their sources at import."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from components.participant import shrink
from components.participant.palette import BY_DEVICE, BY_THEME
from components.scripts import join, shared, sources

HERE = Path(__file__).parent
_NAMES = (
    "characters", "document", "notebook", "server", "sender", "countdown", "results_drawing", "results", "page",
    "options", "view", "retraction", "written", "word_list", "words", "text", "picked", "choice", "ranking", "dots",
    "scale", "outcome", "steps", "idle", "views", "frame", "part", "earlier", "speaker", "participant", "mount",
)  # fmt: skip
SCRIPTS = shared("find", "element", "duration", "backoff", "stream", "step_grounds") + sources(HERE / "script", *_NAMES)


def _read(name: str) -> str:
    return (HERE / name).read_text("utf-8")


def joined(names: Sequence[str]) -> str:
    """The text of these files of the page, one after another."""
    return "\n".join(_read(name) for name in names)


MARK = _read("mark.svg").strip()
STYLES = ["style/base.css", "style/participant.css"]
# The line break tells Streamlit that this is a style sheet and not the name of one.
CSS = shrink.style(BY_THEME) + "\n" + shrink.style(joined(STYLES))
JS = shrink.script(join(SCRIPTS))


def named(kind: str, text: str, name: str = "participant") -> tuple[str, bytes]:
    """A file's name, which changes with what is in it, and its body."""
    body = text.encode()
    return f"{name}-{hashlib.sha256(body).hexdigest()[:12]}.{kind}", body


_FACES = named("svg", shrink.markup(_read("faces.svg")), "faces")
HTML = shrink.markup(_read("page.html")).replace("<!--mark-->", MARK).replace("<!--faces-->", _FACES[0])
_STYLE = named("css", shrink.style(BY_DEVICE + joined([*STYLES, "style/page.css"])))
_SCRIPT = named("js", JS)
_ENTRY_STYLE = named("css", shrink.style(_read("style/entry.css")))
_SIGN_IN_STYLE = named("css", shrink.style(_read("style/entry.css") + _read("style/sign_in.css")), "sign-in")
STYLE_NAME, SCRIPT_NAME, ENTRY_STYLE_NAME = _STYLE[0], _SCRIPT[0], _ENTRY_STYLE[0]
SIGN_IN_STYLE_NAME = _SIGN_IN_STYLE[0]
ASSETS: Mapping[str, bytes] = dict((_STYLE, _SCRIPT))
"""What the participant page loads: file name to body."""
FILES: Mapping[str, bytes] = dict((_STYLE, _SCRIPT, _ENTRY_STYLE, _SIGN_IN_STYLE, _FACES))
"""All of them, for `<base>/assets/`. The names change with the content, so they may be cached for ever."""
