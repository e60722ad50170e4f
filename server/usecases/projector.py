"""What the projector shows, as plain values for `components.projector`."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, TypedDict
from urllib.parse import urlsplit

from server import clock
from server.store import Store, answers
from server.store import rooms as table
from server.store.rows import RESULT_VIEWS, Room, RoomState, SpeakerQuestion
from server.usecases.activities import model_of
from server.usecases.contents import Contents
from server.usecases.desk import state_of
from server.usecases.desk_actions import Intent, key_intents
from server.usecases.groups import RoomGroups, RoundGroups, grouped_result, grouping_of
from server.usecases.held_item import held_item, without_item
from server.usecases.results_cache import ResultsCache
from server.usecases.rooms import RESULTS_PATH, grouped_code
from server.usecases.speaker_questions import SpeakerQuestions
from server.usecases.speaker_view import speaker_view
from workshop.activities.context import ActivityContent, ActivityContext
from workshop.activities.round_answers import RoundAnswers


class ProjectorAddresses(TypedDict):
    """A room's addresses on a projector: as people read them, and `qr`, its picture; `closing` is the next steps.

    `results` and `results_qr` answer while the results are published.
    """

    code: str
    address: str
    url: str
    qr: str
    closing: str
    results: str
    results_qr: str


class ProjectorPage(TypedDict):
    """What stays while a projector is open; `keys` lets the facilitator's keys work there."""

    room: str
    lang: str
    base: str
    keys: bool
    addresses: ProjectorAddresses
    texts: Mapping[str, Any]


class ProjectorState(TypedDict):
    """What all watchers of a room see in one language; `result` is None or as the kind of question gives it.

    `intents` is what the facilitator's keys mean now, `choices` what is read beside the question where that stands
    alone, `picture` the address of what stands beside a link.
    """

    rev: int
    intents: Mapping[str, Intent]
    view: str
    hold: Literal["pause", "ended", "missing"]
    published: bool
    locked: bool
    title: str
    question: str
    state: str | None
    empty: str | None
    link: bool
    picture: str | None
    choices: Sequence[str]
    answered: int
    present: int
    result: Any


@dataclass(frozen=True)
class Projected:
    """One look at a room at `now`; `ends_at` as in `server.store.rows.Round`, of a round that nobody has closed.

    `is_behind`: answers have been counted that the picture does not show yet.
    """

    state: ProjectorState
    now: int
    ends_at: int | None
    is_behind: bool

    def payload(self) -> dict[str, Any]:
        """The API's `projector`."""
        runs = self.ends_at is not None and self.ends_at > self.now
        return {"closes_in_ms": self.ends_at - self.now if self.ends_at is not None and runs else None, **self.state}


@dataclass(frozen=True)
class ProjectedRoom:
    """What one look has read: what is on, with the round that is projected, ready to be told in any language.

    `is_latest`: no later round of the activity is hidden behind it. `present` is how many have the room open, `groups`
    are those of a closed round that is looked at by group.
    """

    current: RoomState
    is_latest: bool
    content: ActivityContent
    base: str
    intents: Mapping[str, Intent]
    answered: int
    present: int
    answers: RoundAnswers | None
    groups: RoundGroups | None = None
    speaker_questions: Sequence[SpeakerQuestion] = ()

    def state(self, lang: str, now: int) -> ProjectorState:
        """What all watchers see."""
        state = self._state(lang, now)
        if self.current.room.view != "questions":
            return state
        return {**state, **speaker_view(self.speaker_questions, self.content.texts[lang])}

    def _state(self, lang: str, now: int) -> ProjectorState:
        current, room, last = self.current, self.current.room, self.current.round
        return {
            "rev": room.rev,
            "intents": self.intents,
            "view": _view(current, now),
            "hold": "ended" if room.closed_at is not None else "pause",
            "published": room.published_at is not None,
            "locked": room.locked,
            "title": room.title,
            "question": self._question(lang),
            "state": state_of(last, now) if current.activity else None,
            "empty": _empty(current, lang),
            "link": current.activity is not None and not model_of(current.activity).takes_answers,
            "picture": self._picture(),
            "choices": self._choices(lang) if _view(current, now) == "question" else (),
            "answered": self.answered,
            "present": max(self.present, self.answered if last and last.is_open(now) else 0),
            "result": self._result(lang) if _is_shown(current, now) else None,
        }

    def _question(self, lang: str) -> str:
        """The question; of an earlier round, with its number."""
        current = self.current
        if current.activity is None:
            return current.room.title
        question = model_of(current.activity).question(lang)
        if current.round is None or self.is_latest or current.room.view not in RESULT_VIEWS:
            return question
        return self.content.texts[lang]("screen.of_round", question=question, n=current.round.number)

    def _picture(self) -> str | None:
        file = model_of(self.current.activity).shown_picture if self.current.activity else None
        return f"{self.base}/assets/svg/{file}" if file else None

    def _choices(self, lang: str) -> Sequence[str]:
        return model_of(self.current.activity).choices(lang) if self.current.activity else ()

    def _result(self, lang: str) -> Mapping[str, Any] | None:
        active = self.current.active
        if active is None or self.answers is None:
            return None
        room = self.current.room
        context = ActivityContext(
            self.content, lang, self.base, room.code,
            shows_themes=room.view != "unsorted", orders_by_count=room.view == "by_count",
        )  # fmt: skip
        grouping = grouping_of(active.room)
        if grouping is not None:
            return grouped_result(self.groups, grouping, context, self.content)
        return model_of(active.activity).projector_result(self.answers, context)


class Projector:
    """The projector's use case: one look at the store, shared counts and layouts."""

    def __init__(
        self,
        store: Store,
        contents: Contents,
        tallies: ResultsCache,
        groups: RoomGroups,
        speaker_questions: SpeakerQuestions,
        present: Callable[[str], int],
        base: str,
    ) -> None:
        self._store, self._contents, self._results_cache, self._groups = store, contents, tallies, groups
        self._speaker_questions, self._present, self._base = speaker_questions, present, base

    def page(self, code: str, room: Room | None, address: str, lang: str, *, keys: bool) -> ProjectorPage:
        """What a page gives the projector once; `address` is the public one without a slash at its end.

        `room` is the one of this code, None where there is none.
        """
        addresses: ProjectorAddresses = {
            "code": grouped_code(code),
            "address": f"{shown_address(address)}/liity",
            "url": f"{address}/{code}",
            "qr": f"{self._base}/qr/{code}.svg",
            "closing": self._closing(room, address),
            "results": f"{shown_address(address)}{RESULTS_PATH}/{code}",
            "results_qr": f"{self._base}/qr{RESULTS_PATH}/{code}.svg",
        }
        texts = self._contents.of_room(room).texts[lang].section("screen")
        return {
            "room": code, "lang": lang, "base": self._base, "keys": keys, "addresses": addresses, "texts": texts,
        }  # fmt: skip

    def load(self, code: str, lang: str, item: str | None = None) -> Projected | None:
        """The room as it is projected now, or None where there is no such room; with `item`, that one alone."""
        live = self._store.read(table.current, code)
        if live is None:
            return None
        now = clock.now_ms()
        if item is not None:
            return self._one_item(live, item, lang, now)
        return self._projected(self._room(live, self._shown(live), now), lang, now)

    def _one_item(self, live: RoomState, item: str, lang: str, now: int) -> Projected:
        """One item, whatever is on; its keys mean nothing. A room without it says so."""
        shown = held_item(self._store, live, item)
        room = self._room(live, shown or without_item(live), now)
        projected = self._projected(replace(room, is_latest=True, intents={}), lang, now)
        return projected if shown else replace(projected, state={**projected.state, "hold": "missing"})

    def _projected(self, room: ProjectedRoom, lang: str, now: int) -> Projected:
        current = room.current
        last, active = current.round, current.active
        state = room.state(lang, now)
        counts_down = last is not None and last.closed_at is None and state["view"] != "questions"
        counts_down &= not current.room.own_pace  # days
        is_behind = state["view"] == "results" and active is not None and self._results_cache.is_behind(active.round.id)
        return Projected(state, now, last.ends_at if last and counts_down else None, is_behind)

    def _room(self, live: RoomState, current: RoomState, now: int) -> ProjectedRoom:
        code, last, active = live.room.code, current.round, current.active
        counted = self._results_cache.round_answers(code, active.activity.id, active.round.id) if active else None
        return ProjectedRoom(
            current=current,
            is_latest=current.round == live.round,
            content=self._contents.of_room(current.room),
            base=self._base,
            intents=self._intents(live, now),
            answered=self._store.read(answers.people, [last.id]).get(last.id, 0) if last else 0,
            present=self._present(code),
            answers=counted,
            groups=self._groups_of(current, counted, now),
            speaker_questions=self._speaker_questions.listed(live.room) if live.room.view == "questions" else (),
        )

    def _groups_of(self, current: RoomState, counted: RoundAnswers | None, now: int) -> RoundGroups | None:
        active = current.active
        if active is None or counted is None or active.room.grouping is None or active.round.is_open(now):
            return None
        return self._groups.of_round(active.room, active.activity, active.round, counted)

    def _closing(self, room: Room | None, address: str) -> str:
        """The address of the next steps, short enough to be typed where pages without a room show the same workshop."""
        closing = f"{shown_address(address)}/seuraavaksi"
        if room is None or self._contents.of_room(room) is self._contents.front():
            return closing
        return f"{closing}?huone={room.code}"

    def _shown(self, live: RoomState) -> RoomState:
        """What is on with the round that is projected: the latest one, unless the desk has chosen an earlier one."""
        chosen_round = live.room.shown_round
        if chosen_round is None or live.activity is None:
            return live
        rounds = self._store.read(table.rounds_of, live.room.id)
        earlier = next(
            (
                candidate
                for candidate in rounds
                if candidate.id == chosen_round and candidate.activity == live.activity.id
            ),
            live.round,
        )
        return RoomState(live.room, live.activity, earlier)

    def _intents(self, live: RoomState, now: int) -> dict[str, Intent]:
        """What the facilitator's keys mean; where nothing is on, the space bar opens the first of the programme."""
        if live.activity is not None:
            return key_intents(live.room, state_of(live.round, now), live.activity.name)
        first = self._store.read(table.activities_of, live.room.id)[0]
        return key_intents(live.room, state_of(self._store.read(table.latest_round, first.id), now), first.name)


def _empty(current: RoomState, lang: str) -> str | None:
    """The activity's own sentence for the time before the first answer."""
    text = model_of(current.activity).empty_text if current.activity else None
    return text(lang) if text else None


def _view(current: RoomState, now: int) -> str:
    """The view that is drawn: results that may not be shown yet leave the question."""
    if current.room.view not in RESULT_VIEWS:
        return current.room.view
    return "results" if _is_shown(current, now) else "question"


def _is_shown(current: RoomState, now: int) -> bool:
    """Whether the projector may show the results: by the activity's rule, and when the desk has chosen that view."""
    active = current.active
    if active is None or current.room.view not in RESULT_VIEWS or active.activity.results_rule == "never":
        return False
    return active.activity.results_rule != "closed" or not active.round.is_open(now)


def shown_address(address: str) -> str:
    """The address as people read it; browsers change one without a scheme to https, so only that is left out."""
    parts = urlsplit(address)
    return parts.netloc + parts.path if parts.scheme == "https" else address
