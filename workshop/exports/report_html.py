"""The report as one self-contained HTML file: styles, fonts and pictures are embedded."""

import base64
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from workshop.exports.report import RoomReport

STATIC = Path(__file__).resolve().parents[2] / "static"


def report_html(report: RoomReport) -> bytes:
    """The same content as the PDF; people's words are escaped, and nothing in the file runs."""
    return _environment().get_template("report.html").render(report=report).encode("utf-8", "replace")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(data_url=_data_url, svg_data_url=_svg_data_url)
    return environment


@cache
def _data_url(name: str, kind: str) -> str:
    return f"data:{kind};base64,{_base64((STATIC / name).read_bytes())}"


def _svg_data_url(svg: str) -> str:
    return f"data:image/svg+xml;base64,{_base64(svg.encode('utf-8', 'replace'))}"


def _base64(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")
