"""The language of each form in a room.

A form that is clearly of one language supports the entries it may belong to there; a form that could be of two goes
with the entries that clear ones support: `stolen` is Swedish where `stolar` is in the room. Only clear forms support,
so the order of arrival does not matter.
"""

from collections import Counter, defaultdict

from workshop.words.languages import FINNISH, Language
from workshop.words.lexicons import Lexicons
from workshop.words.merging.edit_distance import without_a_letter

_CLEARLY = 1.5
_SUPPORT = 1.6
_SUPPORT_OF_UNKNOWN = 5.0
_SHORTEST_MISSPELLED = 6

Phone = Language | None
Changes = dict[str, Language | None]
"""The fold keys whose language is new; None for those that are gone."""


class FinnishAlone:
    """A room whose answers are all read as Finnish, for want of other lists."""

    def __init__(self) -> None:
        self._answers: Counter[str] = Counter()

    def add(self, key: str, _phone: Phone, number: int) -> Changes:
        """Counts answers of a form."""
        self._answers[key] += number
        return {key: FINNISH} if self._answers[key] == number else {}

    def remove(self, key: str, _phone: Phone, number: int) -> Changes:
        """Takes answers of a form back."""
        self._answers[key] -= number
        return {} if self._answers[key] else {key: None}


class RoomLanguages:
    """The forms of a room with the phones that sent them; `add` and `remove` return whose language that changed."""

    def __init__(self, lexicons: Lexicons, first: Language) -> None:
        self._lexicons, self._first = lexicons, first
        self._phones: dict[str, Counter[Phone]] = {}
        self._scores: dict[str, dict[Language, float]] = {}
        self._supported: dict[str, frozenset[str]] = {}
        self._watched: dict[str, dict[Language, frozenset[str]]] = {}
        self._support: Counter[str] = Counter()
        self._watchers: dict[str, set[str]] = defaultdict(set)
        self._language: dict[str, Language] = {}

    def add(self, key: str, phone: Phone, number: int) -> Changes:
        """Counts answers of a form."""
        phones = self._phones.setdefault(key, Counter())
        phones[phone] += number
        return self._renew(key)

    def remove(self, key: str, phone: Phone, number: int) -> Changes:
        """Takes answers of a form back."""
        phones = self._phones[key]
        phones[phone] -= number
        self._phones[key] = +phones
        return self._renew(key)

    def _renew(self, key: str) -> Changes:
        """Weighs a form again after its answers have changed."""
        if not self._phones[key]:
            concerned = self._set_support(key, frozenset())
            self._watch(key, {})
            del self._phones[key], self._supported[key], self._watched[key], self._language[key], self._scores[key]
            return {**self._decide(concerned - {key}), key: None}
        scores = self._lexicons.languages.scores(key, self._first, self._phones[key])
        if self._scores.get(key) == scores:
            return {}
        self._scores[key] = scores
        best = max(scores.values())
        is_unknown = self._lexicons.languages.is_unknown(key)
        possible = [language for language, score in scores.items() if is_unknown or best - score < _CLEARLY]
        entries = {language: self._entries(key, language) for language in possible}
        is_clear = len(possible) == 1
        concerned = self._set_support(key, entries[possible[0]] if is_clear else frozenset())
        self._watch(key, {} if is_clear else entries)
        return self._decide(concerned | {key})

    def _entries(self, key: str, language: Language) -> frozenset[str]:
        """The entries that a form may belong to in a language, its letters, and those with one left out.

        So what is typed apart or misspelled is of the language of the word that it is near to.
        """
        interpretation = self._lexicons.rules[language].interpretation(key)
        candidates = (*interpretation.candidates, interpretation.fallback)
        letters = interpretation.entry
        names = {f"{language}={letters}", *(candidate.entry for candidate in candidates if candidate)}
        if len(letters) >= _SHORTEST_MISSPELLED and letters.isalpha():
            names |= {f"{language}~{part}" for part in without_a_letter(letters)}
        return frozenset(names)

    def _set_support(self, key: str, entries: frozenset[str]) -> set[str]:
        """Makes a form support these entries alone; returns the forms that this may concern."""
        before = self._supported.get(key, frozenset())
        self._supported[key] = entries
        concerned: set[str] = set()
        for entry in before ^ entries:
            had = self._support[entry] > 0
            self._support[entry] += 1 if entry in entries else -1
            if (self._support[entry] > 0) != had:
                concerned |= self._watchers[entry]
        return concerned

    def _watch(self, key: str, entries: dict[Language, frozenset[str]]) -> None:
        """Makes a form hear of the support of these entries alone."""
        for before in self._watched.get(key, {}).values():
            for entry in before:
                self._watchers[entry].discard(key)
        self._watched[key] = entries
        for names in entries.values():
            for entry in names:
                self._watchers[entry].add(key)

    def _decide(self, keys: set[str]) -> Changes:
        """Finds the language of forms again; returns those for which it is another one."""
        changes: Changes = {}
        for key in keys:
            language = self._likeliest(key)
            if self._language.get(key) != language:
                self._language[key] = language
                changes[key] = language
        return changes

    def _likeliest(self, key: str) -> Language:
        scores, watched = self._scores[key], self._watched[key]
        support = _SUPPORT_OF_UNKNOWN if self._lexicons.languages.is_unknown(key) else _SUPPORT

        def rank(language: Language) -> tuple[float, bool]:
            is_supported = any(self._support[entry] > 0 for entry in watched.get(language, ()))
            return scores[language] + support * is_supported, language == self._first

        return max(scores, key=rank)
