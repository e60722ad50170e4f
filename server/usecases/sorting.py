"""Sorting into themes: which there are and what stands in each. Every press is a decision that can be undone."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from server import clock
from server.store import Store
from server.store import rooms as table
from server.usecases.activities import model_of
from server.usecases.control import UnknownActivityError
from server.usecases.desk_view.payloads import DeskTheme
from server.usecases.lexicon import SharedLexicon
from server.usecases.moderation_state import ModerationState
from workshop.activities.themes import SortedEntries, Theme, UnknownThemeError, theme_label, themes_in_force
from workshop.words.languages import Language
from workshop.words.shared_words import suggestions, telling_words

MAX_REMEMBERED = 20_000
"""Texts whose words are remembered, so that a look at five hundred answers reads only what is new."""


class Sorting:
    """The themes of a question belong to its activity, so that they hold in its next round too."""

    def __init__(self, store: Store, lexicon: SharedLexicon) -> None:
        self._store, self._lexicon = store, lexicon
        self._words: dict[tuple[str, str, bool], frozenset[str]] = {}

    def place(self, code: str, activity: int, keys: Sequence[str], theme: str | None) -> None:
        """Puts the entries of these fold keys into a theme; None takes them out of theirs.

        Raises UnknownActivityError or UnknownThemeError.
        """
        now = clock.now_ms()

        def job(connection: sa.Connection) -> None:
            themes = _themes(connection, code, activity)
            if theme is not None and theme not in {known.id for known in themes}:
                raise UnknownThemeError
            for key in dict.fromkeys(keys):
                table.decide(connection, activity, "theme", key, now, theme)

        self._store.write(job, (code, "answers"))

    def name(self, code: str, activity: int, theme: str | None, label: str) -> None:
        """Gives a theme a name, or makes a new one where `theme` is None.

        Raises UnknownActivityError, UnknownThemeError, ThemeNameError, ThemeTakenError or TooManyThemesError.
        """
        now = clock.now_ms()

        def job(connection: sa.Connection) -> None:
            name = theme_label(_themes(connection, code, activity), theme, label)
            table.decide(connection, activity, "name", theme or f"theme_{now}", now, name)

        self._store.write(job, (code, "answers"))

    def remove(self, code: str, activity: int, theme: str) -> None:
        """Takes a theme away; what stood in it stands in none. Raises UnknownActivityError or UnknownThemeError."""
        now = clock.now_ms()

        def job(connection: sa.Connection) -> None:
            if theme not in {known.id for known in _themes(connection, code, activity)}:
                raise UnknownThemeError
            table.decide(connection, activity, "name", theme, now, None)

        self._store.write(job, (code, "answers"))

    def listed(self, by_theme: SortedEntries, lang: str, room: Language, *, suggests: bool) -> dict[str, Any]:
        """The themes and the entries that are sorted: those that are shown or wait for approval.

        `lang` is the desk's language, `room` the room's, in which an answer is read that could be of several.
        With `suggests`, an entry without a theme may have the theme that shares a word with it.
        """
        entries = [entry for entry in by_theme.entries if entry.state in {"shown", "waiting"}]
        texts = [(entry.key, entry.text, by_theme.theme_of(entry)) for entry in entries] if suggests else []
        suggested = suggestions(texts, lambda text: self._words_of(text, room))
        return {
            "themes": theme_rows(by_theme, lang),
            "unsorted": by_theme.unsorted(),
            "entries": [
                {
                    "key": entry.key,
                    "keys": [form.key for form in entry.forms],
                    "text": entry.text,
                    "count": entry.count,
                    "weight": by_theme.weight(entry),
                    "waiting": entry.state == "waiting",
                    "theme": by_theme.theme_of(entry),
                    "suggestion": {"theme": suggestion.theme, "word": suggestion.word}
                    if (suggestion := suggested.get(entry.key))
                    else None,
                }
                for entry in entries
            ],
        }

    def _words_of(self, text: str, room: Language) -> frozenset[str]:
        lexicons = self._lexicon.ready()
        known = (text, room, lexicons is not None)
        words = self._words.get(known)
        if words is None:
            if len(self._words) >= MAX_REMEMBERED:
                self._words.clear()
            words = self._words[known] = telling_words(text, lexicons, room)
        return words


def theme_rows(by_theme: SortedEntries, lang: str) -> list[DeskTheme]:
    """The themes with their counts, as the desk lists them."""
    return [{"id": row.id, "label": row.label(lang), "count": row.count} for row in by_theme.records()]


def _themes(connection: sa.Connection, code: str, activity: int) -> tuple[Theme, ...]:
    """The themes in force of a question of the room, which is locked. Raises UnknownActivityError."""
    room = table.current_for_change(connection, code).room
    model = next((model_of(row) for row in table.activities_of(connection, room.id) if row.id == activity), None)
    own_themes = None if model is None else model.given_themes
    if own_themes is None:
        raise UnknownActivityError
    names = ModerationState(table.decisions_of(connection, activity), approval=False).theme_names
    return themes_in_force(own_themes, names)
