"""The bodies of the HTTP API that kinds of questions have a part in, as `docs/openapi.yaml` names them."""

from typing import NotRequired, TypedDict


class ApiOption(TypedDict):
    """`option`: the id that is sent back, and its label in the language."""

    id: str
    label: str


class ApiFormQuestion(TypedDict):
    """One of the `questions` of a form."""

    id: str
    question: str
    help: NotRequired[str]
    options: list[ApiOption]


class ApiDetail(TypedDict):
    """One of the `details` of a result."""

    label: str
    text: str


class ApiResult(TypedDict):
    """`result`: what a form tells its sender; `picture` is an address."""

    title: str
    text: str
    details: list[ApiDetail]
    picture: NotRequired[str]


class OwnAnswers(TypedDict):
    """The part of `me` that depends on the kind."""

    answers: list[str]
    left: int
    result: NotRequired[ApiResult | None]
