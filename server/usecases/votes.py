"""From answers to the next question: what is voted on is read as the projector counts it."""

from collections.abc import Collection
from typing import Literal

from server.store import Store
from server.store import rooms as table
from server.usecases.activities import model_of
from server.usecases.control import UnknownActivityError
from server.usecases.results_cache import ResultsCache
from workshop.activities.vote_options import Counted, vote_labels

VoteSource = Literal["answers", "themes"]


class Votes:
    """Answers or themes of a question as the options of another."""

    def __init__(self, store: Store, tallies: ResultsCache) -> None:
        self._store, self._results_cache = store, tallies

    def labels(self, code: str, activity: int, source: VoteSource, chosen: Collection[str], lang: str) -> list[str]:
        """The options of the chosen keys in the order of counts. Raises UnknownActivityError or VoteOptionsError."""
        return vote_labels(self._counted(code, activity, source, lang), chosen)

    def _counted(self, code: str, activity: int, source: VoteSource, lang: str) -> list[Counted]:
        live = self._store.read(table.current, code)
        listed = self._store.read(table.activities_of, live.room.id) if live else []
        model = next((model_of(row) for row in listed if row.id == activity), None)
        last = self._store.read(table.latest_round, activity)
        if model is None or last is None:
            raise UnknownActivityError
        by_theme = model.by_theme(self._results_cache.round_answers(code, activity, last.id))
        if by_theme is None:
            raise UnknownActivityError
        if source == "themes":
            return [(row.id, row.label(lang), row.count) for row in by_theme.records()]
        return [(entry.key, entry.text, entry.count) for entry in by_theme.entries if entry.state == "shown"]
