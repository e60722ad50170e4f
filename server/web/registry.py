"""The addresses of Streamlit's pages: one table for the page shell and for `pages/main.py`."""

from dataclasses import dataclass

from workshop.content.content import Content
from workshop.content.texts import LANGUAGES


@dataclass(frozen=True)
class PageAddress:
    """A page of the app: its name in texts, its address, its script under `pages/`, whether everyone's menu has it."""

    name: str
    path: str
    script: str
    in_menu: bool = True


PAGES = (
    PageAddress("home", "", "home.py"),
    PageAddress("vote", "vastaa", "vote.py"),
    PageAddress("assessment", "arviointi", "assessment/page.py"),
    PageAddress("examples", "esimerkit", "examples/page.py"),
    PageAddress("quiz", "testi", "quiz/page.py"),
    PageAddress("closing", "seuraavaksi", "closing.py"),
    PageAddress("about", "tietoa", "about.py"),
    PageAddress("control", "ohjaus", "desk/page.py", in_menu=False),
    PageAddress("screen", "esitys", "projector.py", in_menu=False),
    PageAddress("results", "tulokset", "results/page.py", in_menu=False),
    PageAddress("editor", "muokkaa", "editor/page.py", in_menu=False),
)


def titles(content: Content) -> dict[str, dict[str, str]]:
    """Path to language to the title of the browser's tab."""
    return {
        f"/{page.path}": {lang: f"{content.texts[lang](f'app.pages.{page.name}')} – Propelli" for lang in LANGUAGES}
        for page in PAGES
    }
