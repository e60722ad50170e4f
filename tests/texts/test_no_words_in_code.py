"""The code holds no words of the screen: they stand in data/texts, in three languages."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.texts.code_words import ROOT, files, parsed
from tests.texts.test_keys import TEXTS, forms

WORD = re.compile(r"[^\W\d_]{5,}")
LINK = re.compile(r"https?://\S+")
# Words of addresses: people type and see them, and a link once given must go on working in every language.
ADDRESSES = {
    "alue", "arviointi", "esimerkit", "esimerkki", "esittely", "esitys", "huone", "kaaviot", "kenelle", "kieli",
    "kirjaa", "kohta", "koodi", "kysymys", "kumppani", "liity", "muokkaa", "ohjaa", "ohjaus", "paikka", "seuraavaksi",
    "teema", "testi", "tausta", "tietoa", "tulokset", "tulos", "tyopaja", "uusi", "rivit", "vastaa",
}  # fmt: skip
# The palette's inks have the names of what they look like: a lake, a cloudberry, a spruce, heather, night.
INKS = {"jarvi", "lakka", "kuusi", "kanerva"}
NAMES = {"innokyla", "innokylä", "kotus", "helsinki", "propelli"}
ALSO_ENGLISH = {"partner"}
# Rules of the Finnish language are about Finnish words.
ABOUT_FINNISH = ROOT / "workshop" / "words"


def words(lang: str) -> set[str]:
    return {word.lower() for text in TEXTS[lang].values() for form in forms(text) for word in WORD.findall(form)}


# A word of the screen in Finnish or Swedish that is no English word of it.
SCREEN = (words("fi") | words("sv")) - words("en") - ADDRESSES - INKS - NAMES - ALSO_ENGLISH


def docstrings(tree: ast.AST) -> set[ast.AST]:
    """The strings that stand alone: documentation, which may quote what it is about."""
    return {
        node.value for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def python_strings(path: Path) -> Iterator[str]:
    tree = parsed(path.read_text("utf-8"))
    quoting = docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in quoting:
            yield node.value


def strings(path: Path) -> Iterator[str]:
    if path.suffix == ".py":
        yield from python_strings(path)
    else:
        yield path.read_text("utf-8")


def spoken(path: Path) -> set[str]:
    """The words of the screen that a file says, and all words with letters that English does not have."""
    words = {word.lower() for string in strings(path) for word in WORD.findall(LINK.sub("", string))}
    return {word for word in words - NAMES if word in SCREEN or re.search("[äöå]", word)}


@pytest.mark.parametrize(
    "path",
    [path for path in files("py", "js", "html", "css", "typ") if not path.is_relative_to(ABOUT_FINNISH)],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_a_file_holds_no_finnish_or_swedish_word(path: Path) -> None:
    assert spoken(path) == set()
