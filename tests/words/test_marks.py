"""Marks inside words and between digits stay; only words of the lexicon are joined."""

from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from workshop.content.texts import LANGUAGES
from workshop.words import displayed
from workshop.words.languages import Language

MARKS = "-–;:/.,'’+*=&_|~!?^%#@\\\"<>"
RANGES = ("-", "–", "−", " - ", " – ")
SMALL_NUMBERS = range(13)

AS_TYPED = [
    ".NET", ".NET Core", ".fi", ".gitignore", "NET", "Node.js", "1-2", "1–2", "5-10", "-5", "−5", ".5", "1 2", "10 000",
    "A-B", "a-b", "A-B-C", "a;b", "a_b", "he:she", "yes/no", "joo;ei", "kissa;koira", "vaa'an", "vaa’an", "rei'itys",
    "liu'uttaa", "don't", "don’t", "it's", "rock'n'roll", "Q&A", "24/7", "4'33", "K-18", "sosiaali- ja terveysala",
    "kunnat ja -yhtymät", "1:1", "3,5", "1.2.3", "park(er)", "</script><script>x()", "f(x)", "[ ] valmis",
]  # fmt: skip

APART = [
    (".NET", "NET"),
    (".5", "5"),
    ("-5", "5"),
    ("1-2", "12"),
    ("1 2", "12"),
    ("1-2-3", "123"),
    ("A-B", "AB"),
    ("a;b", "ab"),
    ("don't", "don"),
    ("vaa'an", "vaa"),
    ("he:she", "he"),
]

TOGETHER = [
    ("yhteis-työ", "yhteistyö"),
    ("yhteis–työ", "yhteistyö"),
    ("tasaarvo", "tasa-arvo"),
    ("vaa'an", "vaaka"),
    ("vaa’alla", "vaa'an"),
    ("don’t", "don't"),
    ("Bordeaux’n", "Bordeaux"),
    ("YLE:n", "YLE"),
    ("10 000", "10000"),
    ("1–2", "1-2"),
    ("1 - 2", "1-2"),
    (".yhteistyö", "yhteistyö"),
    ("...yhteistyö", "yhteistyö"),
    ("- yhteistyö", "yhteistyö"),
    ("win-win", "win win"),
]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("text", AS_TYPED)
def test_marks_with_a_meaning_are_shown_as_typed(text: str, lang: Language) -> None:
    assert displayed([text], lang) == [text]


@pytest.mark.parametrize(("left", "right"), APART)
def test_a_mark_tells_two_answers_apart(left: str, right: str) -> None:
    first, second = displayed([left, right])
    assert first != second
    assert first == left


@pytest.mark.parametrize(("left", "right"), TOGETHER)
def test_ways_to_type_one_word_are_one_entry(left: str, right: str) -> None:
    first, second = displayed([left, right])
    assert first == second


@pytest.mark.parametrize("between", RANGES)
def test_a_range_of_numbers_is_never_a_number(between: str) -> None:
    pairs = list(product(SMALL_NUMBERS, SMALL_NUMBERS))
    ranges = [f"{low}{between}{high}" for low, high in pairs]
    labels = displayed([*ranges, *(f"{low}{high}" for low, high in pairs)])
    assert not set(labels[: len(pairs)]) & set(labels[len(pairs) :])
    assert len(set(labels[: len(pairs)])) == len(pairs)
    if " " not in between:
        assert [displayed([text])[0] for text in ranges] == ranges


@settings(deadline=None)
@given(st.sampled_from("abcdefgåäöXYZ"), st.sampled_from(MARKS), st.sampled_from("abcdefgåäöXYZ"))
def test_a_mark_between_two_letters_stays(left: str, mark: str, right: str) -> None:
    assume(not (mark in ":'’" and right in "naät"))  # a letter that is a Finnish ending there: TV:n, EU:a
    text = left + mark + right
    shown, joined = displayed([text, left + right])
    assert shown is not None
    assert shown.casefold() == text.casefold()
    assert joined != shown


@settings(deadline=None)
@given(st.integers(0, 999), st.sampled_from(MARKS), st.integers(0, 999))
def test_a_mark_between_two_numbers_stays(left: int, mark: str, right: int) -> None:
    text = f"{left}{mark}{right}"
    assert displayed([text, f"{left}{right}"]) == [text, f"{left}{right}"]


@settings(deadline=None)
@given(st.sampled_from(["don't", "vaa'an", "rock'n'roll", "l'amour"]), st.sampled_from("'’‘´`"))
def test_kinds_of_apostrophe_are_one(word: str, apostrophe: str) -> None:
    typed = word.replace("'", apostrophe)
    assert displayed([typed]) == [typed]
    assert len(set(displayed([typed, word]))) == 1
