"""Two rounds side by side."""

from workshop.activities.choice import ChoiceActivity, ChoiceResults, OptionRecord
from workshop.activities.options import Option
from workshop.activities.words import FormRecord, WordRecord, WordsActivity, WordsResults
from workshop.content.localised import Localised
from workshop.content.text_files import packaged_texts
from workshop.exports.changes import Change
from workshop.exports.comparison import compared

TEXT = Localised.same("Kysymys")
FINNISH = packaged_texts("fi")
WORDS = WordsActivity(id="w", title=TEXT, question=TEXT)


def word(text: str, people: int, *forms: str, state: str = "shown") -> WordRecord:
    form_records = tuple(FormRecord(key=form, text=form, answers=1) for form in forms or (text,))
    return WordRecord.model_validate(
        {"text": text, "people": people, "answers": people, "state": state, "merged_by": "", "forms": form_records}
    )


def words(*records: WordRecord) -> WordsResults:
    return WordsResults(people=9, words=records)


def kinds(changes: list[Change]) -> dict[str, str]:
    return {change.text: change.kind for change in changes}


def test_words_that_came_grew_stayed_fell_and_went() -> None:
    before = words(word("kasvaa", 1), word("pysyy", 2), word("laskee", 3), word("lähtee", 4))
    after = words(word("kasvaa", 2), word("pysyy", 2), word("laskee", 1), word("tulee", 1))
    changes = compared(WORDS, before, after, FINNISH)
    assert kinds(changes) == {
        "kasvaa": "grown", "pysyy": "same", "laskee": "fallen", "tulee": "new", "lähtee": "gone"
    }  # fmt: skip
    assert [change.text for change in changes] == ["kasvaa", "pysyy", "laskee", "tulee", "lähtee"]


def test_a_word_shown_by_another_of_its_forms_is_the_same_word() -> None:
    before = words(word("ideat", 1, "ideat", "ideoita"))
    after = words(word("idea", 3, "idea", "ideoita"))
    assert compared(WORDS, before, after, FINNISH) == [Change("idea", 1, 3)]


def test_the_same_name_goes_before_a_shared_form() -> None:
    before = words(word("tuki", 1, "tuki", "tukea"), word("apu", 2))
    after = words(word("apu", 3, "apu", "tukea"), word("tuki", 1))
    assert compared(WORDS, before, after, FINNISH) == [Change("apu", 2, 3), Change("tuki", 1, 1)]


def test_hidden_words_are_not_compared() -> None:
    assert compared(WORDS, words(word("a", 1, state="hidden")), words(word("b", 1, state="blocked")), FINNISH) == []


def test_options_keep_the_order_of_the_question() -> None:
    options = tuple(Option(id=name, label=Localised.same(name.upper())) for name in ("b", "a"))
    activity = ChoiceActivity(id="c", title=TEXT, question=TEXT, options=options)

    def counted(b: int, a: int) -> ChoiceResults:
        rows = (OptionRecord(id="b", people=b, percent=0), OptionRecord(id="a", people=a, percent=0))
        return ChoiceResults(people=5, options=rows)

    assert compared(activity, counted(1, 5), counted(3, 5), FINNISH) == [Change("B", 1, 3), Change("A", 5, 5)]


def test_rounds_of_different_kinds_cannot_be_compared() -> None:
    assert compared(WORDS, words(), None, FINNISH) == []
