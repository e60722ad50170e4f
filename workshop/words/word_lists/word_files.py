"""Reads the data files of the word lists; `python -m data.words.build` makes them.

| file | lines |
|---|---|
| `<language>.forms` | patterns; empty line; base form TAB number of its pattern; empty line; British TAB American |
| `<language>.levels` | base form TAB a digit for each kind of word it is; word TAB `-` if in use without a pattern |
| `shared.levels` | word TAB three hexadecimal digits: Finnish, Swedish, English; `.` where its list has it not |

All are UTF-8 text, packed by zlib. A pattern of inflection is a line of operations such as `pel>lar`: the kind of form,
the letters of the base form that go, and those that come instead. A level is how common a word is on the Zipf scale,
from 0 to 7; those of `shared.levels` are in half steps.
"""

import zlib
from collections.abc import Iterator
from pathlib import Path

from workshop.errors import PropelliError

FOLDER = Path(__file__).parents[3] / "data" / "words" / "lexicons"


class WordListUnreadableError(PropelliError):
    """A word list of the program cannot be read; the value `file` names it."""

    id = "lexicon_unreadable"


def read_parts(name: str, folder: Path = FOLDER) -> list[str]:
    """The parts of a file between its empty lines. Raises WordListUnreadableError."""
    try:
        return zlib.decompress((folder / name).read_bytes()).decode().split("\n\n")
    except (OSError, zlib.error, UnicodeDecodeError) as fault:
        raise WordListUnreadableError(file=name) from fault


def pairs(part: str) -> Iterator[tuple[str, str]]:
    """The two columns of each line of a part."""
    for line in part.split("\n"):
        word, _, value = line.partition("\t")
        yield word, value


def packed(parts: list[str]) -> bytes:
    """The content of a file with these parts."""
    return zlib.compress("\n\n".join(parts).encode(), 9)
