"""The sources of the preview, which the editor's script has among its own."""

from pathlib import Path

from components.scripts import shared, sources

SCRIPTS = (*shared("element", "set_text"), *sources(Path(__file__).parent / "script", "preview"))
