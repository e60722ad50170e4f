"""The facilitator's word list: hide, restore, approve, join, take apart and undo; a part of the desk.

It stands behind the scripts of `components.presses.BUTTON`.
"""

from pathlib import Path

from components.scripts import shared, sources

_HERE = Path(__file__).parent
SCRIPTS = (
    *shared("find", "fill", "plural_form"),
    *sources(_HERE, "texts", "snapshot", "actions", "order", "rows", "group", "focus", "input", "word_desk"),
)
HTML = (_HERE / "word_desk.html").read_text("utf-8")
STYLE = (_HERE / "word_desk.css").read_text("utf-8")
