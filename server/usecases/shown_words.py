"""What a participant's own words were merged into, and the suggestion that one of them is another word."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import sqlalchemy as sa

from server import clock
from server.store import Job, Store, answers, word_suggestions
from server.store.rows import ActiveRound, RoomState
from server.usecases.activities import model_of
from server.usecases.payloads import ApiShownWords
from server.usecases.results_cache import ResultsCache
from server.usecases.room_versions import RoomVersions
from server.usecases.shared_results import SharedResults
from workshop.activities.answers import EmptyAnswerError
from workshop.words.clean import fold

SUGGESTIONS = "answers"
"""What a commit of suggestions says that it changed: projectors and desks look again, as after an answer."""

Labels = Mapping[str, str]


class ShownWords:
    """Use cases of a phone after it has answered; nothing of this is on the way of an answer."""

    def __init__(self, store: Store, results_cache: ResultsCache, versions: RoomVersions) -> None:
        self._store, self._results_cache, self._versions = store, results_cache, versions
        self.shared: SharedResults[Labels] = SharedResults()

    def own(self, current: RoomState, participant: bytes | None) -> ApiShownWords:
        """The person's words that are shown under another name; of what is hidden, held back or waits, nothing is told.

        Nor is anything told while the results of the question are shown to nobody.
        """
        active = current.active
        if active is None:
            return {"round": None, "words": []}
        round_id, public_id = active.round.id, active.round.public_id
        labels = self._shared_labels(active) if participant and _is_told(active) else {}
        own = self._store.read(answers.own, round_id, participant) if labels and participant else []
        renamed = [answer for answer in own if answer.key in labels]
        if not renamed or participant is None:
            return {"round": public_id, "words": []}
        suggested = self._store.read(word_suggestions.suggested_by, round_id, participant)
        return {
            "round": public_id,
            "words": [
                {"text": answer.text, "shown": labels[answer.key], "suggested": answer.key in suggested}
                for answer in renamed
            ],
        }

    def _shared_labels(self, active: ActiveRound) -> Labels:
        key = (active.room.code, active.round.id, "")
        return self.shared.get(key, self._versions.get(active.room.code), lambda: self._labels(active))

    def _labels(self, active: ActiveRound) -> Labels:
        """Fold key of a form to the name of its entry, where the entry is shown and that is another."""
        words = self._results_cache.words(active.room.code, active.activity.id, active.round.id)
        return {form.key: entry.text for entry in words.shown for form in entry.forms if form.key != fold(entry.text)}

    def suggesting(self, code: str, participant: bytes, body: Mapping[str, Any]) -> Job:
        """The job that keeps a suggestion that the person's own word is another one than it was merged into.

        The job raises UnknownRoomError, RoundChangedError, or EmptyAnswerError where the word is not theirs.
        """
        return partial(_suggest, code=code, participant=participant, body=body, now=clock.now_ms())


def _suggest(connection: sa.Connection, code: str, participant: bytes, body: Mapping[str, Any], now: int) -> None:
    state = answers.answered_state(connection, code, body.get("round"))
    word, active = body.get("word"), state.active
    if active is None or not isinstance(word, str) or not model_of(active.activity).has_words:
        raise EmptyAnswerError
    key = fold(word)
    if key not in {answer.key for answer in answers.own(connection, active.round.id, participant)}:
        raise EmptyAnswerError
    word_suggestions.suggest(connection, active.round.id, participant, key, now)


def _is_told(active: ActiveRound) -> bool:
    if not model_of(active.activity).has_words or active.activity.results_rule == "never":
        return False
    return active.activity.results_rule != "closed" or not active.round.is_open(clock.now_ms())
