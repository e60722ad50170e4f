"""The solution under Innokylä's headings: a few optional fields, and the text as Markdown and as a document."""

import streamlit as st

from components.assessment import small
from pages.assessment.state import State
from pages.common.context import PageContext
from server import clock
from workshop.exports.dates import long_date
from workshop.exports.memo import description_docx
from workshop.exports.office import DOCUMENT
from workshop.exports.tables_base import ascii_name
from workshop.innokyla.assessment_facts import OwnWords, assessment_facts
from workshop.innokyla.description import Description, describe, joined
from workshop.innokyla.example_facts import example_facts
from workshop.innokyla.markdown import description_markdown
from workshop.innokyla.template import template
from workshop.words.clean import cleaned

LANG = "fi"
LONGEST = {"summary": 300, "place": 100, "area": 100, "idea": 1500}
"""The fields that are asked of one's own solution, with the most letters of each."""
MAX_NAME = 40


def innokyla(ctx: PageContext, state: State) -> None:
    """A fold with the fields and the two files; an example brings its own texts and is asked nothing."""
    with st.expander(ctx.text("assessment.innokyla.title"), key=state.key("innokyla")):
        small(ctx.text("assessment.innokyla.help"))
        if state.example is None:
            for name, longest in LONGEST.items():
                field = st.text_area if name == "idea" else st.text_input
                label, key = ctx.text(f"assessment.innokyla.{name}"), state.key(f"innokyla_{name}")
                field(label, max_chars=longest, key=key, persist_state="session")
        described = description(ctx, state)
        name = f"innokyla-{ascii_name(described.name)[:MAX_NAME].strip('-')}".rstrip("-")
        with st.container(horizontal=True, key="innokyla_files"):
            st.download_button(
                ctx.text("assessment.innokyla.markdown"), data=lambda: description_markdown(described),
                file_name=f"{name}.md", mime="text/markdown", on_click="ignore", key="innokyla_markdown",
            )  # fmt: skip
            st.download_button(
                ctx.text("assessment.innokyla.docx"), data=lambda: _document(ctx, described),
                file_name=f"{name}.docx", mime=DOCUMENT, on_click="ignore", key="innokyla_docx",
            )  # fmt: skip


def description(ctx: PageContext, state: State) -> Description:
    """What the example, the visitor and the answers tell, in Finnish; nothing of it is stored."""
    headings, content = template(), ctx.content
    example = state.example
    is_own_name = example is None or state.solution != example.title(ctx.lang)
    own = OwnWords(state.solution if is_own_name else "", **{name: _typed(state, name) for name in LONGEST})
    facts = example_facts(headings, content, state.example) if state.example else {}
    answers = assessment_facts(headings, state.criteria, state.answers(), state.basis, content.texts[LANG])
    today = long_date(clock.local(clock.now_ms()), LANG)
    return describe(headings, joined({**facts, **own.facts}, answers), today)


def _typed(state: State, name: str) -> str:
    if state.example is not None:
        return ""
    return cleaned(str(st.session_state.get(state.key(f"innokyla_{name}")) or ""))[: LONGEST[name]]


def _document(ctx: PageContext, described: Description) -> bytes:
    made_at = clock.local(clock.now_ms()).replace(tzinfo=None)
    return description_docx(described, ctx.text("app.name"), made_at)
