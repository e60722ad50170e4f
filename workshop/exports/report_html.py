"""The report as one HTML file that needs nothing beside it: styles, fonts and pictures are inside."""

import base64
from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from pathlib import Path

from workshop.exports.report import RoomReport, Section, Shown
from workshop.exports.report_parts import Grid, Picture, ReportPart, TypeCard

STATIC = Path(__file__).resolve().parents[2] / "static"
_STYLE = Path(__file__).parent / "templates" / "report.css"


def report_html(told: RoomReport) -> bytes:
    """The same content as the PDF; people's words are escaped, and nothing in the file runs."""
    body = [
        f'<header><img src="{_data("svg/logo_light.svg", "image/svg+xml")}" alt="{escape(told.app)}" height="40">',
        f"<h1>{escape(told.title)}</h1><dl>",
        *(f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in told.facts),
        "</dl></header><main>",
        *(_section(section) for section in told.sections),
        *_examples(told.examples_heading, told.examples),
        *_links(told.links_heading, told.links),
        f"</main><footer><p>{escape(told.closing)}</p></footer>",
    ]
    head = (
        f'<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data:; font-src data:; '
        f"style-src 'unsafe-inline'\"><title>{escape(told.title)}</title><style>{_style()}</style>"
    )
    page = f'<!doctype html>\n<html lang="{told.lang}"><head>{head}</head><body>{"".join(body)}</body></html>\n'
    return page.encode("utf-8", "replace")


def _section(section: Section) -> str:
    return f"<section><h2>{escape(section.heading)}</h2>{''.join(map(_part, section.parts))}</section>"


def _part(part: ReportPart) -> str:
    drawn = [f'<p class="caption">{escape(part.caption)}</p>']
    if part.cards:
        drawn.append(f'<ul class="cards">{"".join(map(_card, part.cards))}</ul>')
    if part.picture is not None:
        drawn.append(_picture(part.picture, "drawing" if part.words else "drawing chart"))
    if part.words:
        listed = "".join(f"<li>{escape(text)} <b>{people}</b></li>" for text, people in part.words)
        drawn.append(f'<ol class="words">{listed}</ol>')
    drawn += [f'<p class="caption">{escape(note)}</p>' for note in part.notes]
    if part.grid is not None and not part.cards:
        drawn.append(_table(part.grid))
    return "".join(drawn)


def _picture(picture: Picture, look: str) -> str:
    """As an image and not inline: its styles and its names then stay its own."""
    data = base64.b64encode(picture.svg.encode("utf-8", "replace")).decode("ascii")
    return f'<img class="{look}" src="data:image/svg+xml;base64,{data}" alt="{escape(picture.description)}">'


def _card(card: TypeCard) -> str:
    image = f'<img src="{_data(f"svg/{card.picture}", "image/svg+xml")}" alt="" height="96">' if card.picture else ""
    return f"<li>{image}<b>{escape(card.title)}</b><span>{escape(card.people)}</span></li>"


def _table(grid: Grid) -> str:
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in grid.columns)
    rows = "".join(f"<tr>{_cells(row)}</tr>" for row in grid.rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _cells(row: tuple[str | int, ...]) -> str:
    first, *others = row
    cells = "".join(f"<td>{escape(str(cell))}</td>" for cell in others)
    return f'<th scope="row">{escape(str(first))}</th>{cells}'


def _examples(heading: str, examples: Iterable[Shown]) -> Iterator[str]:
    listed = [
        f'<h3>{escape(one.title)}</h3><p class="caption">{escape(one.place)}</p><p>{escape(one.summary)}</p>'
        for one in examples
    ]
    if listed:
        yield f"<section><h2>{escape(heading)}</h2>{''.join(listed)}</section>"


def _links(heading: str, links: Iterable[tuple[str, str]]) -> Iterator[str]:
    listed = [f'<li><a href="{escape(url)}" rel="noreferrer">{escape(label)}</a></li>' for label, url in links]
    if listed:
        yield f"<section><h2>{escape(heading)}</h2><ul>{''.join(listed)}</ul></section>"


@cache
def _style() -> str:
    faces = "".join(
        f'@font-face{{font-family:"Noto Sans";font-weight:{weight};src:url({_data(f"fonts/{name}", "font/woff2")}) '
        'format("woff2")}'
        for weight, name in ((400, "NotoSans-Regular-fi.woff2"), (700, "NotoSans-Bold-fi.woff2"))
    )
    return faces + _STYLE.read_text("utf-8")


@cache
def _data(name: str, kind: str) -> str:
    return f"data:{kind};base64,{base64.b64encode((STATIC / name).read_bytes()).decode('ascii')}"
