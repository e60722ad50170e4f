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
    """The report, the tables and the other files."""
    st.header(ctx.text("results.take_home"), anchor=False)
    note(ctx.text("results.file_help"))
    with st.container(horizontal=True, key="results_files"):
        download(ctx, record.code, "pdf", "report.pdf", main=True)
        download(ctx, record.code, "xlsx", "tables.xlsx")
        download(ctx, record.code, "csv", "answers.csv")
    with st.expander(ctx.text("results.other_files"), key="results_other"):
        with st.container(horizontal=True, key="results_other_files"):
            download(ctx, record.code, "html", "report.html")
            download(ctx, record.code, "zip", "tables.zip")
            download(ctx, record.code, "json", "room.json")
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
