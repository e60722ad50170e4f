"""Answering: what a submit must be, the job that keeps it, and what a person is shown of their own answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import sqlalchemy as sa

from server import clock
from server.store import Job, Store, answers
from server.store import rooms as table
from server.store.rows import ActiveRound
from server.usecases.activities import form_options, model_of
from workshop.activities.answers import (
    CleanAnswer,
    EmptyAnswerError,
    choices_given,
    form_given,
    refuse_personal_data,
    words_given,
)
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

    def submit(
        self, connection: sa.Connection, code: str, participant: bytes, body: Mapping[str, Any], now: int
    ) -> SavedAnswer:
        """Keeps a submit in the writer's transaction: the whole way of an answer, once it has been let through.

        Raises UnknownRoomError, RoundChangedError, ClosedError or AnswerError.
        """
        state = answers.answered_state(connection, code, body.get("round"))
        if state.active is None:
            raise EmptyAnswerError
        activity, to = model_of(state.active.activity), state.active.round
        clean = self._clean(activity, body)
        if isinstance(activity, WordsActivity):
            saved, left = answers.append(connection, to, participant, clean, now, activity.max_answers)
        else:
            saved, left = answers.replace(connection, to, participant, clean, now), 0
        return SavedAnswer(saved, left, activity)

    def _clean(self, activity: Activity, body: Mapping[str, Any]) -> list[CleanAnswer]:
        """What the submit holds by the question's rules. Raises AnswerError."""
        if isinstance(activity, WordsActivity):
            words = words_given(body.get("words"), activity.max_chars)
            refuse_personal_data(words)
            return words
        if isinstance(activity, ChoiceActivity):
            options = [option.id for option in activity.options]
            return choices_given(body.get("choices"), options, multiple=activity.multiple)
        return form_given(body.get("form"), form_options(activity, self._content))

    def job(self, code: str, participant: bytes, body: Mapping[str, Any]) -> Job:
        """`submit` for the store's writer, at the time of now; it gives a SavedAnswer."""
        return partial(self.submit, code=code, participant=participant, body=body, now=clock.now_ms())

    def mine(self, code: str, participant: bytes | None, lang: str) -> dict[str, Any]:
        """The wire's `me`: this person's answers to the question that is on. Raises UnknownRoomError."""
        current = self._store.read(table.current, code)
        if current is None:
            raise table.UnknownRoomError
        if current.active is None:
            return {"round": None, "answers": [], "left": 0}
        return self._own(current.active, participant, lang)

    def _own(self, active: ActiveRound, participant: bytes | None, lang: str) -> dict[str, Any]:
        activity = model_of(active.activity)
        own = self._store.read(answers.own, active.round.id, participant) if participant else []
        found: dict[str, Any] = {"round": active.round.wire_id}
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
        active = current.active if current else None
        return (
            active is not None
            and active.round.is_open(clock.now_ms())
            and model_of(active.activity).kind == "assessment"
        )

    def send_assessment(self, code: str, participant: bytes, form: Mapping[str, str]) -> None:
        """Keeps a form filled on the assessment's own page. Raises AnswerError, RoundChangedError or ClosedError."""
        current = self._store.read(table.current, code)
        body = {"round": current.active.round.wire_id if current and current.active else None, "form": dict(form)}
        self._store.write(self.job(code, participant, body), (code, "answers"))
