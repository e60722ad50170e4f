"""The examples' map for one visit: its parts are made once for all visitors to whom they are alike."""

from collections.abc import Sequence

from components.finland_map import ExampleCard, ExampleLink, Land, MapExample, MapTexts
from pages.common.context import ROOM, PageContext
from pages.common.remembered import remembered
from server.usecases import example_map
from workshop.content.content import Content
from workshop.examples.models import Example


def land_of(content: Content) -> Land:
    """The drawn map of the content, computed at the first call."""
    return remembered(content, "land", lambda: example_map.draw_land(content))


def map_examples(ctx: PageContext, shown: Sequence[Example], keep: dict[str, str]) -> list[MapExample]:
    """All examples numbered in their order; `keep` are the parts of the address that links keep."""
    ids = frozenset(example.id for example in shown)
    key = ("examples", ctx.lang, ids, tuple(sorted(keep.items())))
    content, lang = ctx.content, ctx.lang

    def make() -> list[MapExample]:
        return example_map.map_examples(content, lang, ids, lambda example: example_links(ctx, example, keep))

    return remembered(content, key, make)


def card(ctx: PageContext, example: Example, keep: dict[str, str]) -> ExampleCard:
    """The texts of the example's card."""
    return example_map.card(ctx.content, ctx.lang, example, example_links(ctx, example, keep))


def example_links(ctx: PageContext, example: Example, keep: dict[str, str]) -> tuple[ExampleLink, ...]:
    """To the self-assessment with this example, where there is one, and to the source's own page where one is known."""
    links = []
    if ctx.content.has("assessment"):
        address = example_map.assessment_address(ctx.service.settings.base, example, keep)
        links.append(ExampleLink(ctx.text("examples.assess"), address))
    if source := example_map.source_link(ctx.content, ctx.lang, example):
        links.append(source)
    return tuple(links)


def map_texts(ctx: PageContext, count: int) -> MapTexts:
    """The texts around the map, where `count` examples are shown."""
    return example_map.map_texts(ctx.content, ctx.lang, count)


def room_and_language(query: dict[str, str]) -> dict[str, str]:
    """The room and the language of an address: every link keeps them."""
    return {name: query[name] for name in (ROOM, "kieli") if name in query}
