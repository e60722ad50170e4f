"""Answering: validates a submit, stores it, and returns a person's own answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, cast

import sqlalchemy as sa

from server import clock
from server.store import Job, Store, answers, own_pace
from server.store import rooms as table
from server.store.rows import ActiveRound
from server.usecases.activities import model_of
from server.usecases.contents import Contents
from server.usecases.payloads import ApiOwn, ApiReceipt
from workshop.activities.answers import EmptyAnswerError, submitted_texts
from workshop.activities.assessment import ASSESSMENT_PAGE
from workshop.activities.context import ActivityContext
from workshop.activities.registry import Activity
from workshop.content.content import Content


@dataclass(frozen=True)
class SavedAnswer:
    """What the store holds of a submit, how many are left, and what was answered, with its room's content."""

    saved: list[str]
    left: int
    activity: Activity
    content: Content


class Answering:
    """Use cases of a participant's phone."""

    def __init__(self, store: Store, contents: Contents, base: str) -> None:
        self._store, self._contents, self._base = store, contents, base

    def submit(
        self,
        connection: sa.Connection,
        code: str,
        participant: bytes,
        body: Mapping[str, Any],
        now: int,
        lang: str | None = None,
    ) -> SavedAnswer:
        """Keeps a submit in the writer's transaction: the whole way of an answer, once it has been let through.

        `lang` is that of the page that it comes from; it is kept only where words of several languages are merged.
        Raises UnknownRoomError, RoundChangedError, ClosedError or AnswerError.
        """
        state = answers.answered_state(connection, code, body.get("round"))
        if state.active is None:
            raise EmptyAnswerError
        activity, to = model_of(state.active.activity), state.active.round
        content = self._contents.of_room(state.room)
        if activity.answer_field is None:
            raise EmptyAnswerError
        clean = activity.accept(body.get(activity.answer_field), content)
        if activity.append_limit is not None:
            kept_lang = lang if activity.has_words and len(content.languages) > 1 else None
            saved, left = answers.append(connection, to, participant, clean, now, activity.append_limit, kept_lang)
        else:
            saved, left = answers.replace(connection, to, participant, clean, now), 0
        return SavedAnswer(saved, left, activity, content)

    def job(self, code: str, participant: bytes, body: Mapping[str, Any], lang: str | None = None) -> Job:
        """`submit` for the store's writer, at the time of now; it gives a SavedAnswer."""
        return partial(self.submit, code=code, participant=participant, body=body, now=clock.now_ms(), lang=lang)

    def retract(
        self, connection: sa.Connection, code: str, participant: bytes, body: Mapping[str, Any], now: int
    ) -> int:
        """Takes a person's own answers out of the round, in the writer's transaction; gives how many are left to give.

        Raises UnknownRoomError, RoundChangedError, ClosedError or EmptyAnswerError.
        """
        state = answers.answered_state(connection, code, body.get("round"))
        activity = model_of(state.active.activity) if state.active else None
        if state.active is None or activity is None or activity.answer_field is None or activity.append_limit is None:
            raise EmptyAnswerError
        texts = submitted_texts(body.get(activity.answer_field))
        remaining = answers.retract(connection, state.active.round, participant, texts, now)
        return max(0, activity.append_limit - remaining)

    def retraction(self, code: str, participant: bytes, body: Mapping[str, Any]) -> Job:
        """`retract` for the store's writer, at the time of now."""
        return partial(self.retract, code=code, participant=participant, body=body, now=clock.now_ms())

    def mine(self, code: str, participant: bytes | None, lang: str) -> ApiOwn:
        """The API's `me`: this person's answers to the question that is on, or to each at their own pace.

        Raises UnknownRoomError.
        """
        current = self._store.read(table.current, code)
        if current is None:
            raise table.UnknownRoomError
        nothing: ApiOwn = {"round": None, "answers": [], "left": 0}
        if current.room.own_pace:
            items = self._store.read(own_pace.opened, current.room)
            return {**nothing, "items": [self._own(active, participant, lang) for active in items]}
        return nothing if current.active is None else self._own(current.active, participant, lang)

    def _own(self, active: ActiveRound, participant: bytes | None, lang: str) -> ApiOwn:
        own = self._store.read(answers.own, active.round.id, participant) if participant else []
        context = ActivityContext(self._contents.of_room(active.room), lang, self._base, active.room.code)
        own_fields = model_of(active.activity).own_answers(own, context)
        return cast("ApiOwn", {"round": active.round.public_id, **own_fields})

    def receipt(self, code: str, answer: SavedAnswer, body: Mapping[str, Any], lang: str) -> ApiReceipt:
        """The API's `receipt`: what is stored of a submit, and what it tells its sender."""
        field, context = answer.activity.answer_field, ActivityContext(answer.content, lang, self._base, code)
        result = answer.activity.outcome(body.get(field), context) if field else None
        return {"saved": answer.saved, "left": answer.left, "result": result}

    def takes_assessment(self, code: str) -> bool:
        """Whether the room's assessment is on and open."""
        current = self._store.read(table.current, code)
        active = current.active if current else None
        return (
            active is not None
            and active.round.is_open(clock.now_ms())
            and model_of(active.activity).form_page == ASSESSMENT_PAGE
        )

    def send_assessment(self, code: str, participant: bytes, form: Mapping[str, str]) -> None:
        """Keeps a form filled on the assessment's own page. Raises AnswerError, RoundChangedError or ClosedError."""
        current = self._store.read(table.current, code)
        body = {"round": current.active.round.public_id if current and current.active else None, "form": dict(form)}
        self._store.write(self.job(code, participant, body), (code, "answers"))
