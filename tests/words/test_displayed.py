"""The two functions of the stable interface: the displayed form of each answer, and the blocked answers."""

import random
from concurrent.futures import ThreadPoolExecutor

from workshop.words import blocked, displayed


def test_each_answer_gets_the_name_of_its_entry() -> None:
    answers = ["Yhteistyö", "yhteistyötä", "yhteistyössä", "yhteistötä", "kokoukset", "kokous", "!!!"]
    assert displayed(answers) == ["yhteistyö"] * 4 + ["kokous"] * 2 + [None]


def test_no_answers_are_no_error() -> None:
    assert displayed([]) == []


def test_earlier_answers_leave_no_trace() -> None:
    assert displayed(["tukea"]) == ["tukea"]
    assert displayed(["tukea", "tuki"]) == ["tuki", "tuki"]
    assert displayed(["tukea"]) == ["tukea"]


def test_the_order_never_matters() -> None:
    answers = ["Kela", "kelan", "luotamus", "luottamusta", "Kela", "osoite", "osoittaa", "💡", "win-win", "win win"]
    expected = dict(zip(answers, displayed(answers), strict=True))
    for seed in range(5):
        random.Random(seed).shuffle(answers)
        assert dict(zip(answers, displayed(answers), strict=True)) == expected


def test_rooms_asked_at_once_do_not_mix() -> None:
    rooms = [[f"{word}", f"{word}a"] for word in ("talo", "koulu", "katto", "ilo", "auto", "sana")]
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(displayed, rooms * 5))
    assert results == [[room[0]] * 2 for room in rooms] * 5


def test_hostile_text_is_shown_as_text() -> None:
    answers = ["<img src=x onerror=1>", "{{7*7}}", "=HYPERLINK(1)", "a" * 500, "\ud800", "🏳️‍🌈"]
    assert displayed(answers)[0] == "<img src=x onerror=1>"
    assert len(displayed(answers)) == len(answers)


def test_blocked_words_and_their_look_alikes() -> None:
    assert blocked("p3rk3l3")
    assert not blocked("Kusti")
    assert not blocked("perspektiivi")
