"""Lays screenshots of all Streamlit pages on one sheet a width and theme, to be compared by eye.

`python docs/pictures/sheets.py FOLDER [WIDTH ...]` writes `FOLDER/<width>_<theme>.png`; they are not kept.
"""

import random
import signal
import sys
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from docs.pictures.make import CROWD, LINES, PASSWORD, say_words  # noqa: E402
from server.service import Service  # noqa: E402
from server.settings import Settings  # noqa: E402
from tests.conftest import QUIET, Server  # noqa: E402
from tests.find_browser import find_browser  # noqa: E402
from tests.idle import wait_until_idle  # noqa: E402
from tests.server.api_client import Phone  # noqa: E402

HEIGHTS = {390: 844, 768: 1024, 1280: 800, 1366: 768, 1920: 1080}
THEMES = ("light", "dark")
COLUMNS, GAP, TILE = 4, 12, 640
SETTLED_MS = 1500


def addresses(code: str, workshop: str, example: str) -> tuple[str, ...]:
    """Every page, with no, little and much to show."""
    return (
        "", "vastaa", "arviointi", "arviointi?kohta=3", f"arviointi?esimerkki={example}",
        f"arviointi?esimerkki={example}&kohta=6", "esimerkit", "testi", "seuraavaksi", "tietoa", "ohjaus",
        "ohjaus?uusi=rivit", f"muokkaa?tyopaja={workshop}", f"tulokset?huone={code}",
        "tulokset?huone=111222", "tulokset",
    )  # fmt: skip


def filled(server: Server) -> tuple[str, ...]:
    """A room with a crowd's words and one without, a workshop of pasted lines; the addresses of all pages."""
    code, _ = server.new_room("--code", "482915").code, server.new_room("--code", "111222")
    beside = Service(Settings(home=server.home, password=PASSWORD))
    phones = [Phone(server, code) for _ in range(CROWD)]
    for phone in phones:
        phone.join()
    beside.control.open(code, "word_cloud")
    say_words(phones, random.Random(7))
    workshop = beside.written_workshops.from_lines("Lähipalvelut kylillä: mitä tehdään yhdessä?", LINES, "fi")
    beside.rooms.create(workshop=workshop)
    example = beside.content.examples[0].id
    beside.close()
    return addresses(code, workshop, example)


def sheet(browser: Browser, server: Server, paths: tuple[str, ...], width: int, theme: str) -> Image.Image:
    """All pages in one width and theme, signed in as the organiser."""
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHTS[width]}, locale="fi-FI", reduced_motion="reduce",
        color_scheme=theme,  # type: ignore[arg-type]
    )  # fmt: skip
    page = context.new_page()
    page.goto(f"{server.address}/ohjaus")
    page.locator("#password").fill(PASSWORD)
    page.locator("form button").click()
    page.locator(".workshops h1").wait_for()
    tiles = []
    for path in paths:
        page.goto(f"{server.address}/{path}")
        wait_until_idle(page)
        page.wait_for_timeout(SETTLED_MS)
        picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
        scale = min(1, TILE / width)
        tiles.append(picture.resize((round(width * scale), round(HEIGHTS[width] * scale))))
    context.close()
    across, down = tiles[0].width + GAP, tiles[0].height + GAP
    laid = Image.new("RGB", (COLUMNS * across, -(-len(tiles) // COLUMNS) * down), "gray")
    for place, tile in enumerate(tiles):
        laid.paste(tile, (place % COLUMNS * across, place // COLUMNS * down))
    return laid


def main(folder: Path, widths: tuple[int, ...]) -> None:
    """The sheets of these widths, of all where none is given."""
    folder.mkdir(parents=True, exist_ok=True)
    server = Server(Path(tempfile.mkdtemp()))
    server.start()
    try:
        paths = filled(server)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_browser(), args=QUIET)
            for width in widths or tuple(HEIGHTS):
                for theme in THEMES:
                    sheet(browser, server, paths, width, theme).save(folder / f"{width}_{theme}.png", optimize=True)
                    print(width, theme)
            browser.close()
    finally:
        server.kill(signal.SIGTERM)


if __name__ == "__main__":
    main(Path(sys.argv[1]), tuple(map(int, sys.argv[2:])))
