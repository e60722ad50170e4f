"""One question at a time: the hallmarks beside it as steps, and the outcome of the answers so far."""

from functools import partial

import streamlit as st

from components.assessment import outcome_so_far
from components.text import plain
from pages.assessment.state import State
from pages.common.context import PageContext
from workshop.assessment.criteria import Criterion
from workshop.assessment.form import UNKNOWN
from workshop.assessment.report import AssessmentReport


def hallmarks(ctx: PageContext, state: State) -> None:
    """A button for each criterion, with what was answered."""
    with st.container(key="assessment_marks"):
        for place, criterion in enumerate(state.criteria.criteria, 1):
            answered = state.choice(criterion.id) is not None
            status = "now" if place == state.step else "done" if answered else "todo"
            with st.container(key=f"assessment_{status}_{place}"):
                words = ctx.text("assessment.answer_now") if status == "now" else _answer(ctx, state, criterion)
                st.button(
                    f"{plain(criterion.label(ctx.lang))}{f' :small[{plain(words)}]' if words else ''}",
                    key=f"mark_{place}", type="tertiary", width="stretch", on_click=partial(state.go_to, place),
                )  # fmt: skip


def _answer(ctx: PageContext, state: State, criterion: Criterion) -> str:
    choice = state.choice(criterion.id)
    if choice is None:
        return ""
    known = state.criteria.unknown.label if choice == UNKNOWN else state.criteria.levels.for_level(int(choice))
    return known(ctx.lang)


def so_far(ctx: PageContext, result: AssessmentReport) -> None:
    """The outcome, or what is needed for one, and which outcomes are possible."""
    with st.container(key="assessment_so_far"):
        outcomes = [(step.label, step.possible) for step in result.scale]
        possible = ctx.text(f"assessment.{'within' if result.is_firm else 'within_open'}")
        outcome_so_far(result.status, result.title, result.text, outcomes, ctx.text("assessment.ladder"), possible)


def steps_row(ctx: PageContext, state: State) -> None:
    """The buttons back and next."""
    step, last = state.step, state.result_step
    with st.container(horizontal=True, key="assessment_steps"):
        if step > 1:
            st.button(
                ctx.text("assessment.to_questions" if step == last else "assessment.back"),
                key="flow_back", icon=":material/arrow_back:", on_click=partial(state.go_to, step - 1),
            )  # fmt: skip
        if step < last:
            st.button(
                ctx.text(f"assessment.{'to_result' if step == last - 1 else 'next'}"),
                key="main_next", type="primary", width="stretch", on_click=partial(state.go_to, step + 1),
            )  # fmt: skip
