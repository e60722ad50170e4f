"""What every kind of question has, and the questions the rest of the app asks of a kind.

A kind answers them in its own file; nothing outside this package asks which kind it has before it.
"""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, ClassVar

from pydantic import Field

from workshop.activities.answers import CleanAnswer, KeyedText
from workshop.activities.context import ActivityContent, ActivityContext
from workshop.activities.form_fields import PLAN_FIELDS, QUESTION_FIELDS, FormField
from workshop.activities.payloads import ApiResult, OwnAnswers
from workshop.activities.round_answers import RoundAnswers
from workshop.activities.themes import SortedEntries, Theme
from workshop.content.localised import Localised
from workshop.content.parts import Part
from workshop.content.texts import Texts
from workshop.strict_model import StrictModel
from workshop.words.entries import Entry, RoundWords

Count = Annotated[int, Field(ge=0)]


class RoundCounts(StrictModel):
    """The counts of one round as the room's file has them; each kind has its own."""

    kind: str
    people: Count

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What was typed, as it was merged and moderated; empty where nothing is typed."""
        return ()


class BaseActivity(StrictModel):
    """One item of a programme. A kind sets the class variables and overrides the methods that differ."""

    api_kind: ClassVar[str]
    """The `kind` of the participant's state; kinds that are answered alike share one."""
    answer_field: ClassVar[str | None] = None
    """The field of a submit that holds the answer; None where nothing is answered."""
    counts_class: ClassVar[type[RoundCounts] | None] = None
    """What `count` returns; None where nothing is counted."""
    has_words: ClassVar[bool] = False
    """Whether its answers are merged into entries that the facilitator moderates and that a cloud is drawn of."""
    form_page: ClassVar[str | None] = None
    """The page of the app on which the same form can be filled too."""
    part: ClassVar[Part | None] = None
    """The part of the workshop's content without which it cannot be asked."""
    form_fields: ClassVar[tuple[FormField, ...]] = ()
    """The fields of this kind alone by which the editor edits it."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")
    title: Localised
    question: Localised
    help: Localised | None = None
    minutes: int | None = Field(default=None, ge=1, le=480)
    """How long it is planned to take."""
    speaker_note: str = Field(default="", max_length=2000)
    """For the facilitator alone."""
    kind: str

    @property
    def takes_answers(self) -> bool:
        """Whether people answer; otherwise it is only shown."""
        return self.answer_field is not None

    @property
    def is_background(self) -> bool:
        """Whether answers to later questions may be looked at by what people answer to this one."""
        return False

    @property
    def group_ids(self) -> tuple[str, ...]:
        """The groups of those who answer this one, in the order in which they are shown."""
        return ()

    def group_name(self, group: str, text: Texts) -> str:
        """The name of a group of those who answered this one, where answers are looked at by it."""
        return group

    @property
    def append_limit(self) -> int | None:
        """How many answers of one person are kept, each submit adding to them; None where a submit replaces them."""
        return None

    @property
    def needs_approval(self) -> bool:
        """Whether its answers wait for the facilitator, whatever the room's rule is."""
        return False

    @property
    def shown_page(self) -> str | None:
        """The page of the app that participants are pointed to."""
        return None

    @property
    def empty_text(self) -> Localised | None:
        """What the projector shows before the first answer; None for the usual sentence."""
        return None

    def choices(self, lang: str) -> Sequence[str]:
        """What can be chosen, ranked or rated, as it is read beside the question; empty where nothing is listed."""
        return ()

    @property
    def shown_picture(self) -> str | None:
        """The file of `static/svg` that the projector shows beside what is only shown; None for none."""
        return None

    def accept(self, submitted: object, content: ActivityContent) -> list[CleanAnswer]:
        """The answers in `answer_field` of a submit. Raises AnswerError."""
        raise NotImplementedError

    @property
    def sheet_columns(self) -> Mapping[str, Localised]:
        """The headings of a sheet under which its old answers may stand, by their ids; empty where it has none."""
        return {}

    def submitted_in(self, cells: Mapping[str, str], unsure: frozenset[str]) -> object:
        """What one row of such a sheet would have submitted; `unsure` are the names for not being able to say.

        Raises AnswerError.
        """
        raise NotImplementedError

    def state_fields(self, ctx: ActivityContext) -> Mapping[str, object]:
        """What the participant's state has besides the fields of every kind."""
        return {}

    def own_answers(self, answers: Sequence[KeyedText], ctx: ActivityContext) -> OwnAnswers:
        """One person's stored answers as they are told back, and how many are left."""
        return {"left": 0 if answers else 1, "answers": [answer.text for answer in answers]}

    def moderated(self, answers: RoundAnswers) -> RoundWords | None:
        """The entries that the facilitator moderates; None where this kind has none."""
        return None

    def outcome(self, submitted: object, ctx: ActivityContext) -> ApiResult | None:
        """What an answer tells its sender; None for nothing but thanks."""
        return None

    @property
    def given_themes(self) -> tuple[Theme, ...] | None:
        """The themes that the workshop gives; None where answers of this kind are not sorted into themes."""
        return None

    def by_theme(self, answers: RoundAnswers) -> SortedEntries | None:
        """The entries under the themes in force; None as above."""
        return None

    def count(self, answers: RoundAnswers, content: ActivityContent) -> RoundCounts | None:
        """The counts of a round, everything read and merged."""
        return None

    def participant_results(self, answers: RoundAnswers, ctx: ActivityContext) -> Mapping[str, Any] | None:
        """The results on participants' pages; None where this kind has none there."""
        return None

    def projector_result(self, answers: RoundAnswers, ctx: ActivityContext) -> Mapping[str, Any] | None:
        """The `result` of the projector, with its `kind`; None where this kind has none."""
        return None

    @classmethod
    def editor_fields(cls) -> tuple[FormField, ...]:
        """All fields by which the editor edits such a question, in their order."""
        return (*QUESTION_FIELDS, *cls.form_fields, *PLAN_FIELDS)

    def sample_submissions(self, content: ActivityContent) -> Sequence[object]:
        """What some forty made-up people submit in `answer_field`, the same at every call: for previews."""
        return ()
