"""What the projector shows, as plain values for `components.projector`."""

from collections.abc import Callable, Mapping
from typing import Any, Literal, TypedDict
from urllib.parse import urlsplit

from server import clock
from server.store import Store, answers
from server.store import rooms as table
from server.store.rows import RoomState
from server.usecases.activities import model_of
from server.usecases.desk import state_of
from server.usecases.desk_actions import Intent, key_intents
from server.usecases.results_cache import ResultsCache
from server.usecases.rooms import grouped_code
from workshop.activities.context import ActivityContext
from workshop.content.loader import Content


class ProjectedRoom(TypedDict):
    """The room of a projector's state; `closing` is the address of the next steps."""

    code: str
    address: str
    url: str
    qr: str
    title: str
    closing: str


class ProjectorState(TypedDict):
    """What `components.projector.screen` draws; `result` is None or as the kind of question gives it."""

    lang: str
    keys: bool
    rev: int
    intents: Mapping[str, Intent]
    texts: Mapping[str, Any]
    view: str
    hold: Literal["pause", "ended", "gone"]
    room: ProjectedRoom
    question: str | None
    state: str | None
    closes_in_ms: int | None
    empty: str | None
    link: bool
    answered: int
    present: int
    result: Any


class Projector:
    """The projector's use case: one look at the store, shared counts and layouts."""

    def __init__(
        self, store: Store, content: Content, tallies: ResultsCache, present: Callable[[str], int], base: str
    ) -> None:
        self._store, self._content, self._results_cache = store, content, tallies
        self._present, self._base = present, base

    def data(self, code: str, address: str, lang: str, *, keys: bool) -> ProjectorState:
        """Everything the screen draws; `keys` lets the facilitator's keys work there.

        A room that is not there is drawn too: it may have been deleted while its projector was open.
        """
        live = self._store.read(table.current, code)
        if live is None:
            return self._gone(code, lang)
        now, current = clock.now_ms(), self._shown(live)
        room, last = current.room, current.round
        answered = self._store.read(answers.people, [last.id]).get(last.id, 0) if last else 0
        ends_in = last.ends_at - now if last and last.ends_at and last.is_open(now) else None
        return {
            "lang": lang,
            "keys": keys,
            "rev": room.rev,
            "intents": self._intents(live, now) if keys else {},
            "texts": self._content.texts[lang].section("screen"),
            "view": _view(current, now),
            "hold": "ended" if room.closed_at is not None else "pause",
            "room": {
                "code": grouped_code(room.code),
                "address": f"{_shown(address)}/liity",
                "url": f"{address}/{room.code}",
                "qr": f"{self._base}/qr/{room.code}.svg",
                "title": room.title,
                "closing": f"{_shown(address)}/seuraavaksi",
            },
            "question": self._question(current, live, lang),
            "state": state_of(last, now) if current.activity else None,
            "closes_in_ms": ends_in,
            "empty": _empty(current, lang),
            "link": current.activity is not None and not model_of(current.activity).takes_answers,
            "answered": answered,
            "present": max(self._present(code), answered if last and last.is_open(now) else 0),
            "result": self._result(current, lang) if _is_shown(current, now) else None,
        }

    def _gone(self, code: str, lang: str) -> ProjectorState:
        """The holding picture of a room that has been deleted."""
        return {
            "lang": lang,
            "keys": False,
            "rev": 0,
            "intents": {},
            "texts": self._content.texts[lang].section("screen"),
            "view": "hold",
            "hold": "gone",
            "room": {"code": grouped_code(code), "address": "", "url": "", "qr": "", "title": "", "closing": ""},
            "question": None,
            "state": None,
            "closes_in_ms": None,
            "empty": None,
            "link": False,
            "answered": 0,
            "present": 0,
            "result": None,
        }

    def _shown(self, live: RoomState) -> RoomState:
        """What is on with the round that is projected: the latest one, unless the desk has chosen an earlier one."""
        wanted = live.room.shown_round
        if wanted is None or live.activity is None:
            return live
        rounds = self._store.read(table.rounds_of, live.room.id)
        earlier = next((one for one in rounds if one.id == wanted and one.activity == live.activity.id), live.round)
        return RoomState(live.room, live.activity, earlier)

    def _intents(self, live: RoomState, now: int) -> dict[str, Intent]:
        """What the facilitator's keys mean; where nothing is on, the space bar opens the first of the programme."""
        if live.activity is not None:
            return key_intents(live.room, state_of(live.round, now), live.activity.name)
        first = self._store.read(table.activities_of, live.room.id)[0]
        return key_intents(live.room, state_of(self._store.read(table.latest_round, first.id), now), first.name)

    def _question(self, current: RoomState, live: RoomState, lang: str) -> str:
        """The question; of an earlier round, with its number."""
        if current.activity is None:
            return current.room.title
        question = model_of(current.activity).question(lang)
        if current.round is None or current.round == live.round or current.room.view != "results":
            return question
        return self._content.texts[lang]("screen.of_round", question=question, n=current.round.number)

    def _result(self, current: RoomState, lang: str) -> Mapping[str, Any] | None:
        active = current.active
        if active is None:
            return None
        round_answers = self._results_cache.round_answers(current.room.code, active.activity.id, active.round.id)
        context = ActivityContext(self._content, lang, self._base, current.room.code)
        return model_of(active.activity).projector_result(round_answers, context)


def _empty(current: RoomState, lang: str) -> str | None:
    """The activity's own sentence for the time before the first answer."""
    text = model_of(current.activity).empty_text if current.activity else None
    return text(lang) if text else None


def _view(current: RoomState, now: int) -> str:
    """The view that is drawn: results that may not be shown yet leave the question."""
    view = current.room.view
    return "question" if view == "results" and not _is_shown(current, now) else view


def _is_shown(current: RoomState, now: int) -> bool:
    """Whether the projector may show the results: by the activity's rule, and when the desk has chosen that view."""
    active = current.active
    if active is None or current.room.view != "results" or active.activity.results_rule == "never":
        return False
    return active.activity.results_rule != "closed" or not active.round.is_open(now)


def _shown(address: str) -> str:
    """The address as people read it: no scheme."""
    parts = urlsplit(address)
    return parts.netloc + parts.path
