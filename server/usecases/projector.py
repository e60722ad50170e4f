"""What the projector shows, as plain values for the screen component."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from server import clock
from server.store import Store, answers
from server.store import rooms as table
from server.store.rows import ActiveRound, RoomState
from server.usecases.activities import model_of
from server.usecases.desk import state_of
from server.usecases.desk_actions import Intent, key_intents
from server.usecases.results_cache import ResultsCache
from server.usecases.rooms import spaced
from workshop.activities.models import AssessmentActivity, ChoiceActivity, LinkActivity, QuizActivity, WordsActivity
from workshop.assessment.criteria import LEVELS
from workshop.assessment.form import level_counts
from workshop.content.loader import Content
from workshop.quiz.rules import type_counts
from workshop.words.cloud.layout import TALL, WIDE

MAX_LISTED = 200
INKS = ("jarvi", "lakka", "kanerva", "yo", "kuusi")


class Projector:
    """The projector's use case: one look at the store, shared counts and layouts."""

    def __init__(
        self, store: Store, content: Content, tallies: ResultsCache, present: Callable[[str], int], base: str
    ) -> None:
        self._store, self._content, self._results_cache = store, content, tallies
        self._present, self._base = present, base

    def data(self, code: str, address: str, lang: str, *, keys: bool) -> dict[str, Any]:
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
                "code": spaced(room.code),
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
            "link": current.activity is not None and isinstance(model_of(current.activity), LinkActivity),
            "answered": answered,
            "present": max(self._present(code), answered if last and last.is_open(now) else 0),
            "result": self._result(current, lang) if _is_shown(current, now) else None,
        }

    def _gone(self, code: str, lang: str) -> dict[str, Any]:
        """The holding picture of a room that has been deleted."""
        return {
            "lang": lang,
            "keys": False,
            "rev": 0,
            "intents": {},
            "texts": self._content.texts[lang].section("screen"),
            "view": "hold",
            "hold": "gone",
            "room": {"code": spaced(code), "address": "", "url": "", "qr": "", "title": "", "closing": ""},
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

    def _result(self, current: RoomState, lang: str) -> dict[str, Any] | None:
        active = current.active
        if active is None:
            return None
        activity = model_of(active.activity)
        if isinstance(activity, WordsActivity):
            return self._words(active)
        if isinstance(activity, ChoiceActivity):
            counted = self._results_cache.choice(active.round.id, activity, lang)
            notes = [activity.note(lang)] if activity.note else []
            notes += [self._content.texts[lang]("ballot.rounded")] if counted["rounded"] else []
            return {"kind": "choice", **counted, "note": " ".join(notes) or None}
        if isinstance(activity, QuizActivity):
            return self._quiz(active, lang)
        if isinstance(activity, AssessmentActivity):
            return self._assessment(active, lang)
        return None

    def _quiz(self, active: ActiveRound, lang: str) -> dict[str, Any]:
        """The crowd's types; one who is two types stands in both."""
        quiz = self._content.quiz
        found = type_counts(quiz, self._results_cache.forms(active.round.id))
        types = [
            {
                "id": one.id,
                "title": one.title(lang),
                "count": found.counts[one.id],
                "picture": f"{self._base}/assets/svg/{one.picture}" if one.picture else None,
                "ink": INKS[place % len(INKS)],
            }
            for place, one in enumerate(quiz.types)
        ]
        lacking = [quiz.type(name).title(lang) for name in found.missing]
        note = self._content.texts[lang]("results.dual", n=found.dual) if found.dual else None
        return {"kind": "quiz", "n": found.n, "types": types, "lacking": lacking, "note": note}

    def _assessment(self, active: ActiveRound, lang: str) -> dict[str, Any]:
        """The group's counts, level by level; hidden while the group is small."""
        criteria, forms = self._content.criteria, self._results_cache.forms(active.round.id)
        rows = level_counts(criteria, forms, self._content.min_group)
        if rows is None:
            return {"kind": "assessment", "n": len(forms), "hidden": True, "needed": self._content.min_group}
        return {
            "kind": "assessment",
            "n": len(forms),
            "level_labels": [criteria.levels.for_level(level)(lang) for level in LEVELS],
            "criteria": [
                {
                    "label": criteria.criterion(row.criterion).label(lang),
                    "levels": list(row.counts),
                    "unknown": row.unknown,
                }
                for row in rows
            ],
        }

    def _words(self, active: ActiveRound) -> dict[str, Any]:
        where = (active.room.code, active.activity.id, active.round.id)
        words = self._results_cache.words(*where)
        wide, tall = (self._results_cache.cloud(*where, frame) for frame in (WIDE, TALL))
        return {
            "kind": "words",
            "wide": wide.drawing(),
            "tall": tall.drawing(),
            "list": [[entry.text, entry.count] for entry in words.shown[:MAX_LISTED]],
            "unlisted": max(0, len(words.shown) - MAX_LISTED),
            "left_out": wide.left_out,
            "people": words.people,
        }


def _empty(current: RoomState, lang: str) -> str | None:
    """The activity's own sentence for the time before the first answer."""
    activity = model_of(current.activity) if current.activity else None
    return activity.empty(lang) if isinstance(activity, WordsActivity) and activity.empty else None


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
