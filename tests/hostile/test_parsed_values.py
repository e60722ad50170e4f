"""Whatever a header, cookie, query or path holds, the response is never a server error."""

import socket

import httpx
import pytest

from tests.conftest import Server

MANY_DIGITS = "9" * 5_000
BROKEN_ADDRESS = "http://["
PAGES = ("/", "/vastaa", "/ohjaus", "/esitys", "/liity", "/tietoa", "/{code}", "/nowhere")
HEADERS = {
    "Host": BROKEN_ADDRESS.removeprefix("http://"),
    "Origin": BROKEN_ADDRESS,
    "Referer": BROKEN_ADDRESS,
    "Accept-Language": "," * 500 + ";q=x",
    "Range": f"bytes={MANY_DIGITS}-",
    "If-None-Match": '"' * 50,
    "If-Modified-Since": MANY_DIGITS,
    "X-Participant": MANY_DIGITS,
    "X-Forwarded-For": "[",
    "X-Forwarded-Proto": "[",
    "Accept-Encoding": "gzip;q=x",
}
COOKIES = (
    f"propelli_organiser={MANY_DIGITS}.x",
    f"propelli_organiser=-{MANY_DIGITS}.x",
    f"propelli={MANY_DIGITS}",
    f"propelli_control_000000={MANY_DIGITS}",
    f"propelli_language={MANY_DIGITS}",
    f"_streamlit_xsrf=2|{MANY_DIGITS}|x|{MANY_DIGITS}",
    f"_streamlit_session={MANY_DIGITS}",
    '=; ";; \\',
)
LIVE = ("/live/{code}/me", "/live/{code}/results", "/qr/{code}.svg", "/_stcore/health", "/healthz")


@pytest.fixture(scope="module")
def addresses(server: Server) -> list[str]:
    """Of every kind one, in a room that exists: codes of none are slowed down."""
    code = server.new_room("--open", "word_cloud").code
    return [path.format(code=code) for path in (*PAGES, *LIVE)]


def _status(server: Server, head: str, *lines: str, body: str = "") -> int:
    """The status of one request written by hand, as no client would write it."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as line:
        sent = [head, *lines, *(() if any(line.startswith("Host:") for line in lines) else ("Host: x",))]
        sent += ["Connection: close", f"Content-Length: {len(body)}", "", body]
        line.sendall("\r\n".join(sent).encode("latin-1"))
        return int(line.recv(65536).split()[1])


@pytest.mark.parametrize("name", HEADERS)
def test_no_header_breaks_a_page(server: Server, addresses: list[str], name: str) -> None:
    for path in addresses:
        assert _status(server, f"GET {path} HTTP/1.1", f"{name}: {HEADERS[name]}") < 500, path


@pytest.mark.parametrize("cookie", COOKIES, ids=[cookie.partition("=")[0] or "-" for cookie in COOKIES])
def test_no_cookie_breaks_a_page(server: Server, addresses: list[str], cookie: str) -> None:
    for path in addresses:
        assert _status(server, f"GET {path} HTTP/1.1", f"Cookie: {cookie}") < 500, path


@pytest.mark.parametrize("value", [MANY_DIGITS, "%00", "%ff%fe", "[", "%ED%A0%80", "٤٨٢٩١٥", ""])
def test_no_query_or_path_breaks_a_page(server: Server, addresses: list[str], value: str) -> None:
    raw = httpx.QueryParams({"v": value})["v"] if "%" in value else str(httpx.QueryParams({"v": value}))[2:]
    for path in addresses:
        assert _status(server, f"GET {path}?huone={raw}&koodi={raw}&kieli={raw} HTTP/1.1") < 500, path
    for path in (f"/{raw}", f"/live/{raw}/me", f"/qr/{raw}.svg", f"/ohjaa/000000/{raw}", f"/assets/{raw}"):
        assert _status(server, f"GET {path} HTTP/1.1") < 500, path


@pytest.mark.parametrize("origin", [BROKEN_ADDRESS, "null", "", "http://[::1", "http://x:99999"])
def test_an_origin_that_is_no_address_is_another_sites(server: Server, origin: str) -> None:
    room = server.new_room("--open", "word_cloud")
    response = httpx.post(
        f"{server.address}/live/{room.code}/answers", json={"round": "r1", "words": ["x"]}, headers={"Origin": origin}
    )
    assert (response.status_code, response.json()["error"]) == (403, "origin")
    signed = httpx.post(f"{server.address}/ohjaus", data={"password": "lupa"}, headers={"Origin": origin})
    assert signed.status_code == 403


@pytest.mark.parametrize("origin", [BROKEN_ADDRESS, "null", "http://x:99999"])
def test_a_websocket_from_a_broken_origin_is_refused(server: Server, origin: str) -> None:
    upgrade = (
        "Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
        f"Origin: {origin}",
    )  # fmt: skip
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as line:
        head = ("GET /_stcore/stream HTTP/1.1", "Host: x", "Connection: Upgrade", *upgrade, "", "")
        line.sendall("\r\n".join(head).encode())
        assert line.recv(65536).split()[1] == b"403"


def test_a_ticket_of_five_thousand_digits_asks_for_the_password(server: Server) -> None:
    response = httpx.get(f"{server.address}/ohjaus", headers={"Cookie": COOKIES[0]})
    assert response.status_code == 200
    assert 'name="password"' in response.text
