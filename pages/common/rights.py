"""Authorisation of facilitators: checked again at every press, refresh, dialog and file, for the room concerned.

A page that was opened with a right keeps running after the right has ended. Whatever a facilitator's page hands to
Streamlit to be called later (a callback, a fragment, a dialog, a file) therefore goes through a Guard.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import ParamSpec, TypeVar

import streamlit as st

from components.same_tab_link import same_tab_link
from pages.common.context import PageContext, page_context
from server.access import WrongKeyError
from server.usecases.rooms import grouped_code

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")
MADE_LINK = "made_link"


@dataclass(frozen=True)
class Guard:
    """One right, asked for at every call. The code is that of the room concerned; None is the list of all rooms.

    `moderates`: the right to decide of answers and questions is enough.
    """

    code: str | None
    moderates: bool = False

    def may(self) -> bool:
        """Whether the visitor has the right now."""
        ctx = page_context()
        if self.code is None:
            return ctx.is_organiser
        return ctx.moderates(self.code) if self.moderates else ctx.controls(self.code)

    def action(self, function: Callable[Parameters, Result]) -> Callable[Parameters, Result]:
        """For callbacks, changes and files: raises WrongKeyError, with nothing done, once the right has ended."""

        @wraps(function)
        def guarded(*args: Parameters.args, **kwargs: Parameters.kwargs) -> Result:
            if not self.may():
                raise WrongKeyError
            return function(*args, **kwargs)

        return guarded

    def view(self, function: Callable[Parameters, None], *, ends_page: bool = False) -> Callable[Parameters, None]:
        """For fragments and dialogs: draws the way to sign in instead once the right has ended.

        `ends_page` is for a fragment that looks by itself: the whole page is then drawn anew, and open dialogs close.
        """

        @wraps(function)
        def guarded(*args: Parameters.args, **kwargs: Parameters.kwargs) -> None:
            if self.may():
                function(*args, **kwargs)
            elif ends_page:
                st.rerun(scope="app")
            else:
                no_access(page_context())

        return guarded


def facilitator(code: str) -> Guard:
    """The right to the room of this code: its control link, or the organiser's password."""
    return Guard(code)


def moderator(code: str) -> Guard:
    """The right to decide of answers and questions of the room of this code."""
    return Guard(code, moderates=True)


def organiser() -> Guard:
    """The right to all rooms."""
    return Guard(None)


def no_access(ctx: PageContext) -> None:
    """Says who the page is for and how to get in; whoever has just made a new control link goes on with that."""
    st.warning(ctx.text("control.no_access"))
    base = ctx.service.settings.base
    if ctx.room is not None and (key := made_key(ctx)):
        st.success(ctx.text("control.new_link_made"))
        st.markdown(f"{ctx.text('app.code')} **{grouped_code(ctx.room.code)}**")
        same_tab_link(ctx.text("control.use_new_link"), f"{base}/ohjaa/{ctx.room.code}/{key}", main=True)
    else:
        same_tab_link(ctx.text("control.sign_in"), f"{base}/ohjaus", main=True)


def made_key(ctx: PageContext) -> str | None:
    """The key of the link that this very page has made, while it is the room's."""
    key = st.session_state.get(MADE_LINK)
    if ctx.room is None or not isinstance(key, str) or not ctx.service.access.is_room_key(ctx.room, key):
        return None
    return key
