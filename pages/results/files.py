"""The files of the whole room: links to the server's own route, which makes each when it is asked for."""

from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import urlencode

import streamlit as st

from components.lists import note
from components.same_tab_link import go
from pages.common.context import Visit
from workshop.exports.record import RoomRecord

NOTHING: Mapping[str, object] = MappingProxyType({})


def files(seen: Visit, record: RoomRecord) -> None:
    """The report, the tables and the other files."""
    st.header(seen.text("results.take_home"), anchor=False)
    note(seen.text("results.file_help"))
    with st.container(horizontal=True, key="results_files"):
        download(seen, record.code, "pdf", "report.pdf", main=True)
        download(seen, record.code, "xlsx", "tables.xlsx")
        download(seen, record.code, "csv", "answers.csv")
    with st.expander(seen.text("results.other_files"), key="results_other"):
        with st.container(horizontal=True, key="results_other_files"):
            download(seen, record.code, "html", "report.html")
            download(seen, record.code, "zip", "tables.zip")
            download(seen, record.code, "json", "room.json")
        note(seen.text("results.json_help"))


def download(
    seen: Visit, code: str, label: str, file: str, query: Mapping[str, object] = NOTHING, *, main: bool = False
) -> None:
    """A link named `results.<label>` to a file of `server.web.room_files`; the page stays while it is made and sent."""
    asked = urlencode({"kieli": seen.lang, **query})
    go(seen.text(f"results.{label}"), f"{seen.service.settings.base}/tulokset/{code}/{file}?{asked}", main=main)
