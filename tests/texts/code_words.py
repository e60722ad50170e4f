"""The strings, formatted strings and words in the product's Python, scripts and pages."""

import ast
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("pages", "components", "server", "workshop", "static/script")
HOLE = r"([a-z0-9_.]+)"
SECTION_CALLS = re.compile(r"\.section\(\"(\w+)\"\)|_common\(\w+, \"(\w+)\"\)")


def files(*endings: str) -> Iterator[Path]:
    """Every file of the product with one of these endings."""
    yield ROOT / "app.py"
    for folder in FOLDERS:
        yield from (path for path in sorted((ROOT / folder).rglob("*")) if path.suffix[1:] in endings)


def parsed(source: str) -> ast.Module:
    """The syntax tree, made on a thread of its own: Python 3.11 cannot where a browser's greenlet has run before."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(ast.parse, source).result()


@dataclass
class CodeWords:
    """`exact` are whole strings and words, `patterns` are strings with holes; `asked` are keys that a call names."""

    exact: set[str] = field(default_factory=set)
    patterns: set[str] = field(default_factory=set)
    text_keys: set[str] = field(default_factory=set)
    sections: set[str] = field(default_factory=set)


def code_words() -> CodeWords:
    """All of it."""
    words = CodeWords()
    for path in files("py"):
        if path.suffix == ".py":
            _python(path.read_text("utf-8"), words)
    for path in files("js", "html", "typ"):
        if path.suffix != ".py":
            _script(path.read_text("utf-8"), words)
    return words


def _python(source: str, words: CodeWords) -> None:
    words.sections |= {name for pair in SECTION_CALLS.findall(source) for name in pair if name}
    for node in ast.walk(parsed(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            words.exact.add(node.value)
        elif isinstance(node, ast.JoinedStr):
            parts = [re.escape(str(part.value)) if isinstance(part, ast.Constant) else HOLE for part in node.values]
            words.patterns.add("".join(parts))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "text":
            first = node.args[0] if node.args else None
            if isinstance(first, ast.Constant) and "." in str(first.value):
                words.text_keys.add(str(first.value))


def _script(source: str, words: CodeWords) -> None:
    words.exact |= set(re.findall(r"\w+", source))
    for template in re.findall(r"`([^`]*\$\{[^`]*)`", source):
        parts = re.split(r"\$\{[^}]*\}", template)
        words.patterns.add(HOLE.join(re.escape(part) for part in parts))
