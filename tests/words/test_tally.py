"""Counting of answers into entries."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from workshop.words.entries import State
from workshop.words.merging.overrides import Group
from workshop.words.tally import WordTally

WORDS = st.sampled_from(["sisu", "Sisu", "SISU!", "talkoot", "Talkoot", "ilo"])
ANSWERS = st.lists(st.tuples(st.integers(0, 8), WORDS))
COOPERATION = Group("yhteistyö", "yhteistyö", ("yhteistyö", "yhteistyötä", "yhteistyössä"))


def tally(*answers: tuple[int, str]) -> WordTally:
    tally_ = WordTally()
    for person, text in answers:
        tally_.add(person, text)
    return tally_


def test_shown_as_most_people_typed_it() -> None:
    (entry,) = tally((1, "SISU"), (2, "Sisu"), (3, "Sisu"), (4, "sisu")).entries()
    assert (entry.text, entry.count, entry.answers) == ("Sisu", 4, 4)


def test_one_person_counts_once_for_an_entry() -> None:
    (entry,) = tally((1, "sisu"), (1, "Sisu"), (2, "sisu")).entries()
    assert entry.count == 2


def test_grouped_forms_are_one_entry_and_one_person_still_counts_once() -> None:
    (entry,) = tally((1, "yhteistyö"), (1, "yhteistyötä"), (2, "Yhteistyössä")).entries([COOPERATION])
    assert (entry.text, entry.count, entry.answers) == ("yhteistyö", 2, 3)
    assert [form.text for form in entry.forms] == ["Yhteistyössä", "yhteistyö", "yhteistyötä"]


def test_what_is_decided_of_one_form_holds_for_the_whole_entry() -> None:
    def hides_cooperation(keys: Sequence[str], blocked: bool) -> State:
        return "hidden" if "yhteistyö" in keys else "shown"

    (entry,) = tally((1, "yhteistyössä"), (2, "yhteistyö")).entries([COOPERATION], hides_cooperation)
    assert entry.state == "hidden"


def test_a_blocked_answer_blocks_its_entry() -> None:
    tally_ = tally((1, "sisu"))
    tally_.add(2, "Sisu", blocked=True)
    assert [entry.state for entry in tally_.entries()] == ["blocked"]


def test_ties_stay_in_order_of_arrival() -> None:
    tally_ = tally((1, "b"), (2, "a"), (3, "c"), (4, "c"))
    assert [entry.text for entry in tally_.entries()] == ["c", "b", "a"]


@given(ANSWERS)
def test_no_person_is_lost_or_doubled(answers: list[tuple[int, str]]) -> None:
    tally_ = tally(*answers)
    assert tally_.people == {person for person, _ in answers}
    for entry in tally_.entries():
        assert entry.count == len({person for person, text in answers if text.strip("!").casefold() == entry.key})
    assert sum(entry.answers for entry in tally_.entries()) == len(answers)
