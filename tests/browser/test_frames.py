"""The projector and the participant page in the frame of another site: allowed ones draw, others are refused."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote

import httpx
import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.conftest import Server, eventually
from tests.server.api_client import Phone

FRAME = '<!doctype html><title>Dia</title><iframe name="slide" width="{}" height="700" src="{}"></iframe>'


class _Slide(BaseHTTPRequestHandler):
    """A page of another site that holds the address of its query in a frame, as wide as its path says."""

    timeout = 1  # a browser keeps a connection open in case it needs another

    def do_GET(self) -> None:
        width, _, framed = self.path[1:].partition("?")
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(FRAME.format(width, unquote(framed)).encode())

    def log_message(self, *arguments: object) -> None: ...


@contextmanager
def _site() -> Iterator[str]:
    """Another site than the server's: its host has another name, so a frame there gets no cookies of ours."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Slide) as site:
        site.daemon_threads = False
        threading.Thread(target=site.serve_forever, args=[0.05], daemon=True).start()
        yield f"http://localhost:{site.server_port}"
        site.shutdown()


@pytest.fixture(scope="module")
def allowed() -> Iterator[str]:
    with _site() as address:
        yield address


@pytest.fixture(scope="module")
def stranger() -> Iterator[str]:
    with _site() as address:
        yield address


@pytest.fixture(scope="module")
def embedding_server(tmp_path_factory: pytest.TempPathFactory, allowed: str) -> Iterator[Server]:
    """A server whose pages one other site may frame."""
    running = Server(tmp_path_factory.mktemp("home"), environment={"PROPELLI_EMBED": allowed})
    running.start()
    yield running
    running.kill()


def test_an_allowed_site_shows_the_projector_live_and_others_show_nothing(
    embedding_server: Server, allowed: str, stranger: str, open_page: OpenPage
) -> None:
    room = embedding_server.new_room("--open", "word_cloud")
    frame = open_page(f"{allowed}/1000?{room.screen}", "desk").frame_locator("iframe")
    expect(frame.locator(".screen")).to_have_attribute("data-view", "empty")
    phone = Phone(embedding_server, room.code)
    phone.send(round=phone.state()["round"], words=["sisu"])
    phone.client.close()
    expect(frame.locator(".cloud .word").filter(has_text=re.compile("sisu", re.IGNORECASE))).to_be_visible()
    for address in (room.screen, room.phone):
        frame = open_page(f"{stranger}/1000?{address}", "desk").frame_locator("iframe")
        expect(frame.locator("html")).to_be_attached()
        expect(frame.locator(".screen, .participant")).to_have_count(0)


def people(address: str) -> tuple[int, int]:
    """How many have answered, and how many are present."""
    state = httpx.get(address).json()
    return state["answered"], state["present"]


def test_a_person_in_a_frame_answers_once_and_is_counted_once(
    embedding_server: Server, allowed: str, open_page: OpenPage
) -> None:
    room = embedding_server.new_room("--open", "word_cloud")
    page = open_page(f"{allowed}/500?{room.phone}", "desk")
    frame = page.frame_locator("iframe")
    frame.locator("input").first.fill("sisu")
    frame.locator(".send").click()
    expect(frame.locator(".said")).to_contain_text("sisu")
    assert page.context.cookies() == []
    page.reload()
    expect(frame.locator(".said")).to_contain_text("sisu")
    state = f"{embedding_server.address}/live/{room.code}/projector/state"
    eventually(lambda: people(state) == (1, 1))  # the stream of the page before ends a moment later
    assert frame.locator("html").evaluate("root => root.scrollWidth <= innerWidth")


@pytest.mark.parametrize(
    ("path", "is_allowed"),
    [("/esitys/{code}", True), ("/{code}", True), ("/ohjaus?huone={code}", False), ("/liity", False),
     ("/tulokset?huone={code}", False), ("/esitys?huone={code}", False), ("/", False), ("/000000", False)],
)  # fmt: skip
def test_only_the_projector_and_the_participant_page_are_framed(
    embedding_server: Server, allowed: str, path: str, is_allowed: bool
) -> None:
    room = embedding_server.new_room()
    policy = httpx.get(embedding_server.address + path.format(code=room.code), timeout=30).headers
    site = allowed if is_allowed else "'none'"
    assert policy["content-security-policy"].endswith(f"frame-ancestors {site}")
