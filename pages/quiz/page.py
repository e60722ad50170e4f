"""The quiz page: the questions, and a result with its own address. Nothing is stored on the server."""

from urllib.parse import urlencode

import streamlit as st

from components.copy_link import copy_link
from components.lists import note
from components.quiz import quiz
from pages.common.context import ROOM, page_context
from pages.common.links import drawing
from pages.quiz.result import picture_card, result_card
from workshop.quiz.rules import QuizResult, as_form, result, result_from_code
from workshop.quiz.share_card import share_card

RESULT = "tulos"
OWN_RESULT = "quiz_own_result"

ctx = page_context()
content = ctx.content.quiz


def share(outcome: QuizResult) -> None:
    """The picture, the link, and the button back to the first question."""
    with st.container(key="quiz_share", horizontal=True, gap="small"):
        st.download_button(
            ctx.text("quiz.picture"),
            data=lambda: share_card(picture_card(ctx, outcome)),
            file_name=f"propelli-{'-'.join(outcome.types).replace('_', '-')}.png",
            mime="image/png",
            on_click="ignore",
            type="primary",
            key="main_quiz_picture",
        )
        is_own = st.session_state.get(OWN_RESULT) == outcome.code
        st.button(ctx.text("quiz.again" if is_own else "quiz.try_it"), key="flow_quiz_again", on_click=remove_result)
    copy_link(
        f"{ctx.address}/testi?{urlencode(shared_query(outcome))}",
        label=ctx.text("quiz.link"),
        copy=ctx.text("quiz.copy"),
        copied=ctx.text("quiz.copied"),
        key="quiz_link",
    )


def shared_query(outcome: QuizResult) -> dict[str, str]:
    """What a shared address says: the result, and the room where another workshop than the front page's is meant."""
    if ctx.room is None or ctx.content is ctx.service.content_of(None):
        return {RESULT: outcome.code}
    return {ROOM: ctx.room.code, RESULT: outcome.code}


def remove_result() -> None:
    st.query_params.pop(RESULT, None)


def foot() -> None:
    """What the quiz is not, and where another one is."""
    with st.container(key="quiz_foot"):
        note(content.disclaimer(ctx.lang))
        for link in ctx.content.pages.links_on("quiz"):
            st.link_button(link.label(ctx.lang), link.url, type="tertiary", icon=":material/open_in_new:")


with st.container(key="page_quiz"):
    code = str(st.query_params.get(RESULT, ""))
    outcome = result_from_code(content, code) if code else None
    with st.container(key="quiz_result_title" if outcome else "quiz_title"):
        st.title(content.title(ctx.lang), anchor=False)
    if code and outcome is None:
        st.warning(ctx.text("quiz.no_result"))
    with st.container(key="quiz_body"):  # the same for the result: the focus stays in the component
        form = quiz(
            {
                "texts": ctx.text.section("quiz"),
                "intro": content.intro(ctx.lang),
                "questions": as_form(content, ctx.lang),
                "faces": [
                    {"picture": drawing(ctx, quiz_type.picture), "name": quiz_type.title(ctx.lang)}
                    for quiz_type in content.types
                    if quiz_type.picture
                ],
                "result": result_card(ctx, outcome) if outcome else None,
            },
            key="quiz",
        )
        if outcome is None:
            foot()
    finished = result(content, form) if form else None
    if finished is not None:
        st.session_state[OWN_RESULT] = finished.code
        st.query_params[RESULT] = finished.code
        st.rerun()
    if outcome is not None:
        share(outcome)
        foot()
