"""Removes comments and indentation from sources that phones download."""

import re

import rjsmin

# Comments of style sheets and markup stand on lines of their own here.
_COMMENT = re.compile(r"^\s*/\*.*?\*/[ \t]*$", re.MULTILINE | re.DOTALL)


def script(source: str) -> str:
    """The same script, shorter."""
    return str(rjsmin.jsmin(source))


def style(source: str) -> str:
    """The same style sheet, shorter."""
    return "\n".join(line for text in _COMMENT.sub("", source).splitlines() if (line := text.strip())) + "\n"


def markup(source: str) -> str:
    """The same markup, shorter; only for markup whose white space between elements means nothing."""
    return "".join(line.strip() for line in source.splitlines())
