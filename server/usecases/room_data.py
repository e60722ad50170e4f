"""Everything that a file of a room is made from, read at one moment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from server.service import Service
from server.usecases.joined_rooms import clouds_of
from server.usecases.results import RoundInRoom
from workshop.activities.registry import exports_of
from workshop.content.content import Content
from workshop.errors import PropelliError
from workshop.exports.joined.joined_rounds import JoinedRound
from workshop.exports.record import ActivityRecord, RoundRecord
from workshop.exports.tables import ExportBasis
from workshop.words.cloud.cloud import Cloud

RoundPlace = tuple[str, int]
"""Id of the activity, number of the round."""


class NoPictureError(PropelliError):
    """The round that was named has nothing to draw, or too few people for a chart."""

    id = "no_picture"


@dataclass(frozen=True)
class RoomData:
    """The basis, the room's content, its rounds, and their clouds where they were asked for.

    `joined` are the questions of several rooms, where they are joined as one.
    """

    basis: ExportBasis
    content: Content
    rounds: tuple[RoundInRoom, ...]
    clouds: Mapping[RoundPlace, Cloud]
    joined: tuple[JoinedRound, ...] = ()

    @property
    def code(self) -> str:
        return self.basis.record.code

    def round(self, place: RoundPlace) -> tuple[ActivityRecord, RoundRecord]:
        """The round with its activity. Raises NoPictureError."""
        for activity, round_record in self.basis.record.all_rounds():
            if (activity.activity.id, round_record.number) == place:
                return activity, round_record
        raise NoPictureError

    def description(self, place: RoundPlace) -> str:
        """The commonest of a round with their people; empty where nothing is shown."""
        return description(self.basis, *self.round(place))


def description(basis: ExportBasis, activity: ActivityRecord, round_record: RoundRecord) -> str:
    """What a cloud says in words."""
    if round_record.results is None:
        return ""
    return exports_of(activity.activity).description(basis, activity.activity, round_record.results)


def gathered_as_one(running: Service, code: str, others: Sequence[str], lang: str) -> RoomData:
    """The room and others as one. Raises NothingSharedError or UnknownRoomError."""
    rooms = running.joining.joined(code, others, lang)
    basis = rooms.as_one()
    return RoomData(basis, rooms.content, (), dict(clouds_of(basis.record)), rooms.rounds)


def gathered(
    running: Service, code: str, lang: str, *, linked: bool = False, with_clouds: bool = False
) -> RoomData:  # fmt: skip
    """The room as it is now, in one transaction that only reads. Raises UnknownRoomError."""
    with running.results.moment() as moment:
        basis, rounds = moment.basis(code, lang, linked=linked), tuple(moment.rounds(code))
        drawn = [room_round for room_round in rounds if room_round.activity.has_words] if with_clouds else []
        clouds = {
            (room_round.activity.id, room_round.round.number): moment.cloud(code, room_round) for room_round in drawn
        }
        return RoomData(basis, moment.content(code), rounds, clouds)
