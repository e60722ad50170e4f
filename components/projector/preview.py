"""The projector of a preview: the real one without a server, its theme told and not the device's."""

from collections.abc import Mapping

from components.participant.shrink import script, style
from components.projector import assets
from components.scripts import doubled, join, shared, sources

_PREVIEW = assets.HERE / "script" / "preview"
_WITHOUT_LINE = tuple(path for path in assets.SCRIPTS if path.stem != "backoff")
SCRIPTS = doubled(_WITHOUT_LINE, *shared("preview_stream"), *sources(_PREVIEW, "server", "wake_lock", "mount"))

_STYLE = assets.named("css", style(assets.joined(assets.HERE / "style" / "page.css") + assets.CSS), "projector-preview")
_SCRIPT = assets.named("js", script(join(SCRIPTS)), "projector-preview")
STYLE_NAME, SCRIPT_NAME = _STYLE[0], _SCRIPT[0]
ASSETS: Mapping[str, bytes] = dict((_STYLE, _SCRIPT))
"""File name to body, for `<base>/assets/`."""
