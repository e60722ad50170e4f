"""The projector and the participant page in the frame of another site: allowed ones draw, others are refused."""

import functools
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.conftest import Server, eventually, free_port
from tests.server.api_client import Phone

FRAME = '<!doctype html><title>Dia</title><body style="background:#fff"><iframe name="slide" width="{}" height="700" src="{}">'


class _Site(BaseHTTPRequestHandler):
    def __init__(self, document: Callable[[], str], *arguments: object) -> None:
        self.document = document
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(self.document().encode())

    def log_message(self, *arguments: object) -> None: ...


@contextmanager
def site(framed: str, width: int = 1000, port: int = 0) -> Iterator[str]:
    """The address of another site that holds an address in a frame: under another host name, so without our cookies."""
    with ThreadingHTTPServer(
        ("127.0.0.1", port), functools.partial(_Site, lambda: FRAME.format(width, framed))
    ) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def allowed_port() -> int:
    return free_port()


@pytest.fixture(scope="module")
def embedding_server(tmp_path_factory: pytest.TempPathFactory, allowed_port: int) -> Iterator[Server]:
    """A server whose pages one other site may frame."""
    running = Server(
        Path(tmp_path_factory.mktemp("home")), environment={"PROPELLI_EMBED": f"http://localhost:{allowed_port}"}
    )
    running.start()
    yield running
    running.kill()


def test_an_allowed_site_shows_the_projector_live_and_others_show_nothing(
    embedding_server: Server, allowed_port: int, open_page: OpenPage
) -> None:
    room = embedding_server.new_room("--open", "word_cloud")
    with site(room.screen, port=allowed_port) as slide:
        frame = open_page(slide, "desk").frame_locator("iframe")
        expect(frame.locator(".screen")).to_have_attribute("data-view", "empty")
        phone = Phone(embedding_server, room.code)
        phone.send(round=phone.state()["round"], words=["sisu"])
        expect(frame.locator(".cloud .word").filter(has_text=re.compile("sisu", re.IGNORECASE))).to_be_visible()
    for address in (room.screen, room.phone):
        with site(address) as stranger:
            page = open_page(stranger, "desk")
            expect(page.locator("iframe")).to_be_visible()
            expect(page.frame_locator("iframe").locator(".screen, .participant")).to_have_count(0)


def people(address: str) -> tuple[int, int]:
    """How many have answered, and how many are present."""
    state = httpx.get(address).json()
    return state["answered"], state["present"]


def test_a_person_in_a_frame_answers_once_and_is_counted_once(
    embedding_server: Server, allowed_port: int, open_page: OpenPage
) -> None:
    room = embedding_server.new_room("--open", "word_cloud")
    screen = f"{embedding_server.address}/live/{room.code}/projector/state"
    with site(room.phone, width=500, port=allowed_port) as meeting:
        page = open_page(meeting, "desk")
        frame = page.frame_locator("iframe")
        frame.locator("input").first.fill("sisu")
        frame.locator(".send").click()
        expect(frame.locator(".said")).to_contain_text("sisu")
        assert page.context.cookies() == []
        page.reload()
        expect(frame.locator(".said")).to_contain_text("sisu")
        eventually(lambda: people(screen) == (1, 1))  # the stream of the page before ends a moment later
        assert page.frame("slide").evaluate("document.documentElement.scrollWidth <= innerWidth")  # type: ignore[union-attr]


def test_the_desk_results_and_sign_in_are_never_framed(embedding_server: Server, allowed_port: int) -> None:
    room = embedding_server.new_room()
    for path, allowed in (
        (f"/esitys/{room.code}", True), (f"/{room.code}", True), (f"/ohjaus?huone={room.code}", False),
        ("/liity", False), (f"/tulokset?huone={room.code}", False), (f"/esitys?huone={room.code}", False), ("/", False),
        ("/000000", False),
    ):  # fmt: skip
        policy = httpx.get(embedding_server.address + path).headers["content-security-policy"]
        site_name = f"http://localhost:{allowed_port}" if allowed else "'none'"
        assert f"frame-ancestors {site_name}" in policy, path
