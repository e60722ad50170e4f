"""What an assessment comes to: the outcome, its profile, the next steps, cases beside it, files to take along."""

from collections.abc import Callable, Mapping

import streamlit as st

from components.assessment import ladder, notice, profile_table, small
from components.charts.radar import Line, RadarTexts, radar
from pages.assessment.state import State
from pages.common.context import Visit
from server import clock
from workshop.assessment.answers import as_sent
from workshop.assessment.criteria import MET
from workshop.assessment.form import title
from workshop.assessment.report import Report, level_text, markdown
from workshop.assessment.rules import Comparison, assess, comparisons
from workshop.assessment.sheet import sheet_pdf
from workshop.errors import PropelliError

Send = Callable[[Mapping[str, str]], None]
"""Stores a visitor's levels in the summary of their room: criterion to `1`–`4` or `unknown`."""


def outcome(seen: Visit, state: State, result: Report, heading: str) -> None:
    """The verdict, where it stands among the possible ones, what was lowered, and the radar."""
    st.header(heading, anchor=False)
    notice("" if result.is_firm else result.status, result.title, result.text)
    if result.lowered:
        st.warning("  \n".join(result.lowered), icon=":material/south:")
    if not result.is_told:
        return
    rungs = [(rung.label, rung.within) for rung in result.ladder]
    within = "within" if result.is_firm else "within_open"
    ladder(rungs, seen.text("assessment.ladder"), seen.text(f"assessment.{within}"))
    own = Line(seen.text("assessment.own"), result.levels)
    radar(
        [row.label for row in result.rows], [own], MET, radar_texts(seen, state, result.picture), key="assessment_radar"
    )
    small(seen.text("assessment.radar_help"))


def radar_texts(seen: Visit, state: State, alt: str) -> RadarTexts:
    return RadarTexts(alt, state.criteria.unknown.label(seen.lang))


def details(seen: Visit, state: State, result: Report) -> None:
    """The next steps, the profile as a table, and the worked cases."""
    if not result.is_told:
        return
    st.header(seen.text("assessment.steps"), anchor=False)
    for place, (column, step) in enumerate(zip(st.columns(len(result.steps)), result.steps, strict=True)):
        with column, st.container(border=True, height="stretch", key=f"card_step_{place}"):
            st.subheader(step.label, anchor=False)
            st.markdown(step.text)
    st.header(seen.text("assessment.profile"), anchor=False)
    columns = [seen.text(f"assessment.{name}") for name in ("criterion", "level", "description")]
    rows = [(row.label, row.level_text, row.description) for row in result.rows]
    profile_table(columns, rows, caption=result.solution or seen.text("assessment.own"))
    compared(seen, state, result)


def compared(seen: Visit, state: State, result: Report) -> None:
    """One worked case beside one's own answers, the most alike offered first."""
    found = {one.case.id: one for one in comparisons(state.criteria, assess(state.criteria, state.answers()))}
    if not found:
        return
    st.header(seen.text("assessment.compare"), anchor=False)
    chosen = st.pills(
        seen.text("assessment.compare_choose"),
        list(found),
        format_func=lambda name: found[name].case.title(seen.lang),
        key=state.key("case"),
        persist_state="session",
    )
    if chosen not in found:
        return
    words, picture = st.columns(2, gap="large")
    with words:
        case_words(seen, state, found[chosen])
    with picture:
        lines = [
            Line(seen.text("assessment.own"), result.levels),
            Line(found[chosen].case.title(seen.lang), tuple(found[chosen].outcome.levels.values())),
        ]
        alt = f"{case_picture(seen, state, found[chosen])} {result.picture}"
        radar(
            [row.label for row in result.rows], lines, MET, radar_texts(seen, state, alt), key="assessment_radar_case"
        )


def case_picture(seen: Visit, state: State, found: Comparison) -> str:
    """A case's levels in words."""
    levels = found.outcome.levels
    told = (
        f"{one.label(seen.lang)}: {level_text(state.criteria, levels[one.id], seen.lang)}"
        for one in state.criteria.criteria
    )
    return f"{found.case.title(seen.lang)}: {'; '.join(told)}."


def case_words(seen: Visit, state: State, found: Comparison) -> None:
    """A case in words: what it is, its outcome, and where the two differ."""
    lang, case = seen.lang, found.case
    st.subheader(case.title(lang), anchor=False)
    st.markdown(seen.text("assessment.compare_result", title=title(state.criteria, found.outcome, lang)))
    if case.note:
        small(case.note(lang))
    groups = {"compare_same": found.same, "compare_own": found.own_higher, "compare_case": found.case_higher}
    if not any(groups.values()):
        st.markdown(seen.text("assessment.compare_none"))
    for name, members in groups.items():
        if members:
            labels = ", ".join(state.criteria.criterion(member).label(lang) for member in members)
            st.markdown(f"**{seen.text(f'assessment.{name}')}:** {labels}")


def take_along(seen: Visit, state: State, result: Report, send: Send | None = None) -> None:
    """The files, made when they are asked for; where `send` is given, also sending to the room's summary."""
    st.header(seen.text("assessment.take"), anchor=False)
    st.markdown(seen.text("assessment.take_help"))
    name = f"propelli-{seen.text('assessment.file')}-{clock.local(clock.now_ms()):%Y-%m-%d}"
    with st.container(horizontal=True, key="assessment_files"):
        st.download_button(
            seen.text("assessment.pdf"), data=lambda: sheet_pdf(result), file_name=f"{name}.pdf",
            mime="application/pdf", on_click="ignore", icon=":material/picture_as_pdf:", key="flow_pdf",
        )  # fmt: skip
        st.download_button(
            seen.text("assessment.markdown"), data=lambda: markdown(result), file_name=f"{name}.md",
            mime="text/markdown", on_click="ignore", icon=":material/description:", key="flow_markdown",
        )  # fmt: skip
    if send is not None:
        sending(seen, state, send)


def sending(seen: Visit, state: State, send: Send) -> None:
    """Sends the levels, and nothing else, to the room; a participant who sends again replaces what was sent before."""
    small(seen.text("assessment.send_help"))
    if st.button(seen.text("assessment.send"), key="flow_send"):
        try:
            send(as_sent(assess(state.criteria, state.answers()).levels))
        except PropelliError as error:
            st.error(seen.service.sentence(error, seen.lang))
        else:
            st.success(seen.text("assessment.sent"))
