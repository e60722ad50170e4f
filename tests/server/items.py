"""Items of a programme as the form of the desk sends them, in Finnish."""

from collections.abc import Iterable
from typing import Any

LANGUAGES = ("fi",)


def words_item(question: str) -> dict[str, Any]:
    return {"kind": "words", "question": {"fi": question}, "max_answers": 3}


def choice_item(question: str, labels: Iterable[str], *, multiple: bool = False) -> dict[str, Any]:
    options = [{"label": {"fi": label}} for label in labels]
    return {"kind": "choice", "question": {"fi": question}, "options": options, "multiple": multiple}


def order_item(kind: str, question: str, labels: Iterable[str], amount: int) -> dict[str, Any]:
    """Dots or a ranking, of whose options each person may give or place so many; options are named by their number."""
    options = [{"id": f"option_{number}", "label": {"fi": label}} for number, label in enumerate(labels, 1)]
    field = {"dots": "dots", "ranking": "places"}[kind]
    limit = {} if kind == "ranking" and amount >= len(options) else {field: amount}
    return {"kind": kind, "question": {"fi": question}, "options": options, **limit}
