"""From a stored activity to its model and its questions; models are parsed once for each text of a specification."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter

from server.store.rows import StoredActivity
from workshop.activities.models import Activity, AssessmentActivity, QuizActivity
from workshop.assessment import form as assessment_form
from workshop.content.loader import Content
from workshop.quiz import rules as quiz

_ADAPTER: TypeAdapter[Activity] = TypeAdapter(Activity)

API_KIND = {"words": "words", "choice": "choice", "assessment": "form", "quiz": "form", "link": "link"}


@lru_cache(maxsize=512)
def parsed(spec: str) -> Activity:
    """The activity of a stored specification."""
    return _ADAPTER.validate_json(spec, extra="ignore")  # a field that a later version gave up


def stored(activity: Activity) -> dict[str, Any]:
    """The columns that keep an activity."""
    return {"name": activity.id, "spec": _ADAPTER.dump_json(activity, exclude_none=True).decode()}


def model_of(activity: StoredActivity) -> Activity:
    return parsed(activity.spec)


def form_questions(activity: Activity, content: Content, lang: str) -> list[dict[str, Any]]:
    """The questions of an activity that is answered as a form, as the wire carries them."""
    if isinstance(activity, AssessmentActivity):
        return assessment_form.as_form(content.criteria, lang)
    if isinstance(activity, QuizActivity):
        return quiz.as_form(content.quiz, lang)
    return []


def form_options(activity: Activity, content: Content) -> Mapping[str, Sequence[str]]:
    """Question to the options it may be answered with."""
    questions = form_questions(activity, content, "fi")
    return {question["id"]: [option["id"] for option in question["options"]] for question in questions}
