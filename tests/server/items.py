"""Items of a programme as the form of the desk sends them, in Finnish."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from server.service import Service
from server.settings import Settings

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


def text_item(question: str, **more: Any) -> dict[str, Any]:
    """An open question."""
    return {"kind": "text", "question": {"fi": question}, "max_answers": 1, "max_chars": 280, "approval": True, **more}


def scale_item(question: str, statements: Iterable[str], **more: Any) -> dict[str, Any]:
    """Statements, which are named by their number."""
    rows = [{"id": f"statement_{number}", "label": {"fi": label}} for number, label in enumerate(statements, 1)]
    ends = {"low": {"fi": "Täysin eri mieltä"}, "high": {"fi": "Täysin samaa mieltä"}}
    item = {"kind": "scale", "question": {"fi": question}, "statements": rows, "steps": 5, "unsure": True}
    return item | ends | more


def ask_beside(home: Path, code: str, item: dict[str, Any]) -> None:
    """Opens a question on the spot in a room of a running server's home, as another process does."""
    beside = Service(Settings(home=home, password="lupa"))
    beside.questions.add(code, item, ["fi"], opens=True)
    beside.close()
