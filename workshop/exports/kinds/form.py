"""Exports of the kinds that are answered as a form."""

from collections.abc import Callable
from typing import ClassVar, Generic, TypeVar

from workshop.activities.answers import KeyedText
from workshop.activities.form import FormActivity
from workshop.exports.basis import ExportTexts
from workshop.exports.kinds.base import KindExports, R

F = TypeVar("F", bound=FormActivity)


class FormExports(KindExports[F, R], Generic[F, R]):
    """Each answer of a form is to a question of its own."""

    is_form: ClassVar[bool] = True

    def answer_texts(self, basis: ExportTexts, activity: F) -> Callable[[KeyedText], tuple[str, str]]:
        """A question or option that the content has no more stands by its id."""
        texts = {
            (question["id"], option["id"]): (question["question"], option["label"])
            for question in activity.form_questions(basis.content, basis.lang)
            for option in question["options"]
        }
        return lambda answer: texts.get((answer.key, answer.text), (answer.key, answer.text))
