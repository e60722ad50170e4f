"""The word filter blocks blocked words in any disguise, and no look-alikes."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop.words.filter import blocklists
from workshop.words.filter.blocklists import BlocklistUnreadableError
from workshop.words.filter.word_filter import WordFilter
from workshop.words.shared import shared_lexicons, shared_word_filter

BLOCKED = [
    # (text, reason)
    ("vittu", "listed"),
    ("VITUN", "form, large letters"),
    ("perkeleen", "form"),
    ("saatanat!", "form with a mark"),
    ("paskahommat", "compound with a blocked part"),
    ("kusipäinen", "listed derivation"),
    ("huorattu", "participle"),
    ("paskaan", "a form that could also be a rare word with a particle"),
    ("ihan paskaa", "one word among others"),
    ("#vittu", "hashtag"),
    ("vittu💩", "emoji"),
    ("p3rk3l3", "digits for letters"),
    ("$aatana", "sign for a letter"),
    ("vi77u", "digits for letters"),
    ("v!ttu", "sign for a letter"),
    ("kusipaa", "dots left out"),
    ("v*ttu", "a covered letter"),
    ("s**tana", "covered letters"),
    ("f**k", "covered letters, English"),
    ("v i t t u", "spelled out with spaces"),
    ("v.i.t.t.u", "spelled out with dots"),
    ("p-e-r-k-e-l-e", "spelled out with hyphens"),
    ("vit-tu", "cut by a hyphen"),
    ("vit tu", "cut by a space"),
    ("vi\u200bttu", "invisible character"),
    ("vi\u00adttu", "soft hyphen"),
    ("perrrkeleee", "stretched"),
    ("saaaatana", "stretched vowel"),
    ("р3rkele", "a letter of another alphabet"),
    ("ｖｉｔｔｕ", "wide letters"),
    ("wittu", "another spelling of the sound"),
    ("vitunn", "one letter doubled"),
    ("perkle", "one edit from a listed word"),
    ("fuck", "English"),
    ("FUCKING", "English, large letters"),
    ("bitchit", "English with a Finnish ending"),
    ("son of a bitch", "English phrase"),
    ("jävla", "Swedish"),
    ("javlar", "Swedish, dots left out"),
    ("fittan", "Swedish form"),
    ("dra åt helvete", "Swedish phrase"),
    ("fy fan", "Swedish phrase"),
]

INNOCENT = [
    # (text, reason)
    ("Kusti", "a name"),
    ("kuusi", "a tree or a number"),
    ("kuusia", "a form of it"),
    ("kustannus", "begins alike"),
    ("perspektiivi", "begins alike"),
    ("Persson", "a surname"),
    ("persikka", "begins alike"),
    ("vitamiinit", "begins alike"),
    ("Helvetinjärvi", "a national park"),
    ("Vittula", "a place in a novel"),
    ("Paskolampi", "a place"),
    ("neekerinsuukko", "a sweet's old name, told in stories"),
    ("ryssäkala", "a catch"),
    ("narttukoira", "a dog"),
    ("kullilla", "could be golds"),
    ("Satakunta", "a region"),
    ("analyysi", "holds an English one"),
    ("assistentti", "begins alike"),
    ("class", "holds an English one"),
    ("Scunthorpe", "holds an English one"),
    ("cocktail", "begins alike"),
    ("Dickson", "a surname"),
    ("shiitake", "begins alike"),
    ("fani", "a fan"),
    ("fan", "English: an admirer"),
    ("rövare", "Swedish: robber"),
    ("kukko", "Finnish: rooster"),
    ("wankel", "an engine"),
    ("24/7", "digits"),
    ("5G", "digits"),
    ("C++", "signs"),
    ("A*", "too little shows"),
    ("S O S", "letters in a row"),
    ("***", "nothing shows"),
    ("", "nothing"),
    ("💡", "emoji"),
]

PERSONAL = [
    # (text, kind)
    ("matti.meikalainen@esimerkki.fi", "email"),
    ("kirjoita: a@b.co", "email"),
    ("matti (at) posti.fi", "email"),
    ("040-123 4567", "phone"),
    ("+358 40 123 4567", "phone"),
    ("soita 0401234567", "phone"),
    ("09 310 1691", "phone"),
    ("131052-308T", "identity_code"),
    ("010203A123B", "identity_code"),
    ("https://esimerkki.fi/x", "link"),
    ("www.esimerkki.fi", "link"),
    ("esimerkki.fi", "link"),
    ("1.12.2025", None),
    ("01.12.2025", None),
    ("2025-2030", None),
    ("24/7", None),
    ("112", None),
    ("10 000 000 euroa", None),
    ("@nimi", None),
    ("3.14", None),
    ("320000-000A", None),
    ("luottamus", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "reason"), BLOCKED)
def test_a_blocked_word_is_blocked_in_every_dress(text: str, reason: str) -> None:
    assert shared_word_filter().blocked(text), reason


@pytest.mark.parametrize(("text", "reason"), INNOCENT)
def test_a_word_that_only_looks_like_one_passes(text: str, reason: str) -> None:
    assert not shared_word_filter().blocked(text), reason


@pytest.mark.parametrize(("text", "kind"), PERSONAL)
def test_personal_data_is_reported_by_kind(text: str, kind: str | None) -> None:
    assert shared_word_filter().personal_data(text) == kind


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40))
def test_any_text_gets_an_answer(text: str) -> None:
    assert shared_word_filter().blocked(text) in (True, False)
    shared_word_filter().personal_data(text)


def test_every_listed_word_is_blocked() -> None:
    lists = blocklists.load()
    words = {*lists.finnish, *lists.foreign, *(" ".join(phrase) for phrase in lists.phrases)}
    assert [word for word in sorted(words) if not shared_word_filter().blocked(word)] == []


def test_every_innocent_word_passes() -> None:
    assert [word for word in sorted(blocklists.load().innocent) if shared_word_filter().blocked(word)] == []


def test_without_a_lexicon_listed_words_are_still_blocked() -> None:
    word_filter = WordFilter(None, blocklists.load())
    assert word_filter.blocked("perkele")
    assert word_filter.blocked("p3rkele")
    assert not word_filter.blocked("perspektiivi")


def test_an_organiser_extends_the_lists(tmp_path: Path) -> None:
    (tmp_path / "fi.txt").write_text("# oma lista\nkilpailija\n", encoding="utf-8")
    (tmp_path / "et.txt").write_text("pask\n", encoding="utf-8")
    (tmp_path / "fi.innocent.txt").write_text("kilpailijatutkimus\n", encoding="utf-8")
    word_filter = WordFilter(shared_lexicons(), blocklists.load(tmp_path))
    assert word_filter.blocked("Kilpailijoiden")
    assert word_filter.blocked("pask")
    assert not word_filter.blocked("kilpailijatutkimusta")
    assert not word_filter.blocked("kilpailu")


def test_unreadable_lists_are_a_named_error(tmp_path: Path) -> None:
    with pytest.raises(BlocklistUnreadableError):
        blocklists.load(tmp_path)
    (tmp_path / "fi.txt").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BlocklistUnreadableError) as caught:
        blocklists.load(tmp_path)
    assert caught.value.values == {"file": "fi.txt"}
