"""The examples' tab of the editor: their table with the map beside it, their words, their files."""

from urllib.parse import quote, urlencode

import streamlit as st

from components.finland_map import Land, land
from components.finland_map.component import finland_map
from components.lists import note
from components.sheet_files import sheet_files
from components.text import untrusted_text
from pages.common.context import PageContext
from pages.common.remembered import remembered
from pages.common.rights import organiser
from pages.editor.edited_table import press_note, tried
from pages.editor.example_table import example_table
from pages.editor.example_words import example_words
from server.usecases import example_map
from server.usecases.draft_examples import DraftExamples
from workshop.content.content import Content

MAX_FAULTS = 12


def examples_part(ctx: PageContext, workshop: str, session: str) -> None:
    """Everything of the tab; until the editor has said who edits, only what is there."""
    with st.container(key="editor_examples"):
        st.fragment(organiser().view(_examples))(ctx, workshop, session)


def _examples(ctx: PageContext, workshop: str, session: str) -> None:
    lang = str(st.session_state.get("examples_lang") or ctx.lang)
    view = ctx.service.example_editing.open(workshop, session, lang)
    if _is_changed(view):
        st.rerun()
    press_note(ctx)
    if not view.is_begun:
        _begin(ctx, workshop, session)
        return
    _languages(ctx, view)
    table, picture = st.columns([2, 1], gap="medium")
    with table:
        example_table(ctx, workshop, session, view)
        _faults(ctx, view)
        _files(ctx, workshop, session, view)
        with st.expander(ctx.text("editor.examples.words_title")):
            example_words(ctx, workshop, session, view)
        st.button(
            ctx.text("editor.examples.remove"),
            key="flow_end_examples",
            icon=":material/delete:",
            disabled=not view.may_edit,
            on_click=organiser().action(tried(ctx.service.example_editing.end)),
            args=(workshop, session, view.lang),
        )
        note(ctx.text("editor.examples.municipalities"))
    with picture:
        _map(ctx, view)


def _is_changed(view: DraftExamples) -> bool:
    """Whether the draft has changed since the page was drawn: the editor above the table is to hear of it."""
    key, rev = "editor_revision", view.draft.head.rev
    before = st.session_state.get(key)
    st.session_state[key] = rev
    return before is not None and before != rev


def _begin(ctx: PageContext, workshop: str, session: str) -> None:
    st.text(ctx.text("editor.examples.about"))
    st.button(
        ctx.text("editor.examples.begin"),
        key="main_begin_examples",
        icon=":material/add:",
        type="primary",
        on_click=organiser().action(tried(ctx.service.example_editing.begin)),
        args=(workshop, session, ctx.lang),
    )


def _languages(ctx: PageContext, view: DraftExamples) -> None:
    """Which language's texts the table shows."""
    if len(view.languages) > 1:
        st.session_state["examples_lang"] = view.lang
        st.segmented_control(
            ctx.text("editor.examples.text_language"),
            view.languages,
            required=True,
            format_func=lambda lang: ctx.text(f"editor.choices.languages.{lang}"),
            key="examples_lang",
        )


def _faults(ctx: PageContext, view: DraftExamples) -> None:
    """What is to be mended, by row."""
    faults = ctx.service.example_editing.faults(view, ctx.text)
    if not faults:
        return
    with st.container(key="example_faults", gap="small"):
        st.html(f'<p class="fault-count">{ctx.text("editor.examples.faults", n=len(faults))}</p>')
        for row, sentence in faults[:MAX_FAULTS]:
            place = (
                ctx.text("editor.examples.row", n=row) if row is not None else ctx.text("editor.examples.words_title")
            )
            untrusted_text(f"{place}, {sentence}" if row is not None else f"{place}: {sentence}")


def _files(ctx: PageContext, workshop: str, session: str, view: DraftExamples) -> None:
    address = f"{ctx.service.settings.base}/workshops/{quote(workshop, safe='')}/draft/examples"
    query = urlencode({"kieli": ctx.lang, "session": session})
    texts = ctx.text.section("editor")["examples"]["files"]
    data = {"address": address, "query": query, "lang": ctx.lang, "disabled": not view.may_edit, "texts": texts}
    sheet_files(data, key="example_files")


def _map(ctx: PageContext, view: DraftExamples) -> None:
    """The examples that are whole, where they are on the map."""
    drawn = view.map_content()
    if drawn is None:
        return
    content, examples = drawn
    shown = example_map.map_examples(content, view.lang, frozenset(example.id for example in examples), lambda _: ())
    finland_map(
        _land(ctx, content),
        example_map.area_names(content, view.lang),
        shown,
        None,
        example_map.map_texts(content, ctx.lang, len(examples)),
        key=f"draft_map_{view.lang}",
    )


def _land(ctx: PageContext, content: Content) -> Land:
    """The drawn map; dear, and the same while the examples' places are. A map of the workshop's own is drawn anew."""
    anchors = tuple(example_map.anchor(content, example) for example in content.examples)

    def draw() -> Land:
        return land(content.outlines.rings, list(anchors))

    return draw() if content.document.regions is not None else remembered(ctx.content, ("draft land", anchors), draw)
