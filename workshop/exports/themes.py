"""What was sorted into themes, in files: the name of an entry's theme, and entries listed under their themes."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from workshop.activities.themes import ThemeRecord
from workshop.exports.basis import ExportTexts

E = TypeVar("E")


def theme_name(basis: ExportTexts, themes: Sequence[ThemeRecord], theme: str | None) -> str:
    """The name of a theme in the export's language; empty where there is none."""
    return next((record.label(basis.lang) for record in themes if record.id == theme), "")


def under_themes(
    basis: ExportTexts, themes: Sequence[ThemeRecord], entries: Sequence[E], theme_of: Callable[[E], str | None]
) -> Iterator[tuple[str, list[E]]]:
    """The headings of the themes with their entries, those in no theme last; nothing where nothing is sorted."""
    if all(theme_of(entry) is None for entry in entries):
        return
    for number, record in enumerate(themes, 1):
        heading = basis.text("export.report.theme", n=number, label=record.label(basis.lang), count=record.count)
        yield heading, [entry for entry in entries if theme_of(entry) == record.id]
    unsorted = [entry for entry in entries if theme_of(entry) is None]
    if unsorted:
        yield basis.text("export.report.no_theme"), unsorted
