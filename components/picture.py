"""A server-made drawing as an image with alternative text; nothing in it runs."""

import base64
import re
from html import escape, unescape

import streamlit as st

from components.font_face import font_face

CHART_FONT = "Noto Sans"
_TEXT = re.compile(r">([^<]+)<")


def picture(svg: str, description: str) -> None:
    """Shows the SVG over the whole width."""
    st.html(_image(svg, description, "result-picture"))


def chart_picture(svg: str, narrow: str, description: str) -> None:
    """Shows a chart at most as wide as its text is easy to read; on a phone, its narrow drawing.

    A browser gives an image no font of the page: a chart brings the letters that it needs.
    """
    drawn = (_image(_with_font(svg), description, "result-picture result-chart wide"),
             _image(_with_font(narrow), description, "result-picture result-chart narrow"))  # fmt: skip
    st.html("".join(drawn))


def _image(svg: str, description: str, classes: str) -> str:
    data = base64.b64encode(svg.encode("utf-8", "replace")).decode("ascii")
    return f'<img class="{classes}" src="data:image/svg+xml;base64,{data}" alt="{escape(description)}">'


def _with_font(svg: str) -> str:
    letters = "".join(sorted({letter for text in _TEXT.findall(svg) for letter in unescape(text)}))
    faces = "".join(font_face(CHART_FONT, weight, letters) for weight in (400, 700))
    return svg.replace(">", f"><style>{faces}</style>", 1)
