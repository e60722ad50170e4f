"""Other rooms with the same questions: side by side, or joined as one; old results from a spreadsheet can be one."""

from collections.abc import Sequence
from urllib.parse import urlencode

import streamlit as st

from components.lists import note, points
from components.sheet_files import sheet_files
from components.text import question_heading, untrusted_table
from pages.common.context import PageContext
from pages.common.rights import organiser
from pages.results.files import download
from server.store.rows import Room
from server.usecases.joined_rooms import MAX_ROOMS, JoinedRooms
from server.usecases.rooms import grouped_code
from workshop.activities.registry import exports_of
from workshop.exports.basis import ExportTexts
from workshop.exports.changes import Change
from workshop.exports.joined.joined_rounds import JoinedRound
from workshop.exports.joined.side_by_side import SideBySide, side_by_side
from workshop.exports.tables import ExportBasis

SIDES, JOINED = "sides", "joined"
DOWNLOADS = {"pdf": "report.pdf", "pptx": "slides.pptx", "docx": "memo.docx", "xlsx": "tables.xlsx"}
MAX_TEXTS = 30


def other_rooms(ctx: PageContext, code: str) -> None:
    """The choice of rooms and what follows of it; for the organiser alone, who may see them all."""
    if ctx.is_organiser:
        with st.container(key="results_joined"):
            st.fragment(organiser().view(_other_rooms))(ctx, code)


def _other_rooms(ctx: PageContext, code: str) -> None:
    text = ctx.text
    st.header(text("results.joined.title"), anchor=False)
    note(text("results.joined.help"))
    candidates = {room.code: room for room in ctx.service.joining.candidates(code)}
    if candidates:
        others = st.multiselect(
            text("results.joined.choose"),
            list(candidates),
            format_func=lambda other: _label(ctx, candidates.get(other)),
            key=f"joined_rooms_{code}",
            max_selections=MAX_ROOMS - 1,
            placeholder=text("results.joined.none_chosen"),
        )
        if others:
            _chosen(ctx, code, others)
    else:
        st.info(text("results.joined.none"))
    with st.expander(text("results.joined.old_title"), key="old_results"):
        _old_results(ctx, code)


def _label(ctx: PageContext, room: Room | None) -> str:
    return "" if room is None else ctx.text("results.room_label", title=room.title, code=grouped_code(room.code))


def _chosen(ctx: PageContext, code: str, others: Sequence[str]) -> None:
    text = ctx.text
    layout = st.segmented_control(
        text("results.joined.layout"), [SIDES, JOINED], default=SIDES, required=True, key="joined_layout",
        format_func=lambda name: text(f"results.joined.{name}"),
    )  # fmt: skip
    shared = ctx.service.joining.joined(code, others, ctx.lang)
    if not any(joined.rooms for joined in shared.rounds):
        st.info(text("results.joined.nothing"))
        return
    with st.container(horizontal=True, key="joined_files"):
        for label, file in DOWNLOADS.items():
            download(ctx, code, label, file, {"with": ",".join(others)}, main=label == "pdf")
    note(text("results.joined.rules", n=shared.content.min_group))
    if layout == JOINED:
        _as_one(ctx, shared)
    else:
        for joined in shared.rounds:
            _sides(ctx, shared.basis, joined)


def _sides(ctx: PageContext, basis: ExportBasis, joined: JoinedRound) -> None:
    """A question with a column for each room."""
    table = side_by_side(basis, joined)
    if table is None and not joined.left_out:
        return
    with st.container(border=True, key=f"sides_{joined.activity.activity.id}"):
        question_heading(joined.activity.activity.question(ctx.lang), f"sides-{joined.activity.activity.id}")
        if table is not None and table.rows:
            heading = basis.heading("word" if joined.activity.activity.has_words else "option")
            _table(ctx, basis, table, heading, f"sides_table_{joined.activity.activity.id}")
        _left_out(ctx, basis, joined)


def _table(ctx: PageContext, basis: ExportTexts, table: SideBySide, heading: str, key: str) -> None:
    text, changes = ctx.text, table.changes()
    headings = [heading, *(text("results.joined.room", title=room, n=n) for room, n in table.rooms)]
    rows = [
        [label, *(_cell(basis, cell) for cell in cells), *([_change(ctx, changes[place])] if changes else [])]
        for place, (label, cells) in enumerate(table.rows)
    ]
    if changes:
        headings.append(text("results.joined.change"))
        kinds = [change.kind for change in changes if change is not None]
        numbers = {kind: kinds.count(kind) for kind in ("new", "grown", "fallen", "gone")}
        note(text("results.joined.changes", **numbers))
    untrusted_table(headings, rows, key=key)


def _cell(basis: ExportTexts, cell: tuple[int, int] | None) -> str:
    if cell is None:
        return basis.text("export.suppressed")
    return f"{basis.text('screen.percent', n=cell[1])} ({cell[0]})"


def _change(ctx: PageContext, change: Change | None) -> str:
    """What became of a share, with its percentage points."""
    if change is None:
        return ""
    name = ctx.text(f"export.changes.{change.kind}")
    return f"{name} {change.difference:+d}".replace("-", "\u2212") if change.difference else name


def _left_out(ctx: PageContext, basis: ExportTexts, joined: JoinedRound) -> None:
    if joined.left_out:
        note(ctx.text("results.joined.left_out", rooms=", ".join(joined.left_out), n=basis.min_group))


def _as_one(ctx: PageContext, shared: JoinedRooms) -> None:
    """Every shared question as if it had been asked in one room."""
    basis = shared.as_one()
    parts = {activity.activity.id: activity for activity in basis.record.activities}
    for joined in shared.rounds:
        activity = parts.get(joined.activity.activity.id)
        with st.container(border=True, key=f"joined_{joined.activity.activity.id}"):
            question_heading(joined.activity.activity.question(ctx.lang), f"joined-{joined.activity.activity.id}")
            if activity is not None:
                note(ctx.text("results.joined.people", n=joined.people, rooms=len(joined.rooms)))
                results = activity.rounds[0].results
                part = exports_of(activity.activity).part(basis, activity.activity, results, "")
                if part.grid is not None:
                    untrusted_table(part.grid.columns, part.grid.rows, key=f"joined_grid_{activity.activity.id}")
                words = [*part.words, *(word for group in part.groups for word in group.words)]
                if words:
                    headings = [basis.heading("word"), basis.heading("people")]
                    untrusted_table(headings, words, key=f"joined_words_{activity.activity.id}")
                points([*part.texts, *(line for group in part.groups for line in group.texts)][:MAX_TEXTS])
            _left_out(ctx, basis, joined)


def _old_results(ctx: PageContext, code: str) -> None:
    note(ctx.text("results.joined.old_help"))
    address = f"{ctx.service.settings.base}/live/{code}/old-results"
    texts = ctx.text.section("results")["joined"]["old_file"]
    query = urlencode({"kieli": ctx.lang})
    sheet_files({"address": address, "query": query, "lang": ctx.lang, "disabled": False, "texts": texts}, "old_file")
