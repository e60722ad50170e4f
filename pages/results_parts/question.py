"""One question of the room: a chosen round with its picture, its numbers and the files of its picture."""

from collections.abc import Callable

import streamlit as st
from babel.dates import format_datetime

from components.picture import picture
from components.points import note
from components.said import question_heading, said_table
from components.word_cloud.pictures import cloud_svg
from pages.results_parts.comparison import comparison
from pages.visit import Visit
from server import clock
from server.downloads import file_name, picture_name, picture_png, picture_svg
from server.usecases.results import RoundResults
from workshop.export_record import ActivityRecord, RoundRecord, WordsResults
from workshop.export_record import RoundResults as Counts
from workshop.export_tables import Basis, word_cells
from workshop.report import counted, described, picture_heading
from workshop.report_pdf import chart_png

WORD_COLUMNS = ("word", "people", "answers", "forms", "state", "merged_by")
Made = Callable[[], bytes]
PNG, SVG = "image/png", "image/svg+xml"


def question(seen: Visit, basis: Basis, of: ActivityRecord, rounds: list[RoundResults]) -> None:
    """The question's newest round, or the one that is chosen; `rounds` are the same rounds in the store."""
    question_heading(of.activity.question(seen.lang))
    one = _chosen(seen, of)
    note(seen.text("results.people", n=one.people))
    if one.results is None or not one.people:
        st.info(seen.text("results.none"))
    elif isinstance(one.results, WordsResults):
        stored = next(r for r in rounds if (r.activity.id, r.round.number) == (of.activity.id, one.number))
        _words(seen, basis, of, one.results, stored)
    else:
        _counted(seen, basis, of, one.number, one.results)
    comparison(seen, basis, of, one)


def _chosen(seen: Visit, of: ActivityRecord) -> RoundRecord:
    numbers = [one.number for one in of.rounds]
    by_number = {one.number: one for one in of.rounds}
    if len(numbers) == 1:
        return of.rounds[0]

    def label(number: int) -> str:
        opened = format_datetime(by_number[number].opened_at, "short", locale=seen.lang, tzinfo=clock.HELSINKI)
        return seen.text("results.round_of", n=number, date=opened)

    key = f"round_{of.activity.id}"
    picked = st.segmented_control(
        seen.text("results.which_round"), numbers, default=numbers[-1], format_func=label, key=key, required=True
    )
    return by_number[picked or numbers[-1]]


def _words(seen: Visit, basis: Basis, of: ActivityRecord, results: WordsResults, stored: RoundResults) -> None:
    code = basis.record.code
    if results.shown:
        cloud = seen.service.results.cloud(code, stored)
        told = described(results.shown)
        dark = st.context.theme.type == "dark"
        picture(cloud_svg(cloud, stored.activity.question(seen.lang), told, dark), told)
    columns = [basis.heading(name) for name in WORD_COLUMNS]
    key = f"words_{stored.round.id}"
    said_table(columns, [word_cells(basis, word) for word in results.words], key)
    if results.shown:
        _cloud_files(seen, basis, of, stored)


def _cloud_files(seen: Visit, basis: Basis, of: ActivityRecord, stored: RoundResults) -> None:
    running, lang, code = seen.service, seen.lang, basis.record.code

    def png(*, dark: bool) -> Made:
        return lambda: picture_png(running, code, stored, lang, dark=dark)

    def svg(*, dark: bool) -> Made:
        return lambda: picture_svg(running, code, stored, lang, dark=dark)

    with st.container(horizontal=True, key=f"pictures_{stored.round.id}"):
        for kind, made, mime in (("png", png, PNG), ("svg", svg, SVG)):
            for dark in (False, True):
                shade = f"{kind}_dark" if dark else kind
                name = picture_name(basis, of, stored.round.number, dark=dark)
                _file(seen, shade, kind, made(dark=dark), mime, code, name, stored.round.id)


def _counted(seen: Visit, basis: Basis, of: ActivityRecord, number: int, results: Counts) -> None:
    part = counted(basis, of.activity, results, "")
    if part.picture is None or part.grid is None or not part.grid.rows:
        st.info(basis.withheld)
        return
    key = f"{of.activity.id}_{number}"
    picture(part.picture.svg, part.picture.description, is_chart=True)
    for sentence in part.notes:
        note(sentence)
    said_table(part.grid.columns, part.grid.rows, key=f"counts_{key}")
    chart, name = part.picture, picture_name(basis, of, number)
    heading = picture_heading(basis, of.activity, next(one for one in of.rounds if one.number == number))
    svg = chart.chart.svg(heading) if chart.chart else chart.svg
    with st.container(horizontal=True, key=f"pictures_{key}"):
        _file(seen, "png", "png", lambda: chart_png(chart, heading, basis.text), PNG, basis.record.code, name, key)
        _file(seen, "svg", "svg", svg.encode(), SVG, basis.record.code, name, key)


def _file(
    seen: Visit, text: str, ending: str, made: Made | bytes, mime: str, code: str, name: str, key: object
) -> None:
    st.download_button(
        seen.text(f"results.{text}"),
        data=made,
        file_name=file_name(code, name, ending),
        mime=mime,
        on_click="ignore",
        key=f"{text}_{key}",
    )
