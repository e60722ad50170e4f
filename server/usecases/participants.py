"""What phones are told: the wire's state and results."""

import json
from dataclasses import dataclass
from typing import Any

from server import clock
from server.store import Store, answers
from server.store import rooms as table
from server.store.rows import ActiveRound, RoomState, Round
from server.usecases.activities import API_KIND, form_questions, model_of
from server.usecases.results_cache import ResultsCache
from server.usecases.shared_results import SharedResults
from server.usecases.versions import RoomVersions
from workshop.activities.models import Activity, ChoiceActivity, LinkActivity, WordsActivity
from workshop.content.loader import Content
from workshop.errors import PropelliError

MAX_WORDS = 100


class ResultsHiddenError(PropelliError):
    """The facilitator does not show the results to phones now."""

    id = "results"


@dataclass(frozen=True)
class ParticipantState:
    """What is on, ready to be told in any language at any moment."""

    current: RoomState
    content: Content
    base: str

    def ends_in_ms(self, now: int) -> int | None:
        """Milliseconds to the end of the countdown, or None where none runs."""
        last_round = self.current.round
        if last_round is None or last_round.ends_at is None or not last_round.is_open(now):
            return None
        return last_round.ends_at - now

    @property
    def counts_down(self) -> bool:
        """Whether the clock alone opens or closes the question."""
        last_round = self.current.round
        return last_round is not None and last_round.ends_at is not None and last_round.closed_at is None

    def is_newer(self, rev: int, now: int) -> bool:
        """Whether a phone that knows `rev` has something to hear; the end of a countdown changes no revision."""
        return self.current.room.rev > rev or (self.counts_down and self.ends_in_ms(now) is None)

    def told(self, lang: str, now: int) -> dict[str, Any]:
        """The wire's state."""
        room, active = self.current.room, self.current.active
        state: dict[str, Any] = {"rev": room.rev, "room": room.code, "lang": room.lang, "round": None}
        state |= {"locked": room.locked, "ended": room.closed_at is not None}
        if active is None:
            state["links"] = [self._closing(lang)] if state["ended"] else []
            return {**state, "kind": "words", "question": "", "open": False, "closes_in_ms": None, "results": "hidden"}
        activity = model_of(active.activity)
        return {
            **state,
            "round": active.round.wire_id,
            "kind": API_KIND[activity.kind],
            "question": activity.question(lang),
            **({"help": activity.help(lang)} if activity.help else {}),
            **self._of_kind(activity, lang),
            "open": active.round.is_open(now),
            "closes_in_ms": self.ends_in_ms(now),
            "results": "shown" if shows_results(active, now) else "hidden",
        }

    def _of_kind(self, activity: Activity, lang: str) -> dict[str, Any]:
        if isinstance(activity, WordsActivity):
            return {"max_answers": activity.max_answers, "max_chars": activity.max_chars}
        if isinstance(activity, ChoiceActivity):
            options = [{"id": option.id, "label": option.label(lang)} for option in activity.options]
            return {"options": options, "multiple": activity.multiple}
        if isinstance(activity, LinkActivity):
            return {"href": f"{self.base}{activity.href}?huone={self.current.room.code}&kieli={lang}"}
        return {"questions": form_questions(activity, self.content, lang)}

    def _closing(self, lang: str) -> dict[str, str]:
        """Where an ended workshop goes on."""
        label = self.content.texts[lang]("app.pages.closing")
        return {"label": label, "href": f"{self.base}/seuraavaksi?huone={self.current.room.code}&kieli={lang}"}

    def message(self, lang: str) -> bytes:
        """The state as one event of the stream."""
        return f"data: {json.dumps(self.told(lang, clock.now_ms()), ensure_ascii=False)}\n\n".encode()


def shows_results(active: ActiveRound, now: int) -> bool:
    """Whether phones may fetch the results now; "own" is checked for each person when they ask."""
    if not active.activity.phone_results:
        return False
    rule = active.activity.results_rule
    return rule in {"always", "own"} or (rule == "closed" and not active.round.is_open(now))


class Participants:
    """Use cases behind the live routes that read."""

    def __init__(
        self, store: Store, content: Content, tallies: ResultsCache, versions: RoomVersions, base: str
    ) -> None:
        self._store, self._content, self._results_cache, self._base = store, content, tallies, base
        self._versions, self.shared = versions, SharedResults()

    def state(self, code: str) -> ParticipantState | None:
        """What is on in the room, or None where there is no such room."""
        current = self._store.read(table.current, code)
        return ParticipantState(current, self._content, self._base) if current else None

    def results(self, current: RoomState, participant: bytes | None, lang: str) -> bytes:
        """The wire's results of what is on, as JSON; the same bytes for all who may see them.

        Raises ResultsHiddenError.
        """
        active = current.active
        if active is None or not shows_results(active, clock.now_ms()):
            raise ResultsHiddenError
        if active.activity.results_rule == "own" and not self._has_answered(active.round, participant):
            raise ResultsHiddenError
        code = current.room.code
        key = (code, active.round.id, lang)
        return self.shared.get(key, self._versions.of(code), lambda: self._encoded(active, lang))

    def _encoded(self, active: ActiveRound, lang: str) -> bytes:
        results = {"round": active.round.wire_id, **self._counted(active, lang)}
        return json.dumps(results, ensure_ascii=False, separators=(",", ":")).encode()

    def _has_answered(self, last_round: Round, participant: bytes | None) -> bool:
        return participant is not None and bool(self._store.read(answers.own, last_round.id, participant))

    def _counted(self, active: ActiveRound, lang: str) -> dict[str, Any]:
        activity = model_of(active.activity)
        if isinstance(activity, WordsActivity):
            words = self._results_cache.words(active.room.code, active.activity.id, active.round.id)
            shown = [{"text": entry.text, "count": entry.count} for entry in words.shown[:MAX_WORDS]]
            return {"n": words.people, "words": shown, "left_out": max(0, len(words.shown) - MAX_WORDS)}
        if isinstance(activity, ChoiceActivity):
            return self._results_cache.choice(active.round.id, activity, lang)
        raise ResultsHiddenError
