"""Themes: which are in force, what stands in each, what shares a word, and votes on what was said."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop.activities.themes import (
    MAX_THEMES,
    SortedEntries,
    Theme,
    ThemeNameError,
    ThemeTakenError,
    TooManyThemesError,
    UnknownThemeError,
    theme_label,
    themes_in_force,
)
from workshop.activities.vote_options import MAX_VOTED, VoteOptionsError, VoteQuestionError, vote_item, vote_labels
from workshop.activities.words import WordsActivity
from workshop.content.item import item_activity
from workshop.content.localised import Localised
from workshop.words.entries import Entry, Form, RoundWords, State
from workshop.words.shared import shared_lexicons
from workshop.words.shared_words import Suggestion, suggestions, telling_words


def theme(name: str, label: str | None = None) -> Theme:
    return Theme(id=name, label=Localised.same(label or name))


def entry(text: str, theme_id: str | None = None, count: int = 1, answers: int = 1, state: State = "shown") -> Entry:
    return Entry(text, text, count, (Form(text, text, answers),), state, theme_id)


def labels(themes: tuple[Theme, ...]) -> list[str]:
    return [each.label.fi for each in themes]


GIVEN = (theme("kyydit", "Kyydit"), theme("tieto", "Tieto"))


@pytest.mark.parametrize(
    ("names", "in_force"),
    [
        ({}, ["Kyydit", "Tieto"]),
        ({"theme_1": "Digiapu"}, ["Kyydit", "Tieto", "Digiapu"]),
        ({"kyydit": "Kyydit ja tiet"}, ["Kyydit ja tiet", "Tieto"]),
        ({"kyydit": None}, ["Tieto"]),
        ({"theme_1": "Digiapu", "theme_2": "Raha", "tieto": None}, ["Kyydit", "Digiapu", "Raha"]),
        ({"theme_1": None}, ["Kyydit", "Tieto"]),
    ],
)
def test_themes_are_renamed_removed_and_added_on_the_spot(names: dict[str, str | None], in_force: list[str]) -> None:
    assert labels(themes_in_force(GIVEN, names)) == in_force


def test_a_workshop_gives_no_themes_or_two_to_eight_different_ones() -> None:
    def activity(*names: str) -> Any:
        options = [{"label": {"fi": name}} for name in names]
        return item_activity({"kind": "words", "question": {"fi": "Mitä?"}, "themes": options}, ["fi"])

    assert activity("Kyydit", "Tieto").themes[0].label.fi == "Kyydit"
    for names in (("Yksi",), tuple(f"Teema {n}" for n in range(MAX_THEMES + 1)), ("Sama", "sama")):
        with pytest.raises(Exception, match="item_faults"):
            activity(*names)
    with pytest.raises(ValidationError):
        WordsActivity(id="a", title=Localised.same("a"), question=Localised.same("a"), themes=(theme("yksi"),))


def test_a_theme_needs_a_name_of_its_own() -> None:
    assert theme_label(GIVEN, None, "  Digi\u200bapu ") == "Digiapu"
    assert theme_label(GIVEN, "tieto", "TIETO") == "TIETO"
    full = tuple(theme(f"t{n}") for n in range(MAX_THEMES))
    for themes, name, typed, refused in [
        (GIVEN, None, " ", ThemeNameError), (GIVEN, None, "x" * 61, ThemeNameError),
        (GIVEN, None, "kyydit", ThemeTakenError), (GIVEN, "muu", "Muu", UnknownThemeError),
        (full, None, "Yhdeksäs", TooManyThemesError),
    ]:  # fmt: skip
        with pytest.raises(refused):
            theme_label(themes, name, typed)
    assert theme_label(full, "t1", "Uusi nimi") == "Uusi nimi"


def test_a_theme_counts_what_is_shown_in_it() -> None:
    entries = (
        entry("linja-auto", "kyydit", 3, 4), entry("kimppakyyti", "kyydit", 2, 2),
        entry("ruma", "kyydit", 9, 9, "hidden"), entry("ilmoitustaulu", "tieto", state="waiting"), entry("raha"),
        entry("vanha", "poistettu"),
    )  # fmt: skip
    words = RoundWords(entries, 9, {"theme_1": "Tyhjä"})
    people, answers = SortedEntries.of_round(GIVEN, words), SortedEntries.of_round(GIVEN, words, counts_answers=True)
    assert [record.count for record in people.records()] == [5, 0, 0]
    assert [record.count for record in answers.records()] == [6, 0, 0]
    assert people.unsorted() == 2
    assert people.numbers() == {"linja-auto": 1, "kimppakyyti": 1, "ruma": 1, "ilmoitustaulu": 2}
    assert people.theme_of(entries[-1]) is None


def test_results_are_by_theme_only_once_something_that_is_shown_stands_in_one() -> None:
    assert (
        SortedEntries.of_round(GIVEN, RoundWords((entry("raha"), entry("x", "tieto", state="hidden")), 1)).drawn("fi")
        == []
    )
    drawn = SortedEntries.of_round(GIVEN, RoundWords((entry("raha", "tieto"),), 1)).drawn("fi")
    assert [(row["label"], row["count"]) for row in drawn] == [("Kyydit", 0), ("Tieto", 1)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Yhteiset kahvihetket terveysasemalla", {"kahvihetki", "terveysasema"}),
        ("Kahvihetkiä ilman asialistaa", {"kahvihetki", "asialista"}),
        ("Saa olla myös yhdessä, jos vain voi.", set()),
        ("!!! 123 :)", set()),
        ("att träffas oftare", set()),
        ("Grannarnas hjälp i vardagen", {"granne", "vardag"}),
        ("mer tid för barnen", {"tid", "barn"}),
        ("Neighbours' help with shopping", {"neighbour"}),
        ("more meetings with the neighbours", {"meeting", "neighbour"}),
        ("to be able to do more", set()),
    ],
)
def test_nouns_tell_what_an_answer_is_about_in_whatever_form(text: str, words: set[str]) -> None:
    assert telling_words(text, shared_lexicons()) >= words
    assert bool(telling_words(text, shared_lexicons())) == bool(words)


def split(text: str) -> frozenset[str]:
    return frozenset(text.split())


def test_an_answer_is_suggested_to_the_theme_with_which_it_shares_a_word() -> None:
    listed = [
        ("a", "kahvi talo", "t1"),
        ("b", "talo", "t2"),
        ("c", "talo", "t2"),
        ("d", "kahvi", None),
        ("e", "talo", None),
    ]
    assert suggestions([*listed, ("f", "muu", None)], split) == {
        "d": Suggestion("t1", "kahvi"),
        "e": Suggestion("t2", "talo"),
    }


def test_a_word_of_two_themes_alike_suggests_neither_and_nothing_sorted_is_moved() -> None:
    listed = [("a", "talo", "t1"), ("b", "talo", "t2"), ("c", "talo", None)]
    assert suggestions(listed, split) == {}


sorted_texts = st.lists(
    st.tuples(st.uuids().map(str), st.text("ab ", max_size=6), st.sampled_from([None, "t1", "t2"])), max_size=20
)


@given(sorted_texts)
def test_only_what_stands_in_no_theme_is_suggested_and_by_a_word_of_its_own(
    listed: list[tuple[str, str, str | None]],
) -> None:
    texts = {key: (text, where) for key, text, where in listed}
    for key, suggestion in suggestions(listed, split).items():
        assert texts[key][1] is None
        assert suggestion.word in split(texts[key][0])
        assert any(where == suggestion.theme and suggestion.word in split(text) for _, text, where in listed)


COUNTED = [(f"k{n}", f"Vastaus {n}", n) for n in range(12)]


def test_what_is_voted_on_stands_in_the_order_of_counts() -> None:
    assert vote_labels(COUNTED, {"k3", "k11", "k5"}) == ["Vastaus 11", "Vastaus 5", "Vastaus 3"]
    assert vote_labels([("a", "x\ny " + "sana " * 60, 1), ("b", "b", 2), ("c", "c", 3)], ["a", "b", "c"])[2].startswith(
        "x y sana"
    )


@pytest.mark.parametrize("chosen", [["k1", "k2"], [f"k{n}" for n in range(MAX_VOTED + 1)], ["k1", "k2", "gone"]])
def test_a_vote_is_on_three_to_ten(chosen: list[str]) -> None:
    with pytest.raises(VoteOptionsError):
        vote_labels(COUNTED, chosen)


@pytest.mark.parametrize("kind", ["choice", "dots", "ranking"])
def test_a_vote_is_a_question_of_its_kind(kind: Any) -> None:
    long = "Kaikki asukkaat samaan pöytään " * 9
    options = vote_labels([("a", long, 1), ("b", "b", 2), ("c", "c", 3)], ["a", "b", "c"])
    activity: Any = item_activity(vote_item(kind, "Mikä on tärkein?", options, "fi"), ["fi"])
    assert activity.kind == kind
    assert [option.label.fi for option in activity.options] == options
    with pytest.raises(VoteQuestionError):
        vote_item(kind, "  ", options, "fi")
