"""The HTTP API, against a real server process."""

import json
import re
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.server.api_client import OpenRoom, exported_texts

NewRoom = Callable[[], OpenRoom]


def test_the_participant_page_sets_a_cookie_and_holds_nothing_from_elsewhere(room: OpenRoom) -> None:
    answer = httpx.get(f"{room.server.address}/{room.code}")
    cookie = answer.headers["set-cookie"]
    assert answer.status_code == 200
    assert "httponly" in cookie.lower()
    assert "samesite=lax" in cookie.lower()
    assert '<html lang="fi"' in answer.text
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', answer.text)
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("written", ["{0}%20{1}", "{0}-{1}", "{0}%20-%20{1}"])
def test_the_code_is_forgiven_its_spaces_and_dashes(room: OpenRoom, written: str) -> None:
    path = written.format(room.code[:3], room.code[3:])
    assert httpx.get(f"{room.server.address}/{path}").status_code == 200
    joined = httpx.get(f"{room.server.address}/liity", params={"koodi": f" {room.code[:3]} {room.code[3:]} "})
    assert (joined.status_code, joined.headers["location"]) == (303, f"/{room.code}")


@pytest.mark.parametrize("path", ["/000000", "/liity?koodi=12", "/liity?koodi=%3Cscript%3E"])
def test_an_unknown_code_asks_for_the_code_again(room: OpenRoom, path: str) -> None:
    answer = httpx.get(room.server.address + path)
    assert answer.status_code in {404, 422}
    assert 'name="koodi"' in answer.text
    assert "<script>" not in answer.text


def test_asking_only_for_the_head_of_the_stream_opens_none(room: OpenRoom) -> None:
    answer = httpx.head(f"{room.server.address}/live/{room.code}", timeout=60)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/event-stream; charset=utf-8")
    assert httpx.head(f"{room.server.address}/live/000000", timeout=60).status_code == 404


def test_the_state_is_as_the_design_says(room: OpenRoom) -> None:
    state = room.phone().state()
    assert state["kind"] == "words"
    assert state["open"] is True
    assert state["question"] == "Mitä sinulle tulee mieleen sosiaalisista innovaatioista?"
    assert (state["max_answers"], state["max_chars"]) == (3, 40)
    assert (state["room"], state["lang"], state["closes_in_ms"], state["results"]) == (room.code, "fi", None, "hidden")
    assert re.fullmatch(r"r\d+", state["round"])
    assert "options" not in state
    assert room.phone().state("?kieli=sv")["question"].startswith("Vad kommer du")


def test_an_answer_is_acknowledged_and_is_mine_after_reload(room: OpenRoom) -> None:
    phone = room.phone()
    round_id = phone.state()["round"]
    first = phone.send(round=round_id, words=["sisu"])
    assert (first.status_code, first.json()) == (200, {"saved": ["sisu"], "left": 2, "result": None})
    assert phone.send(round=round_id, words=["sisu"]).json() == first.json()
    assert phone.me() == {"round": round_id, "answers": ["sisu"], "left": 2, "known": True, "admitted": True}
    assert room.phone().me()["answers"] == []


def test_where_cookies_are_blocked_the_pages_own_key_is_the_person(room: OpenRoom) -> None:
    address, key = f"{room.server.address}/live/{room.code}", {"X-Participant": "a" * 32}
    round_id = room.phone().state()["round"]
    assert httpx.get(f"{address}/me").json()["known"] is False
    httpx.post(f"{address}/answers", json={"round": round_id, "words": ["ilo"]}, headers=key)
    assert httpx.get(f"{address}/me", headers=key).json()["answers"] == ["ilo"]


REFUSED: list[tuple[str, dict[str, Any], int, str]] = [
    ("another round", {"round": "r0", "words": ["x"]}, 409, "round"),
    ("no round", {"words": ["x"]}, 409, "round"),
    ("no words", {}, 422, "empty"),
    ("empty list", {"words": []}, 422, "empty"),
    ("blank", {"words": ["  "]}, 422, "empty"),
    ("zero-width space", {"words": ["\u200b"]}, 422, "empty"),
    ("NUL", {"words": ["\x00"]}, 422, "empty"),
    ("lone surrogate", {"words": ["\ud800"]}, 422, "empty"),
    ("41 characters", {"words": ["ä" * 41]}, 422, "long"),
    ("four words", {"words": ["a", "b", "c", "d"]}, 422, "many"),
    ("number", {"words": [1]}, 422, "empty"),
    ("nested", {"words": [["x"]]}, 422, "empty"),
    ("choices for words", {"choices": ["developer"]}, 422, "empty"),
]


@pytest.mark.parametrize(("name", "body", "status", "error"), REFUSED, ids=[case[0] for case in REFUSED])
def test_what_cannot_be_taken_is_reported_in_a_sentence(
    room: OpenRoom, name: str, body: dict[str, Any], status: int, error: str
) -> None:
    phone = room.phone()
    round_field = {} if "round" in name else {"round": phone.state()["round"]}
    raw = re.sub(r"\\\\u", r"\\u", json.dumps({**round_field, **body}))
    answer = phone.client.post(f"/live/{room.code}/answers", content=raw, headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["error"]) == (status, error)
    assert answer.json()["message"].endswith(".")
    assert phone.me()["answers"] == []


@pytest.mark.parametrize(
    ("content", "headers", "status"),
    [
        (b'{"round":"r1","words":["' + b"x" * 13_000 + b'"]}', {}, 413),
        (b"not json", {}, 415),
        (b"\xff\xfe", {}, 415),
        (b"[" * 4000, {}, 415),
        (b"[]", {}, 422),
        (b"{}", {"Content-Type": "text/plain"}, 415),
        (b"{}", {"Origin": "https://elsewhere.example"}, 403),
        (b"{}", {"Origin": "null"}, 403),
    ],
)
def test_a_body_that_is_no_answer(room: OpenRoom, content: bytes, headers: dict[str, str], status: int) -> None:
    sent = {"Content-Type": "application/json", **headers}
    answer = httpx.post(f"{room.server.address}/live/{room.code}/answers", content=content, headers=sent)
    assert answer.status_code == status
    assert answer.json()["message"].endswith(".")


@pytest.mark.parametrize(
    "path", ["/live/000000", "/live/000000/me", "/live/000000/results", "/live/x", "/qr/000000.svg"]
)
def test_an_unknown_room_is_404_with_a_sentence(room: OpenRoom, path: str) -> None:
    answer = httpx.get(room.server.address + path)
    assert (answer.status_code, answer.json()["error"]) == (404, "room")


def test_a_change_on_the_command_line_reaches_phones(new_room: NewRoom) -> None:
    room = new_room()
    phone = room.phone()
    round_id = phone.state()["round"]
    with phone.stream() as events:
        assert next(events)["open"] is True
        room.run("close")
        assert next(events)["open"] is False
        refused = phone.send(round=round_id, words=["myöhässä"])
        assert (refused.status_code, refused.json()["error"]) == (409, "closed")
        room.run("open", "roles")
        state = next(events)
    assert (state["kind"], state["multiple"], len(state["options"])) == ("choice", True, 10)
    assert phone.send(round=round_id, words=["vanha"]).json()["error"] == "round"
    assert phone.send(round=state["round"], choices=["developer", "user"]).json()["saved"] == ["developer", "user"]
    assert phone.send(round=state["round"], choices=["user"]).json() == {"saved": ["user"], "left": 0, "result": None}
    assert phone.me()["answers"] == ["user"]
    assert phone.send(round=state["round"], choices=["nobody"]).json()["error"] == "option"


def test_a_form_gives_its_result_and_keeps_it(new_room: NewRoom) -> None:
    room = new_room()
    round_id = room.opens("quiz")
    phone = room.phone()
    state = phone.state()
    assert (state["kind"], len(state["questions"])) == ("form", 8)
    answers = {question["id"]: question["options"][0]["id"] for question in state["questions"]}
    receipt = phone.send(round=round_id, form=answers).json()
    assert receipt["result"]["title"]
    assert phone.me()["result"] == receipt["result"]
    assert phone.send(round=round_id, form={}).json()["error"] == "empty"


def test_results_are_403_until_they_are_shown(room: OpenRoom) -> None:
    answer = room.phone().client.get(f"/live/{room.code}/results")
    assert (answer.status_code, answer.json()["error"]) == (403, "results")


def test_the_qr_code_is_dark_on_white_with_a_border(room: OpenRoom) -> None:
    answer = httpx.get(f"{room.server.address}/qr/{room.code}.svg")
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert "#ffffff" in answer.text or "#fff" in answer.text
    assert f"{room.server.address}/{room.code}" in answer.text


def test_a_flood_from_one_participant_is_stopped_and_others_answer_on(room: OpenRoom) -> None:
    phone, other = room.phone(), room.phone()
    round_id = phone.state()["round"]
    codes = [phone.send(round=round_id, words=["sama"]).status_code for _ in range(100)]
    assert codes[0] == 200
    assert 429 in codes
    assert other.send(round=round_id, words=["muu"]).status_code == 200


def test_two_hundred_phones_each_once_in_the_store_and_in_the_file(new_room: NewRoom, tmp_path: Path) -> None:
    room = new_room()
    round_id = room.phone().state()["round"]

    def answer(number: int) -> None:
        phone = room.phone()
        time.sleep((number % 40) / 40)
        for _ in range(2):
            receipt = phone.send(round=round_id, words=[f"oma {number}", "yhteinen"])
            assert receipt.status_code == 200
            assert receipt.json()["saved"] == [f"oma {number}", "yhteinen"]

    with ThreadPoolExecutor(32) as pool:
        list(pool.map(answer, range(200)))
    room.run("export", "--to", str(tmp_path / "tulokset.csv"))
    texts = exported_texts(tmp_path / "tulokset.csv")
    assert texts.count("yhteinen") == 200
    assert sorted(text for text in texts if text != "yhteinen") == sorted(f"oma {number}" for number in range(200))


def test_the_server_is_well(room: OpenRoom) -> None:
    assert httpx.get(f"{room.server.address}/healthz").status_code == 200


def test_a_page_shell_has_language_title_cookie_and_policy(room: OpenRoom) -> None:
    answer = httpx.get(f"{room.server.address}/vastaa", headers={"Accept-Language": "sv-FI"})
    assert '<html lang="sv">' in answer.text
    assert "<title>Svara – Propelli</title>" in answer.text
    assert "propelli=" in answer.headers["set-cookie"]
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    response = httpx.get(f"{room.server.address}/vastaa?kieli=en", headers={"If-None-Match": answer.headers["etag"]})
    assert '<html lang="en">' in response.text
    assert "propelli_language=en" in str(response.headers.get_list("set-cookie"))


def test_the_desk_wants_the_link_or_the_password(room: OpenRoom) -> None:
    with httpx.Client(base_url=room.server.address) as client:
        assert 'name="password"' in client.get(f"/ohjaus?huone={room.code}").text
        assert client.post("/ohjaus", data={"password": "väärä"}).status_code == 403
        signed = client.post(f"/ohjaus?huone={room.code}", data={"password": "lupa"})
        assert (signed.status_code, signed.headers["location"]) == (303, f"/ohjaus?huone={room.code}")
        assert 'name="password"' not in client.get(f"/ohjaus?huone={room.code}").text
    with httpx.Client(base_url=room.server.address) as client:
        assert (
            'name="password"'
            in client.get(room.links.control[:-1] + ("y" if room.links.control.endswith("x") else "x")).text
        )
        link = client.get(room.links.control)
        assert (link.status_code, link.headers["location"]) == (303, f"/ohjaus?huone={room.code}")
        assert 'name="password"' not in client.get(f"/ohjaus?huone={room.code}").text


def test_a_foreign_page_cannot_sign_anyone_in(room: OpenRoom) -> None:
    answer = httpx.post(
        f"{room.server.address}/ohjaus", data={"password": "lupa"}, headers={"Origin": "https://elsewhere.example"}
    )
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers or "organiser" not in answer.headers["set-cookie"]
