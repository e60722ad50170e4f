"""Makes the English forms of LemmInflect's table and of breame's British and American spellings."""

import gzip
import runpy
from collections import defaultdict
from pathlib import Path

from data.words.build.operations import operation, written

_INFLECTED = {"noun": "p", "verb": "v", "aux": "v"}
_BASES = {"noun": "N", "verb": "V", "adj": "A", "adv": "B"}
_COMPARED = ("adj", "adv")
_OF_ANOTHER_WORD = {
    "metre", "metres", "tyre", "tyres", "storey", "storeys", "kerb", "kerbs", "cheque", "cheques", "disc", "discs",
    "tonne", "tonnes", "practise", "licence", "gauge", "draught", "draughts", "baulk", "sceptic", "plough", "grille",
    "enquiry", "enquire", "ensure", "matt", "towards", "prise", "tiller",
}  # fmt: skip
"""British spellings whose American one is another word too: `storey`, `story`."""


def forms(table: Path, spellings: Path) -> list[str]:
    """The parts of the forms' file."""
    lexicon: dict[str, set[str]] = defaultdict(set)
    with gzip.open(table, "rt", encoding="utf-8") as file:
        for line in file:
            form, part_of_speech, bases = line.strip().split(",")
            for base in bases.split("/") if form.isalpha() else ():
                if base.isalpha():
                    _add(lexicon, form, part_of_speech, base)
    patterns: dict[str, int] = {}
    lines = []
    for base in sorted(lexicon):
        pattern = " ".join(sorted(lexicon[base]))
        lines.append(f"{base}\t{patterns.setdefault(pattern, len(patterns))}")
    pairs: dict[str, str] = runpy.run_path(str(spellings))["BRITISH_ENGLISH_SPELLINGS"]
    spelled = [f"{british}\t{pairs[british]}" for british in sorted(pairs) if british not in _OF_ANOTHER_WORD]
    return ["\n".join(patterns), "\n".join(lines), "\n".join(spelled)]


def _add(lexicon: dict[str, set[str]], form: str, part_of_speech: str, base: str) -> None:
    if form == base:
        lexicon[base].add(_BASES.get(part_of_speech, "X"))
    elif part_of_speech in _COMPARED:  # a comparative or superlative is a word of its own
        lexicon[form].add("A")
    elif part_of_speech in _INFLECTED:
        lexicon[base].add(written({operation(_INFLECTED[part_of_speech], base, form)}))
