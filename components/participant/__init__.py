"""The answering form: one set of files, for the plain participant page and for the form inside a Streamlit page."""

from components.participant.assets import ASSETS, FILES

__all__ = ["ASSETS", "FILES"]
