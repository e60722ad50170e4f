"""The outcome part of the self-assessment page: verdict, profile, next steps, comparison cases, downloads."""

from collections.abc import Callable, Mapping

import streamlit as st

from components.assessment import notice, outcome_scale, profile_table, small
from components.assessment.solution import name_field, typed_name
from components.charts.radar import Line, RadarTexts, radar
from pages.assessment.innokyla import innokyla
from pages.assessment.state import State
from pages.common.context import PageContext
from server import clock
from workshop.assessment.answers import form_values
from workshop.assessment.criteria import MET
from workshop.assessment.form import title
from workshop.assessment.report import AssessmentReport, level_text, markdown
from workshop.assessment.rules import Comparison, assess, comparisons
from workshop.assessment.sheet import sheet_pdf
from workshop.errors import PropelliError

Send = Callable[[Mapping[str, str]], None]
"""Stores a visitor's levels as an answer in their room: criterion to `1`–`4` or `unknown`."""


def outcome(ctx: PageContext, state: State, result: AssessmentReport, heading: str) -> None:
    """The verdict and its place on the scale, lowered levels, and the radar."""
    st.header(heading, anchor=False)
    notice("" if result.is_firm else result.status, result.title, result.text)
    if result.lowered:
        st.warning("  \n".join(result.lowered), icon=":material/south:")
    if not result.has_outcome:
        return
    outcomes = [(step.label, step.possible) for step in result.scale]
    possible = "within" if result.is_firm else "within_open"
    outcome_scale(outcomes, ctx.text("assessment.ladder"), ctx.text(f"assessment.{possible}"))
    own = Line(ctx.text("assessment.own"), result.levels)
    radar(
        [row.label for row in result.rows], [own], MET, radar_texts(ctx, state, result.picture), key="assessment_radar"
    )
    small(ctx.text("assessment.radar_help"))


def radar_texts(ctx: PageContext, state: State, alt: str) -> RadarTexts:
    return RadarTexts(alt, state.criteria.unknown.label(ctx.lang))


def details(ctx: PageContext, state: State, result: AssessmentReport) -> None:
    """The next steps, the profile as a table, and the worked cases."""
    if not result.has_outcome:
        return
    st.header(ctx.text("assessment.steps"), anchor=False)
    for place, (column, step) in enumerate(zip(st.columns(len(result.steps)), result.steps, strict=True)):
        with column, st.container(border=True, height="stretch", key=f"card_step_{place}"):
            st.subheader(step.label, anchor=False)
            st.markdown(step.text)
    st.header(ctx.text("assessment.profile"), anchor=False)
    columns = [ctx.text(f"assessment.{name}") for name in ("criterion", "level", "description")]
    rows = [(row.label, row.level_text, row.description) for row in result.rows]
    profile_table(columns, rows, caption=result.solution or ctx.text("assessment.own"))
    compared(ctx, state, result)


def compared(ctx: PageContext, state: State, result: AssessmentReport) -> None:
    """One worked case beside one's own answers; the most similar case is the first option."""
    by_case = {
        comparison.case.id: comparison
        for comparison in comparisons(state.criteria, assess(state.criteria, state.answers()))
    }
    if not by_case:
        return
    st.header(ctx.text("assessment.compare"), anchor=False)
    chosen = st.pills(
        ctx.text("assessment.compare_choose"),
        list(by_case),
        format_func=lambda name: by_case[name].case.title(ctx.lang),
        key=state.key("case"),
        persist_state="session",
    )
    if chosen not in by_case:
        return
    words, picture = st.columns(2, gap="large")
    with words:
        case_words(ctx, state, by_case[chosen])
    with picture:
        lines = [
            Line(ctx.text("assessment.own"), result.levels),
            Line(by_case[chosen].case.title(ctx.lang), tuple(by_case[chosen].outcome.levels.values())),
        ]
        alt = f"{case_description(ctx, state, by_case[chosen])} {result.picture}"
        radar([row.label for row in result.rows], lines, MET, radar_texts(ctx, state, alt), key="assessment_radar_case")


def case_description(ctx: PageContext, state: State, comparison: Comparison) -> str:
    """A case's levels in words."""
    levels = comparison.outcome.levels
    levels_in_words = (
        f"{criterion.label(ctx.lang)}: {level_text(state.criteria, levels[criterion.id], ctx.lang)}"
        for criterion in state.criteria.criteria
    )
    return f"{comparison.case.title(ctx.lang)}: {'; '.join(levels_in_words)}."


def case_words(ctx: PageContext, state: State, comparison: Comparison) -> None:
    """A case in words: what it is, its outcome, and where the two differ."""
    lang, case = ctx.lang, comparison.case
    st.subheader(case.title(lang), anchor=False)
    st.markdown(ctx.text("assessment.compare_result", title=title(state.criteria, comparison.outcome, lang)))
    if case.note:
        small(case.note(lang))
    groups = {
        "compare_same": comparison.same,
        "compare_own": comparison.own_higher,
        "compare_case": comparison.case_higher,
    }
    if not any(groups.values()):
        st.markdown(ctx.text("assessment.compare_none"))
    for name, members in groups.items():
        if members:
            labels = ", ".join(state.criteria.criterion(member).label(lang) for member in members)
            st.markdown(f"**{ctx.text(f'assessment.{name}')}:** {labels}")


def about_solution(ctx: PageContext, state: State) -> None:
    """The solution's name and what the view is based on, both optional; the outcome follows after a pause."""
    key = state.key("name_field")
    name_field(state.typed, ctx.text("assessment.name"), lambda: state.keep_name(typed_name(key)), key)
    small(ctx.text("assessment.name_hint"))
    basis = state.criteria.basis
    st.pills(
        ctx.text("assessment.basis", label=basis.label(ctx.lang)),
        list(basis.options),
        selection_mode="multi",
        format_func=lambda name: basis.options[name](ctx.lang),
        key=state.key("basis"),
        persist_state="session",
    )


def downloads(ctx: PageContext, state: State, result: AssessmentReport, send: Send | None = None) -> None:
    """The name and the basis for the files, which are made at the press; with `send`, also a press that sends."""
    st.header(ctx.text("assessment.take"), anchor=False)
    st.markdown(ctx.text("assessment.take_help"))
    about_solution(ctx, state)
    name = f"propelli-{ctx.text('assessment.file')}-{clock.local(clock.now_ms()):%Y-%m-%d}"
    with st.container(horizontal=True, key="assessment_files"):
        st.download_button(
            ctx.text("assessment.pdf"), data=lambda: sheet_pdf(result), file_name=f"{name}.pdf",
            mime="application/pdf", on_click="ignore", icon=":material/picture_as_pdf:", key="flow_pdf",
        )  # fmt: skip
        st.download_button(
            ctx.text("assessment.markdown"), data=lambda: markdown(result), file_name=f"{name}.md",
            mime="text/markdown", on_click="ignore", icon=":material/description:", key="flow_markdown",
        )  # fmt: skip
    innokyla(ctx, state)
    if send is not None:
        sending(ctx, state, send)


def sending(ctx: PageContext, state: State, send: Send) -> None:
    """Sends the levels, and nothing else, to the room; a participant who sends again replaces what was sent before."""
    small(ctx.text("assessment.send_help"))
    if st.button(ctx.text("assessment.send"), key="flow_send"):
        try:
            send(form_values(assess(state.criteria, state.answers()).levels))
        except PropelliError as error:
            st.error(ctx.service.sentence(error, ctx.lang))
        else:
            st.success(ctx.text("assessment.sent"))
