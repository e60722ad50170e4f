"""The participant page of a preview: the real one without a server, its theme told and not the device's."""

from collections.abc import Mapping

from components.participant import assets
from components.participant.palette import BY_THEME
from components.participant.shrink import script, style
from components.scripts import doubled, join, shared, sources

_PREVIEW = assets.HERE / "script" / "preview"
SCRIPTS = doubled(assets.SCRIPTS, *shared("preview_stream"), *sources(_PREVIEW, "notebook", "server", "mount"))

_STYLE = assets.named("css", style(BY_THEME + assets.joined([*assets.STYLES, "style/page.css"])), "participant-preview")
_SCRIPT = assets.named("js", script(join(SCRIPTS)), "participant-preview")
STYLE_NAME, SCRIPT_NAME = _STYLE[0], _SCRIPT[0]
ASSETS: Mapping[str, bytes] = dict((_STYLE, _SCRIPT))
"""File name to body, for `<base>/assets/`."""
