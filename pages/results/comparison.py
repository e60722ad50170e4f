"""Two rounds of one question side by side."""

import streamlit as st

from components.lists import note
from components.text import untrusted_table
from pages.common.context import PageContext
from workshop.activities.registry import exports_of
from workshop.exports.comparison import compared
from workshop.exports.record import ActivityRecord, RoundRecord
from workshop.exports.tables import ExportBasis, change_cells

COLUMNS = ("word", "before", "after", "difference", "change")


def comparison(ctx: PageContext, basis: ExportBasis, activity: ActivityRecord, shown: RoundRecord) -> None:
    """A fold with the choice of the earlier round and the changes; nothing where there is nothing to compare."""
    exports = exports_of(activity.activity)
    if not exports.is_comparable or not shown.people:
        return
    others = [other for other in activity.rounds if other.number != shown.number and other.people]
    if not others:
        return
    with st.expander(ctx.text("results.compare"), key=f"compare_{activity.activity.id}"):
        key = f"with_{activity.activity.id}_{shown.number}"
        by_number = {other.number: other for other in others}
        nearest_first = sorted(by_number, key=lambda number: abs(number - shown.number))
        chosen = st.selectbox(
            ctx.text("results.compare_with"), nearest_first,
            format_func=lambda number: ctx.text("results.round_here", n=number), key=key,
        )  # fmt: skip
        before = by_number[chosen]
        changes = compared(activity.activity, before.results, shown.results, ctx.text)
        kinds = [change.kind for change in changes]
        numbers = {kind: kinds.count(kind) for kind in ("new", "grown", "fallen", "gone")}
        if exports.items_vary:
            note(ctx.text("results.changes", **numbers))
        columns = [basis.heading(name) for name in COLUMNS]
        untrusted_table(columns, [change_cells(ctx.text, change) for change in changes], key=f"changes_{key}")
