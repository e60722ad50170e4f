"""One question of the results page: a chosen round with its picture, its numbers and its downloads."""

import streamlit as st
from babel.dates import format_datetime

from components.lists import note
from components.text import question_heading
from pages.common.context import PageContext
from pages.results.comparison import comparison
from pages.results.groups import groups
from pages.results.views import RESULTS_VIEWS, AnsweredRound
from server import clock
from server.usecases.results import RoundInRoom
from workshop.exports.record import ActivityRecord, RoundRecord
from workshop.exports.tables import ExportBasis


def anchor_of(activity: ActivityRecord) -> str:
    """The id of the question's heading, to which the contents lead."""
    return f"question-{activity.activity.id}"


def question(ctx: PageContext, basis: ExportBasis, activity: ActivityRecord, rounds: list[RoundInRoom]) -> None:
    """The question's newest round, or the one that is chosen; `rounds` are the same rounds in the store."""
    question_heading(activity.activity.question(ctx.lang), anchor_of(activity))
    shown = _chosen(ctx, activity)
    note(ctx.text("results.people", n=shown.people))
    if shown.results is None or not shown.people:
        st.info(ctx.text("results.none"))
    else:
        place = (activity.activity.id, shown.number)
        room_round = next(
            room_round for room_round in rounds if (room_round.activity.id, room_round.round.number) == place
        )
        RESULTS_VIEWS[activity.activity.kind](AnsweredRound(ctx, basis, room_round, shown.results))
    groups(ctx, basis, activity, shown)
    comparison(ctx, basis, activity, shown)


def _chosen(ctx: PageContext, activity: ActivityRecord) -> RoundRecord:
    numbers = [round_record.number for round_record in activity.rounds]
    by_number = {round_record.number: round_record for round_record in activity.rounds}
    if len(numbers) == 1:
        return activity.rounds[0]

    def label(number: int) -> str:
        opened = format_datetime(by_number[number].opened_at, "short", locale=ctx.lang, tzinfo=clock.HELSINKI)
        return ctx.text("results.round_of", n=number, date=opened)

    key = f"round_{activity.activity.id}"
    picked = st.segmented_control(
        ctx.text("results.which_round"), numbers, default=numbers[-1], format_func=label, key=key, required=True
    )
    return by_number[picked or numbers[-1]]
