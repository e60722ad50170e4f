"""The cloud's layout: nothing jumps, nothing overlaps, whatever is left out is counted."""

import math
import random
from collections import Counter
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop.words.cloud.cloud import TALL, WIDE, Cloud, Frame, PlacedWord
from workshop.words.cloud.layout import SMALLEST, arrange
from workshop.words.cloud.measure import line_width, lines_of

Words = list[tuple[str, str, int]]

VOCABULARY = [
    "yhteistyö", "osallisuus", "rohkeus", "kokeilut", "luottamus", "hyvinvointi", "asukkaat", "kohtaaminen",
    "digipalvelut", "tekoäly", "kumppanuus", "verkostot", "nuoret", "arki", "kulttuuri", "luonto", "toivo", "pulla",
    "kunta", "helppous", "liikunta", "vertaistuki", "matala kynnys", "yhdessä tekeminen",
    "matalan kynnyksen kohtaamispaikkatoiminta", "win-win", "👍🏻", "🇫🇮 Suomi",
]  # fmt: skip
COMPOUND = "hyvinvointialueyhteistyökokemusasiantun"

texts = st.text(min_size=1, max_size=40)
answers = st.lists(st.tuples(texts, texts, st.integers(-1, 500)), max_size=120, unique_by=lambda word: word[0])
frames = st.sampled_from([WIDE, TALL])


def same(words: list[str], count: int = 1) -> Words:
    return [(word, word, count) for word in words]


def overlapping(cloud: Cloud) -> list[tuple[str, str]]:
    def clash(a: PlacedWord, b: PlacedWord) -> bool:
        across = abs(a.x - b.x) < a.half_width + b.half_width
        return across and abs(a.y - b.y) < a.half_height + b.half_height

    return [(a.key, b.key) for a, b in combinations(cloud.words, 2) if clash(a, b)]


def outside(cloud: Cloud) -> list[str]:
    width, height = cloud.frame.width + 0.01, cloud.frame.height + 0.01
    return [
        word.key
        for word in cloud.words
        if word.x - word.half_width < -0.01
        or word.x + word.half_width > width
        or word.y - word.half_height < -0.01
        or word.y + word.half_height > height
    ]


def growing(frame: Frame, answered: int = 300) -> list[Cloud]:
    """The clouds after each of `answered` answers of a workshop, common words more often than rare ones."""
    chance, counts, clouds = random.Random(7), Counter[str](), []
    cloud: Cloud | None = None
    for _ in range(answered):
        counts[VOCABULARY[min(int(chance.expovariate(0.12)), len(VOCABULARY) - 1)]] += 1
        cloud = arrange(cloud, [(word, word, count) for word, count in counts.items()], frame)
        clouds.append(cloud)
    return clouds


@settings(max_examples=60, deadline=None)
@given(answers, answers, frames)
def test_every_cloud_fits_its_frame_and_counts_what_it_leaves_out(first: Words, second: Words, frame: Frame) -> None:
    before = arrange(None, first, frame)
    for cloud, words in ((before, first), (arrange(before, second, frame), second)):
        assert overlapping(cloud) == []
        assert outside(cloud) == []
        shown = {key: count for key, text, count in words if count > 0}
        assert len(cloud.words) + cloud.left_out == len(shown)
        if shown:
            top = max(shown.values())
            assert any(word.count == top for word in cloud.words)


@settings(max_examples=20, deadline=None)
@given(answers, frames)
def test_the_same_answers_give_the_same_cloud(words: Words, frame: Frame) -> None:
    assert arrange(None, words, frame) == arrange(None, words, frame)


@pytest.mark.parametrize("frame", [WIDE, TALL])
def test_nearly_all_kept_words_stand_still_while_answers_come(frame: Frame) -> None:
    clouds = growing(frame)
    moves = [
        math.dist((old.x, old.y), (new.x, new.y))
        for before, after in pairwise(clouds)
        for old in before.words
        for new in after.words
        if old.key == new.key
    ]
    assert sum(move < 1 for move in moves) / len(moves) > 0.98
    assert clouds[-1].left_out == 0


def test_a_word_keeps_its_colour_for_ever_and_gets_it_back_when_it_returns() -> None:
    inks: dict[str, int] = {}
    clouds = growing(WIDE)
    for cloud in clouds:
        for word in cloud.words:
            assert inks.setdefault(word.key, word.ink) == word.ink
    assert {word.key: word.ink for word in growing(TALL)[-1].words} == inks
    without = arrange(clouds[-1], same(["arki", "uusi"]), WIDE)
    again = arrange(without, same(["uusi", "yhteistyö", "arki"]), WIDE)
    assert {word.key: word.ink for word in again.words}["yhteistyö"] == inks["yhteistyö"]
    assert set(inks.values()) == {0, 1, 2, 3, 4}


@given(st.permutations(VOCABULARY), st.integers(1, len(VOCABULARY)), frames)
@settings(max_examples=20, deadline=None)
def test_a_word_has_one_colour_whatever_else_is_there_and_whoever_came_first(
    order: list[str], number: int, frame: Frame
) -> None:
    alone = {word: arrange(None, same([word]), WIDE).words[0].ink for word in VOCABULARY}
    for word in arrange(None, same(order[:number]), frame).words:
        assert word.ink == alone[word.key]


def test_the_five_colours_are_given_about_evenly() -> None:
    given_to = Counter(arrange(None, same([f"sana{number}"]), WIDE).words[0].ink for number in range(500))
    assert len(given_to) == 5
    assert min(given_to.values()) > 60


def test_a_key_whose_text_changes_stays_where_it_was() -> None:
    before = arrange(None, [("a", "yhteistyö", 5), ("b", "arki", 2)], WIDE)
    after = arrange(before, [("a", "Yhteistyötä", 5), ("b", "arki", 2)], WIDE)
    old, new = before.words[0], after.words[0]
    assert (new.text, new.x, new.y, new.ink) == ("Yhteistyötä", old.x, old.y, old.ink)


def test_a_word_that_more_people_give_grows_and_the_top_word_is_largest() -> None:
    before = arrange(None, same(VOCABULARY[:20]), WIDE)
    after = arrange(before, [*same(VOCABULARY[1:20]), ("yhteistyö", "yhteistyö", 40)], WIDE)
    largest = max(after.words, key=lambda word: word.size)
    assert largest.key == "yhteistyö"
    assert largest.size > 2 * SMALLEST


def box(cloud: Cloud) -> tuple[float, float, float, float]:
    """The edges of the drawn words: left, right, upper, lower."""
    return (
        min(word.x - word.half_width for word in cloud.words),
        max(word.x + word.half_width for word in cloud.words),
        min(word.y - word.half_height for word in cloud.words),
        max(word.y + word.half_height for word in cloud.words),
    )


def filled(cloud: Cloud) -> float:
    """How much of the ellipse in the box around the words, drawn through their farthest corner, they fill."""
    left, right, upper, lower = box(cloud)
    across, down = (right - left) / 2, (lower - upper) / 2
    middle = ((left + right) / 2, (upper + lower) / 2)
    reach = max(
        math.hypot(
            (abs(word.x - middle[0]) + word.half_width) / across, (abs(word.y - middle[1]) + word.half_height) / down
        )
        for word in cloud.words
    )
    drawn = sum(4 * word.half_width * word.half_height for word in cloud.words)
    return drawn / (math.pi * across * down * reach * reach)


def answered(number: int, seed: int) -> Words:
    """That many words in the proportions of a workshop: a few given often, most once or twice."""
    names = [word for word in VOCABULARY if len(word) < 20]
    names += [f"{word}{part}" for part in ("ilta", "talo", "verkosto", "piha") for word in names[:25]]
    random.Random(seed).shuffle(names)
    return [(name, name, 1 + 12 // (place + 1)) for place, name in enumerate(names[:number])]


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("number", [10, 20, 40, 60])
def test_a_cloud_is_compact_and_round_around_its_most_given_word(number: int, seed: int) -> None:
    cloud = arrange(None, answered(number, seed), WIDE)
    left, right, upper, lower = box(cloud)
    top = max(cloud.words, key=lambda word: word.count)
    assert filled(cloud) > 0.3
    assert 1.4 < (right - left) / (lower - upper) < 2.4
    assert abs((left + right) / 2 - WIDE.width / 2) < 1
    assert abs((upper + lower) / 2 - WIDE.height / 2) < 1
    assert abs(top.x - WIDE.width / 2) < 0.12 * WIDE.width
    assert abs(top.y - WIDE.height / 2) < 0.12 * WIDE.height


@pytest.mark.parametrize("seed", range(4))
def test_a_word_that_comes_to_lead_comes_to_the_middle(seed: int) -> None:
    cloud = arrange(None, answered(20, seed), WIDE)
    last, text, _ = answered(20, seed)[-1]
    for count in range(2, 60):
        cloud = arrange(cloud, [*answered(20, seed)[:-1], (last, text, count)], WIDE)
    top = max(cloud.words, key=lambda word: word.count)
    assert top.key == last
    assert abs(top.x - WIDE.width / 2) < 0.2 * WIDE.width
    assert abs(top.y - WIDE.height / 2) < 0.2 * WIDE.height


def test_the_first_two_words_stand_around_the_middle() -> None:
    left, right, upper, lower = box(arrange(None, same(["arki", "luonto"]), WIDE))
    assert abs(left + right - WIDE.width) < 1
    assert abs(upper + lower - WIDE.height) < 1


@pytest.mark.parametrize("frame", [WIDE, TALL])
def test_of_300_words_the_most_given_are_drawn_readable_and_the_rest_counted(frame: Frame) -> None:
    words = [(str(i), f"{VOCABULARY[i % 22]} {i}", 1 + 300 // (i + 1)) for i in range(300)]
    cloud = arrange(None, words, frame)
    assert "0" in {word.key for word in cloud.words}
    assert min(word.size for word in cloud.words) >= SMALLEST
    assert len(cloud.words) > 30
    assert cloud.left_out == 300 - len(cloud.words)


def test_no_answers_are_an_empty_cloud_and_one_answer_stands_in_the_middle() -> None:
    assert arrange(None, [], WIDE).words == ()
    assert arrange(arrange(None, same(["arki"]), WIDE), [], WIDE).words == ()
    (only,) = arrange(None, same(["arki"]), WIDE).words
    assert math.dist((only.x, only.y), (800, 350)) < 10


@pytest.mark.parametrize("frame", [WIDE, TALL])
def test_a_long_compound_shrinks_until_it_fits_in_one_line(frame: Frame) -> None:
    (word,) = arrange(None, [("a", COMPOUND, 90)], frame).words
    assert word.lines == (COMPOUND,)
    assert 2 * word.half_width <= frame.width


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("arki", ("arki",)),
        ("matala kynnys", ("matala kynnys",)),
        ("kuntalaisten olohuone", ("kuntalaisten", "olohuone")),
        ("matalan kynnyksen kohtaamispaikkatoiminta", ("matalan kynnyksen", "kohtaamispaikkatoiminta")),
        ("vertaistuki-kokemusasiantuntijat", ("vertaistuki-", "kokemusasiantuntijat")),
        (COMPOUND, (COMPOUND,)),
    ],
)
def test_lines_break_only_at_spaces_and_hyphens(text: str, lines: tuple[str, ...]) -> None:
    assert lines_of(text) == lines


@pytest.mark.parametrize("picture", ["🚀", "👍🏻", "🇫🇮", "👨‍👩‍👧‍👦", "1️⃣", "❤️"])
def test_one_emoji_is_as_wide_as_one_picture(picture: str) -> None:
    assert line_width(picture) == line_width("🚀")


def test_other_scripts_get_room() -> None:
    assert line_width("社会") == 2
    assert 1.5 < line_width("ሰላም") < 3.5
    assert line_width("e\u0301") == line_width("e")
