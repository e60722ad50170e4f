"""Makes the table of words that more than one of the three lists can read, with how common the letters are in each.

Only these need a frequency to tell the language of an answer: a word of one list alone is of that language.
"""

from workshop.words.shared import shared_lexicons
from workshop.words.word_lists.word_list import WordList

LANGUAGES = ("fi", "sv", "en")
_SELDOM = 2.5
_HIGHEST = 15


def levels(zipf: dict[str, dict[str, float]], lists: dict[str, WordList]) -> str:
    """The text of the file."""
    finnish = shared_lexicons().finnish
    lines = []
    for word in sorted(set().union(*zipf.values())):
        if not word.isalpha() or max(table.get(word, 0) for table in zipf.values()) < _SELDOM:
            continue
        reads = [bool(lists[lang].readings(word)) or lists[lang].is_listed(word) for lang in ("sv", "en")]
        if not any(reads):
            continue
        reads.insert(0, bool(finnish.analyses(word)))
        if sum(reads) > 1:
            digits = (
                f"{min(_HIGHEST, round(2 * zipf[lang].get(word, 0))):x}" if can_read else "."
                for lang, can_read in zip(LANGUAGES, reads, strict=True)
            )
            lines.append(f"{word}\t{''.join(digits)}")
    return "\n".join(lines)
