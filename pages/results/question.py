"""One question of the room: a chosen round with its picture, its numbers and the files of its picture."""

import streamlit as st
from babel.dates import format_datetime

from components.lists import note
from components.picture import picture
from components.text import question_heading, untrusted_table
from components.word_cloud.pictures import cloud_svg
from pages.common.context import PageContext
from pages.results.comparison import comparison
from pages.results.files import download
from server import clock
from server.usecases.results import RoundResults
from workshop.exports.record import ActivityRecord, RoundRecord, WordsResults
from workshop.exports.record import RoundResults as Counts
from workshop.exports.report import counted, described
from workshop.exports.tables import ExportBasis, word_cells

WORD_COLUMNS = ("word", "people", "answers", "forms", "state", "merged_by")


def question(ctx: PageContext, basis: ExportBasis, of: ActivityRecord, rounds: list[RoundResults]) -> None:
    """The question's newest round, or the one that is chosen; `rounds` are the same rounds in the store."""
    question_heading(of.activity.question(ctx.lang))
    one = _chosen(ctx, of)
    note(ctx.text("results.people", n=one.people))
    if one.results is None or not one.people:
        st.info(ctx.text("results.none"))
    elif isinstance(one.results, WordsResults):
        stored = next(r for r in rounds if (r.activity.id, r.round.number) == (of.activity.id, one.number))
        _words(ctx, basis, one.results, stored)
    else:
        _counted(ctx, basis, of, one.number, one.results)
    comparison(ctx, basis, of, one)


def _chosen(ctx: PageContext, of: ActivityRecord) -> RoundRecord:
    numbers = [one.number for one in of.rounds]
    by_number = {one.number: one for one in of.rounds}
    if len(numbers) == 1:
        return of.rounds[0]

    def label(number: int) -> str:
        opened = format_datetime(by_number[number].opened_at, "short", locale=ctx.lang, tzinfo=clock.HELSINKI)
        return ctx.text("results.round_of", n=number, date=opened)

    key = f"round_{of.activity.id}"
    picked = st.segmented_control(
        ctx.text("results.which_round"), numbers, default=numbers[-1], format_func=label, key=key, required=True
    )
    return by_number[picked or numbers[-1]]


def _words(ctx: PageContext, basis: ExportBasis, results: WordsResults, stored: RoundResults) -> None:
    code = basis.record.code
    if results.shown:
        cloud = ctx.service.results.cloud(code, stored)
        told = described(results.shown)
        dark = st.context.theme.type == "dark"
        picture(cloud_svg(cloud, stored.activity.question(ctx.lang), told, dark), told)
    columns = [basis.heading(name) for name in WORD_COLUMNS]
    key = f"words_{stored.round.id}"
    untrusted_table(columns, [word_cells(basis, word) for word in results.words], key)
    if results.shown:
        _cloud_files(ctx, code, stored)


def _cloud_files(ctx: PageContext, code: str, stored: RoundResults) -> None:
    with st.container(horizontal=True, key=f"pictures_{stored.round.id}"):
        for ending in ("png", "svg"):
            for shade in ("", "dark"):
                label = f"{ending}_dark" if shade else ending
                _picture(ctx, code, label, ending, stored.activity.id, stored.round.number, shade=shade)


def _counted(ctx: PageContext, basis: ExportBasis, of: ActivityRecord, number: int, results: Counts) -> None:
    part = counted(basis, of.activity, results, "")
    if part.picture is None or part.grid is None or not part.grid.rows:
        st.info(basis.withheld)
        return
    key = f"{of.activity.id}_{number}"
    picture(part.picture.svg, part.picture.description, is_chart=True)
    for sentence in part.notes:
        note(sentence)
    untrusted_table(part.grid.columns, part.grid.rows, key=f"counts_{key}")
    with st.container(horizontal=True, key=f"pictures_{key}"):
        for ending in ("png", "svg"):
            _picture(ctx, basis.record.code, ending, ending, of.activity.id, number)


def _picture(ctx: PageContext, code: str, label: str, ending: str, question: str, number: int, shade: str = "") -> None:
    """A link to the picture of one round, as `server.web.room_files` reads it."""
    wanted = {"question": question, "round": number, **({"shade": shade} if shade else {})}
    download(ctx, code, label, f"picture.{ending}", wanted)
