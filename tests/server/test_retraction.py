"""Own answers taken back: off every view, the slot free, told at the desk and counted apart in the files."""

import io
import json
from collections.abc import Iterator
from typing import Any

import httpx
import openpyxl
import pytest

from server.service import Service
from server.settings import Settings
from server.usecases.downloads import export_file
from tests.conftest import eventually
from tests.hostile.openapi import check
from tests.server.api_client import OpenRoom, Phone
from tests.server.filled_rooms import Filled, filled, on_the_wall, phone_results
from tests.server.items import LANGUAGES, text_item


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    running = Service(Settings(home=tmp_path_factory.mktemp("home"), password="lupa"))
    yield running
    running.close()


def retract(phone: Phone, **body: Any) -> httpx.Response:
    answer = phone.client.request("DELETE", f"/live/{phone.code}/answers", json=body)
    check(answer, "DELETE", "/live/{code}/answers")
    return answer


def take_back(room: Filled, person: int, **body: Any) -> int:
    service = room.service
    state = service.participants.state(room.code)
    assert state is not None
    assert state.current.round is not None
    sent = {"round": state.current.round.public_id, **body}
    job = service.answering.retraction(room.code, service.access.participant(f"person-{person}"), sent)
    left: int = service.store.write(job, (room.code, "answers"))
    return left


def on_wall(room: Filled) -> dict[str, int]:
    return dict(on_the_wall(room.service, room.code)["result"]["list"])


def exported(room: Filled, ending: str) -> bytes:
    return export_file(room.service, room.code, "fi", ending, lambda _: None)


def test_a_word_that_is_taken_back_frees_its_slot_and_may_come_again(room: OpenRoom) -> None:
    phone = room.phone()
    round_id = phone.me()["round"]
    phone.send(round=round_id, words=["sisu", "ilo", "rauha"])
    assert retract(phone, round=round_id, words=["ILO!"]).json() == {"left": 1}
    assert retract(phone, round=round_id, words=["ilo"]).json() == {"left": 1}
    assert phone.me()["answers"] == ["sisu", "rauha"]
    assert phone.send(round=round_id, words=["ilo"]).json()["left"] == 0
    assert phone.me()["answers"] == ["sisu", "rauha", "ilo"]


def test_anothers_word_is_left_alone(room: OpenRoom) -> None:
    owner, other = room.phone(), room.phone()
    round_id = owner.me()["round"]
    owner.send(round=round_id, words=["oma"])
    assert retract(other, round=round_id, words=["oma"]).json() == {"left": 3}
    assert owner.me()["answers"] == ["oma"]


@pytest.mark.parametrize("body", [{"words": []}, {"words": "sisu"}, {"words": [1]}, {}, {"choices": ["a"]}])
def test_what_names_no_words_is_refused(room: OpenRoom, body: dict[str, Any]) -> None:
    phone = room.phone()
    assert retract(phone, round=phone.me()["round"], **body).status_code == 422


def test_another_rounds_word_is_refused(room: OpenRoom) -> None:
    assert retract(room.phone(), round="r0", words=["sisu"]).json()["error"] == "round"


def test_a_closed_question_keeps_its_words(new_room: Any) -> None:
    opened = new_room()
    phone = opened.phone()
    round_id = phone.me()["round"]
    phone.send(round=round_id, words=["sisu"])
    opened.run("close")
    eventually(lambda: not phone.state()["open"])
    answer = retract(phone, round=round_id, words=["sisu"])
    assert (answer.status_code, answer.json()["error"]) == (409, "closed")
    assert phone.me()["answers"] == ["sisu"]


def test_another_sites_page_takes_nothing_back(room: OpenRoom) -> None:
    phone = room.phone()
    answer = phone.client.request(
        "DELETE", f"/live/{phone.code}/answers", json={}, headers={"Origin": "https://paha.example"}
    )
    assert answer.json()["error"] == "origin"


def test_the_wall_the_phones_and_the_desk_lose_the_word_at_once(service: Service) -> None:
    room = filled(service)
    room.open("word_cloud")
    room.answer(1, words=["talkoot", "sisu"])
    room.answer(2, words=["talkoot"])
    assert on_wall(room) == {"talkoot": 2, "sisu": 1}
    assert take_back(room, 1, words=["talkoot"]) == 2
    assert on_wall(room) == {"talkoot": 1, "sisu": 1}
    service.control.show_results(room.code, "always", phones=True)
    assert {word["text"]: word["count"] for word in phone_results(service, room.code)["words"]} == on_wall(room)
    take_back(room, 1, words=["sisu"])
    assert on_wall(room) == {"talkoot": 1}
    answers = service.desk_view.picture(room.code, "fi").state["answers"]
    assert answers is not None
    assert answers["note"] == "Vastaajien itse poistamia: 2 (talkoot, sisu)"


def test_a_word_given_again_counts_once_and_is_no_longer_told_as_taken_back(service: Service) -> None:
    room = filled(service)
    room.open("word_cloud")
    room.answer(1, words=["talkoot"])
    assert on_wall(room) == {"talkoot": 1}
    take_back(room, 1, words=["talkoot"])
    room.answer(1, words=["talkoot"])
    assert on_wall(room) == {"talkoot": 1}
    assert service.desks.get(room.code).retracted == ()


def test_a_text_is_taken_back_too(service: Service) -> None:
    room = filled(service)
    service.questions.add(room.code, text_item("Mitä kuuluu?", approval=False), LANGUAGES, opens=True)
    room.answer(1, texts=["Kiitos hyvää.\nEntä sinne?"])
    assert [card["text"] for card in on_the_wall(service, room.code)["result"]["cards"]] == [
        "Kiitos hyvää.\nEntä sinne?"
    ]
    assert take_back(room, 1, texts=["Kiitos hyvää.\nEntä sinne?"]) == 1
    assert on_the_wall(service, room.code)["result"]["cards"] == []


def test_files_leave_it_out_and_count_it_apart_and_a_room_read_back_still_does(service: Service) -> None:
    room = filled(service)
    room.open("word_cloud")
    room.answer(1, words=["talkoot", "sisu"])
    take_back(room, 1, words=["sisu"])
    for ending in (".json", ".csv", ".html"):
        assert "sisu" not in exported(room, ending).decode().replace("sisustus", "")
    book = openpyxl.load_workbook(io.BytesIO(exported(room, ".xlsx")))
    heading, whole, first, *_ = book["Yhteenveto"].iter_rows(values_only=True)
    column = heading.index("Poistettu itse")
    assert (whole[column], first[column]) == (1, 1)
    assert (whole[heading.index("Vastauksia")], first[heading.index("Vastauksia")]) == (1, 1)
    back = service.importing.from_json(exported(room, ".json"))
    again = json.loads(export_file(service, back.code, "fi", ".json", lambda _: None))
    assert again["activities"][0]["rounds"][0]["retracted"] == 1
