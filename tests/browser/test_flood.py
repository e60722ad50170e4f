"""A script with a new cookie for each answer: the desk warns, withdraws its answers, and restores them."""

import secrets
from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.conftest import Server
from tests.server.api_client import OpenRoom

SENDERS = 80


@pytest.fixture
def room(server: Server) -> Iterator[OpenRoom]:
    opened = OpenRoom(server)
    yield opened
    opened.close()


def flood(room: OpenRoom, round_id: str) -> None:
    with httpx.Client(base_url=room.server.address, timeout=30) as script:
        for sender in range(SENDERS):
            words = [f"täyte {sender} {letter}" for letter in "abc"]
            headers = {"X-Participant": secrets.token_urlsafe(24)}
            sent = script.post(f"/live/{room.code}/answers", json={"round": round_id, "words": words}, headers=headers)
            assert sent.status_code == 200
            script.cookies.clear()


def test_a_flood_is_told_taken_out_and_put_back(room: OpenRoom, open_page: OpenPage) -> None:
    phone = room.phone()
    with phone.stream() as events:
        round_id = next(events)["round"]
        assert phone.send(round=round_id, words=["luottamus"]).status_code == 200
        desk = open_page(room.links.control, "desk")
        words = desk.locator(".word-desk")
        expect(words.get_by_text("luottamus")).to_be_visible()
        flood(room, round_id)
        expect(desk.get_by_text(f"on vastannut {SENDERS} uutta vastaajaa", exact=False)).to_be_visible()
        words.get_by_label("Etsi sanaa").fill("täyte 79")
        expect(words.get_by_role("button", name="täyte 79 c", exact=True)).to_be_visible()
        words.get_by_label("Etsi sanaa").fill("")
        desk.get_by_role("button", name=f"Poista näiden {SENDERS} vastaajan vastaukset").click()
        expect(desk.get_by_text(f"{SENDERS * 3} vastausta.", exact=False)).to_be_visible()
        expect(words.locator("li[data-key]")).to_have_count(1)
        expect(words.get_by_text("luottamus")).to_be_visible()
        desk.get_by_role("button", name="Palauta", exact=True).click()
        expect(desk.get_by_role("button", name="Palauta", exact=True)).to_have_count(0)
        expect(words.get_by_text("Näytä lisää (100)")).to_be_visible()
        words.get_by_text("Näytä lisää (100)").click()
        expect(words.get_by_text("Lisäksi 41 sanaa. Löydät ne hakemalla.")).to_be_visible()
