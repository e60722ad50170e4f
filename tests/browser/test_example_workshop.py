"""A folder of own content in use: its question on the phone, its pages in three languages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.conftest import ROOT, Server


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Server]:
    running = Server(tmp_path, environment={"PROPELLI_DATA": str(ROOT / "data" / "examples" / "library")})
    running.start()
    yield running
    running.kill()


def test_its_question_is_answered_and_its_pages_speak_of_it(library: Server, open_page: OpenPage) -> None:
    room = library.new_room("--open", "word_cloud")
    phone = open_page(room.phone, "phone")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Mitä kirjasto merkitsee sinulle?")
    phone.get_by_role("textbox").first.fill("rauha")
    phone.get_by_role("button", name="Lähetä").click()
    expect(phone.locator(".said li")).to_have_text("rauha")
    phone.goto(f"{library.address}/?kieli=sv")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Hurdant bibliotek behövs i morgon?")
    expect(phone.get_by_role("heading", name="Vad är ett gemensamt bibliotek?")).to_be_visible()
    phone.goto(f"{library.address}/arviointi?kieli=sv")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Är vårt bibliotek gemensamt?")
    phone.goto(f"{library.address}/testi?kieli=sv")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Vem är du på biblioteket?")
    phone.goto(f"{library.address}/esimerkit?kieli=sv")
    expect(phone.get_by_role("button", name="Bokbussen").first).to_be_visible()
