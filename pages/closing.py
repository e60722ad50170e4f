"""The closing: where the work goes on after the workshop."""

import streamlit as st

from components.cards import Door, Link, doors
from components.lists import note, points
from pages.common.context import Visit, visit
from pages.common.links import drawing, has, way
from workshop.content.page_texts import Link as Outside

HERE = {"examples": "door_explore.svg", "assessment": "root_grower.svg", "quiz": "propeller_head.svg"}


def innokyla(seen: Visit) -> None:
    """The service and what it gives."""
    texts = seen.service.content.pages.closing
    with st.container(key="closing_service"):
        st.markdown(texts.service(seen.lang))
        for link in seen.service.content.pages.links_on("closing"):
            if link.action:
                st.link_button(
                    link.action(seen.lang),
                    link.url,
                    type="primary",
                    icon=":material/open_in_new:",
                    key=f"main_{link.id}",
                )
    st.header(texts.benefits_title(seen.lang), anchor=False)
    points([benefit(seen.lang) for benefit in texts.benefits])


def outside(seen: Visit) -> None:
    """The links, those that may be closed last."""
    pages = seen.service.content.pages
    found: list[Outside] = [*pages.links_on("closing"), *pages.links_on("assessment"), *pages.links_on("quiz")]
    st.header(seen.text("closing.links"), anchor=False)
    with st.container(key="closing_links", horizontal=True, gap="small"):
        for link in sorted((one for one in found if one.action is None), key=lambda one: one.dated):
            st.link_button(link.label(seen.lang), link.url, icon=":material/open_in_new:")
    if pages.hashtag:
        note(f"{seen.text('closing.hashtag')} {pages.hashtag}")


def background(seen: Visit) -> None:
    """The competence centre and Europe."""
    texts = seen.service.content.pages.closing
    centre, europe = st.columns(2, gap="large")
    with centre:
        st.header(seen.text("closing.centre"), anchor=False)
        st.markdown(texts.centre(seen.lang))
    with europe:
        st.header(seen.text("closing.europe"), anchor=False)
        st.markdown(texts.europe(seen.lang))


def go_on(seen: Visit) -> None:
    """The pages of this app that are of use after the workshop too."""
    shown = [
        Door(
            seen.text(f"closing.{name}"),
            seen.text(f"closing.{name}_help"),
            ink,
            drawing(seen, picture),
            (Link(seen.text(f"closing.{name}_link"), way(seen, name)),),
        )
        for (name, picture), ink in zip(HERE.items(), ("jarvi", "kuusi", "lakka"), strict=True)
        if has(name)
    ]
    doors(shown)


here = visit()
with st.container(key="page_closing"):
    st.title(here.text("closing.title"), anchor=False)
    innokyla(here)
    outside(here)
    background(here)
    with st.container(key="closing_doors"):
        go_on(here)
