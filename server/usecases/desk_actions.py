"""The actions of the desk and the projector by name: each done once, or refused with an error.

A press says what its label said (the action and its arguments) and the `rev` that the label was drawn for. The actions
that steer the room are refused where the room has changed since; the others name the state that they lead to.
"""

from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, ValidationError, validate_call

from server.store.rows import RESULT_VIEWS, ResultsRule, Room, View
from server.usecases.control import Control
from server.usecases.desk import State
from server.usecases.floods import Floods, Whose
from server.usecases.groups import Grouping, GroupingLayout
from server.usecases.moderation import Moderation
from server.usecases.own_pace import OwnPace
from server.usecases.questions import Questions
from server.usecases.rooms import Rooms
from server.usecases.sorting import Sorting
from server.usecases.speaker_questions import Mark, SpeakerQuestions
from server.usecases.votes import Votes, VoteSource
from workshop.activities.vote_options import VoteKind, vote_item
from workshop.content.texts import Language
from workshop.errors import PropelliError

Action = Callable[..., Any]
WordKind = Literal["hide", "restore", "join", "apart", "keep", "approve", "undo"]


MODERATOR_ACTIONS = frozenset({"words", "place", "name_theme", "remove_theme", "mark_speaker_question"})
"""What a moderator's link lets one do; everything else is the facilitator's alone."""

Languages = Annotated[list[Language], Field(min_length=1, max_length=3)]
GroupId = Annotated[str, Field(max_length=40, pattern=r"^([*]|[a-z0-9_]*)$")]
Intent = Mapping[str, Any]
"""An action and its arguments: `{"action": "close", "arguments": {}}`."""


def _checked(action: Action) -> Action:
    """The same action, refusing arguments that are not of their kind."""
    return validate_call(config=ConfigDict(strict=True))(action)


class UnknownActionError(PropelliError):
    """There is no such action, or its arguments are not of their kind."""

    id = "action"


class DeskActions:
    """Every change that a facilitator makes, behind one call."""

    def __init__(
        self,
        control: Control,
        rooms: Rooms,
        questions: Questions,
        moderation: Moderation,
        floods: Floods,
        sorting: Sorting,
        votes: Votes,
        speaker_questions: SpeakerQuestions,
        own_pace: OwnPace,
    ) -> None:
        self._control, self._rooms, self._questions, self._moderation = control, rooms, questions, moderation
        self._floods, self._sorting, self._votes = floods, sorting, votes
        self._speaker_questions, self._own_pace = speaker_questions, own_pace
        actions: Mapping[str, Action] = {
            "open": self._open,
            "close": self._close,
            "choose": self._choose,
            "step": self._step,
            "count_down": self._count_down,
            "limit": self._limit,
            "extend": self._extend,
            "show": self._show,
            "show_round": self._show_round,
            "group_by": self._group_by,
            "results_rule": self._results_rule,
            "phone_results": self._phone_results,
            "new_round": self._new_round,
            "undo_round": self._undo_round,
            "add_question": self._add_question,
            "edit_question": self._edit_question,
            "words": self._words,
            "place": self._place,
            "name_theme": self._name_theme,
            "remove_theme": self._remove_theme,
            "vote": self._vote,
            "withdraw": self._withdraw,
            "put_back": self._put_back,
            "accept_flood": self._accept_flood,
            "rename": self._rename,
            "lock": self._lock,
            "publish": self._publish,
            "approval": self._approval,
            "begin_own_pace": self._begin_own_pace,
            "end_own_pace": self._end_own_pace,
            "share_phones": self._share_phones,
            "speaker_questions": self._switch_speaker_questions,
            "mark_speaker_question": self._mark_speaker_question,
            "new_link": self._new_link,
            "new_moderator_link": self._new_moderator_link,
            "end": self._end,
            "reopen": self._reopen,
        }
        self._actions = {name: _checked(action) for name, action in actions.items()}

    def do(self, code: str, action: str, arguments: Mapping[str, Any], rev: int | None) -> None:
        """Does the action once. Raises UnknownActionError, ChangedElsewhereError, or what the action itself raises."""
        if action not in self._actions:
            raise UnknownActionError
        try:
            self._actions[action](code, rev, **arguments)
        except ValidationError as error:
            raise UnknownActionError from error

    def _open(self, code: str, rev: int | None, *, activity: str) -> None:
        self._control.open(code, activity, rev)

    def _close(self, code: str, rev: int | None) -> None:
        self._control.close(code, rev)

    def _choose(self, code: str, rev: int | None, *, activity: str) -> None:
        self._control.choose(code, activity, rev)

    def _step(self, code: str, rev: int | None, *, by: Literal[-1, 1]) -> None:
        self._control.step(code, by, rev)

    def _count_down(self, code: str, rev: int | None, *, seconds: int) -> None:
        """Opens the question for so long."""
        self._control.count_down(code, seconds, rev)

    def _limit(self, code: str, rev: int | None, *, seconds: int | None) -> None:
        """Sets or takes away the end of the question that is open."""
        self._control.count_down(code, seconds, rev, only_open=True)

    def _extend(self, code: str, rev: int | None, *, seconds: int) -> None:
        self._control.extend(code, seconds, rev)

    def _show(self, code: str, rev: int | None, *, view: View) -> None:
        self._control.show(code, view, rev)

    def _show_round(self, code: str, rev: int | None, *, number: int) -> None:
        self._control.show_round(code, number, rev)

    def _group_by(
        self, code: str, rev: int | None, *, layout: Literal["whole"] | GroupingLayout, group: GroupId
    ) -> None:
        """Looks at the answers by group, or at all together; `group` is empty where no single one is meant."""
        if (layout in {"alone", "beside"}) != bool(group):
            raise UnknownActionError
        self._control.group_by(code, None if layout == "whole" else Grouping(layout, group).stored, rev)

    def _results_rule(self, code: str, rev: int | None, *, rule: ResultsRule) -> None:
        self._control.show_results(code, rule, rev)

    def _phone_results(self, code: str, rev: int | None, *, on: bool) -> None:
        self._control.show_results(code, None, rev, phones=on)

    def _new_round(self, code: str, rev: int | None, *, activity: str) -> None:
        self._control.open(code, activity, rev, new_round=True)

    def _undo_round(self, code: str, rev: int | None) -> None:
        self._control.undo_round(code, rev)

    def _add_question(
        self, code: str, rev: int | None, *, item: dict[str, Any], languages: Languages, opens: bool
    ) -> None:
        self._questions.add(code, item, languages, opens=opens)

    def _edit_question(
        self, code: str, rev: int | None, *, name: str, item: dict[str, Any], languages: Languages
    ) -> None:
        self._questions.edit(code, name, item, languages)

    def _words(
        self,
        code: str,
        rev: int | None,
        *,
        activity: int,
        kind: WordKind,
        keys: list[str],
        target: str | None,
        decision: int | None,
    ) -> None:
        """A press of the desk's list of words; `decision` is the one to undo."""
        is_whole = (kind == "undo") == (decision is not None) and (kind == "join") == (target is not None)
        if not is_whole or not (keys or kind == "undo") or not self._control.has(code, activity):
            raise UnknownActionError
        self._moderation.act(code, activity, {"action": kind, "keys": keys, "target": target, "decision": decision})

    def _place(self, code: str, rev: int | None, *, activity: int, keys: list[str], theme: str | None) -> None:
        """Puts entries into a theme; None takes them out of theirs."""
        self._sorting.place(code, activity, keys, theme)

    def _name_theme(self, code: str, rev: int | None, *, activity: int, theme: str | None, label: str) -> None:
        """A new theme, or with `theme` another name for one."""
        self._sorting.name(code, activity, theme, label)

    def _remove_theme(self, code: str, rev: int | None, *, activity: int, theme: str) -> None:
        self._sorting.remove(code, activity, theme)

    def _vote(
        self,
        code: str,
        rev: int | None,
        *,
        activity: int,
        source: VoteSource,
        chosen: list[str],
        kind: VoteKind,
        question: str,
        lang: Language,
        opens: bool,
    ) -> None:
        """Makes a question whose options are answers or themes of another."""
        labels = self._votes.labels(code, activity, source, chosen, lang)
        self._questions.add(code, vote_item(kind, question, labels, lang), [lang], opens=opens)

    def _withdraw(self, code: str, rev: int | None, *, whose: Whose) -> None:
        self._floods.withdraw(code, whose)

    def _put_back(self, code: str, rev: int | None, *, withdrawal: int) -> None:
        self._floods.put_back(code, withdrawal)

    def _accept_flood(self, code: str, rev: int | None) -> None:
        self._floods.accept(code)

    def _rename(self, code: str, rev: int | None, *, title: str) -> None:
        self._rooms.rename(code, title)

    def _lock(self, code: str, rev: int | None, *, locked: bool) -> None:
        self._rooms.lock(code, locked=locked)

    def _publish(self, code: str, rev: int | None, *, published: bool) -> None:
        self._rooms.publish(code, published=published)

    def _approval(self, code: str, rev: int | None, *, on: bool, keeps: bool) -> None:
        self._moderation.set_approval(code, on=on, keeps=keeps)

    def _new_link(self, code: str, rev: int | None, *, key_number: int) -> None:
        self._rooms.new_link(code, key_number)

    def _new_moderator_link(self, code: str, rev: int | None, *, key_number: int) -> None:
        self._rooms.new_moderator_link(code, key_number)

    def _switch_speaker_questions(self, code: str, rev: int | None, *, on: bool) -> None:
        self._speaker_questions.switch(code, on=on)

    def _mark_speaker_question(self, code: str, rev: int | None, *, question: int, state: Mark) -> None:
        self._speaker_questions.mark(code, question, state)

    def _begin_own_pace(self, code: str, rev: int | None, *, first: str, last: str, ends_at: int | None) -> None:
        self._own_pace.begin(code, first, last, ends_at, rev)

    def _end_own_pace(self, code: str, rev: int | None) -> None:
        self._own_pace.end(code, rev)

    def _share_phones(self, code: str, rev: int | None, *, on: bool) -> None:
        self._rooms.share_phones(code, on=on)

    def _end(self, code: str, rev: int | None) -> None:
        self._rooms.end(code)

    def _reopen(self, code: str, rev: int | None) -> None:
        self._rooms.reopen(code)


def toggle(state: State, activity: str) -> Intent:
    """What the one large button and the space bar do to an activity in this state."""
    if state == "open":
        return {"action": "close", "arguments": {}}
    return {"action": "open", "arguments": {"activity": activity}}


def key_intents(room: Room, state: State, activity: str) -> dict[str, Intent]:
    """What the facilitator's keys mean now: `toggle`, `next`, `previous`, `results` and `hold`.

    The way back from the holding picture is a guess that reveals nothing; a page that saw more knows better.
    """
    other: View = "question" if room.view in RESULT_VIEWS else "results"
    opened: View = "results" if state == "closed" else "question"
    before: View = "join" if room.activity is None else opened
    return {
        "toggle": toggle(state, activity),
        "next": {"action": "step", "arguments": {"by": 1}},
        "previous": {"action": "step", "arguments": {"by": -1}},
        "results": {"action": "show", "arguments": {"view": other}},
        "hold": {"action": "show", "arguments": {"view": before if room.view == "hold" else "hold"}},
    }
