"""The closed lists that the merging of Finnish answers needs beside the word list, read from `data/words`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

_FOLDER = Path(__file__).parents[3] / "data" / "words"


@dataclass(frozen=True)
class Grammar:
    """Lists of small-letter words; `names` as they are written. See the file for what each is for."""

    adverbs: frozenset[str]
    quantities: frozenset[str]
    conjunctions: frozenset[str]
    sure_endings: tuple[str, ...]
    other_endings: tuple[str, ...]
    endings_after_mark: Mapping[str, frozenset[str]]
    foreign_endings: tuple[str, ...]
    names: frozenset[str]
    foreign: frozenset[str]
    everyday: frozenset[str]


@cache
def grammar(folder: Path = _FOLDER) -> Grammar:
    """The lists in a folder; raises KeyError where one is missing: a fault of the program's own data."""
    lists = yaml.safe_load((folder / "finnish.yaml").read_text(encoding="utf-8"))
    endings = lists["endings"]
    return Grammar(
        adverbs=frozenset(lists["adverbs"]),
        quantities=frozenset(lists["quantities"]),
        conjunctions=frozenset(lists["conjunctions"]),
        sure_endings=tuple(endings["sure"]),
        other_endings=tuple(endings["other"]),
        endings_after_mark={
            ":": frozenset(endings["after_mark"]),
            "'": frozenset(endings["after_mark"]) - frozenset(endings["foreign_after_apostrophe"]),
        },
        foreign_endings=tuple(lists["foreign_endings"]),
        names=frozenset(lists["names"]),
        foreign=_words(folder / "foreign.txt"),
        everyday=_words(folder / "everyday.txt"),
    )


def _words(path: Path) -> frozenset[str]:
    """The words of a plain list, lines that begin with # left out."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
