"""What the reading pages of the participant page hold: the examples and the closing of one content in one language."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date
from typing import Any

from components.finland_map import ExampleLink, Land, MapExample, board_data
from server.usecases import example_map
from server.usecases.event_groups import event_groups
from server.usecases.example_charts import ExampleBars, evidence_bars, partner_bars, region_bars, theme_bars
from workshop.content.content import Content
from workshop.content.localised import Localised
from workshop.content.page_texts import Link
from workshop.examples.models import NATIONAL, Example

PAGE_OF_ADDRESS = {"/esimerkit": "examples", "/seuraavaksi": "closing"}
"""The addresses of Streamlit's pages that phones draw themselves."""

_PICTURES = {"examples": "door_explore.svg", "assessment": "root_grower.svg", "quiz": "propeller_head.svg"}
_ADDRESSES = {"examples": "/esimerkit", "assessment": "/arviointi", "quiz": "/testi"}
_MARKDOWN_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def reading_content(content: Content, lang: str, base: str, today: date) -> dict[str, Any]:
    """The values of components/reading/types.d.ts but for the map; links of this site are without a room.

    `today` is the day in Finland: it says which events are to come.
    """
    text = content.texts[lang]
    texts = {
        **text.section("reading"),
        "clear": text("examples.filters.clear"),
        "new_tab": text("examples.new_tab"),
    }
    return {
        "lang": lang,
        "texts": texts,
        "addresses": {page: f"#{address[1:]}" for address, page in PAGE_OF_ADDRESS.items()},
        "examples": _examples(content, lang) if content.has("examples") else None,
        "closing": _closing(content, lang, base, today),
    }


def reading_examples(content: Content, lang: str, base: str) -> list[MapExample]:
    """The map's examples; their links open a new tab, so that the participant page stays for the next question."""
    text, ids = content.texts[lang], {example.id for example in content.examples}

    def links(example: Example) -> tuple[ExampleLink, ...]:
        shown = []
        if content.has("assessment"):
            address = example_map.assessment_address(base, example, {})
            shown.append(ExampleLink(text("examples.assess"), address, hint=text("examples.new_tab"), outside=True))
        if source := example_map.source_link(content, lang, example):
            shown.append(source)
        return tuple(shown)

    return example_map.map_examples(content, lang, ids, links)


def reading_map(content: Content, drawn: Land, lang: str, base: str) -> dict[str, Any]:
    """The `board` of components/reading/types.d.ts."""
    examples, names = reading_examples(content, lang, base), example_map.area_names(content, lang)
    return board_data(drawn, names, examples, example_map.map_texts(content, lang, len(examples)))


def _examples(content: Content, lang: str) -> dict[str, Any]:
    text, n = content.texts[lang], len(content.examples)
    evidence = (evidence_bars,) if content.has("assessment") else ()
    charts = [bars(content, lang) for bars in (*evidence, theme_bars, partner_bars, region_bars)]
    return {
        "title": text("examples.title"),
        "note": content.examples_texts.note(lang).format(n=n),
        "counted": text.section("examples")["counted"],
        "filters": _filters(content, lang),
        "words": {example.id: _words(example) for example in content.examples},
        "charts_title": text("examples.charts.title"),
        "charts": [_chart(bars) for bars in charts],
    }


def _words(example: Example) -> dict[str, list[str]]:
    """The names that the example has in each filter."""
    return {
        "theme": list(example.themes),
        "target_group": list(example.target_groups),
        "partner": list(example.partners),
        "suited_to": list(example.suited_to),
        "region": [example.area],
    }


def _filters(content: Content, lang: str) -> list[dict[str, Any]]:
    """The filters with the words that some example has."""
    words, text = content.vocabularies, content.texts[lang]
    regions = {name: region.name(lang) for name, region in words.regions.items()}
    names = {
        "theme": _named(words.themes, lang),
        "target_group": _named(words.target_groups, lang),
        "partner": _named(words.partners, lang),
        "suited_to": _named(words.suited_to, lang),
        "region": {**regions, NATIONAL: text("examples.filters.national")},
    }
    examples = [_words(example) for example in content.examples]
    filters = []
    for name, labels in names.items():
        counts = {value: sum(value in example[name] for example in examples) for value in labels}
        options = [
            {"value": value, "label": text("examples.filters.option", name=label, n=counts[value])}
            for value, label in labels.items()
            if counts[value]
        ]
        if options:
            filters.append({"name": name, "label": text(f"examples.filters.{name}"), "options": options})
    return filters


def _named(words: dict[str, Localised], lang: str) -> dict[str, str]:
    return {name: word(lang) for name, word in words.items()}


def _chart(bars: ExampleBars) -> dict[str, Any]:
    series = [asdict(part) for part in bars.series]
    return {"title": bars.title, "caption": bars.caption, "series": series, "labels": bars.labels}


def _closing(content: Content, lang: str, base: str, today: date) -> dict[str, Any]:
    text, pages = content.texts[lang], content.pages
    about = ("closing", *(name for name in ("assessment", "quiz") if content.has_page(_ADDRESSES[name])))
    links = [link for name in about for link in pages.links_on(name)]
    first = [link for link in links if link.action]
    others = sorted((link for link in links if not link.action), key=lambda link: link.dated)
    own = [_own_page(content, lang, base, name) for name in _PICTURES if content.has_page(_ADDRESSES[name])]
    return {
        "title": text("closing.title"),
        "links_title": text("closing.links"),
        "links": [*(_outside(link, lang) for link in first), *own, *(_outside(link, lang) for link in others)],
        "hashtag": f"{text('closing.hashtag')} {pages.hashtag}" if pages.hashtag else "",
        "parts": [*_closing_parts(content, lang), *_event_parts(content, lang, today)],
        "contact": text("closing.contact", contact=content.workshop.organiser.contact(lang)),
    }


def _closing_parts(content: Content, lang: str) -> Iterator[dict[str, Any]]:
    """What the service gives, and the background: headings with their paragraphs and points."""
    texts, text = content.pages.closing, content.texts[lang]
    yield _part(texts.benefits_title(lang), texts.service(lang), _points(texts.benefits, lang))
    if texts.activities is not None:
        yield _part("", texts.activities.intro(lang), _points(texts.activities.items, lang))
    if texts.centre is not None:
        yield _part(text("closing.centre"), texts.centre(lang), _points(texts.centre_points, lang))
    if texts.europe is not None:
        yield _part(text("closing.europe"), texts.europe(lang), [])


def _event_parts(content: Content, lang: str, today: date) -> Iterator[dict[str, Any]]:
    for group in event_groups(content, lang, today):
        yield _part(group.title, "", [{"label": row.label, "href": row.href or ""} for row in group.rows])


def _part(title: str, markdown: str, points: list[dict[str, str]]) -> dict[str, Any]:
    return {"title": title, "paragraphs": _paragraphs(markdown), "points": points}


def _points(texts: Iterable[Localised], lang: str) -> list[dict[str, str]]:
    return [{"label": text(lang), "href": ""} for text in texts]


def _own_page(content: Content, lang: str, base: str, name: str) -> dict[str, Any]:
    """A page of the app: the examples are drawn on the phone, the others open in a new tab."""
    text = content.texts[lang]
    page = {"page": name} if _ADDRESSES[name] in PAGE_OF_ADDRESS else {}
    return {
        "label": text(f"closing.{name}"),
        "help": text(f"closing.{name}_help"),
        "picture": f"{base}/assets/svg/{_PICTURES[name]}",
        "href": base + _ADDRESSES[name],
        "main": False,
        **page,
    }


def _outside(link: Link, lang: str) -> dict[str, Any]:
    label = (link.action or link.label)(lang)
    return {"label": label, "help": "", "picture": "", "href": link.url, "main": link.action is not None}


def _paragraphs(markdown: str) -> list[str]:
    """The text of each paragraph, without emphasis and with a link's words alone."""
    plain = _MARKDOWN_LINK.sub(r"\1", markdown).replace("**", "")
    return [" ".join(paragraph.split()) for paragraph in re.split(r"\n\s*\n", plain) if paragraph.strip()]
