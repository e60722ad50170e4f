"""The table of the examples: a row an example, choices from the words of the workshop, saved cell by cell."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from pages.common.context import PageContext
from pages.common.rights import organiser
from pages.editor.edited_table import EditedCell, EditedTable, error_note, tried
from server.usecases.draft_examples import DraftExamples, Edit
from workshop.examples.draft_table import TEXTS
from workshop.examples.rows import EVIDENCE, LISTS, MAX_EXAMPLES

CHOSEN, CHOSEN_WIDTH = "chosen", 96
VOCABULARY_OF = {"partners_stated": "partners", "partners_inferred": "partners"}
MAX_ADDRESS = 500
ROW, LEAST, MOST = 36, 4, 13
"""A row's height in pixels, and of how many rows the table is at least and at most as high."""


def example_table(ctx: PageContext, workshop: str, session: str, view: DraftExamples) -> None:
    """Draws the table and its buttons."""
    guard, editing = organiser(), ctx.service.example_editing
    edit, remove_examples = guard.action(editing.edit), guard.action(editing.remove)
    rows = [{CHOSEN: False, **row} for row in view.rows]
    table = EditedTable(f"examples_{workshop}_{view.lang}", view.ids, rows, own=(CHOSEN,))
    table.begin_again_where_store_differs()

    def write(cells: list[EditedCell]) -> None:
        edit(workshop, session, view.lang, [Edit(cell.row, cell.column, cell.value) for cell in cells])

    def remove() -> None:
        remove_examples(workshop, session, view.lang, table.chosen(CHOSEN))

    with st.container(key="example_buttons", horizontal=True, vertical_alignment="center"):
        st.button(
            ctx.text("editor.examples.add"),
            key="flow_add_example",
            icon=":material/add:",
            on_click=guard.action(tried(editing.add)),
            args=(workshop, session, view.lang),
            disabled=len(rows) >= MAX_EXAMPLES or not view.may_edit,
        )
        chosen = table.chosen(CHOSEN)
        if chosen:
            st.button(
                ctx.text("editor.examples.remove_chosen", n=len(chosen)),
                key="flow_remove_examples",
                icon=":material/delete:",
                on_click=guard.action(tried(remove)),
            )
    error_note(ctx, table.error)
    if not rows:
        st.text(ctx.text("editor.examples.none"))
        return
    st.data_editor(
        table.frame,
        key=table.key,
        hide_index=True,
        num_rows="fixed",
        disabled=not view.may_edit,
        width="stretch",
        height=(min(max(len(rows), LEAST), MOST) + 1) * ROW + 2,
        column_config=_columns(ctx, view),
        on_change=guard.action(table.save),
        args=(write,),
        placeholder="",
        alt=ctx.text("editor.examples.table"),
    )


def _columns(ctx: PageContext, view: DraftExamples) -> dict[str, Any]:
    """How each column is edited."""
    config = st.column_config
    heading = _headings(ctx)
    columns: dict[str, Any] = {
        CHOSEN: config.CheckboxColumn(heading(CHOSEN), width=CHOSEN_WIDTH),
        **{name: config.TextColumn(heading(name), max_chars=limit, width="medium") for name, limit in TEXTS.items()},
        "area_type": _choice(heading("area_type"), view.words("area_types")),
        "region": _choice(heading("region"), view.words("regions")),
        "lon": config.NumberColumn(heading("lon"), min_value=19, max_value=32, format="%.3f"),
        "lat": config.NumberColumn(heading("lat"), min_value=59, max_value=71, format="%.3f"),
        "source_url": config.TextColumn(heading("source_url"), max_chars=MAX_ADDRESS, width="medium"),
    }
    for name in LISTS:
        words = view.words(VOCABULARY_OF.get(name, name))
        columns[name] = config.MultiselectColumn(
            heading(name), options=list(words), format_func=_word(words), width="medium", color="auto"
        )
    for name, label in view.elements.items():
        columns[f"{EVIDENCE}{name}"] = _choice(label, view.words("evidence"))
    return columns


def _headings(ctx: PageContext) -> Callable[[str], str]:
    return lambda name: ctx.text(f"editor.examples.columns.{name}")


def _choice(label: str, words: dict[str, str]) -> Any:
    return st.column_config.SelectboxColumn(label, options=list(words), format_func=_word(words))


def _word(words: dict[str, str]) -> Callable[[object], str]:
    return lambda name: words.get(str(name), str(name))
