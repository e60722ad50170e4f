"""Loads the lists of blocked words and of innocent look-alikes: one file a language, which an organiser may extend."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from workshop.errors import PropelliError

FOLDER = Path(__file__).parents[3] / "data" / "blocked"
_INNOCENT = ".innocent"


class BlocklistUnreadableError(PropelliError):
    """A list of blocked words cannot be read; the value `file` names it."""

    id = "blocklist_unreadable"


@dataclass(frozen=True)
class Blocklists:
    """The lines of the lists in small letters: `finnish` are base forms, `foreign` written-out forms of all others."""

    finnish: frozenset[str]
    foreign: frozenset[str]
    swedish: frozenset[str]
    english: frozenset[str]
    phrases: frozenset[tuple[str, ...]]
    innocent: frozenset[str]


def load(folder: Path = FOLDER) -> Blocklists:
    """All lists in a folder. Raises BlocklistUnreadableError."""
    return parsed(read_lines(folder))


@cache
def packaged_lists() -> Blocklists:
    """The lists that come with the app."""
    return load()


def read_lines(folder: Path) -> dict[str, tuple[str, ...]]:
    """The lines of `fi.txt`, of any other `<language>.txt`, and of `<language>.innocent.txt`, by name without ending.

    Raises BlocklistUnreadableError where a file is not UTF-8 text or where there is no Finnish list.
    """
    lines = {path.stem: _lines(path) for path in sorted(folder.glob("*.txt"))}
    if "fi" not in lines:
        raise BlocklistUnreadableError(file="fi.txt")
    return lines


def parsed(lines: Mapping[str, Iterable[str]]) -> Blocklists:
    """The lists made of the lines of their files."""
    blocked = {name: words for name, words in lines.items() if not name.endswith(_INNOCENT)}
    innocent = {word for name, words in lines.items() if name.endswith(_INNOCENT) for word in words}
    phrases = {tuple(line.split()) for words in blocked.values() for line in words if " " in line}
    foreign = {word for name, words in blocked.items() if name != "fi" for word in words if " " not in word}
    finnish = {word for word in blocked.get("fi", ()) if " " not in word}
    swedish, english = (frozenset(blocked.get(name, ())) & foreign for name in ("sv", "en"))
    return Blocklists(frozenset(finnish), frozenset(foreign), swedish, english, frozenset(phrases), frozenset(innocent))


def _lines(path: Path) -> tuple[str, ...]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise BlocklistUnreadableError(file=path.name) from fault
    stripped = (line.strip().casefold() for line in text.splitlines())
    return tuple(line for line in stripped if line and not line.startswith("#"))
