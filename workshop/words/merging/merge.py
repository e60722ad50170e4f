"""Merges answers into entries as a reader would sort them; the order of arrival does not matter.

Each answer is read in its language. Answers of two languages are one entry only where they are the same letters, or
where the facilitator joins them.
"""

from collections import Counter

from workshop.words.clean import fold
from workshop.words.languages import FINNISH, Language
from workshop.words.lexicons import Lexicons
from workshop.words.merging.finnish_rules import FinnishRules
from workshop.words.merging.labels_apart import labels_apart
from workshop.words.merging.language_forms import LanguageForms, LanguageRules
from workshop.words.merging.lexicon import Lexicon
from workshop.words.merging.overrides import Group, MergeOverrides, with_overrides
from workshop.words.merging.room_languages import Changes, FinnishAlone, Phone, RoomLanguages

__all__ = ["Group", "MergeOverrides", "Merger"]


class Merger:
    """The answers of one room as a multiset, grouped.

    `first` is the room's own language. With a Finnish lexicon alone every answer is read as Finnish; with none only
    letter case, punctuation, emoji, hyphens and spaces are ignored.
    """

    def __init__(self, lexicons: Lexicons | Lexicon | None, first: Language = FINNISH) -> None:
        several = lexicons if isinstance(lexicons, Lexicons) else None
        rules: dict[Language, LanguageRules] = {FINNISH: FinnishRules(None)}
        if several:
            rules = several.rules
        elif isinstance(lexicons, Lexicon):
            rules = {FINNISH: FinnishRules(lexicons)}
        self._languages = RoomLanguages(several, first) if several else FinnishAlone()
        self._forms = {language: LanguageForms(rules[language]) for language in rules}
        self._typed: dict[str, Counter[str]] = {}
        self._language: dict[str, Language] = {}
        self._groups: dict[tuple[Language, str], Group] = {}

    def add(self, text: str, number: int = 1, phone: Phone = None) -> None:
        """Counts `number` answers typed as `text`; an answer with nothing to count is left out.

        `phone` is the language of the phone, where it is known.
        """
        key = fold(text)
        if not key or number <= 0:
            return
        self._typed.setdefault(key, Counter())[text] += number
        self._settle(key, self._languages.add(key, phone, number))

    def remove(self, text: str, number: int = 1, phone: Phone = None) -> None:
        """Takes `number` answers typed as `text` back; more than there are take them all."""
        key = fold(text)
        typed = self._typed.get(key)
        if typed is None or text not in typed:
            return
        number = min(number, typed[text])
        typed[text] -= number
        self._typed[key] = +typed
        self._settle(key, self._languages.remove(key, phone, number))
        if not self._typed[key]:
            del self._typed[key]

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

    def _settle(self, key: str, changes: Changes) -> None:
        """Moves forms to the language that they are read in now; the group of `key` is labelled anew in any case."""
        for changed, after in changes.items():
            before = self._language.pop(changed, None)
            if before is not None:
                self._forget(before, self._forms[before].remove(changed))
            if after is not None:
                self._language[changed] = after
                self._forget(after, self._forms[after].add(changed))
        language = self._language.get(key)
        if language is not None:
            self._forget(language, {self._forms[language].entry_of(key)})

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
