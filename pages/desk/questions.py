"""A question on the spot: written in under a minute, shown right away or kept in the programme."""

import streamlit as st

from pages.desk.press import At
from pages.rights import facilitator
from pages.visit import Visit
from server.usecases.questions import is_own
from workshop.errors import PropelliError
from workshop.questions import Draft, Kind, draft_of

KINDS: tuple[Kind, ...] = ("words", "one", "many")


def new_question(seen: Visit, code: str) -> None:
    """A question on the spot, from an empty form."""
    if st.button(seen.text("control.new_question"), icon=":material/add:", key="new_question"):
        _form(seen, code, None, None, "new")


def question_buttons(at: At) -> None:
    """Copy and edit the question that is on, where it has a form."""
    chosen = at.desk.current
    draft = draft_of(chosen.model, at.seen.lang) if chosen else None
    if chosen is None or draft is None:
        return
    with st.container(horizontal=True, gap="small"):
        if st.button(at.text("copy_question"), type="tertiary", key="copy_question"):
            _form(at.seen, at.code, draft, None, f"copy_{chosen.id}")
        may_edit = is_own(chosen.name) and chosen.answered == 0
        if may_edit and st.button(at.text("edit_question"), type="tertiary", key="edit_question"):
            _form(at.seen, at.code, draft, chosen.name, f"edit_{chosen.id}")


def _form(seen: Visit, code: str, draft: Draft | None, name: str | None, key: str) -> None:
    title = seen.text("control.edit_question" if name else "control.new_question")
    st.dialog(title, width="medium")(facilitator(code).view(_fields))(
        seen, code, draft or Draft("words", ""), name, key
    )


def _fields(seen: Visit, code: str, draft: Draft, name: str | None, key: str) -> None:
    def text(key: str) -> str:
        return seen.text(f"control.{key}")

    kind = st.segmented_control(
        text("kind"), KINDS, default=draft.kind, required=True, format_func=lambda one: text(f"kind_{one}"),
        key=f"kind_{key}",
    )  # fmt: skip
    question = st.text_input(text("question"), draft.question, key=f"question_{key}")
    options, most = draft.options, draft.max_answers
    if kind == "words":
        most = st.number_input(text("max_answers"), 1, 10, draft.max_answers, key=f"most_{key}")
    else:
        options = st.text_area(text("options"), draft.options, height=160, key=f"options_{key}")
    written = Draft(kind, question, options, int(most))
    with st.container(horizontal=True):
        show_now = name is None and st.button(text("show_now"), type="primary", key=f"main_show_{key}")
        keep = st.button(text("keep_question"), key=f"keep_{key}")
    if show_now or keep:
        _save(seen, code, written, name, opens=show_now)


def _save(seen: Visit, code: str, written: Draft, name: str | None, *, opens: bool) -> None:
    guard, questions = facilitator(code), seen.service.questions
    try:
        if name is not None:
            guard.action(questions.edit)(code, name, written)
        else:
            guard.action(questions.add)(code, written, opens=opens)
    except PropelliError as error:
        st.error(seen.service.sentence(error, seen.lang))
        return
    st.rerun()
