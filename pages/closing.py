"""The closing page: services and links for after the workshop."""

from urllib.parse import urlsplit

import streamlit as st

from components.cards import CardLink, LinkCard, link_cards, link_list
from components.lists import linked_points, note, plain_points, points
from pages.common.context import PageContext, page_context
from pages.common.links import drawing, has, page_address
from server import clock
from server.usecases.event_groups import event_groups
from workshop.content.page_texts import Link as ExternalLink

PAGE_PICTURES = {"examples": "door_explore.svg", "assessment": "root_grower.svg", "quiz": "propeller_head.svg"}


def innokyla(ctx: PageContext) -> None:
    """The service Innokylä and its benefits."""
    texts = ctx.content.pages.closing
    with st.container(key="closing_service"):
        st.markdown(texts.service(ctx.lang))
    if texts.benefits:
        st.header(texts.benefits_title(ctx.lang), anchor=False)
        plain_points([benefit(ctx.lang) for benefit in texts.benefits])
    if texts.activities:
        st.markdown(texts.activities.intro(ctx.lang))
        plain_points([item(ctx.lang) for item in texts.activities.items])


def external_links(ctx: PageContext) -> None:
    """What people need next, as cards: the service first, dated ones last."""
    pages = ctx.content.pages
    links: list[ExternalLink] = [
        *pages.links_on("closing"),
        *(link for name in ("assessment", "quiz") if has(ctx, name) for link in pages.links_on(name)),
    ]
    if links:
        ordered = sorted(links, key=lambda link: (link.action is None, link.dated))
        picture = drawing(ctx, "kind_link.svg")
        link_list((picture, (link.action or link.label)(ctx.lang), _where(link.url), link.url) for link in ordered)
    if pages.hashtag:
        note(f"{ctx.text('closing.hashtag')} {pages.hashtag}")


def _where(url: str) -> str:
    """The host of an address, or the mail's."""
    parts = urlsplit(url)
    return parts.hostname or parts.path


def background(ctx: PageContext) -> None:
    """The competence centre and Europe, where the workshop tells of them."""
    texts = ctx.content.pages.closing
    for column, name, words in zip(
        st.columns(2, gap="large"), ("centre", "europe"), (texts.centre, texts.europe), strict=True
    ):
        if words is not None:
            with column:
                st.header(ctx.text(f"closing.{name}"), anchor=False)
                st.markdown(words(ctx.lang))
                if name == "centre" and texts.centre_points:
                    points([point(ctx.lang) for point in texts.centre_points])


def events(ctx: PageContext) -> None:
    """What is to come and what has been, where the workshop has dated events."""
    today = clock.local(clock.now_ms()).date()
    for group in event_groups(ctx.content, ctx.lang, today):
        st.header(group.title, anchor=False)
        linked_points((row.label, row.href) for row in group.rows)


def pages_of_app(ctx: PageContext) -> None:
    """Cards of this app's pages that are useful after the workshop too."""
    shown = [
        LinkCard(
            ctx.text(f"closing.{name}"),
            ctx.text(f"closing.{name}_help"),
            ink,
            drawing(ctx, picture),
            (CardLink(ctx.text(f"closing.{name}_link"), page_address(ctx, name)),),
        )
        for (name, picture), ink in zip(PAGE_PICTURES.items(), ("jarvi", "kuusi", "lakka"), strict=True)
        if has(ctx, name)
    ]
    link_cards(shown)


ctx = page_context()
with st.container(key="page_closing"):
    st.title(ctx.text("closing.title"), anchor=False)
    external_links(ctx)
    innokyla(ctx)
    background(ctx)
    events(ctx)
    with st.container(key="closing_doors"):
        pages_of_app(ctx)
    note(ctx.text("closing.contact", contact=ctx.content.workshop.organiser.contact(ctx.lang)))
