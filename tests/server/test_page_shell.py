"""The page shell: one language for the document and its content, the script's texts, unknown addresses."""

import asyncio
import json
import re
from concurrent.futures import ThreadPoolExecutor
from html import unescape

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Route

from server.service import Service
from server.web import languages
from server.web.page_shell import PageShell
from server.web.registry import titles
from server.web.streamlit_texts import BEGINNINGS, DIALOGS, EXACT, shell_words
from workshop.content.texts import LANGUAGES


class Shell:
    """Asks the shell for pages, and keeps its cookies as a browser does."""

    def __init__(self, app: Starlette) -> None:
        self._app, self._jar = app, httpx.Cookies()

    def get(self, path: str, accept: str = "") -> httpx.Response:
        async def get_page() -> httpx.Response:
            transport = httpx.ASGITransport(app=self._app)
            async with httpx.AsyncClient(transport=transport, base_url="http://shell", cookies=self._jar) as client:
                answer = await client.get(path, headers={"accept-language": accept})
                self._jar = client.cookies
                return answer

        with ThreadPoolExecutor(1) as thread:  # a loop of its own, also where a browser test has left one running
            return thread.submit(asyncio.run, get_page()).result()


@pytest.fixture
def shell(service: Service) -> Shell:
    pages = PageShell(titles(service.content), service.content.texts, service.rooms.find, service.cookies, "")
    routes = [*(Route(path, pages.show) for path in titles(service.content)), Route("/{name:page}", pages.missing)]
    return Shell(Starlette(routes=routes))


def language(page: str) -> str:
    match = re.search(r'<html lang="(\w+)">', page)
    assert match is not None
    return match[1]


@pytest.mark.parametrize(
    ("query", "cookie", "room", "accept", "lang"),
    [
        ("", None, None, "", "fi"),
        ("", None, None, "de-DE,sv;q=0.8", "sv"),
        ("", None, "sv", "en-GB", "sv"),
        ("", "en", "sv", "fi-FI", "en"),
        ("fi", "en", "sv", "en-GB", "fi"),
        ("xx", None, "sv", "fi", "sv"),
        ("xx", "yy", None, "tlh", "fi"),
    ],
)
def test_address_then_switch_then_room_then_browser_choose_the_language(
    query: str, cookie: str | None, room: str | None, accept: str, lang: str
) -> None:
    jar = {"propelli_language": cookie} if cookie else {}
    assert languages.visitor_language({"kieli": query} if query else {}, jar, room, accept) == lang


@pytest.mark.parametrize(
    ("query", "cookie", "room", "accept", "lang"),
    [
        ("", None, "fi", "sv-FI,en;q=0.8", "sv"),
        ("", None, "fi", "en-GB,sv;q=0.8", "sv"),
        ("", None, "sv", "en-GB", "sv"),
        ("", "fi", "sv", "sv-FI", "fi"),
        ("en", "fi", "sv", "sv-FI", "en"),
        ("", None, None, "en", "fi"),
    ],
)
def test_a_phone_speaks_its_owners_language_where_the_workshop_has_it(
    query: str, cookie: str | None, room: str | None, accept: str, lang: str
) -> None:
    jar = {"propelli_language": cookie} if cookie else {}
    query_params = {"kieli": query} if query else {}
    assert languages.participant_language(query_params, jar, room, accept, offered=("fi", "sv")) == lang


def test_the_document_is_in_the_language_of_the_room(shell: Shell, service: Service) -> None:
    room = service.rooms.create(lang="sv")
    page = shell.get(f"/testi?huone={room.code}", accept="en").text
    assert language(page) == "sv"
    assert "<title>Test – Propelli</title>" in page


def test_the_switch_is_remembered(shell: Shell) -> None:
    assert language(shell.get("/testi?kieli=en").text) == "en"
    assert language(shell.get("/tietoa").text) == "en"


def test_an_address_without_a_page_is_not_found_and_still_ours(shell: Shell) -> None:
    answer = shell.get("/hukassa", accept="sv")
    assert answer.status_code == 404
    assert language(answer.text) == "sv"
    assert "shell_words.js" in answer.text


@pytest.mark.parametrize("path", ["/favicon.png", "/manifest.json", "/_stcore/health", "/static/js/index.js"])
def test_files_of_streamlit_are_let_through(shell: Shell, path: str) -> None:
    assert shell.get(path).text == "Not Found"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_words_travel_in_an_attribute_whole(shell: Shell, service: Service, lang: str) -> None:
    page = shell.get(f"/?kieli={lang}").text
    match = re.search(r'shell_words\.js" data-words="([^"]*)"', page)
    assert match is not None
    assert json.loads(unescape(match[1])) == json.loads(shell_words(service.texts(lang)))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_said_instead_is_never_changed_again(service: Service, lang: str) -> None:
    text = service.texts(lang)
    for key in [*EXACT.values(), *BEGINNINGS.values(), *(key for keys in DIALOGS.values() for key in keys)]:
        own_text = text(f"streamlit.{key}")
        again = EXACT.get(own_text)
        assert again is None or text(f"streamlit.{again}") == own_text
        assert not own_text.startswith(tuple(BEGINNINGS))
