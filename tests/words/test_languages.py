"""Answers of three languages in one room: each is read in its own, and joined with its own forms alone."""

import random
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop.content.texts import Language
from workshop.words import displayed
from workshop.words.clean import fold
from workshop.words.merging.labels_apart import labels_apart
from workshop.words.merging.merge import Group, MergeOverrides, Merger
from workshop.words.shared import shared_lexicons

ONE_ENTRY: list[tuple[Language, str, str, str]] = [
    # (room's language, shown, typed, reason)
    ("sv", "granne", "granne grannar grannarna grannens", "definite, plural, genitive"),
    ("sv", "bok", "bok böcker boken", "another vowel in the plural"),
    ("sv", "hus", "hus huset husen", "a plural like the singular"),
    ("sv", "nyckel", "nyckel nycklar", "a vowel falls away"),
    ("sv", "samarbete", "samarbete samarbetet", "a neuter in -e"),
    ("sv", "vacker", "vacker vackert vackra", "an adjective's forms"),
    ("sv", "lära", "lära lär lärde", "a verb's forms"),
    ("sv", "grön gård", "grön_gård gröna_gårdar den_gröna_gården", "an adjective and its noun"),
    ("sv", "sommarfest", "sommarfest sommar_fest", "a compound written apart"),
    ("sv", "FPA", "FPA FPA:s", "an acronym with an ending"),
    ("sv", "gemenskap", "gemenskap gemesnkap", "a typing error"),
    ("sv", "Ekenäs", "Ekenäs ekenäs", "a place keeps its capital"),
    ("en", "car", "car cars", "a plural"),
    ("en", "child", "child children children's", "an irregular plural and its genitive"),
    ("en", "meeting", "meeting meetings", "a noun in -ing"),
    ("en", "write", "write wrote written", "an irregular verb"),
    ("en", "neighbour", "neighbour neighbour neighbor", "British and American spelling"),
    ("en", "place for everyone", "place_for_everyone places_for_everyone", "the noun before a preposition"),
    ("en", "community", "community comunity", "a typing error"),
    ("en", "e-book", "e-book e-books ebook", "a hyphen left out"),
    ("fi", "samarbete", "samarbete samarbetet", "Swedish in a Finnish room"),
    ("fi", "hope", "hopes hope", "English in a Finnish room"),
]

APART: list[tuple[Language, str, str]] = [
    # (room's language, typed, reason)
    ("fi", "maten mötet", "two Swedish words, one letter apart in no language"),
    ("fi", "hunden lunden", "two Swedish words"),
    ("fi", "kissakin kisa", "a particle is no typing error"),
    ("fi", "sienetkin pieni", "a particle is no typing error"),
    ("fi", "kerhojakin verhoja", "a particle is no typing error"),
    ("fi", "metsä skog forest", "three languages"),
    ("sv", "fisk fiska", "a noun and a verb"),
    ("sv", "läkare läka läkning", "derived words"),
    ("sv", "grön grönare", "a comparative is a word of its own"),
    ("sv", "hand hund", "two listed words, one letter apart"),
    ("en", "garden gardening gardener", "derived words"),
    ("en", "kind kindness", "derived words"),
    ("en", "peach beach", "two listed words, one letter apart"),
]

LABELS: list[tuple[Language, str, str, str]] = [
    # (room's language, typed, shown, reason)
    ("fi", "matalan kynnyksen paikan", "matalan kynnyksen paikka", "an adjective of a genitive stays with it"),
    ("fi", "hyvän elämän edellytyksen", "hyvän elämän edellytys", "an adjective of a genitive stays with it"),
    ("fi", "liikaa melua", "liikaa melua", "a quantity decides the case"),
    ("fi", "puhtaan ilman", "puhdas ilma", "an adjective shows that it is the air"),
    ("fi", "ilman", "ilman", "alone it is a preposition"),
    ("fi", "Isossa-Britanniassa", "Iso-Britannia", "both parts of a name are inflected"),
    ("fi", "Yle Areenassa", "Yle Areena", "the last part of a name is inflected"),
    ("fi", "hyviä pitkospuita", "hyvät pitkospuut", "an adjective goes along with a plural word"),
    ("fi", "skin", "skin", "English is not cut by Finnish endings"),
    ("en", "oven", "oven", "English is not cut by Finnish endings"),
    ("en", "pain", "pain", "English is not cut by Finnish endings"),
]

MIXED = (
    "kissa", "kissakin", "kisa", "hund", "hundar", "hunden", "car", "cars", "ovi", "ovia", "oven", "ovens", "metsä",
    "metsässä", "skog", "skogar", "forest", "forests", "stol", "stolar", "stolen", "park", "parks", "puisto", "data",
    "dataa", "lake", "lakes", "laki", "lakeja", "yhteistyö", "yhteistötä", "samarbete", "samarbetet", "komunity",
    "community", "gemenskap", "gemesnkap", "Vasa", "Vaasa", "e-book", "ebook", "time_bank", "timebank", "Canva",
    "Canvan", "HR", "HR:n",
)  # fmt: skip


def labels(typed: str, room: Language) -> list[str | None]:
    """The labels of answers, whose words are joined by _."""
    return displayed([answer.replace("_", " ") for answer in typed.split()], lang=room)


@pytest.mark.parametrize(("room", "shown", "typed", "reason"), ONE_ENTRY)
def test_forms_of_one_word_are_one_entry(room: Language, shown: str, typed: str, reason: str) -> None:
    assert set(labels(typed, room)) == {shown}, reason


@pytest.mark.parametrize(("room", "typed", "reason"), APART)
def test_different_words_stay_apart(room: Language, typed: str, reason: str) -> None:
    assert len(set(labels(typed, room))) == len(typed.split()), reason


@pytest.mark.parametrize(("room", "typed", "shown", "reason"), LABELS)
def test_an_answer_alone_is_shown_in_its_base_form(room: Language, typed: str, shown: str, reason: str) -> None:
    assert displayed([typed], lang=room) == [shown], reason


def test_a_word_of_two_languages_goes_with_what_the_room_shows() -> None:
    assert labels("stol stolar stolen", "fi") == ["stol"] * 3
    assert labels("steal steals stolen", "en") == ["steal"] * 3


def test_the_phones_language_decides_what_the_letters_do_not() -> None:
    assert displayed(["oven", "ovi"], lang=["en", "fi"]) == ["oven", "ovi"]
    assert displayed(["oven", "ovi"], lang=["fi", "fi"]) == ["ovi", "ovi"]


def test_the_same_letters_are_one_entry_whoever_typed_them() -> None:
    assert displayed(["data", "data", "data"], lang=["fi", "sv", "en"]) == ["data"] * 3


def test_two_entries_are_never_shown_alike() -> None:
    shown = {group.key: group.label for group in room_of(MIXED, "fi").groups()}
    assert len({label.casefold() for label in shown.values()}) == len(shown)
    typed = {"park": Counter({"Park": 1}), "parken": Counter({"Parken": 3, "parken": 1})}
    alike = [Group("parken", "park", ("parken",)), Group("park", "Park", ("park",))]
    assert [group.label for group in labels_apart(alike, typed)] == ["Parken", "Park"]


def room_of(answers: Sequence[str], first: Language) -> Merger:
    """A room with these answers."""
    merger = Merger(shared_lexicons(), first)
    for answer in answers:
        merger.add(answer.replace("_", " "))
    return merger


def state(merger: Merger) -> list[tuple[str, str, tuple[str, ...]]]:
    """All that is seen of a room."""
    return sorted((group.key, group.label, group.forms) for group in merger.groups())


@pytest.mark.parametrize("first", ["fi", "sv", "en"])
@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_arrival_does_not_matter(first: Language, seed: int) -> None:
    expected = state(room_of(MIXED, first))
    answers = list(MIXED)
    random.Random(seed).shuffle(answers)
    assert state(room_of(answers, first)) == expected


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(MIXED), max_size=12), st.lists(st.sampled_from(MIXED), max_size=12))
def test_answers_taken_back_leave_no_trace(stay: list[str], leave: list[str]) -> None:
    merger = room_of([*leave, *stay], "fi")
    for answer in leave:
        merger.remove(answer.replace("_", " "))
    assert state(merger) == state(room_of(stay, "fi"))


def test_the_facilitator_joins_and_takes_apart_across_languages() -> None:
    merger = room_of(["skog", "skogar", "metsä", "metsässä", "forest"], "fi")
    decisions = MergeOverrides(joined={"skog": "metsä", "forest": "metsä"}, apart=frozenset({"metsässä"}))
    groups = {group.label: group.forms for group in merger.groups(decisions)}
    assert groups == {"metsä": ("forest", "metsä", "skog", "skogar"), "metsässä": ("metsässä",)}


def test_every_answer_has_a_group_whatever_its_letters() -> None:
    merger = Merger(shared_lexicons(), "sv")
    for answer in ("💡", "24/7", "C++", "'s", "a's", "-s", "s", "å", "e-", "-ing", ":n", "x:n", "to", "att", "den"):
        merger.add(answer)
        assert merger.group_of(fold(answer)).label
