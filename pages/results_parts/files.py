"""The files of the whole room: each is made when its button is pressed, and the page stays as it is."""

from collections.abc import Callable

import streamlit as st

from components.points import note
from pages.rights import facilitator
from pages.visit import Visit
from server.downloads import answers_csv, file_name, html, pdf, record_json, tables_zip, workbook
from workshop.export_record import RoomRecord

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MANY_ANSWERS = 2_000
"""From so many answers on, making the workbook takes long enough to show how far it is."""


def files(seen: Visit, record: RoomRecord) -> None:
    """The report, the tables and the other files."""
    running, code, lang = seen.service, record.code, seen.lang
    st.header(seen.text("results.take_home"), anchor=False)
    note(seen.text("results.file_help"))
    with st.container(horizontal=True, key="results_files"):
        download(seen, record, "pdf", "report", lambda: pdf(running, code, lang), "application/pdf", key="main_report")
        _workbook(seen, record)
        download(seen, record, "csv", "answers", lambda: answers_csv(running, code, lang), "text/csv")
    with st.expander(seen.text("results.other_files"), key="results_other"):
        with st.container(horizontal=True, key="results_other_files"):
            download(seen, record, "html", "report", lambda: html(running, code, lang), "text/html")
            download(seen, record, "zip", "tables", lambda: tables_zip(running, code, lang), "application/zip")
            download(seen, record, "json", "room", lambda: record_json(running, code), "application/json")
        note(seen.text("results.json_help"))


def download(
    seen: Visit,
    record: RoomRecord,
    kind: str,
    what: str,
    made: Callable[[], bytes],
    mime: str,
    *,
    key: str | None = None,
) -> None:
    """A button named `results.<kind>` that gives a file named by `export.files.<what>`; a key makes it the main one."""
    st.download_button(
        seen.text(f"results.{kind}"),
        data=facilitator(record.code).action(made),
        file_name=file_name(record.code, seen.text(f"export.files.{what}"), kind),
        mime=mime,
        on_click="ignore",
        type="primary" if key else "secondary",
        key=key or f"file_{kind}",
    )


def _workbook(seen: Visit, record: RoomRecord) -> None:
    """The workbook; of a large room it is made first, with its progress shown."""
    running, code, lang = seen.service, record.code, seen.lang
    if record.answers <= MANY_ANSWERS:
        download(seen, record, "xlsx", "tables", lambda: workbook(running, code, lang), XLSX)
        return
    kept = f"xlsx_{code}_{lang}"
    if st.button(seen.text("results.make_xlsx"), key="make_xlsx"):
        bar = st.progress(0.0, seen.text("results.making"))

        def show(done: float) -> None:
            bar.progress(done, seen.text("results.making"))

        st.session_state[kept] = workbook(running, code, lang, show)
        bar.empty()
    if made := st.session_state.get(kept):
        download(seen, record, "xlsx", "tables", lambda: made, XLSX)
