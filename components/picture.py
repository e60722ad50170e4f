"""A server-made drawing as an image with alternative text; nothing in it runs."""

import base64
import re
from html import escape, unescape

import streamlit as st

from components.font_face import font_face

CHART_FONT = "Noto Sans"
_TEXT = re.compile(r">([^<]+)<")


def picture(svg: str, description: str, *, is_chart: bool = False) -> None:
    """Shows the SVG over the whole width; a chart is at most as wide as its text is easy to read.

    A browser gives an image no font of the page: a chart brings the letters that it needs.
    """
    classes = "result-picture result-chart" if is_chart else "result-picture"
    drawn = _with_font(svg) if is_chart else svg
    data = base64.b64encode(drawn.encode("utf-8", "replace")).decode("ascii")
    source = f"data:image/svg+xml;base64,{data}"
    st.html(f'<img class="{classes}" src="{source}" alt="{escape(description)}">')


def _with_font(svg: str) -> str:
    letters = "".join(sorted({letter for text in _TEXT.findall(svg) for letter in unescape(text)}))
    faces = "".join(font_face(CHART_FONT, weight, letters) for weight in (400, 700))
    return svg.replace(">", f"><style>{faces}</style>", 1)
