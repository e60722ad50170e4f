"""The whole desk, put together from its parts; the same for everybody at the desk of a room in a language."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from server import clock
from server.store.rows import Room
from server.usecases.contents import Contents
from server.usecases.desk import Desks
from server.usecases.desk_actions import key_intents
from server.usecases.desk_view.answers import answers_part
from server.usecases.desk_view.context import DeskViewContext
from server.usecases.desk_view.ended import ended_part
from server.usecases.desk_view.flood import flood_part
from server.usecases.desk_view.groups import groups_part
from server.usecases.desk_view.moderators import moderators_part
from server.usecases.desk_view.now import now_part
from server.usecases.desk_view.overview import overview_part
from server.usecases.desk_view.own_pace import own_pace_part
from server.usecases.desk_view.payloads import DeskState
from server.usecases.desk_view.programme import programme_part
from server.usecases.desk_view.results_rules import results_rules_part
from server.usecases.desk_view.rounds import rounds_part
from server.usecases.desk_view.shown_view import view_part
from server.usecases.desk_view.speaker_questions import speaker_questions_part
from server.usecases.desk_view.stage import Stages
from server.usecases.desk_view.time_limit import time_part
from server.usecases.floods import Floods
from server.usecases.moderation import Moderation
from server.usecases.sorting import Sorting
from server.usecases.speaker_questions import SpeakerQuestions
from workshop.activities.context import ActivityContext
from workshop.words.languages import Language


@dataclass(frozen=True)
class DeskPicture:
    """A room's desk at a moment (`now`): its state in a language, and when the countdown of what is on ends.

    `is_behind` tells that another look will show more words though nothing more is stored.
    The state has no `closes_in_ms` yet: it is added when it is told. Times in milliseconds since 1970.
    """

    room: Room
    state: DeskState
    now: int
    ends_at: int | None
    is_behind: bool

    def payload(self) -> Mapping[str, Any]:
        """The state with the time that is left."""
        return {**self.state, "closes_in_ms": None if self.ends_at is None else self.ends_at - self.now}


class DeskView:
    """Reads a room and tells it as the desk draws it."""

    def __init__(
        self,
        desks: Desks,
        moderation: Moderation,
        floods: Floods,
        sorting: Sorting,
        speaker_questions: SpeakerQuestions,
        contents: Contents,
        stages: Stages,
        base: str,
    ) -> None:
        self._desks, self._moderation, self._floods, self._sorting = desks, moderation, floods, sorting
        self._speaker_questions = speaker_questions
        self._contents, self._stages, self._base = contents, stages, base

    def picture(self, code: str, lang: str) -> DeskPicture:
        """The room's desk as it is now. Raises UnknownRoomError."""
        desk = self._desks.get(code)
        context = ActivityContext(self._contents.of_room(desk.room), lang, self._base, code)
        ctx = DeskViewContext(desk, context, clock.now_ms())
        room, is_ended = ctx.desk.room, ctx.desk.room.closed_at is not None
        asks = ctx.takes_answers and not is_ended
        state: DeskState = {
            "rev": room.rev,
            "lang": lang,
            "title": room.title,
            "intents": {} if is_ended else key_intents(room, ctx.chosen.state, ctx.chosen.name),
            "now": None if is_ended else now_part(ctx),
            "time": time_part(ctx) if asks and not room.own_pace else None,
            "view": None if is_ended else view_part(ctx),
            "results_rules": results_rules_part(ctx) if asks else None,
            "groups": groups_part(ctx) if asks else None,
            "rounds": rounds_part(ctx) if asks and not room.own_pace else None,
            "programme": programme_part(ctx),
            "answers": None if is_ended else answers_part(ctx, self._moderation),
            "own_pace": own_pace_part(ctx),
            "speaker_questions": speaker_questions_part(ctx, self._speaker_questions),
            "flood": flood_part(ctx, self._floods),
            "ended": ended_part(ctx) if is_ended else None,
            "overview": None if is_ended else overview_part(ctx, self._stages.of_room(room)),
        }
        return DeskPicture(
            room,
            state,
            ctx.now,
            None if is_ended or room.own_pace else ctx.chosen.ends_at,
            self._desks.is_behind(ctx.desk),
        )

    def moderators_picture(self, code: str, lang: str) -> DeskPicture:
        """The same with nothing but what a moderator decides of. Raises UnknownRoomError."""
        picture = self.picture(code, lang)
        state = moderators_part(picture.state)
        return replace(picture, state=state, ends_at=None)

    def words(self, code: str, search: str, key: str | None) -> Mapping[str, Any] | None:
        """The list of words with those that hold the searched text and the entry of `key`; None where there is none.

        Raises UnknownRoomError.
        """
        desk = self._desks.get(code)
        words = desk.words
        if desk.current is None or words is None:
            return None
        needs_approval = desk.current.model.needs_approval
        return self._moderation.listed(code, desk.current.id, words, search, key, needs_approval=needs_approval)

    def themes(self, code: str, lang: str, *, suggests: bool) -> Mapping[str, Any] | None:
        """What is sorted into themes; None where nothing is. Raises UnknownRoomError."""
        desk = self._desks.get(code)
        by_theme = desk.current.model.by_theme(desk.answers) if desk.current and desk.answers else None
        if by_theme is None or desk.current is None or desk.words is None:
            return None
        listed = self._sorting.listed(by_theme, lang, cast("Language", desk.room.lang), suggests=suggests)
        return {**listed, "newest": self._moderation.newest(desk.current.id, desk.words)}
