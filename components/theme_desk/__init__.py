"""Sorting answers into themes, and a vote on them: a part of the desk, behind its scripts."""

from pathlib import Path

from components.scripts import sources

_HERE = Path(__file__).parent
SCRIPTS = sources(
    _HERE / "script",
    "seed", "moves", "selection", "rows", "filters", "move_bar", "heads", "keys", "drag", "vote", "theme_desk",
)  # fmt: skip
HTML = (_HERE / "theme_desk.html").read_text("utf-8")
STYLE = "\n".join((_HERE / "style" / f"{name}.css").read_text("utf-8") for name in ("sorting", "rows", "heads", "vote"))
