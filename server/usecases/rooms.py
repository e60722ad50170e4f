"""Rooms: created from the programme, listed, changed, deleted; and the links to them."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import count
from typing import Any

import sqlalchemy as sa

from server import clock
from server.access import Access
from server.store import Store, answers, own_pace
from server.store import rooms as table
from server.store.rows import Room
from server.usecases.activities import model_of, stored
from server.usecases.contents import Contents
from server.usecases.workshops import Workshops
from workshop.activities.registry import Activity
from workshop.content.texts import Texts
from workshop.errors import PropelliError
from workshop.words.clean import cleaned

CODE_LENGTH = 6
DAY_MS = 86_400_000
MAX_TITLE = 200
RECORDING = "kirjaa"
"""In the address of the participant page: answers are recorded from paper there."""
RESULTS_PATH = "/tulos"
"""Where published results are, before the room's code."""


class CodeError(PropelliError):
    """A room's code is six digits."""

    id = "code"


class TitleError(PropelliError):
    """A room's title is a line of text."""

    id = "title"


class AlreadyEndedError(PropelliError):
    """The workshop has been ended already."""

    id = "already_ended"


class NotEndedError(PropelliError):
    """The workshop goes on: there is nothing to open again."""

    id = "not_ended"


class LinkRenewedError(PropelliError):
    """The control link was renewed a moment ago."""

    id = "link_renewed"


@dataclass(frozen=True)
class Links:
    """The ways into a room, and the address of its results, which answers while they are published."""

    phone: str
    control: str
    screen: str
    moderator: str
    results: str


def digits(code: str) -> str:
    """The code in the digits 0 to 9, from digits of any script, without the spaces and dashes people write into it."""
    return "".join(str(unicodedata.decimal(character)) for character in code if character.isdecimal())


def grouped_code(code: str) -> str:
    """The code as it is shown: two groups of three."""
    return f"{code[:3]} {code[3:]}"


def _uncopied(title: str, text: Texts) -> str:
    """The title without the ending that a copy has."""
    number = re.escape(text("control.copied", n="\0")).replace(re.escape("\0"), "[0-9]+")
    return re.sub(rf" \((?:{re.escape(text('control.copied_first'))}|{number})\)$", "", title)


def _row(title: str, code: str, lang: str, retention_days: int) -> dict[str, Any]:
    """The columns of a room that begins now."""
    return {
        "code": code,
        "title": title,
        "lang": lang,
        "created_at": clock.now_ms(),
        "retention_days": retention_days,
    }


def _at_own_pace(connection: sa.Connection, room: Room) -> Room:
    """The new room with every question of its programme open at once."""
    listed = table.activities_of(connection, room.id)
    chosen = [activity.id for activity in listed if model_of(activity).takes_answers]
    own_pace.begin(connection, room, chosen, room.created_at, None)
    return table.current_for_change(connection, room.code).room


class Rooms:
    """Use cases around a room as a whole."""

    def __init__(self, store: Store, contents: Contents, workshops: Workshops, access: Access) -> None:
        self._store, self._contents, self._workshops, self._access = store, contents, workshops, access

    def create(
        self, title: str | None = None, code: str | None = None, lang: str | None = None, workshop: str | None = None
    ) -> Room:
        """A new room with the whole programme of a workshop, the built-in one unless its id is given.

        The language is the workshop's first unless it has the one asked for. Raises CodeError, CodeTakenError,
        TitleError, UnknownWorkshopError or DraftFaultsError.
        """
        if code is not None and (len(code) != CODE_LENGTH or digits(code) != code):
            raise CodeError
        self._workshops.content(workshop)  # what is dear is done before the writer's turn
        chosen_code = code or self.free_code()

        def job(connection: sa.Connection) -> Room:
            version, content = self._workshops.version_for(connection, workshop), self._workshops.content(workshop)
            chosen_lang = lang if lang in content.languages else content.languages[0]
            chosen_title = cleaned(title or "") or content.title(chosen_lang)
            if len(chosen_title) > MAX_TITLE:
                raise TitleError(max=MAX_TITLE)
            row = _row(chosen_title, chosen_code, chosen_lang, content.retention_days)
            row |= {"version": version, "speaker_questions": content.workshop.questions}
            room = table.create(connection, row, [stored(activity) for activity in content.activities])
            return _at_own_pace(connection, room) if content.workshop.pace == "own" else room

        new_room: Room = self._store.write(job, (chosen_code, "room"))
        return new_room

    def free_code(self) -> str:
        """A code that no room has; the store refuses it in the rare case that another process was faster."""
        while self.find(code := clock.new_room_code()):
            pass
        return code

    def all(self) -> list[Room]:
        return self._store.read(table.all_rooms)

    def people(self) -> dict[int, int]:
        """The number of people who answered anything, by the room's id; a room without answers is left out."""
        return self._store.read(answers.people_of_rooms)

    def find(self, code: str) -> Room | None:
        plain_code = digits(code)
        state = self._store.read(table.current, plain_code) if len(plain_code) == CODE_LENGTH else None
        return state.room if state else None

    def get(self, code: str) -> Room:
        """Raises UnknownRoomError."""
        room = self.find(code)
        if room is None:
            raise table.UnknownRoomError
        return room

    def current_activity(self, code: str) -> Activity | None:
        """The activity that is on, None where none has been chosen or there is no such room."""
        state = self._store.read(table.current, code)
        return model_of(state.activity) if state and state.activity else None

    def rename(self, code: str, title: str) -> None:
        """Raises TitleError for an empty or too long title."""
        clean_title = cleaned(title)
        if not 0 < len(clean_title) <= MAX_TITLE:
            raise TitleError(max=MAX_TITLE)
        self._store.write(lambda c: table.change(c, code, title=clean_title), (code, "room"))

    def copy(self, code: str) -> Room:
        """A new room with the same programme, the facilitator's own questions too, and no answers.

        Its title tells it from the room it was made from and from the other copies.
        """
        room = self.get(code)
        specs = [
            {
                "name": activity.name,
                "spec": activity.spec,
                "results_rule": activity.results_rule,
                "phone_results": activity.phone_results,
            }
            for activity in self._store.read(table.activities_of, room.id)
        ]
        title = self._copied_title(room)
        row = _row(title, self.free_code(), room.lang, room.retention_days)
        row |= {"version": room.version, "speaker_questions": room.speaker_questions}

        def job(connection: sa.Connection) -> Room:
            copied = table.create(connection, row, specs)
            return _at_own_pace(connection, copied) if room.own_pace else copied

        new_room: Room = self._store.write(job, (row["code"], "room"))
        return new_room

    def _copied_title(self, room: Room) -> str:
        """The original's title with the first ending that no room has: a copy, a copy 2 and so on."""
        text = self._contents.of_room(room).texts[room.lang]
        titles = {room.title for room in self.all()}
        endings = (f" ({text('control.copied', n=n) if n > 1 else text('control.copied_first')})" for n in count(1))
        base = _uncopied(room.title, text)
        return next(title for ending in endings if (title := base[: MAX_TITLE - len(ending)] + ending) not in titles)

    def end(self, code: str) -> None:
        """Ends the workshop: nothing more is answered until it is opened again; the answers are kept.

        Raises AlreadyEndedError.
        """

        def job(connection: sa.Connection) -> None:
            room = table.current_for_change(connection, code).room
            if room.closed_at is not None:
                raise AlreadyEndedError
            table.close_rounds(connection, room.id, clock.now_ms())
            nothing_on = {"activity": None, "shown_round": None, "own_pace": False}
            table.change(connection, code, closed_at=clock.now_ms(), view="hold", **nothing_on)

        self._store.write(job, (code, "room"))

    def reopen(self, code: str) -> None:
        """Lets an ended workshop go on. Raises NotEndedError."""

        def job(connection: sa.Connection) -> None:
            if table.current_for_change(connection, code).room.closed_at is None:
                raise NotEndedError
            table.change(connection, code, closed_at=None, view="join")

        self._store.write(job, (code, "room"))

    def new_link(self, code: str, key_number: int | None = None) -> Room:
        """Makes a new control link; every earlier one stops working at once.

        A `key_number` is that of the link to be replaced: where it has been replaced already, raises LinkRenewedError.
        """

        def job(connection: sa.Connection) -> None:
            room = table.current_for_change(connection, code).room
            if key_number not in {None, room.key_number}:
                raise LinkRenewedError
            table.raise_key_number(connection, code)

        self._store.write(job, (code, "room"))
        return self.get(code)

    def new_moderator_link(self, code: str, key_number: int) -> None:
        """Makes a new moderator's link in the place of the one with this number; every earlier one stops at once.

        Raises LinkRenewedError where it has been replaced already.
        """

        def job(connection: sa.Connection) -> None:
            if table.current_for_change(connection, code).room.moderator_key_number != key_number:
                raise LinkRenewedError
            table.raise_moderator_key_number(connection, code)

        self._store.write(job, (code, "room"))

    def lock(self, code: str, *, locked: bool) -> None:
        """A locked room lets no new browsers in; those who have answered go on."""
        self._store.write(lambda c: table.change(c, code, locked=locked), (code, "room"))

    def share_phones(self, code: str, *, on: bool) -> None:
        """Whether another person may go on with a phone, as someone else."""
        self._store.write(lambda c: table.change(c, code, shared_phones=on), (code, "room"))

    def publish(self, code: str, *, published: bool) -> None:
        """Gives the results an address that anyone with the code may read, or takes it back at once.

        Publishing again keeps the first moment. Raises UnknownRoomError.
        """

        def job(connection: sa.Connection) -> None:
            room = table.current_for_change(connection, code).room
            moment = (room.published_at or clock.now_ms()) if published else None
            table.change(connection, code, published_at=moment)

        self._store.write(job, (code, "room"))

    def delete(self, code: str) -> None:
        """Removes the room and every answer in it, from the file too. Raises UnknownRoomError."""
        self._store.delete_room(code)
        self._store.deletion.finish()

    def links(self, room: Room, address: str) -> Links:
        """`address` is the public address without a slash at its end."""
        return Links(
            phone=f"{address}/{room.code}",
            control=f"{address}/ohjaa/{room.code}/{self._access.room_key(room)}",
            screen=f"{address}/esitys/{room.code}",
            moderator=f"{address}/ohjaa/{room.code}/{self._access.moderator_key(room)}",
            results=f"{address}{RESULTS_PATH}/{room.code}",
        )
