"""The answers to one question by group."""

import streamlit as st

from components.lists import note, points
from components.text import untrusted_table
from pages.common.context import PageContext
from workshop.activities.registry import exports_of
from workshop.exports.group_table import group_label
from workshop.exports.grouped_rounds import GroupedRound, grouped_rounds, shown_cells
from workshop.exports.record import ActivityRecord, RoundRecord
from workshop.exports.tables import ExportBasis

SIDE_BY_SIDE = ""


def groups(ctx: PageContext, basis: ExportBasis, activity: ActivityRecord, shown: RoundRecord) -> None:
    """A fold with the groups side by side, or one of them; nothing where the round has no groups to be looked at."""
    grouped = grouped_rounds(basis.record, activity, basis.min_group)
    grouped_round = next((each for each in grouped if each.round_record.number == shown.number), None)
    if grouped_round is None:
        return
    key = f"group_{activity.activity.id}_{shown.number}"
    with st.expander(ctx.text("results.by_group", title=grouped_round.background.title(ctx.lang)), key=f"by_{key}"):
        has_columns = exports_of(activity.activity).has_group_items
        options = [*([SIDE_BY_SIDE] if has_columns else []), *grouped_round.groups.members]
        chosen = st.selectbox(
            ctx.text("results.group"), options, key=key, format_func=lambda group: _label(ctx, grouped_round, group)
        )
        if chosen == SIDE_BY_SIDE:
            _side_by_side(basis, grouped_round, key)
        else:
            _single(basis, grouped_round, chosen, key)


def _label(ctx: PageContext, grouped_round: GroupedRound, group: str) -> str:
    if group == SIDE_BY_SIDE:
        return ctx.text("results.groups_side_by_side")
    people = ctx.text("results.people", n=len(grouped_round.groups.members[group]))
    return f"{group_label(grouped_round.background, group, ctx.text)}, {people}"


def _side_by_side(basis: ExportBasis, grouped_round: GroupedRound, key: str) -> None:
    table = grouped_round.table(basis)
    cells = shown_cells(table, basis.min_group)
    hidden = basis.text("export.suppressed")
    rows = [
        [
            label,
            *(
                hidden if count is None else f"{basis.text('screen.percent', n=column.percents[row])} ({count})"
                for column, count in zip(table.columns, cells[row], strict=True)
            ),
        ]
        for row, label in enumerate(table.rows)
    ]
    headings = [basis.heading("option"), *(f"{column.label} ({column.people})" for column in table.columns)]
    untrusted_table(headings, rows, key=f"table_{key}")
    note(basis.text("export.rules.groups.text", n=basis.min_group))


def _single(basis: ExportBasis, grouped_round: GroupedRound, group: str, key: str) -> None:
    """The numbers of one group as the report has them, its words or its texts."""
    results = grouped_round.results(group, basis.content)
    if results is None:
        return
    part = exports_of(grouped_round.activity).part(basis, grouped_round.activity, results, "")
    if part.grid is not None:
        untrusted_table(part.grid.columns, part.grid.rows, key=f"grid_{key}")
    elif part.words:
        untrusted_table([basis.heading("word"), basis.heading("people")], part.words, key=f"words_{key}")
    points(part.texts)
