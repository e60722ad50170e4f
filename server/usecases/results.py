"""The organiser's use cases: rounds, words and answers as they are taken home."""

from collections.abc import Iterator
from dataclasses import dataclass

from server.store import Store, answers
from server.store import rooms as table
from server.store.rows import Answer, Room, Round
from server.usecases.activities import model_of
from server.usecases.tallies import Tallies, Words
from workshop.content import Content
from workshop.export import AnswerRow
from workshop.programme import Activity, WordsActivity
from workshop.words.layout import WIDE, Cloud


@dataclass(frozen=True)
class RoundResults:
    """One round of an activity with its place in the room."""

    activity_id: int
    activity: Activity
    round: Round


class Results:
    """What a room has gathered. Reading disturbs nothing; it works while a round is open."""

    def __init__(self, store: Store, content: Content, tallies: Tallies) -> None:
        self._store, self._content, self._tallies = store, content, tallies

    def rounds(self, code: str) -> list[RoundResults]:
        """Every round of the room in the programme's order. Raises UnknownRoomError."""
        room = self._room(code)
        rounds = self._store.read(table.rounds_of, room.id)
        return [
            RoundResults(activity.id, model_of(activity), one)
            for activity in self._store.read(table.activities_of, room.id)
            for one in rounds
            if one.activity == activity.id
        ]

    def words(self, code: str, of: RoundResults) -> Words:
        """The words of a round, the same that the projector shows."""
        return self._tallies.words(code, of.activity_id, of.round.id)

    def cloud(self, code: str, of: RoundResults) -> Cloud:
        """The cloud of a round with the places the projector gave its words."""
        return self._tallies.cloud(code, of.activity_id, of.round.id, WIDE)

    def answers(self, code: str, lang: str) -> list[AnswerRow]:
        """Every stored answer of the room; people are numbered within the room in order of their first answer."""
        numbers: dict[bytes, int] = {}
        rows = []
        for of in self.rounds(code):
            hidden = self._hidden(code, of)
            for answer in self._store.read(answers.since, of.round.id):
                number = numbers.setdefault(answer.participant, len(numbers) + 1)
                rows.append(_row(of, answer, number, lang, hidden=answer.key in hidden))
        return rows

    def _hidden(self, code: str, of: RoundResults) -> set[str]:
        if not isinstance(of.activity, WordsActivity):
            return set()
        return set(_not_shown(self.words(code, of)))

    def _room(self, code: str) -> Room:
        current = self._store.read(table.current, code)
        if current is None:
            raise table.UnknownRoomError
        return current.room


def _not_shown(words: Words) -> Iterator[str]:
    for entry in words.entries:
        if entry.state != "shown":
            yield from (form.key for form in entry.forms)


def _row(of: RoundResults, answer: Answer, number: int, lang: str, *, hidden: bool) -> AnswerRow:
    return AnswerRow(
        question=of.activity.question(lang),
        round=of.round.number,
        at_ms=answer.at,
        person=number,
        text=answer.text,
        hidden=hidden,
    )
