"""One setting, `PROPELLI_URL`, moves the whole app under a path: routes, links, QR code, cookies."""

from pathlib import Path

import httpx
import pytest

from tests.conftest import Server, free_port

PATH = "/tyopaja"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    home: Path = tmp_path_factory.mktemp("home")
    port = free_port()
    running = Server(home, port, {"PROPELLI_URL": f"https://kunta.example:{port}{PATH}"}, base=PATH)
    running.start()
    yield running
    running.kill()


def test_everything_is_served_under_the_path_and_nothing_beside_it(server: Server) -> None:
    room = server.new_room("--open", "word_cloud")
    page = httpx.get(f"{server.address}{PATH}/{room.code}")
    assert page.status_code == 200
    assert f'"{PATH}/assets/participant-' in page.text
    assert f'href="{PATH}/tietoa?huone={room.code}"' in page.text
    wall = httpx.get(f"{server.address}{PATH}/esitys/{room.code}").text
    assert f'"{PATH}/assets/projector-' in wall
    assert f'"base":"{PATH}"' in wall.replace("&#34;", '"')
    assert f"https://kunta.example:{server.port}{PATH}/{room.code}" in wall
    wall_state = f"/live/{room.code}/projector/state"
    for path in (
        "/",
        "/vastaa",
        "/ohjaus",
        wall_state,
        f"/live/{room.code}/me",
        f"/qr/{room.code}.svg",
        "/_stcore/health",
    ):
        assert httpx.get(f"{server.address}{PATH}{path}").status_code == 200, path
    for path in (f"/{room.code}", f"/live/{room.code}/me"):
        assert httpx.get(f"{server.address}{path}").status_code == 404, path


def test_links_and_the_qr_code_carry_the_public_address(server: Server) -> None:
    printed = server.command("room", "new")
    assert f"https://kunta.example:{server.port}{PATH}/" in printed
    code = server.new_room().code
    drawn = httpx.get(f"{server.address}{PATH}/qr/{code}.svg").text
    assert f"https://kunta.example:{server.port}{PATH}/{code}" in drawn


def test_cookies_are_secure_where_the_public_address_is_https(server: Server) -> None:
    code = server.new_room().code
    cookie = httpx.get(f"{server.address}{PATH}/{code}").headers["set-cookie"]
    assert cookie.startswith("__Host-propelli=")
    for path in (code, "", "vastaa", "_stcore/health", "_stcore/host-config", "ohjaus?kieli=sv"):
        for cookie in httpx.get(f"{server.address}{PATH}/{path}").headers.get_list("set-cookie"):
            assert "; secure" in cookie.lower(), cookie


@pytest.mark.parametrize(
    "path", ["", "vastaa", "healthz", "static/hukassa", "live/111111", "_stcore/health", "hukassa"]
)
def test_browsers_are_sent_to_https_only(server: Server, path: str) -> None:
    answer = httpx.get(f"{server.address}{PATH}/{path}")
    assert answer.headers["strict-transport-security"] == "max-age=31536000"
