"""The answering form: one set of files, served as the light phone page and drawn inside a Streamlit page."""

from components.ballot.assets import ASSETS
from components.ballot.component import ballot
from components.ballot.pages import join_page, light_document, light_page

__all__ = ["ASSETS", "ballot", "join_page", "light_document", "light_page"]
