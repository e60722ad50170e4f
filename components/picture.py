"""A server-made drawing as an image with alternative text; nothing in it runs."""

import base64
from html import escape

import streamlit as st


def picture(svg: str, description: str, *, is_chart: bool = False) -> None:
    """Shows the SVG over the whole width; a chart is at most as wide as its text is easy to read."""
    classes = "result-picture result-chart" if is_chart else "result-picture"
    data = base64.b64encode(svg.encode("utf-8", "replace")).decode("ascii")
    source = f"data:image/svg+xml;base64,{data}"
    st.html(f'<img class="{classes}" src="{source}" alt="{escape(description)}">')
