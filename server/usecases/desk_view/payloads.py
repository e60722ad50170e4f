"""The parts of the desk's state as the HTTP API tells them."""

from collections.abc import Mapping
from typing import Any, Literal, NotRequired, TypedDict


class DeskButton(TypedDict):
    """One button. `chosen` is None where it chooses nothing; a `kind` is `main`, `large` or `quiet`, or several.

    `picture` is the address of a drawing that stands before the label, `minutes` the time that is planned for an item.
    """

    label: str
    detail: str
    icon: str
    kind: str
    action: str
    arguments: Mapping[str, Any]
    chosen: bool | None
    disabled: bool
    picture: NotRequired[str]
    minutes: NotRequired[str]


class ButtonGroup(TypedDict):
    """Buttons under one label; an empty label names no group."""

    label: str
    buttons: list[DeskButton]


class DeskNumber(TypedDict):
    """A count and what it counts."""

    label: str
    n: int


class DeskNow(TypedDict):
    """What is on. `locked` is the sentence of a locked room; `clock` is the label of a countdown, and
    `forms` are the question's forms that can be opened. `remote` is what a phone's one large button does next.
    """

    state: Literal["waiting", "open", "closed"]
    state_label: str
    locked: str | None
    question: str
    numbers: list[DeskNumber]
    clock: str
    toggle: DeskButton
    steps: ButtonGroup
    activity: str
    forms: list["DeskForm"]
    remote: DeskButton


FormName = Literal["copy", "edit", "keep"]


class DeskForm(TypedDict):
    """A form of the question that is on; `keep` puts it into the workshop."""

    name: FormName
    label: str


class DeskTime(TypedDict):
    """Limits of time; `own` is the button of a time that is typed, whose `seconds` the desk fills in."""

    label: str
    buttons: list[DeskButton]
    own: DeskButton


class ResultsRules(TypedDict):
    """When results are shown, and whether on phones."""

    label: str
    buttons: list[DeskButton]
    phones: DeskButton


class DeskGroups(TypedDict):
    """By which group the answers are looked at, or why they are not; `layout` is how a chosen group stands."""

    label: str
    note: str
    buttons: list[DeskButton]
    layout: ButtonGroup | None


class NewRound(TypedDict):
    """What a new round does, told before its button."""

    label: str
    help: str
    button: DeskButton


class DeskRounds(TypedDict):
    """The rounds of what is on: which of them is projected, and the undoing or the beginning of one."""

    shown: ButtonGroup | None
    undo: DeskButton | None
    new: NewRound | None


class DeskOption(TypedDict):
    """An option with what was counted for it, its bar in whole per cent, and what is told below, if anything."""

    label: str
    count: int
    percent: int
    detail: str


class DeskTheme(TypedDict):
    """A theme with what is shown in it."""

    id: str
    label: str
    count: int


class DeskThemes(TypedDict):
    """The themes, how much of what is shown stands in none, and whether the projector shows answers by theme."""

    themes: list[DeskTheme]
    unsorted: int
    view: ButtonGroup


class DeskStatement(TypedDict):
    """A statement, the whole per cent of its steps, and the people on each with what is told of the middle."""

    label: str
    percents: list[int]
    figures: str
    summary: str


class DeskAnswers(TypedDict):
    """The answers: `words` as the list of words takes them with the `activity` they are of, `options`,
    `statements`, or a note.

    `order` is offered where options can stand by their count on the projector. `wording` tells whether what is listed
    is words, which are merged, or texts, which are not. `themes` where they are sorted into some.
    """

    title: str
    note: str
    options: list[DeskOption]
    order: ButtonGroup | None
    statements: list[DeskStatement]
    words: Mapping[str, Any] | None
    wording: Literal["words", "texts"]
    themes: DeskThemes | None
    activity: int | None


class DeskSpeakerQuestion(TypedDict):
    """A question to the speaker: how many want it, what has become of it, and what can be done of it."""

    id: int
    text: str
    votes: str
    state: str
    label: str
    buttons: list[DeskButton]


class DeskSpeakerQuestions(TypedDict):
    """The questions to the speaker, those first that wait; the note tells of those that are not listed, or of none."""

    title: str
    note: str
    questions: list[DeskSpeakerQuestion]


class WithdrawnAnswers(TypedDict):
    """Answers that were taken out, and the button that puts them back."""

    text: str
    button: DeskButton


class DeskFlood(TypedDict):
    """A flood that is not dealt with (`title` is empty where there is none), and what was taken out."""

    title: str
    text: str
    buttons: list[DeskButton]
    help: str
    withdrawn: list[WithdrawnAnswers]


class DeskEnded(TypedDict):
    """An ended workshop: where its results are, and the way to go on after all."""

    title: str
    help: str
    link: str
    href: str
    button: DeskButton


class DeskOverview(TypedDict):
    """What is seen at a glance, in sentences; those that have nothing to say are empty.

    `share` is what is left of the planned time of the whole programme, from 0 to 1; None where none is planned.
    """

    item: str
    programme: str
    share: float | None
    note_title: str
    note: str
    desks: str
    health: str
    is_well: bool


class DeskPacedItem(TypedDict):
    """A question at one's own pace, and how many have answered it."""

    question: str
    answered: str


class DeskOwnPace(TypedDict):
    """What is answered at one's own pace, and until when."""

    title: str
    note: str
    items: list[DeskPacedItem]


class DeskState(TypedDict):
    """The whole desk of a room in a language; parts that have nothing to show are None."""

    rev: int
    lang: str
    title: str
    intents: Mapping[str, Any]
    now: DeskNow | None
    time: DeskTime | None
    view: ButtonGroup | None
    results_rules: ResultsRules | None
    groups: DeskGroups | None
    rounds: DeskRounds | None
    programme: ButtonGroup
    answers: DeskAnswers | None
    own_pace: DeskOwnPace | None
    speaker_questions: DeskSpeakerQuestions | None
    flood: DeskFlood | None
    ended: DeskEnded | None
    overview: DeskOverview | None
