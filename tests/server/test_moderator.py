"""A moderator's link: answers and questions, and nothing else of the desk."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from server.service import Service
from server.settings import Settings
from tests.conftest import Server, eventually
from tests.hostile.openapi import check
from tests.server.api_client import OpenRoom

STEERING: tuple[tuple[str, dict[str, Any]], ...] = (
    ("close", {}), ("open", {"activity": "roles"}), ("step", {"by": 1}), ("show", {"view": "hold"}),
    ("end", {}), ("rename", {"title": "x"}), ("lock", {"locked": True}), ("approval", {"on": True, "keeps": True}),
    ("new_link", {"key_number": 1}), ("new_moderator_link", {"key_number": 1}), ("speaker_questions", {"on": False}),
    ("withdraw", {"whose": "all"}), ("surely_none", {}),
)  # fmt: skip


@pytest.fixture
def beside(server: Server) -> Iterator[Service]:
    running = Service(Settings(home=server.home, password="lupa"))
    yield running
    running.close()


@pytest.fixture
def room(server: Server, beside: Service) -> Iterator[OpenRoom]:
    opened = OpenRoom(server)
    beside.speaker_questions.switch(opened.code, on=True)
    phone = opened.phone()
    eventually(lambda: phone.state().get("questions") is True)
    yield opened
    opened.close()


@pytest.fixture
def moderator(room: OpenRoom, beside: Service) -> Iterator[httpx.Client]:
    """A browser that has opened the moderator's link."""
    link = beside.rooms.links(beside.rooms.get(room.code), room.server.address).moderator
    with httpx.Client(base_url=room.server.address, timeout=60) as client:
        assert client.get(link).headers["location"].endswith(f"/ohjaus?huone={room.code}")
        yield client


def state(client: httpx.Client, room: OpenRoom) -> dict[str, Any]:
    answer = client.get(f"/live/{room.code}/desk/state?kieli=fi")
    check(answer, "GET", "/live/{code}/desk/state")
    return dict(answer.json())


def press(client: httpx.Client, room: OpenRoom, action: str, **arguments: Any) -> httpx.Response:
    rev = state(client, room)["rev"]
    answer = client.post(f"/live/{room.code}/desk", json={"action": action, "arguments": arguments, "rev": rev})
    check(answer, "POST", "/live/{code}/desk")
    return answer


def test_a_moderator_is_told_answers_and_questions_alone(room: OpenRoom, moderator: httpx.Client) -> None:
    phone = room.phone()
    phone.send(round=phone.me()["round"], words=["sisu"])
    shown = state(moderator, room)
    assert shown["answers"]["words"]["entries"][0]["text"] == "sisu"
    assert shown["speaker_questions"]["title"]
    for part in ("now", "time", "view", "results_rules", "rounds", "flood", "ended"):
        assert shown[part] is None
    assert (shown["intents"], shown["programme"]["buttons"]) == ({}, [])


def test_a_moderator_hides_a_word_and_marks_a_question(room: OpenRoom, moderator: httpx.Client) -> None:
    phone = room.phone()
    phone.send(round=phone.me()["round"], words=["sisu"])
    number = phone.client.post(f"/live/{room.code}/questions", json={"text": "Kuka?"}).json()["id"]
    answers = state(moderator, room)["answers"]
    word = {"activity": answers["activity"], "kind": "hide", "keys": ["sisu"], "target": None, "decision": None}
    assert press(moderator, room, "words", **word).status_code == 200
    assert press(moderator, room, "mark_speaker_question", question=number, state="hidden").status_code == 200
    eventually(lambda: state(moderator, room)["answers"]["words"]["entries"][0]["hidden"])
    assert moderator.get(f"/live/{room.code}/desk/words?search=sisu").status_code == 200


@pytest.mark.parametrize(("action", "arguments"), STEERING)
def test_a_moderator_steers_nothing(
    room: OpenRoom, moderator: httpx.Client, action: str, arguments: dict[str, Any]
) -> None:
    before = room.phone().state()
    assert press(moderator, room, action, **arguments).status_code == 403
    assert room.phone().state() == before


def test_a_moderator_gets_no_files_and_no_keys_on_the_projector(room: OpenRoom, moderator: httpx.Client) -> None:
    assert moderator.get(f"/tulokset/{room.code}/room.json").status_code == 403
    assert "&#34;keys&#34;:false" in moderator.get(f"/esitys/{room.code}").text.replace('"', "&#34;")


def test_a_moderator_has_no_right_to_another_room(moderator: httpx.Client, new_room: Any) -> None:
    assert moderator.get(f"/live/{new_room().code}/desk/state").status_code == 403


def test_a_new_link_ends_the_old_one_and_the_open_desk(
    room: OpenRoom, moderator: httpx.Client, beside: Service
) -> None:
    with moderator.stream("GET", f"/live/{room.code}/desk") as stream:
        lines = stream.iter_lines()
        assert any(line.startswith("data: {") for line in lines)
        beside.rooms.new_moderator_link(room.code, 1)
        assert any("event: gone" in line for line in lines)
    assert moderator.get(f"/live/{room.code}/desk/state").status_code == 403


def test_the_facilitators_link_and_the_moderators_are_renewed_apart(beside: Service) -> None:
    before = beside.rooms.create()
    first = beside.rooms.links(before, "")
    beside.rooms.new_moderator_link(before.code, before.moderator_key_number)
    second = beside.rooms.links(beside.rooms.get(before.code), "")
    assert first.moderator != second.moderator
    assert first.control == second.control
    beside.rooms.new_link(before.code)
    third = beside.rooms.links(beside.rooms.get(before.code), "")
    assert (third.moderator, third.control == second.control) == (second.moderator, False)


def test_signing_out_takes_the_moderators_right_away(room: OpenRoom, moderator: httpx.Client) -> None:
    moderator.post(f"/ohjaus/ulos?huone={room.code}")
    assert moderator.get(f"/live/{room.code}/desk/state").status_code == 403
