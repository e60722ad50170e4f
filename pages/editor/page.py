"""The editor's page: whoever is signed in as the organiser edits the workshop that the address names."""

import streamlit as st

from components.editor import PARTS, editor
from components.same_tab_link import same_tab_link
from pages.common.context import PageContext, page_context
from pages.common.edited import WORKSHOP, edited_workshop
from pages.common.rights import no_access, organiser
from pages.editor.examples import examples_part

PART, ITEM = "osa", "kohta"


def page(ctx: PageContext, workshop: str) -> None:
    """The editor of one workshop."""
    part = str(st.query_params.get(PART, PARTS[0]))
    data = {
        "base": ctx.service.settings.base,
        "workshop": workshop,
        "lang": ctx.lang,
        "part": part if part in PARTS else PARTS[0],
        "rev": ctx.service.example_editing.revision(workshop),
        "item": str(st.query_params.get(ITEM, "")),
        "texts": ctx.text.section("editor"),
    }
    with st.container(key="editor_page"):
        shown, session = editor(data, key="editor")
    if shown == "examples" and session:
        examples_part(ctx, workshop, session)


def edit_copy(workshop: str) -> None:
    """Makes a copy of a workshop that comes with the program, and goes on to edit that."""
    ctx = page_context()
    copy = organiser().action(ctx.service.new_workshops.duplicate)
    st.query_params[WORKSHOP] = copy(workshop, ctx.text)


def instead(ctx: PageContext, sentence: str) -> None:
    """Why there is nothing to edit, and the way back to the list."""
    st.title(ctx.text("app.pages.editor"), anchor=False)
    st.info(ctx.text(sentence))
    same_tab_link(ctx.text("editor.component.back_to_workshops"), f"{ctx.service.settings.base}/ohjaus")


here = page_context()
named, editing = edited_workshop(here)
if not here.is_organiser:
    st.title(here.text("app.pages.editor"), anchor=False)
    no_access(here)
elif editing == "edited":
    organiser().view(page)(here, named)
else:
    instead(here, f"editor.page.{editing}")
    if editing == "built_in":
        st.button(
            here.text("editor.page.edit_copy"),
            key="main_edit_copy",
            type="primary",
            on_click=organiser().action(edit_copy),
            args=(named,),
        )
