"""The bodies of the HTTP API as `docs/openapi.yaml` names them; a kind of question adds its own fields to some."""

from typing import Any, Literal, NotRequired, TypedDict

from workshop.activities.payloads import ApiOption, ApiResult, OwnAnswers


class ApiError(TypedDict):
    """`error`: the id of an error, its sentence, and the words that were refused, where one of several was.

    `findings` are the places of an item of the programme that are to be mended.
    """

    error: str
    message: str
    answer: NotRequired[str]
    findings: NotRequired[list["ApiFinding"]]


class ApiFinding(TypedDict):
    """One of the `findings` of an error; the path begins within the item."""

    path: list[str | int]
    sentence: str


class ApiReading(TypedDict):
    """`reading`: a page that the phone draws itself, and the address of the module that does it."""

    page: str
    script: str


class ApiPhoneModule(TypedDict):
    """`phonemodule`: the address of a module that a phone fetches when it needs it."""

    script: str


class ApiLink(TypedDict):
    """One of the `links` of a state."""

    label: str
    href: str
    reading: NotRequired[ApiReading]


class ApiEarlier(TypedDict):
    """One of the `earlier` of a state: a question that is over, whose results may be asked for by its round."""

    round: str
    kind: str
    question: str
    multiple: bool


class ApiState(TypedDict):
    """`state`: what is on, as every participant is told it; the kind of question adds its `state_fields`."""

    rev: int
    room: str
    lang: str
    round: str | None
    locked: bool
    ended: bool
    kind: str
    question: str
    open: bool
    closes_in_ms: int | None
    results: Literal["shown", "hidden"]
    help: NotRequired[str]
    groups_note: NotRequired[str]
    links: NotRequired[list[ApiLink]]
    earlier: NotRequired[list[ApiEarlier]]
    max_answers: NotRequired[int]
    max_chars: NotRequired[int]
    approval: NotRequired[bool]
    multiple: NotRequired[bool]
    places: NotRequired[int]
    dots: NotRequired[int]
    max_per_option: NotRequired[int | None]
    statements: NotRequired[list[ApiOption]]
    steps: NotRequired[int]
    low: NotRequired[str]
    high: NotRequired[str]
    unsure: NotRequired[bool]
    options: NotRequired[list[ApiOption]]
    questions: NotRequired[Any]  # a list of ApiFormQuestion for a form, else true while the speaker takes questions
    speaker: NotRequired[ApiPhoneModule]
    shown_words: NotRequired[ApiPhoneModule]
    own_pace: NotRequired["ApiOwnPace"]
    another: NotRequired[ApiPhoneModule]
    minutes: NotRequired[int]
    href: NotRequired[str]
    reading: NotRequired[ApiReading]


class ApiOwnPace(ApiPhoneModule):
    """`own_pace`: what is answered at one's own pace, until a moment in words, by the module at `script`."""

    title: str
    until: str | None
    items: list[ApiState]


class ApiSpeakerQuestion(TypedDict):
    """One of `questions` to the speaker, as one person is told it."""

    id: int
    text: str
    votes: int
    mine: bool
    voted: bool
    state: str


class ApiAsked(TypedDict):
    """`asked`: what has become of a question to the speaker."""

    id: int
    state: str


class ApiVote(TypedDict):
    """`vote`: the votes of a question to the speaker, and whether the person's own is among them."""

    id: int
    votes: int
    voted: bool


class ApiShownWord(TypedDict):
    """One of `shownwords`: an own word, the entry that it was merged into, and whether it was said to be another."""

    text: str
    shown: str
    suggested: bool


class ApiShownWords(TypedDict):
    """`shownwords`: own words of a round that are shown under another name."""

    round: str | None
    words: list[ApiShownWord]


class ApiRetracted(TypedDict):
    """`retracted`: how many answers are left to give."""

    left: int


class ApiReceipt(TypedDict):
    """`receipt`: what the store holds of a submit, how many answers are left, and the result of a form."""

    saved: list[str]
    left: int
    result: ApiResult | None


class ApiOwn(OwnAnswers):
    """`me`: this person's answers; `known` and `admitted` are added where the request is known."""

    round: str | None
    known: NotRequired[bool]
    admitted: NotRequired[bool]
    items: NotRequired[list["ApiOwn"]]


class ApiResults(TypedDict):
    """`results`: the round, and by the kind of question the people and what they answered."""

    round: str
    n: int
    words: NotRequired[list[Any]]
    texts: NotRequired[list[Any]]
    left_out: NotRequired[int]
    options: NotRequired[list[Any]]
    ranking: NotRequired[list[Any]]
    dots: NotRequired[list[Any]]
    statements: NotRequired[list[Any]]
    rounded: NotRequired[bool]
