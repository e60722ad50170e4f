"""A question on the spot: written in under a minute, shown right away or kept in the programme."""

from collections.abc import Callable, Mapping

import streamlit as st

from components.presses import Press, Pressed
from pages.common.context import PageContext, page_context
from pages.common.rights import facilitator
from pages.desk.press import DeskContext
from pages.desk.press import note as refusal
from server.usecases.questions import is_own
from workshop.activities.drafts import Draft
from workshop.activities.registry import DRAFT_FORMS
from workshop.activities.scale import STEPS
from workshop.activities.text import MAX_ANSWERS

CLOSES = "question_close"


def new_question(ctx: PageContext, code: str) -> None:
    """A question on the spot, from an empty form."""
    if st.button(ctx.text("control.new_question"), icon=":material/add:", key="new_question"):
        _form(ctx, code, Draft("words", ""), None, "new")


def open_question(ctx: PageContext, code: str, form: str, activity: str) -> None:
    """A form of a question of the programme: `copy` or `edit`; nothing where it has none, or can no more be edited."""
    listed = ctx.service.desks.get(code).activities
    chosen = next((candidate for candidate in listed if candidate.name == activity), None)
    draft = chosen.model.to_draft(ctx.lang) if chosen else None
    if chosen is None or draft is None:
        return
    if form == "copy":
        _form(ctx, code, draft, None, f"copy_{chosen.id}")
    elif is_own(chosen.name) and chosen.answered == 0:
        _form(ctx, code, draft, chosen.name, f"edit_{chosen.id}")


def _form(ctx: PageContext, code: str, draft: Draft, name: str | None, key: str) -> None:
    """Opens the form; each opening is a form of its own, with nothing left from the one before."""
    opened = st.session_state["question_forms"] = int(st.session_state.get("question_forms", 0)) + 1
    st.session_state.pop(CLOSES, None)
    title = ctx.text("control.edit_question" if name else "control.new_question")
    st.dialog(title, width="medium")(facilitator(code).view(_fields))(code, draft, name, f"{key}_{opened}")


def _fields(code: str, draft: Draft, name: str | None, key: str) -> None:
    """What is typed outlives the fields that leave when another kind is chosen."""
    if st.session_state.pop(CLOSES, False):
        st.rerun()
    ctx = page_context()
    desk = DeskContext(ctx, ctx.service.desks.get(code))
    form = st.segmented_control(
        desk.text("kind"), DRAFT_FORMS, default=draft.form, required=True,
        format_func=lambda name: desk.text(f"kind_{name}"), key=f"kind_{key}", persist_state="page",
    )  # fmt: skip
    st.text_input(desk.text("question"), draft.question, key=f"question_{key}", persist_state="page")
    DRAFT_FIELDS[form](desk, draft, key)

    def typed() -> dict[str, object]:
        state = st.session_state
        kind = state.get(f"kind_{key}") or draft.form
        return {
            "kind": kind,
            "question": str(state.get(f"question_{key}", draft.question) or ""),
            "options": str(state.get(f"options_{key}", draft.options) or ""),
            "steps": int(state.get(f"steps_{key}", draft.steps) or draft.steps),
            "low": str(state.get(f"low_{key}", draft.low) or ""),
            "high": str(state.get(f"high_{key}", draft.high) or ""),
            "unsure": bool(state.get(f"unsure_{key}", draft.unsure)),
            "max_answers": int(state.get(f"most_{kind}_{key}", draft.max_answers) or draft.max_answers),
        }

    def close(_: Pressed) -> None:
        st.session_state[CLOSES] = True

    keep = desk.text("keep_question")
    if name is not None:
        buttons = [Press(keep, "edit_question", {"name": name}, kind="main")]
    else:
        show_now = Press(desk.text("show_now"), "add_question", {"opens": True}, kind="main")
        buttons = [show_now, Press(keep, "add_question", {"opens": False})]
    refusal()
    desk.presses(f"save_{key}", *buttons, typed=typed, done=close)


def _max_answers_field(desk: DeskContext, draft: Draft, key: str) -> None:
    label, value = desk.text("max_answers"), draft.max_answers
    st.number_input(label, 1, 10, value, key=f"most_words_{key}", persist_state="page")


def _texts_field(desk: DeskContext, draft: Draft, key: str) -> None:
    """One answer a person where the draft was not one of texts."""
    label, value = desk.text("max_answers"), draft.max_answers if draft.form == "text" else 1
    st.number_input(label, 1, MAX_ANSWERS, value, key=f"most_text_{key}", persist_state="page")


def _options_field(desk: DeskContext, draft: Draft, key: str) -> None:
    st.text_area(desk.text("options"), draft.options, height=160, key=f"options_{key}", persist_state="page")


def _scale_fields(desk: DeskContext, draft: Draft, key: str) -> None:
    st.text_area(desk.text("statements"), draft.options, height=160, key=f"options_{key}", persist_state="page")
    st.segmented_control(
        desk.text("steps"), STEPS, default=draft.steps, required=True, key=f"steps_{key}", persist_state="page"
    )
    for end, usual in (("low", draft.low), ("high", draft.high)):
        st.text_input(desk.text(end), usual or desk.text(f"{end}_usual"), key=f"{end}_{key}", persist_state="page")
    st.toggle(desk.text("allow_unsure"), draft.unsure, key=f"unsure_{key}", persist_state="page")


DRAFT_FIELDS: Mapping[str, Callable[[DeskContext, Draft, str], None]] = {
    "words": _max_answers_field,
    "one": _options_field,
    "many": _options_field,
    "text": _texts_field,
    "scale": _scale_fields,
}
"""Form of a question on the spot to its own fields, below the question."""
