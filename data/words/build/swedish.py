"""Makes the Swedish forms of a table that gives each form one base form: spacy-lookups-data's, from SALDO's morphology.

The other reading of `bokar`, `får` or `mina` is lost there. It is found again: a base form is of a kind of word when
forms that no other kind has point to it (`lekens`: noun, `lekte`: verb, `dyra` and `dyrast`: adjective); then all forms
of that pattern which are words at all are its forms too.
"""

import gzip
import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from data.words.build.operations import Operation, operation, written

_VOWELS = "aeiouyåäö"
_PLURAL_DEFINITES = ("arna", "erna", "orna", "rna", "ena")
_BOTH_DEFINITES = (("en", "arna"), ("en", "erna"), ("et", "en"), ("n", "na"), ("et", "erna"))
_COMPARED = ("nde", "are", "ast", "aste", "ste", "d", "da", "ta", "na", "ne", "st", "re", "sta")
_IRREGULAR_PASTS = ("ck", "g", "tt")
_SHORTEST = 2
_LETTERS_THAT_ARE_WORDS = ("å", "ö")
_PLURALS_IN_S = {"gås": "gäss", "lus": "löss", "mus": "möss"}

Families = dict[str, set[str]]
Lexicon = dict[str, frozenset[Operation]]


def stems(base: str) -> list[str]:
    """The stems that the endings of a noun or an adjective are put on."""
    options = [base]
    if base[-1] in "ae":
        options.append(base[:-1])
    if len(base) > 3 and base[-2] in "ea" and base[-1] in "lnr" and base[-3] not in _VOWELS:  # nyckel, öppen
        options.append(base[:-2] + base[-1])
        if base[-3] == base[-4:-3]:  # himmel: himlar, gammal: gamla
            options.append(base[:-3] + base[-1])
    if base[-1] in "mn":  # hem, vän
        options.append(base + base[-1])
    if base.endswith("um"):
        options.append(base[:-2])
    return options


class _Table:
    """All forms of the table, and for each base form the forms that point to it."""

    def __init__(self, source: dict[str, str]) -> None:
        self.source = {form: base for form, base in source.items() if form.isalpha() and base.isalpha()}
        self.forms = set(self.source) | set(self.source.values())
        self.families: Families = defaultdict(set)
        for form, base in self.source.items():
            self.families[base].add(form)

    def family(self, base: str) -> set[str]:
        return self.families.get(base, set())

    def has_genitive(self, form: str) -> bool:
        return form in self.forms and form + "s" in self.forms


def definites(base: str, table: _Table) -> set[str]:
    """The definite singulars of a noun."""
    forms, family = table.forms, table.family(base)
    is_verb = base[-1] == "a" and base + "de" in forms
    options = {s + e for s in stems(base) if s[-1] not in _VOWELS and s != base[:-1] for e in ("en", "et")}
    options |= {base[:-2] + "et"} if base.endswith("um") else set()
    options |= {base + "n"} if base[-1] in _VOWELS + "lrn" else set()
    options |= {base + "t"} if base[-1] in _VOWELS and not is_verb else set()
    options |= {base + "en", base + "et"} if base[-1] in _VOWELS and base[-1] not in "ae" else set()
    definite = {f for f in options if table.has_genitive(f) and ({f, f + "s"} & family)}
    return definite or _borrowed_definites(base, options, table)


def _borrowed_definites(base: str, options: set[str], table: _Table) -> set[str]:
    """Definite singulars that point to another word, of a noun that shows by its plurals."""
    if not plurals(base, plural_definites(base, table), table):
        return set()
    return {f for f in (base + "en", base + "n") if table.has_genitive(f) and f in options}


def plural_definites(base: str, table: _Table) -> set[str]:
    """The definite plurals of a noun, those of its irregular plurals too."""
    forms, family = table.forms, table.family(base)
    definite = {f for f in family if (f.endswith(_PLURAL_DEFINITES) or f == base + "na") and f + "s" in forms}
    return definite | {
        f[:-1]
        for f in family
        if f.endswith("nas") and f[:-1] in forms and (f[:-1].endswith(_PLURAL_DEFINITES) or f == base + "nas")
    }


def plurals(base: str, plural_definite: set[str], table: _Table) -> set[str]:
    """The indefinite plurals of a noun."""
    result = set()
    for form in plural_definite:
        cut = form[:-2]
        if cut in table.forms and cut != base and cut[-1:] in "rns" and cut + "e" != base:
            result.add(cut)
        if form[:-1] in table.forms and form.endswith("ena") and form[:-1] != base:  # äpplen(a), möten(a)
            result.add(form[:-1])
    for form in table.family(base):  # whose own definite points to another word: -arna of the agent in -are
        if form.endswith(("ars", "ers", "ors")) and form[:-1] in table.forms and form[:-1] != base:
            result.add(form[:-1])
    return result


def nouns(base: str, table: _Table) -> set[Operation]:
    """The noun's operations of a base form; none where nothing shows that it is a noun."""
    definite, plural_definite = definites(base, table), plural_definites(base, table)
    plural = plurals(base, plural_definite, table)
    if base[-1:] not in "ae" and any(stem + "et" in definite for stem in stems(base)):
        for stem in stems(base):  # hus: husen
            if table.has_genitive(stem + "en") and ({stem + "en", stem + "ens"} & table.family(base)):
                plural_definite.add(stem + "en")
                definite.discard(stem + "en")
    plural_definite |= {f + "na" for f in plural if f[-1] == "r" and f + "na" in table.forms}
    if base in plural | plural_definite:
        return set()
    operations = {operation("d", base, form) for form in definite}
    operations |= {operation("q", base, form) for form in plural_definite}
    return operations | {operation("p", base, form) for form in plural}


def verbs(base: str, table: _Table) -> set[Operation]:
    """The verb's operations: present, past, supine, imperative; passives and participles are words of their own."""
    if base[-1] not in _VOWELS:
        return set()
    possible = _weak_or_strong(base, table) if base[-1] == "a" else _short(base, table)
    return {operation("v", base, form) for form in possible if form in table.forms and form != base}


def _weak_or_strong(base: str, table: _Table) -> set[str]:
    forms, family, stem = table.forms, table.family(base), base[:-1]
    possible: set[str] = set()
    ends = {stem + e for e in ("er", "te", "de", "tes", "des", "ts")} | {base + "nde", base + "s"}
    if base + "de" in forms and ({base + "de", base + "des", base + "ts", base + "r"} & family):
        possible = {base + e for e in ("r", "de", "t")}
    elif {base + "nde", base + "s", stem + "t"} <= forms and ends & family:
        possible = {stem + e for e in ("er", "te", "de", "t", "it", "")}
    elif {stem + "er", stem + "it", stem + "its"} & family:
        possible = {stem + e for e in ("er", "it", "")}
    if possible:  # strong pasts: skrev, drack, sov
        possible |= {
            f for f in family if f + "s" in forms and f[-1] not in "aens" and f[:1] == base[:1] and len(f) <= len(base)
        }
    return possible


def _short(base: str, table: _Table) -> set[str]:
    """Verbs of one vowel at the end: tro, bo, gå."""
    family = table.family(base)
    if not ({base + "r", base + "dde", base + "tt"} & family and base + "ende" in table.forms):
        return set()
    return {base + e for e in ("r", "dde", "tt")} | {f for f in family if f.endswith(_IRREGULAR_PASTS)}


def adjectives(base: str, table: _Table) -> set[Operation]:
    """The adjective's operations: neuter, plural and definite; comparison makes words of their own."""
    forms, family = table.forms, table.family(base)
    possible: set[str] = set()
    for stem in stems(base):
        graded = {stem + "ast", stem + "aste", stem + "are"} & family
        plural = stem + "a" in forms and stem + "e" in forms and ({stem + "a", stem + "e"} & family)
        if graded or plural:
            possible |= {stem + "a", stem + "e"}
    if base.endswith("ad") and {base[:-1] + "t", base + "e"} <= forms and ({base[:-1] + "t", base + "e"} & family):
        possible |= {base + "e"}
    if not possible or base[-1] in "ae":
        return set()
    possible |= _neuters(base)
    if base.endswith("t"):
        possible -= {base + "t"}
    return {operation("a", base, form) for form in possible if form in forms and form != base}


def _neuters(base: str) -> set[str]:
    if base[-1] in "d" + _VOWELS:
        return {base + "t", base + "tt", base[:-1] + "t", base[:-1] + "tt"}
    return {base + "t", base[:-1] + "t"} if base.endswith(("en", "nn", "mm")) else {base + "t"}


def _find_hidden(table: _Table) -> None:
    """Gives forms back to words all of whose forms point elsewhere, as those of *träd* to the verb *träda*."""
    for base in sorted(table.forms):
        if len(base) <= _SHORTEST or base[-1] == "s" or (base + "na" in table.forms and base not in table.families):
            continue
        is_known = bool(nouns(base, table))
        for singular, plural in _BOTH_DEFINITES:
            if plural != "en" and (is_known or (plural == "arna" and base + "are" in table.forms)):
                continue  # jobbarna is of jobbare
            both = table.has_genitive(base + singular) and table.has_genitive(base + plural)
            if both and (plural != "na" or base[-1] == "e"):
                table.families[base] |= {base + singular, base + plural}
        if base[-1] == "a" and all(base + e in table.forms for e in ("r", "de", "t", "nde")):
            table.families[base] |= {base + "de", base + "r"}


def _formed(lexicon: Lexicon) -> set[str]:
    """All base forms and forms."""
    forms = set(lexicon)
    return forms.union(base.removesuffix(cut) + put for base, ops in lexicon.items() for _, cut, put in ops)


def _own_words(lexicon: Lexicon, table: _Table, covered: set[str]) -> Lexicon:
    """Comparatives, superlatives and participles, which are words of their own."""
    own: dict[str, frozenset[Operation]] = {}
    for form, base in table.source.items():
        if form in covered or base not in lexicon:
            continue
        is_graded = any(kind == "a" for kind, _, _ in lexicon[base]) and form.endswith(("are", "ast"))
        if is_graded or form.endswith("nde") or (form.endswith("re") and form + "s" in table.forms):
            own.setdefault(form, frozenset())
            if form.endswith("ast") and form + "e" in table.forms:
                own[form] = frozenset({("a", "", "e")})
    for base, operations in lexicon.items():  # stressad, stressade
        if base[-1] == "a" and ("v", "", "de") in operations and base + "d" in table.forms:
            own.setdefault(base + "d", frozenset({("a", "", "e"), ("a", "d", "t")}))
    return own


def _with_irregular(lexicon: Lexicon, table: _Table, covered: set[str]) -> None:
    """Adds the forms that are left, but for passives, participles and comparison, as they are."""
    left: Families = defaultdict(set)
    for form, base in table.source.items():
        if form not in covered and form[-1] != "s" and base in lexicon and not form.endswith(_COMPARED):
            left[base].add(form)
    for base, forms in left.items():
        is_verb = all(kind == "v" for kind, _, _ in lexicon[base]) and base.endswith("a") and lexicon[base]
        lexicon[base] |= {operation("v" if is_verb else "x", base, form) for form in forms}


def lexicon_of(source: dict[str, str]) -> Lexicon:
    """The operations of each base form of a table."""
    table = _Table(source)
    _find_hidden(table)
    lexicon: Lexicon = {}
    for base in sorted(table.families):
        if len(base) >= _SHORTEST or base in _LETTERS_THAT_ARE_WORDS:
            lexicon[base] = frozenset(nouns(base, table) | verbs(base, table) | adjectives(base, table))
    for base, operations in lexicon.items():  # an imperative that is a noun or an adjective too is hardly an answer
        if ("v", "a", "") in operations and base[:-1] in lexicon:
            lexicon[base] = operations - {("v", "a", "")}
    for base, plural in _PLURALS_IN_S.items():
        lexicon[base] = lexicon.get(base, frozenset()) | {operation("p", base, plural)}
    covered = _formed(lexicon)
    own = _own_words(lexicon, table, covered)
    for form, operations in own.items():
        lexicon.setdefault(form, operations | {("A", "", "")})
        covered |= {form, form + "e"}
    _with_irregular(lexicon, table, covered)
    return lexicon


def forms(source: Path) -> list[str]:
    """The parts of the forms' file."""
    with gzip.open(source) as file:
        return parts(lexicon_of(json.load(file)))


def parts(lexicon: Lexicon) -> list[str]:
    """The patterns, and the base forms with the number of their pattern."""
    patterns: dict[frozenset[Operation], int] = {}
    lines = [f"{base}\t{patterns.setdefault(lexicon[base], len(patterns))}" for base in sorted(lexicon)]
    return ["\n".join(_lines(patterns)), "\n".join(lines)]


def _lines(patterns: Iterable[frozenset[Operation]]) -> list[str]:
    return [written(set(pattern)) for pattern in patterns]
