"""The examples as values for the map: numbers, places, cards and links in the visitor's language."""

from collections.abc import Sequence, Set
from urllib.parse import urlencode, urlsplit

from components.finland_map import (
    Anchor,
    EvidenceMark,
    ExampleCard,
    ExampleLink,
    Fact,
    Item,
    Land,
    MapExample,
    MapTexts,
    land,
)
from pages.common.context import ROOM, PageContext
from pages.common.remembered import remembered
from server.service import Service
from workshop.content.loader import Content
from workshop.examples.models import Example
from workshop.examples.regions import projected

EXAMPLE = "esimerkki"
"""The name of the example's id in an address."""

INNOKYLA = "innokyla.fi"


def land_of(service: Service) -> Land:
    """The drawn map of the service's content, computed at the first call."""
    content = service.content

    def draw() -> Land:
        return land(content.outlines.rings, [anchor(content, example) for example in content.examples])

    return remembered(service, "land", draw)


def anchor(content: Content, example: Example) -> Anchor:
    """The position of the example's number on the map."""
    if example.region is None:
        return Anchor(example.id, "country")
    if example.point is not None:
        return Anchor(example.id, "spot", projected(*example.point))
    code = content.vocabularies.regions[example.region].code
    return Anchor(example.id, "area", content.outlines.middle(code), code)


def area_names(content: Content, lang: str) -> dict[str, str]:
    """Each region's name by its code."""
    return {region.code: region.name(lang) for region in content.vocabularies.regions.values()}


def map_examples(ctx: PageContext, shown: Sequence[Example], keep: dict[str, str]) -> list[MapExample]:
    """All examples numbered in their order; `keep` are the parts of the address that links keep."""
    ids = frozenset(example.id for example in shown)
    key = ("examples", ctx.lang, ids, tuple(sorted(keep.items())))
    return remembered(ctx.service, key, lambda: _map_examples(ctx, ids, keep))


def _map_examples(ctx: PageContext, ids: Set[str], keep: dict[str, str]) -> list[MapExample]:
    return [
        MapExample(
            anchor=anchor(ctx.service.content, example),
            number=number,
            title=example.title(ctx.lang),
            place=place(ctx, example),
            card=card(ctx, example, keep),
            shown=example.id in ids,
        )
        for number, example in enumerate(ctx.service.content.examples, 1)
    ]


def place(ctx: PageContext, example: Example) -> str:
    """Where the example is: a municipality with its region, a region with what it is."""
    words, name = ctx.service.content.vocabularies, example.place(ctx.lang)
    if example.area_type == "municipality" and example.region is not None:
        return f"{name} · {words.regions[example.region].name(ctx.lang)}"
    if example.area_type == "region":
        return f"{name} · {words.area_types.region(ctx.lang)}"
    return name


def card(ctx: PageContext, example: Example, keep: dict[str, str]) -> ExampleCard:
    """The texts of the example's card."""
    words, lang, text = ctx.service.content.vocabularies, ctx.lang, ctx.text
    stated_partners = [Item(words.partners[name](lang)) for name in example.partners_stated]
    inferred_partners = [
        Item(text("examples.inferred", name=words.partners[name](lang)), sure=False)
        for name in example.partners
        if name not in example.partners_stated
    ]
    partners = (*stated_partners, *inferred_partners) or (Item(text("examples.with_nobody"), sure=False),)
    facts = (
        Fact(text("examples.themes"), tuple(Item(words.themes[name](lang)) for name in example.themes)),
        Fact(text("examples.for_whom"), tuple(Item(words.target_groups[name](lang)) for name in example.target_groups)),
        Fact(text("examples.with_whom"), partners),
    )
    note = example.note(lang) if example.note else ""
    return ExampleCard(
        example.summary(lang),
        facts,
        text("examples.told"),
        evidence_marks(ctx, example),
        note,
        example_links(ctx, example, keep),
    )


def evidence_marks(ctx: PageContext, example: Example) -> tuple[EvidenceMark, ...]:
    """The evidence of each criterion, in the criteria's order."""
    content, marks = ctx.service.content, []
    for criterion in content.criteria.criteria:
        label = getattr(content.vocabularies.evidence, example.evidence[criterion.id])
        marks.append(EvidenceMark(label.symbol, criterion.label(ctx.lang), label.label(ctx.lang)))
    return tuple(marks)


def example_links(ctx: PageContext, example: Example, keep: dict[str, str]) -> tuple[ExampleLink, ...]:
    """To the self-assessment with this example, and to the source's own page where one is known."""
    query = urlencode({EXAMPLE: example.id, **keep})
    links = [ExampleLink(ctx.text("examples.assess"), f"{ctx.service.settings.base}/arviointi?{query}")]
    if example.source_url is not None:
        host = (urlsplit(example.source_url).hostname or "").removeprefix("www.")
        is_innokyla = host == INNOKYLA
        label = ctx.text("examples.read_innokyla") if is_innokyla else ctx.text("examples.read_site", site=host)
        links.append(ExampleLink(label, example.source_url, hint=ctx.text("examples.new_tab"), outside=True))
    return tuple(links)


def map_texts(ctx: PageContext, count: int) -> MapTexts:
    """The texts around the map, where `count` examples are shown."""
    attribution = ctx.service.content.outlines.attribution
    return MapTexts(
        **ctx.text.section("examples")["map"],
        counted=ctx.text("examples.counted", n=count),
        source=ctx.text("examples.source", attribution=attribution),
    )


def room_and_language(query: dict[str, str]) -> dict[str, str]:
    """The room and the language of an address: every link keeps them."""
    return {name: query[name] for name in (ROOM, "kieli") if name in query}
