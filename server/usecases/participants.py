"""What participants' pages are sent: the API's state and results."""

import json
from dataclasses import dataclass, replace
from typing import Any, cast

from server import clock
from server.store import Store, answers, own_pace
from server.store import rooms as table
from server.store.rows import ActiveRound, Room, RoomState, Round
from server.usecases.activities import model_of
from server.usecases.contents import Contents
from server.usecases.earlier_rounds import earlier_rounds
from server.usecases.payloads import ApiEarlier, ApiLink, ApiOwnPace, ApiResults, ApiState
from server.usecases.phone_modules import PhoneModules
from server.usecases.reading import ReadingPages
from server.usecases.results_cache import ResultsCache
from server.usecases.room_versions import RoomVersions
from server.usecases.rooms import RESULTS_PATH
from server.usecases.shared_results import SharedResults
from server.usecases.speaker_questions import takes_questions
from server.usecases.spoken_moment import spoken_moment
from workshop.activities.context import ActivityContent, ActivityContext
from workshop.activities.groups import tells_of_groups
from workshop.activities.registry import Activity
from workshop.errors import PropelliError

CLOSING = "/seuraavaksi"


class ResultsHiddenError(PropelliError):
    """The facilitator does not show the results to phones now."""

    id = "results"


@dataclass(frozen=True)
class Modules:
    """The parts of the page that phones fetch when they are needed."""

    speaker: PhoneModules
    shown_words: PhoneModules
    own_pace: PhoneModules
    another_person: PhoneModules


@dataclass(frozen=True)
class ParticipantState:
    """What is on, ready to be told in any language at any time; without `reading` or `modules`, no such page goes.

    `tells_of_groups`: people are told before they answer that answers are looked at by group. `earlier` are the results
    to look at while nothing is asked. `items` are the questions at one's own pace, each as if it alone were on.
    """

    current: RoomState
    content: ActivityContent
    base: str
    reading: ReadingPages | None
    tells_of_groups: bool = False
    earlier: tuple[ActiveRound, ...] = ()
    modules: Modules | None = None
    items: tuple["ParticipantState", ...] = ()

    def ends_in_ms(self, now: int) -> int | None:
        """Milliseconds to the end of the countdown, or None where none runs."""
        last_round = self._timed
        if last_round is None or last_round.ends_at is None or not last_round.is_open(now):
            return None
        return last_round.ends_at - now

    @property
    def counts_down(self) -> bool:
        """Whether the clock alone opens or closes the question."""
        last_round = self._timed
        return last_round is not None and last_round.ends_at is not None and last_round.closed_at is None

    @property
    def _timed(self) -> Round | None:
        """The round whose countdown is told; questions at one's own pace end together."""
        return self.items[0].current.round if self.items else self.current.round

    def is_newer(self, rev: int, now: int) -> bool:
        """Whether a phone that knows `rev` has something to hear; the end of a countdown changes no revision."""
        return self.current.room.rev > rev or (self.counts_down and self.ends_in_ms(now) is None)

    def payload(self, lang: str, now: int) -> ApiState:
        """The API's `state`."""
        room, active = self.current.room, self.current.active
        common: dict[str, Any] = {"rev": room.rev, "room": room.code, "lang": room.lang, "round": None}
        common |= {"locked": room.locked, "ended": room.closed_at is not None}
        if takes_questions(room):
            common["questions"] = True  # a form has its own questions under this name
            common |= {"speaker": self.modules.speaker.address(room, lang)} if self.modules else {}
        if room.shared_phones and self.modules:
            common["another"] = self.modules.another_person.address(room, lang)
        if room.own_pace and self.modules:
            common["own_pace"] = self._own_pace(self.modules, lang, now)
        if active is None or room.own_pace:
            common["links"] = [*self._results(lang), self._closing(lang)] if common["ended"] else []
            if self.earlier:
                common["earlier"] = [self._earlier(active, lang) for active in self.earlier]
            nothing = {"kind": "words", "question": "", "open": False, "closes_in_ms": None, "results": "hidden"}
            return cast("ApiState", common | nothing)
        activity = model_of(active.activity)
        state = {
            **common,
            "round": active.round.public_id,
            "kind": activity.api_kind,
            "question": activity.question(lang),
            **({"help": activity.help(lang)} if activity.help else {}),
            **self._groups_note(activity, lang),
            **activity.state_fields(ActivityContext(self.content, lang, self.base, room.code)),
            **self._reading(activity.shown_page, lang),
            **self._shown_words(activity, lang),
            "open": active.round.is_open(now),
            "closes_in_ms": self.ends_in_ms(now),
            "results": "shown" if shows_results(active, now) else "hidden",
        }
        return cast("ApiState", state)

    def _own_pace(self, modules: Modules, lang: str, now: int) -> ApiOwnPace:
        """What is answered in any order; each item is the state of its question alone, without a countdown."""
        items = []
        for item in self.items:
            active = item.current.active
            minutes = model_of(active.activity).minutes if active else None
            plan = {"minutes": minutes} if minutes else {}
            items.append(cast("ApiState", {**item.payload(lang, now), "closes_in_ms": None, **plan}))
        ends_at = self._timed.ends_at if self._timed else None
        until = None if ends_at is None else spoken_moment(ends_at, self.content.texts[lang])
        room = self.current.room
        return {**modules.own_pace.address(room, lang), "title": room.title, "until": until, "items": items}

    def _earlier(self, active: ActiveRound, lang: str) -> ApiEarlier:
        activity = model_of(active.activity)
        fields = activity.state_fields(ActivityContext(self.content, lang, self.base, self.current.room.code))
        return {
            "round": active.round.public_id,
            "kind": activity.api_kind,
            "question": activity.question(lang),
            "multiple": bool(fields.get("multiple")),
        }

    def _groups_note(self, activity: Activity, lang: str) -> dict[str, str]:
        """That answers are looked at by group, where this is told before the question."""
        if not self.tells_of_groups:
            return {}
        key = "participant.groups_asked" if activity.is_background else "participant.groups_follow"
        return {"groups_note": self.content.texts[lang](key, n=self.content.min_group)}

    def _results(self, lang: str) -> list[ApiLink]:
        """Where the results can be read while they are published."""
        room = self.current.room
        if room.published_at is None:
            return []
        label = self.content.texts[lang]("participant.published_results")
        return [{"label": label, "href": f"{self.base}{RESULTS_PATH}/{room.code}?kieli={lang}"}]

    def _closing(self, lang: str) -> ApiLink:
        """Where an ended workshop goes on."""
        label = self.content.texts[lang]("app.pages.closing")
        href = f"{self.base}{CLOSING}?huone={self.current.room.code}&kieli={lang}"
        return cast("ApiLink", {"label": label, "href": href, **self._reading(CLOSING, lang)})

    def _reading(self, address: str | None, lang: str) -> dict[str, Any]:
        page = self.reading.page(self.current.room, address, lang) if self.reading else None
        return {"reading": page} if page else {}

    def _shown_words(self, activity: Activity, lang: str) -> dict[str, Any]:
        if not activity.has_words or self.modules is None:
            return {}
        return {"shown_words": self.modules.shown_words.address(self.current.room, lang)}

    def message(self, lang: str) -> bytes:
        """The state as one event of the stream."""
        return f"data: {json.dumps(self.payload(lang, clock.now_ms()), ensure_ascii=False)}\n\n".encode()


def shows_results(active: ActiveRound, now: int) -> bool:
    """Whether phones may fetch the results now; "own" is checked for each person when they ask."""
    if not active.activity.phone_results:
        return False
    rule = active.activity.results_rule
    return rule in {"always", "own"} or (rule == "closed" and not active.round.is_open(now))


class Participants:
    """Use cases behind the live routes that read."""

    def __init__(
        self,
        store: Store,
        contents: Contents,
        tallies: ResultsCache,
        versions: RoomVersions,
        reading: ReadingPages,
        modules: Modules,
        base: str,
    ) -> None:
        self._store, self._contents, self._results_cache, self._base = store, contents, tallies, base
        self._versions, self._reading, self._modules = versions, reading, modules
        self.shared: SharedResults[bytes] = SharedResults()

    def state(self, code: str) -> ParticipantState | None:
        """What is on in the room, or None where there is no such room."""
        current = self._store.read(table.current, code)
        if current is None:
            return None
        now, content = clock.now_ms(), self._contents.of_room(current.room)
        earlier: tuple[ActiveRound, ...] = ()
        if current.room.own_pace:
            items = self._items(current.room, content)
            return ParticipantState(current, content, self._base, self._reading, modules=self._modules, items=items)
        if current.active is None and current.room.closed_at is None:
            earlier = earlier_rounds(self._store, current.room, lambda active: shows_results(active, now))
        groups = self._tells_of_groups(current)
        return ParticipantState(current, content, self._base, self._reading, groups, earlier, self._modules)

    def _items(self, room: Room, content: ActivityContent) -> tuple[ParticipantState, ...]:
        programme = [model_of(listed) for listed in self._store.read(table.activities_of, room.id)]
        alone = replace(room, own_pace=False, speaker_questions=False, shared_phones=False)
        return tuple(
            ParticipantState(
                RoomState(alone, active.activity, active.round), content, self._base, self._reading,
                tells_of_groups(programme, active.activity.name),
            )
            for active in self._store.read(own_pace.opened, room)
        )  # fmt: skip

    def _tells_of_groups(self, current: RoomState) -> bool:
        if current.active is None:
            return False
        programme = [model_of(listed) for listed in self._store.read(table.activities_of, current.room.id)]
        return tells_of_groups(programme, current.active.activity.name)

    def results(self, current: RoomState, participant: bytes | None, lang: str) -> bytes:
        """The API's `results` of what is on as JSON; the same bytes for all who may see them.

        Raises ResultsHiddenError.
        """
        active = current.active
        if active is None or not shows_results(active, clock.now_ms()):
            raise ResultsHiddenError
        if active.activity.results_rule == "own" and not self._has_answered(active.round, participant):
            raise ResultsHiddenError
        code = current.room.code
        key = (code, active.round.id, lang)
        return self.shared.get(key, self._versions.get(code), lambda: self._encoded(active, lang))

    def results_at_hand(self, state: ParticipantState, round_id: str | None, lang: str) -> bytes | None:
        """The results of what is on, named or not, where they are made already and everybody may see them.

        Nothing is waited for; None where `results` or `round_results` are to be asked.
        """
        active = state.current.active
        if active is None or state.items or round_id not in (None, active.round.public_id):
            return None
        if active.activity.results_rule == "own" or not shows_results(active, clock.now_ms()):
            return None
        code = state.current.room.code
        return self.shared.at_hand((code, active.round.id, lang), self._versions.get(code))

    def round_results(
        self, state: ParticipantState, round_id: str, participant: bytes | None, lang: str
    ) -> bytes:  # fmt: skip
        """The same of a round that is named: what is on, a question at one's own pace, or while nothing is asked one
        that is over. Raises ResultsHiddenError."""
        if state.current.round and state.current.round.public_id == round_id and not state.items:
            return self.results(state.current, participant, lang)
        for item in state.items:
            if item.current.round and item.current.round.public_id == round_id:
                return self.results(item.current, participant, lang)
        active = next((active for active in state.earlier if active.round.public_id == round_id), None)
        if active is None:
            raise ResultsHiddenError
        code = state.current.room.code
        key = (code, active.round.id, lang)
        return self.shared.get(key, self._versions.get(code), lambda: self._encoded(active, lang))

    def _encoded(self, active: ActiveRound, lang: str) -> bytes:
        round_answers = self._results_cache.round_answers(active.room.code, active.activity.id, active.round.id)
        context = ActivityContext(self._contents.of_room(active.room), lang, self._base, active.room.code)
        results = model_of(active.activity).participant_results(round_answers, context)
        if results is None:
            raise ResultsHiddenError
        payload = cast("ApiResults", {"round": active.round.public_id, **results})
        return json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode()

    def _has_answered(self, last_round: Round, participant: bytes | None) -> bool:
        return participant is not None and bool(self._store.read(answers.own, last_round.id, participant))
