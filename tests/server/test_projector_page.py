"""The projector's page and stream, against a real server process: for anybody with the code, without a cookie."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest

from server.service import Service
from server.usecases.projector import Projected
from tests.conftest import Server, eventually
from tests.hostile.openapi import check
from tests.server.api_client import OpenRoom
from tests.server.filled_rooms import Filled, filled

NewRoom = Callable[[], OpenRoom]


@contextmanager
def watched(room: OpenRoom, query: str = "?kieli=fi") -> Iterator[Iterator[str]]:
    """The lines of one watcher's stream."""
    address = f"{room.server.address}/live/{room.code}/projector{query}"
    with httpx.stream("GET", address, timeout=60) as answer:
        assert answer.status_code == 200
        assert "set-cookie" not in answer.headers
        yield answer.iter_lines()


def states(lines: Iterator[str]) -> Iterator[Any]:
    return (json.loads(line.removeprefix("data: ")) for line in lines if line.startswith("data: {"))


def texts(state: Any) -> list[str]:
    return [text for text, _ in state["result"]["list"]]


def placed(state: Any) -> list[str]:
    return [" ".join(word["lines"]) for word in state["result"]["wide"]["words"]]


def test_an_answer_reaches_every_watcher_with_the_same_bytes_and_its_place_in_the_cloud(room: OpenRoom) -> None:
    phone = room.phone()
    round_id = phone.state()["round"]
    with watched(room) as first, watched(room) as second:
        phone.send(round=round_id, words=["yhteisbudjetointi"])
        lines_with_word = [next(line for line in lines if "yhteisbudjetointi" in line) for lines in (first, second)]
        assert lines_with_word[0] == lines_with_word[1]
        room.phone().send(round=round_id, words=["viimeinen"])
        last = next(state for state in states(first) if "viimeinen" in placed(state))
    assert {"yhteisbudjetointi", "viimeinen"} <= set(texts(last))
    assert last["answered"] == 2


def test_the_state_is_as_the_document_says_and_comes_without_a_stream(room: OpenRoom) -> None:
    answer = httpx.get(f"{room.server.address}/live/{room.code}/projector/state?rev=3&kieli=sv")
    check(answer, "GET", "/live/{code}/projector/state")
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
    assert answer.json()["state"] == "open"
    with watched(room, "?kieli=sv") as lines:
        assert {**next(states(lines)), "present": 0} == {**answer.json(), "present": 0}


def page_data(answer: httpx.Response) -> Any:
    attribute = re.search(r"data-projector='([^']*)'", answer.text)
    assert attribute
    return json.loads(attribute[1].replace("&#34;", '"').replace("&#39;", "'").replace("&amp;", "&"))


def test_the_page_needs_no_cookie_and_its_files_are_kept_for_ever(room: OpenRoom) -> None:
    answer = httpx.get(f"{room.server.address}/esitys/{room.code}")
    assert (answer.status_code, answer.headers.get("set-cookie")) == (200, None)
    data = page_data(answer)
    assert (data["room"], data["keys"], data["state"]["view"]) == (room.code, False, "results")
    assert data["addresses"]["url"].endswith(f"/{room.code}")
    for name in re.findall(r'"/(assets/projector-[0-9a-f]+\.\w+)"', answer.text):
        file = httpx.get(f"{room.server.address}/{name}")
        assert (file.status_code, "immutable" in file.headers["cache-control"]) == (200, True)
    assert len(set(re.findall(r"assets/projector-[0-9a-f]+\.(\w+)", answer.text))) == 2
    assert "font-src 'self'" in answer.headers["content-security-policy"]


def test_the_page_speaks_the_rooms_language_unless_another_is_asked_for(room: OpenRoom) -> None:
    page = f"{room.server.address}/esitys/{room.code}"
    assert '<html lang="fi"' in httpx.get(page, headers={"Accept-Language": "en"}).text
    assert '<html lang="sv"' in httpx.get(f"{page}?kieli=sv").text


@pytest.mark.parametrize("path", ["/live/000000/projector", "/live/000000/projector/state", "/esitys/000000"])
def test_a_room_that_is_not_there_is_told(server: Server, path: str) -> None:
    answer = httpx.get(server.address + path, timeout=30)
    assert answer.status_code == 404
    if path.startswith("/esitys"):
        assert page_data(answer)["state"] is None


def test_a_deleted_room_is_told_on_the_stream_and_ends_it(new_room: NewRoom) -> None:
    room = new_room()
    with watched(room) as lines:
        next(states(lines))
        room.run("delete")
        assert "event: gone" in list(lines)
    room_away = httpx.get(f"{room.server.address}/live/{room.code}/projector/state?kieli=fi")
    assert (room_away.status_code, room_away.json()["error"]) == (404, "room")


@contextmanager
def facilitator(room: OpenRoom) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=room.server.address, follow_redirects=True) as client:
        client.get(room.links.control)
        yield client


def test_the_facilitators_keys_are_for_the_holder_of_the_control_cookie(new_room: NewRoom) -> None:
    room = new_room()
    with facilitator(room) as client:
        data = page_data(client.get(f"/esitys/{room.code}"))
        assert data["keys"] is True
        press = {**data["state"]["intents"]["toggle"], "rev": data["state"]["rev"]}
        address = f"/live/{room.code}/desk"
        stranger = httpx.post(room.server.address + address, json=press)
        check(stranger, "POST", "/live/{code}/desk")
        assert (stranger.status_code, stranger.json()["error"]) == (403, "rights")
        foreign = client.post(address, json=press, headers={"Origin": "https://elsewhere.example"})
        assert foreign.status_code == 403
        done = client.post(address, json=press)
        check(done, "POST", "/live/{code}/desk")
        assert (done.status_code, done.json()["rev"] > press["rev"]) == (200, True)
        again = client.post(address, json=press)
        assert (again.status_code, again.json()["error"]) == (409, "elsewhere")
        odd = client.post(address, json={**press, "action": "destroy", "rev": done.json()["rev"]})
        assert (odd.status_code, odd.json()["error"]) == (422, "action")
    eventually(lambda: room.phone().state()["open"] is False)


def on_the_screen(room: Filled) -> Projected:
    projected = room.service.projector.load(room.code, "fi")
    assert projected is not None
    return projected


def test_a_picture_that_is_behind_its_answers_says_so_and_catches_up(service: Service) -> None:
    room = filled(service)
    room.open("word_cloud")
    room.answer(1, words=["sisu"])
    assert not on_the_screen(room).is_behind
    room.answer(2, words=["sauna"])  # one layout does not follow another at once
    projected = on_the_screen(room)
    assert "sauna" in texts(projected.state)
    assert projected.is_behind == ("sauna" not in placed(projected.state))

    def caught_up() -> bool:
        newest = on_the_screen(room)
        return not newest.is_behind and "sauna" in placed(newest.state)

    eventually(caught_up)


def test_an_item_is_held_whatever_is_on_and_its_rule_still_holds(service: Service) -> None:
    room = filled(service)
    room.open("word_cloud")
    room.answer(1, words=["sisu"])
    service.control.step(room.code, 1)
    item = service.projector.load(room.code, "fi", "word_cloud")
    assert item is not None
    assert (item.state["view"], item.state["state"], texts(item.state)) == ("results", "closed", ["sisu"])
    assert item.state["intents"] == {}
    assert on_the_screen(room).state["view"] == "question"
    service.control.step(room.code, -1)
    service.control.show_results(room.code, "never")
    hidden = service.projector.load(room.code, "fi", "word_cloud")
    assert hidden is not None
    assert (hidden.state["view"], hidden.state["result"]) == ("question", None)
    unknown = service.projector.load(room.code, "fi", "unknown")
    assert unknown is not None
    assert (unknown.state["view"], unknown.state["hold"]) == ("hold", "missing")
