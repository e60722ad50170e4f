"""Accessibility checks of a page in its current state: axe's rules, the size of targets, overflow of the width."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]
from playwright.sync_api import Page, ViewportSize

from tests.accessibility.scripts import script

Theme = Literal["light", "dark"]
SKIP_LINK = 'data-testid="stSkipToContent"'
"""axe knows a link that skips to the content by a later link of the same root, not where those are in shadow roots."""
NOT_UNDER_A_DIALOG = "page-has-heading-one"
"""axe's rule that a page has a heading: it fails under a modal dialog, which puts the page out of reach on purpose,
and passes some pages without one. `layout.js` counts the headings instead."""


@dataclass(frozen=True)
class Look:
    """One way of looking at a page; `rules` are axe's, None for all of them."""

    width: int
    height: int
    theme: Theme = "light"
    rules: tuple[str, ...] | None = None

    def __str__(self) -> str:
        return f"{self.width} {self.theme}"


PHONE, PHONE_DARK = Look(390, 844), Look(390, 844, "dark")
DESK, DESK_DARK = Look(1280, 800), Look(1280, 800, "dark")
NARROWEST = Look(320, 640)
"""1280 px at a zoom of 400 %: WCAG 1.4.10 asks that a page fits this without scrolling sideways."""
ZOOMED = Look(640, 400)
"""1280 x 800 at a zoom of 200 %, WCAG 1.4.4."""


def turn(page: Page, look: Look) -> None:
    """Changes only what is another: a theme that is set anew, even the same, draws a whole page of Streamlit again."""
    if theme_of(page) != look.theme:
        page.emulate_media(color_scheme=look.theme)
    size: ViewportSize = {"width": look.width, "height": look.height}
    if page.viewport_size != size:
        page.set_viewport_size(size)
    page.evaluate(script("settled"))


def theme_of(page: Page) -> Theme:
    return "dark" if page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") else "light"


def in_turn(page: Page, looks: Iterable[Look]) -> list[Look]:
    """The order in which the page is turned least: it begins in the theme that the page has."""
    now = theme_of(page)
    return sorted(looks, key=lambda look: (look.theme != now, look.width if look.theme == "light" else -look.width))


OF_THEMES = ("color-contrast", "link-in-text-block")
"""axe's rules whose outcome depends on the theme."""
OF_LANGUAGES = (
    "html-has-lang", "html-lang-valid", "valid-lang", "document-title", "button-name", "link-name", "image-alt",
    "svg-img-alt", "label", "select-name", "input-button-name", "aria-input-field-name", "aria-toggle-field-name",
    "aria-command-name", "aria-dialog-name", "summary-name", "frame-title", "role-img-alt", "duplicate-id-aria",
)  # fmt: skip
"""axe's rules whose outcome depends on the language: every name comes from the texts."""


def axe_faults(page: Page, rules: Sequence[str] | None = None) -> list[str]:
    """What axe finds in the whole document, shadow roots included, by these rules; by all of them where None."""
    chosen = list(rules) if rules is not None else None
    found: list[str] | None = page.evaluate(script("axe"), chosen)
    if found is None:
        page.evaluate(AXE_SCRIPT)
        found = page.evaluate(script("axe"), chosen)
    return [fault for fault in found or [] if not _is_mistaken(fault)]


def _is_mistaken(fault: str) -> bool:
    return fault.startswith(NOT_UNDER_A_DIALOG) or (fault.startswith("region:") and SKIP_LINK in fault)


def layout(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(script("layout"))
    return found


def faults(page: Page, refreshing: Sequence[Look], fits: Sequence[Look] = ()) -> list[str]:
    """Everything that is wrong in each look; in `fits` only what does not fit the width."""
    told = []
    for look in in_turn(page, (*refreshing, *fits)):
        turn(page, look)
        found = layout(page)
        told += [f"[{look}] {fault}" for fault in found["wide"]]
        if look in refreshing:
            found["axe"] = axe_faults(page, look.rules)
            told += [f"[{look}] {fault}" for kind in ("axe", "small", "headings") for fault in found[kind]]
    return told
