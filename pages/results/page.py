"""The results of a room: downloads, every question with its rounds, the answers as they were typed."""

import streamlit as st
from babel.dates import format_date

from components.lists import note
from components.text import untrusted_table, untrusted_text
from pages.common.context import PageContext, page_context
from pages.common.rights import no_access
from pages.desk.press import DeskContext
from pages.desk.press import note as refusal
from pages.desk.publishing import publishing
from pages.results.files import files
from pages.results.joined import other_rooms
from pages.results.question import question
from server import clock
from server.store.rows import Room
from server.usecases.retention import deleted_at
from workshop.exports.tables import ExportBasis, answers_table


def draw(ctx: PageContext, room: Room) -> None:
    """The whole page of a room."""
    basis = ctx.service.results.basis(room.code, ctx.lang)
    record = basis.record
    st.title(ctx.text("results.title"), anchor=False)
    with st.container(key="results_room"):
        untrusted_text(record.title)
    note(ctx.text("results.people", n=record.people))
    date = format_date(clock.local(deleted_at(room)), format="long", locale=ctx.lang)
    st.text(ctx.text("results.kept", date=date))
    files(ctx, record)
    with st.container(key="results_published"):
        refusal()
        publishing(DeskContext(ctx, ctx.service.desks.get(room.code)))
    answered = [activity for activity in record.activities if activity.rounds and activity.activity.takes_answers]
    if not answered:
        st.info(ctx.text("results.no_rounds"))
    rounds = ctx.service.results.rounds(room.code)
    for activity in answered:
        with st.container(border=True, key=f"results_question_{activity.activity.id}"):
            question(ctx, basis, activity, rounds)
    if answered:
        other_rooms(ctx, room.code)
    _answers(ctx, basis)


def _answers(ctx: PageContext, basis: ExportBasis) -> None:
    """Every answer, drawn only where somebody asks: there may be ten thousand."""
    if not basis.record.answers:
        return
    st.header(ctx.text("results.raw"), anchor=False)
    note(ctx.text("results.raw_help"))
    if st.toggle(ctx.text("results.show_raw", n=basis.record.answers), key="show_answers"):
        table = answers_table(basis)
        untrusted_table([column.title for column in table.columns], table.rows, key="answers")


here = page_context()
if here.room is None or not here.may_control:
    st.title(here.text("results.title"), anchor=False)
    no_access(here)
else:
    with st.container(key="page_results"):
        draw(here, here.room)
