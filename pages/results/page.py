"""The results of a room: downloads, every question with its rounds, the answers as they were typed."""

from collections.abc import Sequence

import streamlit as st
from babel.dates import format_date

from components.lists import note
from components.results_page import results_contents, results_head
from components.text import untrusted_table
from pages.common.context import PageContext, page_context
from pages.common.links import drawing
from pages.common.rights import no_access
from pages.desk.press import DeskContext
from pages.desk.press import note as refusal
from pages.desk.publishing import publishing
from pages.results.files import files
from pages.results.joined import other_rooms
from pages.results.question import anchor_of, question
from server import clock
from server.store.rows import Room
from server.usecases.retention import deleted_at
from server.usecases.rooms import grouped_code
from workshop.exports.dates import long_date
from workshop.exports.record import ActivityRecord, RoomRecord
from workshop.exports.tables import ExportBasis, answers_table


def draw(ctx: PageContext, room: Room) -> None:
    """The whole page of a room."""
    basis = ctx.service.results.basis(room.code, ctx.lang)
    record = basis.record
    answered = [activity for activity in record.activities if activity.rounds and activity.activity.takes_answers]
    _head(ctx, room, record, len(answered))
    files(ctx, record)
    rounds = ctx.service.results.rounds(room.code)
    with st.container(key="results_frame"):
        with st.container(key="results_beside"):
            _contents(ctx, answered)
            with st.container(key="results_published"):
                refusal()
                st.markdown(f"**{ctx.text('control.published_results')}**")
                publishing(DeskContext(ctx, ctx.service.desks.get(room.code)))
        with st.container(key="results_questions"):
            if not answered:
                st.info(ctx.text("results.no_rounds"))
            for activity in answered:
                with st.container(key=f"results_question_{activity.activity.id}"):
                    question(ctx, basis, activity, rounds)
            if answered:
                other_rooms(ctx, room.code)
            _answers(ctx, basis)


def _head(ctx: PageContext, room: Room, record: RoomRecord, questions: int) -> None:
    """What was held, how many answered what, and how long the answers are kept."""
    until = clock.local(deleted_at(room))
    day = format_date(until, format="medium", locale=ctx.lang)
    works = "not_published" if room.published_at is None else "published_until"
    with st.container(key="results_head"):
        results_head(
            f"{ctx.text('results.title')} {grouped_code(record.code)}",
            record.title,
            ctx.text("results.kept", date=long_date(until, ctx.lang)),
            (
                (ctx.text("results.respondents"), str(record.people)),
                (ctx.text("results.answers"), str(record.answers)),
                (ctx.text("results.questions"), str(questions)),
                (ctx.text("results.address"), ctx.text(f"results.{works}", date=day)),
            ),
        )


def _contents(ctx: PageContext, answered: Sequence[ActivityRecord]) -> None:
    if answered:
        shown = [(activity, activity.activity) for activity in answered]
        listed = (
            (drawing(ctx, f"kind_{activity.kind}.svg"), activity.question(ctx.lang), anchor_of(record))
            for record, activity in shown
        )
        results_contents(ctx.text("results.contents"), listed)


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
