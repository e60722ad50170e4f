"""The form of a question: on the spot, of items that nobody has answered, and what is kept for the next time."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from components.item_form import item_form
from components.lists import note
from components.same_tab_link import same_tab_link
from pages.common.context import PageContext, page_context
from pages.common.rights import facilitator, organiser
from server.usecases.desk import DeskActivity
from server.usecases.editor_payloads import kind_payloads
from server.usecases.rights import OrganiserError
from workshop.activities.blanks import blank_activity
from workshop.activities.registry import KINDS
from workshop.content.item import activity_item
from workshop.errors import PropelliError

TITLES = {"copy": "new_question", "edit": "edit_question", "room": "edit_room"}
Subject = Mapping[str, Any]


def new_question(ctx: PageContext, code: str, *, key: str) -> None:
    """A question on the spot, from an empty form."""
    if st.button(ctx.text("control.new_question"), icon=":material/add:", key=key):
        blank = {"name": None, "item": blank_activity(KINDS[0].activity), "languages": [ctx.lang]}
        _open(ctx, code, "new_question", blank, [])


def open_question(ctx: PageContext, code: str, form: str, activity: str) -> None:
    """A form of the desk: of one question of the programme, or with `room` of all that may still be edited."""
    desk = ctx.service.desks.get(code)
    chosen = next((candidate for candidate in desk.activities if candidate.name == activity), None)
    if form == "room":
        _open(ctx, code, TITLES[form], None, [_listed(ctx, code, listed) for listed in desk.activities])
    elif chosen is not None and form == "keep":
        st.dialog(ctx.text("control.keep_question"))(facilitator(code).view(_next_time))(code, activity)
    elif chosen is not None:
        subject = _subject(ctx, code, chosen)
        _open(ctx, code, TITLES[form], {**subject, "name": None} if form == "copy" else subject, [])


def _subject(ctx: PageContext, code: str, chosen: DeskActivity) -> Subject:
    """The item as its form begins; one that is written once for all languages is edited in the page's."""
    room = ctx.service.rooms.get(code)
    languages = ctx.service.questions.languages(room, chosen.name, chosen.model) or (ctx.lang,)
    return {"name": chosen.name, "item": activity_item(chosen.model, languages), "languages": list(languages)}


def _listed(ctx: PageContext, code: str, listed: DeskActivity) -> Subject:
    return {
        **_subject(ctx, code, listed),
        "title": listed.model.title(ctx.lang),
        "picture": f"{ctx.service.settings.base}/assets/svg/kind_{listed.model.kind}.svg",
        "reason": ctx.text("control.has_answers", n=listed.most_answered) if listed.most_answered else None,
    }


def _open(ctx: PageContext, code: str, title: str, subject: Subject | None, items: Sequence[Subject]) -> None:
    """Opens the form; each opening is a form of its own, with nothing left from the one before."""
    opened = st.session_state["question_forms"] = int(st.session_state.get("question_forms", 0)) + 1
    words, key = ctx.text(f"control.{title}"), f"item_form_{opened}"
    st.dialog(words, width="medium")(facilitator(code).view(_fields))(code, subject, items, key)


def _fields(code: str, subject: Subject | None, items: Sequence[Subject], key: str) -> None:
    ctx = page_context()
    room = ctx.service.rooms.get(code)
    content = ctx.service.content_of(room)
    data = {
        "base": ctx.service.settings.base,
        "room": code,
        "lang": ctx.lang,
        "rev": room.rev,
        "kinds": kind_payloads(content.has, ctx.service.settings.base, ctx.text),
        "texts": ctx.text.section("editor"),
        "lost": ctx.text("control.press_lost"),
        "subject": subject,
        "items": items,
    }
    if item_form(data, key):
        st.rerun()


def _next_time(code: str, activity: str) -> None:
    """Puts the question into the workshop, for its next rooms, if the organiser wishes so."""
    ctx = page_context()
    if not organiser().may():
        st.warning(ctx.service.sentence(OrganiserError(), ctx.lang))
        same_tab_link(ctx.text("control.sign_in"), f"{ctx.service.settings.base}/ohjaus", main=True)
        return
    note(ctx.text("control.keep_help"))
    if not st.button(ctx.text("control.keep_now"), type="primary", key="keep_question"):
        return
    try:
        organiser().action(ctx.service.questions.keep)(code, activity)
    except PropelliError as error:
        st.warning(ctx.service.sentence(error, ctx.lang))
    else:
        st.success(ctx.text("control.is_kept"))
