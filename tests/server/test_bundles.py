"""Streamlit's own scripts and styles: compression and caching."""

import gzip
import re

import httpx
import pytest

from server.web.bundles import FOLDER, takes_gzip
from tests.conftest import Server

SCRIPTS = sorted((FOLDER / "static" / "js").glob("*.js"), key=lambda path: path.stat().st_size)


def get(server: Server, name: str, method: str = "GET", accepted: str = "gzip, deflate, br") -> httpx.Response:
    return httpx.request(method, f"{server.address}/{name}", headers={"Accept-Encoding": accepted}, timeout=60)


def name_of(place: int) -> str:
    return SCRIPTS[place].relative_to(FOLDER).as_posix()


@pytest.mark.parametrize("place", [-1, len(SCRIPTS) // 2])
def test_a_script_comes_compressed_whole_and_is_never_asked_for_again(server: Server, place: int) -> None:
    first, second = (get(server, name_of(place)) for _ in range(2))
    assert first.status_code == 200
    assert first.content == second.content == SCRIPTS[place].read_bytes()
    assert first.headers["content-encoding"] == "gzip"
    assert int(first.headers["content-length"]) == len(gzip.compress(first.content, 9, mtime=0))
    assert first.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert first.headers["content-type"].startswith("text/javascript")
    assert first.headers["vary"] == "Accept-Encoding"
    assert first.headers["x-content-type-options"] == "nosniff"


def test_only_the_head_has_no_body(server: Server) -> None:
    answer = get(server, name_of(-1), "HEAD")
    assert (answer.status_code, answer.content) == (200, b"")
    assert int(answer.headers["content-length"]) > 100_000


def test_who_does_not_take_gzip_gets_the_file_as_it_is(server: Server) -> None:
    answer = get(server, name_of(-1), accepted="identity")
    assert "content-encoding" not in answer.headers
    assert answer.content == SCRIPTS[-1].read_bytes()


def test_fonts_are_not_compressed_twice(server: Server) -> None:
    font = next((FOLDER / "static").rglob("*.woff2"))
    answer = get(server, font.relative_to(FOLDER).as_posix())
    assert "content-encoding" not in answer.headers
    assert answer.content == font.read_bytes()
    assert "immutable" in answer.headers["cache-control"]


@pytest.mark.parametrize("path", ["static/js/none.js", "static/../index.html", "static/%2e%2e/index.html", "static/js"])
def test_what_is_no_bundle_is_none(server: Server, path: str) -> None:
    assert "immutable" not in get(server, path).headers.get("cache-control", "")


def test_every_name_holds_a_hash_of_its_content() -> None:
    """Else a browser would keep the old file after an upgrade."""
    files = [path.name for path in (FOLDER / "static").rglob("*") if path.is_file()]
    assert [name for name in files if not re.search(r"[.-][\w-]{8,}\.\w+$", name)] == []


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [("gzip", True), ("br;q=1, gzip;q=0.8", True), ("*", True), ("", False), ("gzip;q=0", False), ("identity", False)],
)
def test_gzip_is_sent_to_those_who_take_it(accepted: str, expected: bool) -> None:
    assert takes_gzip(accepted) is expected
