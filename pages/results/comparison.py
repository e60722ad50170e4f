"""Two rounds of one question side by side: of this room, and for the organiser of any other room with the question."""

from dataclasses import dataclass

import streamlit as st

from components.lists import note
from components.text import untrusted_table
from pages.common.context import PageContext
from workshop.exports.comparison import compared
from workshop.exports.record import ActivityRecord, ChoiceResults, RoomRecord, RoundRecord, WordsResults
from workshop.exports.tables import ExportBasis, change_cells

COLUMNS = ("word", "before", "after", "difference", "change")


@dataclass(frozen=True)
class _Other:
    """A round that the chosen one can be compared with."""

    code: str
    title: str
    number: int


def comparison(ctx: PageContext, basis: ExportBasis, of: ActivityRecord, one: RoundRecord) -> None:
    """A fold with the choice of the earlier round and the changes; nothing where there is nothing to compare."""
    if not isinstance(one.results, WordsResults | ChoiceResults) or not one.people:
        return
    others = _others(ctx, basis.record, of, one)
    if not others:
        return
    with st.expander(ctx.text("results.compare"), key=f"compare_{of.activity.id}"):
        key = f"with_{of.activity.id}_{one.number}"
        chosen = st.selectbox(
            ctx.text("results.compare_with"), others, format_func=lambda other: _label(ctx, basis, other), key=key
        )
        before = _round(ctx, basis.record, chosen, of)
        if before is None:
            return
        changes = compared(of.activity, before.results, one.results, ctx.lang)
        kinds = [change.kind for change in changes]
        counted = {kind: kinds.count(kind) for kind in ("new", "grown", "fallen", "gone")}
        if isinstance(one.results, WordsResults):
            note(ctx.text("results.changes", **counted))
        columns = [basis.heading(name) for name in COLUMNS]
        untrusted_table(columns, [change_cells(ctx.text, change) for change in changes], key=f"changes_{key}")


def _others(ctx: PageContext, record: RoomRecord, of: ActivityRecord, one: RoundRecord) -> list[_Other]:
    """The other rounds, the nearest first."""
    here = [_Other(record.code, record.title, r.number) for r in of.rounds if r.number != one.number and r.people]
    elsewhere = []
    if ctx.is_organiser:
        for room in ctx.service.rooms.all():
            if room.code != record.code:
                rounds = ctx.service.results.rounds(room.code)
                numbers = [r.round.number for r in rounds if r.activity == of.activity]
                elsewhere += [_Other(room.code, room.title, number) for number in numbers]
    return sorted(here, key=lambda other: abs(other.number - one.number)) + elsewhere


def _label(ctx: PageContext, basis: ExportBasis, other: _Other) -> str:
    if other.code == basis.record.code:
        return ctx.text("results.round_here", n=other.number)
    return ctx.text("results.round_elsewhere", title=other.title, code=other.code, n=other.number)


def _round(ctx: PageContext, record: RoomRecord, other: _Other, of: ActivityRecord) -> RoundRecord | None:
    """The round, with its counts."""
    whole = record if other.code == record.code else ctx.service.results.record(other.code)
    for activity, one in whole.all_rounds():
        if activity.activity.id == of.activity.id and one.number == other.number:
            return one
    return None
