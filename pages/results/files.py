"""Downloads of the whole room: links to the server's own route, which makes each file on request."""

from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import urlencode

import streamlit as st

from components.lists import note
from components.same_tab_link import same_tab_link
from pages.common.context import PageContext
from workshop.exports.record import RoomRecord

NOTHING: Mapping[str, object] = MappingProxyType({})


def files(ctx: PageContext, record: RoomRecord) -> None:
    """The report, the slides and the memo; the tables, whose rows are linked only where that is chosen."""
    st.header(ctx.text("results.take_home"), anchor=False)
    note(ctx.text("results.file_help"))
    with st.container(horizontal=True, key="results_files"):
        download(ctx, record.code, "pdf", "report.pdf", main=True)
        download(ctx, record.code, "pptx", "slides.pptx")
        download(ctx, record.code, "docx", "memo.docx")
    rows = st.container(horizontal=True, key="results_rows")
    is_linked = st.toggle(ctx.text("results.linked"), key="linked_rows")
    note(ctx.text(f"results.linked_{'on' if is_linked else 'off'}"))
    query = {"linked": 1} if is_linked else NOTHING
    with rows:
        download(ctx, record.code, "xlsx", "tables.xlsx", query)
        download(ctx, record.code, "csv", "answers.csv", query)
    with st.expander(ctx.text("results.other_files"), key="results_other"):
        with st.container(horizontal=True, key="results_other_files"):
            download(ctx, record.code, "html", "report.html")
            download(ctx, record.code, "innokyla", "innokyla.md")
            download(ctx, record.code, "zip", "tables.zip", query)
            download(ctx, record.code, "json", "room.json", query)
        note(ctx.text("results.innokyla_help"))
        note(ctx.text("results.json_help"))


def download(
    ctx: PageContext, code: str, label: str, file: str, query: Mapping[str, object] = NOTHING, *, main: bool = False
) -> None:
    """A link named `results.<label>` to a file of `server.web.room_files`; the page stays while it is made and sent."""
    same_tab_link(ctx.text(f"results.{label}"), address(ctx, code, file, query), main=main)


def address(ctx: PageContext, code: str, file: str, query: Mapping[str, object] = NOTHING) -> str:
    """Where a file of the room is, in the page's language."""
    query_string = urlencode({"kieli": ctx.lang, **query})
    return f"{ctx.service.settings.base}/tulokset/{code}/{file}?{query_string}"
