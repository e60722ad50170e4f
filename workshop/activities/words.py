"""Words: an open question whose answers are merged into a cloud."""

from collections.abc import Collection, Mapping, Sequence
from typing import Annotated, Any, ClassVar, Literal, TypedDict

from pydantic import Field

from workshop.activities.activity import BaseActivity, Count, RoundCounts
from workshop.activities.answers import (
    CleanAnswer,
    KeyedText,
    clean_written,
    refuse_personal_data,
)
from workshop.activities.context import ActivityContent, ActivityContext
from workshop.activities.form_fields import FormField
from workshop.activities.payloads import OwnAnswers
from workshop.activities.round_answers import RoundAnswers
from workshop.activities.samples import SAMPLE_PEOPLE, drawn, sample_words
from workshop.activities.sheet_cells import single_cell, words_in
from workshop.activities.themes import THEME_ROWS, SortedEntries, Theme, ThemeRecord, Themes
from workshop.content.localised import Localised
from workshop.strict_model import StrictModel
from workshop.words.clean import cleaned, fold
from workshop.words.cloud.cloud import TALL, WIDE
from workshop.words.entries import Entry, Form, RoundWords, State

LONGEST_WORD = 80
"""The most letters of one answer that a question may allow."""

MAX_LISTED_ON_PHONE = 100
MAX_LISTED_ON_PROJECTOR = 200

MergedBy = Literal["", "program", "facilitator"]
Text = Annotated[str, Field(min_length=1, max_length=200)]


class FormRecord(StrictModel):
    """All answers with one fold key: the text most people typed."""

    key: Text
    text: Text
    answers: Count


class WordRecord(StrictModel):
    """One entry of the cloud; `merged_by` tells who joined its forms or took it apart, empty for one form alone.

    `theme` is the id of its theme, null where it stands in none.
    """

    text: str
    people: Count
    answers: Count
    state: State
    merged_by: MergedBy
    forms: tuple[FormRecord, ...]
    theme: str | None = None


class WordsResults(RoundCounts):
    """The words of a round, most people first, and the themes they are sorted into."""

    kind: Literal["words"] = "words"
    words: tuple[WordRecord, ...]
    themes: tuple[ThemeRecord, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(
            Entry(
                word.forms[0].key, word.text, word.people,
                tuple(Form(form.key, form.text, form.answers) for form in word.forms), word.state,
                word.theme,
            )
            for word in self.words
            if word.forms
        )  # fmt: skip

    @property
    def shown(self) -> tuple[WordRecord, ...]:
        """The words that the projector draws."""
        return tuple(word for word in self.words if word.state == "shown")


class WordsStateFields(TypedDict):
    """What the participant's state has of this kind; lengths in code points of NFC."""

    max_answers: int
    max_chars: int


class WordsActivity(BaseActivity):
    """An open question answered with single words or short phrases; lengths in code points of NFC.

    `empty` is shown on the projector before the first answer; the words may be sorted into `themes`.
    """

    api_kind: ClassVar[str] = "words"
    answer_field: ClassVar[str | None] = "words"
    counts_class: ClassVar[type[RoundCounts] | None] = WordsResults
    has_words: ClassVar[bool] = True
    form_fields: ClassVar[tuple[FormField, ...]] = (
        FormField("max_answers", "number", least=1, most=10),
        FormField("max_chars", "number", least=1, most=LONGEST_WORD),
        FormField("empty", "text", is_required=False, max_length=200),
        THEME_ROWS,
    )

    kind: Literal["words"] = "words"
    max_answers: int = Field(default=3, ge=1, le=10)
    max_chars: int = Field(default=40, ge=1, le=LONGEST_WORD)
    empty: Localised | None = None
    themes: Themes = ()

    @property
    def append_limit(self) -> int | None:
        return self.max_answers

    @property
    def empty_text(self) -> Localised | None:
        return self.empty

    def accept(self, submitted: object, content: ActivityContent) -> list[CleanAnswer]:
        """The words without personal data. Raises AnswerError."""
        answers = clean_words(submitted, self.max_chars)
        refuse_personal_data(answers)
        return answers

    @property
    def sheet_columns(self) -> Mapping[str, Localised]:
        return {self.id: self.question}

    def submitted_in(self, cells: Mapping[str, str], unsure: frozenset[str]) -> list[str]:
        return words_in(single_cell(cells))

    def state_fields(self, ctx: ActivityContext) -> WordsStateFields:
        return {"max_answers": self.max_answers, "max_chars": self.max_chars}

    def own_answers(self, answers: Sequence[KeyedText], ctx: ActivityContext) -> OwnAnswers:
        left = max(0, self.max_answers - len(answers))
        return {"answers": [answer.text for answer in answers], "left": left}

    def moderated(self, answers: RoundAnswers) -> RoundWords | None:
        return answers.words()

    @property
    def given_themes(self) -> tuple[Theme, ...]:
        return self.themes

    def by_theme(self, answers: RoundAnswers) -> SortedEntries:
        return SortedEntries.of_round(self.themes, answers.words())

    def count(self, answers: RoundAnswers, content: ActivityContent) -> WordsResults:
        words, overridden = answers.words(whole=True), answers.overridden()
        by_theme = SortedEntries.of_round(self.themes, words)
        records = (_word_record(entry, overridden, by_theme.theme_of(entry)) for entry in words.entries)
        return WordsResults(people=words.people, words=tuple(records), themes=by_theme.records())

    def participant_results(self, answers: RoundAnswers, ctx: ActivityContext) -> dict[str, Any]:
        words = answers.words()
        listed = [{"text": entry.text, "count": entry.count} for entry in words.shown[:MAX_LISTED_ON_PHONE]]
        return {"n": words.people, "words": listed, "left_out": max(0, len(words.shown) - MAX_LISTED_ON_PHONE)}

    def projector_result(self, answers: RoundAnswers, ctx: ActivityContext) -> dict[str, Any]:
        """The cloud and the list; with the themes of the words where they are shown by theme."""
        words = answers.words()
        by_theme = SortedEntries.of_round(self.themes, words)
        themes = by_theme.drawn(ctx.lang) if ctx.shows_themes else []
        numbers = by_theme.numbers() if themes else {}
        wide, tall = (answers.cloud(frame, marked=bool(by_theme.themes)).themed(numbers) for frame in (WIDE, TALL))
        listed = words.shown[:MAX_LISTED_ON_PROJECTOR]
        return {
            "kind": self.kind,
            "wide": wide.drawing(),
            "tall": tall.drawing(),
            "list": [[entry.text, entry.count] for entry in listed],
            "unlisted": max(0, len(words.shown) - MAX_LISTED_ON_PROJECTOR),
            "left_out": wide.left_out,
            "people": words.people,
            "themes": themes,
            "list_themes": [numbers.get(entry.key, 0) for entry in listed] if themes else [],
        }

    def sample_submissions(self, content: ActivityContent) -> list[list[str]]:
        """Each person's words, the first of the list the oftenest."""
        known = sample_words(content)
        words = [word for word in known if len(word) <= self.max_chars] or [known[0][: self.max_chars]]
        weights = [3 + 40 // (2 + place) for place in range(len(words))]
        turns = range(self.max_answers)
        return [
            list(dict.fromkeys(drawn(words, weights, self.id, person, turn) for turn in turns))
            for person in range(SAMPLE_PEOPLE)
        ]


def clean_words(submitted: object, max_chars: int) -> list[CleanAnswer]:
    """The words of one submit, cleaned; the same word twice is one.

    Raises EmptyAnswerError or LongAnswerError.
    """
    return clean_written(submitted, cleaned, fold, max_chars)


def _word_record(entry: Entry, overridden: Collection[str], theme: str | None) -> WordRecord:
    return WordRecord(
        text=entry.text,
        people=entry.count,
        answers=entry.answers,
        state=entry.state,
        merged_by=_merged_by(entry, overridden),
        forms=tuple(FormRecord(key=form.key, text=form.text, answers=form.answers) for form in entry.forms),
        theme=theme,
    )


def _merged_by(entry: Entry, overridden: Collection[str]) -> MergedBy:
    """Who made the entry what it is: the facilitator where any of its forms was joined or taken apart."""
    if any(form.key in overridden for form in entry.forms):
        return "facilitator"
    return "program" if len(entry.forms) > 1 else ""
