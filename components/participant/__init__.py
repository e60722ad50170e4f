"""The answering form: one set of files, served as the light phone page and drawn inside a Streamlit page."""

from components.participant.assets import ASSETS
from components.participant.component import ballot
from components.participant.pages import join_page, light_document, light_page

__all__ = ["ASSETS", "ballot", "join_page", "light_document", "light_page"]
