"""Blocked Finnish words: by base form, with the compounds and participles of blocked ones."""

import re
from functools import cached_property

from workshop.words.filter.blocklists import Blocklists
from workshop.words.merging.lexicon import Analysis, Lexicon

_VULGAR = "vulg"
"""The lexicon's own mark of a vulgar word."""
_PARTS = re.compile(r"[|\-]|⁅\w+⁆")
_SHORTEST_FIRST, _SHORTEST_LAST, _SHORTEST_BLOCKED_LAST = 4, 3, 5
_GENITIVE_ENDING = "n"
_SHORTEST_NAME = 8
"""Of innocent words, such as places, whose inflected forms the lexicon does not read."""
_LIKE = re.compile(r"^(.{4,})(?:mais|mäis|main|mäin)\w*$")
_AGENT = re.compile(r"^(.*[aä])j[aä]$")


class BlockedFinnish:
    """Tells blocked words by the readings of a Finnish lexicon; without one only listed forms are known."""

    def __init__(self, lexicon: Lexicon | None, lists: Blocklists) -> None:
        self._lexicon, self._lists = lexicon, lists
        self._long_innocent = tuple(word for word in lists.innocent if len(word) >= _SHORTEST_NAME)

    @cached_property
    def forms(self) -> frozenset[str]:
        """The listed Finnish words and their inflected forms."""
        forms = set(self._lists.finnish)
        for word in self._lists.finnish if self._lexicon else ():
            for analysis in self.likely(word):
                if analysis.lemma.casefold() == word and self._lexicon:
                    forms |= self._lexicon.paradigm(analysis)
        return frozenset(forms - self._lists.innocent)

    def is_known(self, word: str) -> bool:
        """Whether the lexicon reads the word."""
        return bool(self._lexicon and self._lexicon.analyses(word))

    def likely(self, word: str) -> list[Analysis]:
        """The likeliest analyses of a word; those with a particle or as a derivation only where there are no others."""
        analyses = self._lexicon.analyses(word) if self._lexicon else ()
        lightest = min((analysis.weight for analysis in analyses), default=0)
        likely = [analysis for analysis in analyses if analysis.weight == lightest]
        return [analysis for analysis in likely if not (analysis.has_particle or analysis.is_derivation)] or likely

    def is_innocent(self, word: str) -> bool:
        """Whether a word may be a form of one listed as innocent, such as the name `Kustaa`."""
        analyses = self._lexicon.analyses(word) if self._lexicon else ()
        return any(analysis.lemma.casefold() in self._lists.innocent for analysis in analyses)

    def blocked(self, word: str) -> bool:
        """Whether every likely reading of a word is a form or compound of a blocked one."""
        analyses = self.likely(word)
        return bool(analyses) and all(self._is_blocked(analysis) for analysis in analyses)

    def verdict(self, word: str) -> bool | None:
        """As `blocked`; None for a word that is not listed, unless it is blocked as it can be read."""
        is_blocked = self.blocked(word)
        return is_blocked if is_blocked or self._is_listed(word) else None

    def is_compound(self, word: str) -> bool:
        """Whether a word that is not read is made of a form of a blocked word and of a listed word."""
        forms, like = self.forms, _LIKE.match(word)
        if like and like[1] in forms:
            return True
        if any(word.startswith(innocent) for innocent in self._long_innocent):
            return False
        for place in range(_SHORTEST_FIRST, len(word) - _SHORTEST_LAST + 1):
            first, last = word[:place], word[place:]
            may_begin = first in self._lists.finnish or first.endswith(_GENITIVE_ENDING)
            if first in forms and may_begin and (last in forms or self._is_listed(last)):
                return True
            if len(last) >= _SHORTEST_BLOCKED_LAST and last in forms and self._is_listed(first):
                return True
        return False

    def _is_listed(self, word: str) -> bool:
        return any(analysis.listed for analysis in self.likely(word))

    def _is_blocked(self, analysis: Analysis) -> bool:
        base = analysis.lemma.casefold()
        if base in self._lists.finnish or _VULGAR in analysis.register:
            return True
        if analysis.lemma[:1].isupper() and base in self._lists.foreign:
            return True
        if analysis.word_class == "participle" and base in self.forms:
            return True
        agent = _AGENT.match(base)
        if agent and agent[1] + base[-1] in self._lists.finnish:
            return True
        parts = [part.casefold() for part in _PARTS.split(analysis.raw_lemma) if part]
        return len(parts) > 1 and any(part in self.forms for part in parts)
