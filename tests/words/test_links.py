"""Links are refused; a sentence with a missing space is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.words.personal_data import personal_data

WORDS_NOT_LINKS = [
    "Yhteistyö.me teemme", "joo.no", "ok.se", "Ilo.de on", "Hyvä.eu", "rahoitus.EU auttaa", "lisää.info", "uusi.app",
    "katson.tv", "To.be or not", "joo.no/ei", "Kiva.Se toimii", "Bra.De kommer", "Fint.No är det",
]  # fmt: skip
LINKS = [
    "kela.fi", "Katso kela.fi.", "esimerkki.fi/sivu", "www.svt.se", "https://ok.se", "svt.se/nyheter",
    "docs.google.com", "youtu.be/dQw4w9", "bbc.co.uk", "ec.europa.eu", "suomi.fi-palvelu",
]  # fmt: skip

EVERYDAY = [
    "me", "se", "no", "de", "be", "info", "app", "tv", "eu", "he", "te", "ja", "on", "ei", "joo", "mutta", "kun",
    "niin", "hyvä", "vi", "och", "det", "som", "att", "är", "den", "the", "and", "it", "is", "we", "so", "to", "us",
]  # fmt: skip


@pytest.mark.parametrize("text", WORDS_NOT_LINKS)
def test_a_space_left_out_after_a_full_stop_makes_no_link(text: str) -> None:
    assert personal_data(text) is None


@pytest.mark.parametrize("text", LINKS)
def test_addresses_of_pages_are_links(text: str) -> None:
    assert personal_data(text) == "link"


@given(st.sampled_from(EVERYDAY), st.sampled_from(EVERYDAY), st.sampled_from(["", " ja muuta", "!", ".", "?"]))
def test_everyday_words_around_a_full_stop_are_no_link(first: str, second: str, rest: str) -> None:
    for text in (f"{first}.{second}{rest}", f"{first.title()}.{second.title()}{rest}"):
        assert personal_data(text) is None
