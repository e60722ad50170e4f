"""The examples as values for the map: numbers, places, cards and links in the visitor's language."""

from collections.abc import Sequence
from threading import Lock
from urllib.parse import urlencode, urlsplit
from weakref import WeakKeyDictionary

from components.finland_map import Anchor, Card, Fact, Item, Land, Link, MapExample, MapTexts, Told, land
from pages.common.context import ROOM, Visit
from server.service import Service
from workshop.content.loader import Content
from workshop.examples.models import Example
from workshop.examples.regions import projected

EXAMPLE = "esimerkki"
"""The name of the example's id in an address."""

INNOKYLA = "innokyla.fi"

_LANDS: WeakKeyDictionary[Service, Land] = WeakKeyDictionary()
_LOCK = Lock()


def land_of(service: Service) -> Land:
    """The drawn map of the service's content, made at the first call."""
    with _LOCK:
        if service not in _LANDS:
            content = service.content
            anchors = [anchor(content, example) for example in content.examples]
            _LANDS[service] = land(content.outlines.rings, anchors)
        return _LANDS[service]


def anchor(content: Content, example: Example) -> Anchor:
    """What the example's number is tied to on the map."""
    if example.region is None:
        return Anchor(example.id, "country")
    if example.point is not None:
        return Anchor(example.id, "spot", projected(*example.point))
    code = content.vocabularies.regions[example.region].code
    return Anchor(example.id, "area", content.outlines.middle(code), code)


def area_names(content: Content, lang: str) -> dict[str, str]:
    """Each region's name by its code."""
    return {region.code: region.name(lang) for region in content.vocabularies.regions.values()}


def map_examples(seen: Visit, shown: Sequence[Example], keep: dict[str, str]) -> list[MapExample]:
    """All examples numbered in their order; `keep` are the parts of the address that links keep."""
    ids = {example.id for example in shown}
    return [
        MapExample(
            anchor=anchor(seen.service.content, example),
            number=number,
            title=example.title(seen.lang),
            place=place(seen, example),
            card=card(seen, example, keep),
            shown=example.id in ids,
        )
        for number, example in enumerate(seen.service.content.examples, 1)
    ]


def place(seen: Visit, example: Example) -> str:
    """Where the example is: a municipality with its region, a region with what it is."""
    words, name = seen.service.content.vocabularies, example.place(seen.lang)
    if example.area_type == "municipality" and example.region is not None:
        return f"{name} · {words.regions[example.region].name(seen.lang)}"
    if example.area_type == "region":
        return f"{name} · {words.area_types.region(seen.lang)}"
    return name


def card(seen: Visit, example: Example, keep: dict[str, str]) -> Card:
    """Everything that is told of the example."""
    words, lang, text = seen.service.content.vocabularies, seen.lang, seen.text
    stated = [Item(words.partners[name](lang)) for name in example.partners_stated]
    inferred = [
        Item(text("examples.inferred", name=words.partners[name](lang)), sure=False)
        for name in example.partners
        if name not in example.partners_stated
    ]
    partners = (*stated, *inferred) or (Item(text("examples.with_nobody"), sure=False),)
    facts = (
        Fact(text("examples.themes"), tuple(Item(words.themes[name](lang)) for name in example.themes)),
        Fact(text("examples.for_whom"), tuple(Item(words.target_groups[name](lang)) for name in example.target_groups)),
        Fact(text("examples.with_whom"), partners),
    )
    note = example.note(lang) if example.note else ""
    return Card(
        example.summary(lang), facts, text("examples.told"), told(seen, example), note, links(seen, example, keep)
    )


def told(seen: Visit, example: Example) -> tuple[Told, ...]:
    """What the source tells of each criterion, in the criteria's order."""
    content, found = seen.service.content, []
    for criterion in content.criteria.criteria:
        label = getattr(content.vocabularies.evidence, example.evidence[criterion.id])
        found.append(Told(label.symbol, criterion.label(seen.lang), label.label(seen.lang)))
    return tuple(found)


def links(seen: Visit, example: Example, keep: dict[str, str]) -> tuple[Link, ...]:
    """To the self-assessment with this example, and to the source's own page where one is known."""
    query = urlencode({EXAMPLE: example.id, **keep})
    ways = [Link(seen.text("examples.assess"), f"{seen.service.settings.base}/arviointi?{query}")]
    if example.source_url is not None:
        host = (urlsplit(example.source_url).hostname or "").removeprefix("www.")
        is_innokyla = host == INNOKYLA
        label = seen.text("examples.read_innokyla") if is_innokyla else seen.text("examples.read_site", site=host)
        ways.append(Link(label, example.source_url, hint=seen.text("examples.new_tab"), outside=True))
    return tuple(ways)


def map_texts(seen: Visit, count: int) -> MapTexts:
    """The words around the map, where `count` examples are shown."""
    attribution = seen.service.content.outlines.attribution
    return MapTexts(
        **seen.text.section("examples")["map"],
        counted=seen.text("examples.counted", n=count),
        source=seen.text("examples.source", attribution=attribution),
    )


def kept(query: dict[str, str]) -> dict[str, str]:
    """The room and the language of an address: every link keeps them."""
    return {name: query[name] for name in (ROOM, "kieli") if name in query}
