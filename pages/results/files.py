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
    """One row: the report, the slides, the memo and the tables, and the rest behind a button.

    Rows are linked in the tables only where that is chosen, which is asked with the rest.
    """
    with st.container(horizontal=True, key="results_files"):
        download(ctx, record.code, "pdf", "report.pdf", main=True)
        download(ctx, record.code, "pptx", "slides.pptx")
        download(ctx, record.code, "docx", "memo.docx")
        tables = st.container(horizontal=True, width="content", key="results_tables")
        with st.popover(ctx.text("results.other_files"), key="results_other", width="content"):
            query = _other_files(ctx, record)
    with tables:
        download(ctx, record.code, "xlsx", "tables.xlsx", query)
        download(ctx, record.code, "csv", "answers.csv", query)


def _other_files(ctx: PageContext, record: RoomRecord) -> Mapping[str, object]:
    """The rarer files; gives the query of those that have the answers in rows."""
    note(ctx.text("results.file_help"))
    is_linked = st.toggle(ctx.text("results.linked"), key="linked_rows")
    note(ctx.text(f"results.linked_{'on' if is_linked else 'off'}"))
    query = {"linked": 1} if is_linked else NOTHING
    with st.container(key="results_other_files"):
        download(ctx, record.code, "html", "report.html")
        download(ctx, record.code, "innokyla", "innokyla.md")
        note(ctx.text("results.innokyla_help"))
        download(ctx, record.code, "zip", "tables.zip", query)
        download(ctx, record.code, "json", "room.json", query)
        note(ctx.text("results.json_help"))
    return query


def download(
    ctx: PageContext, code: str, label: str, file: str, query: Mapping[str, object] = NOTHING, *, main: bool = False
) -> None:
    """A link named `results.<label>` to a file of `server.web.room_files`; the page stays while it is made and sent."""
    same_tab_link(ctx.text(f"results.{label}"), address(ctx, code, file, query), main=main)


def address(ctx: PageContext, code: str, file: str, query: Mapping[str, object] = NOTHING) -> str:
    """Where a file of the room is, in the page's language."""
    query_string = urlencode({"kieli": ctx.lang, **query})
    return f"{ctx.service.settings.base}/tulokset/{code}/{file}?{query_string}"
