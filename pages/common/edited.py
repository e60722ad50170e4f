"""The workshop that the editor's address names, and whether it may be edited as it is."""

from typing import Literal

import streamlit as st

from pages.common.context import PageContext

WORKSHOP = "tyopaja"
Editing = Literal["edited", "built_in", "no_workshop"]


def edited_workshop(ctx: PageContext) -> tuple[str, Editing]:
    """The id in the address; a workshop that comes with the program is edited as a copy only."""
    named = str(st.query_params.get(WORKSHOP, ""))
    origins = {workshop.id: workshop.origin for workshop in ctx.service.workshops.all()}
    if named not in origins:
        return named, "no_workshop"
    return named, "built_in" if origins[named] == "built_in" else "edited"
