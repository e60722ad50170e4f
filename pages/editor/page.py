"""The editor's page: whoever is signed in as the organiser edits the workshop that the address names."""

import streamlit as st

from components.editor import PARTS, editor
from components.same_tab_link import same_tab_link
from pages.common.context import PageContext, page_context
from pages.common.rights import no_access, organiser
from pages.editor.examples import examples_part

WORKSHOP, PART, ITEM = "tyopaja", "osa", "kohta"


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


here = page_context()
named = str(st.query_params.get(WORKSHOP, ""))
if not here.is_organiser:
    st.title(here.text("app.pages.editor"), anchor=False)
    no_access(here)
elif all(workshop.id != named for workshop in here.service.workshops.all()):
    st.title(here.text("app.pages.editor"), anchor=False)
    st.info(here.text("editor.page.no_workshop"))
    same_tab_link(here.text("app.pages.control"), f"{here.service.settings.base}/ohjaus", main=True)
else:
    organiser().view(page)(here, named)
