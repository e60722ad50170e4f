"""The cells of old results, read as what a respondent would have submitted."""

import re
from collections.abc import Mapping, Sequence

from workshop.activities.answers import UnknownOptionError
from workshop.activities.options import Option
from workshop.content.localised import Localised
from workshop.content.texts import LANGUAGES
from workshop.words.clean import cleaned, fold

_BETWEEN_WORDS = re.compile(r"[,;\n]")
_BETWEEN_OPTIONS = re.compile(r"[;\n]")
_STEP = re.compile(r"[0-9]{1,2}(?![0-9])")


def plain_name(text: str) -> str:
    """A label so that letter case, spaces and edge punctuation do not matter."""
    return fold(cleaned(text))


def label_names(label: Localised) -> set[str]:
    """The names by which a label is known, in any language."""
    return {plain_name(label(lang)) for lang in LANGUAGES}


def words_in(cell: str) -> list[str]:
    """The words of a cell, between commas, semicolons or line breaks."""
    return [word for part in _BETWEEN_WORDS.split(cell) if (word := cleaned(part))]


def options_in(cell: str, options: Sequence[Option]) -> list[str]:
    """The ids of the options that a cell names: one, which may hold commas itself, or several.

    Raises UnknownOptionError.
    """
    ids = {name: option.id for option in options for name in label_names(option.label)}
    if plain_name(cell) in ids:
        return [ids[plain_name(cell)]]
    parts = _BETWEEN_OPTIONS.split(cell) if _BETWEEN_OPTIONS.search(cell) else cell.split(",")
    names = [plain_name(part) for part in parts if cleaned(part)]
    if not set(names) <= set(ids):
        raise UnknownOptionError
    return [ids[name] for name in names]


def step_in(cell: str, unsure: frozenset[str]) -> int | None:
    """The step at the beginning of a cell, after which forms write its name; None for one of the names for not knowing.

    Raises UnknownOptionError.
    """
    if plain_name(cell) in unsure:
        return None
    digits = _STEP.match(cell)
    if digits is None:
        raise UnknownOptionError
    return int(digits[0])


def single_cell(cells: Mapping[str, str]) -> str:
    """The cell of a question that has one column."""
    return next(iter(cells.values()))
