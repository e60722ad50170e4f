"""Signing out revokes one browser's rights at once, and nobody else's."""

from collections.abc import Callable, Iterator

import httpx
import pytest

from tests.conftest import RoomLinks, Server

New = Callable[[], httpx.Client]


@pytest.fixture
def new_browser(server: Server) -> Iterator[New]:
    browsers: list[httpx.Client] = []

    def make() -> httpx.Client:
        browsers.append(httpx.Client(base_url=server.address, timeout=30, headers={"Origin": server.address}))
        return browsers[-1]

    yield make
    for browser in browsers:
        browser.close()


@pytest.fixture(scope="module")
def room(server: Server) -> RoomLinks:
    return server.new_room()


@pytest.fixture(scope="module")
def other(server: Server) -> RoomLinks:
    return server.new_room()


def signed_in(browser: httpx.Client) -> httpx.Client:
    assert browser.post("/ohjaus", data={"password": "lupa"}).status_code == 303
    return browser


def controls(browser: httpx.Client, room: RoomLinks) -> bool:
    return browser.get(f"/tulokset/{room.code}/answers.csv").status_code == 200


def test_the_organiser_signs_out_of_everything(new_browser: New, room: RoomLinks) -> None:
    browser, elsewhere = signed_in(new_browser()), signed_in(new_browser())
    browser.get(room.phone)
    browser.get(room.control)
    ticket = dict(browser.cookies)
    assert controls(browser, room)
    answer = browser.post("/ohjaus/ulos")
    assert (answer.status_code, answer.headers["location"]) == (303, "/ohjaus")
    assert not controls(browser, room)
    assert "propelli" in browser.cookies, "what the browser has answered stays its own"
    assert 'name="password"' in browser.get("/ohjaus").text
    assert controls(elsewhere, room), "another browser of the organiser stays signed in"
    del ticket[f"propelli_control_{room.code}"]
    late = new_browser()
    late.cookies.update(ticket)
    assert not controls(late, room), "a page that is still open with the old ticket may do nothing more"


def test_a_facilitator_signs_out_of_one_room(new_browser: New, room: RoomLinks, other: RoomLinks) -> None:
    browser = new_browser()
    browser.get(room.control)
    browser.get(other.control)
    assert browser.post(f"/ohjaus/ulos?huone={room.code}").status_code == 303
    assert not controls(browser, room)
    assert controls(browser, other)


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "null", "http://127.0.0.1:1"])
def test_another_sites_page_signs_nobody_out(new_browser: New, room: RoomLinks, origin: str) -> None:
    browser = signed_in(new_browser())
    answer = browser.post("/ohjaus/ulos", headers={"Origin": origin})
    assert answer.status_code == 403
    assert "väärältä sivulta" in answer.text
    assert controls(browser, room)


def test_signing_out_without_being_signed_in_leads_to_the_sign_in(new_browser: New) -> None:
    browser = new_browser()
    for code in ("", "?huone=000000", "?huone=<b>"):
        assert browser.post(f"/ohjaus/ulos{code}").status_code == 303
