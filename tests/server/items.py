"""Items of a programme as the form of the desk sends them, in Finnish."""

from collections.abc import Iterable
from typing import Any

LANGUAGES = ("fi",)


def words_item(question: str) -> dict[str, Any]:
    return {"kind": "words", "question": {"fi": question}, "max_answers": 3}


def choice_item(question: str, labels: Iterable[str], *, multiple: bool = False) -> dict[str, Any]:
    options = [{"label": {"fi": label}} for label in labels]
    return {"kind": "choice", "question": {"fi": question}, "options": options, "multiple": multiple}
