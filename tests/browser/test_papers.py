"""The papers of law of a workshop: an organiser saves them filled in, participants find what concerns them."""

import re

import httpx
import pytest
from docx import Document
from playwright.sync_api import Page, expect

from server.settings import PROJECT
from tests.browser.conftest import OpenPage
from tests.conftest import RoomLinks, Server
from tests.hostile.openapi import check

CONTROLLER, CONTACT, FEEDBACK = "kirjaston ylläpitäjä", "kirjaston asiakaspalvelu", "kirjaston asiakaspalveluun"
TITLES = {
    "information": "Tietosuojatieto osallistujille", "record": "Seloste käsittelytoimista",
    "threshold": "Tarvitaanko vaikutustenarviointi?", "en301549": "EN 301 549",
    "accessibility": "Saavutettavuusseloste",
}  # fmt: skip


@pytest.fixture(scope="module")
def room(server: Server) -> RoomLinks:
    """A room of a workshop whose organiser is another than that of the front page."""
    workshop = server.command("workshop", "import", str(PROJECT / "data" / "examples" / "library")).strip()
    return server.new_room("--workshop", workshop)


def saved(page: Page, paper: str) -> list[str]:
    """Every paragraph and cell of the document behind the paper's link."""
    with page.expect_download() as download:
        page.locator(f'a[href*="/tietoa/{paper}.docx"]').click()
    assert download.value.suggested_filename.endswith(".docx")
    document = Document(str(download.value.path()))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [*(paragraph.text for paragraph in document.paragraphs), *cells]


def test_an_organiser_reads_the_papers_of_their_workshop_and_saves_them_as_documents(
    server: Server, room: RoomLinks, open_page: OpenPage
) -> None:
    page = open_page(room.control, "desk")
    page.goto(f"{server.address}/tietoa?huone={room.code}")
    expect(page.get_by_role("heading", name="Asiakirjat järjestäjälle")).to_be_visible()
    fold = page.locator(".st-key-paper_information")
    fold.get_by_text(TITLES["information"], exact=True).first.click()
    expect(fold.get_by_text(f"{CONTROLLER}. Yhteys: {CONTACT}.")).to_be_visible()
    for paper, title in TITLES.items():
        if paper not in {"information", "accessibility"}:
            page.locator(f".st-key-paper_{paper} summary").click()
        expect(page.locator(f'a[href*="/tietoa/{paper}.docx"]')).to_be_visible()
        lines = saved(page, paper)
        assert title in lines[0]
        assert not any(re.search(r"\{\w+\}", line) for line in lines)
    assert any(f"{CONTROLLER}. Yhteys: {CONTACT}." in line for line in saved(page, "information"))
    assert any(FEEDBACK in line for line in saved(page, "accessibility"))


def test_participants_find_from_their_page_who_keeps_their_answers_and_how_to_complain(
    room: RoomLinks, open_page: OpenPage
) -> None:
    phone = open_page(room.phone)
    phone.get_by_role("link", name="Tietosuoja").click()
    expect(phone.get_by_role("heading", name="Tietosuoja", exact=True)).to_be_visible()
    expect(phone.get_by_text(CONTROLLER).first).to_be_visible()
    expect(phone.get_by_role("heading", name="Saavutettavuusseloste").first).to_be_visible()
    expect(phone.get_by_text(FEEDBACK).first).to_be_visible()
    phone.locator(".st-key-paper_information summary").click()
    expect(phone.get_by_text("Voit valittaa tietosuojavaltuutetun toimistoon", exact=False)).to_be_visible()


@pytest.mark.parametrize(("paper", "status"), [("other", 404), ("information", 200)])
def test_the_route_keeps_to_its_description(server: Server, paper: str, status: int) -> None:
    answer = httpx.get(f"{server.address}/tietoa/{paper}.docx?huone=000000&kieli=sv", timeout=30)
    check(answer, "GET", "/tietoa/{paper}.docx")
    assert answer.status_code == status
