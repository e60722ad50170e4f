"""The home page: what the workshop is about, and links to answer, to explore and to run it."""

import streamlit as st

from components.cards import CardLink, LinkCard, link_cards
from components.code_form import CodeField
from components.hero import hero
from components.lists import note, points
from pages.common.context import PageContext, page_context
from pages.common.links import drawing, has, page_address
from workshop.content.page_texts import HomeTexts

EXPLORE = ("examples", "assessment", "quiz")


def opening(ctx: PageContext) -> None:
    """The title and the reason, over a picture."""
    with st.container(key="home_hero"):
        hero(key="home_scene")
        with st.container(key="home_words"):
            st.title(ctx.content.title(ctx.lang).replace(" –", "\N{NO-BREAK SPACE}–"), anchor=False)
            st.markdown(ctx.content.pages.home.why(ctx.lang))


def entry_cards(ctx: PageContext) -> None:
    """To answer, to explore, to run."""
    text, base = ctx.text, ctx.service.settings.base
    code = CodeField(
        label=text("join.label"),
        send=text("join.send"),
        action=f"{base}/liity",
        name="koodi",
        value=ctx.room.code if ctx.room else "",
    )
    explore = [CardLink(text(f"home.{name}"), page_address(ctx, name)) for name in EXPLORE if has(ctx, name)]
    answering = LinkCard(
        text("home.answer"), text("home.answer_help"), "jarvi", drawing(ctx, "door_answer.svg"), code=code
    )
    exploring = LinkCard(
        text("home.explore"), text("home.explore_help"), "kuusi", drawing(ctx, "door_explore.svg"), explore
    )
    link_cards(
        (
            answering,
            *([exploring] if explore else []),
            LinkCard(
                text("home.run"),
                text("home.run_help"),
                "lakka",
                drawing(ctx, "door_run.svg"),
                running(ctx),
            ),
        )
    )


def running(ctx: PageContext) -> list[CardLink]:
    """To the desk; whoever is signed in begins a new workshop from here too."""
    links = [CardLink(ctx.text("home.run_link"), page_address(ctx, "control"))]
    if ctx.is_organiser:
        begin = f"{ctx.service.settings.base}/ohjaus?uusi="
        links.append(CardLink(ctx.text("workshops.new"), f"{begin}tyopaja"))
        links.append(CardLink(ctx.text("workshops.paste.title"), f"{begin}rivit"))
    return links


def subject(ctx: PageContext) -> None:
    """What a social innovation is, who makes them, and the ones that everybody knows."""
    home = ctx.content.pages.home
    with st.container(key="home_subject"):
        what, who = st.columns(2, gap="large")
        if home.what is not None:
            with what:
                st.header(ctx.text("home.what"), anchor=False)
                st.markdown(home.what(ctx.lang))
        with who:
            developers(ctx, home)
        if home.familiar is not None:
            # Beside the list of actors the column of words has room for it.
            with what if home.actors else st.container(), st.container(key="home_familiar"):
                st.markdown(home.familiar(ctx.lang))


def developers(ctx: PageContext, home: HomeTexts) -> None:
    """Who makes solutions of this kind: in words, or as a list with its source."""
    if home.who is not None:
        st.header(ctx.text("home.who"), anchor=False)
        st.markdown(home.who(ctx.lang))
    if home.actors is not None:
        st.header(home.actors.title(ctx.lang), anchor=False)
        points([group(ctx.lang) for group in home.actors.groups])
        if home.actors.note is not None:
            st.markdown(home.actors.note(ctx.lang))
        if home.actors.source is not None:
            note(home.actors.source(ctx.lang))


here = page_context()
with st.container(key="page_home"):
    opening(here)
    entry_cards(here)
    subject(here)
    for link in here.content.pages.links_on("home"):
        st.link_button(link.label(here.lang), link.url, type="tertiary", icon=":material/open_in_new:")
