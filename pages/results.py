"""The results of a room: words with counts, the answers as they were typed, and files to take home."""

import streamlit as st

from components.said import said_table
from pages.visit import Visit, visit
from server import clock
from server.downloads import answers_csv, file_name, picture_png, picture_svg
from server.store.rows import Room
from server.usecases.results import RoundResults
from workshop.programme import WordsActivity


def draw(seen: Visit, room: Room) -> None:
    """Every round with its words, then all answers."""
    st.title(seen.text("results.title"), anchor=False)
    st.download_button(
        seen.text("results.csv"),
        data=lambda: answers_csv(seen.service, room.code, seen.lang),
        file_name=file_name(room.code, "vastaukset", "csv"),
        mime="text/csv",
        on_click="ignore",
        type="primary",
        key="main_csv",
    )
    rounds = [one for one in seen.service.results.rounds(room.code) if isinstance(one.activity, WordsActivity)]
    for one in rounds:
        _round(seen, room, one)
    _answers(seen, room)


def _round(seen: Visit, room: Room, one: RoundResults) -> None:
    words = seen.service.results.words(room.code, one)
    st.header(one.activity.question(seen.lang), anchor=False)
    people = seen.text("results.people", n=words.people)
    st.caption(f"{seen.text('control.round', n=one.round.number)} · {people}")
    if not words.entries:
        st.info(seen.text("results.none"))
        return
    columns = [seen.text(f"results.{name}") for name in ("word", "count", "forms", "hidden")]
    yes = seen.text("results.hidden_yes")
    rows = [
        (entry.text, entry.count, ", ".join(form.text for form in entry.forms), "" if entry.state == "shown" else yes)
        for entry in words.entries
    ]
    said_table(columns, rows, key=f"words_{one.round.id}")
    with st.container(horizontal=True):
        _picture(seen, room, one, "png", "image/png")
        _picture(seen, room, one, "svg", "image/svg+xml")


def _picture(seen: Visit, room: Room, one: RoundResults, kind: str, mime: str) -> None:
    def made() -> bytes:
        if kind == "png":
            return picture_png(seen.service, room.code, one)
        return picture_svg(seen.service, room.code, one, seen.lang)

    st.download_button(
        seen.text(f"results.{kind}"),
        data=made,
        file_name=file_name(room.code, f"sanapilvi-{one.round.number}", kind),
        mime=mime,
        on_click="ignore",
        key=f"{kind}_{one.round.id}",
    )


def _answers(seen: Visit, room: Room) -> None:
    found = seen.service.results.answers(room.code, seen.lang)
    st.header(seen.text("results.raw"), anchor=False)
    if not found:
        st.info(seen.text("results.none"))
        return
    columns = [seen.text(f"results.{name}") for name in ("time", "question", "round", "person", "text", "hidden")]
    columns[0] += f" ({clock.HELSINKI.key})"
    yes = seen.text("results.hidden_yes")
    rows = [
        (
            f"{clock.local(row.at_ms):%Y-%m-%d %H:%M:%S}",
            row.question,
            row.round,
            row.person,
            row.text,
            yes if row.hidden else "",
        )
        for row in found
    ]
    said_table(columns, rows, key="answers")


here = visit()
if here.room is None or not here.may_control:
    st.title(here.text("results.title"), anchor=False)
    st.warning(here.text("control.no_access"))
    st.link_button(here.text("control.sign_in"), f"{here.service.settings.base}/ohjaus", type="primary")
else:
    draw(here, here.room)
