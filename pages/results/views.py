"""How the results page draws a round, by its kind of question: the one table of these views."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from components.copy_picture import copy_picture
from components.lists import headed_points, note, points
from components.picture import chart_picture, picture
from components.text import untrusted_table
from components.word_cloud.pictures import cloud_svg
from pages.common.context import PageContext
from pages.results.files import address, download
from server.usecases.downloads import file_name
from server.usecases.results import RoundInRoom
from workshop.activities.registry import exports_of
from workshop.activities.text import TextResults
from workshop.activities.words import WordsResults
from workshop.exports.charts import PHONE_WIDTH
from workshop.exports.kinds.text import text_cells
from workshop.exports.kinds.words import word_cells
from workshop.exports.tables import ExportBasis
from workshop.exports.themes import under_themes

WORD_COLUMNS = ("word", "people", "answers", "forms", "state", "merged_by", "theme")
MAX_READ = 30
"""So many answers are read as they are; the table has them all, a line each."""

TEXT_COLUMNS = ("text", "people", "answers", "state", "theme")


@dataclass(frozen=True)
class AnsweredRound:
    """A round that somebody has answered; `results` are of its activity's kind."""

    ctx: PageContext
    basis: ExportBasis
    room_round: RoundInRoom
    results: Any

    def picture_link(self, label: str, ending: str, shade: str = "") -> None:
        """A link to the picture of the round, as `server.web.room_files` reads it."""
        place = {"question": self.room_round.activity.id, "round": self.room_round.round.number}
        query = {**place, **({"shade": shade} if shade else {})}
        download(self.ctx, self.basis.record.code, label, f"picture.{ending}", query)

    def copy_button(self) -> None:
        """Copies the same picture, as wide as a slide."""
        ctx, activity, number = self.ctx, self.room_round.activity, self.room_round.round.number
        code, text = self.basis.record.code, ctx.text
        copy_picture(
            address(ctx, code, "picture.png", {"question": activity.id, "round": number}),
            file_name(code, f"{activity.id}-{number}", "png"),
            text("results.copy_picture_of", question=activity.question(ctx.lang)),
            text("results.copy_picture"),
            text("results.picture_copied"),
            text("results.picture_saved"),
            text("results.picture_failed"),
            key=f"copy_{self.room_round.round.id}",
        )


def words_view(shown: AnsweredRound) -> None:
    """The cloud, and every entry in a table."""
    ctx, basis, room_round = shown.ctx, shown.basis, shown.room_round
    results: WordsResults = shown.results
    if results.shown:
        cloud = ctx.service.results.cloud(basis.record.code, room_round)
        description = exports_of(room_round.activity).description(basis, room_round.activity, results)
        dark = st.context.theme.type == "dark"
        picture(cloud_svg(cloud, room_round.activity.question(ctx.lang), description, dark), description)
    columns = [basis.heading(name) for name in WORD_COLUMNS]
    rows = [word_cells(basis, word, results.themes) for word in results.words]
    untrusted_table(columns, rows, f"words_{room_round.round.id}")
    if results.shown:
        with st.container(horizontal=True, key=f"pictures_{room_round.round.id}"):
            for ending in ("png", "svg"):
                shown.picture_link(ending, ending)
                shown.picture_link(f"{ending}_dark", ending, "dark")
        shown.copy_button()


def texts_view(shown: AnsweredRound) -> None:
    """The newest of the answers that are shown, by theme where they are sorted, and every answer in a table."""
    basis = shown.basis
    results: TextResults = shown.results
    listed = results.shown[:MAX_READ]
    groups = list(under_themes(basis, results.themes, listed, lambda text: text.theme))
    if groups:
        headed_points((heading, [text.text for text in texts]) for heading, texts in groups)
    else:
        points(text.text for text in listed)
    columns = [basis.heading(name) for name in TEXT_COLUMNS]
    rows = [text_cells(basis, text, results.themes) for text in results.texts]
    untrusted_table(columns, rows, f"texts_{shown.room_round.round.id}")


def chart_view(shown: AnsweredRound) -> None:
    """The chart of the report, and its numbers in a table."""
    activity, basis = shown.room_round.activity, shown.basis
    part = exports_of(activity).part(basis, activity, shown.results, "")
    if part.picture is None or part.grid is None or not part.grid.rows:
        st.info(basis.withheld)
        return
    key = f"{activity.id}_{shown.room_round.round.number}"
    drawn = part.picture.chart.svg(width=PHONE_WIDTH) if part.picture.chart else part.picture.svg
    chart_picture(part.picture.svg, drawn, part.picture.description)
    for sentence in part.notes:
        note(sentence)
    untrusted_table(part.grid.columns, part.grid.rows, key=f"counts_{key}")
    with st.container(horizontal=True, key=f"pictures_{key}"):
        for ending in ("png", "svg"):
            shown.picture_link(ending, ending)
    shown.copy_button()


RESULTS_VIEWS: Mapping[str, Callable[[AnsweredRound], None]] = {
    "words": words_view,
    "choice": chart_view,
    "ranking": chart_view,
    "dots": chart_view,
    "assessment": chart_view,
    "quiz": chart_view,
    "text": texts_view,
    "scale": chart_view,
}
"""Kind of question to its view; a kind that takes no answers has none."""
