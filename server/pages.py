"""The addresses of Streamlit's pages: one table for the page shell and for the frame."""

from dataclasses import dataclass

from workshop.content import Content
from workshop.texts import LANGUAGES


@dataclass(frozen=True)
class PageAddress:
    """A page of the app: its name in texts and file, its address, and whether it is in the menu of every visitor."""

    name: str
    path: str
    in_menu: bool = True


PAGES = (
    PageAddress("home", ""),
    PageAddress("vote", "vastaa"),
    PageAddress("assessment", "arviointi"),
    PageAddress("examples", "esimerkit"),
    PageAddress("quiz", "testi"),
    PageAddress("closing", "seuraavaksi"),
    PageAddress("about", "tietoa"),
    PageAddress("control", "ohjaus", in_menu=False),
    PageAddress("screen", "esitys", in_menu=False),
    PageAddress("results", "tulokset", in_menu=False),
)


def titles(content: Content) -> dict[str, dict[str, str]]:
    """Path to language to the title of the browser's tab."""
    return {
        f"/{page.path}": {lang: f"{content.texts[lang](f'app.pages.{page.name}')} – Propelli" for lang in LANGUAGES}
        for page in PAGES
    }
