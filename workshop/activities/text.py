"""Text: an open question answered in whole sentences, which the facilitator reads before they are shown."""

import hashlib
from collections.abc import Mapping, Sequence
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
from workshop.activities.samples import SAMPLE_PEOPLE, speech
from workshop.activities.sheet_cells import single_cell
from workshop.activities.themes import THEME_ROWS, SortedEntries, Theme, ThemeRecord, Themes
from workshop.content.localised import Localised
from workshop.strict_model import StrictModel
from workshop.words.clean import cleaned_lines, fold
from workshop.words.entries import Entry, Form, RoundWords, State

MAX_ANSWERS = 3
MIN_CHARS, MAX_CHARS = 20, 280
MAX_LISTED_ON_PHONE = 100
MAX_LISTED_ON_PROJECTOR = 300
MAX_KEY = 80
_BEGINNING, _DIGITS = 60, 16
"""Of a longer key: its first characters, and so many hexadecimal digits of the hash of the whole."""

SAMPLES = (
    "coffee", "tour", "sauna", "ride", "callback", "entrance", "panel", "yard", "table", "invitation", "work_party",
    "fewer_forms",
)  # fmt: skip
"""The made-up answers of the texts, the newest last."""


class TextRecord(StrictModel):
    """All answers with one key, as the first of them was typed; `theme` is the id of its theme, null for none."""

    key: Annotated[str, Field(min_length=1, max_length=200)]
    text: Annotated[str, Field(min_length=1, max_length=MAX_CHARS)]
    people: Count
    answers: Count
    state: State
    theme: str | None = None


class TextResults(RoundCounts):
    """The answers of a round, newest first, and the themes they are sorted into.

    `people` and `answers` are counted whether they are shown or not.
    """

    kind: Literal["text"] = "text"
    answers: Count
    texts: tuple[TextRecord, ...]
    themes: tuple[ThemeRecord, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(
            Entry(text.key, text.text, text.people, (Form(text.key, text.text, text.answers),), text.state, text.theme)
            for text in self.texts
        )

    @property
    def shown(self) -> tuple[TextRecord, ...]:
        """The answers that the projector shows."""
        return tuple(text for text in self.texts if text.state == "shown")


class TextStateFields(TypedDict):
    """What the participant's state has of this kind; lengths in code points of NFC, a line break is one."""

    max_answers: int
    max_chars: int
    approval: bool


class TextActivity(BaseActivity):
    """An open question answered in sentences; lengths in code points of NFC.

    With `approval`, an answer is shown once the facilitator has approved it, whatever the room's rule is. Answers may
    be sorted into `themes`.
    """

    api_kind: ClassVar[str] = "text"
    answer_field: ClassVar[str | None] = "texts"
    counts_class: ClassVar[type[RoundCounts] | None] = TextResults
    form_fields: ClassVar[tuple[FormField, ...]] = (
        FormField("max_answers", "number", least=1, most=MAX_ANSWERS),
        FormField("max_chars", "number", least=MIN_CHARS, most=MAX_CHARS),
        FormField("approval", "switch"),
        THEME_ROWS,
    )

    kind: Literal["text"] = "text"
    max_answers: int = Field(default=1, ge=1, le=MAX_ANSWERS)
    max_chars: int = Field(default=MAX_CHARS, ge=MIN_CHARS, le=MAX_CHARS)
    approval: bool = True
    themes: Themes = ()

    @property
    def append_limit(self) -> int | None:
        return self.max_answers

    @property
    def needs_approval(self) -> bool:
        return self.approval

    def accept(self, submitted: object, content: ActivityContent) -> list[CleanAnswer]:
        """The texts without personal data. Raises AnswerError."""
        answers = clean_texts(submitted, self.max_chars)
        refuse_personal_data(answers)
        return answers

    @property
    def sheet_columns(self) -> Mapping[str, Localised]:
        return {self.id: self.question}

    def submitted_in(self, cells: Mapping[str, str], unsure: frozenset[str]) -> list[str]:
        return [single_cell(cells)]

    def state_fields(self, ctx: ActivityContext) -> TextStateFields:
        return {"max_answers": self.max_answers, "max_chars": self.max_chars, "approval": self.approval}

    def own_answers(self, answers: Sequence[KeyedText], ctx: ActivityContext) -> OwnAnswers:
        left = max(0, self.max_answers - len(answers))
        return {"answers": [answer.text for answer in answers], "left": left}

    def moderated(self, answers: RoundAnswers) -> RoundWords | None:
        return answers.texts(approval=self.approval)

    @property
    def given_themes(self) -> tuple[Theme, ...]:
        return self.themes

    def by_theme(self, answers: RoundAnswers) -> SortedEntries:
        return self._sorted(answers.texts(approval=self.approval))

    def _sorted(self, texts: RoundWords) -> SortedEntries:
        return SortedEntries.of_round(self.themes, texts, counts_answers=True)

    def count(self, answers: RoundAnswers, content: ActivityContent) -> TextResults:
        texts = answers.texts(approval=self.approval, whole=True)
        by_theme = self._sorted(texts)
        records = (
            TextRecord(
                key=entry.key, text=entry.text, people=entry.count, answers=entry.answers, state=entry.state,
                theme=by_theme.theme_of(entry),
            )
            for entry in texts.entries
        )  # fmt: skip
        return TextResults(
            people=texts.people, answers=_answers(texts), texts=tuple(records), themes=by_theme.records()
        )

    def participant_results(self, answers: RoundAnswers, ctx: ActivityContext) -> Mapping[str, Any]:
        """People, and the newest of the answers that are shown."""
        texts = answers.texts(approval=self.approval)
        listed = [{"text": entry.text, "count": entry.count} for entry in texts.shown[:MAX_LISTED_ON_PHONE]]
        return {"n": texts.people, "texts": listed, "left_out": max(0, len(texts.shown) - MAX_LISTED_ON_PHONE)}

    def projector_result(self, answers: RoundAnswers, ctx: ActivityContext) -> Mapping[str, Any]:
        """The newest of the answers that are shown; a card's key tells whether it is the same as before.

        Where they are shown by theme, a card has the number of its theme, 0 for none, and there are the themes.
        """
        texts = answers.texts(approval=self.approval)
        by_theme = self._sorted(texts)
        themes = by_theme.drawn(ctx.lang) if ctx.shows_themes else []
        numbers = by_theme.numbers()
        return {
            "kind": self.kind,
            "people": texts.people,
            "answers": _answers(texts),
            "themes": themes,
            "unsorted": by_theme.unsorted() if themes else 0,
            "cards": [
                {"key": entry.key, "text": entry.text, "count": entry.count}
                | ({"theme": numbers.get(entry.key, 0)} if themes else {})
                for entry in texts.shown[:MAX_LISTED_ON_PROJECTOR]
            ],
            "unlisted": max(0, len(texts.shown) - MAX_LISTED_ON_PROJECTOR),
        }

    def sample_submissions(self, content: ActivityContent) -> Sequence[object]:
        texts = speech(content)
        return [[texts(f"samples.text.{SAMPLES[person % len(SAMPLES)]}")] for person in range(SAMPLE_PEOPLE)]


def text_key(text: str) -> str:
    """The key under which a text is counted and moderated: letter case, spaces and edge punctuation do not matter.

    It begins as the text does, so that a decision can be told by it. Empty where there is nothing to count.
    """
    key = fold(text)
    if len(key) <= MAX_KEY:
        return key
    return f"{key[:_BEGINNING]}…{hashlib.sha256(key.encode()).hexdigest()[:_DIGITS]}"


def clean_texts(submitted: object, max_chars: int) -> list[CleanAnswer]:
    """The texts of one submit, cleaned; the same text twice is one.

    Raises EmptyAnswerError or LongAnswerError.
    """
    return clean_written(submitted, cleaned_lines, text_key, max_chars)


def _answers(texts: RoundWords) -> int:
    return sum(entry.answers for entry in texts.entries)
