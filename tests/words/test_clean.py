"""Cleaning and folding: equal words without any knowledge of Finnish."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.words.clean import cleaned, fold

SAME = [
    ("Yhteistyö", "yhteistyö", "letter case"),
    ("YHTEISTYÖ!", "yhteistyö", "edge punctuation"),
    ("#yhteistyö", "yhteistyö", "hashtag"),
    ("  yhdessä   tekeminen ", "yhdessä tekeminen", "white space"),
    ("a\u0308iti", "äiti", "decomposed letters"),
    ("\u200bsisu", "sisu", "zero-width space"),
    ("si\u00adsu", "sisu", "soft hyphen"),
    ("sisu\u00a0", "sisu", "no-break space"),
    ("\u202esisu", "sisu", "direction mark"),
    ("”sisu”", "sisu", "quotation marks"),
    ("👍🏻", "👍", "skin tone"),
    ("❤️", "❤", "variation selector"),
]
APART = [
    ("sää", "saa", "ä is a letter"),
    ("väri", "vari", "ä is a letter"),
    ("C", "C++", "signs inside a name"),
    ("C", "C#", "sharp at the end"),
    ("50", "50 %", "percent at the end"),
    ("Paris", "pari", "no plural rule"),
    ("win-win", "winwin", "hyphen kept"),
]


@pytest.mark.parametrize(("first", "second", "why"), SAME, ids=[case[2] for case in SAME])
def test_same_word(first: str, second: str, why: str) -> None:
    assert fold(first) == fold(second) != ""


@pytest.mark.parametrize(("first", "second", "why"), APART, ids=[f"{case[0]}-{case[2]}" for case in APART])
def test_words_of_their_own(first: str, second: str, why: str) -> None:
    assert fold(first) != fold(second)


@pytest.mark.parametrize("text", ["", "   ", "\u200b", "\u200d", "!!! ...", "{}", "\x00", "\ud800", "\u2028", "—"])
def test_nothing_to_count(text: str) -> None:
    assert fold(text) == ""


@pytest.mark.parametrize(
    "text", ["Y", "5", "he", "on", "no", "💡💡", "ሰላም", "=1+1", "<b onclick=x>", "$x$", "maa-ainekset"]
)
def test_counts_although_short_common_or_strange(text: str) -> None:
    assert fold(text)


@pytest.mark.parametrize("text", ["👩‍👩‍👧", "👩🏽‍⚕️", "🏳️‍🌈", "🇫🇮"])
def test_emoji_keep_what_joins_them(text: str) -> None:
    assert cleaned(text) == text


@pytest.mark.parametrize("text", ["*hei*", ":smile:", "![i](http://x/y.png)", "<img src=x onerror=1>", "-> --", "=1+1"])
def test_shown_as_typed(text: str) -> None:
    assert cleaned(text) == text


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)


@given(st.text())
def test_cleaned_text_can_be_stored_and_holds_no_control_characters(text: str) -> None:
    clean = cleaned(text)
    clean.encode()
    assert not any(unicodedata.category(character) in {"Cc", "Cs"} for character in clean)


@given(st.text())
def test_an_answer_and_its_cleaned_form_count_alike(text: str) -> None:
    assert fold(cleaned(text)) == fold(text)
