"""The answering form: one set of files, served with the plain participant page and drawn inside a Streamlit page."""

from components.participant.assets import ASSETS, FILES
from components.participant.component import ballot

__all__ = ["ASSETS", "FILES", "ballot"]
