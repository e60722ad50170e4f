"""Answering: what a submit must be, the job that keeps it, and what a person is shown of their own answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from server import clock
from server.store import Job, Store, answers
from server.store import rooms as table
from server.store.rows import ActiveRound, RoomState
from server.usecases.activities import form_options, model_of
from workshop.activities.answers import EmptyAnswerError, choices_given, form_given, refuse_personal_data, words_given
from workshop.activities.models import Activity, AssessmentActivity, ChoiceActivity, QuizActivity, WordsActivity
from workshop.assessment import form as assessment_form
from workshop.content.loader import Content
from workshop.quiz import rules as quiz


@dataclass(frozen=True)
class SavedAnswer:
    """What the store holds of a submit, how many answers are left, and the activity that was answered."""

    saved: list[str]
    left: int
    activity: Activity


class Answering:
    """Use cases of a participant's phone."""

    def __init__(self, store: Store, content: Content, base: str) -> None:
        self._store, self._content, self._base = store, content, base

    def accept(self, current: RoomState, body: Mapping[str, Any]) -> answers.Accepted:
        """Checks a submit against the question that is on. Raises AnswerError."""
        if current.activity is None:
            raise EmptyAnswerError
        activity = model_of(current.activity)
        if isinstance(activity, WordsActivity):
            given = words_given(body.get("words"), activity.max_chars)
            refuse_personal_data(given)
            return answers.Accepted(given, activity.max_answers)
        if isinstance(activity, ChoiceActivity):
            options = [option.id for option in activity.options]
            return answers.Accepted(choices_given(body.get("choices"), options, multiple=activity.multiple), None)
        return answers.Accepted(form_given(body.get("form"), form_options(activity, self._content)), None)

    def job(self, code: str, participant: bytes, body: Mapping[str, Any]) -> Job:
        """The store's job that keeps the submit; it gives a Kept."""
        now = clock.now_ms()

        def run(connection: Any) -> SavedAnswer:
            answered: list[Activity] = []

            def accept(current: RoomState, given: Mapping[str, Any]) -> answers.Accepted:
                accepted = self.accept(current, given)
                answered.extend(model_of(activity) for activity in (current.activity,) if activity is not None)
                return accepted

            receipt = answers.add(connection, code, participant, body, now, accept)
            return SavedAnswer(receipt.saved, receipt.left, answered[0])

        return run

    def mine(self, code: str, participant: bytes | None, lang: str) -> dict[str, Any]:
        """The wire's `me`: this person's answers to the question that is on. Raises UnknownRoomError."""
        current = self._store.read(table.current, code)
        if current is None:
            raise table.UnknownRoomError
        if current.on is None:
            return {"round": None, "answers": [], "left": 0}
        return self._own(current.on, participant, lang)

    def _own(self, on: ActiveRound, participant: bytes | None, lang: str) -> dict[str, Any]:
        activity = model_of(on.activity)
        own = self._store.read(answers.own, on.round.id, participant) if participant else []
        found: dict[str, Any] = {"round": on.round.wire_id}
        if isinstance(activity, WordsActivity):
            return {**found, "answers": [one.text for one in own], "left": max(0, activity.max_answers - len(own))}
        found["left"] = 0 if own else 1
        if isinstance(activity, ChoiceActivity):
            return {**found, "answers": [one.text for one in own]}
        outcome = self.outcome(activity, {one.key: one.text for one in own}, lang) if own else None
        return {**found, "answers": [f"{one.key}={one.text}" for one in own], "result": outcome}

    def outcome(self, activity: Activity, form: Mapping[str, str], lang: str) -> dict[str, Any] | None:
        """What a filled form tells its sender: the quiz's type or the assessment's verdict."""
        if isinstance(activity, QuizActivity):
            return self._with_picture(quiz.as_result(self._content.quiz, self._content.criteria, form, lang))
        if isinstance(activity, AssessmentActivity):
            return assessment_form.as_result(self._content.criteria, form, lang)
        return None

    def _with_picture(self, told: dict[str, Any] | None) -> dict[str, Any] | None:
        """The result with the address of its picture in place of the file's name."""
        if told is None or "picture" not in told:
            return told
        return {**told, "picture": f"{self._base}/assets/svg/{told['picture']}"}

    def takes_assessment(self, code: str) -> bool:
        """Whether the room's assessment is on and open."""
        current = self._store.read(table.current, code)
        on = current.on if current else None
        return on is not None and on.round.is_open(clock.now_ms()) and model_of(on.activity).kind == "assessment"

    def send_assessment(self, code: str, participant: bytes, form: Mapping[str, str]) -> None:
        """Keeps a form filled on the assessment's own page. Raises AnswerError, RoundChangedError or ClosedError."""
        current = self._store.read(table.current, code)
        body = {"round": current.on.round.wire_id if current and current.on else None, "form": dict(form)}
        self._store.write(self.job(code, participant, body), (code, "answers"))
