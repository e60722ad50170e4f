"""The files of the ballot: one html, one style sheet and one script, put together from their sources at import."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from components.participant import shrink
from components.participant.palette import BY_DEVICE, BY_THEME
from components.scripts import join, shared, sources

_HERE = Path(__file__).parent
_NAMES = (
    "text", "document", "notebook", "server", "sender", "countdown", "results", "page", "options",
    "view", "words", "choice", "outcome", "steps", "still", "views", "ballot", "mount",
)  # fmt: skip
SCRIPTS = shared("find", "element", "duration", "backoff", "stream") + sources(_HERE / "script", *_NAMES)


def _read(name: str) -> str:
    return (_HERE / name).read_text("utf-8")


def _joined(names: Sequence[str]) -> str:
    return "\n".join(_read(name) for name in names)


MARK = _read("mark.svg").strip()
HTML = shrink.markup(_read("page.html")).replace("<!--mark-->", MARK)
_STYLES = ["style/base.css", "style/ballot.css"]
# The line break tells Streamlit that this is a style sheet and not the name of one.
CSS = shrink.style(BY_THEME) + "\n" + shrink.style(_joined(_STYLES))
JS = shrink.script(join(SCRIPTS))


def _named(kind: str, text: str) -> tuple[str, bytes]:
    body = text.encode()
    return f"ballot-{hashlib.sha256(body).hexdigest()[:12]}.{kind}", body


_STYLE = _named("css", shrink.style(BY_DEVICE + _joined([*_STYLES, "style/page.css"])))
_SCRIPT = _named("js", JS)
STYLE_NAME, SCRIPT_NAME = _STYLE[0], _SCRIPT[0]
ASSETS: Mapping[str, bytes] = dict((_STYLE, _SCRIPT))
"""File name to body, for `<base>/assets/`. The names change with the content, so they may be cached for ever."""
