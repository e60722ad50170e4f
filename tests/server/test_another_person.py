"""A phone that several people answer on, and answers that the desk records from paper."""

from collections.abc import Iterator

import httpx
import pytest

from server.service import Service
from server.settings import Settings
from tests.conftest import Server, eventually
from tests.hostile.openapi import check
from tests.server.api_client import OpenRoom, Phone

PERSON = "/live/{code}/person"


@pytest.fixture
def room(server: Server) -> Iterator[OpenRoom]:
    room = OpenRoom(server)
    yield room
    room.close()


@pytest.fixture
def beside(server: Server) -> Iterator[Service]:
    running = Service(Settings(home=server.home, password="lupa"))
    yield running
    running.close()


def begin_anew(phone: Phone) -> httpx.Response:
    answer = phone.client.post(f"/live/{phone.code}/person")
    check(answer, "POST", PERSON)
    return answer


def say(phone: Phone, word: str) -> httpx.Response:
    return phone.send(round=phone.state()["round"], words=[word])


def test_a_phone_is_one_persons_until_the_facilitator_shares_it(room: OpenRoom, beside: Service) -> None:
    phone = room.phone()
    assert say(phone, "rohkeus").json()["left"] == 2
    refused = begin_anew(phone)
    assert (refused.status_code, refused.json()["error"]) == (403, "one_person")
    assert "another" not in phone.state()
    assert phone.me()["answers"] == ["rohkeus"]
    beside.actions.do(room.code, "share_phones", {"on": True}, None)
    eventually(lambda: "another" in phone.state())
    script = phone.client.get(phone.state()["another"]["script"])
    check(script, "GET", "/live/{code}/another_person/{name}")
    assert script.status_code == 200
    assert begin_anew(phone).status_code == 204
    assert phone.me()["answers"] == []
    assert say(phone, "rohkeus").json()["left"] == 2
    current = beside.desks.get(room.code).current
    assert current is not None
    assert current.answered == 2


def test_another_sites_page_makes_nobody_another_person(room: OpenRoom, beside: Service) -> None:
    beside.actions.do(room.code, "share_phones", {"on": True}, None)
    phone = room.phone()
    eventually(lambda: "another" in phone.state())
    answer = phone.client.post(f"/live/{room.code}/person", headers={"Origin": "https://elsewhere.example"})
    assert (answer.status_code, answer.json()["error"]) == (403, "origin")


def test_the_desk_records_answers_from_paper_each_as_a_person_also_in_a_locked_room(
    room: OpenRoom, beside: Service
) -> None:
    beside.actions.do(room.code, "lock", {"locked": True}, None)
    desk = room.phone()
    eventually(lambda: desk.state()["locked"])
    assert "recording" not in desk.client.get(f"/{room.code}?kirjaa=1").text
    desk.client.get(room.links.control)
    assert "recording" in desk.client.get(f"/{room.code}?kirjaa=1").text
    for _ in range(2):
        assert begin_anew(desk).status_code == 204
        assert desk.me()["admitted"]
        assert say(desk, "paperi").json()["saved"] == ["paperi"]
    current = beside.desks.get(room.code).current
    assert current is not None
    assert current.answered == 2
