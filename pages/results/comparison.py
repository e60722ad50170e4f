"""Two rounds of one question side by side: of this room, and for the organiser of any other room with the question."""

from dataclasses import dataclass

import streamlit as st

from components.lists import note
from components.text import untrusted_table
from pages.common.context import PageContext
from workshop.activities.registry import exports_of
from workshop.exports.comparison import compared
from workshop.exports.record import ActivityRecord, RoomRecord, RoundRecord
from workshop.exports.tables import ExportBasis, change_cells

COLUMNS = ("word", "before", "after", "difference", "change")


@dataclass(frozen=True)
class _Other:
    """A round that the chosen one can be compared with."""

    code: str
    title: str
    number: int


def comparison(ctx: PageContext, basis: ExportBasis, activity: ActivityRecord, shown: RoundRecord) -> None:
    """A fold with the choice of the earlier round and the changes; nothing where there is nothing to compare."""
    exports = exports_of(activity.activity)
    if not exports.is_comparable or not shown.people:
        return
    others = _others(ctx, basis.record, activity, shown)
    if not others:
        return
    with st.expander(ctx.text("results.compare"), key=f"compare_{activity.activity.id}"):
        key = f"with_{activity.activity.id}_{shown.number}"
        chosen = st.selectbox(
            ctx.text("results.compare_with"), others, format_func=lambda other: _label(ctx, basis, other), key=key
        )
        before = _round(ctx, basis.record, chosen, activity)
        if before is None:
            return
        changes = compared(activity.activity, before.results, shown.results, ctx.text)
        kinds = [change.kind for change in changes]
        numbers = {kind: kinds.count(kind) for kind in ("new", "grown", "fallen", "gone")}
        if exports.items_vary:
            note(ctx.text("results.changes", **numbers))
        columns = [basis.heading(name) for name in COLUMNS]
        untrusted_table(columns, [change_cells(ctx.text, change) for change in changes], key=f"changes_{key}")


def _others(ctx: PageContext, record: RoomRecord, activity: ActivityRecord, shown: RoundRecord) -> list[_Other]:
    """The other rounds, the nearest first."""
    here = [
        _Other(record.code, record.title, other.number)
        for other in activity.rounds
        if other.number != shown.number and other.people
    ]
    elsewhere = []
    if ctx.is_organiser:
        for room in ctx.service.rooms.all():
            if room.code != record.code:
                rounds = ctx.service.results.rounds(room.code)
                numbers = [room_round.round.number for room_round in rounds if room_round.activity == activity.activity]
                elsewhere += [_Other(room.code, room.title, number) for number in numbers]
    return sorted(here, key=lambda other: abs(other.number - shown.number)) + elsewhere


def _label(ctx: PageContext, basis: ExportBasis, other: _Other) -> str:
    if other.code == basis.record.code:
        return ctx.text("results.round_here", n=other.number)
    return ctx.text("results.round_elsewhere", title=other.title, code=other.code, n=other.number)


def _round(ctx: PageContext, record: RoomRecord, other: _Other, activity: ActivityRecord) -> RoundRecord | None:
    """The round, with its counts."""
    whole = record if other.code == record.code else ctx.service.results.record(other.code)
    for candidate, round_record in whole.all_rounds():
        if candidate.activity.id == activity.activity.id and round_record.number == other.number:
            return round_record
    return None
