"""The desk on the wire: only who may control the room hears it and acts, and a press acts once."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from tests.conftest import Server, eventually
from tests.hostile.openapi import check
from tests.server.api_client import OpenRoom

NO_TARGET = {"activity": 1, "kind": "join", "keys": ["a"], "target": None, "decision": None}
CLOSE: dict[str, Any] = {"action": "close", "arguments": {}}


@pytest.fixture
def room(server: Server) -> Iterator[OpenRoom]:
    opened = OpenRoom(server)
    yield opened
    opened.close()


@pytest.fixture
def desk(room: OpenRoom) -> Iterator[httpx.Client]:
    """A browser that has opened the control link."""
    with httpx.Client(base_url=room.server.address, timeout=60) as client:
        assert client.get(room.links.control).status_code == 303
        yield client


def state(desk: httpx.Client, room: OpenRoom) -> dict[str, Any]:
    answer = desk.get(f"/live/{room.code}/desk/state?kieli=fi")
    check(answer, "GET", "/live/{code}/desk/state")
    return dict(answer.json())


def press(desk: httpx.Client, room: OpenRoom, press_id: str | None = None, **body: Any) -> httpx.Response:
    headers = {"Press-Id": press_id} if press_id else {}
    answer = desk.post(f"/live/{room.code}/desk?kieli=fi", json=body, headers=headers)
    check(answer, "POST", "/live/{code}/desk")
    return answer


def events(stream: httpx.Response) -> Iterator[tuple[str, dict[str, Any]]]:
    """Names and bodies of the events that are JSON objects."""
    name = ""
    for line in stream.iter_lines():
        if line.startswith("event: "):
            name = line[7:]
        elif line.startswith("data: {"):
            yield name, json.loads(line[6:])
            name = ""


@pytest.mark.parametrize(("method", "path"), [("GET", ""), ("POST", ""), ("GET", "/state"), ("GET", "/words")])
def test_without_the_control_cookie_nothing_is_told_or_done(room: OpenRoom, method: str, path: str) -> None:
    body = {**CLOSE, "rev": 1} if method == "POST" else None
    answer = httpx.request(method, f"{room.server.address}/live/{room.code}/desk{path}?kieli=fi", json=body)
    assert answer.status_code == 403
    assert answer.json()["error"] == "rights"
    assert room.phone().state()["open"]


def test_another_rooms_cookie_does_not_help(room: OpenRoom, desk: httpx.Client) -> None:
    other = OpenRoom(room.server)
    assert press(desk, other, **CLOSE, rev=1).json()["error"] == "rights"
    other.close()


def test_a_press_is_done_and_answered_with_the_revision(room: OpenRoom, desk: httpx.Client) -> None:
    before = state(desk, room)
    button = before["now"]["toggle"]
    assert (button["label"], button["action"]) == ("Sulje kysymys", "close")
    answer = press(desk, room, action=button["action"], arguments=button["arguments"], rev=before["rev"])
    assert (answer.status_code, answer.json()) == (200, {"rev": before["rev"] + 1})
    assert state(desk, room)["now"]["state"] == "closed"


def test_a_press_that_is_sent_again_is_done_once(room: OpenRoom, desk: httpx.Client) -> None:
    step = {"action": "step", "arguments": {"by": 1}, "rev": state(desk, room)["rev"]}
    with ThreadPoolExecutor(4) as senders:
        answers = list(senders.map(lambda _: press(desk, room, "a-serial", **step), range(4)))
    answers.append(press(desk, room, **step, serial="a-serial"))
    assert [(answer.status_code, answer.json()) for answer in answers] == [(200, {"rev": step["rev"] + 1})] * 5
    assert state(desk, room)["rev"] == step["rev"] + 1


@pytest.mark.parametrize(
    ("body", "status", "error"),
    [
        ({**CLOSE, "rev": 0}, 409, "elsewhere"),
        ({"action": "drop", "arguments": {}, "rev": 1}, 422, "action"),
        ({"action": "close", "arguments": {"now": 1}, "rev": 1}, 422, "action"),
        ({"action": "close", "arguments": []}, 422, "action"),
        ({**CLOSE, "rev": True}, 422, "action"),
        ({**CLOSE, "rev": 1, "serial": 5}, 422, "action"),
        ({"action": "words", "arguments": NO_TARGET, "rev": 1}, 422, "action"),
    ],
)  # fmt: skip
def test_a_refused_press_is_told_in_a_sentence(
    room: OpenRoom, desk: httpx.Client, body: dict[str, Any], status: int, error: str
) -> None:
    answer = press(desk, room, **body)
    assert (answer.status_code, answer.json()["error"]) == (status, error)
    assert answer.json()["message"].endswith(".")


def test_another_sites_page_and_a_large_body_are_refused(room: OpenRoom, desk: httpx.Client) -> None:
    address = f"/live/{room.code}/desk"
    foreign = desk.post(address, json={**CLOSE, "rev": 1}, headers={"Origin": "https://elsewhere.example"})
    assert (foreign.status_code, foreign.json()["error"]) == (403, "origin")
    large = desk.post(address, json={**CLOSE, "rev": 1, "more": "x" * 70_000})
    assert (large.status_code, large.json()["error"]) == (413, "size")
    assert room.phone().state()["open"]


def test_the_stream_tells_of_answers_and_presses_and_ends_with_the_right(room: OpenRoom, desk: httpx.Client) -> None:
    phone = room.phone()
    with desk.stream("GET", f"/live/{room.code}/desk?kieli=fi") as stream:
        received = events(stream)
        name, first = next(received)
        assert (name, first["now"]["state"]) == ("", "open")
        assert phone.send(round=phone.state()["round"], words=["sisu"]).status_code == 200
        texts = next(
            [entry["text"] for entry in state["answers"]["words"]["entries"]]
            for _, state in received
            if state["answers"]["words"]["entries"]
        )
        assert texts == ["sisu"]
        press(desk, room, action="close", arguments={}, rev=first["rev"])
        closed = next(state for _, state in received if state["now"]["state"] == "closed")
        renewed = {"action": "new_link", "arguments": {"key_number": 1}, "rev": closed["rev"]}
        numbers = iter(range(10))
        eventually(
            lambda: press(desk, room, **{**renewed, "arguments": {"key_number": next(numbers)}}).status_code == 200, 10
        )
        name, last = next((name, state) for name, state in received if name == "gone" or state["rev"] > closed["rev"])
        assert (name, last.get("error")) == ("gone", "rights")
        assert list(received) == []


def test_words_beyond_the_list_are_found_by_a_search(room: OpenRoom, desk: httpx.Client) -> None:
    for _ in range(2):
        phone = room.phone()
        assert phone.send(round=phone.state()["round"], words=["talkoot"]).status_code == 200
    answer = desk.get(f"/live/{room.code}/desk/words", params={"search": "talko"})
    check(answer, "GET", "/live/{code}/desk/words")
    assert [(entry["text"], entry["count"]) for entry in answer.json()["words"]["entries"]] == [("talkoot", 2)]
