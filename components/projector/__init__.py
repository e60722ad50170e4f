"""The projector: one set of files, served with a page of its own and drawn inside a Streamlit page.

It draws participants' words as text only. It loads nothing but the pictures whose addresses stand in the data.
"""

from components.projector.assets import ASSETS, CSS, HTML, JS, SCRIPTS
from components.projector.component import screen

__all__ = ["ASSETS", "CSS", "HTML", "JS", "SCRIPTS", "screen"]
