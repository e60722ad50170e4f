"""Invisible text is no answer, on the server and on the phone alike."""

import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page

from workshop.activities.answers import EmptyAnswerError
from workshop.activities.words import clean_words
from workshop.words import displayed
from workshop.words.clean import _PLAIN, _is_visible, cleaned, cleaned_lines, fold

SCRIPT = Path(__file__).parents[2] / "components" / "participant" / "script" / "characters.js"
NOTHING_TO_SEE = [
    ("\u3164", "Hangul filler"),
    ("\uffa0", "halfwidth Hangul filler"),
    ("\u115f", "Hangul choseong filler"),
    ("\u1160", "Hangul jungseong filler"),
    ("\u2800", "Braille blank"),
    ("\u200b", "zero-width space"),
    ("\u200c", "zero-width non-joiner"),
    ("\u200d", "zero-width joiner"),
    ("\u2060", "word joiner"),
    ("\ufeff", "byte order mark"),
    ("\u00ad", "soft hyphen"),
    ("\u034f", "combining grapheme joiner"),
    ("\u061c", "Arabic letter mark"),
    ("\u17b5", "Khmer inherent vowel"),
    ("\u180e", "Mongolian vowel separator"),
    ("\u202e", "right-to-left override"),
    ("\u2064", "invisible plus"),
    ("\u3000", "ideographic space"),
    ("\u1680", "Ogham space"),
    ("\ufe0f", "variation selector"),
    ("\U000e0101", "ideographic variation selector"),
    ("\U000e0041", "tag letter"),
    ("\ufffc", "object replacement"),
    ("\uffff", "noncharacter"),
    ("\U0001d159", "null note head"),
    ("\U00013441", "Egyptian blank"),
    ("\u0301", "combining accent"),
    ("\u20e3", "combining keycap"),
]
invisible = st.text(st.sampled_from([text for text, _ in NOTHING_TO_SEE]), min_size=1, max_size=12)


@pytest.mark.parametrize(("text", "name"), NOTHING_TO_SEE, ids=[name for _, name in NOTHING_TO_SEE])
def test_a_character_that_draws_nothing_is_no_answer(text: str, name: str) -> None:
    with pytest.raises(EmptyAnswerError):
        clean_words([text], 40)


@given(invisible)
def test_any_number_of_them_is_no_answer(text: str) -> None:
    assert cleaned(text) == fold(text) == ""


@given(invisible, invisible)
def test_around_a_word_they_change_nothing(before: str, after: str) -> None:
    assert fold(f"{before}sisu {after}") == "sisu"


def test_a_word_with_invisible_characters_is_the_word() -> None:
    assert displayed(["\u3164yhteis\u2060työ\u2800", "yhteistyö"]) == ["yhteistyö", "yhteistyö"]


def test_phone_and_server_agree_on_every_character(page: Page) -> None:
    page.add_script_tag(content=SCRIPT.read_text("utf-8"))
    invisible = page.evaluate(
        """(last) => {
          const empty = [];
          for (let code = 0; code <= last; code++) if (!cleaned(String.fromCodePoint(code))) empty.push(code);
          return empty;
        }""",
        sys.maxunicode,
    )
    known = [code for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) != "Cn"]
    unassigned = {ord(character) for character, _ in NOTHING_TO_SEE}
    expected = {code for code in {*known, *unassigned} if not cleaned(chr(code))}
    assert set(invisible) & {*known, *unassigned} == expected
    assert len(expected) > len(NOTHING_TO_SEE)


def test_phone_and_server_agree_inside_a_word(page: Page) -> None:
    page.add_script_tag(content=SCRIPT.read_text("utf-8"))
    samples = [f"si{text}su" for text, _ in NOTHING_TO_SEE]
    assert page.evaluate("(samples) => samples.map(cleaned)", samples) == [cleaned(sample) for sample in samples]


LINE_BREAKS = ("\r\n", "\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029")


def test_phone_and_server_agree_on_line_breaks(page: Page) -> None:
    page.add_script_tag(content=SCRIPT.read_text("utf-8"))
    samples = [f"yksi{sign}kaksi{sign}{sign}{sign} kolme {sign}" for sign in LINE_BREAKS]
    assert page.evaluate("(samples) => samples.map(cleanedLines)", samples) == [cleaned_lines(text) for text in samples]


def test_what_is_not_looked_at_one_by_one_is_seen_all_the_same() -> None:
    plain = [character for character in map(chr, range(0x11_0000)) if _PLAIN.fullmatch(character)]
    assert {"a", "ö", "Å", "š", "½", "€"} - set(plain) == {"€"}
    assert all(_is_visible(character, "a") for character in plain)
    looked_at = "\u200d" + "".join(plain) + "\u2028"
    assert cleaned(looked_at) == cleaned("".join(plain))
