"""Removes comments and indentation from sources that phones download."""

import re

import rjsmin

# Comments of style sheets and markup stand on lines of their own here.
_CONST = re.compile(r"\bconst(?=[ \[{])")
_BOOLEAN = re.compile(r"(?<=[=(,:?&|>])(?:true|false)(?=[),;}])")
_AROUND = re.compile(r"\s*([{};,])\s*")
_COMMENT = re.compile(r"^\s*/\*.*?\*/[ \t]*$", re.MULTILINE | re.DOTALL)


def script(source: str) -> str:
    """The same script, shorter; only for scripts whose statements, none empty, end with a semicolon or a block."""
    short = str(rjsmin.jsmin(source)).replace("}\n", "}").replace(";}", "}")
    return _BOOLEAN.sub(lambda word: "!0" if word[0] == "true" else "!1", _CONST.sub("let", short))


def style(source: str) -> str:
    """The same style sheet, shorter; only for sheets without quoted punctuation."""
    return _AROUND.sub(r"\1", _COMMENT.sub("", source)).replace(";}", "}").strip() + "\n"


def markup(source: str) -> str:
    """The same markup, shorter; only for markup whose white space between elements means nothing."""
    return "".join(line.strip() for line in source.splitlines())
