"""The lexicon: loading, look-ups of single words, and errors where it cannot be read."""

import lzma
import struct
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop.words import displayed
from workshop.words.merging import lexicon
from workshop.words.merging.automaton import LexiconUnreadableError
from workshop.words.merging.lexicon import Analysis, LexiconMissingError
from workshop.words.shared import shared_lexicons


def is_read(word: str) -> bool:
    """Whether a word list of any language reads the word."""
    lists = shared_lexicons()
    return bool(lists.finnish.analyses(word)) or any(words.readings(word) for words in lists.word_lists.values())


def analysis_of(word: str, lemma: str) -> Analysis:
    return next(analysis for analysis in shared_lexicons().finnish.analyses(word) if analysis.lemma == lemma)


@pytest.mark.parametrize(
    ("word", "lemma", "tags"),
    [
        ("kahvikuppeihin", "kahvikuppi", ("pl", "ill")),
        ("kimppakyydeistä", "kimppakyyti", ("pl", "ela")),
        ("palvelumuotoilua", "palvelumuotoilu", ("sg", "par")),
        ("uudellamaalla", "Uusimaa", ("sg", "ade")),
        ("mummo-kahvilassa", "mummo-kahvila", ("sg", "ine")),
    ],
)
def test_a_form_is_traced_to_its_base(word: str, lemma: str, tags: tuple[str, ...]) -> None:
    assert analysis_of(word, lemma).tags == tags


def test_likelier_readings_come_first() -> None:
    weights = [analysis.weight for analysis in shared_lexicons().finnish.analyses("yhteistyötä")]
    assert weights == sorted(weights)
    assert shared_lexicons().finnish.analyses("yhteistyötä")[0].listed


def test_a_word_that_is_none_has_no_readings() -> None:
    assert shared_lexicons().finnish.analyses("xyzzyssä") == ()
    assert shared_lexicons().finnish.analyses("") == ()


@pytest.mark.parametrize(
    ("word", "lemma", "tags", "form"),
    [
        ("talossa", "talo", "+pl+nom", "talot"),
        ("kimppakyydeistä", "kimppakyyti", "+sg+nom", "kimppakyyti"),
        ("etäkonsultaatiosta", "etäkonsultaatio", "+pl+nom", "etäkonsultaatiot"),
        ("avoimempaa", "avoin", "+comparative+sg+nom", "avoimempi"),
        ("talossa", "talo", "+pres+3sg", None),
    ],
)
def test_a_word_is_inflected(word: str, lemma: str, tags: str, form: str | None) -> None:
    assert shared_lexicons().finnish.inflected(analysis_of(word, lemma), tags) == form


def test_a_paradigm_holds_the_forms_of_a_word_and_no_others() -> None:
    forms = shared_lexicons().finnish.paradigm(analysis_of("katu", "katu"))
    assert {"katu", "kadun", "kaduilla", "katuja"} <= forms
    assert all("katu" in {a.lemma for a in shared_lexicons().finnish.analyses(form)} for form in forms)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("inovaatiot", "innovaatiot"),
        ("osallsuus", "osallisuus"),
        ("kirjatso", "kirjasto"),
        ("hyvivnointialue", "hyvinvointialue"),
        ("kokeilukultuuri", "kokeilukulttuuri"),
        ("demokrstia", "demokratia"),
    ],
)
def test_a_word_one_edit_away_goes_with_the_one_in_the_room(typed: str, meant: str) -> None:
    assert len(set(displayed([meant, typed]))) == 1


@settings(max_examples=25, deadline=None)
@given(
    st.sampled_from(["luottamus", "yhteistyö", "verkosto", "kylätalo"]),
    st.integers(0, 6),
    st.sampled_from(["missing", "extra", "wrong", "swapped"]),
    st.sampled_from("aeiklmnstö"),
)
def test_one_edit_joins_or_makes_another_word(word: str, position: int, edit: str, letter: str) -> None:
    typed = {
        "missing": word[:position] + word[position + 1 :],
        "extra": word[:position] + letter + word[position:],
        "wrong": word[:position] + letter + word[position + 1 :],
        "swapped": word[:position] + word[position + 1 : position + 2] + word[position] + word[position + 2 :],
    }[edit]
    first, second = displayed([word, typed])
    assert first == second or is_read(typed)


def test_a_missing_word_list_is_a_named_error(tmp_path: Path) -> None:
    with pytest.raises(LexiconMissingError):
        lexicon.load(tmp_path / "none.kfst")


def rows(count: int) -> bytes:
    head = b"KFST\x00\x00" + struct.pack("!HII?", 1, count, 0, True) + b"a\x00"
    return head + lzma.compress(struct.pack("!IIHHd", 0, 0, 0, 0, 0.25))


@pytest.mark.parametrize(
    "content",
    [b"", b"not a word list", b"KFST\x00\x00", b"KFST\x00\x00" + bytes(11) + b"x", rows(1), rows(2)],
    ids=["empty", "another file", "header cut", "body broken", "weight of another kind", "cut short"],
)
def test_a_broken_word_list_is_a_named_error(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.kfst"
    path.write_bytes(content)
    with pytest.raises(LexiconUnreadableError) as caught:
        lexicon.load(path)
    assert caught.value.values == {"file": "broken.kfst"}
