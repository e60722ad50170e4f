"""Rooms whose questions are the same: side by side, and joined as one room that files are made from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import cast

from server import clock
from server.store.rows import ModerationAction, Room
from server.usecases.contents import Contents
from server.usecases.lexicon import SharedLexicon
from server.usecases.moderation_state import ModerationState
from server.usecases.results import Results, RoomResults
from server.usecases.rooms import Rooms, grouped_code
from workshop.content.content import Content
from workshop.errors import PropelliError
from workshop.exports.joined.joined_entries import Merge, unmerged
from workshop.exports.joined.joined_record import joined_record
from workshop.exports.joined.joined_rounds import JoinedRound, joined_rounds
from workshop.exports.joined.same_question import same_question
from workshop.exports.record import DecisionRecord, RoomRecord
from workshop.exports.tables import ExportBasis
from workshop.exports.unlinked import unlinked
from workshop.words.cloud.cloud import WIDE, Cloud
from workshop.words.cloud.layout import arrange
from workshop.words.languages import Language
from workshop.words.merging.merge import Group, Merger

MAX_ROOMS = 12
"""As many rooms as can be read beside one another."""
MAX_MERGED = 3_000
"""Different words that are merged; more are only counted, as in one room."""


class NothingSharedError(PropelliError):
    """The rooms have no question in common that anybody has answered."""

    id = "nothing_shared"


@dataclass(frozen=True)
class JoinedRooms:
    """Several rooms at one moment. `basis` and `content` are those of the first."""

    basis: ExportBasis
    content: Content
    rooms: Mapping[str, RoomRecord]
    rounds: tuple[JoinedRound, ...]

    def as_one(self) -> ExportBasis:
        """The rooms as one, whose rows never link one person's answers. Raises NothingSharedError."""
        if not any(joined.rooms for joined in self.rounds):
            raise NothingSharedError
        record = joined_record(self.rooms, self.rounds, self.content)
        rows = unlinked(record, self.content.min_group, clock.shuffled)
        return ExportBasis(content=self.content, text=self.basis.text, record=record, rows=rows)


def clouds_of(record: RoomRecord) -> Iterator[tuple[tuple[str, int], Cloud]]:
    """Each round of words, by its activity and number, with a cloud that nobody has seen on a projector."""
    for activity, round_record in record.all_rounds():
        if activity.activity.has_words and round_record.results is not None:
            shown = [entry for entry in round_record.results.entries if entry.state == "shown"]
            words = [(entry.key, entry.text, entry.count) for entry in shown]
            yield (activity.activity.id, round_record.number), arrange(None, words, WIDE)


class Joining:
    """Finds and reads rooms that can be joined with a room."""

    def __init__(self, rooms: Rooms, results: Results, contents: Contents, lexicon: SharedLexicon) -> None:
        self._rooms, self._results, self._contents, self._lexicon = rooms, results, contents, lexicon

    def candidates(self, code: str) -> list[Room]:
        """The other rooms that have asked a question of this one, in the order of the list. Raises UnknownRoomError."""
        room = self._rooms.get(code)
        own = [each.activity for each in self._results.rounds(code)]
        document = self._contents.of_room(room).document
        return [
            other
            for other in self._rooms.all()
            if other.code != code
            and any(
                same_question(activity, each.activity, document, self._contents.of_room(other).document)
                for each in self._results.rounds(other.code)
                for activity in own
            )
        ]

    def joined(self, code: str, others: Sequence[str], lang: str) -> JoinedRooms:
        """The room and the others, the first `MAX_ROOMS` of them. Raises UnknownRoomError."""
        with self._results.moment() as moment:
            basis, content = moment.basis(code, lang), moment.content(code)
            codes = islice(dict.fromkeys(other for other in others if other != code), MAX_ROOMS - 1)
            rooms = {_label(basis, record): record for record in self._records(moment, basis, codes)}
        rounds = joined_rounds(rooms, content.min_group, lambda decisions: self._merge(decisions, basis.record.lang))
        return JoinedRooms(basis, content, rooms, tuple(rounds))

    @staticmethod
    def _records(moment: RoomResults, basis: ExportBasis, codes: Iterator[str]) -> Iterator[RoomRecord]:
        yield basis.record
        for code in codes:
            yield moment.record(code)

    def _merge(self, decisions: Sequence[DecisionRecord], lang: str) -> Merge:
        """Merges words as a room does, with what the facilitators of all rooms have joined and taken apart."""
        actions = [
            ModerationAction(number, 0, decision.kind, decision.key, decision.target, 0)
            for number, decision in enumerate(sorted(decisions, key=lambda decision: decision.at))
        ]
        overrides = ModerationState(actions, approval=False).merging

        def merge(typed: Mapping[str, Mapping[str, int]]) -> list[Group]:
            merger = Merger(self._lexicon.ready(), cast("Language", lang))
            for texts in sorted(typed.values(), key=lambda texts: -sum(texts.values()))[:MAX_MERGED]:
                for text, answers in texts.items():
                    merger.add(text, answers)
            groups = merger.groups(overrides)
            merged = {form for group in groups for form in group.forms}
            return [*groups, *(group for group in unmerged(typed) if group.key not in merged)]

        return merge


def _label(basis: ExportBasis, record: RoomRecord) -> str:
    """The name of a room among others; titles may be the same, codes are not."""
    return basis.text("results.room_label", title=record.title, code=grouped_code(record.code))
