"""The word lists of all three languages, and the rules that read answers by them."""

from dataclasses import dataclass, field
from pathlib import Path

from workshop.words.languages import FINNISH, Language, Languages, shared_levels
from workshop.words.merging import lexicon
from workshop.words.merging.finnish_rules import FinnishRules
from workshop.words.merging.language_forms import LanguageRules
from workshop.words.merging.lexicon import Lexicon
from workshop.words.word_lists import word_list
from workshop.words.word_lists.rules import WordListRules
from workshop.words.word_lists.word_files import pairs, read_parts
from workshop.words.word_lists.word_list import WordList


@dataclass(frozen=True)
class Lexicons:
    """What is known of words; shared by all rooms."""

    finnish: Lexicon
    word_lists: dict[Language, WordList]
    languages: Languages
    rules: dict[Language, LanguageRules] = field(repr=False)


def load(path: Path | None = None) -> Lexicons:
    """All lexicons; the Finnish one from `path`, or the installed one.

    Raises LexiconMissingError, LexiconUnreadableError or WordListUnreadableError.
    """
    finnish = lexicon.load(path)
    word_lists: dict[Language, WordList] = {"sv": word_list.load("sv"), "en": word_list.load("en")}
    shared = shared_levels(dict(pairs(read_parts("shared.levels")[0])))
    rules: dict[Language, LanguageRules] = {FINNISH: FinnishRules(finnish)}
    rules |= {language: WordListRules(words) for language, words in word_lists.items()}
    return Lexicons(finnish, word_lists, Languages(finnish, word_lists, shared), rules)
