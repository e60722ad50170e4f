"""Merges answers into entries as a reader would sort them; the order of arrival does not matter.

Each answer is read in its language. Answers of two languages are one entry only where they are the same letters, or where
the facilitator joins them.
"""

from collections import Counter

from workshop.words.clean import fold
from workshop.words.languages import FINNISH, Language
from workshop.words.lexicons import Lexicons
from workshop.words.merging.finnish_rules import FinnishRules
from workshop.words.merging.labels_apart import labels_apart
from workshop.words.merging.language_forms import LanguageForms
from workshop.words.merging.lexicon import Lexicon
from workshop.words.merging.overrides import Group, MergeOverrides, with_overrides

__all__ = ["Group", "MergeOverrides", "Merger"]


class Merger:
    """The answers of one room as a multiset, grouped.

    `first` is the room's own language. With a Finnish lexicon alone every answer is read as Finnish; with none only
    letter case, punctuation, emoji, hyphens and spaces are ignored.
    """

    def __init__(self, lexicons: Lexicons | Lexicon | None, first: Language = FINNISH) -> None:
        self._lexicons = lexicons if isinstance(lexicons, Lexicons) else None
        self._first = first if self._lexicons else FINNISH
        rules = self._lexicons.rules if self._lexicons else {FINNISH: FinnishRules(lexicons)}
        self._forms = {language: LanguageForms(rules[language]) for language in rules}
        self._typed: dict[str, Counter[str]] = {}
        self._votes: dict[str, Counter[Language]] = {}
        self._language: dict[str, Language] = {}
        self._groups: dict[tuple[Language, str], Group] = {}

    def add(self, text: str, number: int = 1, language: Language | None = None) -> None:
        """Counts `number` answers typed as `text`; an answer with nothing to count is left out.

        `language` is that of the phone, where it is known.
        """
        key = fold(text)
        if not key or number <= 0:
            return
        self._typed.setdefault(key, Counter())[text] += number
        self._votes.setdefault(key, Counter())[self._language_of(key, language)] += number
        self._settle(key)

    def remove(self, text: str, number: int = 1, language: Language | None = None) -> None:
        """Takes `number` answers typed as `text` back; more than there are take them all."""
        key = fold(text)
        typed = self._typed.get(key)
        if typed is None or text not in typed:
            return
        votes = self._votes[key]
        votes[self._language_of(key, language)] -= min(number, typed[text])
        typed[text] -= number
        self._typed[key], self._votes[key] = +typed, +votes
        self._settle(key)

    def group_of(self, key: str) -> Group:
        """The group of a fold key in the room; raises KeyError for any other."""
        language = self._language[key]
        return self._group(language, self._forms[language].entry_of(key))

    def groups(self, overrides: MergeOverrides | None = None) -> list[Group]:
        """All groups by key, with the facilitator's overrides applied where there are any."""
        groups = [
            self._group(language, entry) for language, forms in self._forms.items() for entry in sorted(forms.members)
        ]
        groups = labels_apart(groups, self._typed)
        if not overrides:
            return groups
        labels = {form: _commonest(self._typed[form]) for form in overrides.apart if form in self._typed}
        return with_overrides(groups, overrides, labels)

    def _language_of(self, key: str, phone: Language | None) -> Language:
        return self._lexicons.languages.of(key, self._first, phone) if self._lexicons else FINNISH

    def _settle(self, key: str) -> None:
        """Puts a fold key into the language that most of its answers are read in, and out where it has none."""
        before, votes = self._language.get(key), self._votes[key]
        after = min(votes, key=lambda language: (-votes[language], language != self._first, language), default=None)
        if before != after:
            if before is not None:
                self._forget(before, self._forms[before].remove(key))
            if after is not None:
                self._language[key] = after
                self._forget(after, self._forms[after].add(key))
            else:
                del self._language[key], self._typed[key], self._votes[key]
        elif after is not None:
            self._forget(after, {self._forms[after].entry_of(key)})

    def _forget(self, language: Language, entries: set[str]) -> None:
        """Forgets the groups of entries that have changed."""
        for entry in entries:
            self._groups.pop((language, entry), None)

    def _group(self, language: Language, entry: str) -> Group:
        place = (language, entry)
        if place not in self._groups:
            forms = self._forms[language]
            label = forms.label(entry, self._typed)
            self._groups[place] = Group(entry, label, tuple(sorted(forms.members[entry])))
        return self._groups[place]


def _commonest(typed: Counter[str]) -> str:
    """A form taken apart is shown as most people typed it, for its base form names the entry that it left."""
    return min(typed, key=lambda text: (-typed[text], text))
