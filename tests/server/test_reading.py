"""The modules of the reading pages: named in the state, the same bytes for all rooms, never asked for twice."""

import re

import httpx

from server.service import Service
from server.settings import Settings
from tests.conftest import RoomLinks, Server, eventually


def state_of(server: Server, room: RoomLinks, lang: str = "fi") -> dict[str, object]:
    answer = httpx.get(f"{server.address}/live/{room.code}/state?kieli={lang}")
    state: dict[str, object] = answer.json()
    return state


def script_of(server: Server, room: RoomLinks, lang: str = "fi") -> str:
    reading = state_of(server, room, lang)["reading"]
    assert isinstance(reading, dict)
    assert reading["page"] == "examples"
    return str(reading["script"])


def test_rooms_share_the_bytes_of_a_language(server: Server) -> None:
    first, second = server.new_room("--open", "examples"), server.new_room("--open", "examples")
    modules = [httpx.get(server.address + script_of(server, room), timeout=60) for room in (first, second)]
    assert modules[0].content == modules[1].content
    assert script_of(server, first).rpartition("/")[2] == script_of(server, second).rpartition("/")[2]
    assert script_of(server, first, "sv") != script_of(server, first)
    headers = modules[0].headers
    assert (headers["content-type"], headers["content-encoding"]) == ("text/javascript; charset=utf-8", "gzip")
    assert "immutable" in headers["cache-control"]
    plain = httpx.get(server.address + script_of(server, first), headers={"Accept-Encoding": "identity"}, timeout=60)
    assert "content-encoding" not in plain.headers
    assert plain.content == modules[0].content


def test_a_link_to_another_page_of_the_app_is_no_reading_page(server: Server) -> None:
    room = server.new_room("--open", "word_cloud")
    assert "reading" not in state_of(server, room)


def test_the_way_on_from_an_ended_room_is_a_reading_page(server: Server) -> None:
    room = server.new_room("--open", "word_cloud")
    beside = Service(Settings(home=server.home, password="lupa"))
    beside.rooms.end(room.code)
    beside.close()

    def ended() -> bool:
        return bool(state_of(server, room)["ended"])

    eventually(ended)
    links = state_of(server, room)["links"]
    assert isinstance(links, list)
    assert links[0]["reading"]["page"] == "closing"
    assert re.fullmatch(f"/seuraavaksi\\?huone={room.code}&kieli=fi", links[0]["href"])


def test_a_name_that_the_room_has_not_and_a_room_that_is_not_are_told(server: Server) -> None:
    room = server.new_room("--open", "examples")
    name = script_of(server, room).rpartition("/")[2]
    for address in (f"{room.code}/reading/fi-0123456789abcdef.js", f"{room.code}/reading/x", f"000000/reading/{name}"):
        assert httpx.get(f"{server.address}/live/{address}", timeout=60).status_code == 404
