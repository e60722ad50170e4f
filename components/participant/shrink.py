"""Sources made shorter for the phone that pays for them: no comments, no indentation, no spaces around signs.

It relies on how these sources are written: comments have lines of their own, statements end in semicolons, strings
stand in double quotes or backticks, and no regular expression holds a space, a quote or a backtick.
"""

import re

_TEXT = r'("[^"\n]*"|`[^`]*`)'
_SCRIPT_SPACE = re.compile(
    _TEXT + r"|\s*(=>|[!=]==|&&|\|\||\?\?|\|\|=|[-+*/]=|[=?:<>+*-])\s*| *([{(\[,;])\s*|\s+([)\]}])"
)
_STYLE_SPACE = re.compile(_TEXT + r"|\s*([{};,])\s*()()")


def _lines(source: str) -> str:
    lines = (line.strip() for line in source.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith(("//", "/*"))) + "\n"


def _sign(found: re.Match[str]) -> str:
    return next((group for group in found.groups() if group), "")


def script(source: str) -> str:
    """The same script, shorter."""
    return _SCRIPT_SPACE.sub(_sign, _lines(source))


def style(source: str) -> str:
    """The same style sheet, shorter."""
    return _STYLE_SPACE.sub(_sign, _lines(source))


def markup(source: str) -> str:
    """The same markup, shorter; only for markup whose white space between elements means nothing."""
    return _lines(source).replace("\n", "")
