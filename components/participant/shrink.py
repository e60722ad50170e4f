"""Removes comments and indentation from sources that phones download."""

import re

import rjsmin

# Comments of style sheets and markup stand on lines of their own here.
_AROUND = re.compile(r"\s*([{};,])\s*")
_COMMENT = re.compile(r"^\s*/\*.*?\*/[ \t]*$", re.MULTILINE | re.DOTALL)


def script(source: str) -> str:
    """The same script, shorter; only for scripts whose statements, none empty, end with a semicolon or a block."""
    return str(rjsmin.jsmin(source)).replace("}\n", "}").replace(";}", "}")


def style(source: str) -> str:
    """The same style sheet, shorter; only for sheets without quoted punctuation."""
    return _AROUND.sub(r"\1", _COMMENT.sub("", source)).replace(";}", "}").strip() + "\n"


def markup(source: str) -> str:
    """The same markup, shorter; only for markup whose white space between elements means nothing."""
    return "".join(line.strip() for line in source.splitlines())
