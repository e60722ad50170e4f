"""The self-assessment page: questions, outcome and downloads; nothing is stored unless it is sent."""

from functools import partial

import streamlit as st
from babel.dates import format_date

from components.assessment import Question, arrival, ask, small
from components.same_tab_link import same_tab_link
from pages.assessment.outcome import Send, details, downloads, outcome
from pages.assessment.state import EXAMPLE, State
from pages.assessment.steps import hallmarks, so_far, steps_row
from pages.common.context import PageContext, page_context
from pages.common.links import page_address
from server import clock
from workshop.activities.assessment import ASSESSMENT_PAGE
from workshop.assessment.answers import asks_aspects, required_aspects
from workshop.assessment.criteria import LEVELS, Criterion
from workshop.assessment.form import UNKNOWN
from workshop.assessment.report import About, AssessmentReport, report

ONE, ALL = "one", "all"
VIEW = "assessment_view"


def current_state(ctx: PageContext) -> State:
    """The state of one's own solution, or of the example in the address; warns where there is no such example."""
    example_id = st.query_params.get(EXAMPLE)
    example = next((item for item in ctx.content.examples if item.id == example_id), None)
    if example_id and example is None:
        st.warning(ctx.text("assessment.example_missing"))
    state = State(ctx.content.criteria, example)
    state.fill(ctx.lang)
    return state


def question_text(ctx: PageContext) -> str:
    """The activity's question, or the title of the criteria where the programme has no assessment."""
    content = ctx.content
    questions = [activity.question for activity in content.activities if activity.form_page == ASSESSMENT_PAGE]
    return (questions or [content.criteria.title])[0](ctx.lang)


def set_view(view: str) -> None:
    st.session_state[VIEW] = view


def view_link(ctx: PageContext, view: str) -> None:
    """A press that looks like a link: to the other of the two views."""
    other = ONE if view == ALL else ALL
    with st.container(key="assessment_view_link"):
        st.button(
            ctx.text(f"assessment.view_{other}"), key="assessment_other_view", type="tertiary",
            on_click=partial(set_view, other),
        )  # fmt: skip


def example_banner(ctx: PageContext, state: State) -> None:
    """Which example is filled in, and how."""
    if state.example is None:
        return
    with st.container(border=True, key="card_example"):
        st.header(ctx.text("assessment.example_title", title=state.example.title(ctx.lang)), anchor=False)
        st.markdown(state.example.summary(ctx.lang))
        st.markdown(ctx.text("assessment.example_help"))
        if state.example.note:
            small(state.example.note(ctx.lang))
        same_tab_link(ctx.text("assessment.example_back"), page_address(ctx, "examples"))


def ask_criterion(ctx: PageContext, state: State, criterion: Criterion, number: str) -> None:
    """One criterion's question with its levels; `number` is its place among all."""
    lang = ctx.lang
    is_stated = criterion.id in state.stated_criteria
    note = ""
    if state.example is not None:
        note = ctx.text(f"assessment.example_{'stated' if is_stated else 'silent'}")

    def aspects_label(choice: str | None) -> str | None:
        if is_stated or criterion.aspects_question is None or not asks_aspects(criterion, choice):
            return None
        aspects_question, required = criterion.aspects_question(lang), required_aspects(criterion, choice)
        return (
            ctx.text("assessment.mark_at_least", question=aspects_question, n=required)
            if required
            else aspects_question
        )

    unknown = state.criteria.unknown
    question = Question(
        id=criterion.id,
        eyebrow=f"{number} · {criterion.label(lang)}",
        question=criterion.question(lang),
        help=criterion.help(lang),
        choices={
            **{str(level): criterion.anchors.for_level(level)(lang) for level in LEVELS},
            UNKNOWN: unknown.label(lang),
        },
        captions={
            **{str(level): state.criteria.levels.for_level(level)(lang) for level in LEVELS},
            UNKNOWN: unknown.hint(lang),
        },
        note=note,
        aspects={name: label(lang) for name, label in criterion.aspects.items()},
        aspects_label=aspects_label,
    )
    ask(question, state.choice_key(criterion.id), state.aspects_key(criterion.id))


def today(ctx: PageContext) -> str:
    """The day in Helsinki as the visitor's language writes it."""
    return format_date(clock.local(clock.now_ms()).date(), "medium", locale={"en": "en_GB"}.get(ctx.lang, ctx.lang))


def assessment_report(ctx: PageContext, state: State) -> AssessmentReport:
    """The outcome of the answers as they stand."""
    about = About(question_text(ctx), state.solution, state.basis, today(ctx))
    return report(state.criteria, state.answers(), about, ctx.text)


def one_at_a_time(ctx: PageContext, state: State) -> None:
    """Each question and the result as steps; going back keeps all answers."""
    step, is_result = state.step, state.step == state.result_step
    step_key = f"assessment_step_{step}"
    with st.container(key="assessment_result_frame" if is_result else "assessment_frame"):
        hallmarks(ctx, state)
        with st.container(key=step_key):
            if is_result:
                outcome(ctx, state, assessment_report(ctx, state), ctx.text("assessment.result"))
                steps_row(ctx, state)
            else:
                with st.container(border=True, key="card_question"):
                    number = ctx.text("assessment.step", n=step, max=state.result_step - 1)
                    ask_criterion(ctx, state, state.criteria.criteria[step - 1], number)
                    steps_row(ctx, state)
        result = assessment_report(ctx, state)
        if not is_result:
            so_far(ctx, result)
        view_link(ctx, ONE)
    if is_result:
        after_outcome(ctx, state, result)
    elif step == 1:
        introduction(ctx, state)
    arrival(step_key, key="assessment_arrival")


def introduction(ctx: PageContext, state: State) -> None:
    """What is asked and why."""
    with st.container(key="assessment_introduction"):
        st.markdown(ctx.content.assessment_texts.recognise(ctx.lang))
        st.markdown(state.criteria.intro(ctx.lang))


def all_at_once(ctx: PageContext, state: State) -> None:
    """Every question on one page, the outcome beside them as it changes."""
    questions, live = st.columns([1.55, 1], gap="large")
    with questions:
        introduction(ctx, state)
        view_link(ctx, ALL)
        criteria = state.criteria.criteria
        for place, criterion in enumerate(criteria, 1):
            with st.container(border=True, key=f"card_criterion_{place}"):
                ask_criterion(ctx, state, criterion, ctx.text("assessment.step", n=place, max=len(criteria)))
    result = assessment_report(ctx, state)
    with live, st.container(key="assessment_live"):
        outcome(ctx, state, result, ctx.text("assessment.live"))
    after_outcome(ctx, state, result)


def after_outcome(ctx: PageContext, state: State, result: AssessmentReport) -> None:
    """Everything after the outcome: next steps, the table, worked cases, downloads, links."""
    with st.container(key="assessment_rest"):
        details(ctx, state, result)
        if result.has_outcome:
            downloads(ctx, state, result, sender(ctx))
        further(ctx, state)


def sender(ctx: PageContext) -> Send | None:
    """The function that sends the visitor's levels to their room; None unless its assessment is open to them."""
    room, participant = ctx.room, ctx.participant
    if room is None or participant is None or not ctx.service.answering.takes_assessment(room.code):
        return None
    return partial(ctx.service.answering.send_assessment, room.code, participant)


def further(ctx: PageContext, state: State) -> None:
    """The disclaimer, links, and the features that are common but no conditions."""
    content, texts = ctx.content, ctx.content.assessment_texts
    with st.container(border=True, key="card_further"):
        st.header(ctx.text("assessment.more"), anchor=False)
        st.markdown(state.criteria.disclaimer(ctx.lang))
        for link in content.pages.links_on("assessment"):
            st.link_button(link.label(ctx.lang), link.url, icon=":material/open_in_new:")
        if texts.features:
            st.markdown(texts.features_intro(ctx.lang))
            st.markdown("\n".join(f"- {feature(ctx.lang)}" for feature in texts.features))
            if texts.features_source:
                small(texts.features_source(ctx.lang))
    st.button(ctx.text("assessment.clear"), key="flow_clear", type="tertiary", on_click=state.clear)


def draw(ctx: PageContext) -> None:
    """The whole page; an example is told of above its first question."""
    with st.container(key="assessment_title"):
        st.title(question_text(ctx), anchor=False)
        small(ctx.text("assessment.lead", n=len(ctx.content.criteria.ids)))
    state = current_state(ctx)
    view = st.session_state.get(VIEW, ONE)
    if view == ALL or state.step == 1:
        example_banner(ctx, state)
    (one_at_a_time if view == ONE else all_at_once)(ctx, state)


with st.container(key="page_assessment"):
    draw(page_context())
