"""The words by which examples are sorted: short lists, a word a row, in each language of the workshop."""

from typing import Any

import streamlit as st

from components.lists import note
from pages.common.context import PageContext
from pages.common.rights import organiser
from pages.editor.edited_table import EditedCell, EditedTable, error_note, tried
from server.usecases.draft_examples import VOCABULARIES, DraftExamples

CHOSEN = "chosen"
MAX_WORD = 80


def example_words(ctx: PageContext, workshop: str, session: str, view: DraftExamples) -> None:
    """One list at a time, chosen by its name."""
    name = st.segmented_control(
        ctx.text("editor.examples.lists"),
        VOCABULARIES,
        default=VOCABULARIES[0],
        required=True,
        format_func=lambda each: ctx.text(f"editor.examples.words.{each}"),
        key="example_words_list",
    )
    _words(ctx, workshop, session, view, name if name in VOCABULARIES else VOCABULARIES[0])


def _words(ctx: PageContext, workshop: str, session: str, view: DraftExamples, name: str) -> None:
    guard = organiser()
    set_words = guard.action(ctx.service.example_editing.set_words)
    rows = view.word_rows(name)
    ids = [str(row["id"]) for row in rows]
    shown = [{CHOSEN: False, **{column: row[column] for column in row if column != "id"}} for row in rows]
    table = EditedTable(f"words_{workshop}_{name}", ids, shown, own=(CHOSEN,))
    table.begin_again_where_store_differs()

    def write(cells: list[EditedCell]) -> None:
        edited = {identifier: dict(row) for identifier, row in zip(ids, rows, strict=True)}
        for cell in cells:
            edited[cell.row][cell.column] = cell.value
        set_words(workshop, session, view.lang, name, list(edited.values()))

    def remove() -> None:
        chosen_ids = table.chosen(CHOSEN)
        set_words(workshop, session, view.lang, name, [row for row in rows if row["id"] not in chosen_ids])

    def add() -> None:
        word = str(st.session_state.get(f"new_word_{name}") or "").strip()
        if word:
            set_words(workshop, session, view.lang, name, [*rows, {view.languages[0]: word[:MAX_WORD]}])
            st.session_state[f"new_word_{name}"] = ""

    error_note(ctx, table.error)
    if rows:
        st.data_editor(
            table.frame,
            key=table.key,
            hide_index=True,
            num_rows="fixed",
            disabled=not view.may_edit,
            width="stretch",
            column_config=_columns(ctx, view),
            on_change=guard.action(table.save),
            args=(write,),
            placeholder="",
            alt=ctx.text(f"editor.examples.words.{name}"),
        )
    if name == "regions":
        note(ctx.text("editor.examples.regions_fixed"))
        return
    with st.container(key="word_buttons", horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            ctx.text("editor.examples.new_word"),
            key=f"new_word_{name}",
            max_chars=MAX_WORD,
            disabled=not view.may_edit,
            on_change=guard.action(tried(add)),
        )
        if chosen := table.chosen(CHOSEN):
            st.button(
                ctx.text("editor.examples.remove_chosen", n=len(chosen)),
                key="flow_remove_words",
                icon=":material/delete:",
                on_click=guard.action(tried(remove)),
            )


def _columns(ctx: PageContext, view: DraftExamples) -> dict[str, Any]:
    config = st.column_config
    languages = {
        lang: config.TextColumn(ctx.text(f"editor.choices.languages.{lang}"), max_chars=MAX_WORD)
        for lang in view.languages
    }
    return {
        CHOSEN: config.CheckboxColumn(ctx.text("editor.examples.columns.chosen"), width="small"),
        **languages,
        "code": config.TextColumn(ctx.text("editor.examples.code"), disabled=True, width="small"),
    }
