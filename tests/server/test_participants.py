"""What a participant is shown on the way in and out: language, code, lock, end, deleted room."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import httpx
import pytest

from server import clock
from server.service import Service
from server.settings import Settings
from server.usecases.rooms import digits
from tests.conftest import Server, eventually
from tests.server.api_client import OpenRoom
from tests.server.filled_rooms import on_the_wall, phone_results

NewRoom = Callable[[], OpenRoom]


@pytest.fixture
def beside(server: Server) -> Iterator[Service]:
    """The same store as the running server's, changed from beside it."""
    running = Service(Settings(home=server.home, password="lupa"))
    yield running
    running.close()


def get(room: OpenRoom, path: str, **options: Any) -> httpx.Response:
    return httpx.get(f"{room.server.address}{path}", **options)


@pytest.mark.parametrize(
    ("query", "cookie", "accept", "lang"),
    [
        ("", None, "", "fi"),
        ("", None, "sv-FI,en;q=0.8", "sv"),
        ("", None, "en-GB", "en"),
        ("", None, "de-DE", "fi"),
        ("", None, "de-DE,en;q=0.5", "en"),
        ("", "fi", "sv-FI", "fi"),
        ("?kieli=en", "fi", "sv-FI", "en"),
    ],
)
def test_asked_for_then_browser_then_room_choose_a_phones_language(
    room: OpenRoom, beside: Service, query: str, cookie: str | None, accept: str, lang: str
) -> None:
    headers = {"Accept-Language": accept} | ({"Cookie": f"propelli_language={cookie}"} if cookie else {})
    for path in (f"/{room.code}", "/liity"):
        assert f'<html lang="{lang}"' in get(room, path + query, headers=headers).text
    missing = get(room, f"/live/000000/me{query}", headers=headers).json()["message"]
    assert missing == beside.texts(lang)("errors.room")
    with httpx.stream("GET", f"{room.server.address}/live/{room.code}{query}", headers=headers) as stream:
        event = next(line for line in stream.iter_lines() if line.startswith("data: "))
    expected = {"fi": "Mitä sinulle", "sv": "Vad kommer", "en": "What"}
    assert expected[lang] in event


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("482915", "482915"),
        ("4829 15", "482915"),
        ("482-915", "482915"),
        ("482\u00a0915", "482915"),
        ("٤٨٢٩١٥", "482915"),
        ("４８２９１５", "482915"),
        ("۴۸۲۹۱۵", "482915"),
        ("78 52 22 2", "7852222"),
        ("²³", ""),
        ("koodi", ""),
    ],
)
def test_a_code_is_read_in_any_scripts_digits(typed: str, read: str) -> None:
    assert digits(typed) == read


def scripts(code: str) -> Iterator[str]:
    for zero in "0٠０":
        yield "".join(chr(ord(zero) + int(digit)) for digit in code)


def test_every_scripts_digits_lead_to_the_room(room: OpenRoom) -> None:
    for code in scripts(room.code):
        assert get(room, f"/{code}").status_code == 200
        joined = get(room, "/liity", params={"koodi": f"{code[:4]} {code[4:]}"})
        assert (joined.status_code, joined.headers["location"]) == (303, f"/{room.code}")
        assert get(room, f"/live/{code}/me").status_code == 200


@pytest.mark.parametrize(
    ("path", "message", "value"),
    [
        ("/liity?koodi=999999", "ei löytynyt työpajaa", "999999"),
        ("/liity?koodi=78%2052%2022%202", "Koodissa on kuusi numeroa", "78 52 22 2"),
        ("/liity?koodi=12", "Koodissa on kuusi numeroa", "12"),
        ("/7852222", "Koodissa on kuusi numeroa", "7852222"),
    ],
)
def test_a_wrong_code_is_explained_and_stays_in_its_field(room: OpenRoom, path: str, message: str, value: str) -> None:
    page = get(room, path, follow_redirects=True)
    assert page.status_code in {404, 422}
    assert message in page.text
    assert f'value="{value}"' in page.text


def test_a_newcomer_hears_of_the_lock_and_those_who_are_in_do_not(new_room: NewRoom, beside: Service) -> None:
    room = new_room()
    inside, spare = room.phone(), room.phone()
    assert inside.state()["locked"] is False
    beside.rooms.lock(room.code, locked=True)
    eventually(lambda: spare.state()["locked"])
    assert inside.me()["admitted"] is True
    assert '"admitted":true' in inside.join().text
    newcomer = room.phone()
    assert '"admitted":false' in newcomer.join().text
    assert newcomer.me()["admitted"] is False
    beside.rooms.lock(room.code, locked=False)
    eventually(lambda: newcomer.me()["admitted"])


def test_an_ended_workshop_says_so_and_where_to_go_on(new_room: NewRoom, beside: Service) -> None:
    room = new_room()
    phone = room.phone()
    beside.rooms.end(room.code)
    eventually(lambda: phone.state()["ended"])
    state = phone.state("?kieli=sv")
    assert (state["round"], state["open"]) == (None, False)
    [link] = state["links"]
    assert link["href"] == f"/seuraavaksi?huone={room.code}&kieli=sv"
    assert get(room, link["href"]).status_code == 200
    beside.rooms.reopen(room.code)
    eventually(lambda: not phone.state()["ended"])


def test_a_deleted_room_ends_its_streams_with_a_word_and_is_unknown_after(new_room: NewRoom) -> None:
    room = new_room()
    with httpx.stream("GET", f"{room.server.address}/live/{room.code}?kieli=en", timeout=30) as stream:
        lines = stream.iter_lines()
        assert any(line.startswith("data: ") for line in lines)
        room.run("delete")
        rest = list(lines)
    assert rest[rest.index("event: gone") + 1].startswith('data: {"error": "room", "message": "')
    answer = get(room, f"/live/{room.code}")
    assert (answer.status_code, answer.json()["error"]) == (404, "room")
    room.server.command("room", "new", "--code", room.code)
    assert get(room, f"/{room.code}").status_code == 200
    with suppress(httpx.ReadTimeout), httpx.stream("GET", f"{room.server.address}/live/{room.code}", timeout=5) as new:
        assert next(line for line in new.iter_lines() if line.startswith("data: "))


def test_a_refused_answer_is_named(room: OpenRoom) -> None:
    phone = room.phone()
    round_id = phone.state()["round"]
    refused = phone.send(round=round_id, words=["hyvä", "soita 040 123 4567"])
    assert refused.status_code == 422
    assert refused.json()["answer"] == "soita 040 123 4567"
    assert phone.send(round=round_id, words=["hyvä", "ä" * 41]).json()["answer"] == "ä" * 41
    assert "answer" not in phone.send(round=round_id, words=[]).json()


def test_phones_learn_how_many_words_their_list_leaves_out(service: Service) -> None:
    code = service.rooms.create().code
    service.control.open(code, "word_cloud")
    service.control.show_results(code, "always", phones=True)
    state = service.participants.state(code)
    assert state
    round_id = state.payload("fi", clock.now_ms())["round"]
    for number in range(137):
        job = service.answering.job(code, f"p{number}".encode(), {"round": round_id, "words": [f"{number}"]})
        service.store.write(job, (code, "answers"))

    def list_lengths() -> tuple[int, int]:
        results = phone_results(service, code)
        return len(results["words"]), results["left_out"]

    eventually(lambda: list_lengths() == (100, 37))  # many new words are read and merged over several looks


def test_the_wall_knows_of_answers_that_wait_and_of_a_deleted_room(service: Service) -> None:
    code = service.rooms.create().code
    service.control.open(code, "word_cloud")
    service.moderation.set_approval(code, on=True, keeps=False)
    state = service.participants.state(code)
    assert state
    body = {"round": state.payload("fi", clock.now_ms())["round"], "words": ["odottava"]}
    service.store.write(service.answering.job(code, b"a", body), (code, "answers"))
    shown = on_the_wall(service, code)
    assert (shown["result"]["list"], shown["result"]["people"]) == ([], 1)
    service.rooms.end(code)
    ended = on_the_wall(service, code)
    assert (ended["view"], ended["hold"]) == ("hold", "ended")
    page = service.projector.page(code, service.rooms.get(code), "https://propelli.example", "fi", keys=False)
    assert page["addresses"]["closing"] == "propelli.example/seuraavaksi"
    service.rooms.delete(code)
    assert service.projector.load(code, "fi") is None
