"""The opening: what the workshop is about, and the doors to answer, to explore and to run it."""

import streamlit as st

from components.cards import CodeField, Door, Link, doors
from components.hero import scene
from pages.common.context import Visit, visit
from pages.common.links import drawing, has, way

EXPLORE = ("examples", "assessment", "quiz")


def hero(seen: Visit) -> None:
    """The title and the reason, over a picture."""
    with st.container(key="home_hero"):
        scene(key="home_scene")
        with st.container(key="home_words"):
            st.title(seen.service.content.title(seen.lang).replace(" –", "\N{NO-BREAK SPACE}–"), anchor=False)
            st.markdown(seen.service.content.pages.home.why(seen.lang))


def ways_in(seen: Visit) -> None:
    """To answer, to explore, to run."""
    text, base = seen.text, seen.service.settings.base
    code = CodeField(
        label=text("home.code"),
        send=text("home.join"),
        action=f"{base}/liity",
        name="koodi",
        value=seen.room.code if seen.room else "",
    )
    explore = [Link(text(f"home.{name}"), way(seen, name)) for name in EXPLORE if has(name)]
    doors(
        (
            Door(text("home.answer"), text("home.answer_help"), "jarvi", drawing(seen, "door_answer.svg"), code=code),
            Door(text("home.explore"), text("home.explore_help"), "kuusi", drawing(seen, "door_explore.svg"), explore),
            Door(
                text("home.run"),
                text("home.run_help"),
                "lakka",
                drawing(seen, "door_run.svg"),
                (Link(text("home.run_link"), way(seen, "control")),),
            ),
        )
    )


def subject(seen: Visit) -> None:
    """What a social innovation is, who makes them, and the ones that everybody knows."""
    home = seen.service.content.pages.home
    with st.container(key="home_subject"):
        what, who = st.columns(2, gap="large")
        with what:
            st.header(seen.text("home.what"), anchor=False)
            st.markdown(home.what(seen.lang))
        with who:
            st.header(seen.text("home.who"), anchor=False)
            st.markdown(home.who(seen.lang))
        with st.container(key="home_familiar"):
            st.markdown(home.familiar(seen.lang))


here = visit()
with st.container(key="page_home"):
    hero(here)
    ways_in(here)
    subject(here)
    for link in here.service.content.pages.links_on("home"):
        st.link_button(link.label(here.lang), link.url, type="tertiary", icon=":material/open_in_new:")
