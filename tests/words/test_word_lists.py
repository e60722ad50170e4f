"""The word lists hold together, and no everyday word of theirs is blocked."""

import pytest

from tests.conftest import ROOT
from workshop.words.merging.grammar import grammar
from workshop.words.shared import shared_lexicons, shared_word_filter
from workshop.words.word_lists.word_files import WordListUnreadableError, pairs, read_parts
from workshop.words.word_lists.word_list import NOUN, VERB, WordReading, load
from workshop.words.word_lists.word_table import WordTable

EVERYDAY = 4
"""The level from which a word is called an everyday one."""


def everyday(language: str) -> set[str]:
    """The everyday base forms of a language."""
    words = dict(pairs(read_parts(f"{language}.levels")[0]))
    return {word for word, levels in words.items() if levels != "-" and max(map(int, levels)) >= EVERYDAY}


def in_two_languages() -> set[str]:
    """The words that several lists read and that are everyday words of one: inflected ones too."""
    words = dict(pairs(read_parts("shared.levels")[0]))
    return {
        word
        for word, levels in words.items()
        if max(int(level, 16) for level in levels if level != ".") >= 2 * EVERYDAY
    }


READ_BY_A_PERSON = frozenset((ROOT / "tests" / "words" / "blocked_everyday_words.txt").read_text("utf-8").split())
"""The everyday words that are blocked: all of them abuse, or listed by name."""


@pytest.mark.parametrize("language", ["fi", "sv", "en", "two"])
def test_no_everyday_word_is_blocked_but_those_that_a_person_has_read(language: str) -> None:
    words = {
        "fi": lambda: set(grammar().everyday) | {name.casefold() for name in grammar().names} | set(grammar().adverbs),
        "two": in_two_languages,
    }.get(language, lambda: everyday(language))()
    assert {word for word in words if shared_word_filter().blocked(word)} - READ_BY_A_PERSON == set()


def test_a_form_has_all_its_readings() -> None:
    swedish, english = shared_lexicons().word_lists["sv"], shared_lexicons().word_lists["en"]
    assert WordReading("bok", NOUN, False, True) in swedish.readings("böcker")
    assert {reading.base for reading in swedish.readings("får")} >= {"få"}
    assert {(reading.base, reading.kind) for reading in english.readings("leaves")} == {
        ("leaf", NOUN),
        ("leave", NOUN),
        ("leave", VERB),
    }


def test_a_word_that_is_not_in_the_table_has_no_number() -> None:
    table = WordTable({"sana": 1, "ord": 2, "word": 65535})
    assert [table.get(word) for word in ("sana", "ord", "word", "sanat", "")] == [1, 2, 65535, None, None]


def test_a_list_that_cannot_be_read_is_a_named_error(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("lists")
    with pytest.raises(WordListUnreadableError):
        load("sv", folder)
    (folder / "sv.forms").write_bytes(b"no list")
    with pytest.raises(WordListUnreadableError) as caught:
        load("sv", folder)
    assert caught.value.values == {"file": "sv.forms"}


def test_every_base_form_has_a_pattern_and_a_level_for_each_of_its_kinds() -> None:
    for language, words in shared_lexicons().word_lists.items():
        patterns, bases, *_ = read_parts(f"{language}.forms")
        number = len(patterns.split("\n"))
        assert all(int(code) < number for _, code in pairs(bases))
        levels = dict(pairs(read_parts(f"{language}.levels")[0]))
        assert all(len(digits) == len(words.kinds(base)) for base, digits in levels.items() if digits != "-")
