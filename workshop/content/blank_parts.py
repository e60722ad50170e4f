"""Begins and removes a part of a workshop: the self-assessment, the quiz, the examples."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from workshop.content.documents import read_yaml
from workshop.content.parts import Part
from workshop.content.template import DATA
from workshop.content.texts import LANGUAGES

Change = dict[str, Any]
Tree = dict[str, Any]


def begin(part: Part, languages: Sequence[str]) -> list[Change]:
    """The changes that give a draft an empty part, in the workshop's languages: what is left to write is empty."""
    return [_set(path, _in_languages(value, languages)) for path, value in _values(part).items()]


def end(part: Part) -> list[Change]:
    """The changes that take a part away from a draft."""
    return [_set(path, [] if path == ("examples",) else None) for path in (*_values(part), *_EMPTIED.get(part, ()))]


_EMPTIED: Mapping[Part, tuple[tuple[str, ...], ...]] = {"examples": (("examples",),)}
"""What a part that has just begun does not have yet."""


def _set(path: Sequence[str], value: Any) -> Change:
    return {"op": "set", "path": list(path), "value": value}


@cache
def _values(part: Part) -> Mapping[tuple[str, ...], Any]:
    """The values of a part that has just begun, by their places in the document."""
    blank = read_yaml(DATA / "blank_parts.yaml").data[part]
    if part == "assessment":
        return {("criteria",): _criteria(blank["criteria"]), ("workshop", "pages", "assessment"): blank["page"]}
    if part == "quiz":
        return {("quiz",): _quiz(blank)}
    vocabularies = read_yaml(DATA / "workshop.yaml").data["vocabularies"]
    return {("workshop", "vocabularies"): vocabularies, ("workshop", "pages", "examples"): blank}


def _criteria(blank: Tree) -> Tree:
    packaged = read_yaml(DATA / "criteria.yaml").data
    return {**blank, **{name: packaged[name] for name in ("levels", "unknown", "basis", "result_texts")}}


def _quiz(blank: Tree) -> Tree:
    result_texts = read_yaml(DATA / "quiz.yaml").data["result_texts"]
    own = {name: blank[name] for name in ("single", "group")}
    rest = {name: value for name, value in blank.items() if name not in own}
    return {**rest, "result_texts": {**result_texts, **own}}


def _in_languages(value: Any, languages: Sequence[str]) -> Any:
    """The value with its texts in these languages alone."""
    if isinstance(value, list):
        return [_in_languages(item, languages) for item in value]
    if not isinstance(value, dict):
        return value
    if value and set(value) <= set(LANGUAGES):
        return {lang: text for lang, text in value.items() if lang in languages}
    return {name: _in_languages(item, languages) for name, item in value.items()}
