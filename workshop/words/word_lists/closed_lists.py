"""The closed lists that telling languages apart and reading Swedish and English need, read from `data/words`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

_FILE = Path(__file__).parents[3] / "data" / "words" / "languages.yaml"


@dataclass(frozen=True)
class ClosedLists:
    """Lists by language; see the file for what each is for."""

    function_words: Mapping[str, frozenset[str]]
    signs: Mapping[str, re.Pattern[str]]
    articles: Mapping[str, frozenset[str]]
    infinitive_marks: frozenset[str]
    prepositions: Mapping[str, frozenset[str]]
    uninflected: Mapping[str, frozenset[str]]
    endings: Mapping[str, tuple[str, ...]]
    names: frozenset[str]
    plurals: frozenset[str]


def _sets(lists: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    return {language: frozenset(words) for language, words in lists.items()}


@cache
def closed_lists(file: Path = _FILE) -> ClosedLists:
    """The lists of a file; raises KeyError where one is missing: a fault of the program's own data."""
    lists = yaml.safe_load(file.read_text(encoding="utf-8"))
    return ClosedLists(
        function_words=_sets(lists["function_words"]),
        signs={language: re.compile(sign) for language, sign in lists["signs"].items()},
        articles=_sets(lists["articles"]),
        infinitive_marks=frozenset(lists["infinitive_marks"]),
        prepositions=_sets(lists["prepositions"]),
        uninflected=_sets(lists["uninflected"]),
        endings={language: tuple(endings) for language, endings in lists["endings"].items()},
        names=frozenset(lists["names"]),
        plurals=frozenset(lists["plurals"]),
    )
