"""Themes: what the answers of a question are sorted into, given by the workshop or named on the spot."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Self, TypedDict

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from workshop.activities.form_fields import FormField
from workshop.activities.options import different
from workshop.content.localised import Localised
from workshop.errors import PropelliError
from workshop.strict_model import StrictModel
from workshop.words.clean import cleaned
from workshop.words.entries import Entry, RoundWords

MIN_THEMES, MAX_THEMES = 2, 8
MAX_THEME = 60


THEME_ROWS = FormField(
    "themes", "rows", is_required=False, least=0, most=MAX_THEMES,
    fields=(FormField("label", "text", label="theme_label", max_length=MAX_THEME),),
)  # fmt: skip
"""The field of the editor in which themes are named."""


class ThemeNameError(PropelliError):
    """A theme needs a name of at most `MAX_THEME` characters."""

    id = "theme_name"


class ThemeTakenError(PropelliError):
    """Another theme of the question has this name."""

    id = "theme_taken"


class TooManyThemesError(PropelliError):
    """There are as many themes as there may be."""

    id = "too_many_themes"


class UnknownThemeError(PropelliError):
    """The question has no such theme: somebody has just removed it."""

    id = "unknown_theme"


class Theme(StrictModel):
    """One theme; its number on the screen is its place among the others, from 1."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9_]{0,39}$")
    label: Localised


class ThemeResult(TypedDict):
    """A theme in the results, with its name in one language."""

    id: str
    label: str
    count: int


class ThemeRecord(StrictModel):
    """A theme with what is shown in it, as the projector counts it."""

    id: str
    label: Localised
    count: Annotated[int, Field(ge=0)]


def _several(themes: tuple[Theme, ...]) -> tuple[Theme, ...]:
    """The themes, where there are none or enough of them."""
    if len(themes) == 1:
        raise PydanticCustomError("too_short", "one theme sorts nothing", {"min_length": MIN_THEMES})
    return themes


Themes = Annotated[tuple[Theme, ...], Field(max_length=MAX_THEMES), AfterValidator(_several), AfterValidator(different)]


def themes_in_force(own: Sequence[Theme], names: Mapping[str, str | None]) -> tuple[Theme, ...]:
    """The workshop's own themes, renamed or removed on the spot, and then those that were named there.

    `names`: id to the name given on the spot, None for a theme that was removed, in the order of naming.
    """
    ids = {theme.id for theme in own}
    remaining = (theme for theme in own if names.get(theme.id, "") is not None)
    renamed = (_named(theme.id, names[theme.id] or "") if theme.id in names else theme for theme in remaining)
    new = (_named(theme, label) for theme, label in names.items() if theme not in ids and label)
    return (*renamed, *new)


def _named(theme: str, label: str) -> Theme:
    return Theme(id=theme, label=Localised.same(label))


@dataclass(frozen=True)
class SortedEntries:
    """The entries of a round by theme; a theme's number is its place among those in force, from 1.

    Its count is the people of its entries, or with `counts_answers` their answers: of those that are shown.
    """

    themes: tuple[Theme, ...]
    entries: Sequence[Entry]
    counts_answers: bool = False

    @classmethod
    def of_round(cls, own: Sequence[Theme], words: RoundWords, *, counts_answers: bool = False) -> Self:
        """The entries of a round under the themes that are in force; `own` are those of the workshop."""
        return cls(themes_in_force(own, words.theme_names), words.entries, counts_answers)

    def numbers(self) -> dict[str, int]:
        """Key of an entry to the number of its theme; what stands in none is left out."""
        numbers = {theme.id: number for number, theme in enumerate(self.themes, 1)}
        return {entry.key: numbers[entry.theme] for entry in self.entries if entry.theme in numbers}

    def theme_of(self, entry: Entry) -> str | None:
        """The id of the entry's theme, where it is in force."""
        return entry.theme if any(theme.id == entry.theme for theme in self.themes) else None

    def weight(self, entry: Entry) -> int:
        """What the entry adds to the count of its theme."""
        if entry.state != "shown":
            return 0
        return entry.answers if self.counts_answers else entry.count

    def records(self) -> tuple[ThemeRecord, ...]:
        """The themes with their counts."""
        counts = dict.fromkeys((theme.id for theme in self.themes), 0)
        for entry in self.entries:
            if entry.theme in counts:
                counts[entry.theme] += self.weight(entry)
        return tuple(ThemeRecord(id=theme.id, label=theme.label, count=counts[theme.id]) for theme in self.themes)

    def unsorted(self) -> int:
        """How many of what is shown stand in no theme, counted as the themes are."""
        return sum(self.weight(entry) for entry in self.entries if self.theme_of(entry) is None)

    def drawn(self, lang: str) -> list[ThemeResult]:
        """The themes as results tell them; none while no shown entry stands in one."""
        records = self.records()
        if not any(record.count for record in records):
            return []
        return [{"id": record.id, "label": record.label(lang), "count": record.count} for record in records]


def theme_label(themes: Sequence[Theme], theme: str | None, typed: str) -> str:
    """The name for a theme that is renamed, or for a new one where `theme` is None, cleaned.

    Raises UnknownThemeError, ThemeNameError, ThemeTakenError or TooManyThemesError.
    """
    label = cleaned(typed)
    if theme is not None and theme not in {other.id for other in themes}:
        raise UnknownThemeError
    if not 1 <= len(label) <= MAX_THEME:
        raise ThemeNameError(n=MAX_THEME)
    others = [other.label for other in themes if other.id != theme]
    if any(label.casefold() in {name.fi.casefold(), name.sv.casefold(), name.en.casefold()} for name in others):
        raise ThemeTakenError(label=label)
    if theme is None and len(themes) >= MAX_THEMES:
        raise TooManyThemesError(n=MAX_THEMES)
    return label
