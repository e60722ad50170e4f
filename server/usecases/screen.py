"""What the projector shows, as plain values for the screen component."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from server import clock
from server.store import Store, answers
from server.store import rooms as table
from server.store.rows import Current, On
from server.usecases.activities import model_of
from server.usecases.desk import state_of
from server.usecases.rooms import spaced
from server.usecases.tallies import Tallies
from workshop.assessment_form import group
from workshop.content import Content
from workshop.criteria import LEVELS
from workshop.programme import AssessmentActivity, ChoiceActivity, LinkActivity, QuizActivity, WordsActivity
from workshop.quiz import crowd
from workshop.words.layout import TALL, WIDE

INKS = ("jarvi", "lakka", "kanerva", "yo", "kuusi")


class Screen:
    """The projector's use case: one look at the store, shared counts and layouts."""

    def __init__(
        self, store: Store, content: Content, tallies: Tallies, present: Callable[[str], int], base: str
    ) -> None:
        self._store, self._content, self._tallies = store, content, tallies
        self._present, self._base = present, base

    def data(self, code: str, address: str, lang: str, *, keys: bool) -> dict[str, Any]:
        """Everything the screen draws; `keys` lets the facilitator's keys work there. Raises UnknownRoomError."""
        current = self._store.read(table.current, code)
        if current is None:
            raise table.UnknownRoomError
        now, room, last = clock.now_ms(), current.room, current.round
        answered = self._store.read(answers.people, [last.id]).get(last.id, 0) if last else 0
        ends_in = last.ends_at - now if last and last.ends_at and last.is_open(now) else None
        return {
            "lang": lang,
            "keys": keys,
            "texts": self._content.texts[lang].section("screen"),
            "view": _view(current, now),
            "room": {
                "code": spaced(room.code),
                "address": f"{_shown(address)}/liity",
                "url": f"{address}/{room.code}",
                "qr": f"{self._base}/qr/{room.code}.svg",
                "title": room.title,
            },
            "question": model_of(current.activity).question(lang) if current.activity else room.title,
            "state": state_of(last, now) if current.activity else None,
            "closes_in_ms": ends_in,
            "empty": _empty(current, lang),
            "link": current.activity is not None and isinstance(model_of(current.activity), LinkActivity),
            "answered": answered,
            "present": max(self._present(code), answered if last and last.is_open(now) else 0),
            "result": self._result(current, lang) if _is_shown(current, now) else None,
        }

    def _result(self, current: Current, lang: str) -> dict[str, Any] | None:
        on = current.on
        if on is None:
            return None
        activity = model_of(on.activity)
        if isinstance(activity, WordsActivity):
            return self._words(on)
        if isinstance(activity, ChoiceActivity):
            counted = self._tallies.choice(on.round.id, activity, lang)
            notes = [activity.note(lang)] if activity.note else []
            notes += [self._content.texts[lang]("ballot.rounded")] if counted["rounded"] else []
            return {"kind": "choice", **counted, "note": " ".join(notes) or None}
        if isinstance(activity, QuizActivity):
            return self._quiz(on, lang)
        if isinstance(activity, AssessmentActivity):
            return self._assessment(on, lang)
        return None

    def _quiz(self, on: On, lang: str) -> dict[str, Any]:
        """The crowd's types; one who is two types stands in both."""
        quiz = self._content.quiz
        found = crowd(quiz, self._tallies.forms(on.round.id))
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

    def _assessment(self, on: On, lang: str) -> dict[str, Any]:
        """The group's counts, level by level; hidden while the group is small."""
        criteria, forms = self._content.criteria, self._tallies.forms(on.round.id)
        rows = group(criteria, forms, self._content.min_group)
        if rows is None:
            return {"kind": "assessment", "n": len(forms), "hidden": True, "needed": self._content.min_group}
        return {
            "kind": "assessment",
            "n": len(forms),
            "level_labels": [criteria.levels.at(level)(lang) for level in LEVELS],
            "criteria": [
                {
                    "label": criteria.criterion(row.criterion).label(lang),
                    "levels": list(row.counts),
                    "unknown": row.unknown,
                }
                for row in rows
            ],
        }

    def _words(self, on: On) -> dict[str, Any]:
        where = (on.room.code, on.activity.id, on.round.id)
        words = self._tallies.words(*where)
        wide, tall = (self._tallies.cloud(*where, frame) for frame in (WIDE, TALL))
        return {
            "kind": "words",
            "wide": wide.drawing(),
            "tall": tall.drawing(),
            "list": [[entry.text, entry.count] for entry in words.shown],
            "left_out": wide.left_out,
        }


def _empty(current: Current, lang: str) -> str | None:
    """The activity's own sentence for the time before the first answer."""
    activity = model_of(current.activity) if current.activity else None
    return activity.empty(lang) if isinstance(activity, WordsActivity) and activity.empty else None


def _view(current: Current, now: int) -> str:
    """The view that is drawn: results that may not be shown yet leave the question."""
    view = current.room.view
    return "question" if view == "results" and not _is_shown(current, now) else view


def _is_shown(current: Current, now: int) -> bool:
    """Whether the projector may show the results: by the activity's rule, and when the desk has chosen that view."""
    on = current.on
    if on is None or current.room.view != "results" or on.activity.results_rule == "never":
        return False
    return on.activity.results_rule != "closed" or not on.round.is_open(now)


def _shown(address: str) -> str:
    """The address as people read it: no scheme."""
    parts = urlsplit(address)
    return parts.netloc + parts.path
