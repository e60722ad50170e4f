"""The examples as values for the map: numbers, places, cards and links in one language."""

from collections.abc import Callable, Set
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
    Practice,
    land,
)
from workshop.content.content import Content
from workshop.examples.models import Example
from workshop.examples.regions import projected

EXAMPLE = "esimerkki"
"""The name of the example's id in an address."""

INNOKYLA = "innokyla.fi"
Links = Callable[[Example], tuple[ExampleLink, ...]]


def draw_land(content: Content) -> Land:
    """The drawn map with a place for every example's number; dear to compute."""
    return land(content.outlines.rings, [anchor(content, example) for example in content.examples])


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


def map_examples(content: Content, lang: str, shown: Set[str], links: Links) -> list[MapExample]:
    """All examples numbered in their order; `shown` are the ids of those that no filter hides."""
    return [
        MapExample(
            anchor=anchor(content, example),
            number=number,
            title=example.title(lang),
            place=place(content, lang, example),
            card=card(content, lang, example, links(example)),
            shown=example.id in shown,
        )
        for number, example in enumerate(content.examples, 1)
    ]


def place(content: Content, lang: str, example: Example) -> str:
    """Where the example is: a municipality with its region, a region with what it is."""
    words, name = content.vocabularies, example.place(lang)
    if example.area_type == "municipality" and example.region is not None:
        return f"{name} · {words.regions[example.region].name(lang)}"
    if example.area_type == "region":
        return f"{name} · {words.area_types.region(lang)}"
    return name


def card(content: Content, lang: str, example: Example, links: tuple[ExampleLink, ...]) -> ExampleCard:
    """The texts of the example's card."""
    words, text = content.vocabularies, content.texts[lang]
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
        *_suitability(content, lang, example),
    )
    note = example.note(lang) if example.note else ""
    marks = evidence_marks(content, lang, example)
    practice = Practice(text("examples.practice"), example.practice_points(lang))
    return ExampleCard(example.summary(lang), practice, facts, text("examples.told"), marks, note, links)


def _suitability(content: Content, lang: str, example: Example) -> tuple[Fact, ...]:
    """Where the solution would fit, in a workshop that classifies its examples by that."""
    words, text = content.vocabularies.suited_to, content.texts[lang]
    if not words:
        return ()
    places = tuple(Item(words[name](lang)) for name in example.suited_to)
    return (Fact(text("examples.suited_to"), places or (Item(text("examples.with_nobody"), sure=False),)),)


def evidence_marks(content: Content, lang: str, example: Example) -> tuple[EvidenceMark, ...]:
    """The evidence of each criterion, in the criteria's order."""
    marks = []
    for criterion, name in content.core_elements.items():
        label = getattr(content.vocabularies.evidence, example.evidence[criterion])
        marks.append(EvidenceMark(label.symbol, name(lang), label.label(lang)))
    return tuple(marks)


def assessment_address(base: str, example: Example, keep: dict[str, str]) -> str:
    """The self-assessment with this example; `keep` are the parts of the address that links keep."""
    return f"{base}/arviointi?{urlencode({EXAMPLE: example.id, **keep})}"


def source_link(content: Content, lang: str, example: Example) -> ExampleLink | None:
    """To the source's own page, where one is known."""
    if example.source_url is None:
        return None
    text, host = content.texts[lang], (urlsplit(example.source_url).hostname or "").removeprefix("www.")
    label = text("examples.read_innokyla") if host == INNOKYLA else text("examples.read_site", site=host)
    return ExampleLink(label, example.source_url, hint=text("examples.new_tab"), outside=True)


def map_texts(content: Content, lang: str, count: int) -> MapTexts:
    """The texts around the map, where `count` examples are shown."""
    text = content.texts[lang]
    return MapTexts(
        **text.section("examples")["map"],
        counted=text("examples.counted", n=count),
        source=text("examples.source", attribution=content.outlines.attribution),
    )
